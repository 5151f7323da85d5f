"""A 1-2-1 day: several people back to back at one place, or over the days of a trip.

People in the order to meet them, the days with their first start and last end, length, pauses and
what is taken go in; when each 1-2-1 is comes out. All wall times are in one zone, that of the
place; right when the clocks change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from planner.domain.wall_time import instants, unique, wall_of

STEP = 5  # minutes between two times a 1-2-1 may start at: what people write into calendars


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which people can be met, between two wall times."""

    day: date
    first: time  # nobody is met before
    last: time  # the last 1-2-1 is over by then


@dataclass(frozen=True, slots=True)
class Taken:
    """Something else that is on; its end is free again."""

    start: datetime  # UTC, naive
    end: datetime  # UTC, naive
    what: str = ""
    place: str = ""  # of another 1-2-1; there is no way to itself
    way: int = 0  # minutes to it from elsewhere


@dataclass(frozen=True, slots=True)
class Wished:
    """A 1-2-1 of the day as the user wishes it."""

    person: int
    minutes: int
    place: str = ""
    way: int = 0  # minutes to the place from elsewhere
    starts: datetime | None = None  # wall time the user chose; None for the first that fits
    day: date | None = None  # the first that fits on this day; None for any of them


class Sitting(NamedTuple):
    """A 1-2-1 of the day and when it is, wall time; None where no time was left."""

    wished: Wished
    starts: datetime | None
    ends: datetime | None
    clashes: tuple[Taken, ...] = ()  # what else is on then; only where the user chose the time
    crosses: tuple[int, ...] = ()  # others of the day, by person, who are met at the same time


class _Placed(NamedTuple):
    wished: Wished
    wall: datetime
    start: datetime  # UTC
    end: datetime  # UTC


def schedule(
    wished: Sequence[Wished],
    days: Sequence[Day],
    zone: str,
    *,
    pause: int = 0,
    at_most: int = 0,
    taken: Iterable[Taken] = (),
    now: datetime = datetime.min,
) -> tuple[Sitting, ...]:
    """When each is met, in the order given.

    Whoever has no time of their own follows those before them as soon as that fits: `pause`
    minutes after the 1-2-1 before, or as long as the way to another place takes; the way is kept
    free to whatever else is `taken` too. The first with whom a day's hours are over, or `at_most`
    on one day (0 for any number), begins the next day. Nothing starts before `now` (UTC, naive),
    and no start or end that the clocks skip or show twice is chosen. Days come in order.
    """
    others = tuple(taken)
    placed: dict[int, _Placed] = {}
    for row, one in enumerate(wished):
        if one.starts is not None and (shown := instants(one.starts, zone)):
            end = shown[0] + timedelta(minutes=one.minutes)
            placed[row] = _Placed(one, one.starts.replace(fold=0), shown[0], end)
    for row, one in enumerate(wished):
        if one.starts is None:
            before = [placed[each] for each in range(row) if each in placed]
            found = _first_fit(one, days, zone, pause, at_most, others, now, before, placed)
            if found is not None:
                placed[row] = found
    return tuple(
        _sitting(one, placed.get(row), placed, row, others, zone) for row, one in enumerate(wished)
    )


def in_order(sittings: Iterable[Sitting]) -> tuple[Sitting, ...]:
    """As they follow each other; those without a time last."""
    return tuple(sorted(sittings, key=lambda one: (one.starts is None, one.starts or datetime.min)))


def _first_fit(
    one: Wished,
    days: Sequence[Day],
    zone: str,
    pause: int,
    at_most: int,
    others: Sequence[Taken],
    now: datetime,
    before: Sequence[_Placed],
    placed: dict[int, _Placed],
) -> _Placed | None:
    """The first time that fits on its day, or on that of the one before and those after it."""
    # Whoever was given a day or a time of their own does not send the others there.
    flowing = [each.wall.date() for each in before if not (each.wished.starts or each.wished.day)]
    least = one.day or max(flowing, default=date.min)
    for day in days:
        if day.day < least or (one.day is not None and day.day != one.day):
            continue
        if at_most and sum(each.wall.date() == day.day for each in placed.values()) >= at_most:
            continue
        earliest = max(
            (
                each.end + timedelta(minutes=_between(one, each.wished, pause))
                for each in before
                if each.wall.date() == day.day
            ),
            default=datetime.min,
        )
        blocks = [
            *(
                (each.start, each.end, _between(one, each.wished, pause))
                for each in placed.values()
            ),
            *((each.start, each.end, _between(one, each)) for each in others),
        ]
        found = _fit_in(one, day, zone, max(earliest, now), blocks)
        if found is not None:
            return found
    return None


def _fit_in(
    one: Wished,
    day: Day,
    zone: str,
    earliest: datetime,
    blocks: Sequence[tuple[datetime, datetime, int]],
) -> _Placed | None:
    """The first time in a day's hours that is free, and not before `earliest` (UTC)."""
    wall, closing = datetime.combine(day.day, day.first), datetime.combine(day.day, day.last)
    while wall < closing:
        shown = instants(wall, zone)
        if len(shown) == 1:
            start, end = shown[0], shown[0] + timedelta(minutes=one.minutes)
            free = max((_free_after(start, end, block) for block in blocks), default=start)
            free = max(free, earliest)
            if free <= start:
                ends = wall_of(end, zone)
                if ends > closing:
                    return None
                if unique(ends, zone):
                    return _Placed(one, wall, start, end)
            elif wall_of(free, zone) >= closing:
                return None
            elif (later := _rounded(wall_of(free, zone), wall)) > wall:
                wall = later
                continue
        wall += timedelta(minutes=STEP)
    return None


def _free_after(start: datetime, end: datetime, block: tuple[datetime, datetime, int]) -> datetime:
    """When what is taken leaves the first room: `start` itself where it is not in the way."""
    begins, ends, between = block
    way = timedelta(minutes=between)
    return start if end + way <= begins or start >= ends + way else ends + way


def _rounded(wall: datetime, grid: datetime) -> datetime:
    """The next time that lies whole steps after `grid`."""
    steps = -((grid - wall) // timedelta(minutes=STEP))
    return grid + steps * timedelta(minutes=STEP)


def _between(one: Wished, other: Wished | Taken, pause: int = 0) -> int:
    """Minutes to keep free between two; at the same place there is no way."""
    same = (
        bool(one.place.strip()) and one.place.strip().casefold() == other.place.strip().casefold()
    )
    return max(pause, 0 if same else max(one.way, other.way))


def _sitting(
    one: Wished,
    placed: _Placed | None,
    everybody: dict[int, _Placed],
    row: int,
    others: Sequence[Taken],
    zone: str,
) -> Sitting:
    if placed is None:
        return Sitting(one, None, None)
    start, end = placed.start, placed.end
    return Sitting(
        one,
        placed.wall,
        wall_of(end, zone),
        tuple(each for each in others if each.start < end and start < each.end),
        tuple(
            each.wished.person
            for at, each in everybody.items()
            if at != row and each.start < end and start < each.end
        ),
    )
