"""1-2-1s, places for them, and other contacts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from peewee import fn

from planner.domain.changes import Kind
from planner.domain.meetings import PLANNED, Meeting, Place, State, Touch
from planner.storage.faults import unreadable
from planner.storage.repository import OfPerson, Repository

# No 1-2-1 is longer: one that began earlier than this before a stretch of time is over by then.
_LONGEST = timedelta(days=1)


class Places(Repository[Place]):
    record = Place
    kind = Kind.PLACE


class Touches(OfPerson[Touch]):
    record = Touch
    kind = Kind.TOUCH
    order = ("day",)


class Meetings(OfPerson[Meeting]):
    """1-2-1s, soonest first."""

    record = Meeting
    kind = Kind.MEETING
    order = ("starts_utc",)

    def between(self, start_utc: datetime, end_utc: datetime) -> list[Meeting]:
        """Those that overlap the time from start to end (UTC, naive), whatever their state."""
        begun = self.table.starts_utc
        earliest = max(start_utc, datetime.min + _LONGEST) - _LONGEST
        near = self.where(begun < end_utc, begun >= earliest)
        return [meeting for meeting in near if meeting.ends_utc > start_utc]

    def planned(self) -> list[Meeting]:
        return self.where(self.table.state.in_(sorted(PLANNED)))

    def uids(self) -> frozenset[str]:
        """What all 1-2-1s are called in calendar files: much quicker than whole records."""
        rows = self.selected(self.table.select(self.table.uid))
        return frozenset(str(uid) for (uid,) in rows if uid)

    def held_on(self) -> list[tuple[int, date]]:
        """Whom 1-2-1s were held with, and the day of each: much quicker than whole records."""
        held = self.table.select(self.table.person, self.table.starts)
        rows = self.selected(held.where(self.table.state == State.HELD))
        days = {starts[:10]: _day(starts[:10]) for _, starts in rows}  # each worked out once
        return [(int(person), days[starts[:10]]) for person, starts in rows]

    def places_used(self) -> list[tuple[int, str, State, int]]:
        """Whom with, where, how it stands and how often, of those held or planned."""
        table = self.table
        told = table.select(table.person, table.place, table.state, fn.COUNT(table.id))
        query = told.where(table.state.in_(sorted({State.HELD, *PLANNED})))
        rows = self.selected(query.group_by(table.person, table.place, table.state))
        return [(int(who), str(place), State(state), int(n)) for who, place, state, n in rows]

    def spellings(self) -> list[str]:
        """Every place that is said of any, as it is written there."""
        rows = self.selected(self.table.select(self.table.place).distinct())
        return [str(place) for (place,) in rows]

    def at(self, spellings: Iterable[str]) -> list[Meeting]:
        """Those whose place is written so, whatever their state."""
        return self.where(self.table.place.in_(list(spellings)))


def _day(kept: str) -> date:
    try:
        return date.fromisoformat(kept)
    except ValueError as error:
        raise unreadable("day") from error
