"""The conversation: one question in large type, notes under it, and what must not be lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from planner.domain.changes import Change, Kind
from planner.domain.conversation import Conversation, Step
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Library
from planner.domain.promises import Promise
from planner.journeys import hold_conversation
from planner.journeys.at_the_table import AtTheTable, at_the_table
from planner.journeys.go_on_talking import begin_with, talked_on
from planner.journeys.question_library import question_library
from ui.pages.page import Page
from ui.question_reasons import QuestionReasons
from ui.routes import Route, Where
from ui.running_talk import RunningTalk
from ui.session import Session
from ui.stopwatch import Stopwatch
from ui.talk_keys import bind_keys
from ui.widgets.layouts import Empty, button, clear
from ui.widgets.talk_table import TalkTable


class ConversationPage(Page):
    """Walks a guide with one person; `seconds` is the clock, as `time.monotonic`."""

    where = Where.CONVERSATION
    shows = frozenset({Kind.PERSON, Kind.FACT, Kind.PROMISE, Kind.MEETING})

    def __init__(
        self,
        session: Session,
        parent: QWidget | None = None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(session, parent)
        self._seconds = seconds
        self._library: Library | None = None
        self._talk: RunningTalk | None = None
        self._table: AtTheTable | None = None
        self._reasons: QuestionReasons | None = None
        self._taking_up = False
        self._another = False  # the user wants a second 1-2-1 on the same day
        self._shown = TalkTable(session.today())
        self._notes = self._shown.middle.notes
        empty = QWidget()
        self._nothing = QVBoxLayout(empty)
        self._both = QStackedLayout(self)
        self._both.addWidget(self._shown)
        self._both.addWidget(empty)
        self._connect()

    def open(self, route: Route) -> None:
        """Takes the conversation up from the library: much may have happened since."""
        self._let_go()
        self._another = False
        self._stale = True
        super().open(route)

    def refresh(self) -> None:
        if self._taking_up:  # what is begun is announced before it is all there
            return
        if self._talk is None:
            self._taking_up = True
            self._take_up()
            self._taking_up = False
        elif self.session.store.conversations.of_meeting(self._talk.meeting.id) is None:
            self._talk.forget()  # its beginning was undone
            self._let_go()
            self._on_leave()
            return
        self._show_known()
        self._shown.paint_anew()
        self._show_talk()

    def may_leave(self) -> bool:
        """Keeps everything. What cannot be kept holds the user back once, then lets go."""
        if self._talk is None:
            return self.lets_go(kept=True, typed=None)
        kept = self._talk.rest()
        if not kept:
            self._talk.go()  # until the page is left indeed
        return self.lets_go(kept=kept, typed=self._notes.toPlainText())

    # Taking up and letting go

    def _take_up(self) -> None:
        begun = self._begin()
        if begun is None:
            return
        guide = self._guides().guide(begun.guide)
        meeting = self.session.store.meetings.get(begun.meeting)
        watch = Stopwatch(seconds=self._seconds)
        self._talk = talk = RunningTalk(self.session, meeting, guide, begun, watch, self)
        talk.moved.connect(self._show_talk)
        talk.ticked.connect(self._on_tick)
        self._table = at_the_table(self.session.store, self._guides(), meeting.id, self._today())
        person = self._table.person
        self._reasons = QuestionReasons(self.session, self._guides(), guide, meeting, person)
        self._both.setCurrentIndex(0)
        if begun.step is Step.DEBRIEF:
            talk.talk_on()
        if self.isVisible():
            talk.go()
        self._notes.setFocus()

    def _begin(self) -> Conversation | None:
        """The conversation the route names, begun where it was not; None with a word why."""
        session, route = self.session, self.route
        person = session.store.people.find(route.person)
        begun: object = None
        if route.meeting:
            begin = hold_conversation.begin
            begun = session.keep(begin, self._guides(), route.meeting, session.now())
        elif person is not None:
            if talked_on(session.store, person.id, session.today()) and not self._another:
                self._offer_another(person.first_name)
                return None
            label = self.tr("Conversation with {name} begun").format(name=person.name)
            begun = session.do(
                label, begin_with, self._guides(), person.id, session.now(), session.zone
            )
        if isinstance(begun, Conversation):
            return begun
        if route.meeting or person is not None:
            self._show_empty(
                self.tr("This conversation could not be begun"),
                self.tr("The strip below says why. Nothing was changed."),
                button(self.tr("Try again"), self.refresh, name="try-again"),
            )
        else:
            self._show_empty(
                self.tr("There is no conversation to hold here"),
                self.tr("Plan a 1-2-1, or begin one from somebody's page."),
            )
        return None

    def _guides(self) -> Library:
        if self._library is None:
            self._library = question_library(self.session.store)
        return self._library

    def _let_go(self) -> None:
        if self._talk is not None:
            self._talk.rest()
            self._talk.deleteLater()
        self._talk = self._table = None

    def _today(self) -> date:
        return self.session.today()

    # Showing

    def _show_known(self) -> None:
        """What is known, owed and kept so far."""
        if self._talk is not None:
            store, today = self.session.store, self._today()
            self._table = at_the_table(store, self._guides(), self._talk.meeting.id, today)
            self._shown.show_known(self._table, today)

    def _show_talk(self) -> None:
        """The question, the phases and the clock."""
        if self._talk is not None and self._table is not None:
            writing = self._notes.hasFocus()
            reason = self._reasons.of(self._talk.prompt) if self._reasons else ""
            self._shown.show_talk(self._talk, self._table, reason)
            if writing and not self._notes.isVisible():
                self.setFocus()  # past the last question there is nothing to write under

    def _offer_another(self, name: str) -> None:
        """A second 1-2-1 on one day is seldom meant, so that it is asked for."""
        self._show_empty(
            self.tr("You talked with {name} today").format(name=name),
            self.tr("What you noted is kept. If you sit together again, begin another one."),
            button(self.tr("Begin another 1-2-1"), self._on_another, name="another"),
        )

    def _show_empty(self, title: str, sentence: str, *more: QPushButton) -> None:
        clear(self._nothing)
        today = button(self.tr("Back to Today"), self._on_leave, "primary", "to-today")
        self._nothing.addStretch(1)
        self._nothing.addWidget(Empty(title, sentence, *more, today))
        self._nothing.addStretch(2)
        self._both.setCurrentIndex(1)
        today.setFocus()

    # What the user does

    def _on_tick(self) -> None:
        if self._talk is not None and self._table is not None:
            self._shown.show_time(self._talk, self._table)

    def _on_typed(self, text: str) -> None:
        if self._talk is not None:
            self._talk.type(text)

    def _on_promise(self, mine: bool, what: str, due: date | None) -> None:
        if self._talk is not None:
            self._close_kept(self._talk.capture_promise(mine, what, due))

    def _on_fact(self, kind: FactKind, text: str) -> None:
        if self._talk is not None:
            self._close_kept(self._talk.capture_fact(kind, text))

    def _close_kept(self, change: Change | None) -> None:
        """Closes the form of what is kept; what could not be stays in it, to be tried again."""
        if change is None:
            return
        self._shown.hold.close_forms()
        if not change:
            self._shown.hold.say_known()

    def _on_taken_back(self, kept: object) -> None:
        if self._talk is not None and isinstance(kept, (Promise, Fact)):
            self._talk.take_back(kept)
        self._to_notes()

    def _to_notes(self) -> None:
        """Back to where the user was writing."""
        (self._notes if self._notes.isVisible() else self).setFocus()

    def _on_another(self) -> None:
        self._another = True
        self.refresh()

    def _on_finish(self) -> None:
        if self._talk is not None and self._talk.finish():
            meeting = self._talk.meeting
            self.wanted.emit(Route(Where.DEBRIEF, person=meeting.person, meeting=meeting.id))

    def _on_leave(self) -> None:
        self.wanted.emit(Route(Where.TODAY))

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._shown.side.say_writing(writing=isinstance(new, (QLineEdit, QPlainTextEdit)))

    def _with_talk(self, act: Callable[[RunningTalk], object]) -> Callable[[], None]:
        def do() -> None:
            if self._talk is not None:
                act(self._talk)

        return do

    def _on_part(self, index: int) -> None:
        if self._talk is not None and index < len(self._talk.guide.phases):
            self._talk.jump(self._talk.guide.phases[index].id)

    def _on_phase(self, phase: str) -> None:
        if self._talk is not None:
            self._talk.jump(phase)

    def _connect(self) -> None:
        side, middle, hold = self._shown.side, self._shown.middle, self._shown.hold
        acts: dict[str, Callable[[], object]] = {
            "next": self._with_talk(RunningTalk.next_question),
            "previous": self._with_talk(RunningTalk.back),
            "skip": self._with_talk(RunningTalk.skip),
            "speaker": self._with_talk(RunningTalk.switch_speaker),
            "pause": self._with_talk(RunningTalk.pause_or_go_on),
            "promise": hold.open_promise,
            "like": hold.open_like,
            "fact": hold.open_fact,
            "finish": self._on_finish,
        }
        bind_keys(self, acts, self._on_part)
        for wanted, name in (
            (middle.next_wanted, "next"),
            (middle.skip_wanted, "skip"),
            (middle.back_wanted, "previous"),
            (middle.finish_wanted, "finish"),
            (side.speaker_wanted, "speaker"),
            (side.pause_wanted, "pause"),
            (side.finish_wanted, "finish"),
        ):
            wanted.connect(acts[name])
        middle.typed.connect(self._on_typed)
        middle.hint.offered.connect(self._with_talk(RunningTalk.offered))
        middle.hint.last_phase_wanted.connect(self._on_phase)
        side.phase_wanted.connect(self._on_phase)
        side.leave_wanted.connect(self._on_leave)
        hold.promise_kept.connect(self._on_promise)
        hold.fact_kept.connect(self._on_fact)
        hold.taken_back.connect(self._on_taken_back)
        hold.closed.connect(self._to_notes)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Escape reach the page from wherever nothing else wants them."""
        if event.key() == Qt.Key.Key_Space and self._talk is not None:
            if not event.isAutoRepeat():
                self._talk.switch_speaker()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside everything leaves the notes: then Space is free for the speaker."""
        self.setFocus()
        super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._talk is not None:
            self._talk.go()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._talk is not None:
            self._talk.rest()
        super().hideEvent(event)
