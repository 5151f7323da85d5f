"""All entries of one UID together: the times they take within a span, exceptions reckoned in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from planner.calendar.entries import Entry
from planner.calendar.event_times import EventTime
from planner.calendar.lengths import NO_TIME, Length
from planner.calendar.recurrence import Patience, TooMany, times
from planner.calendar.recurrence_rule import Rule, RuleError

_MARGIN = timedelta(days=2)  # more than clocks are ever apart
_MOST_TIMES = 50_000  # of one series within a span
_WORTH = 4  # a time found costs as much patience as so many looked at


@dataclass(frozen=True, slots=True)
class Taken:
    """Something that is on, in UTC, naive; its end may not be after its start."""

    start: datetime
    end: datetime
    entry: Entry


def taken(
    entries: list[Entry], first: datetime, last: datetime, patience: Patience
) -> Iterator[Taken]:
    """What the entries of one UID take of [first, last), in UTC, naive; what is odd they say."""
    whole = _versions([each for each in entries if each.instead_of is None])
    changed = _latest_changes([each for each in entries if each.instead_of is not None])
    futures = sorted(
        (each for each in changed if each.and_future), key=lambda each: _instant(_stood(each))
    )
    left_out = [_Dates(each.but_dates, each.start.is_day) for each in whole]
    for series, except_for in zip(whole, left_out, strict=True):
        changed = [each for each in changed if not _outdated(each, series, patience)]
        replaced = _Dates([_stood(each) for each in changed], series.start.is_day)
        yield from _of_series(series, except_for, replaced, futures, first, last, patience)
    for each in changed:
        stood = _stood(each)
        found = _at(each, each.start, each.length, first, last)
        if not any(dates.have(stood.wall, _instant(stood)) for dates in left_out):
            yield from found
        elif any(found) and not each.free:
            each.say("The series leaves out the time that it changes (EXDATE), so it is not on.")


def _of_series(
    series: Entry,
    except_for: _Dates,
    replaced: _Dates,
    futures: list[Entry],
    first: datetime,
    last: datetime,
    patience: Patience,
) -> Iterator[Taken]:
    if not series.repeats and not replaced:
        if not except_for or not except_for.have(series.start.wall, _instant(series.start)):
            yield from _at(series, series.start, series.length, first, last)
        elif any(_at(series, series.start, series.length, first, last)):
            series.say("It leaves out its only time (EXDATE), so it is not on.")
        return
    clock = series.start.clock
    changes_at = [_instant(_stood(each)) for each in futures]
    for time, length in _times(series, futures, first, last, patience):
        instant = _instant(time)
        if except_for.have(time.wall, instant) or replaced.have(time.wall, instant):
            continue
        if changes_at and instant > changes_at[0]:
            new = futures[bisect_right(changes_at, instant) - 1]
            moved = _moved(time, new)
            if moved:
                yield from _at(new, moved, new.length, first, last)
            continue
        yield from _at(series, EventTime(time.wall, time.clock or clock), length, first, last)


def _outdated(change: Entry, series: Entry, patience: Patience) -> bool:
    """Whether a change of one time was made to an older version, whose series was another."""
    if change.sequence >= series.sequence or not change.repeats or change.and_future:
        return False
    stood = _instant(_stood(change))
    about = _times(series, [], _less(stood, _MARGIN), _more(stood, _MARGIN), patience)
    dates = _Dates([time for time, _ in about], series.start.is_day)
    if dates.have(_stood(change).wall, stood):
        return False
    change.say("It changes a time that the newer version of its series does not have.")
    return True


def _times(
    series: Entry, futures: list[Entry], first: datetime, last: datetime, patience: Patience
) -> Iterator[tuple[EventTime, Length]]:
    """Each time of the series once, exceptions not yet reckoned in."""
    clock = series.start.clock
    lengths = [series.length, *(length for _, length in series.dates)]
    lengths += [each.length for each in futures]
    shifts = [each.start.wall - _stood(each).wall for each in futures]
    back = max(each.most for each in lengths) + max([*shifts, timedelta()]) + _MARGIN
    ahead = max([*(-shift for shift in shifts), timedelta()]) + _MARGIN
    begin, end = _less(first, back), _more(last, ahead)
    patience.left -= len(series.dates)
    if patience.left < 0:
        series.refused = True
        series.say("Its dates are too many to follow, so they were refused.")
        return
    skip = _but(series, begin, end, patience)
    told: set[datetime] = set()
    ended = bool(series.rules)
    for rule in series.rules:
        ended = ended and rule.last(clock.wall) < series.start.wall
        try:
            walls = times(rule, series.start.wall, begin, end, clock.wall, patience)
            found = []
            for wall in walls:
                found.append(wall)
                if len(found) > _MOST_TIMES:
                    raise TooMany("It repeats too often within this time, so it was refused.")
        except TooMany as refused:
            series.refused = True
            series.say(str(refused))
            return
        patience.left -= _WORTH * len(found)
        for wall in found:
            if wall not in told and wall not in skip:
                told.add(wall)
                yield EventTime(wall, clock, series.start.is_day), series.length
    if ended:
        series.say("Its rule ends before the event begins, so it never takes place.")
    elif series.start.wall not in told and series.start.wall not in skip:
        told.add(series.start.wall)
        yield series.start, series.length
    for time, length in series.dates:
        if series.start.is_day and not time.is_day:
            time = EventTime(datetime.combine(time.wall, datetime.min.time()), clock, is_day=True)
        elif time.is_day and not series.start.is_day:
            time = EventTime(datetime.combine(time.wall, series.start.wall.time()), clock)
        if time.clock is clock or time.clock == clock:
            if time.wall in told and length is series.length:
                continue
            told.add(time.wall)
        yield time, length


def _but(series: Entry, begin: datetime, end: datetime, patience: Patience) -> set[datetime]:
    found: set[datetime] = set()
    for rule in series.but_rules:
        try:
            start, clock = series.start.wall, series.start.clock
            found.update(times(rule, start, begin, end, clock.wall, patience))
        except RuleError as refused:
            series.say(f"What it leaves out cannot be told: {refused}")
    return found


def _at(
    entry: Entry, start: EventTime, length: Length, first: datetime, last: datetime
) -> Iterator[Taken]:
    if _less(first, length.most + _MARGIN) > start.wall or start.wall > _more(last, _MARGIN):
        return
    begins, ends = _instant(start), length.end(start.wall, start.clock)
    lasts = length.wall + length.exact
    if ends <= begins and lasts > NO_TIME:  # RFC 5545 3.3.5 counts the start from before the jump
        ends = _more(begins, lasts)
        if begins < last and ends > first:
            entry.say("Clocks jump over its start, past its end; it was taken as long as it says.")
    if begins < last and ends > first:
        yield Taken(begins, ends, entry)


def _versions(entries: list[Entry]) -> list[Entry]:
    """Those that stand: of several versions of one event the newest, and what only shares a UID."""
    if len(entries) < 2:
        return entries
    newest = max(each.sequence for each in entries)
    kept: dict[tuple[datetime, tuple[Rule, ...]], Entry] = {}
    for each in entries:
        if each.sequence < newest:
            each.say("The file holds a newer version of it (SEQUENCE), which was taken.")
            continue
        when = _instant(each.start), tuple(each.rules)
        same = kept.get(when)
        if same is None and kept:
            line = next(iter(kept.values())).raw.line
            each.say(f"It has the UID of the event on line {line}; both were read.")
        if same is not None:
            how = "once more" if _shown(each) == _shown(same) else "in other words"
            each.say(f"It is the event of line {same.raw.line} {how}; one was taken.")
        if same is None or each.stamp >= same.stamp:
            kept[when] = each
    return list(kept.values())


def _shown(entry: Entry) -> tuple[str, bool, Length]:
    return entry.summary.strip(), entry.free, entry.length


def _latest_changes(entries: list[Entry]) -> list[Entry]:
    if len(entries) < 2:
        return entries
    kept: dict[tuple[datetime, bool], Entry] = {}
    for each in entries:
        key = _instant(_stood(each)), each.and_future
        known = kept.get(key)
        newer = known is None or (each.sequence, each.stamp) >= (known.sequence, known.stamp)
        if known is not None:
            older, other = (known, each) if newer else (each, known)
            older.say(f"It changes the same time as line {other.raw.line}, which was taken.")
        if newer:
            kept[key] = each
    return list(kept.values())


class _Dates:
    """Days and instants, to be asked whether a time is among them.

    Of a series of whole days (`of_days`) times are days too, as they are written.
    """

    def __init__(self, times: list[EventTime], of_days: bool) -> None:
        self._days: set[date] = {each.wall.date() for each in times if each.is_day or of_days}
        self._instants = {_instant(each) for each in times}

    def __bool__(self) -> bool:
        return bool(self._instants)

    def have(self, wall: datetime, instant: datetime) -> bool:
        return instant in self._instants or wall.date() in self._days


def _stood(entry: Entry) -> EventTime:
    assert entry.instead_of is not None
    return entry.instead_of


def _moved(time: EventTime, new: Entry) -> EventTime | None:
    """Where a change of all later times moves one of them."""
    try:
        wall = new.start.clock.wall(time.utc) if new.start.clock != time.clock else time.wall
        stood = _stood(new)
        was = new.start.clock.wall(stood.utc) if stood.clock != new.start.clock else stood.wall
        return EventTime(wall + (new.start.wall - was), new.start.clock)
    except OverflowError:
        return None


def _instant(time: EventTime) -> datetime:
    try:
        return time.utc
    except OverflowError:
        return datetime.min if time.wall.year < 5000 else datetime.max


def _less(time: datetime, span: timedelta) -> datetime:
    try:
        return time - span
    except OverflowError:
        return datetime.min


def _more(time: datetime, span: timedelta) -> datetime:
    try:
        return time + span
    except OverflowError:
        return datetime.max
