"""The round mark with somebody's initials."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.domain.people import Person
from ui import theme


def paint_avatar(painter: QPainter, area: QRectF, initials: str, hue: str) -> None:
    """Draws a mark into a square; lists use this without a widget a row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(f"{hue}_ground"))
    painter.drawEllipse(area)
    font = QFont(painter.font())
    font.setPixelSize(max(int(area.height() * 0.34), 8))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(theme.colour(f"{hue}_text")))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


class Avatar(QWidget):
    """A person's mark, `size` pixels across; decoration only, so readers skip it."""

    def __init__(self, person: Person, size: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)
        self.show_person(person)

    def show_person(self, person: Person) -> None:
        self._initials = person.initials
        self._hue = theme.hue_of(person.name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, QRectF(self.rect()), self._initials, self._hue)
