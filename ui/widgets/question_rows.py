"""A list's rows of questions: up to two lines of words, a star, a word at the right; and heads."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.models.questions import QuestionRole
from ui.widgets.two_lines import GAP, SIDE, Index, TwoLines, in_lines

SMALL = 0.88  # of the text's size, as the style sheet's small words
LINES = 2  # of a question; the card beside has it whole
AIR = 20  # pixels above and below the words together
STAR = 7  # pixels from a star's middle to its points


class QuestionRows(TwoLines):
    """Paints a question in a row, softer where it is left out."""

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        painter.save()
        painter.setFont(_small(option.font, QFont.Weight.DemiBold))
        painter.setPen(theme.colour("soft"))
        words = area.adjusted(SIDE, 0, -SIDE, -7)
        told = QFontMetrics(painter.font()).elidedText(
            str(index.data(Qt.ItemDataRole.DisplayRole)), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, told)
        painter.setPen(theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(QuestionRole.HEAD):
            self._paint_head(painter, option, index)
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, area)
        left, right = area.left() + SIDE, area.right() - SIDE
        if index.data(QuestionRole.FAVOURITE):
            paint_star(painter, QPointF(right - STAR, area.center().y() + 0.5))
            right -= 2 * STAR + GAP
        if aside := str(index.data(QuestionRole.ASIDE) or ""):
            small = _small(option.font)
            width = QFontMetrics(small).horizontalAdvance(aside)
            painter.setFont(small)
            painter.setPen(theme.colour("soft"))
            box = QRect(right - width, area.top(), width, area.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, aside)
            right -= width + GAP
        font = QFont(option.font)
        metrics = QFontMetrics(font)
        lines = in_lines(str(index.data() or ""), font, max(right - left, 0), LINES)
        painter.setFont(font)
        painter.setPen(theme.colour("soft" if index.data(QuestionRole.LEFT_OUT) else "ink"))
        base = area.top() + (area.height() - len(lines) * metrics.height()) // 2 + metrics.ascent()
        for line in lines:
            painter.drawText(left, base, line)
            base += metrics.height()
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index | QModelIndex) -> QSize:
        return QSize(200, LINES * QFontMetrics(option.font).height() + AIR)


def paint_star(painter: QPainter, middle: QPointF) -> None:
    """A small star of five points, gold."""
    points = []
    for corner in range(10):
        radius = STAR if corner % 2 == 0 else STAR * 0.45
        angle = -pi / 2 + corner * pi / 5
        points.append(middle + QPointF(radius * cos(angle), radius * sin(angle)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("gold"))
    painter.drawPolygon(QPolygonF(points))


def _small(font: QFont, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    small.setWeight(weight)
    return small
