"""Meetings: every 1-2-1 in a list, and beside it the one chosen with what can become of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.guides import Library
from planner.domain.meetings import State
from planner.journeys.given_files import given
from planner.journeys.meetings_page import MeetingRow, MeetingWith, all_meetings, meeting_with
from planner.journeys.plan_meeting import cancel, mark
from planner.journeys.what_was_said import Note, noted_in, question_library
from planner.journeys.write_to_guest import Missing, missing_for_invitation
from ui import plan_wording
from ui.calendar_files import CalendarFiles, open_file
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.talk_early import talk_now
from ui.widgets.layouts import Empty, button, in_the_middle, lay_out_page, page_head
from ui.widgets.meeting_list import MeetingList
from ui.widgets.meeting_view import MeetingView
from ui.widgets.text import Text

SECOND = 1000  # milliseconds
LONGEST_WAIT = 24 * 3600 * SECOND


class MeetingsPage(Page):
    """The list at the left stays while the 1-2-1 at the right follows it."""

    where = Where.MEETINGS
    shows = frozenset(
        {Kind.MEETING, Kind.PERSON, Kind.PHOTO, Kind.ME, Kind.CONVERSATION, Kind.ANSWER}
    )
    tells_days = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._library: Library | None = None  # read when the first note is to be shown
        self._files = CalendarFiles(session, self)
        self._files.saved.connect(self._on_saved)
        self._next = QTimer(self)  # a 1-2-1 that begins or ends while the page is open moves on
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._on_time)
        self._list = MeetingList(session.portraits)
        self._list.current_changed.connect(self._on_current)
        self._list.entered.connect(self._on_entered)
        self._list.export_wanted.connect(self._files.export_all)
        self._view = MeetingView()
        self._view.acted.connect(self._on_acted)
        self._view.person_wanted.connect(self._on_person)
        self._view.file_wanted.connect(self._on_file)
        self._view.said.wanted.connect(self.wanted)
        self._view.said.open_wanted.connect(self._on_open)
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._list)
        beside.addWidget(self._view, 1)
        self._either = QStackedLayout(self)
        self._either.setContentsMargins(0, 0, 0, 0)
        self._either.addWidget(both)
        self._either.addWidget(self._empty())

    def open(self, route: Route) -> None:
        self._view.said.say("")
        self.route = route
        if self.clock_moved() or self._stale:
            self._stale = False
            self._fill_list()
        if route.meeting and not self._list.choose(route.meeting):
            self.session.refused.emit(
                self.tr("That 1-2-1 is not in the library any more. Choose another in the list.")
            )
        self._show_current()

    def refresh(self) -> None:
        self._fill_list()
        self._show_current()

    def _fill_list(self) -> None:
        meetings = all_meetings(self.session.store, self.session.now())
        self._list.show_meetings(meetings, self.session.today())
        self._either.setCurrentIndex(0 if len(meetings) else 1)
        self._wait_for(meetings.coming)

    def take_focus(self) -> None:
        focused = self.window().focusWidget()
        if not self._list.current:
            super().take_focus()
        elif focused is None or not self.isAncestorOf(focused):
            self._list.go_in()

    def _show_current(self) -> None:
        one = self._one()
        if one is not None:
            session = self.session
            now, today = session.now(), session.today()
            told, notes = given(session.store, one.meeting, now), self._notes(one.meeting.id)
            portrait = session.portraits.of(one.person.id)
            self._view.show_meeting(
                one, told, notes, now=now, today=today, zone=session.zone, portrait=portrait
            )

    def _notes(self, meeting: int) -> tuple[Note, ...]:
        """What was noted when the two talked."""
        if not self.session.store.answers.of_meeting(meeting):
            return ()
        if self._library is None:
            self._library = question_library()
        return noted_in(self.session.store, self._library, meeting)

    def _one(self) -> MeetingWith | None:
        """The 1-2-1 in sight, as it is kept now."""
        return meeting_with(self.session.store, self._list.current)

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

    def _on_current(self) -> None:
        self._view.said.say("")
        self._show_current()

    def _on_entered(self) -> None:
        self._view.go_in()

    def _on_person(self) -> None:
        if (one := self._one()) is not None:
            self.wanted.emit(Route(Where.PEOPLE, person=one.person.id))

    def _on_acted(self, name: str) -> None:
        one = self._one()
        if one is None:
            return
        self._view.said.say("")
        person, meeting = one.person.id, one.meeting.id
        if name == "start" and not (one.step or talk_now(self.session, self, one.meeting)):
            return
        routes = {
            "start": Route(Where.CONVERSATION, person=person, meeting=meeting),
            "note-it": Route(Where.DEBRIEF, person=person, meeting=meeting),
            "held-after-all": Route(Where.DEBRIEF, person=person, meeting=meeting),
            "change": Route(Where.PLAN, meeting=meeting),
            "plan-next": Route(Where.PLAN, person=person),
        }
        if name in routes:
            self.wanted.emit(routes[name])
        elif name == "sheet":
            self.sheet_wanted.emit(person, meeting)
        elif name in ("save-calendar", "save-invitation"):
            self._on_file(name == "save-invitation")
        else:
            self._say_how_it_stands(one, name)

    def _say_how_it_stands(self, one: MeetingWith, name: str) -> None:
        called, now = plan_wording.called(one.person), self.session.now()
        if name == "cancel-meeting":
            label = self.tr("1-2-1 with {name} called off").format(name=called)
            self.session.do(label, cancel, one.meeting.id, now)
            return
        label, state = {
            "agree": (self.tr("{name} said yes"), State.AGREED),
            "missed": (self.tr("{name} did not come"), State.MISSED),
        }[name]
        self.session.do(label.format(name=called), mark, one.meeting.id, state, now)

    def _on_file(self, invite: bool) -> None:
        one = self._one()
        if one is None:
            return
        missing = missing_for_invitation(self.session.me, one.person) if invite else Missing.NOTHING
        if missing:
            sentence, link = plan_wording.missing(missing, one.person)
            route = Route(Where.ME)
            if missing is Missing.THEIRS:
                route = Route(Where.PEOPLE, person=one.person.id)
            self._view.said.say_wrong(sentence, link, route)
            return
        day, state = one.meeting.starts.date().isoformat(), one.meeting.state
        path = self._files.where_to(one.person, day, invite=invite, state=state)
        if path is not None:
            self._files.write(one.meeting.id, path, invite=invite)

    def _on_saved(self, path: str) -> None:
        self._stale = True
        self.freshen()
        self._view.said.say(self.tr("Saved: {path}").format(path=path), path)

    def _on_open(self, path: str) -> None:
        if not open_file(path):
            self._view.said.say_wrong(
                self.tr("No calendar program answered. The file is {path}.").format(path=path)
            )

    def _on_today(self) -> None:
        self.wanted.emit(Route(Where.TODAY))

    def _empty(self) -> QWidget:
        empty = Empty(
            self.tr("No 1-2-1 is planned yet"),
            self.tr(
                "Today tells you whom to meet next, and why. Plan a 1-2-1 there or on a "
                "person's page, and it stands here with everything you need for it."
            ),
            button(self.tr("See whom to meet"), self._on_today, "primary", "see-today"),
        )
        made, column = QWidget(), QVBoxLayout()
        heading = Text(self.tr("Meetings"), "title")
        heading.setObjectName("meetings-heading")
        told = Text(self.tr("Your 1-2-1s, those planned and those held"), "soft")
        lay_out_page(made, page_head(heading, told), column)
        column.addLayout(in_the_middle(empty))
        return made
