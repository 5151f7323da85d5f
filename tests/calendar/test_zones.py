"""Which clocks the zones in a calendar file mean: by their names, and by the rules it brings."""

from __future__ import annotations

from datetime import datetime

import pytest

from planner.calendar.event_times import event_time
from planner.calendar.raw_file import read
from planner.calendar.zones import Zones
from tests.calendar.calendars import (
    WEST_EUROPE,
    calendar,
    event,
    reading,
    reasons,
    times,
)

AT_NINE = "20261201T090000"


def in_zone(name: str, *zones: str) -> bytes:
    """A meeting at nine in a zone of that name, and what the file brings along."""
    return calendar(*zones, event(f"DTSTART;TZID={name}:{AT_NINE}", "DURATION:PT1H"))


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("Europe/Berlin", "08:00"),
        ('"Europe/Berlin"', "08:00"),
        ("europe/berlin", "08:00"),
        ("America/New_York", "14:00"),
        ("America/Argentina/Buenos_Aires", "12:00"),
        ("US/Eastern", "14:00"),
        ("EST5EDT", "14:00"),
        ("W. Europe Standard Time", "08:00"),
        ("Eastern Standard Time", "14:00"),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", "08:00"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "08:00"),
        ("/mozilla.org/20070129_1/America/New_York", "14:00"),
        ("/softwarestudio.org/Olson_20011030_5/America/Indiana/Indianapolis", "14:00"),
        ("(UTC+01:00) Amsterdam\\, Berlin\\, Bern\\, Rome\\, Stockholm\\, Vienna", "08:00"),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', "08:00"),
        ('"(GMT-05:00) Eastern Time (US & Canada)"', "14:00"),
        ('"(UTC) Dublin, Edinburgh, Lisbon, London"', "09:00"),
        ("GMT+2", "07:00"),
        ("GMT+0200", "07:00"),
        ('"UTC-05:00"', "14:00"),
        ("Etc/GMT-2", "07:00"),
        ("UTC", "09:00"),
        ("GMT", "09:00"),
        ("tzone://Microsoft/Utc", "09:00"),
        ("Asia/Calcutta", "03:30"),
    ],
)
def test_zones_by_their_many_names(name: str, taken: str) -> None:
    found = reading(f"DTSTART;TZID={name}:20261201T090000\nDURATION:PT1H")
    assert found.busy[0].start.strftime("%H:%M") == taken
    assert found.skipped == ()


def test_a_zone_nobody_knows_is_the_users_and_said() -> None:
    found = reading("DTSTART;TZID=Middle Earth:20261201T090000\nDURATION:PT1H")
    assert times(found) == ["12-01 08:00-09:00"]
    assert "“Middle Earth”" in reasons(found)


def test_rules_that_the_file_brings_along_tell_what_an_unknown_zone_is() -> None:
    lines = "DTSTART;TZID=Custom:20261201T090000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY;INTERVAL=6"
    zone = WEST_EUROPE.format(name="Custom")
    for parts in ((zone, event(*lines)), (event(*lines), zone)):
        found = reading(calendar(*parts), zone="America/New_York", end=datetime(2027, 8, 1))
        assert times(found) == ["12-01 08:00-09:00", "06-01 07:00-08:00"]
        assert found.skipped == ()


def test_rules_that_contradict_a_zone_of_that_very_name_are_said_and_the_zones_are_taken() -> None:
    wrong = WEST_EUROPE.format(name="America/New_York")
    lines = "DTSTART;TZID=America/New_York:20261201T090000", "DURATION:PT1H"
    found = reading(calendar(wrong, event(*lines)))
    assert times(found) == ["12-01 14:00-15:00"]
    assert "“America/New_York”" in reasons(found)
    right = WEST_EUROPE.format(name="Europe/Berlin")
    assert (
        reading(
            calendar(right, event("DTSTART;TZID=Europe/Berlin:20261201T090000", "DURATION:PT1H"))
        ).skipped
        == ()
    )


def test_times_without_a_zone_are_in_the_calendars_own_zone_and_days_are_the_users() -> None:
    found = reading(
        calendar(
            "X-WR-TIMEZONE:America/New_York",
            event("DTSTART:20261201T090000", "DURATION:PT1H", uid="1"),
            event("DTSTART:20261202T090000Z", "DURATION:PT1H", uid="2"),
            event("DTSTART;VALUE=DATE:20261204", uid="3"),
        )
    )
    assert times(found) == ["12-01 14:00-15:00", "12-02 09:00-10:00", "12-03 23:00-12-04 23:00"]


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Eastern Standard Time", "America/New_York"),
        ("europe/lisbon", "Europe/Lisbon"),
        ("/mozilla.org/20070129_1/Asia/Tokyo", "Asia/Tokyo"),
        ('"(UTC-05:00) Eastern Time (US & Canada)"', "America/New_York"),
        ("GMT-5", "that name"),
    ],
)
def test_of_any_other_name_the_files_rules_hold_and_that_they_differ_is_said(
    name: str, known: str
) -> None:
    found = reading(in_zone(name, WEST_EUROPE.format(name=name.strip('"'))), zone="UTC")
    assert times(found) == ["12-01 08:00-09:00"]
    assert [each.where for each in found.skipped] == ["line 19, “Met”"]
    assert f"were taken; those of {known} differ" in reasons(found)


def test_that_rules_differ_is_said_once_and_only_where_it_matters() -> None:
    zone = WEST_EUROPE.format(name="GMT Standard Time").replace("+0200", "+0000")
    zone = zone.replace("OFFSETTO:+0100", "OFFSETTO:+0300").replace("FROM:+0100", "FROM:+0300")
    lines = "DTSTART;TZID=GMT Standard Time:20260601T090000", "RRULE:FREQ=DAILY", "DURATION:PT1H"
    summer = {"start": datetime(2026, 6, 1), "end": datetime(2026, 7, 1)}
    found = reading(calendar(zone, event(*lines), event(*lines, uid="2")), **summer)
    assert len(found.skipped) == 1
    other = WEST_EUROPE.format(name="GMT Standard Time").replace("+0100", "+0000")
    other = other.replace("+0200", "+0100").replace("BYMONTH=10", "BYMONTH=9")
    assert reading(calendar(other, event(*lines)), **summer).skipped == ()


@pytest.mark.parametrize("name", ["W. Europe Standard Time", "europe/berlin", "Custom"])
def test_rules_that_agree_with_a_zone_keep_its_name_for_1_2_1s(name: str) -> None:
    zone = WEST_EUROPE.format(name=name)
    zone = zone.replace("\nBEGIN:STANDARD", "\nX-LIC-LOCATION:Europe/Berlin\nBEGIN:STANDARD")
    (whole,) = read(in_zone(name, zone)).calendars
    begins = whole.events[0].first("DTSTART")
    assert begins is not None
    for years in ((), (2026, 2027)):
        time = event_time(begins, Zones(whole, "UTC", years=years))
        assert (time.zone, time.in_zone) == ("Europe/Berlin", datetime(2026, 12, 1, 9))
        assert time.said == ""
    other = event_time(begins, Zones(whole, "UTC", years=(1975,)))  # no summer time there then
    assert (other.zone, other.in_zone) == ("UTC", datetime(2026, 12, 1, 8))


def test_two_names_that_differ_in_their_letters_each_have_their_own_rules() -> None:
    zones = WEST_EUROPE.format(name="Europe/Lisbon").replace("+01", "+00").replace("+02", "+01")
    data = in_zone("Europe/lisbon", zones, WEST_EUROPE.format(name="Europe/lisbon"))
    assert times(reading(data)) == ["12-01 08:00-09:00"]


@pytest.mark.parametrize("name", ["Europe/Berlin", "W. Europe Standard Time"])
def test_changes_listed_near_an_event_say_nothing_of_later_years(name: str) -> None:
    zone = WEST_EUROPE.format(name=name).replace("16010101T02", "20260329T02")
    zone = zone.replace("16010101T03", "20251026T03")
    zone = "\n".join(line for line in zone.splitlines() if not line.startswith("RRULE"))
    lines = f"DTSTART;TZID={name}:20260301T090000", "DURATION:PT1H", "RRULE:FREQ=MONTHLY"
    found = reading(calendar(zone, event(*lines)), end=datetime(2026, 12, 2))
    assert times(found) == ["11-01 08:00-09:00", "12-01 08:00-09:00"]
    assert found.skipped == ()


def test_rules_that_cannot_be_read_leave_the_name() -> None:
    broken = WEST_EUROPE.format(name="Tokyo Standard Time").replace("TZOFFSETTO", "X-TO")
    found = reading(in_zone("Tokyo Standard Time", broken))
    assert times(found) == ["12-01 00:00-01:00"]
    assert "cannot be read" in reasons(found)


def test_before_the_first_of_its_rules_a_zone_shows_standard_time() -> None:
    zone = WEST_EUROPE.format(name="Custom")
    zone = zone.replace(":16010101T02", ":20280326T02").replace(":16010101T03", ":20271031T03")
    assert times(reading(in_zone("Custom", zone))) == ["12-01 08:00-09:00"]
