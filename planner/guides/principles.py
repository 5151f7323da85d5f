"""Reads whose ideas stand behind the questions, naming each entry that cannot be used."""

from __future__ import annotations

from pathlib import Path

from planner.domain.guides import Principle
from planner.guides.entries import Entry, named
from planner.guides.toml_file import tables_of

PRINCIPLE_KEYS = ("name", "says", "author", "year", "title", "where")
YEARS = (1, 9999)


def read_principles(path: Path) -> tuple[tuple[Principle, ...], list[str]]:
    """The principles in a file, in its order, and a sentence for everything that is wrong in it.

    Never raises for what the file holds: a bad entry is left out, and the rest is used.
    """
    tables = tables_of(path)
    if isinstance(tables, str):
        return (), [tables]
    problems: list[str] = []
    head = Entry(path.name, tables, problems)
    head.name_unknown(("principles",))
    kept: dict[str, Principle] = {}
    for number, table in enumerate(head.tables("principles"), start=1):
        where = f"{path.name}, {named('principle', table, number, 'name')}"
        entry = Entry(where, table, problems)
        principle = _principle(entry)
        if principle.name in kept:
            entry.refuse("name", "another principle has it already")
        if not entry.broken:
            kept[principle.name] = principle
    return tuple(kept.values()), problems


def _principle(entry: Entry) -> Principle:
    """The principle of an entry; not to be used when the entry turned out broken."""
    entry.name_unknown(PRINCIPLE_KEYS)
    return Principle(
        name=entry.text("name"),
        says=entry.text("says"),
        author=entry.text("author"),
        year=entry.whole("year", YEARS),
        title=entry.text("title"),
        where=entry.text("where"),
    )
