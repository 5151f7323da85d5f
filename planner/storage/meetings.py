"""1-2-1s, places for them, and other contacts."""

from __future__ import annotations

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

    def held_on(self) -> list[tuple[int, date]]:
        """Whom 1-2-1s were held with, and the day of each: much quicker than whole records."""
        held = self.table.select(self.table.person, self.table.starts)
        rows = self.selected(held.where(self.table.state == State.HELD))
        days = {starts[:10]: _day(starts[:10]) for _, starts in rows}  # each worked out once
        return [(int(person), days[starts[:10]]) for person, starts in rows]

    def places_used(self) -> list[tuple[int, str, int]]:
        """Whom with, where, and how often, of those not called off."""
        table = self.table
        told = table.select(table.person, table.place, fn.COUNT(table.id))
        query = told.where(table.state != State.CANCELLED).group_by(table.person, table.place)
        return [(int(person), str(place), int(n)) for person, place, n in self.selected(query)]


def _day(kept: str) -> date:
    try:
        return date.fromisoformat(kept)
    except ValueError as error:
        raise unreadable("day") from error
