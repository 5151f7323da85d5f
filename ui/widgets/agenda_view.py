"""Meetings, day by day: what is on in the coming weeks, and what is free between."""

from __future__ import annotations

from datetime import date, timedelta

from planner.domain.meetings import Meeting
from planner.journeys.meetings_page import days_from
from ui import agenda_wording, day_wording
from ui.models.agenda import AgendaModel, AgendaRow
from ui.models.month import week_of
from ui.moving import Moving
from ui.session import Session
from ui.widgets.agenda_list import AgendaList
from ui.widgets.calendar_view import EARLIEST, LATEST, CalendarView
from ui.widgets.day_foot import ctrl
from ui.widgets.text import Text

SHOWN = 28  # days on a page


class AgendaView(CalendarView):
    """Four weeks, the first of them begun today unless other days are wanted."""

    def __init__(self, session: Session, moving: Moving) -> None:
        self._first = date.min  # the first day in sight
        self._model = AgendaModel()
        self._list = AgendaList(self._model)
        super().__init__(
            session,
            moving,
            self._list,
            agenda_wording.translate("agenda", "The weeks before"),
            agenda_wording.translate("agenda", "The weeks after"),
        )
        self._model.setParent(self)
        self._list.moved_on.connect(self._on_moved_on)
        self._list.opened.connect(self.opened)
        self._list.plan_wanted.connect(self.plan_on)
        self._list.today_wanted.connect(self.show_today)
        self._list.turned.connect(self.turn)
        self._list.dropped.connect(self._on_dropped)
        self._list.nudged.connect(self._on_nudged)
        self._nothing = Text(
            self.tr("Nothing is on in these weeks, and About me names no hours for 1-2-1s."), "soft"
        )
        self._nothing.setObjectName("agenda-nothing")
        self.lay_out(self.bar, self._nothing)

    @property
    def day(self) -> date:
        row = self._list.row
        return row.day if row.words else max(self._first, EARLIEST)

    @property
    def chosen(self) -> Meeting | None:
        return self._list.row.meeting

    def show_today(self) -> None:
        self._first = self.session.today()
        self._fill(0, self._first)

    def stand_on(self, day: date, meeting: int = 0) -> None:
        day = min(max(day, EARLIEST), LATEST)
        if self._first == date.min or not self._first <= day < self._first + timedelta(days=SHOWN):
            today = self.session.today()
            near = today <= day < today + timedelta(days=SHOWN)
            self._first = today if near else week_of(day)
        self._fill(meeting, day)

    def refresh(self) -> None:
        if (went := self.went()) is not None:
            self.stand_on(went.starts.date(), went.id)
        elif self._first == date.min:
            self.show_today()
        else:
            row = self._list.row
            self._fill(row.meeting.id if row.meeting else 0, row.day if row.words else None)

    def turn(self, pages: int) -> None:
        self._first = min(max(self._first + pages * timedelta(days=SHOWN), EARLIEST), LATEST)
        self._fill(0, self._first)

    def _fill(self, meeting: int, day: date | None) -> None:
        """Stands on the 1-2-1 afterwards, else on the day."""
        session = self.session
        days = days_from(
            session.store, self._first, SHOWN, session.zone, session.now(), session.diary.known()
        )
        held = self._list.verticalScrollBar().value()
        self._model.show_days(days, session.today(), session.zone)
        last = self._first + timedelta(days=SHOWN - 1)
        self.bar.show_name(
            day_wording.days_from_to(self._first, last),
            today=self._first <= session.today() <= last,
        )
        self.bar.repaint_icons()
        empty = self._model.rowCount() == 0
        self._nothing.setVisible(empty)
        self._list.setVisible(not empty)
        self._list.verticalScrollBar().setValue(held)
        self._list.stand_on(self._model.row_of(meeting, day))

    def _on_moved_on(self) -> None:
        one, today = self._list.row, self.session.today()
        if not one.words:
            self.foot.show_line("", "", opens=False, plans=False)
            return
        day = day_wording.full_day(one.day, today.year)
        line = self.tr("{day}: {what}").format(day=day, what=self._model.told(one))
        self.foot.show_line(
            line, self._hint(one), opens=one.meeting is not None, plans=one.day >= today
        )

    def _hint(self, one: AgendaRow) -> str:
        if one.meeting is not None and one.meeting.planned:
            words = self.tr(
                "{ctrl} with up or down moves it by a day, left or right by a quarter of an hour."
            )
            return words.format(ctrl=ctrl())
        return ""

    def _on_dropped(self, meeting: Meeting, day: date) -> None:
        self.follow(meeting, lambda: self.moving.to_day(meeting, day))

    def _on_nudged(self, meeting: Meeting, days: int, minutes: int) -> None:
        if minutes:
            self.follow(meeting, lambda: self.moving.by_minutes(meeting, minutes))
        else:
            self.follow(meeting, lambda: self.moving.by_days(meeting, days))
