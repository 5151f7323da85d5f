"""A 1-2-1 as the user wishes it, before it is planned or moved: when, where, what for."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from planner.domain.me import Hours
from planner.domain.meetings import Meeting
from planner.domain.wall_time import is_zone, wall_of

NOON = time(12, 0)
USUAL_MINUTES = 45  # of a 1-2-1 nobody said the length of
_FAR = 400  # days looked at; more than a year of them without one to meet on is nobody's
LENGTHS = (30, 45, 60, 90)  # minutes on offer; any other a meeting already has is kept


class PartOfDay(StrEnum):
    """When somebody would rather meet."""

    ANY = "any"
    MORNINGS = "mornings"
    AFTERNOONS = "afternoons"


@dataclass(frozen=True, slots=True)
class Wish:
    """What stands on the page where a 1-2-1 is planned. `starts` is wall time in `zone`."""

    starts: datetime | None = None
    minutes: int = USUAL_MINUTES
    part: PartOfDay = PartOfDay.ANY
    place: str = ""
    neutral: bool = True  # of a place that is new
    learn: str = ""
    give: str = ""
    ask: str = ""
    message: str = ""
    edited: bool = False  # the message is the user's own words, not the draft
    zone: str = ""  # where the user is on a trip then; "" at home


def wish_of(meeting: Meeting, zone: str) -> Wish:
    """A 1-2-1 that is kept, as the page shows it to a user in `zone`."""
    starts = wall_of(meeting.starts_utc, zone) if is_zone(zone) else meeting.starts
    return Wish(
        starts=starts,
        minutes=meeting.minutes,
        place=meeting.place,
        learn=meeting.learn,
        give=meeting.give,
        ask=meeting.ask,
        message=meeting.invitation,
    )


def narrowed(week: Sequence[Hours], part: PartOfDay) -> tuple[Hours, ...]:
    """The week's hours as far as they lie in the wished part of the day; noon divides it."""
    match part:
        case PartOfDay.MORNINGS:
            return tuple(replace(hours, ends=min(hours.ends, NOON)) for hours in week)
        case PartOfDay.AFTERNOONS:
            return tuple(replace(hours, starts=max(hours.starts, NOON)) for hours in week)
    return tuple(week)


def days_before(
    week: Sequence[Hours],
    first: date,
    count: int,
    earliest: date,
    passed_over: Container[date] = (),
) -> date:
    """The day from which there are `count` working days before `first`, not before `earliest`."""
    day = first
    while count and day > earliest and (first - day).days < _FAR:
        day -= timedelta(days=1)
        count -= week[day.weekday()].open and day not in passed_over
    return max(day, earliest)


def works_between(
    week: Sequence[Hours], first: date, until: date, passed_over: Container[date] = ()
) -> bool:
    """Whether there is a working day from `first` on before `until`."""
    days = (first + timedelta(days=n) for n in range(min((until - first).days, _FAR)))
    return any(week[day.weekday()].open and day not in passed_over for day in days)
