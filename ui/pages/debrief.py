"""The debrief: three minutes, alone again, for what a 1-2-1 leaves behind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.debrief import Evidence, StepUp
from planner.domain.facts import Fact
from planner.domain.guides import Library
from planner.domain.meetings import CalledOff, State
from planner.domain.promises import Promise
from planner.errors import NotFound
from planner.journeys.debrief_meeting import step_up
from planner.journeys.debrief_page import (
    ToDebrief,
    debrief_page,
    keep_draft,
    not_held,
    save_debrief,
)
from planner.journeys.fit_questions import FitQuestion, may_ask_after, question_after
from planner.journeys.follow_up import remove_promise
from planner.journeys.keep_people import remove_fact
from planner.journeys.question_library import question_library
from ui.background import run
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.running_talk import TRIED_AGAIN, TYPING_PAUSE
from ui.session import Session
from ui.widgets.debrief_form import DebriefForm

if TYPE_CHECKING:
    from datetime import date

    from planner.domain.meetings import Meeting
    from planner.storage.store import Store
    from ui.background import Job


class DebriefPage(Page):
    """Everything is kept as a draft while it is written, and saved as one change."""

    where = Where.DEBRIEF
    shows = frozenset(
        {Kind.PERSON, Kind.FACT, Kind.PROMISE, Kind.MEETING, Kind.ANSWER, Kind.CONVERSATION}
    )

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._library: Library | None = None
        self._shown: ToDebrief | None = None
        self._leaving = False
        self._unkept = False  # something was written since it was last kept
        self._asking: Job | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self._keep)
        self._form = DebriefForm(session.today())
        for wanted, act in (
            (self._form.changed, self._on_written),
            (self._form.fact_back, self._on_fact_back),
            (self._form.promise_back, self._on_promise_back),
            (self._form.talk_on_wanted, self._on_talk_on),
            (self._form.missed, self._on_missed),
            (self._form.cancelled, self._on_cancelled),
            (self._form.save_wanted, self._on_save),
            (self._form.later_wanted, self._on_later),
        ):
            wanted.connect(act)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._form)

    def open(self, route: Route) -> None:
        self._keep()
        self._shown = None
        self._stale = True
        super().open(route)
        self._form.begin()

    def refresh(self) -> None:
        if self._leaving:
            return
        self._keep()
        if self._library is None:
            self._library = question_library(self.session.store)
        today = self.session.today()
        try:
            shown = debrief_page(self.session.store, self._library, self.route.meeting, today)
        except NotFound:  # its planning was undone
            self._shown = None
            self.wanted.emit(Route(Where.TODAY))
            return
        self._form.show_debrief(shown, self._step_up, today, self.session.now())
        if self._shown is None:
            self._ask_about_fit(shown.meeting)
        self._shown = shown

    def may_leave(self) -> bool:
        """Keeps what was written. What cannot be kept holds the user back once, then lets go."""
        return self.lets_go(kept=self._keep(), typed=self._form.draft())

    def _ask_about_fit(self, meeting: Meeting) -> None:
        """Asks whether this is somebody the user looks for, where it decides if they come again.

        Everybody is ranked for that, so it is found out beside the window. The question comes
        below all there is to fill in.
        """
        self._ask_no_more()
        self._form.ask(None)
        store = self.session.store
        if may_ask_after(store, meeting):
            # The work knows the store alone: it may go on for a moment after the page is gone.
            work = partial(_to_ask, store, meeting, self.session.today())
            self._asking = run(work, self._on_question)

    def _ask_no_more(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def _on_question(self, question: FitQuestion | None) -> None:
        self._asking = None
        if question is None or self._shown is None:
            return
        if self._shown.meeting.id == question.meeting:
            from ui.widgets.fit_question_strip import FitQuestionStrip

            self._form.ask(FitQuestionStrip(self.session, question, here=True))

    def _step_up(self, evidence: tuple[Evidence, ...]) -> StepUp | None:
        return step_up(self.session.store, self.route.meeting, evidence)

    # Keeping

    def _keep(self) -> bool:
        """Keeps what was written since; False when that could not be."""
        self._typing.stop()
        if self._shown is None or not self._unkept:
            return True
        meeting = self._shown.meeting.id
        if self.session.keep(keep_draft, meeting, self._form.draft()) is None:
            self._typing.start(TRIED_AGAIN)
            return False
        self._unkept = False
        return True

    def _on_written(self) -> None:
        self._unkept = True
        if not self._typing.isActive():
            self._typing.start(TYPING_PAUSE)

    def _on_save(self) -> None:
        if self._shown is None or not self._form.settle():
            return
        kept = self._form.debrief()
        name, today = self._shown.person.name, self.session.today()
        label = self.tr("1-2-1 with {name} noted").format(name=name)
        meeting, now = self._shown.meeting.id, self.session.now()
        shown = self._let_go()
        self._away(self.session.do(label, save_debrief, meeting, kept, today, now), shown)

    def _not_held(self, state: State, label: str, by: CalledOff = CalledOff.UNKNOWN) -> None:
        if self._shown is not None:
            meeting, now = self._shown.meeting.id, self.session.now()
            shown = self._let_go()
            self._away(self.session.do(label, not_held, meeting, state, now, by), shown)

    def _let_go(self) -> ToDebrief | None:
        """Nothing is a draft any more, nor shown anew when the change is announced."""
        self._keep()  # undoing what comes now brings the draft back
        shown, self._shown = self._shown, None
        self._unkept = False
        self._leaving = True
        return shown

    def _away(self, change: object, shown: ToDebrief | None) -> None:
        """To Today once it is done; where it was refused, all stays as it was."""
        self._leaving = False
        if change is None:
            self._shown = shown
        else:
            self.wanted.emit(Route(Where.TODAY))

    # What the user does

    def _on_missed(self) -> None:
        self._not_held(State.MISSED, self.tr("Noted as missed, without a mark against anybody"))

    def _on_cancelled(self, by: CalledOff) -> None:
        self._not_held(State.CANCELLED, self.tr("Noted as called off"), by)

    def _on_talk_on(self) -> None:
        if self._shown is not None:
            meeting = self._shown.meeting
            self.wanted.emit(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))

    def _on_later(self) -> None:
        self.wanted.emit(Route(Where.TODAY))

    def _on_promise_back(self, promise: Promise) -> None:
        self.session.do(self.tr("Promise taken back"), remove_promise, promise.id)

    def _on_fact_back(self, fact: Fact) -> None:
        self.session.do(self.tr("Fact taken back"), remove_fact, fact.id)

    def hideEvent(self, event: QHideEvent) -> None:
        self._ask_no_more()
        self._keep()
        super().hideEvent(event)


def _to_ask(store: Store, meeting: Meeting, today: date, job: Job) -> FitQuestion | None:
    with store.another() as own:
        return question_after(own, meeting, today)
