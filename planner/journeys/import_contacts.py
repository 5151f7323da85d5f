"""Bringing people in: read files, plan what they would change, then do it in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import repeat
from operator import attrgetter
from typing import TypeVar

from planner.contacts.phone_numbers import home_region, phone_keys
from planner.contacts.progress import Progress, part
from planner.contacts.spellings import spellings
from planner.contacts.text import paragraphs
from planner.domain.changes import JOB_SAID, Change, Kind, setting_about
from planner.domain.doubting import with_doubts
from planner.domain.duplicates import Apart
from planner.domain.fact_note import as_note, holds_confidence
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.gained_photos import with_pictures
from planner.domain.groups import Attendance, Event, Group
from planner.domain.identity import folded
from planner.domain.in_bulk import filled, in_bulk
from planner.domain.merging import Entry, ImportPlan, Reading, Verdict, plan_import
from planner.errors import PlannerError
from planner.journeys.import_photos import keep_pictures, small_pictures
from planner.journeys.last_import import remember_import
from planner.storage.store import Store

T = TypeVar("T")

_AT_ONCE = 5000  # records written between two words on how far it is; about 20 ms


def plan_import_of(
    store: Store | None,
    readings: Sequence[Reading],
    region: str | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing these files would do; without a store everybody is new.

    `region` says which country numbers without one are from; None: the user's own.
    """
    with in_bulk():
        if store is None:
            return plan_import(readings, phone_key=phone_keys(region or ""), progress=progress)
        if region is None:
            me = store.me.get()
            region = home_region(me.phone, me.zone)
        as_of, known, key = store.as_of(), store.people.all(), phone_keys(region)
        cards = [card for reading in readings for card in reading.cards]
        notes = _texts_by_person(store) if any(map(attrgetter("note"), cards)) else {}
        groups = _groups_by_person(store) if any(map(attrgetter("labels"), cards)) else {}
        planning, doubting = _two_parts(progress) if known else (progress, None)
        aliases = store.aliases.all()
        settled = _settled(store) if any(r.format == "linkedin" for r in readings) else ()
        plan = plan_import(
            readings, known, notes, groups, key, planning, aliases=aliases, settled=settled
        )
        plan = replace(plan, as_of=as_of)
        if any(map(attrgetter("photo"), cards)):
            plan = with_pictures(plan, store.history.pictured())
        return with_doubts(plan, spellings(), key, notes, groups, doubting) if known else plan


def apply_import(
    store: Store,
    plan: ImportPlan,
    today: date,
    progress: Progress | None = None,
    small: Callable[[bytes], bytes] | None = None,
) -> Change:
    """Does what the plan says, all of it or nothing.

    `small` makes a picture small enough to be kept, b"" of one it cannot read; without it no
    pictures are kept. Raises PlannerError when the library has changed since the plan was made.
    """
    pictures = small_pictures(plan, small) if small else {}  # before the library is held
    with in_bulk(len(plan.entries)), store.transaction() as work:
        as_of = store.as_of()
        # Whoever planned with this very store mostly applies before anything else is written.
        if as_of != plan.as_of and store.people.all() != list(plan.basis):
            raise PlannerError(
                "The library has changed since this preview was made; open the preview again."
            )
        new, changed = plan.of(Verdict.NEW), plan.of(Verdict.CHANGED)
        keep = _Keeping(progress, new + changed)
        ids = keep(store.people.enter_many, [entry.person for entry in new])
        store.people.update_many(entry.person for entry in changed)
        keep.told(len(changed))
        kept = [*zip(new, ids, strict=True), *((entry, entry.person.id) for entry in changed)]
        facts = [
            Fact(person=id, kind=_kind_of(text), text=text, origin=Origin.IMPORT, noted_on=today)
            for entry, id in kept
            for text in entry.notes
        ]
        keep(store.facts.enter_many, facts)
        _enter_groups(store, kept, keep)
        _keep_apart(store, plan, kept)
        _keep_aliases(store, plan)
        keep_pictures(store, kept, pictures)
        remember_import(store, (id for _, id in kept), today)
    return work.change


class _Keeping:
    """Writes records, some at once, and tells after each some how far the import is."""

    def __init__(self, progress: Progress | None, entries: Sequence[Entry]) -> None:
        self._progress = progress
        self._done = 0
        self._of = sum(1 + len(entry.notes) + len(entry.groups) for entry in entries)

    def __call__(
        self, enter: Callable[[Sequence[T]], Iterable[int]], records: Sequence[T]
    ) -> list[int]:
        """Enters the records; returns their ids."""
        ids: list[int] = []
        for start in range(0, len(records), _AT_ONCE):
            some = records[start : start + _AT_ONCE]
            ids += enter(some)
            self.told(len(some))
        return ids

    def told(self, more: int) -> None:
        self._done += more
        if self._progress is not None:
            self._progress(self._done, self._of)


def _two_parts(progress: Progress | None) -> tuple[Progress | None, Progress | None]:
    """How far it is for planning, and for looking who of the new may be known."""
    if progress is None:
        return None, None
    return part(progress, 0, 500, 1000), part(progress, 500, 500, 1000)


def _keep_apart(store: Store, plan: ImportPlan, kept: Sequence[tuple[Entry, int]]) -> None:
    """Notes who was said to be somebody new, for all that they look like somebody known."""
    if plan.apart:
        ids = {id(entry): person for entry, person in kept}
        store.apart.add_many(
            Apart(person=ids[id(doubt.entry)], other=doubt.like.id) for doubt in plan.apart
        )


def _keep_aliases(store: Store, plan: ImportPlan) -> None:
    """Notes what those are called in the files who were said to be somebody known."""
    if fresh := [alias for entry in plan.entries for alias in entry.aliases]:
        there = {(alias.person, alias.name, alias.company) for alias in store.aliases.all()}
        store.aliases.add_many(
            alias for alias in fresh if (alias.person, alias.name, alias.company) not in there
        )


def _settled(store: Store) -> set[int]:
    """The ids of those of whom the user said themselves where they work."""
    start = setting_about(JOB_SAID, Kind.PERSON, 0).removesuffix("0")
    return {int(name.removeprefix(start)) for name in store.settings.beginning(start)}


def _kind_of(note: str) -> FactKind:
    """A note stays private as a whole where one of Vis-à-vis' own files says so of a part."""
    return FactKind.PRIVATE if holds_confidence(note) else FactKind.NOTE


def _enter_groups(store: Store, kept: Sequence[tuple[Entry, int]], keep: _Keeping) -> None:
    """Records everybody as met where their labels say: at a group, on no day in particular."""
    together: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for entry, id in kept:
        together[entry.groups].append(id)
    members: dict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for labels, ids in together.items():
        for label in labels:
            members[folded(label)] += ids
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
    for key, ids in members.items():
        met = filled(Attendance, len(ids), event=repeat(ongoing[groups[key].id].id), person=ids)
        keep(store.attendance.enter_many, met)


def _texts_by_person(store: Store) -> dict[int, list[str]]:
    """What is noted of each, and how an export of this library would have said it all."""
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in store.facts.all():
        facts[fact.person].append(fact)
    return {
        person: [fact.text for fact in theirs]
        + [paragraphs(as_note(theirs, private=private)) for private in (False, True)]
        for person, theirs in facts.items()
    }


def _groups_by_person(store: Store) -> dict[int, list[str]]:
    names = {group.id: group.name for group in store.groups.all()}
    events = {event.id: names.get(event.group, "") for event in store.events.all()}
    groups: dict[int, list[str]] = defaultdict(list)
    for event, person in store.attendance.pairs():
        groups[person].append(events.get(event, ""))
    return groups
