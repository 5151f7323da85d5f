"""The question in the small window: where it stands, the clock, and how to go deeper."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.running_talk import RunningTalk
from ui.widgets.layouts import row
from ui.widgets.talk_middle import clock, where_words
from ui.widgets.text import Pill, Text


class TableQuestion(QWidget):
    """One question in large type; what goes deeper stands below it where that is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""  # the prompt on screen
        self._where = Text("", "caps")
        self._where.setObjectName("table-where")
        self._paused = Pill(self.tr("Paused"), "gold")
        self._clock = Text("", "clock", wrap=False)
        self._clock.setObjectName("table-clock")
        self._clock.setAccessibleName(self.tr("Time talked"))
        self._question = Text("", "question")
        self._question.setObjectName("table-question")
        self._deeper = Text("", "soft")
        self._deeper.setObjectName("table-deeper")
        self._deeper.hide()
        head = row(self._where, self._paused, self._clock, gap=10)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._question)
        column.addWidget(self._deeper)

    def show_talk(self, talk: RunningTalk) -> None:
        """The question where the talk is; past the last, what to do then."""
        prompt = talk.prompt
        self._where.setText(where_words(talk))
        words = self.tr("That was the last question. Say back who does what by when.")
        self._question.setText(prompt.text if prompt else words)
        self._deeper.setText("\n".join(f"• {one}" for one in prompt.follow_ups) if prompt else "")
        now = prompt.id if prompt else ""
        if now != self._shown:
            self._shown = now
            self._deeper.hide()
        self.show_time(talk)

    def show_time(self, talk: RunningTalk) -> None:
        """The clock, and whether it stands."""
        self._clock.setText(clock(talk.now.elapsed))
        self._paused.setVisible(talk.paused)

    def go_deeper(self) -> None:
        """Shows what goes deeper into this question, or no more."""
        self._deeper.setVisible(self._deeper.isHidden() and bool(self._deeper.text()))
