"""How warm it was between two people over the past months, drawn as a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.domain.warmth import SHORTEST, Point
from ui import day_wording, theme
from ui.widgets.text import plain_tip
from ui.widgets.warmth_marks import REACH, TOUCH, MarkKind, paint_mark

LINES_HIGH = 4  # of text: the height of the drawing above its axis
LINE = 1.8  # pixels
TICK = 4  # pixels of the axis's marks for the months
BETWEEN = 12  # pixels at least between two months told
NEAR = 9.0  # pixels from a mark within which the mouse means it
STEPS = (1, 2, 3, 6, 12)  # months from one told to the next; each goes evenly into a year


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened, or is planned, with how it is told."""

    day: date
    kind: MarkKind
    words: str


class WarmthLine(QWidget):
    """The line with its marks above a quiet axis of months; dashed from today to what is planned.

    The mouse over a mark tells what it is; so do Left and Right, Home and End from the keyboard.
    """

    def __init__(
        self,
        curve: Sequence[Point],
        ahead: Sequence[Point],
        marks: Sequence[Mark],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        """`curve` ends today and `ahead`, perhaps empty, goes on from there."""
        super().__init__(parent)
        self.setObjectName("warmth-line")
        self._curve = curve
        self._ahead = ahead
        self._today = today
        self._first = min(curve[0].day, today - SHORTEST)
        self._last = ahead[-1].day if ahead else today
        self._marks = [mark for mark in marks if self._first <= mark.day <= self._last]
        self._marks.sort(key=lambda mark: mark.day)
        self._at = -1  # the mark that is told, -1 for none
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._title = self.tr("Warmth over time")
        self.setAccessibleName(self._title)

    @property
    def marks(self) -> Sequence[Mark]:
        """What is drawn on the line, from the left."""
        return tuple(self._marks)

    def told(self) -> str:
        """What is said of the mark that the mouse or the keyboard is at; "" at none."""
        if self._at < 0:
            return ""
        here = self.place(self._marks[self._at])
        close = [mark for mark in self._marks if abs(self.place(mark).x() - here.x()) < REACH]
        return "\n".join(mark.words for mark in close)

    def place(self, mark: Mark) -> QPointF:
        """Where a mark is drawn."""
        if mark.kind is MarkKind.PLANNED:
            return QPointF(self._x(mark.day), self._y(1.0))
        if mark.kind is MarkKind.TOUCH:  # along the foot, where however many hide no dot
            return QPointF(self._x(mark.day), self._y(0.0) - TOUCH)
        values = [point.warmth for point in self._curve if point.day == mark.day]
        return QPointF(self._x(mark.day), self._y(values[-1] if values else 0.0))

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * theme.SIZES["small_pt"])
        return font

    def _floor(self) -> float:
        """Where nothing is left of the warmth."""
        return self.height() - ceil(QFontMetricsF(self._small()).height()) - TICK - 1.5

    def _x(self, day: date) -> float:
        room = self.width() - 2 * REACH
        return REACH + room * (day - self._first).days / (self._last - self._first).days

    def _y(self, warmth: float) -> float:
        floor, top = self._floor(), REACH + 1.0
        return floor - warmth * (floor - top)

    def _path(self, points: Sequence[Point]) -> QPainterPath:
        floor, all_of_it = self._y(0.0), self._y(0.0) - self._y(1.0)
        places = [QPointF(self._x(point.day), floor - point.warmth * all_of_it) for point in points]
        path = QPainterPath(places[0])
        for place in places[1:]:
            path.lineTo(place)
        return path

    def _paint_axis(self, painter: QPainter) -> None:
        floor = round(self._floor()) + 0.5  # on whole pixels, so that hairlines stay sharp
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(0, floor), QPointF(self.width(), floor))
        if self._ahead:
            x = round(self._x(self._today)) + 0.5
            painter.drawLine(QPointF(x, REACH), QPointF(x, floor))
        painter.setFont(self._small())
        metrics = QFontMetricsF(self._small())
        for day, words in self._months(metrics):
            x = round(self._x(day)) + 0.5
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, floor), QPointF(x, floor + TICK))
            painter.setPen(theme.colour("soft"))
            wide = metrics.horizontalAdvance(words)
            left = min(max(0.0, x - wide / 2), self.width() - wide)
            painter.drawText(QPointF(left, floor + TICK + metrics.ascent()), words)

    def _months(self, metrics: QFontMetricsF) -> list[tuple[date, str]]:
        """The first days of months that are told, as many as have room."""
        firsts = _first_days(self._first, self._last)
        told = [(day, day_wording.month_mark(day)) for day in firsts]
        widest = max((metrics.horizontalAdvance(words) for _, words in told), default=0.0)
        month = self._x(self._last) * 30 / max(1, (self._last - self._first).days)
        step = next((n for n in STEPS if n * month >= widest + BETWEEN), STEPS[-1])
        return [(day, words) for day, words in told if (day.month - 1) % step == 0]

    def _paint_line(self, painter: QPainter) -> None:
        path = self._path(self._curve)
        below = QPainterPath(path)
        below.lineTo(self._x(self._today), self._y(0))
        below.lineTo(self._x(self._curve[0].day), self._y(0))
        painter.fillPath(below, theme.colour("pine_ground"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(theme.colour("pine"), LINE)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawPath(path)
        if self._ahead:
            pen.setDashPattern([2.0, 2.0])
            painter.setPen(pen)
            painter.drawPath(self._path(self._ahead))

    def _paint_marks(self, painter: QPainter) -> None:
        if self._at >= 0:
            painter.setPen(QPen(theme.colour("gold"), 1))
            painter.setBrush(theme.colour("gold_ground"))
            painter.drawEllipse(self.place(self._marks[self._at]), REACH - 0.5, REACH - 0.5)
        for mark in self._marks:
            paint_mark(painter, mark.kind, self.place(mark))

    def _near(self, place: QPointF) -> int:
        """The mark that the mouse means, -1 for none."""

        def away(number: int) -> float:
            there = self.place(self._marks[number]) - place
            return float(there.manhattanLength())

        nearest = min(range(len(self._marks)), key=away, default=-1)
        return nearest if nearest >= 0 and away(nearest) <= NEAR else -1

    def _go_to(self, number: int) -> None:
        if number != self._at:
            self._at = number
            self.update()

    def _tell(self, place: QPoint) -> None:
        if words := self.told():
            QToolTip.showText(place, plain_tip(words), self)
        else:
            QToolTip.hideText()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter)
        self._paint_line(painter)
        self._paint_marks(painter)
        if self.hasFocus():
            painter.fillRect(QRectF(0, self._floor(), self.width(), 2), theme.colour("pine"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._marks) - 1
        goes = {
            Qt.Key.Key_Left: max(0, self._at - 1) if self._at >= 0 else last,
            Qt.Key.Key_Right: min(last, self._at + 1) if self._at >= 0 else last,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        to = goes.get(Qt.Key(event.key()))
        if to is None or last < 0:
            super().keyPressEvent(event)
            return
        self._go_to(to)
        self.setAccessibleName(self.told())  # readers say the new name
        self._tell(self.mapToGlobal(self.place(self._marks[to]).toPoint()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._go_to(-1)
        self.setAccessibleName(self._title)
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._near(event.position()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._go_to(-1)
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._go_to(self._near(QPointF(event.pos())))
            self._tell(event.globalPos())
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        small = ceil(QFontMetricsF(self._small()).height())
        return QSize(240, LINES_HIGH * self.fontMetrics().height() + small + TICK)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())


def _first_days(first: date, last: date) -> list[date]:
    """The first day of every month from one day to another."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = [date(month // 12, month % 12 + 1, 1) for month in months]
    return [day for day in days if first <= day <= last]
