"""Where a 1-2-1 goes when it is dragged to another day or nudged along it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from planner.domain.meetings import Meeting
from planner.domain.wall_time import instants


def on_day(meeting: Meeting, day: date) -> datetime:
    """The same time of day on another day, wall time in the 1-2-1's own zone.

    The clocks there may skip it; whoever keeps it finds that out.
    """
    return datetime.combine(day, meeting.starts.time())


def nudged(meeting: Meeting, minutes: int) -> datetime:
    """So many minutes later, or earlier below 0, as clocks show it in the 1-2-1's own zone.

    An hour that the clocks skip is passed over, so that nudging on and on never stands still.
    """
    step = timedelta(minutes=minutes)
    starts = meeting.starts + step
    while not instants(starts, meeting.zone):
        starts += step
    return starts
