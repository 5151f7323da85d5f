"""A list's rows of 1-2-1s: whom with, when and where, how it stands; and the heads between."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.models.meetings import MeetingRole
from ui.widgets.two_lines import GAP, SIDE, Index, TwoLines, chosen, outline

SMALL = 0.88  # of the text's size, as the style sheet's pills
PILL_SIDE, PILL_ABOVE, CORNER = 8, 3, 9  # pixels


class MeetingRows(TwoLines):
    """Paints the state as a pill at the right."""

    _chosen = False  # the row being painted

    def _small(self, font: QFont) -> QFont:
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * SMALL)
        small.setWeight(QFont.Weight.DemiBold)
        return small

    def _paint_right(self, painter: QPainter, area: QRect, index: Index, font: QFont) -> int:
        words = str(index.data(MeetingRole.STATE) or "")
        hue = str(index.data(MeetingRole.STATE_HUE) or "plain")
        small = self._small(font)
        metrics = QFontMetrics(small)
        width = metrics.horizontalAdvance(words) + 2 * PILL_SIDE
        height = metrics.height() + 2 * PILL_ABOVE
        right = area.right() - SIDE
        pill = QRectF(right - width, area.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("side" if hue == "plain" else f"{hue}_ground"))
        painter.drawRoundedRect(pill, CORNER, CORNER)
        if self._chosen:
            outline(painter, hue).drawRoundedRect(pill, CORNER, CORNER)
        painter.setFont(small)
        painter.setPen(theme.colour("soft" if hue == "plain" else f"{hue}_text"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return int(right - width - GAP)

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        painter.save()
        painter.setFont(self._small(option.font))
        painter.setPen(theme.colour("soft"))
        words = area.adjusted(SIDE, 0, -SIDE, -7)
        low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, low, str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.setPen(theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(MeetingRole.HEAD):
            self._paint_head(painter, option, index)
        else:
            self._chosen = chosen(option)
            super().paint(painter, option, index)
