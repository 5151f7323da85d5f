"""A month's days as a table: arrows go from day to day, a 1-2-1 is dragged or moved by keys."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from planner.domain.agenda import Day
from planner.domain.meetings import Meeting
from ui.models.month import WEEK, MonthModel
from ui.widgets.month_days import Chip, MonthDays

ARROWS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -WEEK,
    Qt.Key.Key_Down: WEEK,
}
LIFT = QPoint(-12, -10)  # where a dragged chip lies, from the mouse
NO_DAY = Day(date.min)


class MonthGrid(QTableView):
    """Stands on one day, and there on one of its 1-2-1s, if it has any.

    Signals:
        moved_on(): it stands on another day or 1-2-1.
        stepped(): on the same day, on another 1-2-1; nobody reads that aloud by itself.
        day_wanted(object): the date to stand on, which may lie in another month.
        opened(int): go into this 1-2-1.
        day_opened(object): show everything that is on at this date.
        plan_wanted(object): plan a 1-2-1 on this date.
        dropped(object, object): this Meeting was dragged to that date.
        nudged(object, int): this Meeting is to go so many days on.
    """

    moved_on = Signal()
    stepped = Signal()
    day_wanted = Signal(object)
    opened = Signal(int)
    day_opened = Signal(object)
    plan_wanted = Signal(object)
    dropped = Signal(object, object)
    nudged = Signal(object, int)

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = model
        self._drawn = MonthDays(self)
        self._pressed: tuple[QPoint, Chip] | None = None
        self._mouse = QPoint()
        self.setObjectName("month")
        self.setAccessibleName(self.tr("Month"))
        self.setProperty("look", "framed")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
            header.setMinimumSectionSize(24)
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
        self.setModel(model)
        self.setItemDelegate(self._drawn)

    @property
    def day(self) -> Day:
        """The day it stands on."""
        return self.days.day(self.currentIndex()) or NO_DAY

    @property
    def chosen(self) -> Meeting | None:
        """The 1-2-1 it stands on; None on a day without."""
        ids = [one for one in self.day.meetings if one.id == self._drawn.chosen]
        return next(iter((*ids, *self.day.planned, *self.day.meetings)), None)

    def stand_on(self, day: date, meeting: int = 0) -> None:
        """Goes to a day that is shown, and there to a 1-2-1."""
        self._drawn.chosen = meeting
        self.setCurrentIndex(self.days.index_of(day))
        self._follow()

    def _follow(self) -> None:
        chosen = self.chosen
        self._drawn.chosen = chosen.id if chosen else 0
        self.viewport().update()
        self.moved_on.emit()

    def _next_of_day(self) -> None:
        """The next 1-2-1 of the day, after the last the first."""
        ids = [one.id for one in self.day.meetings]
        if ids:
            at = ids.index(self._drawn.chosen) if self._drawn.chosen in ids else -1
            self.stand_on(self.day.day, ids[(at + 1) % len(ids)])
            self.stepped.emit()

    def _enter(self) -> None:
        if len(self.day.meetings) > 1 and self._hidden():
            self.day_opened.emit(self.day.day)
        elif (chosen := self.chosen) is not None:
            self.opened.emit(chosen.id)
        elif self.day.day != date.min:
            self.plan_wanted.emit(self.day.day)

    def _hidden(self) -> bool:
        """Whether not all of the day's 1-2-1s are in sight."""
        area = self.visualRect(self.currentIndex())
        chips = self._drawn.chips(area, self.day, self.font())
        return sum(chip.meeting is not None for chip in chips) < len(self.day.meetings)

    def _chip_at(self, point: QPoint) -> tuple[QModelIndex, Chip | None]:
        index = self.indexAt(point)
        day = self.days.day(index)
        if day is None:
            return index, None
        return index, self._drawn.chip_at(self.visualRect(index), day, self.font(), point)

    def _drop_nowhere(self) -> None:
        self._pressed = None
        self._drawn.dragged, self._drawn.target = 0, None
        self.viewport().unsetCursor()
        self.viewport().update()

    def _is_dragging(self) -> bool:
        return self._drawn.dragged != 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        by_ctrl = held == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape and self._is_dragging():
            self._drop_nowhere()
        elif by_ctrl and key in ARROWS:
            if (chosen := self.chosen) is not None:
                self.nudged.emit(chosen, ARROWS[key])
        elif held:
            super().keyPressEvent(event)
        elif key in ARROWS:
            self._want(self.day.day, ARROWS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.day_wanted.emit(month_on(self.day.day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key == Qt.Key.Key_Home:
            self._want(self.day.day, -self.currentIndex().column())
        elif key == Qt.Key.Key_End:
            self._want(self.day.day, WEEK - 1 - self.currentIndex().column())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._enter()
        elif key == Qt.Key.Key_Space:
            self._next_of_day()
        elif key == Qt.Key.Key_N:
            self.plan_wanted.emit(self.day.day)
        elif key == Qt.Key.Key_T:
            self.day_wanted.emit(None)
        else:
            super().keyPressEvent(event)

    def _want(self, day: date, days: int) -> None:
        try:
            self.day_wanted.emit(day + timedelta(days=days))
        except OverflowError:
            return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        index, chip = self._chip_at(event.position().toPoint())
        day = self.days.day(index)
        if day is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.stand_on(day.day, chip.meeting.id if chip and chip.meeting else 0)
        self._pressed = (event.position().toPoint(), chip) if chip else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        start, chip = self._pressed
        self._mouse = event.position().toPoint()
        far = (self._mouse - start).manhattanLength() >= QApplication.startDragDistance()
        if chip.meeting is None or not chip.meeting.planned or not (far or self._is_dragging()):
            return
        self._drawn.dragged = chip.meeting.id
        over = self.days.day(self.indexAt(self._mouse))
        self._drawn.target = over.day if over else None
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, target = self._pressed, self._drawn.target
        dragging = self._is_dragging()
        self._drop_nowhere()
        if pressed is None:
            return
        chip = pressed[1]
        if dragging and chip.meeting is not None:
            if target is not None:
                self.dropped.emit(chip.meeting, target)
        elif chip.meeting is None:
            self.day_opened.emit(self.day.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index, chip = self._chip_at(event.position().toPoint())
        if chip is not None and chip.meeting is not None:
            self.opened.emit(chip.meeting.id)
        elif chip is None and (day := self.days.day(index)) is not None:
            self.plan_wanted.emit(day.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_dragging() and self._pressed is not None:
            chip = self._pressed[1]
            assert chip.meeting is not None
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setOpacity(0.92)
            area = QRect(self._mouse + LIFT, chip.area.size())
            # Another program may have removed them while their 1-2-1 is being dragged.
            name = self.days.shown.names.get(chip.meeting.person, "")
            self._drawn.paint_chip(painter, area, chip.meeting, name, self.font())
            painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._drop_nowhere()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.viewport().update()


def month_on(day: date, months: int) -> date:
    """The same day of the month, or its last, so many months on."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return day
