"""Holding a 1-2-1 on a real library: begin, note, capture, and go on after a crash."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from planner.domain import conversation as talk
from planner.domain.changes import Kind
from planner.domain.conversation import Conversation, Step
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.guides import CATCH_UP, FIRST, Library
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person, Stage
from planner.domain.talk_time import switch_speaker, tick
from planner.errors import NotFound, PlannerError
from planner.guides.library import load
from planner.journeys import hold_conversation as journey
from planner.journeys.choose_questions import script_for
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 9, 30)  # UTC, naive
TODAY = date(2026, 11, 22)
LIBRARY = load()


def planned(store: Store, person: Person | None = None, **fields: object) -> Meeting:
    """A 1-2-1 that is about to begin, with somebody new unless told otherwise."""
    with store.transaction():
        known = person or store.people.add(a_person("Ana Ferreira"))
        return store.meetings.add(a_meeting(known.id, NOW, **fields))


def begun(store: Store, meeting: Meeting | None = None) -> Conversation:
    _, conversation = journey.begin(store, LIBRARY, (meeting or planned(store)).id, NOW)
    return conversation


def test_a_first_one_to_one_begins_with_the_first_guide(store: Store) -> None:
    meeting = planned(store)
    change, conversation = journey.begin(store, LIBRARY, meeting.id, NOW)
    assert change.kinds == {Kind.MEETING, Kind.CONVERSATION}
    assert conversation.guide == store.meetings.get(meeting.id).guide == FIRST
    assert conversation.started == NOW
    assert len(conversation.script) >= 8
    assert store.conversations.of_meeting(meeting.id) == conversation
    assert store.meetings.get(meeting.id).state is State.AGREED


def test_a_later_one_catches_up_and_asks_other_questions(store: Store) -> None:
    first = begun(store)
    meeting = store.meetings.get(first.meeting)
    with store.transaction():
        store.meetings.update(replace(meeting, state=State.HELD, guide=CATCH_UP))
        store.people.update(replace(store.people.get(meeting.person), stage=Stage.KNOWN))
        store.facts.add(Fact(person=meeting.person, kind=FactKind.GOAL, text="Second shop"))
    person = store.people.get(meeting.person)
    second = begun(store, planned(store, person))
    assert second.guide == CATCH_UP
    with store.transaction():  # all of it was asked
        store.conversations.update(replace(second, asked=second.script, step=Step.DONE))
        store.meetings.update(replace(store.meetings.get(second.meeting), state=State.HELD))
    third = begun(store, planned(store, person))
    always = {prompt.id for prompt in LIBRARY.guide(CATCH_UP).prompts if prompt.always}
    assert set(third.script) & set(second.script) == always


def test_the_guide_chosen_when_planning_is_kept(store: Store) -> None:
    assert begun(store, planned(store, guide=CATCH_UP)).guide == CATCH_UP
    assert begun(store, planned(store, guide="a guide that is gone")).guide == FIRST


def test_the_script_says_why_each_question(store: Store) -> None:
    person = store.people.get(planned(store).person)
    guide, script = script_for(store, LIBRARY, person, 30, TODAY)
    assert guide.id == FIRST
    assert [choice.phase for choice in script] == sorted(
        (choice.phase for choice in script),
        key=[phase.id for phase in guide.phases].index,
    )
    with pytest.raises(NotFound, match="question library"):
        script_for(store, LIBRARY, person, 30, TODAY, guide="nope")


def test_beginning_again_goes_on_where_it_was(store: Store) -> None:
    conversation = begun(store)
    guide = LIBRARY.guide(FIRST)
    on = tick(talk.next_question(conversation, guide), guide, 75)
    journey.keep(store, on)
    change, again = journey.begin(store, LIBRARY, conversation.meeting, NOW + timedelta(minutes=2))
    assert not change
    assert again == on


def test_with_a_guide_that_lost_questions_it_goes_on_with_the_rest(store: Store) -> None:
    conversation = begun(store)
    guide = LIBRARY.guide(FIRST)
    gone = conversation.script[1]
    phases = (
        replace(phase, prompts=tuple(p for p in phase.prompts if p.id != gone))
        for phase in guide.phases
    )
    smaller = Library((replace(guide, phases=tuple(phases)),))
    _, again = journey.begin(store, smaller, conversation.meeting, NOW)
    assert again.script == tuple(p for p in conversation.script if p != gone)
    with pytest.raises(NotFound, match="“first” is not in the question library"):
        journey.begin(store, Library(), conversation.meeting, NOW)


def test_a_prepared_one_begins_with_the_questions_chosen(store: Store) -> None:
    meeting = planned(store)
    guide = LIBRARY.guide(FIRST)
    script = [guide.prompts[3].id, guide.prompts[1].id]
    with store.transaction():
        prepared = store.conversations.add(talk.prepare(meeting.id, guide, script))
    assert journey.unfinished(store) == []
    conversation = begun(store, meeting)
    assert conversation.id == prepared.id
    assert (conversation.step, conversation.started) == (Step.TALKING, NOW)
    assert conversation.script == tuple(script)
    assert [one.id for one, _, _ in journey.unfinished(store)] == [prepared.id]


def test_one_prepared_with_a_guide_that_is_gone_is_chosen_anew(store: Store) -> None:
    meeting = planned(store)
    gone = replace(LIBRARY.guide(FIRST), id="gone")
    with store.transaction():
        prepared = store.conversations.add(talk.prepare(meeting.id, gone, ["gone-hello"]))
    conversation = begun(store, meeting)
    assert (conversation.id, conversation.guide) == (prepared.id, FIRST)
    assert conversation.step is Step.TALKING
    assert conversation.script


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (State.HELD, "held and debriefed already"),
        (State.CANCELLED, "was cancelled"),
        (State.MISSED, "marked as missed"),
    ],
)
def test_what_is_over_cannot_begin(store: Store, state: State, said: str) -> None:
    meeting = planned(store, state=state)
    with pytest.raises(PlannerError, match=said):
        journey.begin(store, LIBRARY, meeting.id, NOW)


def test_one_without_a_plan_begins_this_minute(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person("Ana Ferreira"))
    now = datetime(2026, 7, 1, 22, 30, 17, 5)
    change, conversation = journey.begin_now(store, LIBRARY, person.id, now, "Europe/London")
    meeting = store.meetings.get(conversation.meeting)
    assert change.kinds == {Kind.MEETING, Kind.CONVERSATION}
    assert (meeting.starts, meeting.zone) == (datetime(2026, 7, 1, 23, 30), "Europe/London")
    assert (meeting.state, meeting.minutes, meeting.created) == (State.AGREED, 60, now)
    assert meeting.uid.endswith("@visavis")
    store.revert(change)
    assert store.meetings.all() == []
    assert store.conversations.all() == []


def test_one_begun_in_the_hour_that_comes_twice_begins_this_minute(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person("Ana Ferreira"))
    for now in (datetime(2026, 10, 25, 0, 40), datetime(2026, 10, 25, 1, 40)):
        _, begun = journey.begin_now(store, LIBRARY, person.id, now, "Europe/London")
        meeting = store.meetings.get(begun.meeting)
        assert (meeting.starts_utc, meeting.starts) == (now, datetime(2026, 10, 25, 1, 40))


def test_one_without_a_plan_takes_length_and_guide(store: Store) -> None:
    with store.transaction():
        person = store.people.add(a_person("Ana Ferreira"))
    _, conversation = journey.begin_now(
        store, LIBRARY, person.id, NOW, "UTC", minutes=30, guide=CATCH_UP
    )
    assert conversation.guide == CATCH_UP
    assert store.meetings.get(conversation.meeting).minutes == 30
    with pytest.raises(NotFound):
        journey.begin_now(store, LIBRARY, 99, NOW, "UTC")


def test_notes_are_kept_as_typed_and_replace_themselves(store: Store) -> None:
    conversation = begun(store)
    prompt = conversation.script[0]
    journey.note(store, conversation.meeting, prompt, "Second sh")
    change = journey.note(store, conversation.meeting, prompt, "Second shop \n  before ")
    assert change.kinds == {Kind.ANSWER}
    (answer,) = store.answers.of_meeting(conversation.meeting)
    assert answer.text == "Second shop \n  before "
    assert not journey.note(store, conversation.meeting, prompt, answer.text)


def test_promises_are_captured_for_either_side(store: Store) -> None:
    conversation = begun(store)
    due = date(2026, 11, 27)
    journey.capture_promise(store, conversation.meeting, True, " Landlord contact ", due, TODAY)
    journey.capture_promise(store, conversation.meeting, False, "A price list", None, TODAY)
    mine, theirs = store.promises.open()
    assert (mine.mine, mine.text, mine.due, mine.made_on) == (True, "Landlord contact", due, TODAY)
    assert (theirs.mine, theirs.meeting) == (False, conversation.meeting)
    assert theirs.person == store.meetings.get(conversation.meeting).person
    with pytest.raises(PlannerError, match="Write what was promised"):
        journey.capture_promise(store, conversation.meeting, True, "  ", None, TODAY)


def test_facts_are_captured_once(store: Store) -> None:
    conversation = begun(store)
    meeting = conversation.meeting
    change = journey.capture_fact(store, meeting, FactKind.LIKE, "Open-water swimming", TODAY)
    assert change.kinds == {Kind.FACT}
    assert not journey.capture_fact(store, meeting, FactKind.LIKE, "open-water  swimming ", TODAY)
    (fact,) = store.facts.all()
    assert (fact.text, fact.origin, fact.noted_on) == (
        "Open-water swimming",
        Origin.MEETING,
        TODAY,
    )
    with pytest.raises(PlannerError, match="Write what you learned"):
        journey.capture_fact(store, meeting, FactKind.LIKE, "", TODAY)


def test_finishing_leaves_the_debrief_to_do(store: Store) -> None:
    change, finished = journey.finish_talking(store, begun(store))
    assert change.kinds == {Kind.CONVERSATION}
    assert finished.step is Step.DEBRIEF
    ((conversation, meeting, person),) = journey.unfinished(store)
    assert conversation == finished
    assert (meeting.id, person.name) == (conversation.meeting, "Ana Ferreira")


def test_what_was_begun_is_offered_latest_first_unless_it_is_off(store: Store) -> None:
    assert journey.unfinished(store) == []
    early, late, off, done = (planned(store) for _ in range(4))
    for minutes, meeting in enumerate((late, early, off, done)):
        journey.begin(store, LIBRARY, meeting.id, NOW - timedelta(minutes=minutes))
    with store.transaction():
        store.meetings.update(replace(store.meetings.get(off.id), state=State.CANCELLED))
        over = store.conversations.of_meeting(done.id)
        assert over is not None
        store.conversations.update(talk.close(over))
    assert [meeting.id for _, meeting, _ in journey.unfinished(store)] == [late.id, early.id]


KILLED_IN_THE_MIDDLE = """
import os, signal, sys
from pathlib import Path
from tests.journeys.test_hold_conversation import LIBRARY, begun, planned, words_noted
from planner.domain import conversation as talk
from planner.domain.talk_time import switch_speaker
from planner.journeys import hold_conversation as journey
from planner.journeys.choose_questions import script_for
from planner.storage.store import Store

store = Store.open(Path(sys.argv[1]))
conversation = begun(store, planned(store))
guide = LIBRARY.guide(conversation.guide)
for seconds, (prompt, text) in enumerate(words_noted(conversation), start=1):
    for typed in range(1, len(text) + 1):
        journey.note(store, conversation.meeting, prompt, text[:typed])
    conversation = talk.next_question(conversation, guide)
    conversation = switch_speaker(conversation, guide, 60 * seconds)
    journey.keep(store, conversation)
print(conversation.at, conversation.elapsed, conversation.mine, flush=True)
with store.transaction():
    store.answers.note(conversation.meeting, conversation.script[4], "never shown as saved")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def words_noted(conversation: Conversation) -> list[tuple[str, str]]:
    texts = ("Until ten.", "Weddings,\noffice flowers – “Bloom”", "Second shop before Mothers' Day")
    return list(zip(conversation.script, texts, strict=False))


def test_killed_in_the_middle_no_noted_word_is_lost(library: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", KILLED_IN_THE_MIDDLE, str(library)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == -9, ran.stderr
    at, elapsed, mine = (int(figure) for figure in ran.stdout.split())
    with Store.open(library) as store:
        ((conversation, meeting, person),) = journey.unfinished(store)
        assert person.name == "Ana Ferreira"
        assert (conversation.at, conversation.elapsed, conversation.mine) == (at, elapsed, mine)
        assert (at, elapsed, mine) == (3, 360, 180)
        noted = {answer.prompt: answer.text for answer in store.answers.of_meeting(meeting.id)}
        assert noted == dict(words_noted(conversation))
        _, again = journey.begin(store, LIBRARY, meeting.id, NOW + timedelta(minutes=9))
        assert again == conversation
        guide = LIBRARY.guide(again.guide)
        journey.keep(store, switch_speaker(again, guide, 5))  # and it goes on
