"""The terminal's command for the calendars around which times are offered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from planner.domain.calendar_reads import SAMPLE
from planner.errors import PlannerError
from ui import terminal_rows as rows
from ui.terminal_call import Call
from ui.terminal_output import Told, plain


def calendars(call: Call) -> Told:
    from planner.journeys import busy_times

    given = call.given
    paths: list[Path] = given.paths
    if given.forget and not paths:
        raise PlannerError("Say which calendar to forget: calendars PATH --forget.")
    with call.existing() as store:
        if given.forget:
            for named in _named(paths, busy_times.calendars(store)):
                busy_times.forget_calendar(store, named)
        elif paths:
            for path in paths:
                if not path.exists():
                    raise PlannerError(f"There is no file or folder {path}.")
            busy_times.name_calendars(store, [str(path) for path in paths])
        there = busy_times.calendars(store)
    document = [_row(path) for path in there]
    return Told(document, tuple(_lines(document)) or ("No calendar is named.",))


def _named(paths: Sequence[Path], there: Sequence[str]) -> list[str]:
    """The calendars meant, as they are named; PlannerError for what is none."""
    found = []
    for path in paths:
        told = SAMPLE if str(path) == SAMPLE and SAMPLE in there else str(path.absolute())
        if told not in there:
            raise PlannerError(f"{path} is none of your calendars; calendars lists them.")
        found.append(told)
    return found


def _row(path: str) -> rows.Row:
    return {"calendar": path, "there": path == SAMPLE or Path(path).exists()}


def _lines(document: Sequence[rows.Row]) -> Iterator[str]:
    for row in document:
        what = "the sample network's own" if row["calendar"] == SAMPLE else ""
        missing = "" if row["there"] else "not there just now"
        told = ", ".join(part for part in (what, missing) if part)
        yield f"{plain(row['calendar'])}{f' ({told})' if told else ''}"
