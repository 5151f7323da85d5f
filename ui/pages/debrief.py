"""The debrief: three minutes, alone again, for what a 1-2-1 leaves behind."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.debrief import Evidence, StepUp
from planner.domain.guides import Library
from planner.domain.meetings import CalledOff, State
from planner.errors import NotFound
from planner.journeys.debrief_meeting import step_up, step_with
from planner.journeys.debrief_page import (
    ToDebrief,
    debrief_page,
    keep_draft,
    keep_past_draft,
    not_held,
    past_page,
)
from planner.journeys.fit_questions import FitQuestion, may_ask_after, question_after
from planner.journeys.question_library import question_library
from planner.journeys.save_debrief import save_debrief, save_past
from planner.journeys.write_to_guest import Missing, missing_for_mail
from ui import debrief_acts
from ui.background import run
from ui.capturing import TRIED_AGAIN, TYPING_PAUSE
from ui.dialogs.form import show
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.debrief_form import DebriefForm

if TYPE_CHECKING:
    from datetime import date

    from planner.domain.meetings import Meeting
    from planner.domain.promises import Promise
    from planner.storage.store import Store
    from ui.background import Job


class DebriefPage(Page):
    """Everything is kept as a draft while it is written, and saved as one change."""

    where = Where.DEBRIEF
    shows = frozenset(
        {
            Kind.PERSON,
            Kind.FACT,
            Kind.PROMISE,
            Kind.MEETING,
            Kind.ANSWER,
            Kind.CONVERSATION,
            Kind.REFERRAL,
            Kind.INTRODUCTION,
            Kind.ASK,
        }
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
        self._form = DebriefForm(session.today(), self._names, self)
        self._form.foot.bind(self)
        for wanted, act in (
            (self._form.changed, self._on_written),
            (self._form.taken_back, self._on_taken_back),
            (self._form.date_wanted, self._on_date),
            (self._form.head.talk_on_wanted, self._on_talk_on),
            (self._form.head.missed, self._on_missed),
            (self._form.head.cancelled, self._on_cancelled),
            (self._form.foot.save_wanted, self._on_save),
            (self._form.foot.another_wanted, self._on_another),
            (self._form.foot.later_wanted, self._on_later),
            (self._form.copy_wanted, self._on_copy),
            (self._form.mail_wanted, self._on_mail),
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
        self._library = question_library(self.session.store)
        today = self.session.today()
        try:
            shown = self._read(self._library, today)
        except NotFound:  # its planning was undone
            self._shown = None
            self.wanted.emit(Route(Where.TODAY))
            return
        store, now, me = self.session.store, self.session.now(), self.session.me
        places = store.places.all() if shown.past else ()
        self._form.show_debrief(shown, self._step_up, today, now, me, places)
        self._form.thanks.reachable(missing_for_mail(shown.person) is Missing.NOTHING)
        if self._shown is None:
            self._ask_about_fit(shown.meeting)
        self._shown = shown

    def _read(self, library: Library, today: date) -> ToDebrief:
        """The 1-2-1 the route names, or one of long ago with the person it names."""
        if self.route.meeting:
            return debrief_page(self.session.store, library, self.route.meeting, today)
        return past_page(self.session.store, library, self.route.person, today)

    def _names(self) -> list[str]:
        """What everybody is called but the one the debrief is about."""
        names = self.session.store.people.names()
        but = self._shown.person.id if self._shown is not None else 0
        return [name for id, name in names.items() if id != but]

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
        if meeting.id and may_ask_after(store, meeting):
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
        if self.route.meeting:
            return step_up(self.session.store, self.route.meeting, evidence)
        return step_with(self.session.store, self.route.person, evidence)

    # Keeping

    def _keep(self) -> bool:
        """Keeps what was written since; False when that could not be."""
        self._typing.stop()
        if self._shown is None or not self._unkept:
            return True
        shown, draft = self._shown, self._form.draft()
        if shown.past:
            kept = self.session.keep(keep_past_draft, shown.person.id, draft)
        else:
            kept = self.session.keep(keep_draft, shown.meeting.id, draft)
        if kept is None:
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
        if self._shown.past:
            self._save_past(another=False)
            return
        kept, again = self._form.debrief(), self._form.again()
        name, today = self._shown.person.name, self.session.today()
        label = self.tr("1-2-1 with {name} noted").format(name=name)
        meeting, now = self._shown.meeting.id, self.session.now()
        way = Route(Where.TODAY)
        if self._form.plans():
            way = Route(Where.PLAN, person=self._shown.person.id, day=again)
        shown = self._let_go()
        self._away(self.session.do(label, save_debrief, meeting, kept, today, now), shown, way)

    def _on_another(self) -> None:
        if self._shown is not None and self._shown.past and self._form.settle():
            self._save_past(another=True)

    def _save_past(self, *, another: bool) -> None:
        """Keeps a 1-2-1 of long ago; then the person's page, or the form for `another`."""
        when = self._form.when()
        if self._shown is None or when is None:
            return
        kept, place, person = self._form.debrief(), self._form.place(), self._shown.person
        label = self.tr("Past 1-2-1 with {name} noted").format(name=person.name)
        zone, now = self.session.zone, self.session.now()
        way = Route(Where.PEOPLE, person=person.id)
        if self._form.plans():
            way = Route(Where.PLAN, person=person.id, day=self._form.again())
        shown = self._let_go()
        done = self.session.do(label, save_past, person.id, kept, when, place, zone, now)
        if another and done is not None:
            self._leaving = False
            self.open(self.route)
        else:
            self._away(done, shown, way)

    def _not_held(self, state: State, label: str, by: CalledOff = CalledOff.UNKNOWN) -> None:
        if self._shown is not None:
            meeting, now = self._shown.meeting.id, self.session.now()
            shown = self._let_go()
            done = self.session.do(label, not_held, meeting, state, now, by)
            self._away(done, shown, Route(Where.TODAY))

    def _let_go(self) -> ToDebrief | None:
        """Nothing is a draft any more, nor shown anew when the change is announced."""
        self._keep()  # undoing what comes now brings the draft back
        shown, self._shown = self._shown, None
        self._unkept = False
        self._leaving = True
        return shown

    def _away(self, change: object, shown: ToDebrief | None, way: Route) -> None:
        """On the `way` once it is done; where it was refused, all stays as it was."""
        self._leaving = False
        if change is None:
            self._shown = shown
        else:
            self.wanted.emit(way)

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

    def _on_taken_back(self, kept: object) -> None:
        debrief_acts.take_back(self.session, kept)

    def _on_date(self, promise: Promise) -> None:
        from ui.dialogs.promise import PromiseDialog

        show(PromiseDialog(self.session, promise, self))

    def _on_copy(self, note: str) -> None:
        self._form.thanks.tell(debrief_acts.copied(note))
        self._form.thanks.say_sent()

    def _on_mail(self, note: str) -> None:
        if self._shown is not None and (words := debrief_acts.mailed(self._shown.person, note)):
            self._form.thanks.tell(words)
            self._form.thanks.say_sent()

    def hideEvent(self, event: QHideEvent) -> None:
        self._ask_no_more()
        self._keep()
        super().hideEvent(event)


def _to_ask(store: Store, meeting: Meeting, today: date, job: Job) -> FitQuestion | None:
    with store.another() as own:
        return question_after(own, meeting, today)
