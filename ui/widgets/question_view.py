"""One question in large type, and what goes with it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.guides import Prompt
from ui import theme
from ui.widgets.layouts import clear
from ui.widgets.text import LeadText, Text

LEAST = 96  # pixels in height: two lines of a question, the rest by scrolling
DOT = 6  # pixels across


class _FollowUp(QWidget):
    """A dot and a question that goes deeper."""

    def __init__(self, text: str) -> None:
        super().__init__()
        inner = QHBoxLayout(self)
        inner.setContentsMargins(DOT + 9, 0, 0, 0)
        words = Text(text)
        words.setObjectName("follow-up")
        inner.addWidget(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("pine"))
        middle = QFontMetrics(self.font()).height() / 2
        painter.drawEllipse(QPointF(DOT / 2, middle + 0.5), DOT / 2, DOT / 2)


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
        self._why = Text("", "soft")
        self._why.setObjectName("why")
        self._say_back = QVBoxLayout()
        self._say_back.setSpacing(4)
        self._deeper = Text(self.tr("Go deeper"), "caps")
        self._follow_ups = QVBoxLayout()
        self._follow_ups.setSpacing(3)
        inner = QWidget()
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

    def show_prompt(self, prompt: Prompt, reason: str) -> None:
        """A question with its reason for this person, "" for none."""
        self._show(prompt.text, reason, self._with_principle(prompt), prompt.follow_ups)
        self._say_back.addWidget(LeadText(self.tr("Say back:"), f"“{prompt.read_back}”", "blue"))
        self._say_back.addWidget(LeadText(self.tr("Careful:"), prompt.dont, "ember"))
        self._settle()

    def show_end(self, words: str, sentence: str) -> None:
        """There is no question any more; what to do instead."""
        self._show(words, "", sentence, ())
        self._settle()

    def _show(self, words: str, reason: str, why: str, follow_ups: tuple[str, ...]) -> None:
        self._question.setText(words)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._why.setText(why)
        clear(self._say_back)
        clear(self._follow_ups)
        self._deeper.setVisible(bool(follow_ups))
        for text in follow_ups:
            self._follow_ups.addWidget(_FollowUp(text))

    def _with_principle(self, prompt: Prompt) -> str:
        words = self.tr("{why} ({principle})", "why a question is asked, and whose idea that is")
        return words.format(why=prompt.why, principle=prompt.principle)

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
