"""Merge with…: any two people made one, from a person's page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.joining import Detail
from planner.domain.people import Person
from planner.journeys.keep_people import remove_person
from tests.ui.drivers_duplicates import OTHER, TwoDriver
from ui.dialogs.merge_with import MergeWithDialog
from ui.session import Session


@pytest.fixture
def people(session: Session) -> list[Person]:
    with session.store.transaction():
        return session.store.people.add_many(
            (
                Person(name="Maya Okafor", company="Harbour"),
                Person(name="Maya Hill", company="Quay", emails=("hill@quay.example",)),
                Person(name="Priya Shah"),
            )
        )


@pytest.fixture
def dialog(session: Session, people: list[Person], qtbot: QtBot) -> MergeWithDialog:
    made = MergeWithDialog(session, people[0])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    return made


def type_and_enter(driver: TwoDriver, text: str, qtbot: QtBot) -> None:
    field = driver.find(QLineEdit, "merge-find")
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_the_other_is_found_by_typing_and_both_are_shown_before_they_are_one(
    dialog: MergeWithDialog, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    driver = TwoDriver(dialog)
    wanted: list[int] = []
    dialog.wanted.connect(wanted.append)
    type_and_enter(driver, "hill", qtbot)
    qtbot.waitUntil(lambda: driver.sees("side-by-side"))
    assert len(session.store.people.all()) == 3  # the same Enter has not merged them
    assert driver.focus() == "name-1"
    driver.choose(Detail.NAME, OTHER)
    driver.press("merge-them")
    made = session.store.people.get(people[0].id)
    assert (made.name, made.company, made.emails) == (
        "Maya Hill",
        "Harbour",
        ("hill@quay.example",),
    )
    assert wanted == [people[0].id] and not dialog.isVisible()
    session.undo_stack.undo()
    assert session.store.people.all() == people


def test_the_person_is_not_among_those_to_choose(dialog: MergeWithDialog, qtbot: QtBot) -> None:
    driver = TwoDriver(dialog)
    QTest.keyClicks(driver.find(QLineEdit, "merge-find"), "okafor")
    assert driver.sees("merge-nobody") and not driver.sees("merge-people")


def test_another_may_be_chosen_after_all(dialog: MergeWithDialog, qtbot: QtBot) -> None:
    driver = TwoDriver(dialog)
    type_and_enter(driver, "hill", qtbot)
    qtbot.waitUntil(lambda: driver.sees("side-by-side"))
    driver.press("merge-back")
    assert driver.focus() == "merge-find"
    driver.find(QLineEdit, "merge-find").clear()
    type_and_enter(driver, "shah", qtbot)
    qtbot.waitUntil(lambda: driver.sees("side-by-side"))
    assert driver.choices()["name"][1] == "Priya Shah"


def test_somebody_removed_meanwhile_is_said(
    dialog: MergeWithDialog, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    session.keep(remove_person, people[1].id)
    driver = TwoDriver(dialog)
    with qtbot.waitSignal(session.refused) as refused:
        type_and_enter(driver, "hill", qtbot)
    assert "not in the library any more" in refused.args[0]
    assert not dialog.isVisible()


def test_one_of_the_two_may_be_looked_at_instead(
    dialog: MergeWithDialog, people: list[Person], qtbot: QtBot
) -> None:
    driver = TwoDriver(dialog)
    wanted: list[int] = []
    dialog.wanted.connect(wanted.append)
    type_and_enter(driver, "hill", qtbot)
    qtbot.waitUntil(lambda: driver.sees("side-by-side"))
    shown = {driver.choices()["name"][0]: "open-1", driver.choices()["name"][1]: "open-2"}
    driver.press(shown["Maya Hill"])
    assert wanted == [people[1].id]


def test_cancel_is_there_for_both_as_well(
    dialog: MergeWithDialog, session: Session, people: list[Person], qtbot: QtBot
) -> None:
    driver = TwoDriver(dialog)
    type_and_enter(driver, "hill", qtbot)
    qtbot.waitUntil(lambda: driver.sees("side-by-side"))
    driver.press("cancel-merge")
    assert not dialog.isVisible()
    assert session.store.people.all() == people
