"""What a user does and reads of trips: their card, their form, and who is there on Today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDateEdit, QWidget

from tests.ui.drivers_talk import Driver
from tests.ui.drivers_window import LEFT, WindowDriver
from ui.widgets.text_button import TextButton
from ui.widgets.two_lines import Role


class TripsDriver(WindowDriver):
    """The window, as far as it is about trips."""

    # the card

    def trips(self) -> list[str]:
        """Each trip of the card as a reader is told it."""
        return [line.words() for line in self.page.all(TextButton, "trip")]

    def trip(self, city: str) -> TextButton:
        for line in self.page.all(TextButton, "trip"):
            if line.words().startswith(city):
                return line
        raise AssertionError(f"no trip to {city} is in sight")

    def open_trip(self, city: str) -> TripFormDriver:
        QTest.mouseClick(self.trip(city), LEFT)
        return self.form()

    # the form

    def form(self) -> TripFormDriver:
        dialog = self.dialog("trip-dialog").root
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        return TripFormDriver(dialog)

    # Today

    def there(self) -> dict[str, list[str]]:
        """Each card of who is there: its heading, and the people in it."""
        return {
            card.accessibleName(): [
                one.words() for one in Driver(card).all(TextButton, "name-there")
            ]
            for card in self.page.all(QWidget, "trip-there")
        }

    def plan_with(self, name: str) -> None:
        self._at(name, "plan-there")

    def look_at(self, name: str) -> None:
        self._at(name, "name-there")

    def everybody_there(self) -> list[tuple[str, str]]:
        """Each row of the list of all who are there: the name and what stands below it."""
        rows = self.dialog("people-there-dialog").find(QAbstractItemView, "people-there").model()
        found = [rows.index(row, 0) for row in range(rows.rowCount())]
        return [(str(one.data()), str(one.data(Role.SUBTITLE))) for one in found]

    def _at(self, name: str, part: str) -> None:
        for row in self.page.all(QWidget, "person-there"):
            person = Driver(row)
            if person.find(TextButton, "name-there").words().startswith(name):
                QTest.mouseClick(person.find(QAbstractButton, part), LEFT)
                return
        raise AssertionError(f"{name} is not there")


class TripFormDriver(Driver):
    """Where the user will be, and when."""

    def at_keyboard(self) -> QWidget:
        """The towns offered, while they are."""
        return QApplication.activePopupWidget() or super().at_keyboard()

    def offers_towns(self) -> bool:
        return QApplication.activePopupWidget() is not None

    def days(self) -> tuple[date, date]:
        first, last = (self._edit(name).date() for name in ("trip-starts", "trip-ends"))
        return _date(first), _date(last)

    def first_day(self, day: date) -> None:
        self._pick("trip-starts", day)

    def last_day(self, day: date) -> None:
        self._pick("trip-ends", day)

    def _pick(self, name: str, day: date) -> None:
        edit = self._edit(name)
        edit.setFocus()
        edit.setDate(QDate(day.year, day.month, day.day))
        edit.editingFinished.emit()

    def _edit(self, name: str) -> QDateEdit:
        return self.find(QDateEdit, f"{name}-edit")


def _date(of: QDate) -> date:
    return date(of.year(), of.month(), of.day())
