"""What the page of groups and events shows: which nets are cast, and what came up in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.domain.groups import Event, Group
from planner.domain.online_networks import is_online_network
from planner.domain.reasons import FADING_DAYS
from planner.storage.store import Store

NAMED = 3  # people of an event who wait for a 1-2-1


@dataclass(frozen=True, slots=True)
class EventLine:
    """One occasion, or a group's members where it has no day."""

    event: Event
    people: int  # who were met there
    talked: int  # of those, how many there was a 1-2-1 with on that day or since
    never: int = 0  # of them, with how many there never was one; counted where it was lately
    waiting: tuple[str, ...] = ()  # some of these by name


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group with its events, the latest first, its members without a day last."""

    group: Group
    events: tuple[EventLine, ...]
    people: int  # met at any of them, each once
    talked: int  # of those, how many there was a 1-2-1 with since they were first met there
    talks: int  # 1-2-1s held with them since
    online: bool

    @property
    def occasions(self) -> int:
        return sum(line.event.day is not None for line in self.events)

    @property
    def latest(self) -> date | None:
        return self.events[0].event.day if self.events else None

    @property
    def hours(self) -> float:
        return sum(line.event.hours for line in self.events)

    @property
    def fee(self) -> float:
        return sum(line.event.fee for line in self.events)


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Groups the user goes to, the latest first; and apart those without an occasion, by name."""

    groups: tuple[GroupLine, ...]
    lists: tuple[GroupLine, ...]

    def __bool__(self) -> bool:
        return bool(self.groups or self.lists)

    @property
    def occasions(self) -> int:
        return sum(line.occasions for line in self.groups)


def events_page(store: Store, today: date) -> EventsPage:
    """Reads all groups and events in five statements, however many people there are."""
    events: dict[int, list[Event]] = defaultdict(list)
    for event in store.events.all():
        events[event.group].append(event)
    met: dict[int, set[int]] = defaultdict(set)
    for id, person in store.attendance.pairs():
        met[id].add(person)
    held: dict[int, list[date]] = defaultdict(list)
    for person, day in store.meetings.held_on():
        held[person].append(day)
    lines = [_line(group, events[group.id], met, held) for group in store.groups.all()]
    lines = _with_names(store, lines, met, held, today)
    gone_to = [line for line in lines if line.latest]
    lists = [line for line in lines if not line.latest]
    # Two sorts, as names go up and days go down.
    gone_to.sort(key=lambda line: line.group.name.casefold())
    gone_to.sort(key=lambda line: line.latest or date.min, reverse=True)
    lists.sort(key=lambda line: (not line.online, line.group.name.casefold()))
    return EventsPage(tuple(gone_to), tuple(lists))


def _line(
    group: Group,
    events: Sequence[Event],
    met: Mapping[int, set[int]],
    held: Mapping[int, list[date]],
) -> GroupLine:
    latest_first = sorted(events, key=lambda event: (event.day or date.min, event.id), reverse=True)
    dated = [event for event in reversed(latest_first) if event.day is not None]
    undated = [event for event in latest_first if event.day is None]
    people: set[int] = set()
    talks: list[int] = []  # 1-2-1s of each since they were first met here, be it never known when
    for event in (*dated, *undated):
        first = event.day or date.min
        fresh = met.get(event.id, set()) - people
        people |= fresh
        talks += (sum(day >= first for day in held[one]) for one in fresh & held.keys())
    return GroupLine(
        group,
        tuple(_event_line(event, met.get(event.id, set()), held) for event in latest_first),
        people=len(people),
        talked=sum(count > 0 for count in talks),
        talks=sum(talks),
        online=is_online_network(group.name),
    )


def _event_line(event: Event, people: set[int], held: Mapping[int, list[date]]) -> EventLine:
    day = event.day or date.min
    talked = sum(max(held[person]) >= day for person in people & held.keys())
    return EventLine(event, len(people), talked)


def _with_names(
    store: Store,
    lines: Sequence[GroupLine],
    met: Mapping[int, set[int]],
    held: Mapping[int, list[date]],
    today: date,
) -> list[GroupLine]:
    """The same; of events of the last weeks with the names of those never met 1-2-1."""
    since = today - timedelta(days=FADING_DAYS)
    waiting = {
        one.event.id: sorted(met.get(one.event.id, set()) - held.keys())
        for line in lines
        for one in line.events
        if one.event.day is not None and one.event.day >= since
    }
    named = {person for some in waiting.values() for person in some[:NAMED]}
    people = store.people.some(named)

    def told(line: EventLine) -> EventLine:
        some = waiting.get(line.event.id, [])
        names = tuple(people[person].name for person in some[:NAMED] if person in people)
        return replace(line, never=len(some), waiting=names)

    return [replace(line, events=tuple(map(told, line.events))) for line in lines]
