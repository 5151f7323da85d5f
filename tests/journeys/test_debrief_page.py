"""What the debrief shows, and its draft until it is saved."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from planner.domain.changes import Kind
from planner.domain.debrief import Debrief
from planner.domain.debrief_draft import Again, Draft, FactDraft
from planner.domain.facts import FactKind
from planner.domain.meetings import Meeting, State
from planner.guides.library import load
from planner.journeys import hold_conversation as hold
from planner.journeys.debrief_page import debrief_page, keep_draft, not_held
from planner.journeys.save_debrief import save_debrief
from planner.storage.store import Store
from tests.builders import a_meeting, a_person

NOW = datetime(2026, 11, 22, 11, 0)  # UTC, naive; London wall time too
TODAY = date(2026, 11, 22)
LIBRARY = load()


@pytest.fixture
def meeting(store: Store) -> Meeting:
    """A planned 1-2-1 whose time has come, with somebody new."""
    with store.transaction():
        person = store.people.add(a_person("Ana Ferreira"))
        return store.meetings.add(a_meeting(person.id, NOW - timedelta(hours=1)))


def test_it_shows_what_was_noted_and_kept_on_the_way(store: Store, meeting: Meeting) -> None:
    _, conversation = hold.begin(store, LIBRARY, meeting.id, NOW - timedelta(hours=1))
    asked = [LIBRARY.prompt(prompt) for prompt in conversation.script]
    tells = next(prompt for prompt in asked if prompt and prompt.fills is FactKind.GOAL)
    tells_not = next(prompt for prompt in asked if prompt and prompt.fills is None)
    hold.note(store, meeting.id, tells.id, "Second shop")
    hold.note(store, meeting.id, tells_not.id, "Until eleven")
    hold.note(store, meeting.id, "a question that is gone", "Something else")
    hold.capture_promise(store, meeting.id, True, "Landlord contact", None, TODAY)
    hold.capture_fact(store, meeting.id, FactKind.LIKE, "Swimming", TODAY)
    shown = debrief_page(store, LIBRARY, meeting.id, TODAY)
    assert [(one.prompt.id, one.fact.text) for one in shown.offered] == [(tells.id, "Second shop")]
    assert [(note.question, note.text) for note in shown.notes] == [
        (tells_not.text, "Until eleven"),
        ("", "Something else"),
    ]
    assert [promise.text for promise in shown.promises] == ["Landlord contact"]
    assert [fact.text for fact in shown.learned] == ["Swimming"]
    assert shown.conversation == conversation
    assert shown.draft == Draft()


def test_one_noted_on_paper_has_a_debrief_too(store: Store, meeting: Meeting) -> None:
    shown = debrief_page(store, LIBRARY, meeting.id, TODAY)
    assert (shown.conversation, shown.offered, shown.notes) == (None, (), ())


def test_the_draft_is_kept_until_it_is_saved_and_comes_back_with_undo(
    store: Store, meeting: Meeting
) -> None:
    draft = Draft(
        summary="Wants a second shop",
        facts={"p": FactDraft(keep=False, text="No")},
        again=Again.SIX_WEEKS,
    )
    change = keep_draft(store, meeting.id, draft)
    assert change.kinds == {Kind.SETTING}
    assert debrief_page(store, LIBRARY, meeting.id, TODAY).draft == draft
    saved = save_debrief(store, meeting.id, Debrief(summary="Second shop"), TODAY, NOW)
    assert debrief_page(store, LIBRARY, meeting.id, TODAY).draft == Draft()
    assert store.meetings.get(meeting.id).state is State.HELD
    store.revert(saved)
    assert debrief_page(store, LIBRARY, meeting.id, TODAY).draft == draft
    assert store.meetings.get(meeting.id).state is State.AGREED


@pytest.mark.parametrize("state", [State.MISSED, State.CANCELLED])
def test_one_that_came_to_nothing_keeps_no_draft(
    store: Store, meeting: Meeting, state: State
) -> None:
    keep_draft(store, meeting.id, Draft(summary="Waited half an hour"))
    change = not_held(store, meeting.id, state, NOW)
    assert store.meetings.get(meeting.id).state is state
    assert debrief_page(store, LIBRARY, meeting.id, TODAY).draft == Draft()
    store.revert(change)
    assert store.meetings.get(meeting.id).planned
    assert debrief_page(store, LIBRARY, meeting.id, TODAY).draft.summary == "Waited half an hour"
