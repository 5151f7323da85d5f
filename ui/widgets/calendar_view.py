"""What the month and the agenda have in common: which days, what is on them, and moving it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QTableView, QVBoxLayout, QWidget

from planner.domain.meetings import Meeting
from planner.journeys.move_meeting import Moved
from ui.moving import Moving
from ui.session import Session
from ui.widgets.day_foot import DayFoot
from ui.widgets.layouts import PAGE_MARGINS
from ui.widgets.span_bar import SpanBar

EARLIEST, LATEST = date(1971, 2, 1), date(2199, 11, 30)  # what zone rules can tell
AROUND = 10  # pixels above the days and below them


class CalendarView(QWidget):
    """A bar with which days are shown, the days, and below them what is stood on.

    Subclasses fill `days` in `refresh`, and tell what it stands on.

    Signals:
        opened(int): go into this 1-2-1.
        plan_wanted(object): plan a 1-2-1 on this date.
    """

    opened = Signal(int)
    plan_wanted = Signal(object)

    def __init__(
        self, session: Session, moving: Moving, days: QTableView, before: str, after: str
    ) -> None:
        """`before` and `after` say where the bar's arrows lead."""
        super().__init__()
        self.session, self.moving = session, moving
        self._days = days
        self._followed = 0  # the 1-2-1 just being moved: it stands where that goes
        self.bar = SpanBar(before, after)
        self.bar.turned.connect(self.turn)
        self.bar.today_wanted.connect(self.show_today)
        self.foot = DayFoot()
        self.foot.open_wanted.connect(self._on_open)
        self.foot.plan_wanted.connect(self._on_plan_here)

    def lay_out(self, *above: QWidget | QLayout) -> None:
        """Puts what stands `above` the days there, then the days and the foot."""
        column = QVBoxLayout(self)
        left, _, right, bottom = PAGE_MARGINS
        column.setContentsMargins(left, AROUND, right, bottom - AROUND)
        column.setSpacing(AROUND)
        for part in above:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addWidget(self._days, 1)
        column.addWidget(self.foot)

    @property
    def day(self) -> date:
        """The day it stands on."""
        raise NotImplementedError

    @property
    def chosen(self) -> Meeting | None:
        """The 1-2-1 it stands on; None where there is none."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Fills the days from the store; what it stands on stays."""
        raise NotImplementedError

    def stand_on(self, day: date, meeting: int = 0) -> None:
        """Shows a day, and there a 1-2-1; others than those in sight only where it must."""
        raise NotImplementedError

    def turn(self, pages: int) -> None:
        """Shows the days after those in sight, or before them below 0."""
        raise NotImplementedError

    def go_in(self) -> None:
        """Puts the keyboard on the days."""
        self._days.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_today(self) -> None:
        self.stand_on(self.session.today())

    def follow(self, meeting: Meeting, move: Callable[[], Moved | None]) -> None:
        """Moves a 1-2-1, and stands where it went."""
        self._followed = meeting.id
        move()
        self._followed = 0

    def went(self) -> Meeting | None:
        """The 1-2-1 that is just being moved, as it is kept by now; told once."""
        followed, self._followed = self._followed, 0
        return self.session.store.meetings.find(followed) if followed else None

    def plan_on(self, day: date) -> None:
        """Nothing is planned in the past."""
        if day >= self.session.today():
            self.plan_wanted.emit(day)

    def _on_open(self) -> None:
        if (chosen := self.chosen) is not None:
            self.opened.emit(chosen.id)

    def _on_plan_here(self) -> None:
        self.plan_on(self.day)
