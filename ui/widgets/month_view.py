"""Meetings, month by month: each 1-2-1 on its day, to be opened, planned and moved there."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal

from planner.domain.meetings import Meeting
from planner.journeys.meetings_page import days_from
from ui import agenda_wording, day_wording
from ui.models.month import MonthModel, shown_with
from ui.moving import Moving
from ui.session import Session
from ui.widgets.calendar_view import EARLIEST, LATEST, CalendarView
from ui.widgets.day_foot import ctrl
from ui.widgets.layouts import Flow
from ui.widgets.month_grid import MonthGrid, month_on
from ui.widgets.state_marks import StateLegend


class MonthView(CalendarView):
    """The month of the day it stands on.

    Signals:
        day_opened(object): show everything on this date.
    """

    day_opened = Signal(object)

    def __init__(self, session: Session, moving: Moving) -> None:
        self._day = date.min  # it stands on this one
        self._shown = date.min  # the month in sight is this one's
        self._model = MonthModel()
        self._grid = MonthGrid(self._model)
        super().__init__(
            session,
            moving,
            self._grid,
            agenda_wording.translate("agenda", "The month before"),
            agenda_wording.translate("agenda", "The month after"),
        )
        self._model.setParent(self)
        self._grid.moved_on.connect(self._on_moved_on)
        self._grid.stepped.connect(self._on_stepped)
        self._grid.day_wanted.connect(self._on_day_wanted)
        self._grid.opened.connect(self.opened)
        self._grid.day_opened.connect(self.day_opened)
        self._grid.plan_wanted.connect(self.plan_on)
        self._grid.dropped.connect(self._on_dropped)
        self._grid.nudged.connect(self._on_nudged)
        head = Flow(gap=14)
        head.addWidget(self.bar)
        head.addWidget(StateLegend())
        self.lay_out(head)

    @property
    def day(self) -> date:
        return self._day

    @property
    def chosen(self) -> Meeting | None:
        return self._grid.chosen

    def stand_on(self, day: date, meeting: int = 0) -> None:
        self._day = min(max(day, EARLIEST), LATEST)
        begins, count = shown_with(self._shown) if self._shown != date.min else (date.min, 0)
        if not begins <= self._day < begins + timedelta(days=count):
            self._shown = self._day.replace(day=1)
        self._fill(meeting)

    def refresh(self) -> None:
        if (went := self.went()) is not None:
            self.stand_on(went.starts.date(), went.id)
        elif self._shown == date.min:
            self.show_today()
        else:
            chosen = self.chosen
            self._fill(chosen.id if chosen and self._grid.day.day == self._day else 0)

    def turn(self, pages: int) -> None:
        self._shown = min(max(month_on(self._shown, pages), EARLIEST), LATEST).replace(day=1)
        self.stand_on(month_on(self._day, pages))

    def _fill(self, chosen: int) -> None:
        session, today = self.session, self.session.today()
        begins, count = shown_with(self._shown)
        days = days_from(
            session.store, begins, count, session.zone, session.now(), session.diary.known()
        )
        self._model.show_days(days, self._shown, today, session.zone)
        self.bar.show_name(
            day_wording.month_and_year(self._shown),
            today=(today.year, today.month) == (self._shown.year, self._shown.month),
        )
        self.bar.repaint_icons()
        self._grid.stand_on(self._day, chosen)

    def _on_moved_on(self) -> None:
        day, chosen, today = self._grid.day, self._grid.chosen, self.session.today()
        if day.day == date.min:
            return
        self._day = day.day
        if chosen is not None:
            shown = self._model.shown
            name = shown.names[chosen.person]
            told = agenda_wording.one(chosen, name, self.session.zone, shown.now)
        else:
            told = agenda_wording.of_day(day) or self.tr("no 1-2-1")
        line = self.tr("{day}: {what}").format(
            day=day_wording.full_day(day.day, today.year), what=told
        )
        self.foot.show_line(
            line, self._hint(chosen), opens=chosen is not None, plans=day.day >= today
        )

    def _hint(self, chosen: Meeting | None) -> str:
        day, hints = self._grid.day, []
        if chosen is not None and chosen.planned:
            words = self.tr("Drag it to another day, or press {ctrl} and an arrow key.")
            hints.append(words.format(ctrl=ctrl()))
        if len(day.meetings) > 1:
            hints.append(self.tr("Space goes to the next one of the day."))
        if day.taken and not hints:
            taken = "; ".join(map(agenda_wording.taken, day.taken))
            hints.append(self.tr("Your calendar: {taken}").format(taken=taken))
        return " ".join(hints)

    def _on_stepped(self) -> None:
        self.foot.read_aloud(self._grid)

    def _on_day_wanted(self, day: date | None) -> None:
        """Another day; the month in sight stays while the next day or week is in it."""
        day = day or self.session.today()
        if self._model.index_of(day).isValid() and abs((day - self._day).days) < 28:
            self._day = day
            self._grid.stand_on(day)
            return
        self._shown = day.replace(day=1)
        self.stand_on(day)

    def _on_dropped(self, meeting: Meeting, day: date) -> None:
        self.follow(meeting, lambda: self.moving.to_day(meeting, day))

    def _on_nudged(self, meeting: Meeting, days: int) -> None:
        self.follow(meeting, lambda: self.moving.by_days(meeting, days))
