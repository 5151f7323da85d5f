"""Libraries with anything in them that the program can write, and every row of one."""

from __future__ import annotations

import sqlite3
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_type_hints

from hypothesis import strategies as st

from planner.domain.asks import Ask
from planner.domain.duplicates import Alias, Apart
from planner.domain.introductions import Introduction
from planner.domain.me import WEEKDAYS, Hours, Me
from planner.domain.photos import Photo
from planner.domain.trips import Trip
from planner.storage.store import Store
from planner.storage.tables import Remembered, every_table
from tests.storage.test_records import RECORD_KINDS, TEXTS, any_value

ZONES = st.sampled_from(["UTC", "Europe/London", "Asia/Kathmandu", "America/New_York"])
COUNTS = st.integers(1 - 2**31, 2**31 - 1)
BIRTHDAYS = st.one_of(
    st.just(""), st.dates(date(1, 1, 1)).map(date.isoformat), st.just("--02-29"), st.just("--01-22")
)
KINDS: dict[str, type[Any]] = {
    **RECORD_KINDS,
    "photos": Photo,
    "apart": Apart,
    "aliases": Alias,
    "trips": Trip,
    "asks": Ask,
    "introductions": Introduction,
}
# What a record of a kind belongs to, by the names of its fields.
OWNERS = {
    "person": "people",
    "other": "people",
    "group": "groups",
    "event": "events",
    "meeting": "meetings",
}
SPECIAL = {
    "birthday": BIRTHDAYS,
    "zone": ZONES,
    "minutes": st.integers(0, 24 * 60),
    "data": st.binary(max_size=40),
    **dict.fromkeys(("spent", "lengths", "paces"), st.lists(COUNTS, max_size=4).map(tuple)),
}


def _field(name: str, hint: Any, ids: dict[str, list[int]]) -> st.SearchStrategy[Any]:
    if name == "id":
        return st.just(0)
    if name in OWNERS:
        owned = st.sampled_from(ids[OWNERS[name]])
        return owned if hint is int else st.one_of(st.none(), owned)
    if name in SPECIAL:
        return SPECIAL[name]
    if hint is int:
        return COUNTS
    if hint is float:
        return st.floats(-1e12, 1e12)
    return any_value(hint)


def fill(store: Store, data: st.DataObject) -> None:
    """Puts a few records of every kind into an empty library, and removes some again."""
    ids: dict[str, list[int]] = {}
    with store.transaction():
        for kind, record in KINDS.items():
            hints = get_type_hints(record)
            if any(not ids[owner] for name, owner in OWNERS.items() if name in hints):
                ids[kind] = []
                continue
            drawn = {name: _field(name, hint, ids) for name, hint in hints.items()}
            made = data.draw(st.lists(st.builds(record, **drawn), max_size=4), label=kind)
            ids[kind] = [each.id for each in getattr(store, kind).add_many(made)]
        for name, value in data.draw(st.dictionaries(TEXTS, TEXTS, max_size=3)).items():
            store.settings.put(name, value)
        if data.draw(st.booleans()):
            store.me.put(data.draw(_any_me()))
    with store.transaction():
        for kind in ("people", "groups", "places", "meetings"):
            going = bool(ids[kind]) and data.draw(st.booleans(), label=f"remove of the {kind}")
            if going:
                getattr(store, kind).remove_many([ids[kind][-1]])


def _any_me() -> st.SearchStrategy[Me]:
    drawn = {name: _field(name, hint, {}) for name, hint in get_type_hints(Me).items()}
    days = len(WEEKDAYS)
    hours = st.lists(st.builds(Hours, st.times(), st.times()), min_size=days, max_size=days)
    return st.builds(Me, **drawn | {"week": hours.map(tuple), "zone": st.just("Europe/London")})


def every_row(library: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, the keys too; not what any change empties anyway."""
    connection = sqlite3.connect(library)
    try:
        found = {}
        for table in every_table():
            if table is not Remembered:
                name = table._meta.table_name
                found[name] = connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
        return found
    finally:
        connection.close()


NOW = datetime(2026, 11, 22, 9, 30)
