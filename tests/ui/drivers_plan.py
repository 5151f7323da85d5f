"""What a user does and reads where 1-2-1s are planned, and in the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QObject, Qt, QTime, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDateEdit,
    QFileDialog,
    QPlainTextEdit,
    QTableView,
    QTimeEdit,
    QWidget,
)

from tests.ui.drivers_talk import Driver
from ui.models.meetings import MeetingRole
from ui.widgets.text_button import TextButton
from ui.widgets.two_lines import Role


class PlanDriver(Driver):
    """The page on which a 1-2-1 is planned."""

    def slots(self) -> list[str]:
        """The free times in sight, such as "2026-11-24T10:00", day by day."""
        grid = self.find(QWidget, "slots")
        buttons = [made for made in grid.findChildren(QAbstractButton) if made.isVisible()]
        names = [made.objectName() for made in buttons if made.isEnabled()]
        return sorted(name.removeprefix("slot-") for name in names)

    def taken(self) -> list[str]:
        grid = self.find(QWidget, "slots")
        buttons = [made for made in grid.findChildren(QAbstractButton) if made.isVisible()]
        names = [made.objectName() for made in buttons if not made.isEnabled()]
        return sorted(name.removeprefix("slot-") for name in names)

    def best(self) -> dict[str, str]:
        """The best times, by name, as their buttons say them."""
        row = self.find(QWidget, "best-times")
        buttons = [made for made in row.findChildren(QAbstractButton) if made.isVisible()]
        return {made.objectName(): made.text() for made in buttons}

    def take(self, at: str) -> None:
        """Clicks a time such as "2026-11-24T10:00"."""
        self.press(f"slot-{at}")

    def chosen(self) -> str:
        return self.says("chosen-time")

    def at_slot(self) -> str:
        """The time the keyboard is on; "" when it is elsewhere."""
        name = self.focus()
        return name.removeprefix("slot-") if name.startswith("slot-") else ""

    def tab_to(self, name: str) -> None:
        """Presses Tab until the keyboard is on the widget of this name."""
        for _ in range(40):
            if self.focus() == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}")

    def tab_to_times(self) -> None:
        """Presses Tab until the keyboard is on a time."""
        for _ in range(20):
            if self.at_slot():
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError("Tab does not lead to the times")

    def wish(self, name: str, words: str) -> None:
        """Picks the length or part of the day as the keyboard does."""
        box = self.find(QComboBox, name)
        self.choose(name, words)
        box.activated.emit(box.currentIndex())

    def take_other(self, day: date, at: time) -> None:
        """Types a day and a time, and takes them."""
        if self.sees("another-time"):
            self.press("another-time")
        self.find(QDateEdit, "other-day-edit").setDate(QDate(day.year, day.month, day.day))
        self.find(QTimeEdit, "other-time").setTime(QTime(at.hour, at.minute))
        self.press("take-time")

    def answer(self, name: str, text: str) -> None:
        """Types over what stands in a field and goes on to the next."""
        self.type(name, text)
        QTest.keyClick(self.find(QWidget, name), Qt.Key.Key_Tab)

    def paste(self, name: str, text: str) -> None:
        """Puts text from elsewhere over what stands in a field: any letters, several lines."""
        field = self.find(QPlainTextEdit, name)
        field.setFocus()
        field.selectAll()
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def neutral_places(self) -> list[str]:
        row = self.find(QWidget, "neutral-places")
        return [
            link.text()
            for link in row.findChildren(QAbstractButton, "neutral-place")
            if link.isVisible()
        ]

    def take_place(self, name: str) -> None:
        row = self.find(QWidget, "neutral-places")
        for link in row.findChildren(QAbstractButton):
            if link.text() == name:
                QTest.mouseClick(link, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(f"{name} is not offered")

    def notes(self) -> list[str]:
        """What the page points out with a link, calendars that are out of date included."""
        return [note.words() for note in self.all(TextButton, "")] + [
            note.words()
            for name in (
                "change-other",
                "trip-days",
                "start-afresh",
                "old-invitation",
                "old-calendar",
            )
            for note in self.all(TextButton, name)
        ]

    def primary(self) -> list[str]:
        """The buttons in sight that are the primary one: one name."""
        return [
            made.objectName()
            for made in self.root.findChildren(QAbstractButton)
            if made.isVisible() and made.property("look") == "primary"
        ]


class MeetingsDriver(PlanDriver):
    """The list of 1-2-1s with the one beside it."""

    @property
    def view(self) -> QTableView:
        return self.find(QTableView, "meetings-list")

    def rows(self) -> list[tuple[str, ...]]:
        """A head as (words,), a 1-2-1 as (name, line below, state)."""
        model = self.view.model()
        found: list[tuple[str, ...]] = []
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            name = str(index.data())
            if index.data(MeetingRole.HEAD):
                found.append((name,))
            else:
                found.append((name, index.data(Role.SUBTITLE), index.data(MeetingRole.STATE)))
        return found

    def at_row(self) -> str:
        return str(self.view.currentIndex().data())


class SaveDialog:
    """Stands in for the system's dialog: takes the name it is told, and notes what is offered."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.offered: list[str] = []
        self.refuse = False
        self.name = ""  # instead of the one that is offered

    def ask(self, parent: object, title: str, offered: str, kinds: str) -> tuple[str, str]:
        self.offered.append(Path(offered).name)
        if self.refuse:
            return "", ""
        return str(self.folder / (self.name or Path(offered).name)), kinds

    def last(self) -> bytes:
        """What was saved under the name offered last."""
        return (self.folder / self.offered[-1]).read_bytes()


def save_into(folder: Path, monkeypatch: pytest.MonkeyPatch) -> SaveDialog:
    dialog = SaveDialog(folder)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog.ask)
    return dialog


class Opened(QObject):
    """Stands in for the programs that open links and files."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.links.append(bytes(url.toEncoded().data()).decode("ascii"))


@contextmanager
def opened(*schemes: str) -> Iterator[Opened]:
    """What is handed to other programs meanwhile."""
    catcher = Opened()
    for scheme in schemes:
        QDesktopServices.setUrlHandler(scheme, catcher, "take")
    try:
        yield catcher
    finally:
        for scheme in schemes:
            QDesktopServices.unsetUrlHandler(scheme)
