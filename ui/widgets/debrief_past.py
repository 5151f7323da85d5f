"""When and where a 1-2-1 of long ago was, as far as it is remembered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.meetings import Place
from planner.domain.past_days import PastDay, past_day_from_words
from ui import past_wording
from ui.widgets.field import Field
from ui.widgets.inputs import LineInput
from ui.widgets.layouts import Card, dress
from ui.widgets.place_input import PlaceInput
from ui.widgets.text import Text


class DebriefPast(Card):
    """A line for the day, in words, and one for the place.

    Signals:
        changed(): something else stands there.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("When and where"), parent)
        self.setObjectName("debrief-past")
        self._today = today
        self._when = LineInput(self.tr("14 May 2023, March 2021, last summer, 2019"))
        self._place = PlaceInput(self.tr("If you remember"))
        self._told = Text("", "small")
        self._told.setObjectName("past-when-told")
        self.body.addWidget(Field("past-when", self.tr("When, roughly is fine"), self._when))
        self.body.addWidget(self._told)
        self.body.addWidget(Field("past-place", self.tr("Where"), self._place))
        self._when.textChanged.connect(self._on_typed)
        self._place.textChanged.connect(self.changed)
        self.setFocusProxy(self._when)

    def show_past(self, when: str, place: str, places: Iterable[Place], today: date) -> None:
        """The words as they were typed; `places` are offered."""
        self._today = today
        self._when.show_value(when)
        self._place.show_value(place)
        self._place.offer(places)
        self._tell()

    def words(self) -> str:
        return self._when.text().strip()

    def place(self) -> str:
        return self._place.text().strip()

    def when(self) -> PastDay | None:
        """The day the words mean; None for no words, or some that are not understood."""
        return past_day_from_words(self.words(), self._today)

    def settle(self) -> bool:
        """False, pointed out, where the words mean no day."""
        if self.when() is not None:
            return True
        self._tell(wrong=True)
        self._when.setFocus()
        return False

    def _tell(self, *, wrong: bool = False) -> None:
        found = self.when()
        if found is not None:
            self._told.setText(past_wording.kept_as(found, self._today))
        elif wrong:
            self._told.setText(
                self.tr("Write a day that is past, such as “14 May 2023”, “last summer” or “2019”.")
            )
        self._told.setVisible(wrong or found is not None)
        dress(self._told, "alert" if wrong else "small")

    def _on_typed(self) -> None:
        self._tell()
        self.changed.emit()
