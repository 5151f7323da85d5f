"""The zones of one calendar: which clocks the names in it mean.

Of exactly IANA's names the shipped rules hold. Of any other the file's own VTIMEZONE is the truth
(RFC 5545 3.6.5): what Windows, Outlook or a hand calls a zone may be anything. Where it agrees with
the zone that goes by that name, that is taken, as 1-2-1s are kept by IANA's names.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from planner.calendar.clocks import Clock, FileClock, FixedClock, clock_of
from planner.calendar.components import RawCalendar, RawEvent
from planner.calendar.recurrence import Patience
from planner.calendar.zone_names import bare, iana, named

UTC_CLOCK = FixedClock(timedelta())
_WEEK = timedelta(days=7)  # no clock was ever changed and changed back within one
_MOMENT = timedelta(seconds=1)
_MOST_COMPARED = 3000  # years of zones; after that the file's rules are taken as they are
_WORTH = 4  # to look at a zone's name costs as much patience as at so many times
_LONGEST_SHOWN = 40


@dataclass
class Zones:
    """The zones of one calendar: what its names mean, looked up once each.

    `local` is the user's IANA zone, for floating times and for zones nobody knows. `years` are
    those asked about, in which a file's rules are held against a zone's; without them it is the
    year of each time.
    """

    calendar: RawCalendar
    local: str
    other: tuple[RawEvent, ...] = ()  # VTIMEZONEs of the file's further calendars
    years: tuple[int, ...] = ()
    patience: Patience = field(default_factory=Patience)  # with the rules of its VTIMEZONEs
    unknown: set[str] = field(default_factory=set)  # what was said of zones nobody knows
    _found: dict[tuple[str, int], tuple[Clock, str]] = field(default_factory=dict)
    _own: dict[str, FileClock | None] = field(default_factory=dict)
    _agreed: dict[tuple[str, Clock, int], bool] = field(default_factory=dict)

    @property
    def mine(self) -> Clock:
        """The clocks where the user is: days last from midnight to midnight by them."""
        return iana(self.local) or UTC_CLOCK

    def floating(self, year: int) -> tuple[Clock, str]:
        """The clocks for times of that year that name no zone, with what was odd."""
        name = self.calendar.zone_name or self._old_name
        if not name:
            return self.mine, ""
        reason = f"The calendar's own zone “{shown(name)}” is unknown; your zone was taken."
        return self._kept(name, year, reason)

    @property
    def _old_name(self) -> str:
        """The offset that a vCalendar 1.0 says it is at, unless its clocks change."""
        own = self.calendar.own
        if not own.text("VERSION").startswith("1") or own.text("DAYLIGHT").upper()[:4] == "TRUE":
            return ""
        return own.text("TZ")

    def called(self, name: str, year: int) -> tuple[Clock, str]:
        """The clocks of the zone that the file calls `name`, in a year, with what was odd."""
        reason = f"Nobody knows the zone “{shown(name)}”; your zone was taken."
        return self._kept(name, year, reason)

    def own(self, name: str) -> FileClock | None:
        """The rules that the file itself gives for the name, if they can be read."""
        if name not in self._own:
            self._own[name] = next(
                (clock for each in self._brought(name) if (clock := clock_of(each, self.patience))),
                None,
            )
        return self._own[name]

    def _kept(self, name: str, year: int, reason: str) -> tuple[Clock, str]:
        key = name, 0 if self.years else year
        found = self._found.get(key)
        if found is None:
            clock = self._look_up(name, self.years or (year,))
            found = self._found[key] = (clock, "") if clock else (self.mine, reason)
            if clock is None:
                self.unknown.add(reason)
        return found

    def _look_up(self, name: str, years: tuple[int, ...]) -> Clock | None:
        if exact := iana(bare(name)):
            return exact
        # Where its name says nothing, libical's word for it may.
        places = [iana(each.text("X-LIC-LOCATION")) for each in self._brought(name)]
        known = [clock for clock in (named(name), *places) if clock]
        own = self.own(name)
        if own is None:
            return known[0] if known else None
        return next((clock for clock in known if self._agree(name, own, clock, years)), own)

    def _agree(self, name: str, own: FileClock, clock: Clock, years: tuple[int, ...]) -> bool:
        for year in years:
            key = name, clock, year
            if key not in self._agreed:
                enough = len(self._agreed) >= _MOST_COMPARED
                self._agreed[key] = not enough and _alike(own, clock, year)
            if not self._agreed[key]:
                return False
        return True

    def _brought(self, name: str) -> list[RawEvent]:
        """The VTIMEZONEs of that name; if there is none, of one in other capital letters.

        Those of its own calendar go before.
        """
        wanted = bare(name)
        loose = wanted.casefold()
        called = self._its_own.get(loose) or self._others.get(loose, [])
        exact = [each for other, each in called if other == wanted]
        return exact or [each for _, each in called]

    @cached_property
    def _its_own(self) -> dict[str, list[tuple[str, RawEvent]]]:
        return self._by_name(self.calendar.timezones)

    @cached_property
    def _others(self) -> dict[str, list[tuple[str, RawEvent]]]:
        return self._by_name(self.other)

    def _by_name(self, timezones: tuple[RawEvent, ...]) -> dict[str, list[tuple[str, RawEvent]]]:
        """VTIMEZONEs as they are called, by that in small letters; none when patience ran out."""
        found: dict[str, list[tuple[str, RawEvent]]] = {}
        self.patience.left -= _WORTH * len(timezones)
        for each in timezones if self.patience.left >= 0 else ():
            name = bare(each.text("TZID"))
            found.setdefault(name.casefold(), []).append((name, each))
        return found


def shown(text: str) -> str:
    """Text from a file, short enough for a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"


def _alike(own: FileClock, clock: Clock, year: int) -> bool:
    """Whether both show the same throughout a year: each week, and at each change of the one.

    What the file's rules say nothing of counts for nothing.
    """
    with suppress(OverflowError):  # at the ends of time nothing is known
        instants = [datetime(year, 1, 1) + _WEEK * week for week in range(53)]
        for change in own.changes(year):
            instants += change - _MOMENT, change
        covered = [each for each in instants if own.covers(each)]
        return all(own.wall(each) == clock.wall(each) for each in covered)
    return False
