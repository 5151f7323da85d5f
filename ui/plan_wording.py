"""The sentences of the page on which a 1-2-1 is planned."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from planner.domain.first_names import given_name
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.spoken import spoken_zone
from planner.domain.trips import Trip
from planner.domain.wall_time import instants, is_zone, wall_of
from planner.journeys.write_to_guest import Missing
from ui import calendar_wording, day_wording
from ui.planning import Pending, Planning
from ui.session import Session

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
    """The zone times are told in, what is known of the user's calendars, and the guest's time."""
    known = calendar_wording.line(session.calendars.standing(), session)
    return " · ".join(filter(None, (_zones(session, person), known)))


def _zones(session: Session, person: Person) -> str:
    """The zone times are told in, and what time it is where the guest is, if that differs."""
    zone = day_wording.zone_time(session.zone)
    if session.zone in _NO_PLACE:
        zone = translate("plan", "Times in UTC")
    if not is_zone(person.zone) or wall_of(session.now(), person.zone) == session.wall_now():
        return zone
    there = wall_of(session.now(), person.zone)
    words = translate("plan", "{zone} · {name} is in {theirs}, where it is {time} now")
    return words.format(
        zone=zone,
        name=called(person),
        theirs=spoken_zone(person.zone),
        time=day_wording.clock_time(there),
    )


def for_them(here: datetime, zone: str, person: Person) -> str:
    """ "18:00 for Maya": a time by the clocks in `zone`, where theirs show another; else ""."""
    shown = instants(here, zone) if is_zone(zone) and is_zone(person.zone) else ()
    there = wall_of(shown[0], person.zone) if shown else here
    if there == here:
        return ""
    time = day_wording.clock_time(there)
    if there.date() != here.date():
        day = day_wording.weekday_and_day(there.date())
        time = translate("plan", "{day}, {time}").format(day=day, time=time)
    return translate("plan", "{time} for {name}").format(time=time, name=called(person))


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


def missing(what: Missing, person: Person, *, answer: bool = False) -> tuple[str, str]:
    """Whose address is missing, and the words of the link to where it is added.

    `answer` where they invited the user.
    """
    if what is Missing.MINE and answer:
        return (
            translate(
                "plan",
                "Your answer needs your e-mail address, so that {name}’s calendar knows whose it "
                "is.",
            ).format(name=called(person)),
            translate("plan", "Add it in About me"),
        )
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
