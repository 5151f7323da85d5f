"""A guest's calendar that goes by RFC 5546 alone: what the files sent to them leave in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import icalendar


@dataclass(frozen=True)
class Entry:
    """One event as the guest sees it; times in UTC, naive."""

    sequence: int
    stamp: datetime
    starts: datetime
    ends: datetime
    place: str
    text: str
    organizer: str
    guests: tuple[str, ...]


@dataclass
class GuestCalendar:
    """Takes messages as a calendar program does, for the owner of `address` alone."""

    address: str
    entries: dict[str, Entry] = field(default_factory=dict)
    _newest: dict[str, tuple[int, datetime]] = field(default_factory=dict)

    def take(self, data: bytes) -> bool:
        """Applies one file; False when it is not for the owner, or is older than what is there."""
        calendar: Any = icalendar.Calendar.from_ical(data)
        (event,) = calendar.walk("VEVENT")
        uid, entry = str(event["UID"]), _entry(event)
        newest = (entry.sequence, entry.stamp)
        if self.address not in entry.guests or newest < self._newest.get(uid, (-1, datetime.min)):
            return False
        there = self.entries.get(uid)
        if there is not None and there.organizer != entry.organizer:
            return False  # nobody else may change it (RFC 5546 6.1.1)
        self._newest[uid] = newest
        if calendar["METHOD"] == "CANCEL":
            self.entries.pop(uid, None)
        else:
            assert calendar["METHOD"] == "REQUEST"
            self.entries[uid] = entry
        return True


def _entry(event: Any) -> Entry:
    guests = event["ATTENDEE"]
    return Entry(
        sequence=int(event["SEQUENCE"]),
        stamp=_naive(event["DTSTAMP"].dt),
        starts=_naive(event["DTSTART"].dt),
        ends=_naive(event["DTEND"].dt),
        place=str(event.get("LOCATION", "")),
        text=str(event.get("DESCRIPTION", "")),
        organizer=str(event["ORGANIZER"]),
        guests=tuple(
            str(guest).removeprefix("mailto:")
            for guest in (guests if isinstance(guests, list) else [guests])
        ),
    )


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
