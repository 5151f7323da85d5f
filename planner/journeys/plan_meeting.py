"""Planning a 1-2-1: when, where, what for; then moving it and calling it off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from planner.calendar.uid import new_uid
from planner.domain import invitation as invitations
from planner.domain import meetings as rules
from planner.domain.changes import Change
from planner.domain.first_names import given_name
from planner.domain.meetings import CalledOff, Meeting, Roughly, State, place_of, stamped
from planner.domain.online_networks import is_online_network
from planner.domain.people import Person
from planner.domain.trips import Trip
from planner.domain.wall_time import wall_of
from planner.errors import PlannerError
from planner.journeys.answer_invitation import note_asked
from planner.journeys.when_and_where import checked_start, remember_place
from planner.journeys.who_is_there import visits
from planner.storage.store import Store

MET_LATELY_DAYS = 180  # an event longer ago is no longer an opening for an invitation
_OVER = {State.CANCELLED: "cancelled", State.HELD: "held", State.MISSED: "missed"}


def plan(
    store: Store,
    person_id: int,
    starts: datetime,
    zone: str,
    minutes: int,
    place: str,
    learn: str,
    give: str,
    ask: str,
    invitation: str | None,
    now: datetime,
) -> tuple[Change, Meeting]:
    """Plans a 1-2-1 and remembers its place; `invitation` None means one is drafted.

    `starts` is wall time in `zone`, naive; an hour that comes twice in autumn is the first of
    the two. `now` is UTC, naive. Raises PlannerError for a time, zone or length that cannot be.
    """
    starts = checked_start(starts, zone, minutes)
    meeting = Meeting(
        person=store.people.get(person_id).id,
        starts=starts,
        zone=zone,
        minutes=minutes,
        place=_tidy(place),
        learn=learn.strip(),
        give=give.strip(),
        ask=ask.strip(),
        created=now.replace(microsecond=0),
        uid=new_uid(),
    )
    if invitation is None:
        invitation = draft_invitation(store, meeting, wall_of(now, zone).date())
    with store.transaction() as work:
        meeting = store.meetings.add(stamped(replace(meeting, invitation=invitation), now))
        remember_place(store, meeting.place)
    return work.change, meeting


def reschedule(
    store: Store,
    meeting_id: int,
    starts: datetime | None,
    now: datetime,
    *,
    zone: str | None = None,
    minutes: int | None = None,
    place: str | None = None,
) -> tuple[Change, Meeting]:
    """Moves a 1-2-1; None leaves what it is. Its invitation follows where it said the old time."""
    with store.transaction() as work:
        before = store.meetings.get(meeting_id)
        _refuse_if_over(store, before, "moved")
        zone = before.zone if zone is None else zone
        minutes = before.minutes if minutes is None else minutes
        after = rules.rescheduled(
            before,
            now,
            starts=checked_start(before.starts if starts is None else starts, zone, minutes),
            zone=zone,
            minutes=minutes,
            place=before.place if place is None else _tidy(place),
        )
        meeting = _keep(store, before, after)
    return work.change, meeting


def cancel(
    store: Store, meeting_id: int, now: datetime, by: CalledOff = CalledOff.UNKNOWN
) -> tuple[Change, Meeting]:
    """Calls a 1-2-1 off, `by` whom; `calendar_file` then takes it out of calendars."""
    with store.transaction() as work:
        before = store.meetings.get(meeting_id)
        _refuse_if_over(store, before, "cancelled")
        meeting = rules.cancelled(before, now, by)
        store.meetings.update(meeting)
    return work.change, meeting


def mark(store: Store, meeting_id: int, state: State, now: datetime) -> tuple[Change, Meeting]:
    """Says where a 1-2-1 stands: agreed, held, missed, or proposed again."""
    if state is State.CANCELLED:
        return cancel(store, meeting_id, now)
    with store.transaction() as work:
        before = store.meetings.get(meeting_id)
        if before.state is State.CANCELLED:
            _refuse_if_over(store, before, "taken up again")
        meeting = rules.marked(before, state, now)
        store.meetings.update(meeting)
    return work.change, meeting


def edit_details(
    store: Store,
    meeting_id: int,
    now: datetime,
    *,
    place: str | None = None,
    learn: str | None = None,
    give: str | None = None,
    ask: str | None = None,
    invitation: str | None = None,
) -> tuple[Change, Meeting]:
    """Changes what is said of a 1-2-1; None leaves what it is."""
    with store.transaction() as work:
        before = store.meetings.get(meeting_id)
        wished = replace(
            before,
            place=before.place if place is None else _tidy(place),
            learn=before.learn if learn is None else learn.strip(),
            give=before.give if give is None else give.strip(),
            ask=before.ask if ask is None else ask.strip(),
            invitation=before.invitation if invitation is None else invitation,
        )
        meeting = _keep(store, before, rules.revised(before, wished, now))
    return work.change, meeting


def draft_invitation(store: Store, meeting: Meeting, today: date, shown: date | None = None) -> str:
    """The invitation to a 1-2-1, kept yet or not, from what is known of the person.

    A trip that brings the user near them on that day is said; where no day is chosen yet, it is
    the one `shown`.
    """
    person = store.people.get(meeting.person)
    others = [one for one in store.meetings.of_person(person.id) if one.id != meeting.id]
    held = [other for other in others if other.state is State.HELD]
    last = max(held, key=lambda one: one.starts_utc, default=None)
    met = [
        event.label
        for event in store.attendance.met_at(person.id)
        if event.day is not None
        and 0 <= (today - event.day).days <= MET_LATELY_DAYS
        and not is_online_network(event.group_name)
    ]
    return invitations.draft(
        person,
        store.facts.of_person(person.id),
        store.promises.of_person(person.id),
        meeting,
        store.me.get(),
        today,
        last_met=last.starts.date() if last else None,
        roughly=last.roughly if last else Roughly.NOT,
        met_at=met[0] if met else "",
        trip=trip_then(store, person, meeting, shown),
        fell_through=invitations.fallen_through(others, today),
    )


def trip_then(
    store: Store, person: Person, meeting: Meeting, shown: date | None = None
) -> Trip | None:
    """What brings the user near somebody on the day of a 1-2-1 that is not held online."""
    day = shown if meeting.starts == datetime.min else meeting.starts.date()
    if day is None or place_of(meeting.place).online:
        return None
    there = store.trips.until(day, day)
    return visits(store, store.me.get(), there)(person.city) if there else None


def _keep(store: Store, before: Meeting, after: Meeting) -> Meeting:
    """Keeps a changed 1-2-1, its place, and its invitation told anew unless that was edited."""
    if after.invitation == before.invitation:
        person = store.people.get(after.person)
        text = invitations.moved(after.invitation, before, after, person)
        after = replace(after, invitation=text)
    store.meetings.update(after)
    note_asked(store, before, after)
    if after.place != before.place:
        remember_place(store, after.place)
    return after


def _refuse_if_over(store: Store, meeting: Meeting, wished: str) -> None:
    if meeting.planned:
        return
    name = given_name(store.people.get(meeting.person).name) or "this person"
    raise PlannerError(
        f"The 1-2-1 with {name} was {_OVER[meeting.state]} already, so it cannot be {wished}. "
        "Plan a new one instead."
    )


def _tidy(place: str) -> str:
    return " ".join(place.split())
