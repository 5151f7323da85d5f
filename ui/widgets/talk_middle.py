"""The middle of a conversation: the question, the notes under it, and the way on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from planner.domain.guides import Principle
from planner.domain.talk_time import question_of
from ui.running_talk import RunningTalk
from ui.widgets.layouts import row
from ui.widgets.notes_field import NotesField
from ui.widgets.question_view import QuestionView
from ui.widgets.talk_foot import TalkFoot
from ui.widgets.talk_hint import TalkHint
from ui.widgets.text import Pill, Text

translate = QCoreApplication.translate

HOUR = 3600  # seconds
AIR = 16  # pixels above the question, where there is room for it
SHRINKS = QSizePolicy.Policy.Maximum


def clock(seconds: int) -> str:
    """ "16:24", or "1:04:10" past the hour."""
    hours, rest = divmod(max(seconds, 0), HOUR)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def where_words(talk: RunningTalk) -> str:
    """Which phase it is, and which question of how many."""
    at, of = question_of(talk.now, talk.guide)
    prompt = talk.prompt
    index = talk.guide.phase_index(prompt.id) if prompt else None
    if index is None:
        return translate("TalkMiddle", "After the last question")
    words = translate("TalkMiddle", "{phase} · question {at} of {of}")
    return words.format(phase=talk.guide.phases[index].title, at=at, of=of)


def pace_words(talk: RunningTalk) -> str:
    """How many questions there is time for, where that is fewer than are left; "" else."""
    if talk.none_left:
        return translate("TalkMiddle", "No other question is left for this part.")
    worth, to_come = len(talk.worth_asking()), talk.to_come()
    if worth >= to_come:
        return ""
    words = translate("TalkMiddle", "Time for {worth} of the {left} questions left")
    if worth == 1:
        words = translate("TalkMiddle", "Time for this question alone")
    return words.format(worth=worth, left=to_come)


class TalkMiddle(QWidget):
    """One question at a time.

    Signals:
        typed(str): what stands in the notes.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, str] | None = None  # prompt id and reason on screen
        self._principles: dict[str, Principle] = {}  # by the name that prompts give them
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
        self.foot = TalkFoot()
        self._pace = Text("", "small")
        self._pace.setObjectName("pace")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        head = row(self._where, self._paused, self._clock, gap=10)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self._pace)
        column.addSpacerItem(QSpacerItem(0, AIR, SHRINKS, SHRINKS))
        column.addWidget(self._question)
        column.addWidget(self.hint)
        column.addWidget(self.notes, 1)
        self._stretch = QWidget()
        column.addWidget(self._stretch, 1)
        column.addWidget(self.foot)

    def know_principles(self, principles: Iterable[Principle]) -> None:
        """Whose ideas the questions to come may rest on."""
        self._principles = {principle.name: principle for principle in principles}

    def show_question(self, talk: RunningTalk, reason: str) -> None:
        """The question where the talk is; past the last, what to do then."""
        prompt = talk.prompt
        asking = prompt is not None
        for widget, seen in (
            (self.notes, asking),
            (self._stretch, not asking),
        ):
            widget.setVisible(seen)
        shown = (prompt.id if prompt else "", reason)
        if shown != self._shown:
            self._shown = shown
            self.notes.setAccessibleDescription(prompt.text if prompt else "")
            if prompt is not None:
                principle = self._principles.get(prompt.principle)
                self._question.show_prompt(prompt, reason, principle)
            else:
                self._question.show_end(
                    self.tr("That was the last question."),
                    self.tr(
                        "Say back who does what by when, agree when you meet again, and thank "
                        "each other. The debrief comes next, when you are alone again."
                    ),
                )
        self._where.setText(where_words(talk))
        self.notes.show_text(talk.noted())
        self.foot.show_talk(talk)
        self.show_time(talk)

    def show_time(self, talk: RunningTalk) -> None:
        """The clock and what goes with it; once a second."""
        self._clock.setText(clock(talk.now.elapsed))
        self._paused.setVisible(talk.paused)
        pace = pace_words(talk)
        if self._pace.text() != pace:
            self._pace.setText(pace)
        self._pace.setVisible(bool(pace))
        self.hint.show_talk(talk)

    def forget_shown(self) -> None:
        """Everything is to be shown anew: another conversation, or another palette."""
        self._shown = None
        self.foot.paint_icons()
