"""When to meet again: in some weeks, on a day, or nothing said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.dates_in_words import due_from_words
from planner.domain.debrief_draft import Again
from planner.domain.meetings import Meeting
from ui import day_wording
from ui.widgets.due_field import DueField
from ui.widgets.inputs import TickInput
from ui.widgets.layouts import Card
from ui.widgets.segments import Segments
from ui.widgets.text import Text

WORDS = {
    Again.TWO_WEEKS: "in 2 weeks",
    Again.SIX_WEEKS: "in 6 weeks",
    Again.THREE_MONTHS: "in 3 months",
}


class DebriefAgain(Card):
    """Chips, and a line for a day of one's own.

    Signals:
        changed(): another day was chosen.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Meet again"), parent)
        self.setObjectName("debrief-again")
        self._today = today
        self._coming: Meeting | None = None
        self._when = Segments(
            "again",
            (
                (Again.TWO_WEEKS, self.tr("2 weeks")),
                (Again.SIX_WEEKS, self.tr("6 weeks")),
                (Again.THREE_MONTHS, self.tr("3 months")),
                (Again.ON_A_DAY, self.tr("A day…")),
                (Again.NO_DATE, self.tr("No date")),
            ),
        )
        self._day = DueField("again-on", today, tells=False)
        self._told = Text("", "small")
        self._told.setObjectName("again-told")
        self._plan = TickInput(self.tr("Plan it right after saving"))
        self._plan.setObjectName("again-plan")
        self._plan.finished.connect(self.changed)
        self._planned = Text("")
        self._planned.setObjectName("again-planned")
        self._when.finished.connect(self._on_chosen)
        self._day.changed.connect(self._on_typed)
        for part in (self._planned, self._when, self._day, self._told, self._plan):
            self.body.addWidget(part)

    def show_again(
        self,
        again: Again,
        words: str,
        today: date,
        *,
        plan: bool = False,
        coming: Meeting | None = None,
    ) -> None:
        """`plan` where the next 1-2-1 is to be planned at once; `coming` is planned already."""
        self._today = today
        self._coming = coming
        self._plan.show_value(plan)
        if coming is not None:
            words_of = self.tr("You meet again {when}: that is planned already.")
            self._planned.setText(words_of.format(when=day_wording.moment(coming.starts, today)))
        self._day.set_today(today)
        self._when.show_value(again)
        self._day.show_words(words)
        self._tell()

    def again(self) -> Again:
        return Again(self._when.value())

    def words(self) -> str:
        """The words of a day of one's own."""
        return self._day.words()

    def plans(self) -> bool:
        """Whether the next 1-2-1 is to be planned right after."""
        return self._coming is None and self._plan.value()

    def day(self) -> date | None:
        """The day from which they are suggested again; None for any."""
        if self._coming is not None:
            return None
        if self.again() is Again.ON_A_DAY:
            return self._day.day()
        words = WORDS.get(self.again())
        return due_from_words(words, self._today) if words else None

    def settle(self) -> bool:
        """False, pointed out, when a day was wanted and its words mean none."""
        if (
            self._coming is not None
            or self.again() is not Again.ON_A_DAY
            or self._day.day() is not None
        ):
            return True
        self._day.say_wrong()
        return False

    def _tell(self) -> None:
        free = self._coming is None
        self._planned.setVisible(not free)
        for part in (self._when, self._told, self._plan):
            part.setVisible(free)
        self._day.setVisible(free and self.again() is Again.ON_A_DAY)
        day = self.day()
        if day is None:
            self._told.setText(self.tr("Suggested again whenever it is time."))
        else:
            words = self.tr("Not suggested before {day}.")
            self._told.setText(words.format(day=day_wording.day(day)))

    def _on_chosen(self) -> None:
        self._tell()
        if self.again() is Again.ON_A_DAY:
            self._day.setFocus()
        self.changed.emit()

    def _on_typed(self) -> None:
        self._tell()
        self.changed.emit()
