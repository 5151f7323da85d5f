"""Everything the page shows on which a 1-2-1 is planned or changed, and keeping what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from planner.domain import invitation as invitations
from planner.domain.aims import Aims, propose
from planner.domain.changes import Change
from planner.domain.me import Me
from planner.domain.meetings import Meeting, Place, place_of
from planner.domain.people import Person
from planner.domain.trips import Stay, Trip
from planner.domain.wall_time import is_zone, wall_of
from planner.domain.wishes import Wish, wish_of
from planner.journeys.days_away import stays
from planner.journeys.plan_meeting import (
    draft_invitation,
    edit_details,
    plan,
    reschedule,
    trip_then,
)
from planner.journeys.when_and_where import place_suggestions, places_both_know
from planner.journeys.who_is_there import trip_to
from planner.storage.store import Store

AT_HOME = 2  # how far a place is on a trip: after those there, and those nobody knows where


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The person, the 1-2-1 if it is kept already, and what there is to choose from."""

    person: Person
    meeting: Meeting | None
    others: tuple[Meeting, ...]  # 1-2-1s to come with the same person, soonest first
    places: tuple[Place, ...]  # best first
    aims: Aims
    trip: Trip | None = None  # leads near the person in these weeks
    far: frozenset[int] = frozenset()  # places, by id, that are at home, for a trip elsewhere
    both_know: frozenset[int] = frozenset()  # places, by id, where the two have met
    stays: tuple[Stay, ...] = ()  # every trip away from home


def plan_page(store: Store, person_id: int, meeting_id: int, now: datetime) -> PlanPage:
    """Reads the page; NotFound when the person or the 1-2-1 (0 for a new one) is gone."""
    meeting = store.meetings.get(meeting_id) if meeting_id else None
    person = store.people.get(meeting.person if meeting else person_id)
    me = store.me.get()
    today = (wall_of(now, me.zone) if is_zone(me.zone) else now).date()
    trip = trip_to(store, person, today)
    places, far = _places(store, me, person, trip)
    return PlanPage(
        person=person,
        meeting=meeting,
        others=tuple(
            other
            for other in store.meetings.of_person(person.id)
            if other.planned and other.id != meeting_id and other.ends_utc > now
        ),
        places=places,
        far=far,
        both_know=places_both_know(store, person.id),
        aims=propose(
            person,
            store.facts.of_person(person.id),
            store.promises.of_person(person.id),
            me,
        ),
        trip=trip,
        stays=stays(store, me, person, today),
    )


def _places(
    store: Store, me: Me, person: Person, trip: Trip | None
) -> tuple[tuple[Place, ...], frozenset[int]]:
    """Places to choose from, and the ids of those too far for a 1-2-1 on a trip: those at home.

    On a trip those there come first, and those at home last.
    """
    places = place_suggestions(store, person.id)
    if trip is None:
        return places, frozenset()
    surroundings = store.surroundings(me)
    there, home = surroundings.near_any((trip.city,)), surroundings.near_any((me.city,))

    def how_far(place: Place) -> int:
        towns = [town for part in place.address.split(",") if (town := part.strip())]
        return 0 if any(map(there, towns)) else AT_HOME if any(map(home, towns)) else 1

    far = frozenset(place.id for place in places if how_far(place) == AT_HOME)
    return tuple(sorted(places, key=how_far)), far


def drafted(
    store: Store,
    person_id: int,
    wish: Wish,
    zone: str,
    now: datetime,
    shown: date | None = None,
) -> str:
    """The invitation as it would be drafted for the wish, the days from `shown` on in sight."""
    today = wall_of(now, zone).date()
    return draft_invitation(store, as_meeting(person_id, wish, zone), today, shown)


def followed(
    store: Store,
    person: Person,
    before: Wish,
    after: Wish,
    zone: str,
    now: datetime,
    shown: date | None = None,
) -> str:
    """The message in the user's own words, with the new time and place where it said the old.

    Before there was a time it held the draft's question without one, unless that was edited.
    """
    text = after.message
    if before.starts is not None and after.starts is not None:
        old, new = as_meeting(person.id, before, zone), as_meeting(person.id, after, zone)
        text = invitations.moved(text, old, new, person)
        return _told_of_trip(text, trip_then(store, person, old), trip_then(store, person, new))
    drafts = (drafted(store, person.id, wish, zone, now, shown) for wish in (before, after))
    for said, says in zip(*(draft.split("\n\n") for draft in drafts), strict=False):
        text = text.replace(said, says) if said != says else text
    return text


def _told_of_trip(text: str, before: Trip | None, after: Trip | None) -> str:
    """The message without the words on a trip that it is not on any more."""
    if before is None or before == after:
        return text
    now = f"{invitations.there(after)} " if after is not None else ""
    return text.replace(f"{invitations.there(before)} ", now)


def as_meeting(person_id: int, wish: Wish, zone: str) -> Meeting:
    """The wish as a 1-2-1 that is not kept; `zone` where the user is at home."""
    return Meeting(
        person=person_id,
        starts=wish.starts or datetime.min,
        zone=wish.zone or zone,
        minutes=wish.minutes,
        place=wish.place,
    )


def place_named(places: Iterable[Place], text: str) -> Place | None:
    """The remembered place that somebody means by its name, or by name and address."""
    wanted = " ".join(text.split()).casefold()
    for place in places:
        if wanted and wanted in (place.name.casefold(), place.label.casefold()):
            return place
    return None


def plan_wish(
    store: Store, person_id: int, wish: Wish, zone: str, now: datetime
) -> tuple[Change, Meeting]:
    """Plans a 1-2-1 as wished, all or nothing; PlannerError in words for what cannot be."""
    if wish.starts is None:
        raise ValueError("A wish without a time cannot be planned yet.")
    told = (wish.minutes, wish.place, wish.learn, wish.give, wish.ask, wish.message)
    with store.transaction() as work:
        _, meeting = plan(store, person_id, wish.starts, wish.zone or zone, *told, now)
        _say_neutral(store, wish.place, wish.neutral)
    return work.change, meeting


def change_to_wish(
    store: Store, meeting_id: int, wish: Wish, zone: str, now: datetime
) -> tuple[Change, Meeting]:
    """Makes a kept 1-2-1 what is wished; its time stays as it was kept unless another is wished."""
    with store.transaction() as work:
        before = store.meetings.get(meeting_id)
        if moves(before, wish, zone):
            reschedule(
                store,
                meeting_id,
                wish.starts,
                now,
                zone=wish.zone or zone,
                minutes=wish.minutes,
                place=wish.place,
            )
        elif goes_elsewhere(before, wish):
            reschedule(store, meeting_id, None, now, place=wish.place)
        if goes_elsewhere(before, wish):
            _say_neutral(store, wish.place, wish.neutral)
        _, meeting = edit_details(
            store,
            meeting_id,
            now,
            learn=wish.learn,
            give=wish.give,
            ask=wish.ask,
            invitation=wish.message,
        )
    return work.change, meeting


def moves(meeting: Meeting, wish: Wish, zone: str) -> bool:
    """Whether the wish is for another time than the 1-2-1 has."""
    kept = wish_of(meeting, wish.zone or zone)
    return (kept.starts, kept.minutes) != (wish.starts, wish.minutes)


def goes_elsewhere(meeting: Meeting, wish: Wish) -> bool:
    """Whether the wish is for another place than the 1-2-1 has."""
    return meeting.place.split() != wish.place.split()


def say_neutral(store: Store, place: str, neutral: bool) -> Change:
    """Keeps whether a remembered place is neutral ground."""
    with store.transaction() as work:
        _say_neutral(store, place, neutral)
    return work.change


def _say_neutral(store: Store, text: str, neutral: bool) -> None:
    place = place_named(store.places.all(), text)
    if place is not None and not place_of(text).online:
        store.places.update(replace(place, neutral=neutral))
