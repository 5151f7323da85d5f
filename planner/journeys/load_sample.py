"""The sample network: thirty invented people to look around with, easily removed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from planner.domain.calendar_reads import SAMPLE
from planner.domain.changes import Change, Kind
from planner.domain.groups import Attendance, Group
from planner.domain.me import Me
from planner.domain.meetings import Place
from planner.errors import PlannerError
from planner.journeys.busy_times import calendars, forget_calendar, name_calendar
from planner.journeys.sample_network import (
    Entry,
    ask_of,
    event_of,
    facts_of,
    introduction_of,
    meeting_of,
    person_of,
    promise_of,
    read,
    referral_of,
    touch_of,
    trip_of,
)
from planner.storage.store import Store

ZONE = "Europe/London"  # where the sample network lives, unless About me says another zone
_WISHES = frozenset({"wanted", "avoided"})  # what fills in even where users have said who they are
CAME_WITH_IT = "sample"  # the setting that remembers what else the sample network brought


def load_sample(store: Store, today: date, now: datetime) -> Change:
    """Brings the sample network in; all its days are counted from `today` (`now` in UTC, naive).

    About me is filled in only where it is blank. Raises PlannerError when it is there already.
    """
    if sample_loaded(store):
        raise PlannerError("The sample network is in this library already.")
    sample = read()
    with store.transaction() as work:
        me = store.me.get()
        filled = _filled(me, sample["me"])
        if filled:
            store.me.put(replace(me, **filled))
        places = _new_places(store, sample["place"])
        events, made = _events(store, sample["group"], today)
        trips = store.trips.add_many(trip_of(entry, today) for entry in sample["trip"])
        made[Kind.TRIP] = [trip.id for trip in trips]
        zone = me.zone or ZONE
        people = store.people.add_many(person_of(entry, today) for entry in sample["person"])
        for person, entry in zip(people, sample["person"], strict=True):
            _bring_in(store, person.id, entry, events, zone, today, now)
        ids = {person.name: person.id for person in people}
        store.introductions.add_many(
            introduction_of(ids, entry, today) for entry in sample["introduction"]
        )
        asks = store.asks.add_many(ask_of(None, entry, today) for entry in sample["ask"])
        made[Kind.ASK] = [ask.id for ask in asks]
        if SAMPLE not in calendars(store):
            name_calendar(store, SAMPLE)
        _remember(store, {"me": sorted(filled), Kind.PLACE: places, **made})
    return work.change


def remove_sample(store: Store) -> Change:
    """Takes the sample network out again with all that is its people's; own people stay.

    Groups, events and places that came with it go where nothing of the user's hangs on them, the
    trip goes unless it leads elsewhere by now; About me loses what it was given, where the user
    has not changed it.
    """
    with store.transaction() as work:
        store.people.remove_many([person.id for person in store.people.all() if person.sample])
        brought = _remembered(store)
        for event in brought.get(Kind.EVENT, ()):
            if store.events.find(event) and not store.attendance.of_event(event):
                store.events.remove(event)
        for group in brought.get(Kind.GROUP, ()):
            if store.groups.find(group) and not store.events.of_group(group):
                store.groups.remove(group)
        mine = {ask.id for ask in store.asks.mine()}
        store.asks.remove_many(mine.intersection(brought.get(Kind.ASK, ())))
        sample = read()
        came = [Place(**entry) for entry in sample["place"]]
        for place in store.places.all():
            if place.id in brought.get(Kind.PLACE, ()) and replace(place, id=0) in came:
                store.places.remove(place.id)
        cities = {entry["city"] for entry in sample["trip"]}
        for trip in store.trips.all():
            if trip.id in brought.get(Kind.TRIP, ()) and trip.city in cities:
                store.trips.remove(trip.id)
        forget_calendar(store, SAMPLE)
        _clear_me(store, brought.get("me", ()), sample["me"])
        store.settings.forget(CAME_WITH_IT)
    return work.change


def sample_loaded(store: Store) -> bool:
    """Whether the sample network was brought in and not taken out again."""
    return bool(store.settings.get(CAME_WITH_IT))


def _filled(me: Me, entry: Entry) -> dict[str, Any]:
    """What the sample says of the user, for the fields that still are as in a new library.

    Users who have said their name keep their blanks: another's company is not theirs.
    """
    blank = Me()
    names = [field.name for field in fields(Me)]
    own = {name for name in names if getattr(me, name) != getattr(blank, name)}
    told = {name: _value(entry[name]) for name in entry if name not in own}
    if "name" in own:
        return {name: value for name, value in told.items() if name in _WISHES}
    return told


def _value(told: Any) -> Any:
    return tuple(told) if isinstance(told, list) else told


def _clear_me(store: Store, names: list[str], entry: Entry) -> None:
    me, blank = store.me.get(), Me()
    for name in names:
        if getattr(me, name) == _value(entry[name]):
            me = replace(me, **{name: getattr(blank, name)})
    if me == blank:
        store.me.forget()
    else:
        store.me.put(me)


def _new_places(store: Store, entries: list[dict[str, Any]]) -> list[int]:
    known = {place.name.casefold() for place in store.places.all()}
    fresh = [Place(**entry) for entry in entries if entry["name"].casefold() not in known]
    return [place.id for place in store.places.add_many(fresh)]


def _events(
    store: Store, entries: list[dict[str, Any]], today: date
) -> tuple[dict[str, int], dict[str, list[int]]]:
    """Ids of the events by their key in the file, and the ids of the groups and events made."""
    events: dict[str, int] = {}
    made: dict[str, list[int]] = {Kind.GROUP: [], Kind.EVENT: []}
    for entry in entries:
        group = store.groups.named(entry["name"])
        if group is None:
            group = store.groups.add(Group(name=entry["name"]))
            made[Kind.GROUP].append(group.id)
        for occasion in entry["events"]:
            event = store.events.add(event_of(group.id, occasion, today))
            events[occasion["key"]] = event.id
            made[Kind.EVENT].append(event.id)
    return events, made


def _bring_in(
    store: Store,
    person: int,
    entry: Entry,
    events: Mapping[str, int],
    zone: str,
    today: date,
    now: datetime,
) -> None:
    """Everything the file says of one person."""
    store.facts.add_many(facts_of(person, entry, today))
    store.attendance.add_many(
        Attendance(event=events[key], person=person) for key in entry.get("met", ())
    )
    store.touches.add_many(touch_of(person, each, today) for each in entry.get("touches", ()))
    store.meetings.add_many(
        meeting_of(person, each, zone, today, now) for each in entry.get("meetings", ())
    )
    store.promises.add_many(promise_of(person, each, today) for each in entry.get("promises", ()))
    store.referrals.add_many(
        referral_of(person, each, today) for each in entry.get("referrals", ())
    )
    store.asks.add_many(ask_of(person, each, today) for each in entry.get("asks", ()))


def _remember(store: Store, brought: Mapping[str, Any]) -> None:
    import json

    store.settings.put(CAME_WITH_IT, json.dumps(brought))


def _remembered(store: Store) -> dict[str, Any]:
    import json

    kept = json.loads(store.settings.get(CAME_WITH_IT, "{}"))
    return kept if isinstance(kept, dict) else {}
