"""The conversation: one question in large type, notes under it, and what must not be lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from planner.domain.changes import Change, Kind
from planner.domain.conversation import Conversation, Step
from planner.domain.guides import Library
from planner.journeys.at_the_table import AtTheTable, at_the_table
from planner.journeys.question_library import question_library
from ui.begin_talk import begin_talk
from ui.pages.page import Page
from ui.question_reasons import QuestionReasons
from ui.routes import Route, Where
from ui.running_talk import RunningTalk
from ui.session import Session
from ui.stopwatch import Stopwatch
from ui.table_mode import TableMode
from ui.talk_acts import TalkActs
from ui.widgets.no_talk import NoTalk
from ui.widgets.talk_table import TalkTable


class ConversationPage(Page):
    """Walks a guide with one person; `seconds` is the clock, as `time.monotonic`."""

    where = Where.CONVERSATION
    shows = frozenset(
        {
            Kind.PERSON,
            Kind.FACT,
            Kind.PROMISE,
            Kind.MEETING,
            Kind.REFERRAL,
            Kind.INTRODUCTION,
            Kind.ASK,
        }
    )

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
        self._second_wanted = False  # a second 1-2-1 on the same day
        # In the page from the first: a built part would be sent the style anew, half of its time.
        self._shown = TalkTable(session.today(), self)
        self._notes = self._shown.middle.notes
        self._nothing = NoTalk()
        self._both = QStackedLayout(self)
        self._both.addWidget(self._shown)
        self._both.addWidget(self._nothing)
        self._acts = TalkActs(self._shown.hold.forms, self)
        self._small = TableMode(session, self._acts, self)
        self._connect()

    def open(self, route: Route) -> None:
        """Takes the conversation up from the library: much may have happened since."""
        self._let_go()
        self._second_wanted = False
        self._stale = True
        super().open(route)

    def refresh(self) -> None:
        if self._taking_up:  # what is begun is announced before it is all there
            return
        if self._talk is None:
            self._taking_up = True
            self._take_up()
            self._taking_up = False
        elif self._is_undone(self._talk.meeting.id):
            self._talk.forget()
            self._let_go()
            self._on_leave()
            return
        self._show_known()
        self._shown.paint_anew()
        self._show_talk()

    def _on_changed(self, change: Change) -> None:
        talk = self._talk
        if talk is not None and change.kinds == {Kind.CONVERSATION}:  # mostly its own clock
            self._stale = self._stale or self._is_undone(talk.meeting.id)
            if self._stale and self.isVisible():
                self.freshen()
        else:
            super()._on_changed(change)

    def _is_undone(self, meeting: int) -> bool:
        """Whether its beginning was taken back: nothing is left of it, or what was prepared."""
        found = self.session.store.conversations.of_meeting(meeting)
        return found is None or found.step is Step.PREPARED

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
        library = self._guides()
        guide = library.guide(begun.guide)
        meeting = self.session.store.meetings.get(begun.meeting)
        watch = Stopwatch(seconds=self._seconds)
        self._talk = talk = RunningTalk(self.session, meeting, library, begun, watch, self)
        talk.moved.connect(self._show_talk)
        talk.ticked.connect(self._on_tick)
        self._acts.talk = talk
        self._table = at_the_table(self.session.store, library, meeting.id, self._today())
        self._reasons = QuestionReasons(self.session, library, guide, meeting, self._table.person)
        talk.scores = self._reasons.scores
        self._both.setCurrentIndex(0)
        if begun.step is Step.DEBRIEF:
            talk.talk_on()
        if self.isVisible():
            talk.go()
        self._notes.setFocus()
        self._shown.hold.forms.take(talk.captures, self._table.person, self._today())

    def _begin(self) -> Conversation | None:
        """The conversation the route names, begun where it was not; None with a word why."""
        begun = begin_talk(self.session, self._guides(), self.route, second=self._second_wanted)
        if isinstance(begun, Conversation):
            return begun
        person = self.session.store.people.find(self.route.person)
        self._nothing.say(begun, "" if person is None else person.first_name)
        self._both.setCurrentIndex(1)
        return None

    def _guides(self) -> Library:
        if self._library is None:
            self._library = question_library(self.session.store)
        return self._library

    def _let_go(self) -> None:
        self._small.end()
        if self._talk is not None:
            self._talk.rest()
            self._talk.deleteLater()
        self._talk = self._table = self._acts.talk = None
        self._library = None  # the user's own questions may change before the next one

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
            # Also while the small window is in front: the keyboard comes back to this one.
            writing = self.window().focusWidget() is self._notes
            reason = self._reasons.of(self._talk.prompt) if self._reasons else ""
            self._shown.show_talk(self._talk, self._table, reason)
            if writing and not self._notes.isVisibleTo(self):
                self.setFocus()  # past the last question there is nothing to write under
            self._small.show_talk(self._talk, self._table.person)

    # What the user does

    def _on_tick(self) -> None:
        if self._talk is not None and self._table is not None:
            self._shown.show_time(self._talk, self._table)
            self._small.show_time(self._talk, self._table.person)

    def _on_typed(self, text: str) -> None:
        if self._talk is not None:
            self._talk.type(text)

    def _on_taken_back(self, kept: object) -> None:
        if self._talk is not None:
            self._talk.captures.take_back(kept)
        self._to_notes()

    def _to_notes(self) -> None:
        """Back to where the user was writing."""
        (self._notes if self._notes.isVisible() else self).setFocus()

    def _on_second(self) -> None:
        self._second_wanted = True
        self.refresh()

    def _on_table(self) -> None:
        """The small window for the table, or the page again."""
        if self._talk is not None and self._table is not None:
            self._small.turn(self._talk, self._table.person)

    def _on_finish(self) -> None:
        if self._talk is None or not self._acts.forms.settle():
            return
        if self._talk.finish():
            self._small.end()
            meeting = self._talk.meeting
            self.wanted.emit(Route(Where.DEBRIEF, person=meeting.person, meeting=meeting.id))

    def _on_leave(self) -> None:
        self.wanted.emit(Route(Where.TODAY))

    def _connect(self) -> None:
        self._acts.bind(self)
        self._shown.obey(self._acts)
        for wanted, act in (
            (self._acts.finish_wanted, self._on_finish),
            (self._acts.table_wanted, self._on_table),
            (self._shown.middle.typed, self._on_typed),
            (self._shown.side.leave_wanted, self._on_leave),
            (self._shown.hold.taken_back, self._on_taken_back),
            (self._shown.hold.closed, self._to_notes),
            (self._nothing.second_wanted, self._on_second),
            (self._nothing.again_wanted, self.refresh),
            (self._nothing.leave_wanted, self._on_leave),
        ):
            wanted.connect(act)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Single keys and Escape reach the page from wherever nothing else wants them."""
        if self._acts.plain(event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self._on_leave()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside everything leaves the notes: then single keys are free for the talk."""
        self.setFocus()
        super().mousePressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._talk is not None:
            self._talk.go()

    def hideEvent(self, event: QHideEvent) -> None:
        put_aside = self._small.active and event.spontaneous()
        if self._talk is not None and not put_aside:
            self._talk.rest()
        super().hideEvent(event)
