"""The library leaves as one JSON document, and a fresh one reads it back without loss."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import fields
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.changes import Kind
from planner.domain.duplicates import Apart
from planner.domain.facts import Fact, FactKind
from planner.domain.groups import Attendance, Event, Group
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person, Stage
from planner.domain.photos import Photo
from planner.journeys.load_sample import load_sample
from planner.storage.open_form import SECTIONS, columns, document
from planner.storage.open_form_reading import library_from, load
from planner.storage.records import RECORDS
from planner.storage.store import Store
from planner.storage.tables import Keys, Remembered, Unindexed, every_table, table_of
from tests.builders import TODAY, many_people
from tests.storage.libraries import KINDS, NOW, every_row, fill


def written(store: Store, to: Path) -> Path:
    to.write_bytes(b"".join(document(store, NOW)))
    return to


def as_json(store: Store) -> Any:
    return json.loads(b"".join(document(store, NOW)))


def reads_back(library: Path, folder: Path) -> None:
    """Every row of every table is the same in a library made of the document."""
    with Store.open(library) as store:
        path = written(store, folder / "all.json")
    library_from(path, folder / "again.visavis")
    assert every_row(folder / "again.visavis") == every_row(library)
    assert sorted(each.name for each in folder.glob("*again*")) == ["again.visavis"]


@given(data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_library_comes_back_row_by_row(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Store.open(folder / "library.visavis") as store:
            fill(store, data)
        reads_back(folder / "library.visavis", folder)


def test_the_sample_network_comes_back_row_by_row(library: Path, tmp_path: Path) -> None:
    with Store.open(library) as store:
        load_sample(store, TODAY, NOW)
    reads_back(library, tmp_path)


def test_ten_thousand_people_with_pictures_come_back_row_by_row(
    library: Path, tmp_path: Path
) -> None:
    with Store.open(library) as store:
        many_people(store)
        with store.transaction():
            store.photos.add_many(
                Photo(person=person.id, data=bytes([person.id % 256]) * 1500)
                for person in store.people.all()
            )
    reads_back(library, tmp_path)


def test_an_empty_library_comes_back(library: Path, tmp_path: Path) -> None:
    Store.open(library).close()
    reads_back(library, tmp_path)


def test_the_document_is_readable(store: Store) -> None:
    with store.transaction():
        maya = store.people.add(
            Person(name="Zoë", emails=("a@b.example", "c@d.example"), stage=Stage.TRUSTED)
        )
        other = store.people.add(Person(name="Zoe"))
        store.facts.add(Fact(person=maya.id, kind=FactKind.PRIVATE, text="Talks too much"))
        store.apart.add(Apart(person=maya.id, other=other.id))
        store.meetings.add(
            Meeting(
                person=maya.id,
                state=State.AGREED,
                starts=datetime(2026, 12, 1, 8, 30),
                zone="Europe/London",
                created=NOW,
            )
        )
    told = as_json(store)
    assert (told["format"], told["version"], told["made"]) == (
        "visavis-library",
        1,
        "2026-11-22T09:30:00Z",
    )
    person = told["people"][0]
    assert person["name"] == "Zoë"
    assert person["emails"] == ["a@b.example", "c@d.example"]
    assert (person["stage"], person["let_go"], person["connected_on"]) == ("trusted", False, None)
    assert told["facts"][0] == {
        "id": 1,
        "person": 1,
        "kind": "private",
        "text": "Talks too much",
        "origin": "typed",
        "noted_on": None,
    }
    meeting = told["meetings"][0]
    assert (meeting["starts"], meeting["state"]) == ("2026-12-01T08:30", "agreed")
    assert meeting["created"] == "2026-11-22T09:30:00Z" and "starts_utc" not in meeting
    assert told["apart"] == [{"id": 1, "person": 1, "other": 2}]
    assert set(SECTIONS.values()) <= told.keys()
    assert "Zoë" in b"".join(document(store, NOW)).decode()


def test_every_kind_of_record_is_in_it_and_tried(store: Store) -> None:
    """Whoever adds a kind or a table adds it to the document, and to what is read back here."""
    assert [*SECTIONS] == [kind for kind in Kind if kind is not Kind.ME]
    assert {*RECORDS} == {*Kind} - {Kind.SETTING}
    tried = {SECTIONS[kind] for kind in RECORDS if kind is not Kind.ME}
    assert tried == {*KINDS}
    told = as_json(store)
    for kind, record in RECORDS.items():
        if kind is not Kind.ME:
            assert isinstance(told[SECTIONS[kind]], list)
            assert {field.name for field in fields(record)} <= columns(kind).keys()
    worked_out = {Keys, Remembered, Unindexed}  # by what is told, or at the next start
    assert {*every_table()} - worked_out == {table_of(kind) for kind in Kind}


def test_what_a_kill_left_unfinished_goes_the_next_time(store: Store, tmp_path: Path) -> None:
    path = written(store, tmp_path / "all.json")
    left = [tmp_path / f"again.visavis.ab12cd34.new{ending}" for ending in ("", "-wal", "-shm")]
    young = tmp_path / "again.visavis.ef56gh78.new"
    for each in (*left, young):
        each.touch()
    for each in left:
        os.utime(each, (0, 0))
    library_from(path, tmp_path / "again.visavis")
    assert young.exists() and not any(each.exists() for each in left)


def test_the_document_is_of_one_moment(store: Store) -> None:
    """What is written while it is being taken is not in it, in no table."""
    with store.transaction():
        store.people.add(Person(name="Maya"))
    pieces = document(store, NOW)
    head = next(pieces)
    with store.another() as elsewhere, elsewhere.transaction():
        ben = elsewhere.people.add(Person(name="Ben"))
        elsewhere.facts.add(Fact(person=ben.id, text="Late"))
    told = json.loads(head + b"".join(pieces))
    assert [person["name"] for person in told["people"]] == ["Maya"]
    assert told["facts"] == []


def test_ids_given_out_before_are_not_given_out_again(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        kept, gone = store.people.add_many([Person(name="Maya"), Person(name="Ben")])
    with store.transaction():
        store.people.remove(gone.id)
    library_from(written(store, tmp_path / "all.json"), tmp_path / "again.visavis")
    with Store.open(tmp_path / "again.visavis") as again:
        with again.transaction():
            assert again.people.add(Person(name="Ann")).id == gone.id + 1
        assert again.people.get(kept.id).name == "Maya"
        assert again.check(thorough=True) == ()


def test_what_was_read_back_is_found_by_its_words(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya Okafor"))
        store.facts.add(Fact(person=maya.id, text="Sails at Whitby"))
    library_from(written(store, tmp_path / "all.json"), tmp_path / "again.visavis")
    with Store.open(tmp_path / "again.visavis") as again:
        assert [hit.person_name for hit in again.search.find("whitby")] == ["Maya Okafor"]


def test_order_and_blanks_of_the_document_do_not_matter(store: Store, tmp_path: Path) -> None:
    """As another program may have written it anew: sorted, indented, with an old file's mark."""
    load_sample(store, TODAY, NOW)
    path = tmp_path / "all.json"
    path.write_text(json.dumps(as_json(store), indent=4, sort_keys=True), encoding="utf-8-sig")
    library_from(path, tmp_path / "again.visavis")
    with Store.open(tmp_path / "again.visavis") as again:
        assert again.people.all() == store.people.all()
        assert again.promises.all() == store.promises.all()


def test_what_an_older_version_could_not_say_is_as_in_a_new_record(tmp_path: Path) -> None:
    path = tmp_path / "all.json"
    path.write_text(
        '{"format": "visavis-library", "version": 1, "schema": 1,'
        ' "people": [{"id": 7, "name": "Maya"}], "facts": [{"id": 2, "person": 7}]}',
        encoding="utf-8",
    )
    library_from(path, tmp_path / "again.visavis")
    with Store.open(tmp_path / "again.visavis") as again:
        assert again.people.all() == [Person(id=7, name="Maya")]
        assert again.facts.all() == [Fact(id=2, person=7)]
        with again.transaction():
            assert again.people.add(Person(name="Ben")).id == 8


def test_a_long_record_is_read_across_what_is_read_at_a_time(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya"))
        store.facts.add_many(
            Fact(person=maya.id, text=letter * 900_000 + 'ß\\"\n😀') for letter in "aé😀"
        )
    library_from(written(store, tmp_path / "all.json"), tmp_path / "again.visavis")
    with Store.open(tmp_path / "again.visavis") as again:
        assert again.facts.all() == store.facts.all()


def test_a_library_that_holds_something_is_not_read_into(store: Store, tmp_path: Path) -> None:
    from planner.errors import PlannerError

    path = written(store, tmp_path / "all.json")
    with store.transaction():
        store.people.add(Person(name="Maya"))
    with pytest.raises(PlannerError, match="is not empty"):
        load(store, path)
    assert [person.name for person in store.people.all()] == ["Maya"]


def test_groups_and_who_was_met_there_come_back(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        maya = store.people.add(Person(name="Maya"))
        group = store.groups.add(Group(name="Chamber"))
        event = store.events.add(Event(group=group.id, day=TODAY - timedelta(days=3), fee=12.5))
        store.attendance.add(Attendance(event=event.id, person=maya.id))
    library_from(written(store, tmp_path / "all.json"), tmp_path / "again.visavis")
    with Store.open(tmp_path / "again.visavis") as again:
        assert again.attendance.met_at(maya.id) == store.attendance.met_at(maya.id)
