"""Bringing people in, on a real library."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.domain.changes import Kind
from planner.domain.facts import FactKind, Origin
from planner.domain.groups import Event, Group
from planner.domain.me import Me
from planner.domain.merging import Gain, Gained, ImportPlan, Verdict
from planner.domain.people import Person, Stage
from planner.errors import PlannerError
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.keep_people import add_person, edit_person, remove_person
from planner.journeys.merge_people import merge
from planner.journeys.read_contacts import read_contacts
from planner.storage.store import Store

TODAY = date(2026, 11, 22)
LINKEDIN = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
CONNECTIONS = (
    LINKEDIN
    + "Maya,Okafor,https://www.linkedin.com/in/mayaok,,Harbour & Co,Adviser,03 Aug 2024\n"
    + "Ben,Kane,https://www.linkedin.com/in/benkane,,Kane Joinery,Owner,04 Aug 2024\n"
    + ",,,,,,05 Aug 2024\n"
)
GOOGLE = (
    "Name,Given Name,Family Name,Notes,Group Membership,E-mail 1 - Value,Phone 1 - Value,"
    "Organization 1 - Name,Organization 1 - Title\n"
    'Maya Okafor,Maya,Okafor,"Likes rye\nand rowing",* myContacts ::: Rowing,'
    "maya@harbour.example,0113 496 0000,Harbour & Co,Adviser\n"
    "Priya Shah,Priya,Shah,,* myContacts ::: Rowing,priya@b.example,,,\n"
)


def kept(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def bring_in(store: Store, *paths: Path) -> ImportPlan:
    plan = plan_import_of(store, read_contacts(paths))
    apply_import(store, plan, TODAY)
    return plan


def every_row(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that the library's tables hold."""
    with closing(sqlite3.connect(path)) as database:
        return {
            kind.value: database.execute(f'SELECT * FROM "{kind.value}" ORDER BY 1').fetchall()
            for kind in Kind
        }


def counts(plan: ImportPlan) -> list[tuple[int, int, int, int]]:
    return [(count.found, count.new, count.changed, count.same) for count in plan.files]


def test_linkedin_then_google(store: Store, tmp_path: Path) -> None:
    first = bring_in(store, kept(tmp_path, "Connections.csv", CONNECTIONS))
    assert counts(first) == [(2, 2, 0, 0)]
    assert first.refused[0][1].where == "row 4"
    maya, ben = sorted(store.people.all(), key=lambda person: person.name, reverse=True)
    assert (maya.name, maya.company, maya.stage) == ("Maya Okafor", "Harbour & Co", Stage.CONNECTED)
    assert maya.connected_on == date(2024, 8, 3)
    (met,) = store.attendance.met_at(maya.id)
    assert (met.label, met.day) == ("LinkedIn", None)
    assert [met.label for met in store.attendance.met_at(ben.id)] == ["LinkedIn"]

    second = bring_in(store, kept(tmp_path, "google.csv", GOOGLE))
    assert counts(second) == [(2, 1, 1, 0)]
    (changed,) = second.of(Verdict.CHANGED)
    assert changed.gains == (
        Gain(Gained.EMAIL, "maya@harbour.example"),
        Gain(Gained.PHONE, "0113 496 0000"),
        Gain(Gained.NOTE, "Likes rye\nand rowing"),
        Gain(Gained.GROUP, "Rowing"),
    )
    assert store.people.get(maya.id).emails == ("maya@harbour.example",)
    (fact,) = store.facts.of_person(maya.id)
    assert (fact.kind, fact.origin) == (FactKind.NOTE, Origin.IMPORT)
    assert (fact.text, fact.noted_on) == ("Likes rye\nand rowing", TODAY)
    assert {met.label for met in store.attendance.met_at(maya.id)} == {"LinkedIn", "Rowing"}
    assert len(store.groups.all()) == len(store.events.all()) == 2


def test_the_same_files_again_change_nothing(store: Store, tmp_path: Path) -> None:
    paths = kept(tmp_path, "Connections.csv", CONNECTIONS), kept(tmp_path, "google.csv", GOOGLE)
    bring_in(store, *paths)
    before = every_row(store.path)
    plan = plan_import_of(store, read_contacts(paths))
    assert counts(plan) == [(2, 0, 0, 2), (2, 0, 0, 2)]
    assert not apply_import(store, plan, TODAY)
    assert every_row(store.path) == before


MISSPELLED = (
    "BEGIN:VCARD\nVERSION:3.0\nFN:François O'rBien\nORG:Kane Joiners\nTEL:+44 113 496 0000\n"
    "END:VCARD\n"
)


def test_who_was_said_to_be_the_same_stays_it(store: Store, tmp_path: Path) -> None:
    brien = Person(name="François O'Brien", company="Kane Joinery", phones=("+441134960000",))
    _, brien = add_person(store, brien)
    phone = kept(tmp_path, "phone.vcf", MISSPELLED)
    plan = plan_import_of(store, read_contacts([phone]))
    (doubt,) = plan.doubts
    change = apply_import(store, plan.as_same([doubt]), TODAY)
    assert change.kinds == {Kind.ALIAS}
    again = bring_in(store, phone)
    assert counts(again) == [(1, 0, 0, 1)] and not again.doubts
    assert len(store.people.all()) == len(store.aliases.all()) == 1
    store.revert(change)
    assert plan_import_of(store, read_contacts([phone])).doubts
    store.revert(store.revert(apply_import(store, plan.as_same([doubt]), TODAY)))
    remove_person(store, brien.id)
    assert store.aliases.all() == []


def test_who_was_made_one_by_hand_stays_it(store: Store, tmp_path: Path) -> None:
    _, brien = add_person(store, Person(name="Frank Brien", company="Kane Joinery"))
    phone = kept(tmp_path, "phone.vcf", MISSPELLED)
    bring_in(store, phone)
    (gone,) = (person.id for person in store.people.all() if person.id != brien.id)
    merge(store, brien.id, gone)
    again = bring_in(store, phone)
    assert counts(again) == [(1, 0, 0, 1)] and not again.doubts


def test_a_name_corrected_by_hand_stays(store: Store, tmp_path: Path) -> None:
    phone = kept(tmp_path, "phone.vcf", MISSPELLED)
    bring_in(store, phone)
    (person,) = store.people.all()
    edit_person(store, replace(person, name="Frank O'Brien", company="Kane Joinery"))
    again = bring_in(store, phone)
    assert counts(again) == [(1, 0, 0, 1)] and not again.doubts


def test_what_was_corrected_by_hand_stays(store: Store, tmp_path: Path) -> None:
    connections = kept(tmp_path, "Connections.csv", CONNECTIONS)
    bring_in(store, connections)
    maya, ben = (store.people.get(id) for id in (1, 2))
    edit_person(store, replace(maya, company="Harbour Group", role="Partner"))
    edit_person(store, replace(ben, city="Leeds"))
    assert counts(bring_in(store, connections)) == [(2, 0, 0, 2)]
    moved = CONNECTIONS.replace("Kane Joinery", "Kane Roofs").replace("Adviser", "Head")
    plan = bring_in(store, kept(tmp_path, "later.csv", moved))
    assert [entry.known for entry in plan.of(Verdict.CHANGED)] == [replace(ben, city="Leeds")]
    remove_person(store, maya.id)
    assert store.settings.beginning("job of ") == {}


def test_undo_brings_the_old_library_back(store: Store, tmp_path: Path) -> None:
    bring_in(store, kept(tmp_path, "Connections.csv", CONNECTIONS))
    before = every_row(store.path)
    plan = plan_import_of(store, read_contacts([kept(tmp_path, "google.csv", GOOGLE)]))
    change = apply_import(store, plan, TODAY)
    after = every_row(store.path)
    assert change.kinds >= {Kind.PERSON, Kind.FACT, Kind.GROUP, Kind.EVENT, Kind.ATTENDANCE}
    undone = store.revert(change)
    assert every_row(store.path) == before
    store.reapply(change)
    assert every_row(store.path) == after
    assert undone


def test_a_group_that_is_there_is_used(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        group = store.groups.add(Group(name="rowing"))
        store.events.add(Event(group=group.id, name="Regatta", day=date(2026, 5, 1)))
    bring_in(store, kept(tmp_path, "google.csv", GOOGLE))
    assert [group.name for group in store.groups.all()] == ["rowing"]
    ongoing = [event for event in store.events.all() if event.day is None]
    assert len(ongoing) == 1
    assert len(store.attendance.of_event(ongoing[0].id)) == 2


def test_a_number_without_country_is_one_of_the_users_own(store: Store, tmp_path: Path) -> None:
    with store.transaction():
        store.me.put(Me(zone="Europe/London"))
        store.people.add(Person(name="Maya Okafor", phones=("+44 113 496 0000",)))
    path = kept(tmp_path, "p.csv", "Name,Phone\nM. Okafor,0113 496 0000\n")
    assert counts(plan_import_of(store, read_contacts([path]))) == [(1, 0, 0, 1)]
    assert counts(plan_import_of(store, read_contacts([path]), region="FR")) == [(1, 1, 0, 0)]


def test_a_preview_needs_no_library(tmp_path: Path) -> None:
    plan = plan_import_of(None, read_contacts([kept(tmp_path, "google.csv", GOOGLE)]))
    assert counts(plan) == [(2, 2, 0, 0)]
    assert [card.name for card in plan.files[0].reading.cards] == ["Maya Okafor", "Priya Shah"]


def test_a_preview_that_is_out_of_date_is_not_applied(store: Store, tmp_path: Path) -> None:
    plan = plan_import_of(store, read_contacts([kept(tmp_path, "google.csv", GOOGLE)]))
    apply_import(store, plan, TODAY)
    before = every_row(store.path)
    with pytest.raises(PlannerError, match="open the preview again"):
        apply_import(store, plan, TODAY)
    assert every_row(store.path) == before


def test_what_another_changed_since_the_preview_is_noticed(store: Store, tmp_path: Path) -> None:
    maya = add_person(store, Person(name="Maya Okafor"))[1]
    plan = plan_import_of(store, read_contacts([kept(tmp_path, "google.csv", GOOGLE)]))
    with store.another() as other:
        edit_person(other, replace(maya, city="Leeds"))
        with pytest.raises(PlannerError, match="open the preview again"):
            apply_import(store, plan, TODAY)
        edit_person(other, maya)
        apply_import(other, plan, TODAY)  # as it was, whoever asks
    assert store.people.count() == 1 + len(plan.of(Verdict.NEW))


def test_all_or_nothing(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_import_of(store, read_contacts([kept(tmp_path, "google.csv", GOOGLE)]))
    before = every_row(store.path)

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(store.attendance, "enter_many", full)
    with pytest.raises(OSError, match="disk full"):
        apply_import(store, plan, TODAY)
    assert every_row(store.path) == before


class Stopped(Exception):
    """What a user who cancels makes of the next word on how far it is."""


def test_how_far_it_is_is_told_to_the_end(store: Store, tmp_path: Path) -> None:
    readings = read_contacts([kept(tmp_path, "google.csv", GOOGLE)])
    planned: list[tuple[int, int]] = []
    plan = plan_import_of(store, readings, progress=lambda done, of: planned.append((done, of)))
    applied: list[tuple[int, int]] = []
    apply_import(store, plan, TODAY, lambda done, of: applied.append((done, of)))
    for told in (planned, applied):
        assert told == sorted(told) and told[-1][0] == told[-1][1] > 0


@pytest.mark.parametrize("word", [1, 2, 3, 4])
def test_stopped_in_the_middle_nothing_is_brought_in(
    store: Store, tmp_path: Path, word: int
) -> None:
    rows = "".join(f"P{n},Lee,https://www.linkedin.com/in/p{n},,,,\n" for n in range(12_000))
    plan = plan_import_of(
        store, read_contacts([kept(tmp_path, "Connections.csv", LINKEDIN + rows)])
    )
    before = every_row(store.path)
    told: list[int] = []

    def stop(done: int, of: int) -> None:
        told.append(done)
        if len(told) == word:
            raise Stopped

    with pytest.raises(Stopped):
        apply_import(store, plan, TODAY, stop)
    assert every_row(store.path) == before
    assert store.search.find("p7") == []
    assert apply_import(store, plan, TODAY)
    assert store.people.count() == 12_000


def test_planning_can_be_stopped(store: Store, tmp_path: Path) -> None:
    def stop(done: int, of: int) -> None:
        raise Stopped

    readings = read_contacts([kept(tmp_path, "google.csv", GOOGLE)])
    with pytest.raises(Stopped):
        plan_import_of(store, readings, progress=stop)


def test_ten_thousand_people(store: Store, tmp_path: Path) -> None:
    rows = "".join(
        f"P{n},Lee{n % 977},https://www.linkedin.com/in/p{n},,Acme {n % 50},Boss,03 Aug 2024\n"
        for n in range(10_000)
    )
    path = kept(tmp_path, "Connections.csv", LINKEDIN + rows)
    assert counts(bring_in(store, path)) == [(10_000, 10_000, 0, 0)]
    assert store.people.count() == 10_000
    assert counts(bring_in(store, path)) == [(10_000, 0, 0, 10_000)]
