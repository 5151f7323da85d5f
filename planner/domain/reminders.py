"""Reminders: a 1-2-1 to prepare, one that begins soon, one nobody has said yet how it went.

Each is due from a moment to another, so that a computer that slept, or a clock that was set, brings
no burst of old ones; and has a mark, by which the program remembers that it was said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from planner.domain.me import Me
from planner.domain.meetings import Meeting, place_of
from planner.domain.travel import way
from planner.domain.wall_time import instants, wall_of

# Our choices, all of them.
PREPARE_FROM = time(12, 0)  # of the day before: there is still some of it left to prepare in
JUST_SETTLED = timedelta(hours=2)  # after which a planned or moved 1-2-1 is worth a word
AHEAD = timedelta(minutes=15)  # before it begins, and before it is time to leave for it
GRACE = timedelta(minutes=10)  # after its end: talks run over
UNTOLD = timedelta(days=4)  # after its end: from a Friday over the weekend; Today goes on asking
SPAN = UNTOLD + timedelta(days=3)  # 1-2-1s further off than this are not reminded of


class Occasion(StrEnum):
    """What a reminder is for, the most pressing first."""

    SOON = "soon"
    DEBRIEF = "debrief"
    PREPARE = "prepare"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing to be reminded of, and of which 1-2-1."""

    occasion: Occasion
    meeting: Meeting

    @property
    def mark(self) -> str:
        """By which it is known that it was said; another after the 1-2-1 was moved."""
        begins = self.meeting.starts_utc.isoformat(timespec="minutes")
        return f"{self.occasion}/{self.meeting.id}/{begins}"


def due(meetings: Iterable[Meeting], now: datetime, zone: str, me: Me) -> tuple[Reminder, ...]:
    """What is to be reminded of at `now` (UTC, naive), the most pressing first.

    `zone` is the user's, in which the day before begins; `me` says how long they are on the way.
    Nobody is asked how one 1-2-1 went while the next is going on, or is about to.
    """
    planned = sorted((one for one in meetings if one.planned), key=lambda one: one.starts_utc)
    found: list[Reminder] = []
    busy = any(one.starts_utc - AHEAD <= now < one.ends_utc for one in planned)
    for one in planned:
        leave = one.starts_utc - AHEAD - way(me, place_of(one.place))
        if leave <= now < one.starts_utc:
            if not (_settled(one) or datetime.min) > leave:
                found.append(Reminder(Occasion.SOON, one))
        elif _day_before(one, zone) <= now < leave:
            if not _just_settled(one, now):
                found.append(Reminder(Occasion.PREPARE, one))
        elif one.ends_utc + GRACE <= now < one.ends_utc + UNTOLD and not busy:
            found.append(Reminder(Occasion.DEBRIEF, one))
    order = list(Occasion)
    return tuple(sorted(found, key=lambda reminder: order.index(reminder.occasion)))


def still_worth(marks: Iterable[str], meetings: Sequence[Meeting]) -> tuple[str, ...]:
    """The marks that still keep something from being said again: of these 1-2-1s as they stand."""
    standing = {Reminder(of, one).mark for one in meetings if one.planned for of in Occasion}
    return tuple(mark for mark in dict.fromkeys(marks) if mark in standing)


def _day_before(meeting: Meeting, zone: str) -> datetime:
    """From when it is to be prepared, UTC, naive."""
    day = wall_of(meeting.starts_utc, zone).date() - timedelta(days=1)
    noon = datetime.combine(day, PREPARE_FROM)
    return next(iter(instants(noon, zone)), meeting.starts_utc - timedelta(days=1))


def _settled(meeting: Meeting) -> datetime | None:
    """When it was planned, moved or written last: whoever did that knows of it."""
    return max((at for at in (meeting.created, meeting.stamp) if at is not None), default=None)


def _just_settled(meeting: Meeting, now: datetime) -> bool:
    """Not by a stamp ahead of a clock that was set back."""
    settled = _settled(meeting)
    return settled is not None and timedelta() <= now - settled < JUST_SETTLED
