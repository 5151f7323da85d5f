"""The rows of the list of people, as tables."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from planner.domain.people import Person
from planner.domain.standing import Filter, Standing, Warmth
from ui.models.people import PeopleModel
from ui.widgets.two_lines import Role

PEOPLE = (
    Person(id=1, name="Ana Ferreira", role="Florist", company="Bloom & Stem"),
    Person(id=2, name="Ben Kowalski", city="Leeds"),
    Person(id=3, name="Maya Okafor", emails=("maya@harbour.example",)),
    Person(id=4, name="Zoë"),
)
STANDINGS = {
    1: Standing(Warmth.WARM, fits=True),
    2: Standing(Warmth.COLD),
    3: Standing(Warmth.COOLING, fits=True),
}


def table(model: PeopleModel) -> list[tuple[str, str, str]]:
    roles = (Qt.ItemDataRole.DisplayRole, Role.SUBTITLE, Role.DOT)
    rows = (model.index(row) for row in range(model.rowCount()))
    return [tuple(row.data(role) for role in roles) for row in rows]  # type: ignore[misc]


def filled() -> PeopleModel:
    model = PeopleModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_people(PEOPLE)
    return model


def test_a_row_a_person() -> None:
    model = filled()
    assert table(model) == [
        ("Ana Ferreira", "Florist · Bloom & Stem", "soft"),
        ("Ben Kowalski", "Leeds", "soft"),
        ("Maya Okafor", "maya@harbour.example", "soft"),
        ("Zoë", "", "soft"),
    ]
    model.show_standings(STANDINGS)
    assert [dot for *_, dot in table(model)] == ["pine", "ember", "gold", "soft"]


def test_narrowed_by_words_and_filters() -> None:
    model = filled()
    model.show_standings(STANDINGS)
    model.narrow("a", [Filter.FITS])
    assert [name for name, *_ in table(model)] == ["Ana Ferreira", "Maya Okafor"]
    model.narrow("a", [Filter.FITS, Filter.GOING_COLD])
    assert [name for name, *_ in table(model)] == ["Maya Okafor"]
    assert (model.row_of(3), model.row_of(1), model.narrowed) == (0, -1, True)
    model.narrow(" ", [])
    assert (model.rowCount(), model.narrowed, model.everybody) == (4, False, 4)


def test_what_is_typed_outlasts_new_people() -> None:
    model = filled()
    model.narrow("zoe", [])
    model.show_people((*PEOPLE, Person(id=5, name="Zoe Kane")))
    assert [name for name, *_ in table(model)] == ["Zoë", "Zoe Kane"]


def test_the_best_row_is_whose_name_begins_like_it() -> None:
    model = filled()
    model.narrow("k", [])
    assert [name for name, *_ in table(model)] == ["Ben Kowalski", "Maya Okafor"]
    assert model.best_row() == 0
    model.narrow("o", [])
    assert model.person(model.best_row()).name == "Maya Okafor"
    model.narrow("harbour", [])
    assert model.best_row() == 0
