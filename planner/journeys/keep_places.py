"""Where the user meets people: places are added, renamed, joined and removed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from planner.domain.changes import Change
from planner.domain.known_places import doubles, meant
from planner.domain.meetings import Meeting, Place
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys.plan_meeting import edit_details
from planner.journeys.when_and_where import known_places
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A remembered place, how often the user met there, and with whom."""

    place: Place
    times: int = 0  # 1-2-1s held there
    people: tuple[Person, ...] = ()  # whom with, the most often first
    doubles: tuple[Place, ...] = ()  # others that look like the same place
    planned: int = 0  # 1-2-1s there that are proposed or agreed


def all_places(store: Store) -> tuple[PlaceLine, ...]:
    """Every remembered place, the most used first."""
    every = known_places(store)
    people = store.people.some({who for one in every for who, _ in one.with_whom})
    places = {one.place.id: one.place for one in every}
    twice = doubles(tuple(places.values()))
    return tuple(
        PlaceLine(
            one.place,
            one.times,
            tuple(people[who] for who, _ in one.with_whom if who in people),
            tuple(places[other] for other in twice.get(one.place.id, ())),
            one.planned,
        )
        for one in every
    )


def add_place(store: Store, place: Place) -> tuple[Change, Place]:
    """Remembers a place before anybody was met there; one that is known is kept as it is."""
    fresh = _tidy(place)
    with store.transaction() as work:
        known_as = meant(store.places.all()).get(fresh.label.casefold(), 0)
        kept = store.places.find(known_as) or store.places.add(replace(fresh, id=0))
    return work.change, kept


def edit_place(store: Store, place: Place, now: datetime) -> Change:
    """Keeps a place as it is now; 1-2-1s that name it by what it was called follow.

    One that is still to come tells its guest's calendar of the new name with its next file.
    `now` is UTC, naive. PlannerError when another place is called so.
    """
    after = _tidy(place)
    with store.transaction() as work:
        before, every = store.places.get(place.id), store.places.all()
        if any(other.id != place.id and _same(other, after) for other in every):
            raise PlannerError(
                f"There is a place “{after.label}” already. Join the two if they are one, or give "
                "this one its address."
            )
        there = _met_at(store, every, [before])
        store.places.update(after)
        mine = meant([after])
        _move(store, [one for one in there if one.place.casefold() not in mine], after, now)
    return work.change


def join_places(store: Store, place_id: int, others: Sequence[int], now: datetime) -> Change:
    """Makes several places one: the 1-2-1s of the `others` are at this one from now on.

    An address that only one of them has is kept. `now` is UTC, naive.
    """
    with store.transaction() as work:
        kept, every = store.places.get(place_id), store.places.all()
        going = [store.places.get(other) for other in others if other != place_id]
        there = _met_at(store, every, going)
        address = next((one.address for one in (kept, *going) if one.address), "")
        if address != kept.address and kept.online in (one.online for one in going):
            kept = replace(kept, address=address)
            there += _met_at(store, every, [kept])
        store.places.remove_many(one.id for one in going)
        store.places.update(kept)
        _move(store, there, kept, now)
    return work.change


def remove_place(store: Store, place_id: int) -> Change:
    """Forgets a place; the 1-2-1s there keep what they say of it."""
    with store.transaction() as work:
        store.places.remove(place_id)
    return work.change


def _met_at(store: Store, every: Sequence[Place], places: Sequence[Place]) -> list[Meeting]:
    """The 1-2-1s whose place means one of these, those called off as well."""
    means, ids = meant(every), {place.id for place in places}
    return store.meetings.at(
        text for text in store.meetings.spellings() if means.get(text.casefold()) in ids
    )


def _move(store: Store, meetings: Sequence[Meeting], to: Place, now: datetime) -> None:
    """Says the place as it is called now, without a word of it to whoever is not concerned."""
    for meeting in meetings:
        if meeting.place == to.label:
            continue
        if meeting.planned and not meeting.behind(now) and not meeting.theirs:
            edit_details(store, meeting.id, now, place=to.label)
        else:
            store.meetings.update(replace(meeting, place=to.label))


def _same(one: Place, other: Place) -> bool:
    return one.label.casefold() == other.label.casefold()


def _tidy(place: Place) -> Place:
    name, address = (" ".join(text.split()).strip(" ,") for text in (place.name, place.address))
    if not name:
        name, address = address, ""
    if not name:
        raise PlannerError("A place needs a name, such as “Station Café”, or a link.")
    # What follows a comma is the address wherever a place is written as one line.
    if "," in name and "://" not in name:
        name, _, rest = name.partition(",")
        address = ", ".join(part for part in (rest.strip(" ,"), address) if part)
    return replace(place, name=name.strip(), address=address)
