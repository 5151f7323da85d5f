"""What a user does and reads where a 1-2-1 day is planned, and where places are kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QDate, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QTimeEdit,
)
from pytestqt.qtbot import QtBot

from tests.ui.drivers_talk import ALT, Driver
from tests.ui.drivers_window import WindowDriver
from ui import background
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.day_row import DayRow
from ui.widgets.text import Text
from ui.widgets.two_lines import Role

TICK = Qt.ItemDataRole.CheckStateRole


def shown(session: Session, view: QSettings, qtbot: QtBot) -> Iterator[WindowDriver]:
    """The window as the user has it before them; for fixtures."""
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.start()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield WindowDriver(made)
    assert background.wait_for_all()


class DayDriver(Driver):
    """The window with its three steps."""

    def settle(self) -> None:
        """Whom there is to choose from is there."""
        assert background.wait_for_all()
        QApplication.processEvents()

    # whom

    def offered(self) -> list[str]:
        model = self._list("day-people").model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def ticked(self) -> list[str]:
        model = self._list("day-people").model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return [
            str(row.data())
            for row in rows
            if row.data(TICK) is not None and Qt.CheckState(row.data(TICK)) is Qt.CheckState.Checked
        ]

    def tick_by_name(self, *names: str) -> None:
        for name in names:
            self.type("day-find", name)
            self.key(Qt.Key.Key_Return)
        self.type("day-find", "")

    # when and where

    def schedule(self) -> list[str]:
        """Each row in its order: "09:00 Maya Okafor", and what is wrong with it."""
        return [self._row_told(row) for row in self._rows()]

    def heads(self) -> list[str]:
        _let_it_settle()
        return [label.text() for label in self.all(Text, "day-head")]

    def move(self, name: str, key: Qt.Key) -> None:
        """Alt and an arrow, with the keyboard in somebody's time."""
        field = Driver(self._row(name)).find(QTimeEdit, "row-time")
        field.setFocus()
        QTest.keyClick(field, key, ALT)
        QApplication.processEvents()

    def set_time(self, name: str, digits: str) -> None:
        """Types a time over the one of a row, as "1130"."""
        field = Driver(self._row(name)).find(QTimeEdit, "row-time")
        field.setFocus()
        field.setCurrentSectionIndex(0)
        field.setSelectedSection(QTimeEdit.Section.HourSection)
        QTest.keyClicks(field, digits)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def set_place(self, name: str, place: str) -> None:
        field = Driver(self._row(name)).find(QLineEdit, "row-place")
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, place)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def end_by(self, hour: str) -> None:
        """Types another hour by which the day is over."""
        field = self.find(QTimeEdit, "day-last")
        field.setFocus()
        field.setSelectedSection(QTimeEdit.Section.HourSection)
        QTest.keyClicks(field, hour)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QApplication.processEvents()

    def pick_day(self, day: date) -> None:
        edit = self.find(QDateEdit, "day-first-day-edit")
        edit.setFocus()
        edit.setDate(QDate(day.year, day.month, day.day))
        edit.editingFinished.emit()
        QApplication.processEvents()

    def answer_choice(self, name: str, words: str) -> None:
        _answer_choice(self, name, words)

    def press_in(self, name: str, part: str) -> None:
        button = Driver(self._row(name)).find(QAbstractButton, part)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def may_go_on(self) -> bool:
        return self.find(QAbstractButton, "day-next").isEnabled()

    # what is given out

    def planned(self) -> list[tuple[str, str]]:
        """Each row: whom with, and when; what was done with it behind."""
        model = self._list("day-planned").model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return [(str(row.data()), str(row.data(Role.SUBTITLE))) for row in rows]

    def go_to(self, row: int) -> None:
        view = self._list("day-planned")
        view.setCurrentIndex(view.model().index(row, 0))

    def _list(self, name: str) -> QAbstractItemView:
        return self.find(QAbstractItemView, name)

    def _rows(self) -> list[DayRow]:
        _let_it_settle()
        rows = self.all(DayRow, "day-row")
        top = self.root
        return sorted(rows, key=lambda row: row.mapTo(top, row.rect().topLeft()).y())

    def _row(self, name: str) -> DayRow:
        for row in self._rows():
            if row.person.name == name:
                return row
        raise AssertionError(f"{name} has no row")

    def _row_told(self, row: DayRow) -> str:
        part = Driver(row)
        time = part.find(QTimeEdit, "row-time").text()
        wrong = part.says("row-wrong")
        return " ".join(each for each in (time, row.person.name, wrong) if each)


def _let_it_settle() -> None:
    """What was changed is worked out anew, then laid out."""
    for _ in range(3):
        QApplication.processEvents()


def _answer_choice(of: Driver, name: str, words: str) -> None:
    """Picks an entry of a list."""
    box = of.find(QComboBox, name)
    box.setFocus()
    of.choose(name, words)
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()


class PlacesDriver(Driver):
    """The window with all places."""

    def places(self) -> list[tuple[str, str]]:
        """Each row: the name; whose ground it is, and how often."""
        model = self.find(QAbstractItemView, "places").model()
        rows = (model.index(row, 0) for row in range(model.rowCount()))
        return [(str(row.data()), str(row.data(Role.SUBTITLE))) for row in rows]

    def choose_place(self, name: str) -> None:
        view = self.find(QAbstractItemView, "places")
        names = [name for name, _ in self.places()]
        view.setFocus()
        view.setCurrentIndex(view.model().index(names.index(name), 0))
        QApplication.processEvents()

    def fill(self, field: str, text: str) -> None:
        """Types over a field and leaves it by Enter."""
        self.type(field, text)
        self.key(Qt.Key.Key_Return)
        QApplication.processEvents()

    def answer_choice(self, name: str, words: str) -> None:
        _answer_choice(self, name, words)

    def act(self, name: str) -> None:
        self.press(name)
        QApplication.processEvents()
