"""A list's rows with a round mark, a name, a softer line below it, and a dot at the right.

Drawn by a delegate: a widget a row would not scroll with ten thousand people.
"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.widgets.avatar import paint_avatar

Index = QModelIndex | QPersistentModelIndex

MARK = 32  # pixels across
SIDE = 14  # pixels left and right
GAP = 10  # pixels between the parts
DOT = 8  # pixels across


class Role(IntEnum):
    """What a model tells of a row beside Qt's DisplayRole, the name."""

    SUBTITLE = Qt.ItemDataRole.UserRole + 1  # str
    INITIALS = Qt.ItemDataRole.UserRole + 2  # str; "" for no round mark
    HUE = Qt.ItemDataRole.UserRole + 3  # a hue of ui.theme
    DOT = Qt.ItemDataRole.UserRole + 4  # a hue, or "" for no dot; the tooltip says what it means
    ASIDE = Qt.ItemDataRole.UserRole + 5  # a word at the right, such as a date or kind
    PORTRAIT = Qt.ItemDataRole.UserRole + 6  # a QImage in place of the initials, or None


class TwoLines(QStyledItemDelegate):
    """Paints such rows; all are equally high."""

    BELOW = 1  # lines that the softer words may take

    def _bold(self, option: QStyleOptionViewItem) -> QFont:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("pine_ground"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.colour("side"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.colour("pine"))

    def _paint_left(self, painter: QPainter, area: QRect, index: Index) -> int:
        """Where the mark begins; rows with something before it draw it here."""
        return area.left() + SIDE

    def _paint_right(self, painter: QPainter, area: QRect, index: Index, font: QFont) -> int:
        """Draws the dot or the word at the right; returns where the room for text ends."""
        right = area.right() - SIDE
        if hue := str(index.data(Role.DOT) or ""):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(hue))
            middle = QPointF(right - DOT / 2, area.center().y() + 0.5)
            painter.drawEllipse(middle, DOT / 2, DOT / 2)
            right -= DOT + GAP
        if aside := str(index.data(Role.ASIDE) or ""):
            width = QFontMetrics(font).horizontalAdvance(aside)
            painter.setFont(font)
            painter.setPen(theme.colour("soft"))
            box = QRect(right - width, area.top(), width, area.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, aside)
            right -= width + GAP
        return right

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, area)
        left = self._paint_left(painter, area, index)
        if initials := str(index.data(Role.INITIALS) or ""):
            mark = QRectF(left, area.center().y() - MARK / 2 + 0.5, MARK, MARK)
            hue, portrait = str(index.data(Role.HUE) or "pine"), index.data(Role.PORTRAIT)
            paint_avatar(painter, mark, initials, hue, portrait)
            if chosen(option) and portrait is None:
                outline(painter, hue).drawEllipse(mark)
            left += MARK + GAP
        font = QFont(option.font)
        right = self._paint_right(painter, area, index, font)
        bold = self._bold(option)
        room = max(right - left, 0)
        name = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        below = str(index.data(Role.SUBTITLE) or "")
        metrics, bold_metrics = QFontMetrics(font), QFontMetrics(bold)
        lines = in_lines(below, font, room, self.BELOW)
        height = bold_metrics.height() + (len(lines) * metrics.height() + 2 if lines else 0)
        top = area.top() + (area.height() - height) // 2
        painter.setFont(bold)
        painter.setPen(theme.colour("ink"))
        ellipsis = Qt.TextElideMode.ElideRight
        painter.drawText(
            left, top + bold_metrics.ascent(), bold_metrics.elidedText(name, ellipsis, room)
        )
        if lines:
            painter.setFont(font)
            painter.setPen(theme.colour("soft"))
            base = top + bold_metrics.height() + 2 + metrics.ascent()
            for line in lines:
                painter.drawText(left, base, line)
                base += metrics.height()
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = (1 + self.BELOW) * QFontMetrics(option.font).height() + 19
        return QSize(200, max(height, MARK + 14))


def chosen(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


def outline(painter: QPainter, hue: str) -> QPainter:
    """Ready to draw the edge of what has its own ground: a chosen row's is alike."""
    painter.setPen(theme.colour("soft" if hue == "plain" else f"{hue}_text"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return painter


def in_lines(words: str, font: QFont, room: int, most: int) -> list[str]:
    """The words in as many lines as they need; the last one ends in an ellipsis if it must."""
    metrics = QFontMetrics(font)
    lines: list[str] = []
    while words and len(lines) < most - 1 and metrics.horizontalAdvance(words) > room:
        parts = words.split(" ")
        fits = next(
            (
                n
                for n in range(len(parts) - 1, 0, -1)
                if metrics.horizontalAdvance(" ".join(parts[:n])) <= room
            ),
            0,
        )
        if not fits:
            break
        lines.append(" ".join(parts[:fits]))
        words = " ".join(parts[fits:])
    return [*lines, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)] if words else []
