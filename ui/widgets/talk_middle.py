"""The middle of a conversation: the question, the notes under it, and the way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from planner.domain.talk_time import question_of
from ui import assets, theme
from ui.running_talk import RunningTalk
from ui.talk_keys import tips
from ui.widgets.layouts import button, row
from ui.widgets.notes_field import NotesField
from ui.widgets.question_view import QuestionView
from ui.widgets.talk_hint import TalkHint
from ui.widgets.text import Pill, Text

HOUR = 3600  # seconds
AIR = 16  # pixels above the question, where there is room for it
SHRINKS = QSizePolicy.Policy.Maximum


def clock(seconds: int) -> str:
    """ "16:24", or "1:04:10" past the hour."""
    hours, rest = divmod(max(seconds, 0), HOUR)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


class TalkMiddle(QWidget):
    """One question at a time.

    Signals:
        typed(str): what stands in the notes.
        next_wanted(), skip_wanted(), back_wanted(), finish_wanted()
    """

    typed = Signal(str)
    next_wanted = Signal()
    skip_wanted = Signal()
    back_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = tips()
        self._shown: tuple[str, str] | None = None  # prompt id and reason on screen
        self._where = Text("", "caps")
        self._where.setObjectName("where")
        self._paused = Pill(self.tr("Paused"), "gold")
        self._clock = Text("", "clock", wrap=False)
        self._clock.setObjectName("clock")
        self._clock.setAccessibleName(self.tr("Time talked"))
        self._question = QuestionView()
        self.hint = TalkHint()
        self.notes = NotesField()
        self.notes.typed.connect(self.typed)
        self._back = button(self.tr("Back"), self.back_wanted.emit, "quiet", "previous")
        self._skip = button(self.tr("Skip"), self.skip_wanted.emit, name="skip")
        self._next = button("", self.next_wanted.emit, "primary", "next")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow at the right
        self._end = button(
            self.tr("Finish conversation"), self.finish_wanted.emit, "primary", "finish-here"
        )
        for press, name in (
            (self._back, "previous"),
            (self._skip, "skip"),
            (self._next, "next"),
            (self._end, "finish"),
        ):
            press.setToolTip(tip[name])
            # A click leaves the focus where it is, so that Space does not press the button again.
            press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        head = row(self._where, self._paused, self._clock, gap=10)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addSpacerItem(QSpacerItem(0, AIR, SHRINKS, SHRINKS))
        column.addWidget(self._question)
        column.addWidget(self.hint)
        column.addWidget(self.notes, 1)
        self._foot = row(self._back, None, self._skip, self._next, self._end, gap=10)
        self._stretch = QWidget()
        column.addWidget(self._stretch, 1)
        column.addLayout(self._foot)

    def show_question(self, talk: RunningTalk, reason: str) -> None:
        """The question where the talk is; past the last, what to do then."""
        prompt = talk.prompt
        asking = prompt is not None
        for widget, seen in (
            (self._skip, asking),
            (self._next, asking),
            (self.notes, asking),
            (self._end, not asking),
            (self._stretch, not asking),
        ):
            widget.setVisible(seen)
        self._back.setEnabled(talk.now.at > 0)
        shown = (prompt.id if prompt else "", reason)
        if shown != self._shown:
            self._shown = shown
            self.notes.setAccessibleDescription(prompt.text if prompt else "")
            if prompt is not None:
                self._question.show_prompt(prompt, reason)
            else:
                self._question.show_end(
                    self.tr("That was the last question."),
                    self.tr(
                        "Say back who does what by when, agree when you meet again, and thank "
                        "each other. The debrief comes next, when you are alone again."
                    ),
                )
        self._where.setText(self._where_words(talk))
        self.notes.show_text(talk.noted())
        self._next.setText(self._next_words(talk))
        self.show_time(talk)

    def show_time(self, talk: RunningTalk) -> None:
        """The clock and what goes with it; once a second."""
        self._clock.setText(clock(talk.now.elapsed))
        self._paused.setVisible(talk.paused)
        self.hint.show_talk(talk)

    def forget_shown(self) -> None:
        """Everything is to be shown anew: another conversation, or another palette."""
        self._shown = None
        self._back.setIcon(assets.icon("back", theme.current().soft))
        self._next.setIcon(assets.icon("forward", theme.current().on_pine))

    def _where_words(self, talk: RunningTalk) -> str:
        at, of = question_of(talk.now, talk.guide)
        prompt = talk.prompt
        index = talk.guide.phase_index(prompt.id) if prompt else None
        if index is None:
            return self.tr("After the last question")
        words = self.tr("{phase} · question {at} of {of}")
        return words.format(phase=talk.guide.phases[index].title, at=at, of=of)

    def _next_words(self, talk: RunningTalk) -> str:
        now = talk.now
        ahead = now.script[now.at + 1 :]
        leafing = talk.prompt is not None and talk.prompt.id in now.asked and bool(ahead)
        if leafing or any(prompt not in now.asked for prompt in ahead):
            return self.tr("Next question")
        return self.tr("That was the last")
