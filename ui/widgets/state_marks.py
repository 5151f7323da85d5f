"""A small mark for how each 1-2-1 stands, so that colour alone need not tell it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from planner.domain.meetings import State
from ui import hues, theme, wording

SMALL = 0.88  # of the text's size, as the style sheet's small words
AIR = 6  # pixels between a mark and its word
BETWEEN = 16  # pixels between two of them


def small(font: QFont, *, bold: bool = False) -> QFont:
    """The font of a calendar's small words."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * SMALL)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def ground_of(state: State) -> QColor:
    hue = hues.of_state(state)
    return theme.colour("side" if hue == "plain" else f"{hue}_ground")


def ink_of(state: State) -> QColor:
    hue = hues.of_state(state)
    return theme.colour("soft" if hue == "plain" else f"{hue}_text")


def paint_mark(painter: QPainter, area: QRectF, state: State) -> None:
    """A ring for proposed, a disc for agreed, a tick for held, a cross and a dash for the rest."""
    colour = ink_of(state)
    pen = QPen(colour, max(1.5, area.width() / 5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = area.adjusted(0.75, 0.75, -0.75, -0.75)
    if state is State.PROPOSED:
        painter.drawEllipse(inner)
    elif state is State.AGREED:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(area)
    elif state is State.HELD:
        low = QPointF(inner.left() + inner.width() * 0.4, inner.bottom() - inner.height() * 0.1)
        painter.drawLine(QPointF(inner.left(), inner.center().y() + 0.5), low)
        painter.drawLine(low, QPointF(inner.right(), inner.top() + inner.height() * 0.15))
    elif state is State.CANCELLED:
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.bottomLeft(), inner.topRight())
    else:
        middle = inner.center().y()
        painter.drawLine(QPointF(inner.left(), middle), QPointF(inner.right(), middle))


class StateLegend(QWidget):
    """Which mark means what, in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("state-legend")
        self.setAccessibleName(self.tr("What the marks mean"))
        words = ", ".join(wording.state(state).lower() for state in State)
        self.setAccessibleDescription(words)

    def _parts(self) -> list[tuple[State, str, int]]:
        metrics = QFontMetrics(small(self.font()))
        named = [(state, wording.state(state)) for state in State]
        return [(state, words, metrics.horizontalAdvance(words)) for state, words in named]

    def _mark(self) -> int:
        return int(QFontMetrics(small(self.font())).capHeight())

    def sizeHint(self) -> QSize:
        across = sum(self._mark() + AIR + width for _, _, width in self._parts())
        high = QFontMetrics(small(self.font())).height() + 14
        return QSize(across + BETWEEN * (len(State) - 1) + 2, high)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = small(self.font())
        painter.setFont(font)
        metrics, mark, left = QFontMetrics(font), self._mark(), 1
        base = (self.height() + metrics.capHeight()) // 2
        for state, words, width in self._parts():
            paint_mark(painter, QRectF(left, base - mark, mark, mark), state)
            painter.setPen(theme.colour("soft"))
            painter.drawText(left + mark + AIR, base, words)
            left += mark + AIR + width + BETWEEN
        painter.end()
