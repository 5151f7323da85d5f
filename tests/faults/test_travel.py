"""Promise 22: the clocks change or the user travels; the wall time stays, every reader agrees.

How readers see every zone is held by tests/calendar/test_readers.py.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import icalendar
import pytest
import recurring_ical_events

from tests.faults.machine import Program

# 10:00 in Leeds on the last day of summer time and on the first day of winter time.
BEFORE, AFTER = "2030-10-26T10:00", "2030-10-27T10:00"
HOMES = ["Europe/London", "Asia/Tokyo", "America/New_York", "Pacific/Chatham"]


@pytest.fixture
def planned(sampled: Path, program: Program, tmp_path: Path) -> Program:
    """Two 1-2-1s around the change of the clocks, planned at home."""
    for person, at in ((1, BEFORE), (2, AFTER)):
        out = tmp_path / f"{person}.ics"
        program("plan", person, "--at", at, "--zone", "Europe/London", "--out", out)
    return program


@pytest.mark.parametrize("zone", HOMES)
def test_the_wall_time_is_kept_wherever_the_machine_is(
    planned: Program, tmp_path: Path, zone: str
) -> None:
    there = {"TZ": zone}
    told = planned("meetings", environ=there).done
    for at in (BEFORE, AFTER):
        assert f"{at.replace('T', ' ')} Europe/London" in told
    calendar = tmp_path / "all.ics"
    assert planned("export-calendar", calendar, environ=there).done
    read = icalendar.Calendar.from_ical(calendar.read_bytes())
    found = recurring_ical_events.of(read).between(datetime(2030, 10, 26), datetime(2030, 10, 28))
    starts = sorted(event["DTSTART"].dt for event in found)
    assert [one.replace(tzinfo=None).isoformat("T", "minutes") for one in starts] == [BEFORE, AFTER]
    assert [one.utcoffset().total_seconds() for one in starts] == [3600, 0]


def test_moved_while_abroad_it_keeps_its_zone(planned: Program, tmp_path: Path) -> None:
    number = planned("meetings").done.splitlines()[-1].split()[0]
    at, out = "2031-01-05T09:00", tmp_path / "moved.ics"
    told = planned("reschedule", number, "--at", at, "--out", out, environ={"TZ": "Asia/Tokyo"})
    assert "2031-01-05 09:00 Europe/London" in told.done
