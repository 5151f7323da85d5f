"""A time chosen for a 1-2-1 without a look at those on offer: by which clock, and what speaks
against it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from planner.domain.busy import BusyTime
from planner.domain.diary import Diary
from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.week import monday_of
from planner.domain.wishes import Wish
from planner.journeys.busy_times import calendars, own_addresses, read_calendars
from planner.journeys.days_away import stays
from planner.journeys.days_off import days_off
from planner.journeys.plan_times import Looking, clashes, on_then, passed_over
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Against:
    """What speaks against a time; nothing of it forbids it."""

    people: tuple[Person, ...] = ()  # whom another 1-2-1 is planned with then
    busy: tuple[BusyTime, ...] = ()
    day_off: str = ""  # its name
    away: str = ""  # the town of a trip
    full: int | None = None  # how many others the week holds, if no more are wanted
    problems: tuple[str, ...] = ()  # sentences on calendars that could not be read


def zone_then(store: Store, me: Me, person: Person | None, day: date) -> str:
    """The zone times for a 1-2-1 with somebody are offered in on a day: where the user is then.

    `me` with the zone the user is in at home.
    """
    return Looking(me, Wish(), datetime.min, stays=stays(store, me, person, day)).zone_on(day)


def against(store: Store, me: Me, meeting: Meeting, now: datetime) -> Against:
    """What speaks against the time of a planned 1-2-1, with what calendars say as they are now.

    `me` with the zone the user is in, `now` UTC, naive.
    """
    person, day = store.people.get(meeting.person), meeting.starts.date()
    around = timedelta(days=2)
    noon = datetime.combine(day, time(12))
    read = read_calendars(
        calendars(store), me.zone, noon - around, noon + around, own_addresses(me)
    )
    diary = Diary(read.busy, days_off(store, me, day))
    looking = Looking(
        me,
        replace(Wish(), minutes=meeting.minutes, place=meeting.place),
        now,
        moving=meeting.id,
        stays=stays(store, me, person, day),
        diary=diary,
    )
    left_out = passed_over(store, looking, day)
    at = meeting.starts, meeting.zone, meeting.minutes
    return Against(
        people=tuple(other for _, other in clashes(store, *at, meeting.id)),
        busy=on_then(store, diary, *at),
        day_off=diary.days_off.get(day, ""),
        away=left_out.away.get(day, ""),
        full=left_out.full.get(monday_of(day)),
        problems=read.problems,
    )
