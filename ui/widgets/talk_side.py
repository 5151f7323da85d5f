"""The side of a conversation: with whom, how far, and who is talking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from planner.domain.people import Person
from planner.domain.talk_time import balance, progress
from ui import assets, theme
from ui.running_talk import RunningTalk
from ui.talk_keys import tips
from ui.widgets.layouts import Scrolled, button, row
from ui.widgets.phase_list import PhaseList
from ui.widgets.talk_balance import INSET, TalkBalance
from ui.widgets.text import ElidedText, Text

SIDE = 12  # pixels left and right; the words stand a little further in


class TalkSide(QFrame):
    """With whom, the phases, who is talking, and the ways out.

    Signals:
        phase_wanted(str): to the phase of this id.
        speaker_wanted(), pause_wanted(), table_wanted(), finish_wanted(), leave_wanted()
    """

    phase_wanted = Signal(str)
    speaker_wanted = Signal()
    pause_wanted = Signal()
    table_wanted = Signal()
    finish_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = tips()
        self.setProperty("look", "side")
        self._leave = button(self.tr("Today"), self.leave_wanted.emit, "quiet", "leave")
        self._leave.setToolTip(self.tr("Back to Today; everything is kept (Esc)"))
        self._name = Text("", "name")
        self._name.setObjectName("talk-with")
        self._headline = ElidedText("", "soft")
        self._phases = PhaseList()
        self._phases.chosen.connect(self.phase_wanted)
        self._speaking = Text("", "strong")
        self._speaking.setObjectName("speaking")
        self._balance = TalkBalance()
        self._balance.clicked.connect(self.speaker_wanted)
        self._balance.setToolTip(f"{tip['speaker']}\n{self._balance.about_band()}")
        self._hints = self._keys_to_switch()
        self._pause = button("", self.pause_wanted.emit, name="pause")
        self._pause.setToolTip(tip["pause"])
        self._table = button(self.tr("Small window"), self.table_wanted.emit, name="table")
        self._table.setToolTip(tip["table"])
        self._finish = button(
            self.tr("Finish conversation"), self.finish_wanted.emit, name="finish"
        )
        self._finish.setToolTip(tip["finish"])
        self._lay_out()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(10, 0, 10, 0)
        head.setSpacing(3)
        head.addWidget(Text(self.tr("Conversation with"), "caps"))
        head.addSpacing(4)
        head.addWidget(self._name)
        head.addWidget(self._headline)
        self._around = phases = Scrolled()
        phases.body.setContentsMargins(0, 0, 0, 0)
        phases.body.addWidget(self._phases)
        phases.body.addStretch(1)
        talking = QVBoxLayout()
        talking.setContentsMargins(6, 0, 6, 0)
        talking.setSpacing(4)
        for part in (Text(self.tr("Who is talking"), "caps"), self._speaking):
            part.setContentsMargins(INSET, 0, INSET, 0)
            talking.addWidget(part)
        talking.addWidget(self._balance)
        talking.addLayout(self._hints)

        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 14, SIDE, 18)
        column.setSpacing(10)
        column.addLayout(row(self._leave, None))
        column.addLayout(head)
        column.addWidget(phases, 1)
        column.addLayout(talking)
        column.addLayout(row(self._pause, self._table))
        column.addWidget(self._finish)

    def show_person(self, person: Person) -> None:
        self._name.setText(person.name)
        self._headline.set_whole(person.headline)
        self._headline.setVisible(bool(person.headline))

    def show_talk(self, talk: RunningTalk, person: Person) -> None:
        """Everything that moves with a question, a speaker or a second."""
        before = self._phases.here()
        self._phases.show_phases(progress(talk.now, talk.guide, talk.meeting.minutes))
        here = self._phases.here()
        if here is not None and here is not before:
            self._around.ensureWidgetVisible(here)
        self._balance.show_balance(balance(talk.now), talk.now.speaker, person)
        speaking = self.tr("Paused") if talk.paused else self._balance.speaking()
        if self._speaking.text() != speaking:
            self._speaking.setText(speaking)
        self._finish.setVisible(talk.prompt is not None)  # else it stands below the words
        words = self.tr("Go on") if talk.paused else self.tr("Pause")
        if self._pause.text() != words:
            self._pause.setText(words)

    def _keys_to_switch(self) -> QStackedLayout:
        """Which key switches the speaker: Space alone belongs to the notes while writing.

        One behind the other, so that nothing moves where the longer one needs two lines.
        """
        hints = QStackedLayout()
        for key in ("Space", "Ctrl+Space"):
            native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            words = self.tr("{key} switches the speaker").format(key=native)
            # A parent from the first: the layout shows the first one at once.
            hint = Text(words, "small", parent=self)
            hint.setObjectName("speaker-hint")
            hint.setAlignment(Qt.AlignmentFlag.AlignTop)
            hint.setContentsMargins(INSET, 0, INSET, 0)
            hints.addWidget(hint)
        return hints

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._hints.setCurrentIndex(isinstance(now, QLineEdit | QPlainTextEdit))

    def paint_icons(self) -> None:
        self._leave.setIcon(assets.icon("back", theme.current().soft))
