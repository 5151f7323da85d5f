"""A calendar that drops from a button, to pick one day from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from ui.widgets.calendar import dress

WEEKS = 6  # that a month reaches into, at most
AROUND = 8  # pixels above and below a day together


class DayPopup(QFrame):
    """Closes by itself once a day is picked, by a click beside it, and by Escape.

    Signals:
        picked(date): this day is meant.
    """

    picked = Signal(object)

    def __init__(self, day: date, earliest: date, below: QWidget) -> None:
        super().__init__(below, Qt.WindowType.Popup)
        self._below = below
        self.setObjectName("day-popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._calendar = QCalendarWidget()
        self._calendar.setObjectName("day-popup-calendar")
        self._calendar.setAccessibleName(self.tr("Pick a date"))
        self._calendar.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        dress(self._calendar)
        self._calendar.clicked.connect(self._on_picked)
        self._calendar.activated.connect(self._on_picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._calendar)
        self.setFocusProxy(self._calendar)

    def drop(self) -> None:
        """Shows it below its button, or above where the screen ends, the keyboard in it."""
        self.resize(self._room_for_weeks())
        below, screen = self._below, self._below.screen().availableGeometry()
        corner = below.mapToGlobal(QPoint(0, below.height() + 2))
        if corner.y() + self.height() > screen.bottom():
            corner.setY(below.mapToGlobal(QPoint(0, 0)).y() - self.height() - 2)
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - self.width())))
        self.move(corner)
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _room_for_weeks(self) -> QSize:
        """Six weeks of days, the line of weekdays and the month; Qt's own hint cuts the last."""
        self._calendar.ensurePolished()
        hint = self._calendar.sizeHint()
        line = self._calendar.fontMetrics().lineSpacing()
        return QSize(hint.width(), max(hint.height(), (WEEKS + 1) * (line + AROUND) + 3 * line))

    def _on_picked(self, day: QDate) -> None:
        if not self.isVisible():  # a double click tells twice
            return
        self.close()
        self.picked.emit(date(day.year(), day.month(), day.day()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
