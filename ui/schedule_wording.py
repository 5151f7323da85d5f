"""The sentences on a 1-2-1 day: on each 1-2-1 in its row, and on the days around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from planner.domain.one_to_one_day import Sitting, Taken
from planner.domain.people import Person
from planner.domain.trips import Trip
from planner.domain.wall_time import instants, is_zone, wall_of
from ui import day_wording
from ui.day_planning import DayPlanning
from ui.session import Session

translate = QCoreApplication.translate

TOLD = 4  # of what is on besides, of days off and of full weeks, in words


def aim(trip: Trip | None, session: Session) -> str:
    """What the window is for."""
    if trip is None:
        return translate("day", "Several people back to back at one place, planned in one go.")
    days = day_wording.visit(trip.starts, trip.ends, session.today())
    words = translate("day", "{days}. Those who live there or near, planned in one go.")
    return words.format(days=days[:1].upper() + days[1:])


def planned(sittings: Sequence[Sitting], days: int, session: Session) -> str:
    """What was done, once these are planned over so many days."""
    count = len(sittings)
    first = min(one.starts for one in sittings if one.starts is not None)
    day = day_wording.near_day(first.date(), session.today())
    if count == 1:
        return translate("day", "1-2-1 planned for {day}").format(day=day)
    words = translate("day", "1-2-1s with {count} people planned from {day} on")
    if days == 1:
        words = translate("day", "1-2-1s with {count} people planned for {day}")
    return words.format(count=count, day=day)


def about(planning: DayPlanning, session: Session, sitting: Sitting, person: Person) -> str:
    """Until when, what it is at home and for the guest, and what they do."""
    told = []
    if sitting.ends is not None:
        words = translate("day", "until {time}")
        told.append(words.format(time=day_wording.clock_time(sitting.ends)))
    own = _on_clock(planning, sitting.starts, session.zone)
    if own is not None and sitting.starts is not None and own.time() != sitting.starts.time():
        words = translate("day", "{time} at home")
        told.append(words.format(time=day_wording.clock_time(own)))
    theirs = _on_clock(planning, sitting.starts, person.zone)
    if theirs is not None and theirs not in (sitting.starts, own):
        words = translate("day", "{time} for them")
        told.append(words.format(time=day_wording.clock_time(theirs)))
    told.append(person.headline or person.city)
    return " · ".join(part for part in told if part)


def wrong(planning: DayPlanning, sitting: Sitting, people: Mapping[int, Person]) -> str:
    """Why it cannot be then, or what else is on."""
    told = []
    if sitting.starts is None:
        words = translate(
            "day", "No time is left. Choose one, more days or hours, or leave them out."
        )
        if planning.wish.days == 1:
            words = translate(
                "day",
                "No time is left. Choose one, longer hours or another day, or leave them out.",
            )
        told.append(words)
    for one in sitting.clashes:
        words = translate("day", "You have something else then: {what}.")
        told.append(words.format(what=_besides_one(planning, one)))
    names = [people[who].name for who in sitting.crosses if who in people]
    if names:
        words = translate("day", "At the same time as {names}.")
        told.append(words.format(names=", ".join(names)))
    return " ".join(told)


def besides(planning: DayPlanning) -> str:
    """What is on in the hours of these days, which the times go around."""
    wish, told = planning.wish, []
    for one in planning.taken():
        starts, ends = (wall_of(at, wish.zone) for at in (one.start, one.end))
        for n in range(wish.days):
            day = wish.first_day + timedelta(days=n)
            opens, closes = (datetime.combine(day, at) for at in (wish.first, wish.last))
            if starts < closes and opens < ends:
                told.append(_besides_one(planning, one))
                break
    if not told:
        return ""
    more = len(told) - TOLD
    said = "; ".join(told[:TOLD])
    if more > 0:
        said = translate("day", "{these}; {count} more").format(these=said, count=more)
    return translate("day", "Planned around what is on already: {these}.").format(these=said)


def of_these_days(planning: DayPlanning, session: Session, sittings: Sequence[Sitting]) -> str:
    """Whose clock it is, if not the user's; which of the days are off; which weeks are full."""
    zone, trip, year, told = planning.wish.zone, planning.trip, session.today().year, []
    if zone != session.zone and trip is not None:
        words = translate("day", "Times are those in {city}.")
        told.append(words.format(city=trip.city))
    for day, name in planning.off()[:TOLD]:
        words = translate("day", "{day} is none of your days for 1-2-1s.")
        if name:
            words = translate("day", "{day} is a day off: {name}.")
        told.append(words.format(day=day_wording.full_day(day, year), name=name))
    for monday, count in planning.beyond_week(sittings)[:TOLD]:
        words = translate(
            "day",
            "With these you have {count} 1-2-1s in the week of {day}; you wanted {wanted} a week.",
        )
        week = day_wording.short_day(monday, session.today())
        told.append(words.format(count=count, day=week, wanted=planning.me.per_week))
    return " ".join(told)


def _besides_one(planning: DayPlanning, one: Taken) -> str:
    wish = planning.wish
    starts, ends = (wall_of(at, wish.zone) for at in (one.start, one.end))
    last = (ends - timedelta(minutes=1)).date()
    if last > starts.date() or (starts.time(), ends.time()) == (time(), time()):
        return f"{day_wording.days_from_to(starts.date(), last)} {one.what}".strip()
    when = day_wording.from_to(starts, ends)
    if wish.days > 1:
        when = f"{day_wording.weekday_and_day(starts.date())} {when}"
    return f"{when} {one.what}".strip()


def _on_clock(planning: DayPlanning, wall: datetime | None, zone: str) -> datetime | None:
    """What a time of the day is on another clock; None where that clock is not known."""
    shown = instants(wall, planning.wish.zone) if wall is not None and is_zone(zone) else ()
    return wall_of(shown[0], zone) if shown else None
