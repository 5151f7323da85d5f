"""Whom the user met at an event in the last days and had no 1-2-1 with yet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from planner.domain.groups import Event
from planner.domain.people import Person
from planner.domain.ranking import rank
from planner.domain.week import monday_of
from planner.journeys.suggest_people import suggest
from planner.storage.store import Store

LATELY = timedelta(days=7)  # after it somebody met once is half forgotten; our choice
ASKED = timedelta(days=2)  # how long it is asked whom the user met; our choice
SHOWN = 3  # people of an event
LOOKED_AT = 500  # people of it; nobody meets more in an evening


class MetLately(NamedTuple):
    """The last event, and whom to meet 1-2-1 before they fade; nobody was noted yet where
    `people` is 0.
    """

    event: Event
    called: str  # the event's own name, or the group's
    first: tuple[Person, ...]  # best first; nobody who is planned, rests or is suggested anyway
    people: int  # all of those


def met_lately(store: Store, today: date) -> MetLately | None:
    """The latest event that has somebody to meet next, or nobody noted yet; None for none."""
    for event in store.events.between(today - LATELY, today - timedelta(days=1)):
        group = store.groups.find(event.group)
        called = event.name or (group.name if group is not None else "")
        met = [one.person for one in store.attendance.of_event(event.id)][:LOOKED_AT]
        if not met and event.day is not None and event.day >= today - ASKED:
            return MetLately(event, called, (), 0)
        signals = store.history.signals(store.me.get(), today, met, as_of=monday_of(today))
        new = rank([of for of in signals if not of.meetings], len(met))
        if new:  # whoever is among those suggested anyway need not be told of twice
            listed = {entry.person.id for entry in suggest(store, today).entries}
            new = [suggestion for suggestion in new if suggestion.person not in listed]
        if new:
            first = [suggestion.person for suggestion in new[:SHOWN]]
            people = store.people.some(first)
            return MetLately(event, called, tuple(people[id] for id in first), len(new))
    return None
