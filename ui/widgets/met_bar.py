"""How many of those met became a conversation, as a thin bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

HIGH = 6  # pixels
ROUND = 3  # pixels of the corners' radius


class MetBar(QWidget):
    """The whole is everybody met; in pine those with whom there was a 1-2-1 since.

    It tells shares, as long for a small group as for a large one. The words beside it say the same.
    """

    def __init__(self, talked: int, people: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talked = talked / people if people else 0.0
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), HIGH)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(whole, ROUND, ROUND)
        if self._talked:
            whole.setWidth(max(whole.width() * self._talked, 2 * ROUND))
            painter.setBrush(theme.colour("pine"))
            painter.drawRoundedRect(whole, ROUND, ROUND)

    def sizeHint(self) -> QSize:
        return QSize(120, HIGH)
