"""The terminal's command that tells when a 1-2-1 could be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from planner.domain.best_times import at_their_day
from planner.domain.wall_time import instants, is_zone, wall_of
from planner.domain.wishes import USUAL_MINUTES, Wish
from ui import day_wording
from ui import terminal_rows as rows
from ui.clock import Clock
from ui.terminal_call import Call
from ui.terminal_output import Told, plain

if TYPE_CHECKING:
    from planner.domain.slots import Slot
    from planner.journeys.look_for_times import Times


def slots(call: Call) -> Told:
    from planner.journeys.find_people import one_person
    from planner.journeys.look_for_times import FEWEST_DAYS, times_between

    given = call.given
    with call.existing() as store:
        person = one_person(store, given.person) if given.person is not None else None
        me = store.me.get()
        me = replace(me, zone=me.zone or Clock().local_zone())
        first = given.first or wall_of(call.now, me.zone).date()
        last = given.last or first + timedelta(days=FEWEST_DAYS - 1)
        wish = Wish(minutes=given.minutes or USUAL_MINUTES, place=given.place)
        found = times_between(
            store,
            me,
            person,
            first,
            last,
            wish,
            call.now,
            full_too=given.full_weeks,
            zone=given.zone or "",
        )
    theirs = person.zone if person is not None and is_zone(person.zone) else ""
    document = [_row(slot, wish.minutes, theirs, slot in found.best) for slot in found.free]
    lines = list(_lines(document)) or ["Nothing is free on these days."]
    return Told(
        document,
        (
            *lines,
            *_at_night(found, wish.minutes, theirs),
            *_left_out(found, first, last, me.per_week),
        ),
        warning=" ".join(found.problems),
    )


def _row(slot: Slot, minutes: int, their_zone: str, best: bool) -> rows.Row:
    """`their_starts` and `their_zone` are null unless the guest's clock shows another time."""
    start = instants(slot.starts, slot.zone)[0]
    end = start + timedelta(minutes=minutes)
    there = wall_of(start, their_zone) if their_zone else slot.starts
    differs = there != slot.starts
    return {
        "starts": slot.starts.isoformat(timespec="minutes"),
        "ends": wall_of(end, slot.zone).isoformat(timespec="minutes"),
        "zone": slot.zone,
        "minutes": minutes,
        "start": _utc(start),
        "end": _utc(end),
        "their_starts": there.isoformat(timespec="minutes") if differs else None,
        "their_zone": their_zone if differs else None,
        "best": best,
    }


def _lines(document: list[rows.Row]) -> Iterator[str]:
    """A line a day: "2026-12-22 Tuesday, Europe/London: *09:00 09:30"."""
    for (day, zone, there), of_day in groupby(
        document, key=lambda row: (row["starts"][:10], row["zone"], row["their_zone"])
    ):
        weekday = day_wording.weekday(date.fromisoformat(day))
        where = f"{zone} ({there})" if there else zone
        yield f"{day} {weekday}, {plain(where)}: {' '.join(map(_time, of_day))}"


def _time(row: rows.Row) -> str:
    """ "09:00", starred where it is among the best, and with the guest's where that is another."""
    mark, theirs = "*" if row["best"] else "", row["their_starts"]
    if theirs is None:
        return f"{mark}{row['starts'][11:]}"
    shown = theirs[11:] if theirs[:10] == row["starts"][:10] else theirs.replace("T", " ")
    return f"{mark}{row['starts'][11:]} ({shown})"


def _at_night(found: Times, minutes: int, their_zone: str) -> Iterator[str]:
    """That even the best are at an hour nobody likes to be asked for."""
    if found.best and not any(at_their_day(slot, minutes, their_zone) for slot in found.best):
        yield "All of them are before eight in the morning or after eight at night by their clock."


def _left_out(found: Times, first: date, last: date, wanted: int) -> Iterator[str]:
    if found.best:
        yield "* the best of them"
    for day, name in found.passed_over.days_off.items():
        if first <= day <= last:
            yield f"Day off: {day_wording.day(day)}, {name}"
    for day, city in sorted(found.passed_over.away.items()):
        if first <= day <= last:
            yield f"You are in {city}: {day_wording.day(day)}"
    for monday, count in sorted(found.passed_over.full.items()):
        if first < monday + timedelta(days=7) and monday <= last:
            yield (
                f"The week of {day_wording.day(monday)} is full: {count} of {wanted} 1-2-1s are "
                "planned (--full-weeks offers it too)."
            )


def _utc(instant: datetime) -> str:
    return instant.replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
