"""A day and a time typed, for a 1-2-1 outside the times on offer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTimeEdit, QVBoxLayout, QWidget

from ui.widgets.day_input import DayInput
from ui.widgets.inputs import leave_wheel_to_page, set_text_in
from ui.widgets.layouts import Flow, button
from ui.widgets.text import Text

USUAL = time(9, 0)


class OtherTime(QWidget):
    """Day, time and a button to take them.

    Signals:
        chosen(object): the datetime that was typed, wall time; it may be one that cannot be.
    """

    chosen = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = DayInput(today, optional=False)
        self._day.setObjectName("other-day")
        self._day.setAccessibleName(self.tr("Day"))
        self._time = QTimeEdit()
        self._time.setObjectName("other-time")
        self._time.setAccessibleName(self.tr("Time"))
        self._time.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        set_text_in(self._time)
        leave_wheel_to_page(self._time)
        self._take = button(self.tr("Take this time"), self._on_take, name="take-time")
        self._wrong = Text("", "alert")
        self._wrong.setObjectName("other-time-wrong")
        self._wrong.hide()
        parts = Flow(gap=8)
        for part in (self._day, self._time, self._take):
            parts.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(parts)
        column.addWidget(self._wrong)
        self.show_value(datetime.combine(today + timedelta(days=1), USUAL))

    def value(self) -> datetime:
        shown = self._time.time()
        return datetime.combine(self._day.value() or date.min, time(shown.hour(), shown.minute()))

    def show_value(self, value: datetime) -> None:
        self._day.show_value(value.date())
        self._time.setTime(QTime(value.hour, value.minute))
        self.say_wrong("")

    def say_wrong(self, sentence: str) -> None:
        """Why that time cannot be; "" for nothing."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def focus_here(self) -> None:
        self._day.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_take(self) -> None:
        self.chosen.emit(self.value())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._take.setMinimumHeight(self._time.sizeHint().height())  # level with the fields
