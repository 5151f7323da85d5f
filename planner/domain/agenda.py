"""A stretch of days as a calendar shows it: the 1-2-1s, when the user is taken, what is free."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from planner.domain.busy import BusyTime
from planner.domain.diary import Diary
from planner.domain.me import Hours
from planner.domain.meetings import Meeting
from planner.domain.trips import Trip
from planner.domain.wall_time import wall_of

A_DAY = timedelta(days=1)
LEAST_FREE = 45  # minutes of a gap worth showing: an ordinary 1-2-1 fits in
_SHOWN_TWICE = timedelta(minutes=15)  # at least so long something is shown in such an hour
QUARTER = 15  # minutes; what is free today begins on a full quarter of an hour


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of one day, wall time where the user is, naive; `ends` may be the next midnight."""

    starts: datetime
    ends: datetime
    summary: str = ""  # what is on, as the user's calendar says; "" for free time

    @property
    def whole_day(self) -> bool:
        return self.ends - self.starts >= A_DAY


@dataclass(frozen=True, slots=True)
class Day:
    """One day: 1-2-1s soonest first, what else the user is taken by, and what is free."""

    day: date
    meetings: tuple[Meeting, ...] = ()
    taken: tuple[Stretch, ...] = ()
    free: tuple[Stretch, ...] = ()
    off: str = ""  # what day off it is, such as "Christmas Day"
    town: str = ""  # where a trip leads that day

    @property
    def planned(self) -> tuple[Meeting, ...]:
        """Those still to be held, or to be told of."""
        return tuple(meeting for meeting in self.meetings if meeting.planned)


def lay_out(
    first: date,
    count: int,
    meetings: Iterable[Meeting],
    diary: Diary,
    week: Sequence[Hours],
    zone: str,
    now: datetime,
    ours: Container[str] = (),
    trips: Collection[Trip] = (),
) -> tuple[Day, ...]:
    """The `count` days from `first`.

    A 1-2-1 belongs to the day that clocks show where it takes place, which may be another zone.
    What is free lies within the user's hours (`week`, Monday first), between everything planned
    and taken, and not before `now` (UTC, naive); none on a day off. `zone` is where the user is.
    `ours` is what all 1-2-1s are called, those of other days too: a copy of one in the diary, at
    its old time perhaps, takes nobody. A trip names its town on its days.
    """
    days = [first + n * A_DAY for n in range(count)]
    of_day: dict[date, list[Meeting]] = {day: [] for day in days}
    there = sorted(meetings, key=lambda meeting: (meeting.starts_utc, meeting.id))
    for meeting in there:
        if meeting.starts.date() in of_day:
            of_day[meeting.starts.date()].append(meeting)
    begins = _utc(datetime.combine(first, time()), zone)
    ends = _utc(datetime.combine(first + count * A_DAY, time()), zone)
    others = list(diary.others(begins, ends, ours))
    taken = _by_day(others, zone, set(days))
    spans = [(one.start, one.end) for one in others]
    spans += [(one.starts_utc, one.ends_utc) for one in there if one.planned]
    spans.sort()
    return tuple(
        Day(
            day,
            tuple(of_day[day]),
            tuple(taken.get(day, ())),
            () if day in diary.days_off else _free(day, week[day.weekday()], spans, zone, now),
            diary.days_off.get(day, ""),
            ", ".join(trip.city for trip in trips if trip.under_way(day)),
        )
        for day in days
    )


def _by_day(
    busy: Iterable[BusyTime], zone: str, days: Collection[date]
) -> dict[date, list[Stretch]]:
    """When the user is taken, cut at midnight; earliest first."""
    cut: dict[date, list[Stretch]] = {}
    if not days:
        return cut
    earliest, latest = min(days), max(days)
    for one in busy:
        starts = wall_of(one.start, zone)
        # In the hour that clocks show twice an end may show an earlier time than its start.
        ends = max(wall_of(one.end, zone), starts + min(one.end - one.start, _SHOWN_TWICE))
        day = max(starts.date(), earliest)
        while day <= latest and datetime.combine(day, time()) < ends:
            midnight = datetime.combine(day, time())
            part = Stretch(max(starts, midnight), min(ends, midnight + A_DAY), one.title)
            if part.starts < part.ends:
                cut.setdefault(day, []).append(part)
            day += A_DAY
    for parts in cut.values():
        parts.sort(key=lambda part: (not part.whole_day, part.starts, part.ends, part.summary))
    return cut


def _free(
    day: date,
    hours: Hours,
    spans: Sequence[tuple[datetime, datetime]],
    zone: str,
    now: datetime,
) -> tuple[Stretch, ...]:
    """What is left of the day's hours between `spans` (UTC, naive, sorted)."""
    if not hours.open:
        return ()
    begins = max(_utc(datetime.combine(day, hours.starts), zone), _next_quarter(now))
    closes = _utc(datetime.combine(day, hours.ends), zone)
    found: list[Stretch] = []
    for start, end in (*spans, (closes, closes)):
        if end <= begins and start < closes:
            continue
        until = min(start, closes)
        if until - begins >= timedelta(minutes=LEAST_FREE):
            found.append(Stretch(wall_of(begins, zone), wall_of(until, zone)))
        begins = max(begins, end)
        if begins >= closes:
            break
    return tuple(found)


def _utc(wall: datetime, zone: str) -> datetime:
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC).replace(tzinfo=None)


def _next_quarter(now: datetime) -> datetime:
    whole = now.replace(minute=now.minute - now.minute % QUARTER, second=0, microsecond=0)
    return whole if whole == now else whole + timedelta(minutes=QUARTER)
