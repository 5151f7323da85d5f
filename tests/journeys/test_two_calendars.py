"""Two people with a library each: what one writes the other opens, until both say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from planner.domain.me import Me
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.people import Person
from planner.journeys.answer_proposal import proposal_for, take_proposal
from planner.journeys.calendar_files import calendar_file
from planner.journeys.open_calendar_file import open_files
from planner.journeys.plan_meeting import cancel, mark, plan, reschedule
from planner.journeys.take_from_calendar import take
from planner.storage.store import Store
from tests.calendar.lint import lint
from tests.calendar.raw import read

NOW = datetime(2026, 11, 22, 9, 30)
TUESDAY = datetime(2026, 11, 24, 8, 30)
HOUR = timedelta(hours=1)
ZONE = "Europe/London"


class Desk:
    """Somebody at their library."""

    def __init__(self, folder: Path, me: Me, other: Person) -> None:
        folder.mkdir()
        self.folder = folder
        self.store = Store.open(folder / "library.visavis")
        with self.store.transaction():
            self.store.me.put(me)
            self.other = self.store.people.add(other)

    @property
    def meeting(self) -> Meeting:
        (found,) = self.store.meetings.all()
        return found

    def sends(self, now: datetime) -> bytes:
        _, data = calendar_file(self.store, self.meeting.id, now, True)
        assert lint(data) == []
        return data

    def opens(self, data: bytes, now: datetime) -> None:
        path = self.folder / "mail.ics"
        path.write_bytes(data)
        opened = open_files(self.store, [path], ZONE, now)
        take(self.store, [one for one in opened.findings if one.can], ZONE, now)


@pytest.fixture
def sam(tmp_path: Path) -> Iterator[Desk]:
    maya = Person(name="Maya Okafor", emails=("maya@harbour.example",))
    made = Desk(tmp_path / "sam", Me(name="Sam Doyle", email="sam@doyle.example"), maya)
    yield made
    made.store.close()


@pytest.fixture
def maya(tmp_path: Path) -> Iterator[Desk]:
    """Her own address in About me is another than the one Sam invites."""
    sam = Person(name="Sam Doyle", emails=("sam@doyle.example",))
    made = Desk(tmp_path / "maya", Me(name="Maya Okafor", email="m@home.example"), sam)
    yield made
    made.store.close()


def test_both_calendars_say_the_same_to_the_end(sam: Desk, maya: Desk) -> None:
    plan(sam.store, sam.other.id, TUESDAY, ZONE, 45, "The Wharf", "", "", "", None, NOW)
    maya.opens(sam.sends(NOW), NOW)
    assert maya.meeting.theirs and maya.meeting.uid == sam.meeting.uid
    mark(maya.store, maya.meeting.id, State.AGREED, NOW + HOUR)
    answer = maya.sends(NOW + HOUR)
    (event,) = read(answer).parts("VEVENT")
    assert event.one("ATTENDEE").value == "mailto:maya@harbour.example"  # as she was invited
    sam.opens(answer, NOW + 2 * HOUR)
    assert sam.meeting.state is State.AGREED

    reschedule(sam.store, sam.meeting.id, TUESDAY + HOUR, NOW + 3 * HOUR)
    maya.opens(sam.sends(NOW + 3 * HOUR), NOW + 3 * HOUR)
    assert maya.meeting.starts_utc == TUESDAY + HOUR
    assert maya.meeting.state is State.PROPOSED
    sam.opens(answer, NOW + 4 * HOUR)  # her yes to the earlier time, opened again
    assert sam.meeting.state is State.PROPOSED

    reschedule(maya.store, maya.meeting.id, TUESDAY + 5 * HOUR, NOW + 5 * HOUR)
    counter = maya.sends(NOW + 5 * HOUR)
    assert read(counter).one("METHOD").value == "COUNTER"
    sam.opens(counter, NOW + 6 * HOUR)
    assert sam.meeting.starts == TUESDAY + HOUR
    proposal = proposal_for(sam.store, sam.meeting)
    assert proposal is not None and proposal.starts == TUESDAY + 5 * HOUR
    take_proposal(sam.store, sam.meeting.id, NOW + 6 * HOUR)
    maya.opens(sam.sends(NOW + 6 * HOUR), NOW + 6 * HOUR)
    assert maya.meeting.starts_utc == sam.meeting.starts_utc == TUESDAY + 5 * HOUR
    assert maya.meeting.sequence == sam.meeting.sequence
    mark(maya.store, maya.meeting.id, State.AGREED, NOW + 6 * HOUR)
    again = maya.sends(NOW + 6 * HOUR)
    assert read(again).one("METHOD").value == "REPLY"
    sam.opens(again, NOW + 6 * HOUR)
    assert sam.meeting.state is State.AGREED

    cancel(sam.store, sam.meeting.id, NOW + 7 * HOUR, CalledOff.ME)
    maya.opens(sam.sends(NOW + 7 * HOUR), NOW + 7 * HOUR)
    assert maya.meeting.state is State.CANCELLED and maya.meeting.off_by_them


def test_her_no_is_a_no_in_both(sam: Desk, maya: Desk) -> None:
    plan(sam.store, sam.other.id, TUESDAY, ZONE, 45, "The Wharf", "", "", "", None, NOW)
    maya.opens(sam.sends(NOW), NOW)
    cancel(maya.store, maya.meeting.id, NOW + HOUR, CalledOff.ME)
    sam.opens(maya.sends(NOW + HOUR), NOW + 2 * HOUR)
    assert sam.meeting.state is State.CANCELLED and sam.meeting.off_by_them
