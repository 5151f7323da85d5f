"""Meetings in a list: every 1-2-1, and at its right the one chosen with all there is to it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.changes import Change, Kind
from planner.journeys.debrief_page import Note
from planner.journeys.given_files import given
from planner.journeys.meetings_page import Meetings, MeetingWith, meeting_with
from planner.journeys.question_library import question_library
from planner.journeys.what_was_said import noted_in
from ui.meeting_acts import MeetingActs
from ui.routes import Route
from ui.session import Session
from ui.taken_then import taken_then
from ui.widgets.meeting_list import MeetingList
from ui.widgets.meeting_view import MeetingView


class MeetingsBeside(QWidget):
    """Of the list, the 1-2-1 at its right follows it.

    Signals:
        wanted(Route): go there.
        sheet_wanted(int, int): a cheat-sheet for (person id, meeting id).
        given(): a calendar file was written, so calendars stand otherwise than shown.
    """

    wanted = Signal(Route)
    sheet_wanted = Signal(int, int)
    given = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._list = MeetingList(session.portraits)
        self._view = MeetingView()
        acts = MeetingActs(session, self, self._view, self._one)
        acts.wanted.connect(self.wanted)
        acts.sheet_wanted.connect(self.sheet_wanted)
        acts.given.connect(self.given)
        self._list.current_changed.connect(self._on_current)
        self._list.entered.connect(self._view.go_in)
        self._list.export_wanted.connect(acts.export_all)
        session.changed.connect(self._on_setting)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._list)
        across.addWidget(self._view, 1)

    @property
    def day(self) -> date:
        """The day of the 1-2-1 in sight, else today."""
        one = self._one()
        return one.meeting.starts.date() if one else self._session.today()

    @property
    def current(self) -> int:
        """The 1-2-1 in sight, by id; 0 for none."""
        return self._list.current

    def show_meetings(self, meetings: Meetings) -> str:
        """All of them; how many there are of each kind, in words."""
        self._list.show_meetings(meetings, self._session.today())
        return self._list.told(meetings)

    def choose(self, meeting_id: int) -> bool:
        """Goes to a 1-2-1; False when it is not there."""
        return self._list.choose(meeting_id)

    def refresh(self) -> None:
        """Shows the 1-2-1 chosen as it is kept now."""
        one = self._one()
        if one is None:
            return
        session = self._session
        now, today = session.now(), session.today()
        told, notes = given(session.store, one.meeting, now), self._notes(one.meeting.id)
        self._view.show_meeting(
            one,
            told,
            notes,
            now=now,
            today=today,
            zone=session.zone,
            portrait=session.portraits.of(one.person.id),
            taken=self._taken(one),
        )

    def say_nothing(self) -> None:
        """What was said of a 1-2-1 shown before is over."""
        self._view.said.say("")

    def go_in(self) -> None:
        """Puts the keyboard into the list."""
        self._list.go_in()

    def _taken(self, one: MeetingWith) -> str:
        """What is on at the other time that the guest proposes."""
        proposal = one.proposal
        if proposal is None:
            return ""
        return taken_then(self._session, proposal.starts_utc, proposal.minutes, but=one.meeting.id)

    def _one(self) -> MeetingWith | None:
        """The 1-2-1 in sight, as it is kept now."""
        return meeting_with(self._session.store, self._list.current, self._session.today())

    def _notes(self, meeting: int) -> tuple[Note, ...]:
        """What was noted when the two talked."""
        if not self._session.store.answers.of_meeting(meeting):
            return ()
        store = self._session.store
        return noted_in(store, question_library(store), meeting)

    def _on_current(self) -> None:
        self.say_nothing()
        self.refresh()

    def _on_setting(self, change: Change) -> None:
        """Another time that they proposed stands in a setting, as much does that is not shown."""
        if change.kinds == {Kind.SETTING} and self.isVisible():
            one = self._one()
            if one is not None and one.proposal != self._view.proposal:
                self.refresh()
