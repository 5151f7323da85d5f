"""Choosing on a real library: what is left of last time, the user's marks, another question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain.conversation import Conversation, Step
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import CATCH_UP, FIRST, PRESS, RECONNECT, TRAIN, Library
from planner.domain.meetings import Meeting, Roughly, State, Touch
from planner.domain.pace import worth_asking
from planner.domain.people import Attitude, Person, Stage
from planner.domain.promises import Promise
from planner.domain.prompts import Choice, Why
from planner.domain.which_guide import GuideWhy
from planner.errors import NotFound
from planner.guides.library import load
from planner.journeys.choose_questions import another, guide_for, reasons_for, script_for
from planner.journeys.hold_conversation import begin
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 9, 30)  # UTC, naive
TODAY = date(2026, 11, 22)
LIBRARY = load()
WEEK = timedelta(days=7)


def somebody(store: Store, **fields: object) -> Person:
    with store.transaction():
        return store.people.add(a_person("Ana Ferreira", **fields))


def held(store: Store, person: Person, days_ago: int = 30, **fields: object) -> Meeting:
    with store.transaction():
        starts = NOW - timedelta(days=days_ago)
        return store.meetings.add(a_meeting(person.id, starts, state=State.HELD, **fields))


def talked(
    store: Store, meeting: Meeting, guide: str, *asked: str, script: tuple[str, ...]
) -> None:
    """A talk that is over: what of its script was asked."""
    spent = (0,) * 5
    with store.transaction():
        store.conversations.add(
            Conversation(
                0, meeting.id, guide, script, len(script), Step.DONE, NOW, asked=asked, spent=spent
            )
        )


def choices(
    store: Store, person: Person, library: Library = LIBRARY, guide: str = ""
) -> tuple[Choice, ...]:
    return script_for(store, library, person, 60, TODAY, guide=guide)[1]


def talking(store: Store, **fields: object) -> Conversation:
    person = somebody(store, **fields)
    with store.transaction():
        meeting = store.meetings.add(a_meeting(person.id, NOW))
    return begin(store, LIBRARY, meeting.id, NOW)[1]


def test_what_was_left_over_last_time_comes_first(store: Store) -> None:
    person = somebody(store, stage=Stage.KNOWN)
    script = ("again-since-then", "again-thoughts", "again-better-by-doing", "again-promised")
    talked(
        store, held(store, person), CATCH_UP, "again-since-then", "again-thoughts", script=script
    )
    (choice,) = (c for c in choices(store, person) if c.prompt.id == "again-better-by-doing")
    assert choice.why is Why.LEFT_OVER
    assert "again-thoughts" not in {c.prompt.id for c in choices(store, person)}


def test_an_answer_that_was_not_kept_as_a_fact_is_come_back_to(store: Store) -> None:
    person = somebody(store, stage=Stage.KNOWN)
    meeting = held(store, person)
    with store.transaction():
        store.answers.note(meeting.id, "first-good-year", "A second shop before Mothers' Day")
    (choice,) = (c for c in choices(store, person) if c.prompt.id == "again-how-far")
    assert choice.told is not None
    assert (choice.told.text, choice.told.day) == (
        "A second shop before Mothers' Day",
        meeting.starts.date(),
    )


def test_what_was_noted_as_private_comes_back_nowhere(store: Store) -> None:
    person = somebody(store, stage=Stage.LIKED)
    meeting = held(store, person, summary="Divorce. Otherwise fine.")
    with store.transaction():
        store.facts.add(Fact(person=person.id, kind=FactKind.PRIVATE, text="Divorce"))
        store.answers.note(meeting.id, "first-good-year", "To get through the divorce")
        store.answers.note(meeting.id, "again-tell-few-people", "Ill")
    told = [c.told.text for c in choices(store, person) if c.told]
    assert not [text for text in told if "ivorce" in text or "Ill" in text]


def test_what_i_owe_is_brought_up(store: Store) -> None:
    person = somebody(store, stage=Stage.KNOWN)
    held(store, person)
    with store.transaction():
        store.promises.add(Promise(person=person.id, text="Introduce Tom", made_on=TODAY - WEEK))
    (choice,) = (c for c in choices(store, person) if c.why is Why.OWED)
    assert choice.told is not None and choice.told.text == "Introduce Tom"


def test_what_they_wrote_since_is_taken_up(store: Store) -> None:
    person = somebody(store, stage=Stage.KNOWN)
    held(store, person, summary="Planning permission.")
    note = "Daughter in hospital"
    with store.transaction():
        store.touches.add(Touch(person=person.id, day=TODAY - WEEK, note=note))
        store.touches.add(Touch(person=person.id, day=TODAY + WEEK, note="Not yet"))
        store.touches.add(Touch(person=person.id, day=TODAY - timedelta(days=1), note="?"))
    told = [c.told.text for c in choices(store, person) if c.told is not None]
    assert told == [note]


def test_as_of_a_day_nothing_later_is_known(store: Store) -> None:
    person = somebody(store, stage=Stage.LIKED)
    with store.transaction():
        store.facts.add(
            Fact(person=person.id, kind=FactKind.GOAL, text="Sail", noted_on=TODAY + WEEK)
        )
    held(store, person, -8, summary="The regatta.")
    assert not [c for c in choices(store, person) if c.told is not None]


def test_the_users_marks_are_heeded(store: Store) -> None:
    person = somebody(store)
    plain = {c.prompt.id for c in choices(store, person)}
    turn = ("first-not-on-website", "first-why-i-began")  # as good as one another, for anybody
    dear = next(id for id in turn if id not in plain)
    marked = replace(
        LIBRARY,
        favourites=frozenset({dear}),
        left_out=frozenset({"first-their-story", "first-until-when"}),
    )
    chosen = {c.prompt.id for c in choices(store, person, marked)}
    assert dear in chosen
    assert not chosen & marked.left_out


@pytest.mark.parametrize(
    ("fields", "days_ago", "guide", "why"),
    [
        ({}, None, FIRST, GuideWhy.FIRST),
        ({"stage": Stage.KNOWN}, 30, CATCH_UP, GuideWhy.CATCH_UP),
        ({"stage": Stage.KNOWN}, 730, RECONNECT, GuideWhy.SILENCE),
        ({"attitude": Attitude.PRESS}, None, PRESS, GuideWhy.PRESS),
        ({"stage": Stage.TRUSTED}, 30, TRAIN, GuideWhy.TRAIN_GAP),
    ],
)
def test_the_guide_goes_by_what_is_written_down(
    store: Store, fields: dict[str, object], days_ago: int | None, guide: str, why: GuideWhy
) -> None:
    person = somebody(store, **fields)
    if days_ago is not None:
        held(store, person, days_ago)
    choice = guide_for(store, LIBRARY, person, TODAY)
    assert (choice.guide, choice.why) == (guide, why)
    assert script_for(store, LIBRARY, person, 60, TODAY)[0].id == guide


def test_a_touch_breaks_the_silence(store: Store) -> None:
    person = somebody(store, stage=Stage.KNOWN)
    held(store, person, 800)
    with store.transaction():
        store.touches.add(Touch(person=person.id, day=TODAY - WEEK))
    assert guide_for(store, LIBRARY, person, TODAY).guide == CATCH_UP


def test_one_to_one_s_to_come_break_no_silence(store: Store) -> None:
    person = somebody(store, stage=Stage.KNOWN)
    held(store, person, 800)
    with store.transaction():
        meeting = store.meetings.add(a_meeting(person.id, NOW, state=State.AGREED))
    found = guide_for(store, LIBRARY, person, TODAY, meeting_id=meeting.id)
    assert found.guide == RECONNECT


def test_somebody_trained_last_time_catches_up_this_time(store: Store) -> None:
    person = somebody(store, stage=Stage.TRUSTED)
    held(store, person, guide=TRAIN)
    assert guide_for(store, LIBRARY, person, TODAY).guide == CATCH_UP


def test_another_question_of_the_phase_on_screen(store: Store) -> None:
    conversation = talking(store)
    change, on = another(store, LIBRARY, conversation, 50, TODAY)
    assert change
    assert store.conversations.get(conversation.id) == on
    new = on.script[on.at]
    guide = LIBRARY.guide(FIRST)
    assert new not in conversation.script
    assert guide.phase_index(new) == guide.phase_index(conversation.script[0])
    assert set(on.script) == {*conversation.script, new}
    store.revert(change)
    assert store.conversations.get(conversation.id) == conversation


def test_another_question_again_and_again_until_there_is_none(store: Store) -> None:
    conversation = talking(store)
    seen = set(conversation.script)
    for _ in range(30):
        change, conversation = another(store, LIBRARY, conversation, 40, TODAY)
        if not change:
            break
        assert conversation.script[conversation.at] not in seen
        seen.add(conversation.script[conversation.at])
    assert not change
    arrive = LIBRARY.guide(FIRST).phases[0]
    open_to_all = {p.id for p in arrive.prompts if Attitude.OPEN in p.audience}
    assert open_to_all <= set(conversation.script)


def test_when_all_is_asked_and_there_is_time_another_comes_at_the_end(store: Store) -> None:
    conversation = talking(store)
    done = replace(conversation, at=len(conversation.script), asked=conversation.script)
    change, on = another(store, LIBRARY, done, 20, TODAY)
    assert change
    assert on.script[:-1] == conversation.script
    assert on.at == len(conversation.script)
    assert worth_asking(on, LIBRARY.guide(FIRST), 20) == on.script[-1:]


def test_nobody_gets_another_once_the_talking_is_over(store: Store) -> None:
    conversation = replace(talking(store), step=Step.DEBRIEF)
    change, same = another(store, LIBRARY, conversation, 20, TODAY)
    assert not change
    assert same == conversation
    with pytest.raises(NotFound, match="question library"):
        another(store, LIBRARY, replace(conversation, guide="gone"), 20, TODAY)


def test_each_question_of_a_script_that_stands_has_its_reason(store: Store) -> None:
    conversation = talking(store)
    person = store.people.get(store.meetings.get(conversation.meeting).person)
    guide = LIBRARY.guide(FIRST)
    judged = reasons_for(store, LIBRARY, person, guide, conversation.script, TODAY)
    assert tuple(choice.prompt.id for choice in judged) == conversation.script
    _, chosen = script_for(store, LIBRARY, person, 45, TODAY)
    assert {c.prompt.id: c.phase for c in judged} == {c.prompt.id: c.phase for c in chosen}


def test_what_was_said_some_time_in_a_year_is_told_so(store: Store) -> None:
    person = somebody(store, stage=Stage.KNOWN)
    meeting = held(store, person, 2700, summary="Was about to emigrate.", roughly=Roughly.YEAR)
    day = meeting.starts.date()
    with store.transaction():
        store.facts.add(
            Fact(person=person.id, kind=FactKind.GOAL, text="To emigrate", noted_on=day)
        )
    told = [choice.told for choice in choices(store, person) if choice.told]
    assert {one.roughly for one in told if one.day == day} == {Roughly.YEAR}
    why = guide_for(store, LIBRARY, person, TODAY)
    assert (why.why, why.since, why.roughly) == (GuideWhy.SILENCE, day, Roughly.YEAR)
