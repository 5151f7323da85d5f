"""A bar for a share: from the left for a part of the whole, from the middle for more or less."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

HEIGHT = 8  # pixels of the bar
ROOM = 12  # and of what it stands in
MARK = 2  # pixels of the line in the middle of a bar that goes either way


class ShareBar(QWidget):
    """Draws `share` (0..1, or -1..1 when `signed`); whoever shows it says it in words as well."""

    def __init__(
        self, share: float, hue: str, *, signed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._share = max(-1.0, min(1.0, share))
        self._hue = hue
        self._signed = signed
        self.setObjectName("share-bar")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def filled(self) -> float:
        """How much of the bar's width is filled, 0..1."""
        return abs(self._share) / 2 if self._signed else abs(self._share)

    def sizeHint(self) -> QSize:
        return QSize(120, ROOM)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, (self.height() - HEIGHT) / 2, self.width(), HEIGHT)
        painter.setBrush(theme.colour("side"))
        painter.drawRoundedRect(whole, HEIGHT / 2, HEIGHT / 2)
        length = whole.width() * self.filled
        begins = whole.left()
        if self._signed:
            begins = whole.center().x() - (length if self._share < 0 else 0)
        if length >= 1:
            painter.setBrush(theme.colour(self._hue))
            part = QRectF(begins, whole.top(), max(length, HEIGHT / 2), HEIGHT)
            painter.drawRoundedRect(part, HEIGHT / 2, HEIGHT / 2)
        if self._signed:
            middle = QRectF(whole.center().x() - MARK / 2, 0, MARK, self.height())
            painter.fillRect(middle, theme.colour("soft"))
