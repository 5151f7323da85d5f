"""Whom the words of About me find among the user's people, told where the words are typed."""

from __future__ import annotations

from dataclasses import dataclass

from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Finds:
    """How many people what the user looks for, or avoids, finds."""

    people: int = 0  # anything of it
    of: int = 0  # everybody in the library
    nobody: tuple[str, ...] = ()  # what finds nobody yet, in the user's words


def whom_it_finds(store: Store) -> tuple[Finds, Finds]:
    """Whom what is looked for finds, and whom what is avoided does."""
    wanted, avoided, everybody = store.history.found_by(store.me.get())
    return _finds(wanted, everybody), _finds(avoided, everybody)


def _finds(found: dict[str, set[int]], everybody: int) -> Finds:
    people: set[int] = set().union(*found.values())
    nobody = tuple(wish for wish, whom in found.items() if not whom)
    return Finds(len(people), everybody, nobody)
