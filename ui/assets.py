"""Icons, fonts and style sheets from the resources folder."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

# A source checkout and an installed wheel both keep resources beside the packages.
RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Where a shipped file lies."""
    return RESOURCES.joinpath(*parts)


def icon_file(name: str) -> str:
    """An icon's file as a style sheet names it (forward slashes everywhere)."""
    return resource("icons", f"{name}.svg").as_posix()


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int = 18, ratio: float = 1.0) -> QPixmap:
    """A line icon drawn in one colour; `size` in device-independent pixels."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    picture.setDevicePixelRatio(ratio)  # after the fill, which forgets it on a 16-bit screen
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon(name: str, colour: str | QColor, size: int = 18) -> QIcon:
    """A line icon in one colour, as sharp as the densest of the screens."""
    shade = colour if isinstance(colour, str) else colour.name()
    app = QGuiApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return QIcon(pixmap(name, shade, size, ratio))
