"""Everything leaves in open forms, private notes only where they are asked for."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from planner.contacts.reading import read_file
from planner.domain.facts import Fact, FactKind
from planner.domain.groups import Attendance, Event, Group
from planner.domain.merging import Verdict
from planner.domain.people import Person
from planner.domain.photos import Photo
from planner.errors import PlannerError
from planner.journeys.export_library import (
    Form,
    export,
    export_json,
    form_of,
    invented,
    library_from_json,
)
from planner.journeys.import_contacts import apply_import, plan_import_of
from planner.journeys.load_sample import load_sample
from planner.storage.store import Store
from tests.builders import TODAY, a_person, many_people
from tests.contacts.vcard_lint import strict_cards
from tests.pictures import png

NOW = datetime(2026, 11, 22, 9, 30)
SECRET = "Talks of others behind their backs"


@pytest.fixture
def known(store: Store) -> Store:
    """The sample network, and something in confidence of its first person."""
    load_sample(store, TODAY, NOW)
    with store.transaction():
        store.facts.add(Fact(person=1, kind=FactKind.PRIVATE, text=SECRET))
        store.photos.add(Photo(person=1, data=png()))
    return store


def data_of(store: Store, form: Form, **wanted: object) -> bytes:
    return b"".join(export(store, form, NOW, **wanted).pieces)  # type: ignore[arg-type]


@pytest.mark.parametrize("form", [Form.VCARD, Form.CSV])
def test_what_is_private_leaves_only_where_it_is_asked_for(known: Store, form: Form) -> None:
    for private in (False, True):
        held = data_of(known, form, private=private).decode().replace("\r\n ", "").casefold()
        assert (SECRET.casefold() in held) == private
        assert ("stage" in held) == private  # how the user sees somebody is private too


def test_the_calendar_never_tells_it_and_the_json_always(known: Store) -> None:
    assert SECRET.encode() not in data_of(known, Form.CALENDAR, private=True)
    assert SECRET.encode() in data_of(known, Form.JSON)
    assert export(known, Form.JSON, NOW).private
    assert not export(known, Form.CALENDAR, NOW, private=True).private


@pytest.mark.parametrize("form", [Form.VCARD, Form.CSV])
def test_the_same_library_gains_nothing_from_its_own_export(
    known: Store, form: Form, tmp_path: Path
) -> None:
    for private in (False, True):
        path = tmp_path / f"people{form.value}"
        path.write_bytes(data_of(known, form, private=private))
        plan = plan_import_of(known, [read_file(path)])
        assert len(plan.entries) == 30
        assert {entry.verdict for entry in plan.entries} == {Verdict.SAME}


@pytest.mark.parametrize("form", [Form.VCARD, Form.CSV])
def test_another_library_has_everybody_of_it(known: Store, form: Form, tmp_path: Path) -> None:
    path = tmp_path / f"people{form.value}"
    path.write_bytes(data_of(known, form))
    plan = plan_import_of(None, [read_file(path)])
    assert plan.refused == plan.remarks == ()
    kept = {person.name: person for person in known.people.all()}
    assert len(plan.entries) == len(kept)
    for entry in plan.entries:
        was = kept[entry.person.name]
        for what in ("company", "role", "city", "emails", "phones", "birthday"):
            assert getattr(entry.person, what) == getattr(was, what)


@pytest.mark.parametrize("form", [Form.VCARD, Form.CSV])
def test_what_was_private_stays_so_in_another_library(
    known: Store, form: Form, tmp_path: Path
) -> None:
    path = tmp_path / f"people{form.value}"
    path.write_bytes(data_of(known, form, private=True))
    with Store.open(tmp_path / "other.visavis") as other:
        plan = plan_import_of(other, [read_file(path)])
        apply_import(other, plan, TODAY, small=bytes)
        (fact,) = [fact for fact in other.facts.all() if SECRET in fact.text]
        assert fact.private
        assert SECRET.encode() not in data_of(other, form)
        again = plan_import_of(other, [read_file(path)])
        assert {entry.verdict for entry in again.entries} == {Verdict.SAME}


def test_a_library_that_another_program_writes_to_can_still_be_exported(
    known: Store,
) -> None:
    first = data_of(known, Form.VCARD)  # makes what the cards' UIDs are made of
    with known.another() as own, known.transaction():
        known.people.add(a_person("Late Comer"))
        own.wait_at_most(0)
        assert data_of(own, Form.VCARD) == first


def test_some_people_alone(known: Store) -> None:
    made = export(known, Form.VCARD, NOW, people=[3, 1])
    cards = strict_cards(b"".join(made.pieces))
    assert made.people == len(cards) == 2
    assert {card.texts("FN")[0] for card in cards} == {"Maya Okafor", "Priya Shah"}


def test_groups_and_picture_are_on_the_card(known: Store) -> None:
    with known.transaction():
        group = known.groups.add(Group(name="Rotary, Leeds"))
        event = known.events.add(Event(group=group.id))
        known.attendance.add(Attendance(event=event.id, person=1))
    (card,) = strict_cards(data_of(known, Form.VCARD, people=[1]))
    assert "Rotary, Leeds" in card.pieces("CATEGORIES")
    assert len(card.properties["PHOTO"]) == 1


def test_a_person_has_the_same_uid_in_every_export_a_read_back_library_too(
    known: Store, tmp_path: Path
) -> None:
    def uids(store: Store) -> list[str]:
        return [card.properties["UID"][0][1] for card in strict_cards(data_of(store, Form.VCARD))]

    first = uids(known)
    assert uids(known) == first and len(set(first)) == 30
    path = tmp_path / "all.json"
    path.write_bytes(b"".join(export_json(known, NOW)))
    library_from_json(path, tmp_path / "again.visavis")
    with Store.open(tmp_path / "again.visavis") as again:
        assert uids(again) == first


def test_nobody_and_no_meeting_are_refused(store: Store) -> None:
    for form in (Form.VCARD, Form.CSV):
        with pytest.raises(PlannerError, match="nobody to export"):
            export(store, form, NOW)
    with pytest.raises(PlannerError, match="1-2-1"):
        export(store, Form.CALENDAR, NOW)
    assert json.loads(data_of(store, Form.JSON))["people"] == []


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.vcf", Form.VCARD), ("a.CSV", Form.CSV), ("a.b.ics", Form.CALENDAR), ("a.json", Form.JSON)],
)
def test_the_ending_says_the_form(name: str, form: Form) -> None:
    assert form_of(Path(name)) is form


@pytest.mark.parametrize("name", ["a", "a.txt", ".vcf", "a.vcf.gz", ""])
def test_any_other_ending_is_refused(name: str) -> None:
    with pytest.raises(PlannerError, match="does not say by its ending"):
        form_of(Path(name))


def test_ten_thousand_leave_a_few_at_a_time(store: Store) -> None:
    many_people(store)
    made = export(store, Form.VCARD, NOW)
    assert made.people == 10_000
    pieces = list(made.pieces)
    assert len(pieces) == 10_000 and max(map(len, pieces)) < 2_000
    pieces = list(export(store, Form.CSV, NOW).pieces)
    assert len(pieces) == 10_001
    assert max(map(len, export_json(store, NOW))) < 2_000


def test_a_person_added_while_it_is_read_does_not_stop_it(known: Store) -> None:
    pieces = export(known, Form.VCARD, NOW).pieces
    next(pieces)
    with known.transaction():
        known.people.add(a_person("Late Comer"))
        known.people.remove(30)
    assert len(list(pieces)) == 29


def test_the_export_tells_the_library_from_no_other_by_chance(tmp_path: Path) -> None:
    found = set()
    for name in ("a", "b"):
        with Store.open(tmp_path / f"{name}.visavis") as store:
            with store.transaction():
                store.people.add(Person(name="Maya"))
            (card,) = strict_cards(data_of(store, Form.VCARD))
            found.add(card.properties["UID"][0][1])
    assert len(found) == 2


@pytest.mark.parametrize("form", [Form.VCARD, Form.CSV])
def test_invented_people_stay_here_beside_real_ones(known: Store, form: Form) -> None:
    assert (export(known, form, NOW).people, invented(known)) == (30, 30)  # nobody else is there
    with known.transaction():
        real = known.people.add(Person(name="Nora Real"))
    made = export(known, form, NOW)
    assert (made.people, made.left_out) == (1, 30)
    assert b"Nora Real" in b"".join(made.pieces)
    named = export(known, form, NOW, people=[1, real.id])  # whoever is named leaves
    assert (named.people, named.left_out) == (2, 0)
    assert export(known, Form.JSON, NOW).people == 31
