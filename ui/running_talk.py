"""A conversation under way: every move is kept at once, what is typed a moment later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain import conversation as talk
from planner.domain import talk_time
from planner.domain.changes import Change
from planner.domain.conversation import Conversation, Step
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Guide, Prompt
from planner.domain.meetings import Meeting
from planner.domain.promises import Promise
from planner.journeys import hold_conversation
from planner.journeys.follow_up import remove_promise
from planner.journeys.keep_people import remove_fact
from ui.session import Session
from ui.stopwatch import Stopwatch
from ui.undo import UndoableChange

TYPING_PAUSE = 350  # milliseconds after a keystroke within which it is kept
TRIED_AGAIN = 2000  # milliseconds after it could not be
CLOCK_KEPT_EVERY = 10  # seconds of talk that may be lost from the clock, never from the notes


class RunningTalk(QObject):
    """One conversation with its guide and clock; moves are methods, and each is kept.

    Signals:
        moved(): another question, speaker or pause.
        ticked(): a second has passed.
    """

    moved = Signal()
    ticked = Signal()

    def __init__(
        self,
        session: Session,
        meeting: Meeting,
        guide: Guide,
        conversation: Conversation,
        stopwatch: Stopwatch,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.meeting = meeting
        self.guide = guide
        self._session = session
        self._now = conversation
        self._kept = conversation
        self._tried = conversation.elapsed  # when the clock was last to be kept
        self._paused = False
        self._notes = {
            answer.prompt: answer.text for answer in session.store.answers.of_meeting(meeting.id)
        }
        self._typed: dict[str, str] = {}  # by prompt id, not kept yet
        self._watch = stopwatch
        self._watch.setParent(self)
        self._watch.ticked.connect(self._on_tick)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self.keep_notes)

    @property
    def now(self) -> Conversation:
        """How it stands."""
        return self._now

    @property
    def prompt(self) -> Prompt | None:
        """The question on screen; None past the last one."""
        return talk.current(self._now, self.guide)

    @property
    def paused(self) -> bool:
        return self._paused

    def noted(self) -> str:
        """What stands under the question on screen."""
        return self._notes.get(self.prompt.id, "") if self.prompt else ""

    def go(self) -> None:
        """Lets the clock run, unless the user has paused it."""
        if not self._paused and self._now.step is Step.TALKING:
            self._watch.start()

    def rest(self) -> bool:
        """Stops the clock and keeps everything; False when that could not be."""
        self._pass_time()
        self._watch.stop()
        return self.keep()

    def type(self, text: str) -> None:
        """What stands under the question on screen now; kept within TYPING_PAUSE."""
        if self.prompt is not None and text != self.noted():
            self._notes[self.prompt.id] = text
            self._typed[self.prompt.id] = text
            if not self._typing.isActive():  # somebody who types without a pause is kept too
                self._typing.start(TYPING_PAUSE)

    def keep_notes(self) -> bool:
        """Keeps what was typed; what could not be kept is tried again in a moment."""
        self._typing.stop()
        for prompt, text in list(self._typed.items()):
            journey = hold_conversation.note
            if self._session.keep(journey, self.meeting.id, prompt, text) is None:
                self._typing.start(TRIED_AGAIN)
                return False
            del self._typed[prompt]
        return True

    def keep(self) -> bool:
        """Keeps what was typed and how it stands; False when that could not be."""
        if not self.keep_notes():
            return False
        if self._now != self._kept:
            if self._session.keep(hold_conversation.keep, self._now) is None:
                return False
            self._kept = self._now
        return True

    def next_question(self) -> None:
        self._move(lambda now: talk.next_question(now, self.guide))

    def skip(self) -> None:
        self._move(talk.skip)

    def back(self) -> None:
        self._move(talk.back)

    def jump(self, phase: str) -> None:
        self._move(lambda now: talk.jump(now, self.guide, phase))

    def switch_speaker(self) -> None:
        """The other one talks now; a pause ends with it."""
        self._set_paused(False)
        self._move(lambda now: talk_time.switch_speaker(now, self.guide))

    def offered(self) -> None:
        """The user has told something of their own."""
        self._move(talk.offered)

    def pause_or_go_on(self) -> None:
        self._set_paused(not self._paused)
        self._move(lambda now: now)

    def talk_on(self) -> None:
        """It was finished too soon."""
        self._move(talk.talk_on)

    def finish(self) -> bool:
        """The talking is over; False when that could not be kept."""
        self._pass_time()
        if not self.keep():
            return False
        finished = self._session.keep(hold_conversation.finish_talking, self._now)
        if not isinstance(finished, Conversation):
            return False
        self._now = self._kept = finished
        self._watch.stop()
        return True

    def capture_promise(self, mine: bool, what: str, due: date | None) -> Change | None:
        """Keeps hold of a promise made just now; None when that could not be."""
        capture, today = hold_conversation.capture_promise, self._session.today()
        change = self._session.keep(capture, self.meeting.id, mine, what, due, today)
        return self._undoable(self.tr("Promise kept hold of"), change)

    def capture_fact(self, kind: FactKind, text: str) -> Change | None:
        """Keeps hold of something learned; None when that could not be.

        The change is empty when it was known word for word.
        """
        capture, today = hold_conversation.capture_fact, self._session.today()
        change = self._session.keep(capture, self.meeting.id, kind, text, today)
        return self._undoable(self.tr("Fact kept hold of"), change)

    def take_back(self, kept: Promise | Fact) -> None:
        """Something kept hold of is not to be kept after all."""
        if isinstance(kept, Promise):
            self._session.do(self.tr("Promise taken back"), remove_promise, kept.id)
        else:
            self._session.do(self.tr("Fact taken back"), remove_fact, kept.id)

    def forget(self) -> None:
        """It is not in the library any more: nothing more is kept."""
        self._watch.stop()
        self._typing.stop()
        self._typed.clear()
        self._kept = self._now

    def _undoable(self, label: str, change: object) -> Change | None:
        """Undoable without a word over the page: the list beside it shows what was kept."""
        if not isinstance(change, Change):
            return None
        if change:
            self._session.undo_stack.push(UndoableChange(self._session, label, change))
        return change

    def _move(self, how: Callable[[Conversation], Conversation]) -> None:
        self._pass_time()
        self._now = how(self._now)
        self.keep()
        self.moved.emit()

    def _set_paused(self, paused: bool) -> None:
        self._pass_time()
        self._paused = paused
        if paused:
            self._watch.stop()
        else:
            self.go()

    def _pass_time(self) -> None:
        self._now = talk_time.tick(self._now, self.guide, self._watch.take())

    def _on_tick(self) -> None:
        self._pass_time()
        if self._now.elapsed - self._tried >= CLOCK_KEPT_EVERY:
            self._tried = self._now.elapsed
            self.keep()
        self.ticked.emit()
