"""The calendars the user names: which they are, and when they say the user is taken.

Nothing of what stands in them is kept anywhere: they are read anew by every start.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain
from operator import attrgetter
from pathlib import Path

from planner.domain.busy import BusyFile, BusyTime
from planner.domain.calendar_reads import SAMPLE, Asked, CalendarRead
from planner.domain.changes import Change
from planner.domain.me import Me
from planner.errors import PlannerError
from planner.journeys.calendar_source import Progress, read_source, unseen
from planner.storage.store import Store

_SETTING = "calendars"
MONTHS_BACK, MONTHS_AHEAD = 1, 13  # what is read: the pages show that far. Our choice


@dataclass(frozen=True, slots=True)
class BusyCalendars:
    """What all calendars named say of a span of time."""

    reads: tuple[CalendarRead, ...] = ()

    @property
    def files(self) -> tuple[BusyFile, ...]:
        return tuple(kept.file for read in self.reads for kept in read.parts.values())

    @property
    def problems(self) -> tuple[str, ...]:
        """Sentences on what could not be read at all, or not just now."""
        return tuple(read.problem for read in self.reads if read.problem)

    @property
    def busy(self) -> tuple[BusyTime, ...]:
        """Earliest first."""
        return together(self.reads)


def calendars(store: Store) -> tuple[str, ...]:
    """The files and folders named, in that order; SAMPLE is the sample network's own."""
    try:
        kept = json.loads(store.settings.get(_SETTING, "[]"))
    except ValueError:
        return ()
    return tuple(path for path in kept if isinstance(path, str)) if isinstance(kept, list) else ()


def is_named(store: Store, path: str) -> bool:
    """Whether a file, or the folder it lies in, is one of the user's calendars."""
    named = Path(path).absolute()
    return bool({str(named), str(named.parent)} & set(calendars(store)))


def name_calendar(store: Store, path: str) -> Change:
    """Takes a file or folder for one of the user's calendars; it is not looked at here.

    PlannerError when it is named already.
    """
    named = path if path == SAMPLE else str(Path(path).absolute())
    with store.transaction() as work:
        there = calendars(store)
        if named in there:
            raise PlannerError(f"{Path(named).name} is one of your calendars already.")
        _put(store, (*there, named))
    return work.change


def name_calendars(store: Store, paths: Sequence[str]) -> Change:
    """The same with several at once, those left out that are named already.

    PlannerError when all of them are.
    """
    with store.transaction() as work:
        there = calendars(store)
        new = dict.fromkeys(str(Path(path).absolute()) for path in paths)
        added = tuple(path for path in new if path not in there)
        if len(paths) == 1 or not added:
            for path in paths:
                name_calendar(store, path)
        else:
            _put(store, (*there, *added))
    return work.change


def forget_calendar(store: Store, path: str) -> Change:
    """Looks into a calendar no more; the file stays as it is."""
    with store.transaction() as work:
        _put(store, tuple(there for there in calendars(store) if there != path))
    return work.change


def _put(store: Store, paths: tuple[str, ...]) -> None:
    if paths:
        store.settings.put(_SETTING, json.dumps(paths, ensure_ascii=False))
    else:
        store.settings.forget(_SETTING)


def own_addresses(me: Me) -> frozenset[str]:
    """By which the user is known in a calendar: what they declined there does not take them."""
    return frozenset({me.email.strip().casefold()} - {""})


def span(today: date) -> tuple[datetime, datetime]:
    """From when to when calendars are read; the same for a whole month, UTC, naive."""
    return _month(today, -MONTHS_BACK), _month(today, MONTHS_AHEAD)


def _month(today: date, on: int) -> datetime:
    years, month = divmod(today.month - 1 + on, 12)
    # A day more on either side, as the day begins elsewhere at another time.
    slack = timedelta(days=1 if on > 0 else -1)
    return datetime.combine(date(today.year + years, month + 1, 1), time.min) + slack


def read_calendars(
    paths: Iterable[str],
    zone: str,
    start: datetime,
    end: datetime,
    mine: frozenset[str] = frozenset(),
    known: Mapping[str, CalendarRead] | None = None,
    moment: float = 0.0,
    tell: Progress = unseen,
) -> BusyCalendars:
    """When the user is taken between `start` and `end` (UTC, naive), as all these calendars say.

    What has not changed since it was `known` for the same span, zone and addresses is not read
    again. `moment` is the machine's time in seconds since 1970: a file written just before it is
    looked at again the next time. `tell` is told how far one calendar is, in bytes.
    """
    asked = Asked(zone, start, end, mine)
    return BusyCalendars(
        tuple(read_source(path, asked, (known or {}).get(path), moment, tell) for path in paths)
    )


def together(reads: Iterable[CalendarRead]) -> tuple[BusyTime, ...]:
    """What all of them say, earliest first."""
    each = (kept.file.busy for read in reads for kept in read.parts.values())
    return tuple(sorted(chain.from_iterable(each), key=attrgetter("start")))
