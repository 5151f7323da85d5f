"""What is given out of a plan: calendar files, the message, the cheat-sheet; and its state."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.domain.meetings import CalledOff, Meeting, State
from planner.journeys.answer_invitation import invited_as
from planner.journeys.given_files import given
from planner.journeys.plan_meeting import mark
from planner.journeys.write_to_guest import (
    Letter,
    Missing,
    letter,
    missing_for_answer,
    missing_for_invitation,
    missing_for_mail,
)
from ui import calling_off, plan_wording
from ui.calendar_files import CalendarFiles, open_file
from ui.mail import hand_over
from ui.planning import Pending, Planning
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.plan_actions import PlanActions


class PlanGiving(QObject):
    """Does what the buttons say; whatever needs the 1-2-1 plans it first.

    A message that names a time counts as a proposal, so copying or sending it plans the 1-2-1:
    else the time would stay on offer, and the person be suggested again. Without a time, the
    message and the cheat-sheet are given out alone.

    Signals:
        giving(): something is about to be given out; what was typed last is to be taken.
        kept(): the 1-2-1 was planned, or changed as wished.
        given(): something was written that the page tells of.
        time_wanted(): a time is to be chosen first.
        wanted(Route), sheet_wanted(int, int): as a page's.
    """

    giving = Signal()
    kept = Signal()
    given = Signal()
    time_wanted = Signal()
    wanted = Signal(Route)
    sheet_wanted = Signal(int, int)

    def __init__(
        self, session: Session, planning: Planning, actions: PlanActions, page: QWidget
    ) -> None:
        super().__init__(page)
        self._session = session
        self._planning = planning
        self._said = actions.said
        self._files = CalendarFiles(session, page)
        self._files.saved.connect(self._on_saved)
        actions.acted.connect(self._on_acted)
        actions.said.wanted.connect(self.wanted)
        actions.said.open_wanted.connect(self._on_open)

    def agree(self) -> None:
        """The guest said yes."""
        meeting, label = self._planning.meeting, self.tr("{name} said yes")
        if meeting is not None and meeting.theirs:
            wished = given(self._session.store, meeting, self._session.now()).counters
            label = label if wished else self.tr("You said yes")
        self._mark(label, State.AGREED)

    def call_off(self, by: CalledOff) -> None:
        page, meeting = self._planning.page, self._planning.meeting
        if page is not None and meeting is not None:
            calling_off.call_off(self._session, meeting, page.person, by)

    def write_again(self, invite: bool) -> None:
        """Writes a file as the 1-2-1 is kept, whatever else is wished by now."""
        page, meeting = self._planning.page, self._planning.meeting
        if page is None or meeting is None or (invite and not self._can_invite()):
            return
        day = meeting.starts.date().isoformat()
        path = self._files.where_to(
            page.person, day, invite=invite, state=meeting.state, answer=meeting.theirs
        )
        if path is not None:
            self._files.write(meeting.id, path, invite=invite)

    def _mark(self, label: str, state: State) -> None:
        if self._planning.page is not None:
            name = plan_wording.called(self._planning.page.person)
            about = self._planning.meeting_id
            self._session.do(label.format(name=name), mark, about, state, self._session.now())

    def _on_acted(self, name: str) -> None:
        self.giving.emit()
        self._said.say("")
        {
            "change": self._keep,
            "plan-it": self._keep,
            "save-calendar": self._save_calendar,
            "save-invitation": self._save_invitation,
            "copy-message": self._copy_message,
            "prepare": self._prepare,
            "sheet": self._print_sheet,
            "mail": self._send,
        }[name]()

    def _keep(self) -> Meeting | None:
        """Plans it, or keeps its changes; None when there is no time yet, or it is refused."""
        planning = self._planning
        if planning.page is None or not self._has_time():
            return None
        starts, person = planning.wish.starts, planning.page.person
        assert starts is not None
        planned_before, pending = planning.meeting is not None, planning.pending
        if planned_before:
            label = plan_wording.changed(person, pending, starts, self._session)
        else:
            label = plan_wording.planned(person, starts, self._session)
        kept = planning.keep(label)
        if kept is not None and (pending is not Pending.NOTHING or not planned_before):
            self.kept.emit()
        return kept

    def _has_time(self) -> bool:
        if self._planning.wish.starts is not None:
            return True
        self._said.say_wrong(self.tr("Choose a time first."))
        self.time_wanted.emit()
        return False

    def _answers(self) -> bool:
        """Whether they invited the user."""
        meeting = self._planning.meeting
        return meeting is not None and meeting.theirs

    def _can_invite(self) -> bool:
        page, meeting, me = self._planning.page, self._planning.meeting, self._session.me
        if page is None:
            return False
        if meeting is not None and meeting.theirs:
            address = invited_as(self._session.store, meeting)
            return self._reachable(missing_for_answer(me, address))
        return self._reachable(missing_for_invitation(me, page.person))

    def _reachable(self, missing: Missing) -> bool:
        """Whether nobody's address is missing; else says whose, with the way to add it."""
        page = self._planning.page
        if missing is Missing.NOTHING or page is None:
            return page is not None
        sentence, link = plan_wording.missing(missing, page.person, answer=self._answers())
        route = Route(Where.ME)
        if missing is Missing.THEIRS:
            route = Route(Where.PEOPLE, person=page.person.id)
        self._said.say_wrong(sentence, link, route)
        return False

    def _save_calendar(self) -> None:
        self._save(invite=False)

    def _save_invitation(self) -> None:
        if self._can_invite():
            self._save(invite=True)

    def _save(self, *, invite: bool) -> None:
        """Asks where to first, so that nothing is planned when the user thinks better of it."""
        planning = self._planning
        if planning.page is None or not self._has_time():
            return
        assert planning.wish.starts is not None
        day = planning.wish.starts.date().isoformat()
        path = self._files.where_to(
            planning.page.person,
            day,
            invite=invite,
            state=State.PROPOSED,
            answer=self._answers(),
        )
        if path is not None and (kept := self._keep()) is not None:
            self._files.write(kept.id, path, invite=invite)

    def _copy_message(self) -> None:
        if self._planning.wish.starts is None or self._keep() is not None:
            self._copy()
            self._said.say(self.tr("The message is copied."))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._planning.wish.message)

    def _prepare(self) -> None:
        """On to where it is prepared; what was typed is kept by leaving."""
        planning = self._planning
        self.wanted.emit(
            Route(Where.PREPARE, person=planning.person_id, meeting=planning.meeting_id)
        )

    def _print_sheet(self) -> None:
        planning = self._planning
        if planning.wish.starts is None or self._keep() is not None:
            self.sheet_wanted.emit(planning.person_id, planning.meeting_id)

    def _send(self) -> None:
        page = self._planning.page
        if page is None or not self._reachable(missing_for_mail(page.person)):
            return
        if self._planning.wish.starts is not None and self._keep() is None:
            return
        subject = plan_wording.subject(self._planning, self._session)
        mail = letter(page.person, subject, self._planning.wish.message)
        if mail is not None:
            self._open_mail(mail)

    def _open_mail(self, mail: Letter) -> None:
        """Opens a new mail to the guest."""
        handed = hand_over(mail, self._planning.wish.message)
        if handed.opened:
            self._said.say(handed.words)
        else:
            self._said.say_wrong(handed.words)

    def _on_saved(self, path: str) -> None:
        self.given.emit()
        self._said.say(self.tr("Saved: {path}").format(path=path), path)

    def _on_open(self, path: str) -> None:
        if not open_file(path):
            self._said.say_wrong(
                self.tr("No calendar program answered. The file is {path}.").format(path=path)
            )
