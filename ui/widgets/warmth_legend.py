"""What the dots in the list of people mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.standing import Warmth
from ui import theme
from ui.models.people import DOTS, told
from ui.widgets.layouts import Flow, row
from ui.widgets.text import Text
from ui.widgets.two_lines import DOT

BESIDE = 5  # pixels between a dot and its word
BETWEEN = 9  # pixels between two of them


class WarmthLegend(QWidget):
    """Each dot with its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warmth-legend")
        flow = Flow(self, gap=BETWEEN)
        for warmth, hue in DOTS.items():
            never = warmth is Warmth.NEVER_MET  # shorter, as the filter says it
            words = self.tr("Never met") if never else told(warmth)
            pair = QWidget()
            pair.setLayout(row(_Dot(hue), Text(words, "small", wrap=False), gap=BESIDE))
            flow.addWidget(pair)


class _Dot(QWidget):
    """One dot, as in the list."""

    def __init__(self, hue: str) -> None:
        super().__init__()
        self._hue = hue
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(DOT, DOT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._hue))
        painter.drawEllipse(QRectF(0, (self.height() - DOT) / 2, DOT, DOT))
