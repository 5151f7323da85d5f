"""The marks on a line of warmth, each of a shape of its own, and the legend that names them."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.layouts import Flow, row
from ui.widgets.text import Text

translate = QCoreApplication.translate

DOT = 4.2  # pixels from the middle of a dot to its edge
EDGE = 1.6  # pixels of the line around a mark
TOUCH = 4.0  # pixels a touch's stroke goes up and down
REACH = 8.0  # pixels around the middle that a mark may take, its halo included
BESIDE = 4  # pixels between a mark and its name
BETWEEN = 12  # pixels between two of them


class MarkKind(StrEnum):
    """What is marked."""

    TALK = "talk"  # a 1-2-1 held: a filled dot
    PLANNED = "planned"  # the next one: a ring
    TOUCH = "touch"  # a short stroke
    EVENT = "event"  # a diamond


def told(kind: MarkKind) -> str:
    return {
        MarkKind.TALK: translate("WarmthMarks", "1-2-1"),
        MarkKind.PLANNED: translate("WarmthMarks", "Planned"),
        MarkKind.TOUCH: translate("WarmthMarks", "Touch"),
        MarkKind.EVENT: translate("WarmthMarks", "Event"),
    }[kind]


def paint_mark(painter: QPainter, kind: MarkKind, middle: QPointF) -> None:
    """Draws a mark around a point; on a line, the ground shows between the two."""
    card = theme.colour("card")
    if kind is MarkKind.TOUCH:
        stroke, flat = QPointF(0, TOUCH), Qt.PenCapStyle.FlatCap
        painter.setPen(QPen(theme.colour("gold"), 1.25 * EDGE, Qt.PenStyle.SolidLine, flat))
        painter.drawLine(middle - stroke, middle + stroke)
    elif kind is MarkKind.EVENT:
        across, up = QPointF(DOT + 0.8, 0), QPointF(0, DOT + 0.8)
        painter.setPen(QPen(theme.colour("blue"), EDGE))
        painter.setBrush(card)
        painter.drawPolygon(QPolygonF([middle - up, middle + across, middle + up, middle - across]))
    elif kind is MarkKind.PLANNED:
        painter.setPen(QPen(theme.colour("pine"), EDGE))
        painter.setBrush(card)
        painter.drawEllipse(middle, DOT, DOT)
    else:
        painter.setPen(QPen(card, EDGE))
        painter.setBrush(theme.colour("pine"))
        painter.drawEllipse(middle, DOT + EDGE / 2, DOT + EDGE / 2)


class MarksLegend(QWidget):
    """Each mark that occurs with its name."""

    def __init__(self, kinds: Iterable[MarkKind], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warmth-marks")
        there = frozenset(kinds)
        flow = Flow(self, gap=BETWEEN)
        for kind in MarkKind:
            if kind in there:
                pair = QWidget()
                pair.setLayout(row(_Sign(kind), Text(told(kind), "small", wrap=False), gap=BESIDE))
                flow.addWidget(pair)


class _Sign(QWidget):
    """One mark, as on the line."""

    def __init__(self, kind: MarkKind) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(13, 13)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, self._kind, QPointF(self.width() / 2, self.height() / 2))
