"""Where the window can go."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Where(StrEnum):
    """The pages by name; navigation shows those a user can go to directly."""

    TODAY = "today"
    PEOPLE = "people"
    MEETINGS = "meetings"
    FOLLOW_UPS = "follow-ups"
    EVENTS = "events"
    QUESTIONS = "questions"
    ME = "me"
    SETTINGS = "settings"
    PLAN = "plan"
    PREPARE = "prepare"
    CONVERSATION = "conversation"
    DEBRIEF = "debrief"
    DUPLICATES = "duplicates"
    FIRST_START = "first-start"


class Route(NamedTuple):
    """A page, and what it is to show there; 0 means nothing in particular."""

    where: Where
    person: int = 0
    meeting: int = 0
    day: date | None = None  # a new 1-2-1 is wished for from this day on
