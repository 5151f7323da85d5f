"""Bringing people in: read files, plan what they would change, then do it in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from planner.contacts.phone_numbers import phone_keys, region_of
from planner.contacts.reading import read_file
from planner.domain.changes import Change
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.groups import Attendance, Event, Group
from planner.domain.identity import folded
from planner.domain.merging import Entry, ImportPlan, Reading, Verdict, plan_import
from planner.errors import PlannerError
from planner.storage.store import Store


def read_contacts(paths: Iterable[Path]) -> list[Reading]:
    """What the files hold. Raises PlannerError in words when one of them cannot be opened."""
    return [read_file(path) for path in paths]


def plan_import_of(
    store: Store | None, readings: Sequence[Reading], region: str | None = None
) -> ImportPlan:
    """What importing these files would do; without a store everybody is new.

    `region` says which country numbers without one are from; None: that of the user's zone.
    """
    if store is None:
        return plan_import(readings, phone_key=phone_keys(region or ""))
    if region is None:
        region = region_of(store.me.get().zone)
    return plan_import(
        readings,
        store.people.all(),
        _texts_by_person(store),
        _groups_by_person(store),
        phone_keys(region),
    )


def apply_import(store: Store, plan: ImportPlan, today: date) -> Change:
    """Does what the plan says, all of it or nothing.

    Raises PlannerError when the library has changed since the plan was made.
    """
    with store.transaction() as work:
        if store.people.all() != list(plan.basis):
            raise PlannerError(
                "The library has changed since this preview was made; open the preview again."
            )
        new = plan.of(Verdict.NEW)
        added = store.people.add_many(entry.person for entry in new)
        changed = plan.of(Verdict.CHANGED)
        store.people.update_many(entry.person for entry in changed)
        kept = [*zip(new, (person.id for person in added), strict=True)]
        kept += [(entry, entry.person.id) for entry in changed]
        store.facts.add_many(
            Fact(person=id, kind=FactKind.NOTE, text=text, origin=Origin.IMPORT, noted_on=today)
            for entry, id in kept
            for text in entry.notes
        )
        _enter_groups(store, kept)
    return work.change


def _enter_groups(store: Store, kept: Sequence[tuple[Entry, int]]) -> None:
    """Records everybody as met where their labels say: at a group, on no day in particular."""
    members: dict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for entry, id in kept:
        for label in entry.groups:
            members[folded(label)].append(id)
            names.setdefault(folded(label), label)
    if not members:
        return
    groups = {folded(group.name): group for group in store.groups.all()}
    ongoing = {event.group: event for event in store.events.all() if event.day is None}
    fresh = [key for key in members if key not in groups]
    for key, group in zip(
        fresh, store.groups.add_many(Group(name=names[key]) for key in fresh), strict=True
    ):
        groups[key] = group
    without = [groups[key].id for key in members if groups[key].id not in ongoing]
    for event in store.events.add_many(Event(group=id) for id in without):
        ongoing[event.group] = event
    store.attendance.add_many(
        Attendance(event=ongoing[groups[key].id].id, person=id)
        for key, ids in members.items()
        for id in ids
    )


def _texts_by_person(store: Store) -> dict[int, list[str]]:
    texts: dict[int, list[str]] = defaultdict(list)
    for fact in store.facts.all():
        texts[fact.person].append(fact.text)
    return texts


def _groups_by_person(store: Store) -> dict[int, list[str]]:
    names = {group.id: group.name for group in store.groups.all()}
    events = {event.id: names.get(event.group, "") for event in store.events.all()}
    groups: dict[int, list[str]] = defaultdict(list)
    for attendance in store.attendance.all():
        groups[attendance.person].append(events.get(attendance.event, ""))
    return groups
