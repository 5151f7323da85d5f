"""Series with exceptions, moved and added times, read as an independent library reads them."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr

from tests.calendar.calendars import BERLIN, calendar, event, reading

RULES = (
    "FREQ=DAILY;COUNT=20",
    "FREQ=DAILY;INTERVAL=3;COUNT=30",
    "FREQ=WEEKLY;BYDAY=MO,TH",
    "FREQ=WEEKLY;INTERVAL=2",
    "FREQ=MONTHLY;BYDAY=2TU;COUNT=9",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYMONTH=3,6;COUNT=5",
)
MARGIN = timedelta(days=1)  # at the span's ends the two hold different days against it


class Made:
    """One series made at random, and the span it is read for."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        self.days = chance.random() < 0.3
        start = datetime(2026, chance.randint(1, 12), chance.randint(1, 28), chance.choice((9, 22)))
        start = start.replace(hour=0) if self.days else start
        rule = chance.choice(RULES)
        own = list(rrulestr(rule, dtstart=start).xafter(start, count=12, inc=True)) or [start]

        def some(most: int) -> list[datetime]:
            return chance.sample(own, min(len(own), chance.randint(0, most)))

        long = timedelta(days=1) if self.days else timedelta(minutes=90)
        lines = ["DTSTART" + self.at(start), "DTEND" + self.at(start + long), f"RRULE:{rule}"]
        lines += ["EXDATE" + self.at(each) for each in some(3)]
        lines += ["RDATE" + self.at(each + timedelta(days=2)) for each in some(2)]
        events = [event(*lines, summary="As ever")]
        for each in some(3):
            future = chance.random() < 0.25
            moved = each + timedelta(days=chance.randint(0, 1) if future else chance.randint(-9, 9))
            events.append(
                event(
                    "RECURRENCE-ID" + (";RANGE=THISANDFUTURE" if future else "") + self.at(each),
                    "DTSTART" + self.at(moved),
                    "DTEND" + self.at(moved + long),
                    f"SEQUENCE:{chance.randint(0, 1)}",
                    f"STATUS:{chance.choice(('CONFIRMED', 'CONFIRMED', 'CANCELLED'))}",
                    summary="Changed",
                )
            )
        self.data = calendar(*events)
        self.first = datetime(2026, chance.randint(1, 12), chance.randint(1, 28))
        self.last = self.first + timedelta(days=chance.choice((7, 60, 400)))

    def at(self, wall: datetime) -> str:
        if self.days:
            return f";VALUE=DATE:{wall:%Y%m%d}"
        return f";TZID={BERLIN}:{wall:%Y%m%dT%H%M%S}"

    def within(self, found: set[tuple[datetime, datetime, str]]) -> list[Any]:
        first, last = self.first + MARGIN, self.last - MARGIN
        return sorted(each for each in found if first < each[0] and each[1] < last)


def _utc(time: date) -> datetime:
    if not isinstance(time, datetime):
        time = datetime(time.year, time.month, time.day, tzinfo=ZoneInfo(BERLIN))
    return time.astimezone(UTC).replace(tzinfo=None)


@pytest.mark.parametrize("seed", range(120))
def test_alike_recurring_ical_events(seed: int) -> None:
    made = Made(seed)
    span = made.first.replace(tzinfo=UTC), made.last.replace(tzinfo=UTC)
    theirs = recurring_ical_events.of(icalendar.Calendar.from_ical(made.data)).between(*span)
    expected = {
        (_utc(each["DTSTART"].dt), _utc(each["DTEND"].dt), str(each["SUMMARY"]))
        for each in theirs
        if each.get("STATUS") != "CANCELLED"
    }
    found = reading(made.data, made.first, made.last)
    assert made.within({(each.start, each.end, each.summary) for each in found.busy}) == (
        made.within(expected)
    )
    assert not [each for each in found.skipped if "leaves out" not in each.reason]
