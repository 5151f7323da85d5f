"""The window while a calendar of 50,000 events is read: it goes on beating, and offers times.

The same heart as in bench_event_loop.py; the reader itself is measured in bench_calendar.py.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from planner.journeys.busy_times import forget_calendar, name_calendar
from tests.benchmarks.bench_event_loop import BUDGET, Walk, tell, window_on
from ui.routes import Route, Where

__all__ = ["window_on"]  # a fixture

EVENTS, SERIES = 50_000, 200  # of which some come again every week
SMALL = 3_000  # files in a folder that has one for each event


def an_event(number: int) -> str:
    starts = datetime(2019, 1, 1, 9) + timedelta(hours=number * 67_000 // EVENTS)
    weekly = "RRULE:FREQ=WEEKLY\r\n" if number % (EVENTS // SERIES) == 0 else ""
    return (
        f"BEGIN:VEVENT\r\nUID:{number}@work.example\r\nDTSTAMP:20190101T000000Z\r\n"
        f"DTSTART:{starts:%Y%m%dT%H%M%S}\r\nDURATION:PT30M\r\n{weekly}"
        f"SUMMARY:Meeting {number}\r\nDESCRIPTION:{'What was said of it. ' * 6}\r\n"
        "END:VEVENT\r\n"
    )


def a_calendar(events: str) -> bytes:
    head = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Other//Program//EN\r\n"
    return f"{head}{events}END:VCALENDAR\r\n".encode()


def large_calendar(path: Path) -> Path:
    path.write_bytes(a_calendar("".join(map(an_event, range(EVENTS)))))
    return long_ago(path)


def long_ago(path: Path) -> Path:
    """As it lies there for a while: what was just written is looked at twice."""
    before = time.time() - 3600
    os.utime(path, (before, before))
    return path


def folder_of_many(folder: Path) -> Path:
    folder.mkdir()
    for number in range(SMALL):
        event = an_event(number * EVENTS // SMALL)
        (folder / f"{number}.ics").write_bytes(a_calendar(event))
        long_ago(folder / f"{number}.ics")
    return folder


def test_a_calendar_of_fifty_thousand_events(
    window_on: Callable[[Path], Walk],
    large_library: Path,
    tmp_path: Path,
    figure: Callable[..., None],
) -> None:
    large = large_calendar(tmp_path / "work.ics")
    folder = folder_of_many(tmp_path / "vdir")
    walk = window_on(large_library)
    session = walk.window.session
    person = session.store.people.by_name()[0].id
    walk.window.go(Route(Where.PLAN, person=person))
    walk.rest(1000)

    def read(name: str, path: Path) -> None:
        walk.step(f"{name} read beside the page of times")
        begun = time.perf_counter()
        session.do("named", name_calendar, str(path))
        walk.until(lambda: bool(session.calendars.busy()) and not session.calendars.reading)
        took = time.perf_counter() - begun
        walk.rest()
        walk.step(f"turning over the days, {name} known")
        for _ in range(6):
            walk.user.press("after")
            walk.rest(150)
        walk.step(f"{name} looked at again")
        session.calendars.ask()
        walk.until(lambda: not session.calendars.reading)
        walk.step(f"{name} removed")
        session.do("removed", forget_calendar, str(path))
        walk.rest()
        figure(f"{name} read, the window going on", took, "s", 30)

    read("50,000 events", large)
    read("a folder of 3,000 files", folder)
    session.end()
    tell(walk, figure)
    assert max(walk.heart.gaps.values()) < 20 * BUDGET  # else something waits for the file
