"""A list's rows of two lines with a box at the left, to be ticked by a click on it or by Space."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from ui import theme
from ui.widgets.two_lines import GAP, SIDE, Index, TwoLines

BOX = 16  # pixels across, as the style sheet has its boxes
REACH = 10  # pixels around the box that still mean it


class TickedRows(TwoLines):
    """Paints a box before each row whose model knows of one, and ticks it."""

    def _paint_left(self, painter: QPainter, area: QRect, index: Index) -> int:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return super()._paint_left(painter, area, index)
        box = box_in(area)
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        painter.setPen(theme.colour("pine" if ticked else "soft"))
        painter.setBrush(theme.colour("pine" if ticked else "card"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if ticked:
            pen = QPen(theme.colour("on_pine"), 2)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            x, y = box.left(), box.top()
            corners = ((4, 8.5), (7, 11.5), (12, 5))  # of the tick
            painter.drawPolyline([QPointF(x + dx, y + dy) for dx, dy in corners])
        return box.right() + 1 + GAP

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None or not _means_box(event, option.rect):
            return False
        ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        turned = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, turned, Qt.ItemDataRole.CheckStateRole)


def box_in(area: QRect) -> QRect:
    """Where the box of a row stands that fills `area`."""
    return QRect(area.left() + SIDE, area.center().y() - BOX // 2 + 1, BOX, BOX)


def _means_box(event: QEvent, area: QRect) -> bool:
    """Whether a key or the mouse means the box."""
    if isinstance(event, QKeyEvent):
        return event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space
    if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
        return False
    # A quick second click comes as a double one, and its release must not count again.
    if event.type() is not QEvent.Type.MouseButtonRelease:
        return False
    around = box_in(area).adjusted(-REACH, -REACH, REACH, REACH)
    return around.contains(event.position().toPoint())
