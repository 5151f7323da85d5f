"""Times on offer as words to paste into a message."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from planner.domain.meetings import Meeting
from planner.domain.slots import Slot
from planner.domain.spoken import spoken_day, spoken_place, spoken_zone
from planner.domain.wall_time import instants, is_zone, wall_of

TIMES = 3  # a choice, and none that takes long to answer


def times_that_suit(slots: Sequence[Slot], minutes: int, place: str, their_zone: str = "") -> str:
    """The question and a line for each time, on the guest's own clock.

    Whose clock that is, is said unless both have the same. Where nobody knows the guest's, the
    times are the user's, who may be far away: that is said too.
    """
    if not slots:
        return ""
    zone = their_zone if is_zone(their_zone) else slots[0].zone
    begins = [instants(slot.starts, slot.zone)[0] for slot in slots]
    lines = [_line(start, minutes, zone) for start in begins]
    same = is_zone(their_zone) and all(
        wall_of(start, zone) == slot.starts for start, slot in zip(begins, slots, strict=True)
    )
    where = spoken_place(Meeting(place=place))
    question = f"Would one of these times suit you{f' {where}' if where else ''}?"
    clock = "" if same else f"\n\n(All times are {spoken_zone(zone)} time.)"
    return f"{question}\n\n" + "\n".join(lines) + clock


def _line(start: datetime, minutes: int, zone: str) -> str:
    """Such as "- Tuesday 24 November, 09:00 to 09:45"."""
    begins, ends = (wall_of(at, zone) for at in (start, start + timedelta(minutes=minutes)))
    day = "" if begins.date() == ends.date() else f"{spoken_day(ends.date())}, "
    return f"- {spoken_day(begins.date())}, {begins:%H:%M} to {day}{ends:%H:%M}"
