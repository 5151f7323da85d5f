"""Meetings: every 1-2-1 in a list beside the one chosen, in a month, or in an agenda."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.errors import PlannerError
from planner.journeys.meetings_page import VIEWS, MeetingRow, all_meetings, keep_view, view_kept
from ui.moving import Moving
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.agenda_view import AgendaView
from ui.widgets.layouts import (
    PAGE_MARGINS,
    Empty,
    button,
    in_the_middle,
    lay_out_page,
    line,
    page_head,
)
from ui.widgets.meetings_beside import MeetingsBeside
from ui.widgets.month_view import MonthView
from ui.widgets.text import Text
from ui.widgets.view_choice import ViewChoice

SECOND = 1000  # milliseconds
LONGEST_WAIT = 24 * 3600 * SECOND


class MeetingsPage(Page):
    """Three views of the same: list, month and agenda.

    It opens in the view that was used last; for a certain 1-2-1, in the list.
    """

    where = Where.MEETINGS
    shows = frozenset(
        {Kind.MEETING, Kind.PERSON, Kind.PHOTO, Kind.ME, Kind.CONVERSATION, Kind.ANSWER, Kind.TRIP}
    )
    tells_days = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._any = True  # 1-2-1s, until it is known
        self._just_opened = False  # the keyboard goes into the view, past the head
        self._next = QTimer(self)  # a 1-2-1 that begins or ends while the page is open moves on
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._on_time)
        self._list_due = QTimer(self)
        self._list_due.setSingleShot(True)
        self._list_due.setInterval(0)
        self._list_due.timeout.connect(self._on_list_due)
        self._list = MeetingsBeside(session)
        self._list.wanted.connect(self.wanted)
        self._list.sheet_wanted.connect(self.sheet_wanted)
        self._list.given.connect(self._on_given)
        moving = Moving(session, self)
        self._month = MonthView(session, moving)
        self._month.opened.connect(self._on_opened)
        self._month.day_opened.connect(self._on_day_opened)
        self._month.plan_wanted.connect(self._on_plan_on)
        self._agenda = AgendaView(session, moving)
        self._agenda.opened.connect(self._on_opened)
        self._agenda.plan_wanted.connect(self._on_plan_on)
        self._views = QStackedLayout()
        self._lay_out()
        session.diary.changed.connect(self._on_calendars)

    def _lay_out(self) -> None:
        self._line = Text("", "soft")
        self._line.setObjectName("meetings-line")
        self._choice = ViewChoice()
        self._choice.finished.connect(self._on_view)
        day = button(self.tr("1-2-1 day…"), self._on_plan_day, "quiet", "plan-day")
        day.setToolTip(self.tr("Several people back to back at one place (Ctrl+Shift+D)"))
        past = button(self.tr("Past 1-2-1…"), self._on_past, "quiet", "add-past-meeting")
        past.setToolTip(self.tr("Note one of long ago (Ctrl+Shift+H)"))
        title = Text(self.tr("Meetings"), "title")
        head = page_head(title, self._line, past, day, self._choice)
        left, top, right, _ = PAGE_MARGINS
        head.setContentsMargins(left, top, right, 10)
        whole, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addLayout(self._views, 1)
        whole.setLayout(column)
        self._either = QStackedLayout(self)
        self._either.setContentsMargins(0, 0, 0, 0)
        self._either.addWidget(whole)
        self._either.addWidget(self._empty())
        for view in (self._list, self._month, self._agenda):  # by now they have a page to be in
            self._views.addWidget(view)

    def open(self, route: Route) -> None:
        self._list.say_nothing()
        self.route = route
        self._just_opened = True
        self.session.calendars.ask()
        self._show_view("list" if route.meeting else view_kept(self.session.store))
        if self.clock_moved() or self._stale:
            self._stale = False
            self._fill()
        if route.meeting and not self._list.choose(route.meeting):
            self.session.refused.emit(
                self.tr("That 1-2-1 is not in the library any more. Choose another in the list.")
            )
        self._show_current()

    def refresh(self) -> None:
        self._fill()
        self._show_current()

    def _fill(self) -> None:
        """The list now where it is in sight, else once the view that is stands there."""
        if self._choice.value() == "list":
            self._fill_list()
        else:
            self._list_due.start()

    def _on_list_due(self) -> None:
        if self.isVisible():  # a closed window's library is closed as well
            self._fill_list()
        else:
            self._stale = True

    def _fill_list(self) -> None:
        meetings = all_meetings(self.session.store, self.session.now())
        self._line.setText(self._list.show_meetings(meetings))
        self._any = bool(len(meetings))
        self._show_either()
        self._wait_for(meetings.coming)

    def take_focus(self) -> None:
        focused = self.window().focusWidget()
        if self._either.currentIndex():  # there is none
            super().take_focus()
        elif self._just_opened or focused is None or not self.isAncestorOf(focused):
            self._just_opened = False
            self._go_in()

    def _go_in(self) -> None:
        """Puts the keyboard into the view in sight."""
        self._in_sight(self._choice.value()).go_in()

    def _in_sight(self, view: str) -> MeetingsBeside | MonthView | AgendaView:
        if view == "list":
            return self._list
        return self._month if view == "month" else self._agenda

    def _show_either(self) -> None:
        """Views, or what to do without any 1-2-1; what is free is seen without one as well."""
        named = self.session.calendars.named
        self._see_free.setVisible(named)
        views = self._any or (named and self._choice.value() != "list")
        self._either.setCurrentIndex(0 if views else 1)

    def _on_see_free(self) -> None:
        self._choice.show_value("month")
        self._on_view()

    def _show_view(self, view: str) -> None:
        self._choice.show_value(view)
        self._views.setCurrentIndex(VIEWS.index(view))
        self._show_either()
        if view == "list" and self._list_due.isActive():
            self._list_due.stop()
            self._fill_list()

    def _show_current(self) -> None:
        """Fills the view in sight."""
        self._in_sight(self._choice.value()).refresh()

    def _wait_for(self, coming: tuple[MeetingRow, ...]) -> None:
        """Looks again when the next 1-2-1 begins or ends."""
        now = self.session.now()
        moments = [one.meeting.starts_utc for one in coming] + [
            one.meeting.ends_utc for one in coming
        ]
        waits = [(moment - now).total_seconds() for moment in moments if moment > now]
        if waits:
            self._next.start(min(int(min(waits)) * SECOND + SECOND, LONGEST_WAIT))

    def _on_time(self) -> None:
        self._stale = True
        if self.isVisible():
            self.freshen()

    def _on_view(self) -> None:
        """Another view: it stands on what the one before stood on."""
        view = self._choice.value()
        before = VIEWS[self._views.currentIndex()]
        day = self._in_sight(before).day
        self._show_view(view)
        self.session.keep(keep_view, view)
        shown = self._in_sight(view)
        if isinstance(shown, MeetingsBeside):
            shown.refresh()
        else:
            shown.stand_on(day, self._list.current if before == "list" else 0)
        self._go_in()

    def _on_opened(self, meeting: int) -> None:
        self.wanted.emit(Route(Where.MEETINGS, meeting=meeting))

    def _on_day_opened(self, day: date) -> None:
        self._show_view("agenda")
        self.session.keep(keep_view, "agenda")
        self._agenda.stand_on(day)
        self._agenda.go_in()

    def _on_plan_on(self, day: date) -> None:
        from ui.dialogs.plan_on import PlanOnDialog

        dialog = PlanOnDialog(self.session, day, self)
        dialog.chosen.connect(self._on_whom)
        dialog.open()

    def _on_whom(self, person: int, day: date) -> None:
        self.wanted.emit(Route(Where.PLAN, person=person, day=day))

    def _on_calendars(self) -> None:
        if self.isVisible() and self._choice.value() != "list":  # a closed one reads no more
            with suppress(PlannerError):  # nobody asked; the next look shows it
                self._show_current()

    def _on_given(self) -> None:
        self._stale = True
        self.freshen()

    def _on_plan_day(self) -> None:
        self.act_wanted.emit("plan-day")

    def _on_past(self) -> None:
        self.act_wanted.emit("add-past")

    def _on_today(self) -> None:
        self.wanted.emit(Route(Where.TODAY))

    def _empty(self) -> QWidget:
        self._see_free = button(self.tr("See what is free"), self._on_see_free, name="see-free")
        empty = Empty(
            self.tr("No 1-2-1 is planned yet"),
            self.tr(
                "Today tells you whom to meet next, and why. Plan a 1-2-1 there or on a "
                "person's page, and it stands here with everything you need for it."
            ),
            button(self.tr("See whom to meet"), self._on_today, "primary", "see-today"),
            button(self.tr("Add a past 1-2-1…"), self._on_past, name="add-first-past"),
            self._see_free,
        )
        made, column = QWidget(), QVBoxLayout()
        heading = Text(self.tr("Meetings"), "title")
        heading.setObjectName("meetings-heading")
        told = Text(self.tr("Your 1-2-1s, those planned and those held"), "soft")
        lay_out_page(made, page_head(heading, told), column)
        column.addLayout(in_the_middle(empty))
        return made
