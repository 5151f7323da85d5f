"""What independent readers make of our files: the same start and end, whatever the zone.

`icalendar` with `recurring_ical_events` reads each file twice: as it is, and with the zone under
a name nobody knows, so that only the VTIMEZONE in the file can tell the offset.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
import recurring_ical_events

from planner.calendar import ics
from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.wall_time import instants

NOW = datetime(2026, 1, 1)
ME = Me(name="Sam Doyle", email="sam@doyle.example", evening_alarm=True)
MAYA = Person(id=7, name='Maya "Zoë" Okafor, MBE', emails=("maya@harbour.example",))
# The day before the clocks change, so the days on both sides are tried; any day without changes.
DAYS = {
    "Europe/London": ("2026-03-28", "2026-10-24"),
    "Europe/Dublin": ("2026-03-28", "2026-10-24"),
    "Europe/Berlin": ("2027-03-27", "2027-10-30"),
    "Europe/Athens": ("2026-03-28", "2026-10-24"),
    "Africa/Cairo": ("2026-04-23", "2026-10-29"),
    "Africa/Casablanca": ("2026-02-14", "2026-03-21"),
    "Africa/Johannesburg": ("2026-12-01",),
    "America/New_York": ("2026-03-07", "2026-10-31"),
    "America/Los_Angeles": ("2026-03-07", "2026-10-31"),
    "America/Vancouver": ("2026-03-07", "2026-10-31", "2027-03-13", "2027-11-06"),
    "America/Santiago": ("2026-04-04", "2026-09-05"),
    "America/Nuuk": ("2026-03-28", "2026-10-24"),
    "America/St_Johns": ("2026-03-07", "2026-10-31"),
    "America/Sao_Paulo": ("2026-12-01",),
    "Asia/Jerusalem": ("2026-03-26", "2026-10-24"),
    "Asia/Kolkata": ("2026-03-28",),
    "Asia/Tehran": ("2026-03-21",),
    "Asia/Tokyo": ("2026-12-01",),
    "Australia/Sydney": ("2026-04-04", "2026-10-03"),
    "Australia/Lord_Howe": ("2026-04-04", "2026-10-03"),
    "Pacific/Auckland": ("2026-04-04", "2026-09-26"),
    "UTC": ("2026-12-01",),
}


def meetings(zone: str) -> list[Meeting]:
    """Before, in and after the night of a change, early and late in the day."""
    found: list[Meeting] = []
    for first in DAYS[zone]:
        for day in (date.fromisoformat(first) + timedelta(days=n) for n in range(3)):
            for at in (time(0, 30), time(1, 30), time(3, 15), time(8, 30), time(18, 45)):
                starts = datetime.combine(day, at)
                if instants(starts, zone):
                    uid = f"{len(found)}@visavis"
                    found.append(Meeting(person=7, starts=starts, zone=zone, uid=uid, minutes=50))
    return found


def spans(data: bytes) -> list[tuple[datetime, datetime]]:
    """Starts and ends in UTC, as the reader finds them."""
    calendar: Any = icalendar.Calendar.from_ical(data)
    events = recurring_ical_events.of(calendar).between((2026, 1, 1), (2028, 1, 1))
    found = []
    for event in events:
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        assert start.tzinfo is not None and end.tzinfo is not None
        start, end = (each.astimezone(UTC).replace(tzinfo=None) for each in (start, end))
        found.append((start, end))
    return sorted(found)


@pytest.mark.parametrize("zone", sorted(DAYS))
def test_readers_find_the_very_instants(zone: str) -> None:
    for meeting in meetings(zone):
        expected = [(meeting.starts_utc, meeting.ends_utc)]
        for data in (ics.for_me(meeting, MAYA, ME, NOW), ics.request(meeting, MAYA, ME, NOW)):
            assert spans(data) == expected, meeting.starts
            # A name of its own for each: icalendar keeps the zones it has read by name.
            unknown = data.replace(b"TZID:", b"TZID:Our/").replace(b"TZID=", b"TZID=Our/")
            assert spans(unknown) == expected, meeting.starts


def test_readers_find_them_in_the_export_of_all() -> None:
    everything = [
        Meeting(person=7, starts=m.starts, zone=m.zone, minutes=m.minutes, uid=f"{zone}{m.uid}")
        for zone in DAYS
        for m in meetings(zone)
    ]
    data = ics.all_meetings(everything, {7: MAYA}, ME, NOW)
    assert spans(data) == sorted((m.starts_utc, m.ends_utc) for m in everything)


def test_readers_find_the_text_and_the_people() -> None:
    text = "Hi Maya,\n\nWould Tuesday; or Wednesday, suit you? C:\\new\n" + "日本語 " * 40
    meeting = Meeting(
        person=7,
        starts=datetime(2026, 12, 1, 8, 30),
        zone="Europe/London",
        place="The Wharf, 12 Dock St; Leeds",
        invitation=text,
        uid="1@visavis",
    )
    calendar: Any = icalendar.Calendar.from_ical(ics.request(meeting, MAYA, ME, NOW))
    assert not calendar.errors
    (event,) = calendar.walk("VEVENT")
    assert not event.errors
    assert event["DESCRIPTION"] == text.strip()
    assert event["LOCATION"] == meeting.place
    assert event["ATTENDEE"] == "mailto:maya@harbour.example"
    assert event["ATTENDEE"].params["CN"] == "Maya 'Zoë' Okafor, MBE"
    assert event["ORGANIZER"].params["CN"] == "Sam Doyle"
    own: Any = icalendar.Calendar.from_ical(ics.for_me(meeting, MAYA, ME, NOW))
    rings = [alarm["TRIGGER"].dt for alarm in own.walk("VALARM")]
    assert rings == [timedelta(hours=-1), timedelta(hours=-14, minutes=-30)]
