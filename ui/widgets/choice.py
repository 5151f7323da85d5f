"""One of two ways something may be, to be chosen by a click or the arrow keys."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme

ACROSS, DOWN = 10, 6  # pixels of room around the words
DOT = 14  # pixels across the round mark
GAP = 8  # pixels between mark and words
ROUND = 8  # pixels of the corners' radius
LINE_BREAK = "\u2028"  # what Qt's text layout breaks a line at


class Choice(QAbstractButton):
    """Words that wrap in a frame with a round mark; the one chosen is on a soft ground.

    Plain text, whatever is in it. An exclusive QButtonGroup makes it one of several.
    """

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = text
        self._over = False
        self.setText(text.replace("&", "&&"))  # Qt takes a single one for a shortcut
        self.setObjectName(name)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """What it says, as it is read."""
        return self._said

    def _font(self) -> QFont:
        font = QFont(self.font())
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _left(self) -> int:
        return ACROSS + DOT + GAP

    def _layout(self, width: int, font: QFont) -> tuple[QTextLayout, float]:
        """The words broken into lines, and how high they are."""
        layout = QTextLayout(LINE_BREAK.join(self._said.splitlines()), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        room = max(width - self._left() - ACROSS, 30)
        top = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0.0, top))
            top += line.height()
        layout.endLayout()
        return layout, top

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # As high as with the broader letters of a chosen one, so that choosing moves nothing.
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return max(ceil(self._layout(width, font)[1]), DOT) + 2 * DOWN

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = self._left() + metrics.horizontalAdvance(self._said) + ACROSS + 8
        return QSize(width, max(metrics.height(), DOT) + 2 * DOWN)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + ACROSS + 40, QFontMetrics(self.font()).height() + 2 * DOWN)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        width = 1
        if self.hasFocus():
            width = 2
            frame.adjust(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour(self._frame()), width))
        painter.setBrush(theme.colour(self._ground()))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        font = self._font()
        line = QFontMetrics(font).height()
        middle = QPointF(ACROSS + DOT / 2, DOWN + max(line, DOT) / 2)
        painter.setPen(QPen(theme.colour("pine" if chosen else "soft"), 1.2))
        painter.setBrush(theme.colour("card"))
        painter.drawEllipse(middle, DOT / 2 - 1, DOT / 2 - 1)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pine"))
            painter.drawEllipse(middle, DOT / 2 - 4, DOT / 2 - 4)
        painter.setPen(theme.colour("ink" if chosen else "soft"))
        layout, _ = self._layout(self.width(), font)
        layout.draw(painter, QPointF(self._left(), DOWN + max(0, (DOT - line) // 2)))

    def _frame(self) -> str:
        if self.hasFocus():
            return "ink" if self.isChecked() else "pine"
        return "pine" if self.isChecked() else "line"

    def _ground(self) -> str:
        if self.isChecked():
            return "pine_ground"
        return "side" if self._over else "card"

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()
        super().leaveEvent(event)
