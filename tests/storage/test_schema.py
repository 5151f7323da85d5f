"""The migrations build what the tables describe."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from peewee import BooleanField, Field, IntegerField
from playhouse.schema_diff import diff_models

from planner.domain.library_header import APPLICATION_ID
from planner.domain.me import HERE
from planner.domain.meetings import CalledOff, TalkedMore
from planner.domain.people import Rhythm
from planner.storage import database, schema, tables
from planner.storage.columns import Choice, Rung
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
    # By name: a column that a later step added stands last in its table, not where it belongs.
    return {
        name: connection.execute(
            'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY name', (name,)
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


def test_people_of_the_step_before_are_kept_as_they_were(library: Path) -> None:
    """How often to keep in touch is a column they had not."""
    from playhouse.migrations import Runner

    old = database.LibraryFile(library)
    library.touch()
    old.connect()
    Runner(old, str(STEPS[0].parent)).up("0002_photos")
    old.pragma("application_id", APPLICATION_ID)
    old.pragma("user_version", 2)
    had = [column for column in tables.Person._meta.sorted_fields if column.name != "rhythm"]
    rows = [(id, f"P{id}", *(_any_value(column, id) for column in had[2:])) for id in range(1, 40)]
    old.run_many(str(_insertion(old, had)), rows)
    old.run_many("INSERT INTO fact VALUES (?, ?, 'does', 'Sails', 'typed', NULL)", [(1, 7)])
    old.close()
    with Store.open(library) as store:
        assert [person.rhythm for person in store.people.all()] == [Rhythm.USUAL] * 39
        assert store.check(thorough=True) == ()
        assert [fact.text for fact in store.facts.of_person(7)] == ["Sails"]
    connection = sqlite3.connect(library)
    names = ", ".join(column.column_name for column in had)
    kept = connection.execute(f"SELECT {names} FROM person ORDER BY id").fetchall()
    connection.close()
    assert kept == rows


def test_meetings_and_about_me_of_the_step_before_are_kept_as_they_were(library: Path) -> None:
    """Who called a 1-2-1 off, who invited to it, the way there and holidays are new."""
    from playhouse.migrations import Runner

    old = database.LibraryFile(library)
    library.touch()
    old.connect()
    Runner(old, str(STEPS[0].parent)).up("0003_network")
    old.pragma("application_id", APPLICATION_ID)
    old.pragma("user_version", 3)
    had = {column.name for table in (tables.Me, tables.Meeting) for column in old_columns(table)}
    assert not had & {"called_off", "organizer", "travel_own", "holidays"}
    person = list(tables.Person._meta.sorted_fields)
    old.run_many(str(_insertion(old, person, tables.Person)), [_row(person, 7)])
    meeting, me = old_columns(tables.Meeting), old_columns(tables.Me)
    at = "2026-05-01T10:00"
    times = {"starts": at, "starts_utc": f"{at}:00", "zone": "UTC", "stamp": None, "created": None}
    rows = [tuple({**named(meeting, id), "person": 7, **times}.values()) for id in (1, 2)]
    old.run_many(str(_insertion(old, meeting, tables.Meeting)), rows)
    week = {"week": " ".join(["09:00-17:00"] * 7)}
    old.run_many(str(_insertion(old, me, tables.Me)), [tuple({**named(me, 1), **week}.values())])
    old.close()
    with Store.open(library) as store:
        assert [each.called_off for each in store.meetings.all()] == [CalledOff.UNKNOWN] * 2
        assert [each.organizer for each in store.meetings.all()] == ["", ""]
        assert [each.talked for each in store.meetings.all()] == [TalkedMore.UNKNOWN] * 2
        assert store.meetings.get(2).learn == "learn 2"
        me_now = store.me.get()
        assert (me_now.name, me_now.holidays) == ("name 1", HERE)
        assert (me_now.travel_online, me_now.travel_neutral, me_now.travel_own) == (0, 15, 30)
        assert not me_now.sheet_in_calendar
        assert store.check(thorough=True) == ()


def old_columns(table: type[tables.Record]) -> list[Field]:
    """Those a table had before the fourth step, and the fifth."""
    new = {"called_off", "organizer", "holidays", "sheet_in_calendar", "talked", "roughly"}
    return [
        column
        for column in table._meta.sorted_fields
        if column.name not in new and not column.name.startswith("travel_")
    ]


def named(columns: list[Field], id: int) -> dict[str, object]:
    return {column.name: value for column, value in zip(columns, _row(columns, id), strict=True)}


def _row(columns: list[Field], id: int) -> tuple[object, ...]:
    return tuple(id if column.name == "id" else _any_value(column, id) for column in columns)


def _insertion(
    file: database.LibraryFile, columns: list[Field], table: type[tables.Record] = tables.Person
) -> str:
    query = table.insert_many([[0] * len(columns)], columns)
    return str(file.get_sql_context().parse(query)[0])


def _any_value(column: Field, id: int) -> object:
    if isinstance(column, (Choice, Rung)):
        return list(column.members)[id % len(column.members)].value
    if column.null:
        return None if id % 2 else "2026-05-01"
    return id % 2 if isinstance(column, (IntegerField, BooleanField)) else f"{column.name} {id}"


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
