"""A question that goes deeper, after a dot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.text import Text

DOT = 6  # pixels across


class FollowUp(QWidget):
    """A dot and the words, wrapped beside it."""

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
