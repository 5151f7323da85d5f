"""Rows of people met, each with a cross that takes them out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from ui import assets, theme
from ui.models.people_met import PeopleMetModel
from ui.widgets.row_list import RowList
from ui.widgets.two_lines import GAP, SIDE, Index, TwoLines

ROWS = 4  # there is room for; more are scrolled to
CROSS = 14  # pixels of the mark that takes somebody out
REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class MetRows(RowList):
    """The people added; Delete or a click on its cross takes one out.

    Signals:
        unwanted(int): the person in this row was not met there.
    """

    unwanted = Signal(int)

    def __init__(self, model: PeopleMetModel) -> None:
        super().__init__(model)
        self.setObjectName("people-met")
        self.setProperty("look", "framed")
        self.setAccessibleName(self.tr("People you met"))
        self.setAccessibleDescription(self.tr("Delete takes one out"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        delegate = _WithCross(self)
        delegate.pressed.connect(self.unwanted)
        self.setItemDelegate(delegate)

    def _measure(self) -> None:
        super()._measure()
        self.setFixedHeight(ROWS * self.verticalHeader().defaultSectionSize() + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in REMOVING and self.currentIndex().isValid():
            self.unwanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class _WithCross(TwoLines):
    """Rows with a cross at the right.

    Signals:
        pressed(int): the cross of this row was clicked.
    """

    pressed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._crosses: dict[str, QPixmap] = {}  # by colour

    def _cross(self) -> QPixmap:
        shade = theme.current().soft
        if shade not in self._crosses:
            self._crosses[shade] = assets.pixmap("close", shade, CROSS, 2.0)
        return self._crosses[shade]

    def _paint_right(self, painter: QPainter, area: QRect, index: Index, font: QFont) -> int:
        painter.drawPixmap(cross_in(area), self._cross())
        return super()._paint_right(painter, area.adjusted(0, 0, -(CROSS + GAP), 0), index, font)

    def editorEvent(
        self,
        event: QEvent,
        model: object,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and event.position().x() >= cross_in(option.rect).left() - GAP
        ):
            self.pressed.emit(index.row())
            return True
        return False


def cross_in(area: QRect) -> QRect:
    """Where the cross of a row stands that fills `area`."""
    left = area.right() - SIDE - CROSS
    return QRect(left, area.center().y() - CROSS // 2 + 1, CROSS, CROSS)
