"""Saving a debrief: from paper, of years ago, with all that was passed on, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from planner.domain import conversation as talk
from planner.domain.captures import Form
from planner.domain.changes import Change
from planner.domain.conversation import Step
from planner.domain.debrief import Debrief, Passed
from planner.domain.debrief_draft import Draft, FactDraft
from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting, Roughly, State, TalkedMore
from planner.domain.past_days import PastDay, past_day_from_words
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.errors import PlannerError
from planner.guides.library import load
from planner.journeys.calendar_files import export_calendar
from planner.journeys.captured import captured_in
from planner.journeys.choose_questions import script_for
from planner.journeys.debrief_page import debrief_page, keep_past_draft, past_page
from planner.journeys.merge_people import merge
from planner.journeys.save_debrief import THANKED, save_debrief, save_past
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 11, 0)  # UTC, naive; London wall time too
TODAY = date(2026, 11, 22)
LIBRARY = load()
ZONE = "Europe/London"


@pytest.fixture
def ana(store: Store) -> Person:
    with store.transaction():
        return store.people.add(a_person("Ana Ferreira"))


@pytest.fixture
def meeting(store: Store, ana: Person) -> Meeting:
    """A planned 1-2-1 that was held with paper and pencil."""
    with store.transaction():
        return store.meetings.add(a_meeting(ana.id, NOW - timedelta(hours=1), minutes=60))


def past(store: Store, ana: Person, words: str, kept: Debrief) -> tuple[Change, Meeting]:
    when = past_day_from_words(words, TODAY)
    assert when is not None
    return save_past(store, ana.id, kept, when, "The Wharf", ZONE, NOW)


def test_the_questions_of_the_paper_are_those_of_the_sheet(store: Store, meeting: Meeting) -> None:
    page = debrief_page(store, LIBRARY, meeting.id, TODAY)
    person = store.people.get(meeting.person)
    guide, script = script_for(store, LIBRARY, person, 60, TODAY, meeting_id=meeting.id)
    assert page.on_paper and page.guide == guide.id
    asked = [one.prompt.id for one in page.questions]
    assert asked == [one.prompt.id for one in script if one.prompt.id in asked]
    assert {one.prompt.id for one in script if one.prompt.fills} <= set(asked)
    assert all(one.part for one in page.questions)


def test_what_stood_on_paper_is_noted_under_its_question_and_not_asked_again(
    store: Store, meeting: Meeting
) -> None:
    page = debrief_page(store, LIBRARY, meeting.id, TODAY)
    goal = next(one.prompt for one in page.questions if one.prompt.fills)
    assert goal.fills is not None
    kept = Debrief(
        summary="Good",
        facts=(Fact(kind=goal.fills, text="A second shop"),),
        answers=((goal.id, "A second shop"),),
        guide=page.guide,
        talked=TalkedMore.THEM,
    )
    save_debrief(store, meeting.id, kept, TODAY, NOW)
    held = store.meetings.get(meeting.id)
    assert (held.state, held.guide, held.talked) == (State.HELD, page.guide, TalkedMore.THEM)
    (answer,) = store.answers.of_meeting(meeting.id)
    assert (answer.prompt, answer.text) == (goal.id, "A second shop")
    person = store.people.get(meeting.person)
    _, script = script_for(store, LIBRARY, person, 60, TODAY, guide=page.guide)
    assert goal.id not in [choice.prompt.id for choice in script]
    again = debrief_page(store, LIBRARY, meeting.id, TODAY)
    assert goal.id not in [one.prompt.id for one in again.questions]
    assert again.talked is TalkedMore.THEM


def test_what_was_passed_on_goes_where_it_belongs_and_all_comes_back_with_undo(
    store: Store, meeting: Meeting
) -> None:
    with store.transaction():
        tom = store.people.add(a_person("Tom Hale"))
    kept = Debrief(
        passed=(
            Passed(Form.REFERRAL, False, "Marsh Hotel, the lobby"),
            Passed(Form.INTRODUCTION, True, "Tom Hale", "Both sell to hotels"),
            Passed(Form.INTRODUCTION, False, "Rob Kane"),
            Passed(Form.ASK, False, "A short lease"),
        ),
    )
    change = save_debrief(store, meeting.id, kept, TODAY, NOW)
    (referral,) = store.referrals.of_person(meeting.person)
    assert (referral.given, referral.what) == (False, "Marsh Hotel, the lobby")
    (introduction,) = store.introductions.all()
    assert set(introduction.people) == {meeting.person, tom.id}
    (promise,) = store.promises.of_person(meeting.person)
    assert (promise.mine, promise.text) == (False, "Introduce you to Rob Kane")
    (ask,) = store.asks.of_person(meeting.person)
    assert ask.text == "A short lease"
    assert set(captured_in(store, meeting.id)) == {referral, introduction, ask}
    store.revert(change)
    assert store.referrals.all() == [] and store.asks.all() == []
    assert store.introductions.all() == [] and store.promises.all() == []
    assert captured_in(store, meeting.id) == ()


def test_a_note_of_thanks_that_is_sent_is_a_touch(store: Store, meeting: Meeting) -> None:
    save_debrief(store, meeting.id, Debrief(thanked=True, thanks="Dear Ana"), TODAY, NOW)
    (touch,) = store.touches.of_person(meeting.person)
    assert (touch.day, touch.note, touch.theirs) == (TODAY, THANKED, False)
    page = debrief_page(store, LIBRARY, meeting.id, TODAY)
    assert page.thanked and page.thanks == ""


def test_a_note_of_thanks_that_is_not_waits_as_it_was_edited(
    store: Store, meeting: Meeting
) -> None:
    save_debrief(store, meeting.id, Debrief(thanks="Dear Ana"), TODAY, NOW)
    page = debrief_page(store, LIBRARY, meeting.id, TODAY)
    assert not page.thanked and page.thanks == "Dear Ana"
    assert store.touches.all() == []


def test_one_that_was_only_prepared_is_closed_with_what_was_asked(
    store: Store, meeting: Meeting
) -> None:
    guide = LIBRARY.guides[0]
    ids = [prompt.id for prompt in guide.prompts[:3]]
    with store.transaction():
        store.conversations.add(talk.prepare(meeting.id, guide, ids))
    save_debrief(store, meeting.id, Debrief(answers=((ids[1], "Hotels"),)), TODAY, NOW)
    done = store.conversations.of_meeting(meeting.id)
    assert done is not None
    assert (done.step, done.asked) == (Step.DONE, (ids[1],))


@pytest.mark.parametrize(
    ("words", "day", "roughly"),
    [
        ("14 May 2023", date(2023, 5, 14), Roughly.DAY),
        ("May 2021", date(2021, 5, 15), Roughly.MONTH),
        ("2019", date(2019, 7, 1), Roughly.YEAR),
        ("today", TODAY, Roughly.DAY),
    ],
)
def test_one_of_long_ago_counts_as_held_then(
    store: Store, ana: Person, words: str, day: date, roughly: Roughly
) -> None:
    kept = Debrief(
        summary=" Hiring a driver ",
        facts=(Fact(kind=FactKind.GOAL, text="A second shop"),),
        promises=(Promise(mine=False, text="Two names"),),
        stage=Stage.KNOWN,
        talked=TalkedMore.EVEN,
        passed=(Passed(Form.REFERRAL, False, "Marsh Hotel"),),
    )
    change, held = past(store, ana, words, kept)
    (referral,) = store.referrals.of_person(ana.id)
    assert (referral.what, referral.day) == ("Marsh Hotel", day)
    assert store.meetings.of_person(ana.id) == [held]
    assert (held.state, held.starts.date(), held.roughly) == (State.HELD, day, roughly)
    assert (held.summary, held.place) == ("Hiring a driver", "The Wharf")
    assert held.starts_utc <= NOW
    (fact,) = store.facts.of_person(ana.id)
    assert fact.noted_on == day
    (promise,) = store.promises.of_person(ana.id)
    assert (promise.meeting, promise.made_on) == (held.id, day)
    assert store.people.get(ana.id).stage is Stage.KNOWN
    (signals,) = store.history.signals(store.me.get(), TODAY, only=[ana.id])
    assert signals.meetings == 1
    store.revert(change)
    assert store.meetings.all() == [] and store.facts.all() == [] and store.promises.all() == []
    assert store.referrals.all() == []
    assert store.people.get(ana.id) == ana


def test_nobody_rests_for_one_of_long_ago(store: Store, ana: Person) -> None:
    resting = replace(ana, rests_until=date(2027, 1, 1), put_off=2)
    with store.transaction():
        store.people.update(resting)
    past(store, ana, "2019", Debrief())
    assert store.people.get(ana.id) == resting
    past(store, ana, "yesterday", Debrief(meet_again=date(2027, 6, 1), thanked=True))
    assert store.people.get(ana.id).rests_until == date(2027, 6, 1)
    assert [touch.note for touch in store.touches.of_person(ana.id)] == [THANKED]


def test_a_day_to_come_is_no_past_one(store: Store, ana: Person) -> None:
    ahead = PastDay(TODAY + timedelta(days=1), Roughly.DAY)
    with pytest.raises(PlannerError, match="still to come"):
        save_past(store, ana.id, Debrief(), ahead, "", ZONE, NOW)
    assert store.meetings.all() == []


def test_what_was_asked_years_ago_is_not_asked_again(store: Store, ana: Person) -> None:
    page = past_page(store, LIBRARY, ana.id, TODAY)
    assert page.past and page.questions
    asked = page.questions[0].prompt.id
    past(store, ana, "2019", Debrief(answers=((asked, "At the market"),), guide=page.guide))
    _, script = script_for(store, LIBRARY, ana, 60, TODAY, guide=page.guide)
    assert asked not in [choice.prompt.id for choice in script]


def test_no_calendar_is_told_of_a_time_nobody_remembers(
    store: Store, ana: Person, meeting: Meeting
) -> None:
    past(store, ana, "2019", Debrief(summary="Long ago"))
    assert export_calendar(store, NOW).count(b"BEGIN:VEVENT") == 1


def test_its_draft_waits_with_the_person_and_goes_with_saving(store: Store, ana: Person) -> None:
    draft = Draft(summary="Half a", when="last sum", facts={"x": FactDraft(True, "typed")})
    keep_past_draft(store, ana.id, draft)
    assert past_page(store, LIBRARY, ana.id, TODAY).draft == draft
    past(store, ana, "2019", Debrief())
    assert past_page(store, LIBRARY, ana.id, TODAY).draft == Draft()


def test_several_in_a_row_are_each_taken_back(store: Store, ana: Person) -> None:
    changes = []
    for words in ("2019", "May 2021"):
        keep_past_draft(store, ana.id, Draft(when=words))
        changes.append(past(store, ana, words, Debrief(summary=words))[0])
    keep_past_draft(store, ana.id, Draft(when="last summer"))
    for change in reversed(changes):
        store.revert(change)
    assert store.meetings.all() == []
    assert past_page(store, LIBRARY, ana.id, TODAY).draft == Draft(when="last summer")


def test_its_draft_moves_with_a_merge_and_goes_with_the_person(store: Store, ana: Person) -> None:
    draft = Draft(summary="Half a")
    keep_past_draft(store, ana.id, draft)
    with store.transaction():
        twin = store.people.add(a_person("Ana F."))
    merge(store, twin.id, ana.id)
    assert past_page(store, LIBRARY, twin.id, TODAY).draft == draft
    with store.transaction():
        store.people.remove(twin.id)
    assert store.settings.get(f"past of person {twin.id}") == ""
