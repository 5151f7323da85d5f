"""Zones as calendar files hold them, against what zoneinfo says of the same zones."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import resources
from pathlib import Path

import pytest

from planner.calendar.timezones import component, holds, rule_of
from planner.calendar.zone_data import use_shipped_zones
from tests.calendar.raw import Component, components_of, content_lines

# Each tells one thing: European, American, Southern, half an hour, no change, law backwards.
PLAIN = (
    *("Europe/London", "Europe/Berlin", "America/New_York", "Australia/Sydney"),
    *("Pacific/Auckland", "Australia/Lord_Howe", "America/St_Johns", "Asia/Kolkata"),
    *("Asia/Tehran", "Asia/Kathmandu", "Europe/Dublin", "Africa/Johannesburg"),
    *("Atlantic/Azores", "Antarctica/Troll", "Asia/Beirut", "America/Los_Angeles"),
)
SHIFTED = ("Africa/Cairo", "America/Santiago", "America/Nuuk", "Asia/Jerusalem", "Asia/Gaza")


def parsed(zone: str) -> Component:
    faults: list[str] = []
    (read,) = components_of(content_lines(component(zone).to_ical(), faults), faults)
    assert not faults
    return read


def minutes(offset: str) -> int:
    size = int(offset[1:3]) * 60 + int(offset[3:5])
    return -size if offset[0] == "-" else size


def onsets(part: Component, year: int) -> Iterator[datetime]:
    """The instant in UTC that an observance begins in `year`, worked out day by day."""
    start = datetime.strptime(part.one("DTSTART").value, "%Y%m%dT%H%M%S")
    if not part.all("RRULE"):
        yield start
        return
    rule = dict(piece.split("=") for piece in part.one("RRULE").value.split(";"))
    nth, weekday = int(rule["BYDAY"][:-2]), rule["BYDAY"][-2:]
    first = datetime(year, int(rule["BYMONTH"]), 1)
    fitting = [
        day
        for day in (first + timedelta(days=n) for n in range(31))
        if day.month == first.month
        and ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()] == weekday
    ]
    wall = fitting[nth if nth < 0 else nth - 1].replace(hour=start.hour, minute=start.minute)
    yield wall - timedelta(minutes=minutes(part.one("TZOFFSETFROM").value))


def offsets_by_file(zone: Component, years: range) -> list[tuple[datetime, int]]:
    """Each change told for these years: (instant in UTC, minutes east from then on)."""
    return sorted(
        (onset, minutes(part.one("TZOFFSETTO").value))
        for part in zone.components
        for year in years
        for onset in onsets(part, year)
    )


def offset_by_zoneinfo(zone: str, instant: datetime) -> int:
    offset = instant.replace(tzinfo=UTC).astimezone(zoneinfo.ZoneInfo(zone)).utcoffset()
    assert offset is not None
    return int(offset.total_seconds()) // 60


@pytest.mark.parametrize("zone", PLAIN)
def test_what_is_written_tells_the_offsets_of_three_years(zone: str) -> None:
    assert holds(zone, 2026)
    told = offsets_by_file(parsed(zone), range(2024, 2028))
    for hour in range(0, 3 * 365 * 24, 7):
        instant = datetime(2025, 1, 1) + timedelta(hours=hour)
        last = max(change for change in told if change[0] <= instant)
        assert last[1] == offset_by_zoneinfo(zone, instant), instant


@pytest.mark.parametrize("zone", [*SHIFTED, "UTC", "Etc/UTC"])
def test_zones_a_reader_would_get_wrong_are_not_written(zone: str) -> None:
    assert rule_of(zone) is None
    assert not holds(zone, 2026)
    with pytest.raises(ValueError, match=zone):
        component(zone)


def test_a_zone_that_just_changed_its_law_is_not_written_near_it() -> None:
    assert not holds("America/Vancouver", 2026)
    assert holds("America/Vancouver", 2030)
    assert not holds("America/Mexico_City", 2022)
    assert holds("America/Mexico_City", 2026)


def test_every_zone_is_either_right_or_not_written() -> None:
    for zone in sorted(zoneinfo.available_timezones()):
        if holds(zone, 2026):
            told = offsets_by_file(parsed(zone), range(2025, 2027))
            for change, offset in (each for each in told if each[0].year == 2026):
                second = timedelta(seconds=1)
                assert offset_by_zoneinfo(zone, change) == offset, zone
                assert offset_by_zoneinfo(zone, change - second) != offset, zone
            for month in (1, 7):
                last = max(each for each in told if each[0] <= datetime(2026, month, 15))
                assert offset_by_zoneinfo(zone, datetime(2026, month, 15)) == last[1], zone


def test_winter_is_standard_even_where_the_law_says_otherwise() -> None:
    by_name = {part.name: part.one("TZNAME").value for part in parsed("Europe/Dublin").components}
    assert by_name == {"STANDARD": "GMT", "DAYLIGHT": "IST"}


def test_a_zone_without_changes_is_one_plain_standard() -> None:
    (part,) = parsed("Asia/Kolkata").components
    assert part.name == "STANDARD"
    assert not part.all("RRULE")
    assert part.one("TZOFFSETFROM").value == part.one("TZOFFSETTO").value == "+0530"


def test_a_file_without_the_rule_at_its_end_is_not_guessed_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Old").mkdir()
    (tmp_path / "Old" / "Data").write_bytes(b"TZif\0" + b"\0" * 40 + b"LMT\0\x01\n")
    monkeypatch.setattr(zoneinfo, "TZPATH", (str(tmp_path),))
    assert rule_of("Old/Data") is None
    assert rule_of("Europe/Berlin") is not None  # still found in the package


def test_the_package_rules_over_the_systems_data(tmp_path: Path) -> None:
    shipped = zoneinfo.ZoneInfo("America/Vancouver")
    (tmp_path / "America").mkdir()
    other = resources.files("tzdata").joinpath("zoneinfo", "Asia", "Kolkata")
    (tmp_path / "America" / "Vancouver").write_bytes(other.read_bytes())
    try:
        zoneinfo.reset_tzpath(to=(str(tmp_path),))
        zoneinfo.ZoneInfo.clear_cache()
        noon = datetime(2028, 1, 1, 12)
        wrong = noon.replace(tzinfo=zoneinfo.ZoneInfo("America/Vancouver")).utcoffset()
        assert wrong == timedelta(hours=5, minutes=30)
    finally:
        use_shipped_zones()
    right = noon.replace(tzinfo=zoneinfo.ZoneInfo("America/Vancouver")).utcoffset()
    assert right == noon.replace(tzinfo=shipped).utcoffset()
