"""Preparing a 1-2-1 on a real library: what is chosen is kept, taken back, and begun with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain import conversation as talk
from planner.domain.conversation import Step
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import CATCH_UP, FIRST, Library
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.errors import NotFound, PlannerError
from planner.guides.library import load
from planner.journeys import prepare_meeting as journey
from planner.journeys.choose_questions import script_for
from planner.journeys.debrief_meeting import debrief
from planner.journeys.go_on_talking import begin_with, cut_short
from planner.journeys.hold_conversation import begin, unfinished
from planner.journeys.prepare_meeting import Questions
from planner.journeys.prepare_sheet import prepare
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 19, 0)  # UTC, naive: the evening before
STARTS = datetime(2026, 11, 23, 8, 30)
LIBRARY = load()


def planned(store: Store, person: Person | None = None, **fields: object) -> Meeting:
    """A 1-2-1 tomorrow, with somebody new unless told otherwise."""
    with store.transaction():
        known = person or store.people.add(a_person("Ana Ferreira"))
        return store.meetings.add(a_meeting(known.id, STARTS, **fields))


def script(store: Store, meeting: Meeting) -> tuple[str, ...]:
    kept = store.conversations.of_meeting(meeting.id)
    assert kept is not None
    return kept.script


def test_as_it_stands_it_is_what_would_be_asked(store: Store) -> None:
    meeting = planned(store)
    person = store.people.get(meeting.person)
    guide, chosen = script_for(
        store, LIBRARY, person, meeting.minutes, STARTS.date(), meeting_id=meeting.id
    )
    questions = Questions(store, LIBRARY, meeting)
    assert questions.guide == guide
    assert questions.script == tuple(choice.prompt.id for choice in chosen)
    assert [one.prompt for one in questions.choices()] == [one.prompt for one in chosen]
    assert store.conversations.of_meeting(meeting.id) is None, "to look is to keep nothing"


def test_prepared_it_stays_and_is_begun_with(store: Store) -> None:
    meeting = planned(store)
    change, prepared = journey.prepare_meeting(store, LIBRARY, meeting.id)
    assert prepared.step is Step.PREPARED and prepared.started is None
    assert store.meetings.get(meeting.id).guide == prepared.guide == FIRST
    assert journey.is_prepared(store, meeting.id)
    with store.transaction():  # much is learned in between
        store.facts.add(Fact(person=meeting.person, kind=FactKind.DOES, text="Weddings"))
        store.facts.add(Fact(person=meeting.person, kind=FactKind.GOAL, text="A second shop"))
    _, begun = begin(store, LIBRARY, meeting.id, NOW)
    assert begun == talk.begin_prepared(prepared, NOW)
    assert not journey.is_prepared(store, meeting.id)
    assert change


def test_somebody_who_is_here_now_is_talked_to_as_prepared(store: Store) -> None:
    meeting = planned(store)
    _, prepared = journey.choose_guide(store, LIBRARY, meeting.id, CATCH_UP)
    now = datetime(2026, 11, 23, 8, 35)
    _, begun = begin_with(store, LIBRARY, meeting.person, now, "Europe/London")
    assert (begun.id, begun.script, begun.guide) == (prepared.id, prepared.script, CATCH_UP)


def test_it_is_no_conversation_cut_short(store: Store) -> None:
    journey.prepare_meeting(store, LIBRARY, planned(store).id)
    assert unfinished(store) == [] and cut_short(store) is None


def test_another_question_stands_in_the_same_phase(store: Store) -> None:
    meeting = planned(store)
    before = Questions(store, LIBRARY, meeting)
    asked = next(one for one in before.choices() if before.swappable(one.prompt.id))
    _, after = journey.swap_question(store, LIBRARY, meeting.id, asked.prompt.id)
    (fresh,) = set(after.script) - set(before.script)
    assert set(before.script) - set(after.script) == {asked.prompt.id}
    assert before.guide.phase_index(fresh) == before.guide.phase_index(asked.prompt.id)
    now = Questions(store, LIBRARY, store.meetings.get(meeting.id))
    assert [one.prompt.id for one in now.choices()] == list(after.script), "each has its reason"


def test_going_on_swapping_comes_round(store: Store) -> None:
    meeting = planned(store)
    questions = Questions(store, LIBRARY, meeting)
    first = next(one.prompt.id for one in questions.choices() if not one.prompt.always)
    others, here, seen = len(questions.others(first)), first, []
    for _ in range(others):
        _, kept = journey.swap_question(store, LIBRARY, meeting.id, here)
        (here,) = set(kept.script) - set(questions.script) or {first}
        seen.append(here)
    assert seen[-1] == first and len(set(seen)) == others


def test_one_that_has_no_other_says_so(store: Store) -> None:
    meeting = planned(store)
    always = next(c.prompt.id for c in Questions(store, LIBRARY, meeting).choices())
    guide = LIBRARY.guide(FIRST)
    few = replace(guide, phases=tuple(replace(p, prompts=p.prompts[:1]) for p in guide.phases))
    with pytest.raises(PlannerError, match="no other question"):
        journey.swap_question(store, Library((few,)), meeting.id, always)


def test_another_guide_has_its_own_questions(store: Store) -> None:
    meeting = planned(store)
    journey.prepare_meeting(store, LIBRARY, meeting.id)
    _, chosen = journey.choose_guide(store, LIBRARY, meeting.id, CATCH_UP)
    known = {prompt.id for prompt in LIBRARY.guide(CATCH_UP).prompts}
    assert chosen.script and set(chosen.script) <= known
    assert store.meetings.get(meeting.id).guide == CATCH_UP
    with pytest.raises(NotFound, match="question library"):
        journey.choose_guide(store, LIBRARY, meeting.id, "gone")


def test_the_page_to_take_along_has_what_was_prepared(store: Store) -> None:
    meeting = planned(store)
    _, chosen = journey.choose_guide(store, LIBRARY, meeting.id, CATCH_UP)
    sheet = prepare(store, LIBRARY, NOW.date(), meeting_id=meeting.id)
    texts = {prompt.text for prompt in LIBRARY.guide(CATCH_UP).prompts}
    asked = {question.text for phase in sheet.phases for question in phase.questions}
    assert asked and asked <= texts
    assert chosen.script


def test_chosen_afresh_nothing_is_prepared(store: Store) -> None:
    meeting = planned(store)
    journey.choose_guide(store, LIBRARY, meeting.id, CATCH_UP)
    change = journey.choose_afresh(store, meeting.id)
    assert store.conversations.of_meeting(meeting.id) is None
    assert Questions(store, LIBRARY, store.meetings.get(meeting.id)).guide.id == FIRST
    store.revert(change)
    assert Questions(store, LIBRARY, store.meetings.get(meeting.id)).guide.id == CATCH_UP


def test_each_step_is_undone_by_itself(store: Store) -> None:
    meeting = planned(store)
    prepared, kept = journey.prepare_meeting(store, LIBRARY, meeting.id)
    swapped, _ = journey.swap_question(store, LIBRARY, meeting.id, kept.script[1])
    guide, _ = journey.choose_guide(store, LIBRARY, meeting.id, CATCH_UP)
    store.revert(guide)
    assert script(store, meeting) != kept.script
    store.revert(swapped)
    assert script(store, meeting) == kept.script
    store.revert(prepared)
    assert store.conversations.of_meeting(meeting.id) is None
    assert store.meetings.get(meeting.id).guide == ""
    store.reapply(prepared)
    assert script(store, meeting) == kept.script


def test_once_they_talk_the_preparing_is_not_undone(store: Store) -> None:
    meeting = planned(store)
    prepared, kept = journey.prepare_meeting(store, LIBRARY, meeting.id)
    swapped, _ = journey.swap_question(store, LIBRARY, meeting.id, kept.script[1])
    begin(store, LIBRARY, meeting.id, NOW)
    begun = store.conversations.of_meeting(meeting.id)
    for change in (prepared, swapped):
        with pytest.raises(PlannerError, match="begun this 1-2-1 since"):
            store.revert(change)
    assert store.conversations.of_meeting(meeting.id) == begun


def test_what_was_prepared_does_not_come_back_beside_a_conversation(store: Store) -> None:
    meeting = planned(store)
    prepared, _ = journey.prepare_meeting(store, LIBRARY, meeting.id)
    store.revert(prepared)
    begin(store, LIBRARY, meeting.id, NOW)
    with pytest.raises(PlannerError, match="begun this 1-2-1 since"):
        store.reapply(prepared)
    assert len(store.conversations.all()) == 1


def test_a_beginning_can_still_be_undone(store: Store) -> None:
    meeting = planned(store)
    journey.prepare_meeting(store, LIBRARY, meeting.id)
    begun, _ = begin(store, LIBRARY, meeting.id, NOW)
    store.revert(begun)
    assert journey.is_prepared(store, meeting.id)


@pytest.mark.parametrize("state", [State.HELD, State.CANCELLED, State.MISSED])
def test_what_is_over_is_not_prepared(store: Store, state: State) -> None:
    meeting = planned(store, state=state)
    with pytest.raises(PlannerError, match="not to be prepared any more"):
        journey.prepare_meeting(store, LIBRARY, meeting.id)


def test_what_is_begun_is_not_prepared(store: Store) -> None:
    meeting = planned(store)
    begin(store, LIBRARY, meeting.id, NOW)
    for act in (
        lambda: journey.choose_guide(store, LIBRARY, meeting.id, CATCH_UP),
        lambda: journey.choose_afresh(store, meeting.id),
        lambda: journey.keep_aims(store, meeting.id, "a", "b", "c", NOW),
    ):
        with pytest.raises(PlannerError, match="not to be prepared any more"):
            act()
    assert store.meetings.get(meeting.id).guide == FIRST


def test_what_it_is_for_is_kept(store: Store) -> None:
    meeting = planned(store)
    change, kept = journey.keep_aims(store, meeting.id, "How it began ", "A name", "", NOW)
    assert (kept.learn, kept.give, kept.ask) == ("How it began", "A name", "")
    assert not kept.sequence, "no calendar has to hear of it"
    store.revert(change)
    assert store.meetings.get(meeting.id).give == ""


def test_prepared_and_held_on_paper_it_can_be_debriefed(store: Store) -> None:
    from planner.domain.debrief import Debrief

    meeting = planned(store)
    journey.prepare_meeting(store, LIBRARY, meeting.id)
    later = NOW + timedelta(days=1)
    debrief(store, meeting.id, Debrief(summary="A good hour"), date(2026, 11, 23), later)
    assert store.meetings.get(meeting.id).state is State.HELD
    kept = store.conversations.of_meeting(meeting.id)
    assert kept is not None and kept.step is Step.DONE


def test_a_guide_that_is_gone_is_chosen_anew(store: Store) -> None:
    meeting = planned(store)
    _, kept = journey.prepare_meeting(store, LIBRARY, meeting.id)
    with store.transaction():
        store.conversations.update(replace(kept, guide="my own, removed since"))
    questions = Questions(store, LIBRARY, store.meetings.get(meeting.id))
    assert questions.guide.id == FIRST and questions.script
    _, begun = begin(store, LIBRARY, meeting.id, NOW)
    assert begun.guide == FIRST and len(store.conversations.all()) == 1
