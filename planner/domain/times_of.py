"""Whether the time that a calendar file tells can be a 1-2-1's."""

from __future__ import annotations

from planner.domain.incoming import Hitch, Message

USUAL_MINUTES = 45  # of a 1-2-1 whose end nobody says; as the program plans them
SHORTEST, LONGEST = 5, 480  # minutes, as planning has them


def hitch_of_time(message: Message) -> Hitch:
    """Why it cannot be the time of a 1-2-1: a series, a whole day, none, or too long."""
    if message.repeats:
        return Hitch.SERIES
    if message.all_day:
        return Hitch.ALL_DAY
    if message.starts_utc is None:
        return Hitch.NO_TIME
    return Hitch.TOO_LONG if message.minutes > LONGEST else Hitch.NONE


def planned_minutes(message: Message, usual: int = USUAL_MINUTES) -> int:
    """How long the 1-2-1 would be."""
    return max(message.minutes, SHORTEST) if message.minutes else usual
