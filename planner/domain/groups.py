"""Where people are met: groups, their events, and who was there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Group:
    """A networking group, event series or online network."""

    id: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One occasion of a group, where people were met."""

    id: int = 0
    group: int = 0
    name: str = ""  # "" means the group's own name is enough
    day: date | None = None  # None: an ongoing membership, such as an online network
    hours: float = 0.0
    fee: float = 0.0  # in the user's currency


@dataclass(frozen=True, slots=True)
class Attendance:
    """A person was met at an event."""

    id: int = 0
    event: int = 0
    person: int = 0


@dataclass(frozen=True, slots=True)
class MetAt:
    """An event as a person's page tells it: group, event and day in one."""

    attendance: int
    event: int
    group: int
    group_name: str
    event_name: str
    day: date | None

    @property
    def label(self) -> str:
        return self.event_name or self.group_name
