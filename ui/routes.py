"""Where the window can go."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """The pages by name; navigation shows those a user can go to directly."""

    TODAY = "today"
    PEOPLE = "people"
    MEETINGS = "meetings"
    FOLLOW_UPS = "follow-ups"
    ME = "me"
    SETTINGS = "settings"
    PLAN = "plan"
    CONVERSATION = "conversation"
    DEBRIEF = "debrief"
    FIRST_START = "first-start"


@dataclass(frozen=True, slots=True)
class Route:
    """A page, and what it is to show there; 0 means nothing in particular."""

    where: Where
    person: int = 0
    meeting: int = 0
