"""When the user is taken on some days, as files say that need not be among their calendars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

from planner.domain.busy import BusyFile, Skipped
from planner.domain.calendar_reads import SAMPLE, CalendarRead, Trouble
from planner.domain.wall_time import instants, wrong_with_zone
from planner.errors import PlannerError
from planner.journeys.busy_times import read_calendars


def look_into_calendars(
    paths: Sequence[Path], zone: str, first: date, last: date, mine: frozenset[str] = frozenset()
) -> tuple[tuple[BusyFile, ...], tuple[str, ...]]:
    """What files and folders say of the days from `first` up to, not including, `last` in `zone`.

    Also sentences on what could not be read at all; such a file is among the others, with nothing
    in it. `mine` are the user's own addresses. PlannerError for a zone that is none, or days in the
    wrong order.
    """
    if wrong := wrong_with_zone(zone):
        raise PlannerError(wrong)
    if last <= first:
        raise PlannerError(
            f"There is no day from {first} up to, not including, {last}; end on a later one."
        )
    start, end = _midnight(first, zone), _midnight(last, zone)
    files: list[BusyFile] = []
    problems: list[str] = []
    for path in paths:
        named = f"./{SAMPLE}" if str(path) == SAMPLE else str(path)
        read = read_calendars([named], zone, start, end, mine)
        wrong_here = [_wrong(each) for each in read.reads if each.problem]
        problems += wrong_here
        files += [replace(file, file=str(path)) if file.file == named else file
                  for file in read.files]  # fmt: skip
        left_out = [skipped for each in read.reads for skipped in each.left_out]
        left_out += [Skipped("the file", problem) for problem in wrong_here]
        if left_out:
            files.append(BusyFile(str(path), skipped=tuple(left_out)))
    return tuple(files), tuple(problems)


def _wrong(read: CalendarRead) -> str:
    """What is wrong with one; that it is missing says nothing of whether it ever was there."""
    if read.trouble is Trouble.MISSING:
        return f"There is no file or folder {read.path}. Check its name."
    return read.problem


def _midnight(day: date, zone: str) -> datetime:
    """When a day begins, UTC, naive; where clocks skip midnight, an hour later."""
    midnight = datetime.combine(day, time())
    try:
        found = instants(midnight, zone) or instants(midnight.replace(hour=1), zone)
    except OverflowError:
        return midnight
    return found[0] if found else midnight
