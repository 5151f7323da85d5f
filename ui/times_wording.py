"""The sentences on the times of a 1-2-1: the one chosen, those on offer, and those left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from planner.domain.busy import BusyTime
from planner.domain.people import Person
from planner.domain.slots import Slot
from planner.domain.spoken import spoken_zone
from planner.domain.wall_time import instants, wall_of
from planner.domain.week import monday_of
from planner.domain.wishes import PartOfDay
from planner.journeys import plan_times
from ui import clash_wording, day_wording
from ui.plan_wording import for_them
from ui.planning import Pending, Planning
from ui.session import Session
from ui.widgets.best_times import Offer
from ui.widgets.when_card import Told

translate = QCoreApplication.translate

WEEK = timedelta(days=7)
FEW = 3  # days off and full weeks named at once


def told(planning: Planning, session: Session, slots: Sequence[Slot]) -> Told:
    """What is said of the time chosen, and of the times on offer."""
    starts, wish = planning.wish.starts, planning.wish
    said = Told(
        none=_no_times(planning, slots),
        away=_away(planning, session, slots),
        passed=_passed_over(planning, session, slots),
        full=not planning.days.full_too and bool(_full_weeks(planning, slots)),
        times=_best(planning, session),
    )
    if starts is None or planning.page is None:
        return said
    ends = _ends(planning, starts)
    chosen = translate("plan", "{day}, {times}").format(
        day=day_wording.full_day(starts.date(), session.today().year),
        times=day_wording.from_to(starts, ends),
    )
    if wish.zone:
        chosen = translate("plan", "{when}, {zone}").format(
            when=chosen, zone=spoken_zone(wish.zone)
        )
    theirs, note = _theirs(planning, starts), _note(planning, session)
    return replace(said, chosen=chosen, theirs=theirs, note=note)


def _ends(planning: Planning, starts: datetime) -> datetime:
    shown = instants(starts, planning.zone)
    length = timedelta(minutes=planning.wish.minutes)
    return wall_of(shown[0] + length, planning.zone) if shown else starts + length


def _theirs(planning: Planning, starts: datetime) -> str:
    """The time on the guest's own clock, where that shows another."""
    person = planning.page.person if planning.page else Person()
    theirs = for_them(starts, planning.zone, person)
    words = translate("plan", "{theirs}, in {zone}")
    return words.format(theirs=theirs, zone=spoken_zone(person.zone)) if theirs else ""


def _best(planning: Planning, session: Session) -> tuple[Offer, ...]:
    """The best times, each as a button says it."""
    person = planning.page.person if planning.page else Person()
    today = session.today()
    return tuple(_offer(slot, person, today) for slot in planning.best())


def _offer(slot: Slot, person: Person, today: date) -> Offer:
    day, time = slot.starts.date(), day_wording.clock_time(slot.starts)
    words = translate("plan", "{day} {time}").format(
        day=day_wording.next_day(day, today), time=time
    )
    long = translate("plan", "{day}, {time}").format(
        day=day_wording.long_day(slot.starts.date()), time=time
    )
    theirs = _for_them(slot, person)
    return Offer(slot.starts, words, f"{long} ({theirs})" if theirs else long)


def hints(planning: Planning, slots: Sequence[Slot]) -> dict[Slot, str]:
    """What a time of the grid says beside itself: what is on then, or what time it is for them."""
    person = planning.page.person if planning.page else Person()
    said = {slot: _for_them(slot, person) for slot in slots}
    return said | {slot: _is_on(what) for slot, what in planning.days.taken_by(slots).items()}


def _for_them(slot: Slot, person: Person) -> str:
    return for_them(slot.starts, slot.zone, person)


def _is_on(what: Person | BusyTime | None) -> str:
    if isinstance(what, Person):
        return clash_wording.meets([what])
    if isinstance(what, BusyTime):
        return clash_wording.is_on(what)
    return translate("plan", "That leaves no time for the way there or back.")


def _away(planning: Planning, session: Session, slots: Sequence[Slot]) -> str:
    """That some of the days are by another clock, where the user is then."""
    days: dict[str, list[date]] = {}
    for slot in slots:
        stay, day = planning.stay_on(slot.starts.date()), slot.starts.date()
        if stay is not None and slot.zone != session.zone:
            days.setdefault(stay.city, []).append(day)
    words = translate("plan", "On a trip: times of {days} are those of {city}.")
    today = session.today()
    return " ".join(
        words.format(days=day_wording.visit(of_it[0], of_it[-1], today), city=city)
        for city, of_it in days.items()
    )


def _note(planning: Planning, session: Session) -> str:
    """What speaks against the time chosen, the weightiest alone."""
    wish = planning.wish
    assert wish.starts is not None
    # A kept time is not argued with.
    if planning.meeting is not None and planning.pending is not Pending.TIME:
        return ""
    at = (wish.starts, planning.zone, wish.minutes)
    also = plan_times.clashes(session.store, *at, planning.meeting_id)
    if also:
        return clash_wording.meets(person for _, person in also)
    diary = session.diary.known()
    on = plan_times.on_then(session.store, diary, *at)
    if on:
        return clash_wording.is_on(on[0])
    shown = instants(wish.starts, planning.zone)
    if shown and shown[0] <= session.now():
        return translate(
            "plan", "That time has begun already; Meetings will ask how it went once it is over."
        )
    if (name := diary.days_off.get(wish.starts.date())) is not None:
        return clash_wording.is_off(name)
    if city := planning.away_then():
        return clash_wording.is_away(city)
    monday = monday_of(wish.starts.date())
    count = planning.days.passed_over().full.get(monday) if not planning.days.full_too else None
    return _is_full(planning, session, monday, count) if count is not None else ""


def _is_full(planning: Planning, session: Session, monday: date, count: int) -> str:
    return clash_wording.is_full(monday, count, planning.me.per_week, session.today())


def _full_weeks(planning: Planning, slots: Sequence[Slot]) -> list[tuple[date, int]]:
    """The full weeks between the first day in question and the last shown: Monday, how many."""
    last = slots[-1].starts.date() if slots else date.max
    full = planning.days.passed_over().full
    return [
        (day, full[day]) for day in sorted(full) if planning.days.first < day + WEEK and day <= last
    ]


def _passed_over(planning: Planning, session: Session, slots: Sequence[Slot]) -> str:
    """Which days are not on offer, and why: full weeks, days off and trips."""
    sentences = [_is_full(planning, session, *week) for week in _full_weeks(planning, slots)[:FEW]]
    last = slots[-1].starts.date() if slots else planning.days.first + WEEK
    off = [
        (day, name)
        for day, name in planning.days.passed_over().days_off.items()
        if planning.days.first <= day <= last
    ]
    if off:
        named = "; ".join(
            translate("plan", "{day}, {holiday}").format(
                day=day_wording.weekday_and_day(day), holiday=name
            )
            for day, name in off[:FEW]
        )
        sentences.append(translate("plan", "Days off: {days}.").format(days=named))
    away: dict[str, list[date]] = {}
    for day, city in sorted(planning.days.passed_over().away.items()):
        if planning.days.first <= day <= last:
            away.setdefault(city, []).append(day)
    for city, days in away.items():
        visit = day_wording.visit(days[0], days[-1], session.today())
        words = translate("plan", "You are in {city} {days}.")
        sentences.append(words.format(city=city, days=visit))
    return " ".join(sentences)


def _no_times(planning: Planning, slots: Sequence[Slot]) -> str:
    """Why there is no time to choose from; "" when there is one."""
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
