"""Keeping groups and events: whom the user met there, what it took, and how they are called."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from planner.domain.changes import Change
from planner.domain.groups import Attendance, Event, Group
from planner.domain.met_names import Met, filled_in
from planner.domain.people import Person, wrong_with_email
from planner.errors import PlannerError
from planner.journeys.keep_people import in_order
from planner.storage.store import Store


def add_event(
    store: Store, group_name: str, event: Event, people: Sequence[Met], today: date
) -> tuple[Change, Event]:
    """Notes an event of a group and whom the user met there; what is new is made.

    An event of that group, name and day that is there already gets these people as well.
    """
    wanted = _in_order(event, today)
    with store.transaction() as work:
        group = _group(store, group_name)
        there = _alike(store, group.id, wanted)
        if there is None:
            kept = store.events.add(replace(wanted, id=0, group=group.id))
        else:
            kept = _with_costs_of(there, wanted)
            store.events.update(kept)
        _meet(store, kept.id, people)
    return work.change, kept


def edit_event(
    store: Store,
    group_name: str,
    event: Event,
    people: Sequence[Met],
    today: date,
    not_met: Collection[int] = (),
) -> tuple[Change, Event]:
    """Keeps an event as it is now, with more `people`, and without those `not_met` (their ids).

    Where the group has an event of that name and day already, the two become that one.
    """
    with store.transaction() as work:
        was = store.events.get(event.id)
        # A day to come, as a file may have it, stays until it is changed.
        wanted = _in_order(event, max(today, was.day or today))
        group = _group(store, group_name)
        met = store.attendance.of_event(was.id)
        store.attendance.remove_many(one.id for one in met if one.person in set(not_met))
        kept = replace(wanted, group=group.id)
        twin = _alike(store, group.id, kept)
        if twin is None:
            store.events.update(kept)
        else:
            kept = _join_events(store, kept, twin)
        _meet(store, kept.id, people)
        if was.group != group.id and not store.events.of_group(was.group):
            store.groups.remove(was.group)
    return work.change, kept


def remove_event(store: Store, event_id: int) -> Change:
    """Removes an event; its people stay, and a group that had no other event goes with it."""
    with store.transaction() as work:
        group = store.events.get(event_id).group
        store.events.remove(event_id)
        if not store.events.of_group(group):
            store.groups.remove(group)
    return work.change


def rename_group(store: Store, group_id: int, name: str) -> tuple[Change, Group]:
    """Calls a group something else; one that is called so already is joined with it."""
    with store.transaction() as work:
        group = store.groups.get(group_id)
        named = replace(group, name=_name_of(name))
        other = store.groups.named(name)
        if other is None or other.id == group_id:
            store.groups.update(named)
        else:
            for event in store.events.of_group(group_id):
                _move(store, event, other)
            store.groups.remove(group_id)
            named = other
    return work.change, named


def remove_group(store: Store, group_id: int) -> Change:
    """Removes a group with its events; the people stay."""
    with store.transaction() as work:
        store.groups.remove(group_id)
    return work.change


def event_like(store: Store, group_name: str, event: Event) -> Event | None:
    """Another event of that group, name and day, which this one would be joined with."""
    group = store.groups.named(group_name) if group_name.strip() else None
    return _alike(store, group.id, _tidied(event)) if group is not None else None


def _group(store: Store, name: str) -> Group:
    return store.groups.named(_name_of(name)) or store.groups.add(Group(name=_name_of(name)))


def _name_of(text: str) -> str:
    """A group's name, tidied; PlannerError in words where there is none."""
    if name := " ".join(text.split()):
        return name
    raise PlannerError("Say which group it is: a networking group, an event series or a network.")


def _tidied(event: Event) -> Event:
    return replace(event, name=" ".join(event.name.split()))


def _in_order(event: Event, today: date) -> Event:
    """The same, tidied. Raises PlannerError in words for what cannot be kept."""
    if event.day is not None and event.day > today:
        raise PlannerError("That day is still to come. Note the event once you were there.")
    if event.hours < 0 or event.fee < 0:
        raise PlannerError("Hours and fee are what it took: leave them at 0, or above it.")
    return _tidied(event)


def _alike(store: Store, group_id: int, event: Event) -> Event | None:
    """Another event of the group with the same day and name."""
    for other in store.events.of_group(group_id):
        same = (other.day, other.name.casefold()) == (event.day, event.name.casefold())
        if same and other.id != event.id:
            return other
    return None


def _with_costs_of(event: Event, other: Event) -> Event:
    return replace(event, hours=other.hours or event.hours, fee=other.fee or event.fee)


def _move(store: Store, event: Event, to: Group) -> None:
    twin = _alike(store, to.id, event)
    if twin is None:
        store.events.update(replace(event, group=to.id))
    else:
        _join_events(store, event, twin)


def _join_events(store: Store, gone: Event, keep: Event) -> Event:
    """Makes two events one: everybody is met at `keep`, and each once."""
    there = {one.person for one in store.attendance.of_event(keep.id)}
    moved = [one for one in store.attendance.of_event(gone.id) if one.person not in there]
    store.attendance.update_many(replace(one, event=keep.id) for one in moved)
    store.events.remove(gone.id)
    kept = _with_costs_of(keep, gone)
    store.events.update(kept)
    return kept


def _meet(store: Store, event_id: int, people: Sequence[Met]) -> None:
    """Everybody was met at the event: those known once, those new as new people."""
    for met in people:
        if met.namesakes:
            raise PlannerError(f"Say which {met.name} you met: more than one may be meant.")
        if met.email and (wrong := wrong_with_email(met.email)):
            raise PlannerError(wrong)
    known = {met.person: met for met in people if met.person}
    there = store.people.some(known)
    if gone := [met for id, met in known.items() if id not in there]:
        raise PlannerError(f"{gone[0].name} is not in the library any more. Take the name out.")
    told = [filled_in(there[id], met) for id, met in known.items()]
    store.people.update_many(one for one in told if one != there[one.id])
    fresh = [met for met in people if not met.person]
    new = store.people.add_many(in_order(_person(met)) for met in fresh)
    already = {one.person for one in store.attendance.of_event(event_id)}
    ids = [id for id in (*known, *(person.id for person in new)) if id not in already]
    store.attendance.add_many(Attendance(event=event_id, person=id) for id in ids)


def _person(met: Met) -> Person:
    emails = (met.email,) if met.email else ()
    return Person(name=met.name, company=met.company, role=met.role, emails=emails)
