"""The calendar to subscribe to: what stands in it, and in whose place it may lie."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.meetings import State
from planner.domain.promises import Promise
from planner.errors import PlannerError
from planner.journeys.calendar_files import choose_tasks
from planner.journeys.load_sample import load_sample
from planner.journeys.plan_meeting import cancel, plan
from planner.journeys.subscribed_calendar import (
    Subscribed,
    subscribe,
    subscribed,
    subscribed_calendar,
    unsubscribe,
)
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.calendar.lint import lint
from tests.calendar.raw import read

NOW = datetime(2026, 11, 22, 9, 30)
TUESDAY = datetime(2026, 11, 24, 8, 30)


def test_a_file_is_named_given_up_and_named_again_by_undo(store: Store, tmp_path: Path) -> None:
    assert subscribed(store) is None
    path = tmp_path / "1-2-1s.ics"
    subscribe(store, path)
    choose_tasks(store, True)
    assert subscribed(store) == Subscribed(path, tasks=True)
    given_up = unsubscribe(store)
    assert subscribed(store) is None
    store.revert(given_up)
    assert subscribed(store) == Subscribed(path, tasks=True)


def test_another_calendar_is_not_replaced(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "work.ics"
    path.write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:-//Somebody//Else//EN\r\nEND:VCALENDAR\r\n")
    with pytest.raises(PlannerError, match="left as it is"):
        subscribe(store, path)
    assert subscribed(store) is None
    path.write_bytes(subscribed_calendar(store, NOW))  # one of this program's
    subscribe(store, path)


def test_without_any_1_2_1_it_is_a_calendar_still(store: Store) -> None:
    data = subscribed_calendar(store, NOW)
    assert lint(data) == []
    assert not read(data).parts("VEVENT")
    assert [zone.name for zone in read(data).components] == ["VTIMEZONE"]


def test_it_holds_all_1_2_1s_and_nothing_private(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(a_person())
        held = replace(a_meeting(maya.id, TUESDAY, state=State.HELD), summary="TOLD-IN-CONFIDENCE")
        store.meetings.add(held)
        store.promises.add(Promise(person=maya.id, text="Send the list", made_on=NOW.date()))
    words = ("HOW-SHE-BEGAN", "TOM-REYES", "WILLS", "HI-MAYA")
    _, meeting = plan(
        store, maya.id, TUESDAY + timedelta(days=1), "Europe/London", 45, "The Wharf", *words, NOW
    )
    data = subscribed_calendar(store, NOW)
    assert lint(data) == []
    assert len(read(data).parts("VEVENT")) == 2 and not read(data).parts("VTODO")
    text = data.replace(b"\r\n ", b"").decode()
    assert not [each for each in (*words, "TOLD-IN-CONFIDENCE") if each in text]
    assert subscribed_calendar(store, NOW + timedelta(minutes=5)) == data
    cancel(store, meeting.id, NOW)
    assert subscribed_calendar(store, NOW) != data
    choose_tasks(store, True)
    (task,) = read(subscribed_calendar(store, NOW)).parts("VTODO")
    assert task.one("SUMMARY").text == "Send the list (Maya Okafor)"


def test_the_sample_network_is_left_out_once_there_is_anybody_else(store: Store) -> None:
    load_sample(store, NOW.date(), NOW)
    choose_tasks(store, True)
    alone = read(subscribed_calendar(store, NOW))
    assert alone.parts("VEVENT") and alone.parts("VTODO")
    with store.transaction():
        maya = store.people.add(a_person())
        store.meetings.add(a_meeting(maya.id, TUESDAY))
    data = subscribed_calendar(store, NOW)
    assert lint(data) == []
    (event,) = read(data).parts("VEVENT")
    assert event.one("SUMMARY").text == "1-2-1 with Maya Okafor"
    assert not read(data).parts("VTODO")
