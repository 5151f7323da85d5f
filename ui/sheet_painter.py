"""Draws a laid-out cheat-sheet on anything that can be painted on: black on white."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.sheet_form import Leaf
from ui.sheet_marks import Box, Mark, Rule, Text
from ui.sheet_type import LOOKS, UNITS, Letters

INK = QColor("#111111")
FAINT = QColor("#B0B0B0")  # lines to write on: seen, and still under the writing
STRONG, FINE, FRAME = 0.30, 0.20, 0.28  # widths of lines in millimetres


def draw(leaf: Leaf, painter: QPainter, letters: Letters) -> None:
    """Draws a side of paper over the painter's whole device, in the middle where shapes differ."""
    paper = painter.viewport()
    scale = min(paper.width() / leaf.width, paper.height() / leaf.height)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(
        (paper.width() - leaf.width * scale) / 2, (paper.height() - leaf.height * scale) / 2
    )
    painter.scale(scale / UNITS, scale / UNITS)
    painter.setPen(QPen(FAINT, FINE * UNITS))
    for ends in leaf.folds:
        painter.drawLine(QLineF(*(end * UNITS for end in ends)))
    for panel in leaf.panels:
        painter.save()
        painter.translate(panel.x * UNITS, panel.y * UNITS)
        if panel.turned:
            painter.translate(panel.page.width * UNITS, panel.page.height * UNITS)
            painter.rotate(180)
        for mark in panel.page.marks:
            _draw(mark, painter, letters)
        painter.restore()
    painter.restore()


def _draw(mark: Mark, painter: QPainter, letters: Letters) -> None:
    match mark:
        case Text():
            painter.setPen(QColor(LOOKS[mark.style].colour))
            painter.setFont(letters.font(mark.style))
            # Said outright: it would be the widget's in a preview, and the text's own on paper.
            right_to_left = Qt.LayoutDirection.RightToLeft
            painter.setLayoutDirection(
                right_to_left if mark.leftward else Qt.LayoutDirection.LeftToRight
            )
            painter.drawText(QPointF(mark.x * UNITS, mark.y * UNITS), mark.text)
        case Rule():
            width = STRONG if mark.strong else FINE
            painter.setPen(QPen(INK if mark.strong else FAINT, width * UNITS))
            y = mark.y * UNITS
            painter.drawLine(QLineF(mark.x * UNITS, y, (mark.x + mark.width) * UNITS, y))
        case Box():
            painter.setPen(QPen(INK, FRAME * UNITS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            side = mark.side * UNITS
            painter.drawRect(QRectF(mark.x * UNITS, mark.y * UNITS, side, side))
