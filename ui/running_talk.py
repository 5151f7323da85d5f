"""A conversation under way: every move is kept at once, what is typed a moment later."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain import conversation as talk
from planner.domain import pace, talk_time
from planner.domain.conversation import Conversation, Step
from planner.domain.guides import Library, Prompt
from planner.domain.meetings import Meeting
from planner.domain.stretching import squeezed
from planner.journeys import hold_conversation
from planner.journeys.choose_questions import another
from ui.capturing import TRIED_AGAIN, TYPING_PAUSE, Captures
from ui.session import Session
from ui.stopwatch import Stopwatch

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
        library: Library,
        conversation: Conversation,
        stopwatch: Stopwatch,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.meeting = meeting
        self.guide = library.guide(conversation.guide)
        self._library = library
        self.captures = Captures(session, meeting, self)
        self._session = session
        self._now = conversation
        self._kept = conversation
        self._tried = conversation.elapsed  # when the clock was last to be kept
        self._squeezed = squeezed(conversation, self.guide, meeting.minutes)
        self._paused = False
        self.scores: Mapping[str, float] = {}  # how much speaks for each question, by its id
        self.none_left = False  # another question was asked for in vain
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

    @property
    def minutes_left(self) -> int:
        """Whole minutes to the agreed end, the last one begun; negative past it."""
        return -(-talk_time.seconds_left(self._now, self.meeting.minutes) // 60)

    def worth_asking(self) -> tuple[str, ...]:
        """The questions still to come that there is time for, the one on screen among them."""
        left = self.minutes_left + self._squeezed
        return pace.worth_asking(self._now, self.guide, left, self.scores)

    def to_come(self) -> int:
        """How many questions are still to come, the one on screen among them."""
        return sum(one not in self._now.asked for one in self._now.script[self._now.at :])

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
        if not self.keep_notes() or not self.captures.keep():
            return False
        if self._now != self._kept:
            if self._session.keep(hold_conversation.keep, self._now) is None:
                return False
            self._kept = self._now
        return True

    def next_question(self) -> None:
        """On to the next question there is time for; leafing back finds the others."""
        self._pass_time()
        worth = frozenset(self.worth_asking())
        self._move(lambda now: self._to_worth(talk.next_question(now, self.guide), worth))

    def skip(self) -> None:
        self._move(talk.skip)

    def another(self) -> None:
        """One more question of the phase, on screen now; `none_left` says that there was none."""
        self._pass_time()
        if not self.keep():
            return
        before, today = self._now, self._session.today()
        found = self._session.keep(another, self._library, before, self.minutes_left, today)
        if isinstance(found, Conversation):
            self._now = self._kept = found
            self.none_left = found == before
            self.moved.emit()

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
        self.captures.end()
        return True

    def forget(self) -> None:
        """It is not in the library any more: nothing more is kept."""
        self._watch.stop()
        self._typing.stop()
        self._typed.clear()
        self.captures.forget()
        self._kept = self._now

    @staticmethod
    def _to_worth(now: Conversation, worth: Collection[str]) -> Conversation:
        """Past the questions that there is no time for."""
        while now.at < len(now.script) and now.script[now.at] not in worth:
            now = talk.skip(now)
        return now

    def _move(self, how: Callable[[Conversation], Conversation]) -> None:
        self._pass_time()
        self.none_left = False
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
