"""Draws a laid-out cheat-sheet on anything that can be painted on: black on white."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.sheet_layout import BOX, Box, Page, Rule, Text
from ui.sheet_type import UNITS, Letters

INK = QColor("#111111")
FAINT = QColor("#B0B0B0")  # lines to write on: seen, and still under the writing
STRONG, FINE, FRAME = 0.30, 0.20, 0.28  # widths of lines in millimetres


def draw(page: Page, painter: QPainter, letters: Letters) -> None:
    """Draws the page over the painter's whole device, in the middle where the shapes differ."""
    paper = painter.viewport()
    scale = min(paper.width() / page.width, paper.height() / page.height)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(
        (paper.width() - page.width * scale) / 2, (paper.height() - page.height * scale) / 2
    )
    painter.scale(scale / UNITS, scale / UNITS)
    for mark in page.marks:
        match mark:
            case Text():
                painter.setPen(QColor(mark.style.value.colour))
                painter.setFont(letters.font(mark.style))
                painter.drawText(QPointF(mark.x * UNITS, mark.y * UNITS), mark.text)
            case Rule():
                width = STRONG if mark.strong else FINE
                painter.setPen(QPen(INK if mark.strong else FAINT, width * UNITS))
                y = mark.y * UNITS
                painter.drawLine(QLineF(mark.x * UNITS, y, (mark.x + mark.width) * UNITS, y))
            case Box():
                painter.setPen(QPen(INK, FRAME * UNITS))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(mark.x * UNITS, mark.y * UNITS, BOX * UNITS, BOX * UNITS))
    painter.restore()
