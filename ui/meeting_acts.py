"""What is done with the 1-2-1 that the Meetings page shows: its buttons, and its files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.conversation import Step
from planner.domain.meetings import CalledOff, State
from planner.journeys.answer_invitation import invited_as
from planner.journeys.given_files import given
from planner.journeys.meetings_page import MeetingWith, say_who_called_off
from planner.journeys.plan_meeting import mark
from planner.journeys.write_to_guest import Missing, missing_for_answer, missing_for_invitation
from ui import answering_proposals, calling_off, plan_wording, putting_off
from ui.calendar_files import CalendarFiles, open_file
from ui.routes import Route, Where
from ui.session import Session
from ui.talk_early import talk_now
from ui.widgets.meeting_view import MeetingView
from ui.widgets.proposal_strip import KEEP, TAKE

MONTH = 30  # days of "a month" in which somebody is left in peace


class MeetingActs(QObject):
    """Does what the view beside the list asks for.

    Signals:
        wanted(Route): go there.
        sheet_wanted(int, int): a cheat-sheet for (person id, meeting id).
        given(): a calendar file was written, so calendars stand otherwise than shown.
    """

    wanted = Signal(Route)
    sheet_wanted = Signal(int, int)
    given = Signal()

    def __init__(
        self,
        session: Session,
        page: QWidget,
        view: MeetingView,
        one: Callable[[], MeetingWith | None],
    ) -> None:
        """`one` tells the 1-2-1 in sight, as it is kept now."""
        super().__init__(page)
        self._session, self._page, self._view, self._one = session, page, view, one
        self._files = CalendarFiles(session, page)
        self._files.saved.connect(self._on_saved)
        view.acted.connect(self._on_acted)
        view.person_wanted.connect(self._on_person)
        view.file_wanted.connect(self._on_file)
        view.called_off.connect(self._on_called_off)
        view.said.wanted.connect(self.wanted)
        view.said.open_wanted.connect(self._on_open)

    def export_all(self) -> None:
        """Every 1-2-1 as one calendar."""
        self._files.export_all()

    def _on_person(self) -> None:
        if (one := self._one()) is not None:
            self.wanted.emit(Route(Where.PEOPLE, person=one.person.id))

    def _on_acted(self, name: str) -> None:
        one = self._one()
        if one is None:
            return
        self._view.said.say("")
        person, meeting = one.person.id, one.meeting.id
        begun = one.step not in (None, Step.PREPARED)
        if name == "start" and not (begun or talk_now(self._session, self._page, one.meeting)):
            return
        routes = {
            "start": Route(Where.CONVERSATION, person=person, meeting=meeting),
            "note-it": Route(Where.DEBRIEF, person=person, meeting=meeting),
            "note-more": Route(Where.DEBRIEF, person=person, meeting=meeting),
            "held-after-all": Route(Where.DEBRIEF, person=person, meeting=meeting),
            "prepare": Route(Where.PREPARE, person=person, meeting=meeting),
            "change": Route(Where.PLAN, meeting=meeting),
            "plan-next": Route(Where.PLAN, person=person),
        }
        if name in routes:
            self.wanted.emit(routes[name])
        elif name == "sheet":
            self.sheet_wanted.emit(person, meeting)
        elif name in ("save-calendar", "save-invitation"):
            self._on_file(name == "save-invitation")
        elif name in (TAKE, KEEP):
            answering_proposals.answer(self._session, one.meeting, one.person, name)
        elif name == "rest-month":
            putting_off.put_off(
                self._session, person, self._session.today() + timedelta(days=MONTH)
            )
        else:
            self._say_how_it_stands(one, name)

    def _say_how_it_stands(self, one: MeetingWith, name: str) -> None:
        called, now = plan_wording.called(one.person), self._session.now()
        meeting = one.meeting  # who says yes: whoever did not ask for this time
        mine = meeting.theirs and not given(self._session.store, meeting, now).counters
        label, state = {
            "agree": (
                self.tr("You said yes") if mine else self.tr("{name} said yes"),
                State.AGREED,
            ),
            "missed": (self.tr("{name} did not come"), State.MISSED),
        }[name]
        self._session.do(label.format(name=called), mark, one.meeting.id, state, now)

    def _on_called_off(self, by: CalledOff) -> None:
        one = self._one()
        if one is None:
            return
        self._view.said.say("")
        if one.meeting.planned:
            calling_off.call_off(self._session, one.meeting, one.person, by)
        else:
            label = calling_off.label(one.person, by)
            self._session.do(label, say_who_called_off, one.meeting.id, by)

    def _on_file(self, invite: bool) -> None:
        one = self._one()
        if one is None:
            return
        theirs = one.meeting.theirs
        missing = Missing.NOTHING
        if invite and theirs:
            address = invited_as(self._session.store, one.meeting)
            missing = missing_for_answer(self._session.me, address)
        elif invite:
            missing = missing_for_invitation(self._session.me, one.person)
        if missing:
            sentence, link = plan_wording.missing(missing, one.person, answer=theirs)
            route = Route(Where.ME)
            if missing is Missing.THEIRS:
                route = Route(Where.PEOPLE, person=one.person.id)
            self._view.said.say_wrong(sentence, link, route)
            return
        day, state = one.meeting.starts.date().isoformat(), one.meeting.state
        path = self._files.where_to(one.person, day, invite=invite, state=state, answer=theirs)
        if path is not None:
            self._files.write(one.meeting.id, path, invite=invite)

    def _on_saved(self, path: str) -> None:
        self.given.emit()
        self._view.said.say(self.tr("Saved: {path}").format(path=path), path)

    def _on_open(self, path: str) -> None:
        if not open_file(path):
            self._view.said.say_wrong(
                self.tr("No calendar program answered. The file is {path}.").format(path=path)
            )
