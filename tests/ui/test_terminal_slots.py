"""When a 1-2-1 could be, in the terminal."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest

from planner.domain.me import Hours, Me
from planner.domain.people import Person
from planner.domain.trips import Trip
from planner.journeys.busy_times import name_calendar
from planner.journeys.plan_meeting import plan
from planner.storage.store import Store
from tests.ui.terminals import Terminal

# Far enough ahead for the machine's clock never to be there.
FRIDAY, MONDAY = date(2090, 12, 22), date(2090, 12, 25)
NOW = datetime(2090, 12, 1)
ME = Me(name="Sam", zone="Europe/London", city="Leeds", week=(Hours(time(9), time(12)),) * 7)
BOARD = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//test//EN\r
BEGIN:VEVENT\r
UID:board@work.example\r
DTSTAMP:20900101T000000Z\r
DTSTART;TZID=Europe/Berlin:20901222T110000\r
DTEND;TZID=Europe/Berlin:20901222T113000\r
SUMMARY:Board\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.fixture
def terminal(library: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(library, capsys)


@pytest.fixture
def maya(library: Path) -> Person:
    with Store.open(library) as store, store.transaction():
        store.me.put(ME)
        return store.people.add(Person(name="Maya Okafor", zone="Asia/Tokyo"))


def times(terminal: Terminal, *more: str, day: date = FRIDAY) -> list[str]:
    rows = terminal.json("slots", "--from", str(day), "--to", str(day), *more)
    return [row["starts"][11:] for row in rows]


def test_what_a_row_says(terminal: Terminal, maya: Person) -> None:
    rows = terminal.json("slots", "Maya", "--from", str(FRIDAY), "--to", str(FRIDAY))
    assert rows[0] == {
        "starts": "2090-12-22T09:00",
        "ends": "2090-12-22T09:45",
        "zone": "Europe/London",
        "minutes": 45,
        "start": "2090-12-22T09:00:00Z",
        "end": "2090-12-22T09:45:00Z",
        "their_starts": "2090-12-22T18:00",
        "their_zone": "Asia/Tokyo",
        "best": True,
    }
    assert [row["starts"][11:] for row in rows] == ["09:00", "09:30", "10:00", "10:30", "11:00"]
    alone = terminal.json("slots", "--from", str(FRIDAY), "--to", str(FRIDAY), "--minutes", "120")
    assert [row["ends"][11:] for row in alone] == ["11:00", "11:30", "12:00"]
    assert {row["their_zone"] for row in alone} == {None}


def test_calendars_and_the_way_there_are_heeded(
    terminal: Terminal, maya: Person, library: Path, tmp_path: Path
) -> None:
    calendar = tmp_path / "work.ics"
    calendar.write_bytes(BOARD.encode())
    with Store.open(library) as store:
        name_calendar(store, str(calendar))
    assert times(terminal) == ["09:00", "11:00"]  # the board is from ten to half past
    assert times(terminal, "--place", "Online") == ["09:00", "10:30", "11:00"]
    assert times(terminal, "--minutes", "60") == ["11:00"]
    calendar.unlink()
    assert "work.ics" in terminal("slots", "--from", str(FRIDAY)).err


def test_days_off_and_full_weeks_are_left_out_and_said(
    terminal: Terminal, maya: Person, library: Path
) -> None:
    assert times(terminal, day=MONDAY) == []
    told = terminal("slots", "--from", str(MONDAY), "--to", str(MONDAY)).out
    assert told == "Nothing is free on these days.\nDay off: 25 December 2090, Christmas Day\n"
    with Store.open(library) as store:
        for hour in (9, 11):
            starts = datetime(2090, 12, 21, hour)
            plan(store, maya.id, starts, "Europe/London", 45, "", "", "", "", "", NOW)
    assert times(terminal) == []
    assert (
        "The week of 18 December 2090 is full: 2 of 2"
        in terminal("slots", "--from", str(FRIDAY), "--to", str(FRIDAY)).out
    )
    assert len(times(terminal, "--full-weeks")) == 5


def test_a_line_a_day(terminal: Terminal, maya: Person) -> None:
    saturday = date(2090, 12, 23)
    told = terminal("slots", "Maya", "--from", str(FRIDAY), "--to", str(saturday)).out
    assert told == (
        "2090-12-22 Friday, Europe/London (Asia/Tokyo): *09:00 (18:00) 09:30 (18:30) "
        "*10:00 (19:00) 10:30 (19:30) *11:00 (20:00)\n"
        "2090-12-23 Saturday, Europe/London (Asia/Tokyo): *09:00 (18:00) 09:30 (18:30) "
        "*10:00 (19:00) 10:30 (19:30) 11:00 (20:00)\n"
        "* the best of them\n"
    )


def test_on_a_trip_to_somebody_times_are_by_the_clock_there(
    terminal: Terminal, maya: Person, library: Path
) -> None:
    with Store.open(library) as store, store.transaction():
        store.people.add(Person(name="Nora", city="New York"))
        store.trips.add(Trip(city="New York", starts=FRIDAY, ends=FRIDAY))
    rows = terminal.json("slots", "Nora", "--from", str(FRIDAY), "--to", "2090-12-23")
    zones = {row["starts"][:10]: row["zone"] for row in rows}
    assert zones == {"2090-12-22": "America/New_York", "2090-12-23": "Europe/London"}
    assert rows[0]["start"] == "2090-12-22T14:00:00Z"


def test_a_trip_elsewhere_takes_its_day_but_for_calls(
    terminal: Terminal, maya: Person, library: Path
) -> None:
    with Store.open(library) as store, store.transaction():
        store.trips.add(Trip(city="New York", starts=FRIDAY, ends=FRIDAY))
    assert times(terminal) == times(terminal, "Maya", "--place", "Station Café") == []
    told = terminal("slots", "--from", str(FRIDAY), "--to", str(FRIDAY)).out
    assert told == "Nothing is free on these days.\nYou are in New York: 22 December 2090\n"
    call = terminal.json("slots", "--from", str(FRIDAY), "--to", str(FRIDAY), "--place", "Online")
    assert {row["zone"] for row in call} == {"America/New_York"}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("Nobody",), 1, "Nobody in the library fits"),
        (("--from", "2090-12-22", "--to", "2090-12-21"), 1, "2090-12-21 is before 2090-12-22"),
        (("--from", "2090-12-22", "--to", "2092-12-21"), 1, "more than a year"),
        (("--minutes", "2"), 1, "takes between 5 minutes and 8 hours"),
        (("--from", "tomorrow"), 2, "--from"),
        (("--to", "2300-01-01"), 2, "from 1971 to 2199"),
    ],
)
def test_what_cannot_be_is_refused_in_words(
    terminal: Terminal, maya: Person, arguments: tuple[str, ...], code: int, words: str
) -> None:
    told = terminal("slots", *arguments)
    assert told.code == code and words in told.err and told.out == ""


def test_nothing_is_changed_in_the_library(terminal: Terminal, maya: Person, library: Path) -> None:
    before = library.read_bytes()
    times(terminal)
    assert library.read_bytes() == before
