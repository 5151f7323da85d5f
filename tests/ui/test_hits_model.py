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
from planner.journeys.import_contacts import plan_import_of
from planner.journeys.keep_people import add_person
from planner.journeys.read_contacts import read_contacts
from planner.journeys.search_library import Hit
from planner.storage.store import Store
from ui.bringing_in import Preview, as_given
from ui.import_choice import Choice, Part
from ui.import_wording import as_beginning, gain_words
from ui.models.hits import HitModel
from ui.models.import_preview import ImportPreviewModel
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
    model.show_rows(
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
    assert model.rows[2].id == 9


@pytest.mark.parametrize("kind", Kind)
def test_a_hit_of_any_kind_has_words(kind: Kind) -> None:
    model = HitModel()
    model.show_rows([Hit(kind, 1, 0, "", "A title", "words around")])
    ((name, below, aside),) = table(model)
    # What the user looks for belongs to nobody.
    assert (name, below) == ("You" if kind is Kind.ASK else "A title", "words around")
    assert isinstance(aside, str)


def test_nothing_lies_below_a_row_or_beside_the_list() -> None:
    model = HitModel()
    assert model.rowCount() == 0
    assert model.data(model.index(-1, 0)) is None
    model.show_rows([])
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_preview_of_nothing_has_no_rows() -> None:
    model = ImportPreviewModel()
    for part in Part:
        model.show(Preview(), part)
        assert model.rowCount() == 0
        assert model.data(model.index(-1, 0)) is None
        assert model.row(model.index(-1, 0)) is None


def test_the_parts_of_a_preview(store: Store, tmp_path: Path) -> None:
    add_person(store, Person(name="Jonas Lindqvist", emails=("jonas@lindqvist.example",)))
    add_person(store, Person(name="Priya Shah", emails=("priya@shah.example",)))
    file = tmp_path / "phone.vcf"
    file.write_text(CARDS, encoding="utf-8")
    preview = Preview(Choice(plan_import_of(store, read_contacts([file]))))
    model = ImportPreviewModel()
    shown = {}
    for part in Part:
        model.show(preview, part)
        shown[part] = table(model)
    assert shown[Part.NEW] == [
        ("Maya Okafor", "Mortgage adviser · Harbour & Co · maya@harbour.example", "")
    ]
    assert shown[Part.CHANGED] == [("Jonas Lindqvist", "Phone +46 8 123 456", "")]
    assert shown[Part.SAME] == [("Priya Shah", "priya@shah.example", "")]
    ((where, reason, named),) = shown[Part.REFUSED]
    assert where and reason
    assert named == "phone.vcf"


def test_a_reader_is_told_both_lines(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_text(CARDS, encoding="utf-8")
    model = ImportPreviewModel()
    model.show(Preview(Choice(plan_import_of(store, read_contacts([file])))), Part.NEW)
    told = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Maya Okafor, Mortgage adviser · Harbour & Co · maya@harbour.example"


@pytest.mark.parametrize(
    ("what", "now", "told"),
    [
        (Gained.NAME, "Maya Okafor", "name Maya Okafor"),
        (Gained.COMPANY, "Harbour & Co", "company Harbour & Co"),
        (Gained.ROLE, "Adviser", "role Adviser"),
        (Gained.CITY, "Leeds", "city Leeds"),
        (Gained.EMAIL, "maya@harbour.example", "maya@harbour.example"),
        (Gained.PHONE, "+44 113 496 0142", "phone +44 113 496 0142"),
        (Gained.LINK, "https://www.linkedin.com/in/maya", "linkedin.com/in/maya"),
        (Gained.BIRTHDAY, "--01-22", "birthday 22 January"),
        (Gained.CONNECTED_ON, "2023-08-16", "connected 16 August 2023"),
        (Gained.NOTE, "Likes\nsailing", "note “Likes sailing”"),
        (Gained.GROUP, "LinkedIn", "met at LinkedIn"),
        (Gained.PHOTO, "", "a picture"),
    ],
)
def test_what_is_gained_reads_as_people_say_it(what: Gained, now: str, told: str) -> None:
    assert gain_words(Gain(what, now), as_given) == told


def test_what_it_takes_the_place_of_is_told() -> None:
    assert gain_words(Gain(Gained.COMPANY, "Beta", "Acme"), as_given) == "company Acme → Beta"


def test_the_most_telling_comes_first_and_a_line_begins_with_a_capital() -> None:
    gains = (
        Gain(Gained.LINK, "https://www.linkedin.com/in/maya"),
        Gain(Gained.CONNECTED_ON, "2023-08-16"),
        Gain(Gained.COMPANY, "Kanzlei Weber"),
    )
    told = "Company Kanzlei Weber · connected 16 August 2023 · linkedin.com/in/maya"
    assert as_beginning(gains, as_given) == told
    assert as_beginning(gains[:1], as_given) == "linkedin.com/in/maya"  # an address as it is
