"""Check my data: what is wrong is named, and what can be mended safely is mended."""

from __future__ import annotations

import json
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.domain.changes import Kind
from planner.domain.facts import Fact
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.soundness import Finding, Trouble
from planner.journeys.check_library import Mended, Step, check, mend
from planner.journeys.keep_backups import back_up_now
from planner.storage.contents import look_into
from planner.storage.store import Store

NOW = datetime(2026, 11, 22, 9, 30)


@contextmanager
def spoiled(library: Path) -> Iterator[sqlite3.Connection]:
    """Writes past the program, as a fault or another tool would."""
    connection = sqlite3.connect(library, isolation_level=None)
    yield connection
    connection.close()


@pytest.fixture
def maya(store: Store) -> Person:
    """Somebody with a promise and a fact, met once and in touch once."""
    with store.transaction():
        maya = store.people.add(Person(name="Maya Okafor", zone="Europe/London"))
        meeting = store.meetings.add(
            Meeting(
                person=maya.id,
                state=State.HELD,
                starts=datetime(2026, 11, 3, 8, 30),
                zone="Europe/London",
            )
        )
        store.promises.add(Promise(person=maya.id, meeting=meeting.id, text="send the deck"))
        store.facts.add(Fact(person=maya.id, text="keeps bees"))
        store.touches.add(Touch(person=maya.id, day=date(2026, 11, 1), note="a call"))
    return maya


def again(store: Store) -> tuple[Mended, tuple[Finding, ...]]:
    """Mends what a check finds, and checks once more."""
    mended = mend(store, check(store).findings, NOW)
    return mended, check(store).findings


def test_all_is_well(store: Store, maya: Person) -> None:
    back_up_now(store, NOW)
    steps: list[Step] = []
    report = check(store, lambda step, done, of: steps.append(step))
    assert report.sound and not report.mendable
    assert report.contents is not None
    assert (report.contents.people, report.contents.meetings, report.contents.promises) == (1, 1, 1)
    assert (report.contents.last_with, report.contents.last_on) == (
        "Maya Okafor",
        date(2026, 11, 3),
    )
    assert (report.records, report.backups) == (5, 1)
    assert report.size > 0 and report.free > 0
    assert list(dict.fromkeys(steps)) == list(Step)


def test_a_promise_of_nobody_is_named_and_moved_out(store: Store, maya: Person) -> None:
    with spoiled(store.path) as connection:
        connection.execute(
            "INSERT INTO promise SELECT 70, 99, NULL, 1, 'call Ben', NULL, NULL, NULL, 0"
        )
    found, lagging = check(store).findings
    assert lagging == Finding(Trouble.INDEX, count=1)
    assert found == Finding(Trouble.LOOSE, Kind.PROMISE, 70, "call Ben", owner=Kind.PERSON)
    mended, left = again(store)
    assert left == ()
    assert mended.change.ids(Kind.PROMISE) == {70}
    assert mended.record is not None and mended.taken == 1
    assert stat.S_IMODE(mended.record.stat().st_mode) == 0o600
    ((row),) = json.loads(mended.record.read_text())["rows"]
    assert row["table"] == "promise" and row["row"]["text"] == "call Ben"
    assert "before-mending" in mended.backup.name
    assert look_into(mended.backup).promises == 2
    assert [promise.text for promise in store.promises.all()] == ["send the deck"]


def test_what_hangs_on_something_loose_goes_with_it_and_a_promise_outlives_its_meeting(
    store: Store, maya: Person
) -> None:
    with spoiled(store.path) as connection:
        connection.execute("UPDATE promise SET meeting_id = 88")
        connection.execute("UPDATE meeting SET person_id = 77")
        connection.execute("INSERT INTO answer VALUES (5, 1, 'prompt', 'an answer')")
    troubles = {(found.kind, found.owner) for found in check(store).findings if found.kind}
    assert troubles == {(Kind.PROMISE, Kind.MEETING), (Kind.MEETING, Kind.PERSON)}
    mended, left = again(store)
    assert left == ()
    assert store.promises.all()[0].meeting is None
    assert store.meetings.all() == [] and store.answers.all() == []
    assert mended.record is not None
    tables = [row["table"] for row in json.loads(mended.record.read_text())["rows"]]
    assert sorted(tables) == ["answer", "meeting", "promise"]


@pytest.mark.parametrize(
    ("wrong", "kind", "column"),
    [
        ("UPDATE person SET stage = 99", Kind.PERSON, "stage"),
        ("UPDATE person SET attitude = 'purple'", Kind.PERSON, "attitude"),
        ("UPDATE person SET zone = 'Mars/Olympus'", Kind.PERSON, "zone"),
        ("UPDATE person SET name = CAST(x'4d61ff79' AS TEXT)", Kind.PERSON, "name"),
        ("UPDATE person SET name = x'4d6179'", Kind.PERSON, "name"),
        ("UPDATE person SET connected_on = 'soon'", Kind.PERSON, "connected_on"),
        ("UPDATE fact SET kind = 'rumour'", Kind.FACT, "kind"),
        ("UPDATE promise SET due = '2026-02-31'", Kind.PROMISE, "due"),
        ("UPDATE touch SET day = 'long ago'", Kind.TOUCH, "day"),
        ("UPDATE meeting SET starts = '8.30'", Kind.MEETING, "starts"),
        ("UPDATE meeting SET minutes = 'forty'", Kind.MEETING, "minutes"),
        ("UPDATE meeting SET starts_utc = 1", Kind.MEETING, "starts_utc"),
        ("UPDATE meeting SET zone = 'Mars'", Kind.MEETING, "zone"),
    ],
)
def test_what_cannot_be_read_is_named_and_made_readable(
    store: Store, maya: Person, wrong: str, kind: Kind, column: str
) -> None:
    with spoiled(store.path) as connection:
        connection.execute(wrong)
    found = check(store).findings[0]
    assert (found.trouble, found.kind, found.column) == (Trouble.UNREADABLE, kind, column)
    mended, left = again(store)
    assert left == ()
    assert mended.record is not None
    (person,) = store.people.all()
    assert person.id == maya.id and person.name
    for records in (store.facts, store.promises, store.touches, store.meetings):
        records.all()


def test_a_stage_nobody_knows_becomes_the_first(store: Store, maya: Person) -> None:
    with spoiled(store.path) as connection:
        connection.execute("UPDATE person SET stage = 99")
    again(store)
    assert store.people.get(maya.id).stage is Stage.CONNECTED


@pytest.mark.parametrize(
    "wrong",
    [
        "DELETE FROM documents WHERE rowid = 17",
        "UPDATE documents SET name = 'Somebody else' WHERE rowid = 17",
        "INSERT INTO documents (rowid, name, body, belongs) VALUES (9999, 'Nobody', '', 9)",
        "DELETE FROM documents_data WHERE id > 10",
        "DROP TABLE documents",
    ],
)
def test_an_index_that_lags_or_broke_is_made_anew(store: Store, maya: Person, wrong: str) -> None:
    with spoiled(store.path) as connection:
        connection.execute(wrong)
    assert [found.trouble for found in check(store).findings] == [Trouble.INDEX]
    mended, left = again(store)
    assert left == () and mended.record is None
    assert [hit.title for hit in store.search.find("maya")] == ["Maya Okafor"]
    assert [hit.title for hit in store.search.find("bees")] == ["keeps bees"]


def test_a_bad_backup_is_named(store: Store, maya: Person) -> None:
    good, bad = back_up_now(store, NOW), back_up_now(store, NOW)
    bad.write_bytes(bad.read_bytes()[:8000])
    report = check(store)
    ((found),) = report.findings
    assert (found.trouble, found.title) == (Trouble.BACKUP, bad.name)
    assert good.name != bad.name and not report.mendable


def test_broken_pages_are_found_and_not_mended(store: Store) -> None:
    with store.transaction():
        store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
    library = store.path
    store.close()
    content = bytearray(library.read_bytes())
    for at in range(len(content) // 4096 // 2 * 4096, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8
    library.write_bytes(content)
    with Store.open(library) as broken:
        report = check(broken)
    assert report.contents is None and not report.mendable
    assert {found.trouble for found in report.findings} == {Trouble.FILE}


def test_a_record_that_cannot_be_written_down_is_not_taken_out(
    store: Store, maya: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from planner.errors import PlannerError

    with spoiled(store.path) as connection:
        connection.execute("UPDATE fact SET person_id = 99")

    def full(*arguments: object) -> Path:
        raise PlannerError("The disk is full.")

    monkeypatch.setattr("planner.storage.backup.write_beside", full)  # a disk that filled up
    with pytest.raises(PlannerError, match="disk is full"):
        mend(store, check(store).findings, NOW)
    assert len(store.facts.all()) == 1


def test_what_an_encrypted_library_had_to_take_out_is_in_the_encrypted_backup_alone(
    tmp_path: Path,
) -> None:
    pytest.importorskip("sqlcipher3", reason="no wheel for this platform")
    path = tmp_path / "locked" / "library.visavis"
    with Store.open(path, passphrase="four words of mine") as store:
        with store.transaction():
            store.people.add(Person(name="Maya Okafor"))
        store.file.execute_sql("PRAGMA foreign_keys = 0")
        store.file.execute_sql(
            "INSERT INTO promise SELECT 70, 99, NULL, 1, 'call Ben', NULL, NULL, NULL, 0"
        )
        store.file.execute_sql("PRAGMA foreign_keys = 1")
        mended, left = again(store)
        assert left == () and mended.taken == 1 and mended.record is None
        assert look_into(mended.backup, store.key).promises == 1
        told = [each for each in path.parent.rglob("*") if each.is_file()]
        assert [each for each in told if b"call Ben" in each.read_bytes()] == []
