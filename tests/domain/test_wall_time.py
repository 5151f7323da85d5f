"""What clocks show on the days they change."""

from __future__ import annotations

from datetime import datetime

import pytest

from planner.calendar import ics
from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.wall_time import instants, is_zone, kept_wall, unique, wall_of


@pytest.mark.parametrize(
    ("zone", "wall", "utc"),
    [
        ("Europe/London", "2026-12-01T08:30", ["2026-12-01T08:30"]),
        ("Europe/London", "2026-07-01T08:30", ["2026-07-01T07:30"]),
        ("Europe/London", "2026-03-29T01:30", []),  # forward at one
        ("Europe/London", "2026-10-25T01:30", ["2026-10-25T00:30", "2026-10-25T01:30"]),
        ("Australia/Lord_Howe", "2026-10-04T02:10", []),  # half an hour forward at two
        ("Australia/Lord_Howe", "2026-10-04T02:30", ["2026-10-03T15:30"]),
        ("Australia/Lord_Howe", "2026-04-05T01:45", ["2026-04-04T14:45", "2026-04-04T15:15"]),
        ("America/Santiago", "2026-09-06T00:30", []),  # forward at midnight
        ("Asia/Kolkata", "2026-03-29T02:30", ["2026-03-28T21:00"]),
        ("UTC", "2026-03-29T02:30", ["2026-03-29T02:30"]),
    ],
)
def test_the_instants_of_a_wall_time(zone: str, wall: str, utc: list[str]) -> None:
    shown = instants(datetime.fromisoformat(wall), zone)
    assert [instant.isoformat(timespec="minutes") for instant in shown] == utc
    assert unique(datetime.fromisoformat(wall), zone) == (len(utc) == 1)
    assert all(wall_of(instant, zone) == datetime.fromisoformat(wall) for instant in shown)


def test_a_fold_given_along_changes_nothing() -> None:
    wall = datetime(2026, 10, 25, 1, 30)
    assert instants(wall.replace(fold=1), "Europe/London") == instants(wall, "Europe/London")


@pytest.mark.parametrize(
    ("instant", "zone", "wall", "kept_in"),
    [
        ("2026-10-25T00:30", "Europe/London", "2026-10-25T01:30", "Europe/London"),
        ("2026-10-25T01:30", "Europe/London", "2026-10-25T01:30", "Etc/GMT+0"),
        ("2026-10-25T01:30", "Europe/Berlin", "2026-10-25T02:30", "Etc/GMT-1"),
        ("2026-11-01T06:30", "America/New_York", "2026-11-01T01:30", "Etc/GMT+5"),
        ("2026-04-04T15:15", "Australia/Lord_Howe", "2026-04-04T15:15", "UTC"),
        ("2026-07-01T07:30:59.9", "Europe/London", "2026-07-01T08:30", "Europe/London"),
    ],
)
def test_a_moment_is_kept_as_it_was_in_the_hour_that_comes_twice_too(
    instant: str, zone: str, wall: str, kept_in: str
) -> None:
    moment = datetime.fromisoformat(instant)
    kept = kept_wall(moment, zone)
    assert kept == (datetime.fromisoformat(wall), kept_in)
    meeting = Meeting(starts=kept[0], zone=kept[1])
    assert meeting.starts_utc == moment.replace(second=0, microsecond=0)
    assert b"BEGIN:VEVENT" in ics.for_me(meeting, Person(name="Maya"), Me(), moment)


@pytest.mark.parametrize("name", ["", "Europe", "Mars/Base", "../../etc/passwd", "Europe/", "\0"])
def test_what_is_no_zone(name: str) -> None:
    assert not is_zone(name)


def test_what_is_a_zone() -> None:
    assert is_zone("Europe/London")
    assert is_zone("UTC")
