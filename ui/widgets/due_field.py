"""A day in words, such as "Friday", with the day it means shown beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.dates_in_words import due_from_words
from ui import day_wording
from ui.widgets.inputs import LineInput
from ui.widgets.layouts import Flow, button
from ui.widgets.text import Text


class DueField(QWidget):
    """A line for the words, chips for the usual ones, and what was understood.

    `name` is the line's objectName; without `tells` the day is shown elsewhere. The words are
    English, as `due_from_words` reads them; the chips show them translated.

    Signals:
        changed(): the words are different.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        today: date,
        *,
        chips: bool = True,
        tells: bool = True,
        example: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._tells = tells
        self.line = LineInput(example or self.tr("Friday, in 2 weeks, 3 December"))
        self.line.setObjectName(name)
        self.line.setAccessibleName(self.tr("By when"))
        self.line.textChanged.connect(self._on_changed)
        self._told = Text("", "small")
        self._told.setObjectName(f"{name}-day")
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self.line)
        if chips:
            flow = Flow(gap=5)
            for words, shown in (
                ("tomorrow", self.tr("Tomorrow")),
                ("friday", self.tr("Friday")),
                ("next week", self.tr("Next week")),
                ("in 2 weeks", self.tr("2 weeks")),
            ):
                chip = button(shown, self._on_chip, "chip", f"{name}-{words.replace(' ', '-')}")
                chip.setProperty("words", words)
                flow.addWidget(chip)
            column.addLayout(flow)
        column.addWidget(self._told)
        self._tell()

    def set_today(self, today: date) -> None:
        self._today = today
        self._tell()

    def words(self) -> str:
        return self.line.text().strip()

    def day(self) -> date | None:
        """The day the words mean; None for no words or some that are not understood."""
        return due_from_words(self.words(), self._today) if self.words() else None

    @property
    def understood(self) -> bool:
        """Whether the words mean a day, or there are none."""
        return not self.words() or self.day() is not None

    def show_words(self, words: str) -> None:
        self.line.show_value(words)
        self._tell()

    def say_wrong(self) -> None:
        """Points out that the words are not understood."""
        self._tell(wrong=True)
        self.line.setFocus()

    def _tell(self, *, wrong: bool = False) -> None:
        day = self.day()
        if day is not None:
            near = day.year == self._today.year
            self._told.setText(day_wording.long_day(day) if near else day_wording.day(day))
        elif wrong:
            self._told.setText(
                self.tr("Write a day such as “Friday” or “3 December”, or leave it empty.")
            )
        self._told.setVisible(wrong or (self._tells and day is not None))
        look = "alert" if wrong else "small"
        if self._told.property("look") != look:
            self._told.setProperty("look", look)
            self._told.style().unpolish(self._told)
            self._told.style().polish(self._told)

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def _on_chip(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.line.setText(str(chip.property("words")))
            self.line.setFocus()
