"""What a search found, and what an import would do, as tables of rows.

name              | below                | at the right
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractListModel, Qt

from planner.domain.changes import Kind
from planner.domain.merging import Gain, Gained
from planner.domain.people import Person
from planner.journeys.import_contacts import plan_import_of, read_contacts
from planner.journeys.keep_people import add_person
from planner.journeys.search_library import Hit
from planner.storage.store import Store
from ui.models.hits import HitModel
from ui.models.import_preview import ImportPreviewModel, Part, rows_of
from ui.widgets.two_lines import Role

CARDS = """\
BEGIN:VCARD
VERSION:3.0
FN:Maya Okafor
ORG:Harbour & Co
TITLE:Mortgage adviser
EMAIL:maya@harbour.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Jonas Lindqvist
EMAIL:jonas@lindqvist.example
TEL:+46 8 123 456
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Priya Shah
EMAIL:priya@shah.example
END:VCARD
BEGIN:VCARD
VERSION:3.0
NOTE:nobody's
END:VCARD
"""


def table(model: QAbstractListModel) -> list[tuple[object, ...]]:
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return [(i.data(), i.data(Role.SUBTITLE), i.data(Role.ASIDE)) for i in indexes]


def test_hits_are_whose_and_what_and_of_which_kind() -> None:
    model = HitModel()
    model.show(
        [
            Hit(Kind.PERSON, 1, 1, "Maya Okafor", "Maya Okafor", "Mortgage adviser · Harbour & Co"),
            Hit(Kind.FACT, 4, 1, "Maya Okafor", "Interest", "Half-marathons"),
            Hit(Kind.MEETING, 9, 2, "Jonas Lindqvist", "1-2-1", "The Wharf"),
        ]
    )
    assert table(model) == [
        ("Maya Okafor", "Mortgage adviser · Harbour & Co", ""),
        ("Maya Okafor", "Half-marathons", "Known"),
        ("Jonas Lindqvist", "The Wharf", "1-2-1"),
    ]
    index = model.index(1, 0)
    assert index.data(Role.INITIALS) == "MO"
    assert index.data(Role.HUE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Maya Okafor, Half-marathons, Known"
    assert model.hit(2).id == 9


@pytest.mark.parametrize("kind", Kind)
def test_a_hit_of_any_kind_has_words(kind: Kind) -> None:
    model = HitModel()
    model.show([Hit(kind, 1, 0, "", "A title", "words around")])
    ((name, below, aside),) = table(model)
    assert (name, below) == ("A title", "words around")
    assert isinstance(aside, str)


@pytest.mark.parametrize("model", [HitModel, ImportPreviewModel])
def test_nothing_lies_below_a_row_or_beside_the_list(
    model: type[HitModel] | type[ImportPreviewModel],
) -> None:
    made = model()
    assert made.rowCount() == 0
    assert made.data(made.index(-1, 0)) is None
    made.show([])
    assert made.rowCount(made.index(0, 0)) == 0


def test_the_four_parts_of_a_preview(store: Store, tmp_path: Path) -> None:
    add_person(store, Person(name="Jonas Lindqvist", emails=("jonas@lindqvist.example",)))
    add_person(store, Person(name="Priya Shah", emails=("priya@shah.example",)))
    file = tmp_path / "phone.vcf"
    file.write_text(CARDS, encoding="utf-8")
    plan = plan_import_of(store, read_contacts([file]))
    parts = rows_of(plan)
    model = ImportPreviewModel()
    shown = {}
    for part in Part:
        model.show(parts[part])
        shown[part] = table(model)
    assert shown[Part.NEW] == [
        ("Maya Okafor", "Mortgage adviser · Harbour & Co · maya@harbour.example", None)
    ]
    assert shown[Part.CHANGED] == [("Jonas Lindqvist", "phone: +46 8 123 456", None)]
    assert shown[Part.SAME] == [("Priya Shah", "priya@shah.example", None)]
    ((where, reason, named),) = shown[Part.REFUSED]
    assert where and reason
    assert named == "phone.vcf"


def test_a_reader_is_told_both_lines(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text(CARDS, encoding="utf-8")
    model = ImportPreviewModel()
    model.show(rows_of(plan_import_of(store, read_contacts([file])))[Part.NEW])
    told = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Maya Okafor, Mortgage adviser · Harbour & Co · maya@harbour.example"


@pytest.mark.parametrize("what", Gained)
def test_everything_that_can_be_gained_has_words(what: Gained) -> None:
    model = ImportPreviewModel()
    assert model.gain_words(Gain(what, "new")).endswith(": new")
    assert model.gain_words(Gain(what, "new", "old")).endswith(": old → new")
