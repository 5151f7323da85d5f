"""Files for sixty zones, each side of each clock change: without faults, and read alike.

Eight other readers were tried on files of these zones, in three languages more; what some of them
misread is written in UTC (`planner/calendar/timezones.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from planner.calendar import ics
from planner.calendar.timezones import holds
from planner.domain.me import Me
from planner.domain.meetings import Meeting, cancelled
from planner.domain.people import Person
from planner.domain.wall_time import instants
from tests.calendar.lint import lint
from tests.calendar.test_readers import spans

ZONES = (
    *("Europe/London", "Europe/Dublin", "Europe/Berlin", "Europe/Paris", "Europe/Madrid"),
    *("Europe/Rome", "Europe/Vienna", "Europe/Zurich", "Europe/Amsterdam", "Europe/Stockholm"),
    *("Europe/Warsaw", "Europe/Athens", "Europe/Helsinki", "Europe/Kyiv", "Europe/Chisinau"),
    *("Europe/Istanbul", "Europe/Moscow", "Europe/Lisbon", "Atlantic/Azores"),
    *("Atlantic/Reykjavik", "Africa/Cairo", "Africa/Casablanca", "Africa/Johannesburg"),
    *("Africa/Lagos", "Africa/Nairobi", "America/New_York", "America/Chicago", "America/Denver"),
    *("America/Phoenix", "America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu"),
    *("America/Toronto", "America/Vancouver", "America/Halifax", "America/St_Johns"),
    *("America/Mexico_City", "America/Sao_Paulo", "America/Santiago", "America/Asuncion"),
    *("America/Havana", "America/Nuuk", "America/Bogota", "Asia/Jerusalem", "Asia/Gaza"),
    *("Asia/Beirut", "Asia/Tehran", "Asia/Dubai", "Asia/Kolkata", "Asia/Kathmandu"),
    *("Asia/Tokyo", "Asia/Shanghai", "Asia/Almaty", "Australia/Sydney", "Australia/Adelaide"),
    *("Australia/Lord_Howe", "Australia/Perth", "Pacific/Auckland", "Pacific/Chatham"),
    *("Pacific/Easter", "Antarctica/Troll", "UTC"),
)
ME = Me(name="Sam Doyle", email="sam@doyle.example", evening_alarm=True)
MAYA = Person(id=7, name="Maya Okafor", emails=("maya@harbour.example",))
NOW = datetime(2026, 1, 1)
TIMES = (time(0, 30), time(1, 30), time(2, 15), time(3, 15), time(12), time(23, 20))


def days_of_change(zone: str) -> set[date]:
    """The days in 2026 and 2027 on which clocks there change; any day where they never do."""
    there, found = ZoneInfo(zone), set()
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    offset = moment.astimezone(there).utcoffset()
    while moment.year < 2028:
        moment += timedelta(hours=1)
        if (now := moment.astimezone(there).utcoffset()) != offset:
            offset = now
            found.add(moment.astimezone(there).date())
    return found or {date(2026, 3, 29)}


def meetings(zone: str) -> Iterator[Meeting]:
    """The day before, the day of, and the day after each change."""
    for day in sorted(days_of_change(zone)):
        for each in (day - timedelta(days=1), day, day + timedelta(days=1)):
            for at in TIMES:
                starts = datetime.combine(each, at)
                if instants(starts, zone):
                    uid = f"{starts:%Y%m%d%H%M}-{zone}@visavis"
                    yield Meeting(person=7, starts=starts, zone=zone, minutes=50, uid=uid)


@pytest.mark.parametrize("zone", ZONES)
def test_each_side_of_each_clock_change(zone: str) -> None:
    written = list(meetings(zone))
    for meeting in written:
        files = [ics.for_me(meeting, MAYA, ME, NOW), ics.request(meeting, MAYA, ME, NOW)]
        files.append(ics.cancellation(cancelled(meeting, NOW), MAYA, ME, NOW))
        assert [lint(data) for data in files] == [[], [], []], meeting.starts
    data = ics.all_meetings(written, {7: MAYA}, ME, NOW)
    assert lint(data) == []
    expected = sorted((meeting.starts_utc, meeting.ends_utc) for meeting in written)
    assert spans(data) == expected
    # Under a name nobody knows, only the rules in the file can tell; one name for each zone, as
    # icalendar keeps the zones it has read by their names.
    assert spans(data.replace(b"TZID:", b"TZID:Own/").replace(b"TZID=", b"TZID=Own/")) == expected


def test_there_are_sixty() -> None:
    assert len(set(ZONES)) >= 60


@pytest.mark.parametrize(
    "zone", ["Europe/Chisinau", "America/Vancouver", "America/Havana", "Atlantic/Reykjavik"]
)
def test_where_readers_with_older_data_would_be_wrong_it_is_utc(zone: str) -> None:
    assert not holds(zone, 2026) and not holds(zone, 2028)


@pytest.mark.parametrize("zone", ["CET", "EET", "WET", "EST5EDT"])
def test_a_name_that_some_take_for_winter_time_alone_is_utc(zone: str) -> None:
    assert not holds(zone, 2026)


def test_a_law_of_four_years_ago_is_known_by_now() -> None:
    assert holds("America/Mexico_City", 2026)  # clocks no longer change there since October 2022
    assert not holds("America/Mexico_City", 2025)
