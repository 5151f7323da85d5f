"""Whom the last import brought in, so that an event's people can be picked from them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from planner.domain.people import Person
from planner.storage.store import Store

LAST_IMPORT = "last import"  # the setting: its day, then the people as "12-8011" or "17"


@dataclass(frozen=True, slots=True)
class LastImport:
    """The day people came in, and those of them who are still here, by name."""

    day: date
    people: tuple[Person, ...]


def remember_import(store: Store, people: Iterable[int], today: date) -> None:
    """Notes who came in or gained something; part of the import, and undone with it."""
    spans: list[list[int]] = []
    for id in sorted(set(people)):
        if spans and id == spans[-1][1] + 1:
            spans[-1][1] = id
        else:
            spans.append([id, id])
    if spans:
        told = (f"{first}-{last}" if last > first else str(first) for first, last in spans)
        store.settings.put(LAST_IMPORT, " ".join((today.isoformat(), *told)))


def was_import(store: Store) -> bool:
    """Whether there was an import; much quicker than to read whom it brought."""
    return bool(store.settings.get(LAST_IMPORT))


def last_import(store: Store) -> LastImport | None:
    """The last import; None where there was none, or none of its people is here any more."""
    brought = brought_in(store)
    if brought is None:
        return None
    day, came = brought
    people = tuple(person for person in store.people.by_name() if came(person.id))
    return LastImport(day, people) if people else None


def brought_in(store: Store) -> tuple[date, Callable[[int], bool]] | None:
    """The day of the last import, and whether somebody, by their id, came in with it."""
    try:
        day, *told = store.settings.get(LAST_IMPORT).split()
        ends = sorted(tuple(map(int, one.split("-"))) for one in told)
        brought = date.fromisoformat(day)
    except ValueError:
        return None  # an export that was edited by hand
    firsts = [span[0] for span in ends]

    def came(id: int) -> bool:
        at = bisect_right(firsts, id) - 1
        return at >= 0 and id <= ends[at][-1]

    return brought, came
