"""One question in large type, and what goes with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.guides import Principle, Prompt
from ui.widgets.follow_up import FollowUp
from ui.widgets.layouts import clear
from ui.widgets.text import LeadText, Text
from ui.widgets.why_line import WhyLine

LEAST = 96  # pixels in height: two lines of a question, the rest by scrolling


class QuestionView(QScrollArea):
    """As high as the question needs; scrolls where the window has less."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("question-view")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._question = Text("", "question")
        self._question.setObjectName("question")
        self._reason = Text("", "accent")
        self._reason.setObjectName("reason")
        self._why = WhyLine()
        self._why.folded.connect(self._on_folded)
        self._say_back = QVBoxLayout()
        self._say_back.setSpacing(4)
        self._deeper = Text(self.tr("Go deeper"), "caps")
        self._follow_ups = QVBoxLayout()
        self._follow_ups.setSpacing(3)
        self._inner = inner = QWidget()
        inner.setProperty("look", "scrolled")
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addWidget(self._reason)
        column.addWidget(self._why)
        column.addLayout(self._say_back)
        column.addSpacing(2)
        column.addWidget(self._deeper)
        column.addLayout(self._follow_ups)
        column.addStretch(1)
        self.setWidget(inner)

    def show_prompt(self, prompt: Prompt, reason: str, principle: Principle | None = None) -> None:
        """A question with its reason for this person, "" for none, and whose idea it is."""
        self._show(prompt.text, reason, prompt.follow_ups)
        self._why.show_why(prompt.why, prompt.principle, principle)
        if prompt.read_back:  # one of the user's own may have none
            said = f"“{prompt.read_back}”"
            self._say_back.addWidget(LeadText(self.tr("Say back:"), said, "blue"))
        if prompt.dont:
            self._say_back.addWidget(LeadText(self.tr("Careful:"), prompt.dont, "ember"))
        self._settle()

    def show_end(self, words: str, sentence: str) -> None:
        """There is no question any more; what to do instead."""
        self._show(words, "", ())
        self._why.show_why(sentence)
        self._settle()

    def _show(self, words: str, reason: str, follow_ups: tuple[str, ...]) -> None:
        self._question.setText(words)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        clear(self._say_back)
        clear(self._follow_ups)
        self._deeper.setVisible(bool(follow_ups))
        for text in follow_ups:
            self._follow_ups.addWidget(FollowUp(text))

    def _on_folded(self) -> None:
        """More of the why is to be seen, or less; it is scrolled to where room is short."""
        self.updateGeometry()
        self._column.activate()
        self._inner.adjustSize()
        self.ensureWidgetVisible(self._why, 0, 0)

    def _settle(self) -> None:
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = max(self.viewport().width(), 200)
        return QSize(width, max(self._column.totalHeightForWidth(width), LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
