"""Moving a 1-2-1 in the calendar, to another day or hour, and what that means."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from planner.domain.busy import BusyTime
from planner.domain.changes import Change
from planner.domain.diary import EMPTY, Diary
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.spoken import spoken_day
from planner.errors import PlannerError
from planner.journeys.given_files import Given, given
from planner.journeys.plan_meeting import reschedule
from planner.journeys.when_and_where import checked_start
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Moved:
    """A 1-2-1 before and after, and what the user should know of the new time."""

    before: Meeting
    meeting: Meeting
    person: Person
    also: tuple[Person, ...] = ()  # whom another 1-2-1 is planned with at that time
    taken: tuple[BusyTime, ...] = ()  # what the user's calendars hold at that time
    off: str = ""  # what day off it is then
    given: Given = field(default_factory=Given)

    @property
    def proposed_again(self) -> bool:
        """Whether both had agreed on the time before."""
        return self.before.state is State.AGREED and self.meeting.state is State.PROPOSED


def move(
    store: Store, meeting_id: int, starts: datetime, now: datetime, diary: Diary = EMPTY
) -> tuple[Change, Moved]:
    """Gives a planned 1-2-1 another time, wall time in its own zone; its length and place stay.

    `diary` is when the user can meet nobody; `now` is UTC, naive. A time that is taken is no
    reason to refuse, but is told. PlannerError for a time that the clocks skip or
    that is over, and for a 1-2-1 that is no longer planned.
    """
    before = store.meetings.get(meeting_id)
    person = store.people.get(before.person)
    if before.planned:
        starts = checked_start(starts, before.zone, before.minutes)
        _refuse_if_past(before, starts, now)
    change, meeting = reschedule(store, meeting_id, starts, now)
    span = (meeting.starts_utc, meeting.ends_utc)
    others = [
        other for other in store.meetings.between(*span) if other.planned and other.id != meeting_id
    ]
    people = store.people.some({other.person for other in others})
    ours = store.meetings.uids() if diary else frozenset()
    return change, Moved(
        before,
        meeting,
        person,
        tuple(people[other.person] for other in others if other.person in people),
        tuple(diary.others(*span, ours)),
        diary.days_off.get(meeting.starts.date(), ""),
        given(store, meeting, now),
    )


def _refuse_if_past(meeting: Meeting, starts: datetime, now: datetime) -> None:
    if replace(meeting, starts=starts).starts_utc <= now:
        raise PlannerError(
            f"{spoken_day(starts.date())} at {starts:%H:%M} is over, so nothing can be moved "
            "there. If it took place, note how it went instead."
        )
