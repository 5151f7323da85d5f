"""The migrations build what the tables describe."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from playhouse.schema_diff import diff_models

from planner.storage import database, schema, tables
from planner.storage.migrations import __file__ as migrations
from planner.storage.opening import open_library
from planner.storage.store import Store

STEPS = sorted(Path(migrations).parent.glob("[0-9]*.py"))


def test_tables_and_migrations_agree(library: Path) -> None:
    opened = open_library(library)
    try:
        difference = diff_models(opened, tables.every_table())
    finally:
        database.close(opened)
    assert not difference, str(difference)


def columns(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(
            'SELECT name, type, "notnull", pk FROM pragma_table_info(?)', (name,)
        ).fetchall()
        for (name,) in names
    }


def test_types_and_what_may_be_missing_agree(library: Path) -> None:
    """What a schema difference does not look at."""
    import peewee

    Store.open(library).close()
    bare = peewee.SqliteDatabase(":memory:")
    bare.connect()
    with bare.bind_ctx(tables.every_table()):
        bare.create_tables(tables.every_table())
    migrated = sqlite3.connect(library)
    try:
        built = columns(migrated)
        described = columns(bare.connection())
    finally:
        migrated.close()
        bare.close()
    assert {name: built[name] for name in described} == described


def test_the_newest_step_is_the_schema_version() -> None:
    assert [int(step.name[:4]) for step in STEPS] == list(range(1, schema.SCHEMA_VERSION + 1))


def test_steps_hold_no_live_model() -> None:
    for step in STEPS:
        assert not re.search(r"\bplanner\b|\bPRAGMA\b", step.read_text(encoding="utf-8")), step


def test_opening_again_takes_no_step(library: Path) -> None:
    Store.open(library).close()
    before = library.read_bytes()
    Store.open(library).close()
    assert library.read_bytes() == before


def test_a_library_whose_last_step_was_cut_short_is_completed(library: Path) -> None:
    """Killed after the step's commit and before the version was written into the header."""
    Store.open(library).close()
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("PRAGMA user_version = 0")
    connection.close()
    with Store.open(library) as store:
        assert store.people.all() == []
    connection = sqlite3.connect(library)
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.SCHEMA_VERSION,)
    connection.close()
