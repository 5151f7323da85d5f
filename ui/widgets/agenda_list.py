"""The coming days as a list: up and down between what is on, a 1-2-1 dragged or moved by keys."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.meetings import Meeting
from ui.models.agenda import AgendaModel, AgendaRow
from ui.widgets.agenda_rows import AgendaRows
from ui.widgets.row_list import CENTRED, HeadedList

QUARTER = 15  # minutes
SOONER_LATER = {Qt.Key.Key_Left: -QUARTER, Qt.Key.Key_Right: QUARTER}
DAYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
NOTHING = AgendaRow(date.min, head="-")


class AgendaList(HeadedList):
    """Stands on a 1-2-1, or on a time that is taken or free.

    Signals:
        moved_on(): it stands on another row.
        opened(int): go into this 1-2-1.
        plan_wanted(object): plan a 1-2-1 on this date.
        today_wanted(): go to today.
        turned(int): 1 for the days after those shown, -1 for those before.
        dropped(object, object): this Meeting was dragged to that date.
        nudged(object, int, int): this Meeting is to go so many days and minutes on.
    """

    moved_on = Signal()
    opened = Signal(int)
    plan_wanted = Signal(object)
    today_wanted = Signal()
    turned = Signal(int)
    dropped = Signal(object, object)
    nudged = Signal(object, int, int)

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.days = model
        self._drawn = AgendaRows(self)
        self._pressed: tuple[QPoint, Meeting] | None = None
        self.setObjectName("agenda")
        self.setAccessibleName(self.tr("Agenda"))
        self.setProperty("look", "framed")
        self.setSelectionMode(HeadedList.SelectionMode.SingleSelection)
        self.setItemDelegate(self._drawn)
        self._measure()
        self.selectionModel().currentChanged.connect(self.moved_on)

    @property
    def row(self) -> AgendaRow:
        """What it stands on."""
        return self.days.row(self.currentIndex().row()) or NOTHING

    def stand_on(self, row: int) -> None:
        """Goes to a row, which comes in sight with its neighbours."""
        index = self.days.index(row)
        if index.isValid():
            self.setCurrentIndex(index)
            if not self.viewport().rect().contains(self.visualRect(index)):
                self.scrollTo(index, CENTRED)
        self.moved_on.emit()

    def _drop_nowhere(self) -> None:
        self._pressed = None
        self._drawn.dragged, self._drawn.target = 0, None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _enter(self) -> None:
        if self.row.meeting is not None:
            self.opened.emit(self.row.meeting.id)
        elif self.row.words:
            self.plan_wanted.emit(self.row.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        meeting = self.row.meeting
        if key == Qt.Key.Key_Escape and self._drawn.dragged:
            self._drop_nowhere()
        elif held == Qt.KeyboardModifier.ControlModifier and key in {**DAYS, **SOONER_LATER}:
            if meeting is not None:
                self.nudged.emit(meeting, DAYS.get(key, 0), SOONER_LATER.get(key, 0))
        elif held:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._enter()
        elif key == Qt.Key.Key_N:
            if self.row.words:
                self.plan_wanted.emit(self.row.day)
        elif key == Qt.Key.Key_T:
            self.today_wanted.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        one = self.days.row(self.indexAt(event.position().toPoint()).row())
        if event.button() is Qt.MouseButton.LeftButton and one and one.meeting:
            self._pressed = (event.position().toPoint(), one.meeting)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        start, meeting = self._pressed
        at = event.position().toPoint()
        far = (at - start).manhattanLength() >= QApplication.startDragDistance()
        if not meeting.planned or not (far or self._drawn.dragged):
            return
        self._drawn.dragged = meeting.id
        over = self.days.row(self.indexAt(at).row())
        self._drawn.target = over.day if over and over.words else None
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, target, dragged = self._pressed, self._drawn.target, self._drawn.dragged
        self._drop_nowhere()
        if pressed is not None and dragged and target is not None:
            self.dropped.emit(pressed[1], target)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self._enter()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drop_nowhere()
