"""The sentences of the page on which a 1-2-1 is planned."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.spoken import given_name
from planner.domain.trips import Trip
from planner.domain.wall_time import instants, is_zone, wall_of
from planner.domain.wishes import PartOfDay
from planner.journeys import plan_page as journeys
from planner.journeys.write_to_guest import Missing
from ui import day_wording
from ui.planning import Pending, Planning
from ui.session import Session
from ui.widgets.when_card import Told

translate = QCoreApplication.translate

# What a computer says whose zone nobody has set.
_NO_PLACE = frozenset({"UTC", "Etc/UTC"})


def called(person: Person) -> str:
    """What to call somebody in a sentence: the first name, or all there is."""
    return given_name(person.name) or person.name or translate("plan", "your guest")


def title(planning: Planning) -> str:
    if planning.page is None:
        return translate("plan", "Plan a 1-2-1")
    name = planning.page.person.name
    if planning.meeting is None:
        return translate("plan", "Plan a 1-2-1 with {name}").format(name=name)
    return translate("plan", "1-2-1 with {name}").format(name=name)


def line(session: Session, person: Person) -> str:
    """The zone times are told in, and what time it is where the guest is, if that differs."""
    zone = session.zone
    if zone in _NO_PLACE:
        zone = translate("plan", "Times in UTC")
    if not is_zone(person.zone) or wall_of(session.now(), person.zone) == session.wall_now():
        return zone
    there = wall_of(session.now(), person.zone)
    words = translate("plan", "{zone} · {name} is in {theirs}, where it is {time} now")
    return words.format(
        zone=zone, name=called(person), theirs=person.zone, time=day_wording.clock_time(there)
    )


def already(meeting: Meeting, session: Session) -> str:
    """That another 1-2-1 with them is to come."""
    day = day_wording.full_day(meeting.starts.date(), session.today().year)
    words = translate("plan", "You are to meet on {day}, {time}, already.")
    return words.format(day=day, time=day_wording.clock_time(meeting.starts))


def near_them(trip: Trip, session: Session) -> str:
    """That the user is where they live in these weeks."""
    days = day_wording.visit(trip.starts, trip.ends, session.today())
    words = translate("plan", "You are in {city} {days}.")
    return words.format(city=trip.city, days=days)


def planned(person: Person, starts: datetime, session: Session) -> str:
    """What was done, for the strip with Undo."""
    words = translate("plan", "1-2-1 with {name} planned for {when}")
    return words.format(name=called(person), when=day_wording.moment(starts, session.today()))


def changed(person: Person, pending: Pending, starts: datetime, session: Session) -> str:
    if pending is Pending.NOTHING:
        return translate("plan", "1-2-1 with {name} changed").format(name=called(person))
    if pending is Pending.PLACE:
        return translate("plan", "Place of the 1-2-1 with {name} changed").format(
            name=called(person)
        )
    words = translate("plan", "1-2-1 with {name} moved to {when}")
    return words.format(name=called(person), when=day_wording.moment(starts, session.today()))


def to_change(pending: Pending) -> str:
    """The button that keeps what was changed; "" for nothing."""
    return {
        Pending.NOTHING: "",
        Pending.TIME: translate("plan", "Move it"),
        Pending.PLACE: translate("plan", "Change the place"),
    }[pending]


def subject(planning: Planning, session: Session) -> str:
    """The subject line of the message."""
    if planning.wish.starts is None:
        return translate("plan", "Time for a 1-2-1?")
    day = day_wording.full_day(planning.wish.starts.date(), session.today().year)
    return translate("plan", "1-2-1 on {day}?").format(day=day)


def missing(what: Missing, person: Person) -> tuple[str, str]:
    """Whose address is missing, and the words of the link to where it is added."""
    if what is Missing.MINE:
        return (
            translate(
                "plan",
                "An invitation needs your e-mail address, so that {name} can answer. "
                "The message can be copied without.",
            ).format(name=called(person)),
            translate("plan", "Add it in About me"),
        )
    return (
        translate(
            "plan",
            "There is no e-mail address of {name} that mail could go to. "
            "The message can be copied and sent another way.",
        ).format(name=called(person)),
        translate("plan", "Open {name}'s page").format(name=called(person)),
    )


def told(planning: Planning, session: Session) -> Told:
    """What is said of the time chosen, and of the times on offer."""
    starts, none = planning.wish.starts, _no_times(planning)
    if starts is None or planning.page is None:
        return Told(note=_full(planning, session), none=none)
    ends = _ends(planning, session, starts)
    chosen = translate("plan", "{day}, {times}").format(
        day=day_wording.full_day(starts.date(), session.today().year),
        times=day_wording.from_to(starts, ends),
    )
    return Told(chosen, _theirs(planning, session, starts), _note(planning, session), none)


def _ends(planning: Planning, session: Session, starts: datetime) -> datetime:
    shown = instants(starts, session.zone)
    length = timedelta(minutes=planning.wish.minutes)
    return wall_of(shown[0] + length, session.zone) if shown else starts + length


def _theirs(planning: Planning, session: Session, starts: datetime) -> str:
    """The time on the guest's own clock, where that shows another."""
    person = planning.page.person if planning.page else Person()
    if not is_zone(person.zone):
        return ""
    here = starts.replace(tzinfo=ZoneInfo(session.zone)).astimezone(UTC).replace(tzinfo=None)
    there = wall_of(here, person.zone)
    if there == starts:
        return ""
    time = day_wording.clock_time(there)
    if there.date() != starts.date():
        day = day_wording.weekday_and_day(there.date())
        time = translate("plan", "{day}, {time}").format(day=day, time=time)
    words = translate("plan", "{time} for {name}, in {zone}")
    return words.format(time=time, name=called(person), zone=person.zone)


def _note(planning: Planning, session: Session) -> str:
    """What speaks against the time chosen, the weightiest alone."""
    wish = planning.wish
    assert wish.starts is not None
    # A kept time is not argued with.
    if planning.meeting is not None and planning.pending is not Pending.TIME:
        return ""
    also = journeys.clashes(
        session.store, wish.starts, session.zone, wish.minutes, planning.meeting_id
    )
    if also:
        names = ", ".join(person.name for _, person in also)
        return translate("plan", "You are to meet {names} then.").format(names=names)
    if wish.starts <= session.wall_now():
        return translate(
            "plan", "That time has begun already; Meetings will ask how it went once it is over."
        )
    return _full(planning, session)


def _full(planning: Planning, session: Session) -> str:
    """That the week chosen, or else one in sight, holds as many 1-2-1s as the user wants."""
    if planning.meeting is not None and planning.pending is not Pending.TIME:
        return ""
    starts = planning.wish.starts
    days = [starts.date()] if starts else sorted({s.starts.date() for s in planning.slots()})
    full = journeys.full_weeks(session.store, planning.me, days, planning.meeting_id)
    if not full:
        return ""
    monday, count = full[0]
    words = translate(
        "plan", "The week of {day} is full: {count} of {wanted} conversations are planned."
    )
    return words.format(
        day=day_wording.short_day(monday, session.today()), count=count, wanted=planning.me.per_week
    )


def _no_times(planning: Planning) -> str:
    """Why there is no time to choose from; "" when there is one."""
    slots = planning.slots()
    if any(slot.free for slot in slots):
        return ""
    if slots:
        return translate("plan", "Nothing is free on these days. Look at later ones.")
    if not any(hours.open for hours in planning.me.week):
        return translate("plan", "About me names no hours for 1-2-1s. Take another time below.")
    if planning.wish.part is PartOfDay.MORNINGS:
        return translate("plan", "Your mornings are too short for it. Try any time of day.")
    if planning.wish.part is PartOfDay.AFTERNOONS:
        return translate("plan", "Your afternoons are too short for it. Try any time of day.")
    return translate("plan", "Your hours are too short for it. Take another time below.")
