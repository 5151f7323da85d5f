"""The cheat-sheet's preview: the page, its paper, printing and the PDF."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from planner.domain.facts import Fact, FactKind
from planner.domain.meetings import Meeting
from planner.errors import PlannerError
from planner.storage.store import Store
from tests.builders import a_meeting, a_person
from tests.clocks import NOW
from tests.ui.drivers_talk import CTRL, Driver
from tests.ui.pdf_pages import read, words
from ui import printing
from ui.dialogs.sheet import SheetDialog
from ui.session import Session
from ui.sheet_paper import Paper
from ui.widgets.sheet_view import SheetView


@pytest.fixture(autouse=True)
def _somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A country with A4, whatever machine the tests run on."""
    monkeypatch.setattr(printing, "usual_paper", lambda: Paper.A4)


@pytest.fixture
def meeting(store: Store) -> Meeting:
    with store.transaction():
        maya = store.people.add(a_person())
        store.facts.add(Fact(person=maya.id, kind=FactKind.LIKE, text="Half-marathons"))
        store.facts.add(Fact(person=maya.id, kind=FactKind.PRIVATE, text="Xylograph"))
        return store.meetings.add(a_meeting(maya.id, NOW, place="The Wharf Coffee House"))


def shown(qtbot: QtBot, session: Session, person: int, meeting: int) -> Driver:
    dialog = SheetDialog(session, person, meeting)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return Driver(dialog)


def page(driver: Driver) -> str:
    return driver.find(SheetView, "sheet-view").text()


def test_it_shows_the_page_for_a_1_2_1_without_private_notes(
    qtbot: QtBot, session: Session, meeting: Meeting
) -> None:
    driver = shown(qtbot, session, 0, meeting.id)
    assert driver.root.windowTitle() == "1-2-1 with Maya Okafor"
    assert "The Wharf Coffee House" in page(driver)
    assert "Half-marathons" in page(driver)
    assert "Xylograph" not in page(driver)
    assert driver.focus() == "print"


def test_for_a_person_it_takes_the_next_1_2_1(
    qtbot: QtBot, session: Session, meeting: Meeting
) -> None:
    driver = shown(qtbot, session, meeting.person, 0)
    assert "The Wharf Coffee House" in page(driver)


def test_the_paper_is_remembered(qtbot: QtBot, session: Session, meeting: Meeting) -> None:
    driver = shown(qtbot, session, 0, meeting.id)
    view = driver.find(SheetView, "sheet-view")
    tall = view.heightForWidth(600)
    driver.press("paper-letter")
    assert view.heightForWidth(600) < tall
    again = shown(qtbot, session, 0, meeting.id)
    assert again.find(SheetView, "sheet-view").heightForWidth(600) == view.heightForWidth(600)
    assert session.store.settings.get("paper") == "letter"


def test_a_pocket_card_says_how_to_fold_it(
    qtbot: QtBot, session: Session, meeting: Meeting
) -> None:
    driver = shown(qtbot, session, 0, meeting.id)
    assert not driver.sees("sheet-fold")
    driver.press("paper-pocket")
    assert "fold the upper half back" in driver.says("sheet-fold")
    assert session.store.settings.get("paper") == "pocket"
    assert page(driver).startswith("Maya Okafor")
    large = driver.find(QCheckBox, "large-print")
    assert not large.isEnabled()
    driver.press("paper-a4")
    assert large.isEnabled() and not driver.sees("sheet-fold")


def test_large_print_is_remembered(qtbot: QtBot, session: Session, meeting: Meeting) -> None:
    driver = shown(qtbot, session, 0, meeting.id)
    usual = page(driver)
    driver.find(QCheckBox, "large-print").click()
    assert page(driver) != usual and "Maya Okafor" in page(driver)
    again = shown(qtbot, session, 0, meeting.id)
    assert again.find(QCheckBox, "large-print").isChecked()
    assert page(again) == page(driver)


def test_large_print_is_saved_and_printed_large(
    qtbot: QtBot, session: Session, meeting: Meeting, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    saved, printed = tmp_path / "saved.pdf", tmp_path / "printed.pdf"

    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(printed))
        return int(QDialog.DialogCode.Accepted.value)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(saved), ""))
    driver = shown(qtbot, session, 0, meeting.id)
    driver.find(QCheckBox, "large-print").click()
    driver.press("save-pdf")
    driver.press("print")
    for path in (saved, printed):
        (paper,) = read(path).pages
        assert words(paper) == " ".join(page(driver).split())


def test_what_the_printer_refuses_is_said(
    qtbot: QtBot, session: Session, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PlannerError("The printer takes no more.")

    said: list[str] = []
    accepted = int(QDialog.DialogCode.Accepted.value)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: accepted)
    monkeypatch.setattr(printing, "paint", refuse)
    monkeypatch.setattr("ui.dialogs.sheet.warn", lambda _, __, text: said.append(text))
    driver = shown(qtbot, session, 0, meeting.id)
    driver.press("print")
    assert said == ["The printer takes no more."]
    assert driver.says("sheet-told") == ""


def test_it_is_copied_as_text(qtbot: QtBot, session: Session, meeting: Meeting) -> None:
    driver = shown(qtbot, session, 0, meeting.id)
    driver.key(Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("Maya Okafor\n") and "[ ] I will:" in text
    assert "Half-marathons" in text and "Xylograph" not in text
    assert "Copied" in driver.find(QLabel, "sheet-told").accessibleName()


def test_one_1_2_1_of_a_day_offers_no_others(
    qtbot: QtBot, session: Session, meeting: Meeting
) -> None:
    driver = shown(qtbot, session, 0, meeting.id)
    assert not driver.sees("sheets-day")


def test_a_whole_day_is_shown_saved_and_copied_one_after_the_other(
    qtbot: QtBot, session: Session, meeting: Meeting, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    with session.store.transaction():
        tom = session.store.people.add(a_person(name="Tom Reyes"))
        session.store.meetings.add(a_meeting(tom.id, NOW + timedelta(hours=3)))
    driver = shown(qtbot, session, 0, meeting.id)
    tall = driver.find(SheetView, "sheet-view").heightForWidth(600)
    assert driver.find(QPushButton, "sheets-day").text() == "All 2 of 22 Nov"
    assert "Tom Reyes" not in page(driver)
    driver.press("sheets-day")
    assert page(driver).index("Maya Okafor") < page(driver).index("Tom Reyes")
    assert driver.find(SheetView, "sheet-view").heightForWidth(600) > 1.9 * tall
    assert driver.root.windowTitle() == "1-2-1s on 22 Nov"
    path = tmp_path / "day.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    driver.press("save-pdf")
    assert len(PdfReader(path).pages) == 2
    driver.press("copy-text")
    assert "Tom Reyes\n" in QGuiApplication.clipboard().text()
    driver.press("sheets-one")
    assert "Tom Reyes" not in page(driver)


def test_those_planned_together_are_shown_at_once(
    qtbot: QtBot, session: Session, meeting: Meeting
) -> None:
    with session.store.transaction():
        tom = session.store.people.add(a_person(name="Tom Reyes"))
        later = session.store.meetings.add(a_meeting(tom.id, NOW + timedelta(days=2)))
    dialog = SheetDialog(session, 0, meeting.id, together=(later.id, meeting.id))
    qtbot.addWidget(dialog)
    dialog.show()
    driver = Driver(dialog)
    assert page(driver).index("Tom Reyes") < page(driver).index("Maya Okafor")
    assert driver.find(QPushButton, "sheets-day").text() == "All 2"
    driver.press("sheets-one")
    assert "Tom Reyes" not in page(driver)


def test_it_is_saved_as_a_pdf_where_the_user_says(
    qtbot: QtBot,
    session: Session,
    meeting: Meeting,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "Maya.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    driver = shown(qtbot, session, 0, meeting.id)
    driver.key(Qt.Key.Key_S, CTRL)
    assert path.read_bytes().startswith(b"%PDF")
    assert str(path) in driver.find(QLabel, "sheet-told").accessibleName()


def test_thinking_better_of_it_saves_nothing(
    qtbot: QtBot, session: Session, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    driver = shown(qtbot, session, 0, meeting.id)
    driver.press("save-pdf")
    assert driver.says("sheet-told") == ""


def test_it_is_printed_on_the_paper_chosen(
    qtbot: QtBot,
    session: Session,
    meeting: Meeting,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "printed.pdf"
    used: list[QPageSize.PageSizeId] = []

    def accept(dialog: QPrintDialog) -> int:
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        used.append(printer.pageLayout().pageSize().id())
        return int(QDialog.DialogCode.Accepted.value)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    driver = shown(qtbot, session, 0, meeting.id)
    driver.press("paper-letter")
    driver.key(Qt.Key.Key_P, CTRL)
    assert used == [QPageSize.PageSizeId.Letter]
    assert path.read_bytes().startswith(b"%PDF")


def test_somebody_who_is_gone_has_no_sheet(qtbot: QtBot, session: Session) -> None:
    driver = shown(qtbot, session, 99, 0)
    assert "not in the library any more" in driver.says("sheet-wrong")
    assert not driver.sees("sheet-view")
    driver.key(Qt.Key.Key_Escape)
    assert not driver.root.isVisible()
