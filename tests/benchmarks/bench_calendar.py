"""Reading a calendar of 50,000 events, against what icalendar alone takes to parse it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import icalendar

from planner.calendar.busy import read_busy

EVENTS = 50_000
TIMES = 2.0  # as long as icalendar alone
FIRST = datetime(2016, 1, 1, 9)


def large_calendar() -> bytes:
    """Ten years of meetings, two hours apart; each tenth repeats twice a week for a while."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for number in range(EVENTS):
        starts = FIRST + timedelta(hours=2 * number)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{number}@bench",
            "DTSTAMP:20260101T000000Z",
            f"DTSTART;TZID=Europe/Berlin:{starts:%Y%m%dT%H%M%S}",
            f"DTEND;TZID=Europe/Berlin:{starts + timedelta(hours=1):%Y%m%dT%H%M%S}",
            f"SUMMARY:Meeting {number}",
            "DESCRIPTION:" + 60 * "x",
            " " + 40 * "y",
            'ATTENDEE;CN="Okafor, Maya";PARTSTAT=ACCEPTED:mailto:maya@harbour.example',
        ]
        if not number % 10:
            lines.append("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20")
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM", "END:VEVENT"]
    return "\r\n".join((*lines, "END:VCALENDAR", "")).encode()


def test_reading_a_large_calendar(figure: Callable[..., None]) -> None:
    data = large_calendar()
    begun = time.perf_counter()
    span = datetime(2026, 11, 1), datetime(2027, 12, 1)
    found = read_busy(data, "large.ics", "Europe/London", *span)
    ours = time.perf_counter() - begun
    assert found.events == EVENTS
    assert not found.skipped
    begun = time.perf_counter()
    icalendar.Calendar.from_ical(data)
    theirs = time.perf_counter() - begun
    figure(f"{EVENTS:,} events parsed by icalendar alone", 1000 * theirs, "ms", 60_000)
    figure("our reading them and their busy times, times that", ours / theirs, "times", TIMES)
