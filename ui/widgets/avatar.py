"""The round mark with somebody's picture, or their initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from planner.domain.people import Person
from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QBrush, QImage


def paint_avatar(
    painter: QPainter, area: QRectF, initials: str, hue: str, portrait: QImage | None = None
) -> None:
    """Draws a mark into a square; lists use this without a widget a row."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if portrait is not None:
        painter.setBrush(_brush(painter, area, portrait))
        painter.drawEllipse(area)
        painter.restore()
        return
    painter.setBrush(theme.colour(f"{hue}_ground"))
    painter.drawEllipse(area)
    font = QFont(painter.font())
    font.setPixelSize(max(int(area.height() * 0.34), 8))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(theme.colour(f"{hue}_text")))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, initials)
    painter.restore()


def _brush(painter: QPainter, area: QRectF, portrait: QImage) -> QBrush:
    """The picture as large as it is drawn; made once for each size, not at every painting."""
    from PySide6.QtGui import QBrush, QPixmap, QPixmapCache, QTransform

    ratio = painter.device().devicePixelRatioF()
    pixels = max(round(area.width() * ratio), 1)
    key = f"portrait {portrait.cacheKey()} {pixels}"
    fitted = QPixmap()
    if not QPixmapCache.find(key, fitted):
        fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = QPixmap.fromImage(portrait.scaled(QSize(pixels, pixels), fill, smooth))
        QPixmapCache.insert(key, fitted)
    brush = QBrush(fitted)
    scale = area.width() / pixels
    brush.setTransform(QTransform.fromTranslate(area.x(), area.y()).scale(scale, scale))
    return brush


class Avatar(QWidget):
    """A person's mark, `size` pixels across; decoration only, so readers skip it."""

    def __init__(
        self,
        person: Person,
        size: int = 40,
        portrait: QImage | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("avatar")
        self.setFixedSize(size, size)
        self.show_person(person, portrait)

    def show_person(self, person: Person, portrait: QImage | None = None) -> None:
        self._initials = person.initials
        self._hue = theme.hue_of(person.name)
        self._portrait = portrait
        self.update()

    @property
    def portrait(self) -> QImage | None:
        """The picture shown, None for initials."""
        return self._portrait

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_avatar(painter, QRectF(self.rect()), self._initials, self._hue, self._portrait)
