"""A day in words, such as "Friday", with the day it means shown beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.dates_in_words import due_from_words, words_for
from ui import day_wording
from ui.widgets.inputs import LineInput
from ui.widgets.layouts import dress
from ui.widgets.text import Text


class DueField(QWidget):
    """A line for the words, and what was understood.

    `name` is the line's objectName; without `tells` the day is shown elsewhere. The words are
    English, as `due_from_words` reads them.

    Signals:
        changed(): the words are different.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        today: date,
        *,
        tells: bool = True,
        example: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._tells = tells
        self._taken_for: date | None = None
        self._holds: tuple[str, date] | None = None
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
        column.addWidget(self._told)
        self._tell()

    def set_today(self, today: date) -> None:
        self._today = today
        self._tell()

    def words(self) -> str:
        return self.line.text().strip()

    def day(self) -> date | None:
        """The day the words mean; None for no words or some that are not understood."""
        if self._holds is not None and self._holds[0] == self.words():
            return self._holds[1]
        return due_from_words(self.words(), self._today) if self.words() else None

    @property
    def understood(self) -> bool:
        """Whether the words mean a day, or there are none."""
        return not self.words() or self.day() is not None

    def show_words(self, words: str) -> None:
        self.line.show_value(words)
        self._tell()

    def show_day(self, day: date) -> None:
        """A day that holds already; also one that is past, which no words mean any more."""
        words = words_for(day, self._today)
        self._holds = (words, day)
        self.show_words(words)

    def take_for(self, day: date | None) -> None:
        """A day chosen elsewhere, to be told here while there are no words."""
        self._taken_for = day
        self._tell()

    def say_wrong(self) -> None:
        """Points out that the words are not understood."""
        self._tell(wrong=True)
        self.line.setFocus()

    def _tell(self, *, wrong: bool = False) -> None:
        day = self.day() or (None if self.words() else self._taken_for)
        if day is not None:
            near = day.year == self._today.year
            self._told.setText(day_wording.long_day(day) if near else day_wording.day(day))
        elif wrong:
            self._told.setText(
                self.tr("Write a day such as “Friday” or “3 December”, or leave it empty.")
            )
        self._told.setVisible(wrong or (self._tells and day is not None))
        dress(self._told, "alert" if wrong else "small")

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()
