"""Pictures made small enough to be kept, and read again to be shown; needs no screen.

What a picture is, its first bytes alone decide (never SVG, which can name files and addresses),
and Qt's limit on what one picture may take of the memory holds.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from planner.domain.photos import EDGE, LARGEST, is_picture, kind_of

_QUALITIES = (86, 70, 50, 30)  # of JPEG, tried until the picture is small enough
_MOST_MEGABYTES = 300  # of memory for one picture; domain.photos.MOST_PIXELS, four bytes each

# A picture that is cut off is told by what comes of it; the library's own words help nobody.
QLoggingCategory.setFilterRules("qt.gui.imageio*=false")


def small(data: bytes) -> bytes:
    """The middle of a picture as a square of at most EDGE pixels, b"" when it cannot be read.

    A JPEG, or a PNG where one can see through it; at most LARGEST bytes.
    """
    return _kept(shown(data))


def small_image(image: QImage) -> bytes:
    """The same of an image that was copied; at once, however large, for nothing is unpacked."""
    return _kept(_square(image))


def _kept(image: QImage) -> bytes:
    """A square as it is kept, b"" for a null image."""
    if image.isNull():
        return b""
    if image.hasAlphaChannel() and not _opaque(image):
        made = _written(image, "PNG")
        if len(made) <= LARGEST:
            return made
    flat = _on_white(image)
    for quality in _QUALITIES:
        made = _written(flat, "JPEG", quality)
        if made and len(made) <= LARGEST:
            return made
    return b""


def shown(data: bytes) -> QImage:
    """The middle of a picture as a square of at most EDGE pixels; null when it cannot be read."""
    if not is_picture(data):
        return QImage()
    QImageReader.setAllocationLimit(_MOST_MEGABYTES)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind_of(data).encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)  # phones tell which way up a picture is
    size = reader.size()
    if size.isValid() and min(size.width(), size.height()) > EDGE:
        fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
        reader.setScaledSize(size.scaled(QSize(EDGE, EDGE), fill))
    return _square(reader.read())


def _square(image: QImage) -> QImage:
    """The middle of an image as a square of at most EDGE pixels."""
    edge = min(image.width(), image.height())
    if image.isNull() or not edge:
        return QImage()
    left, top = (image.width() - edge) // 2, (image.height() - edge) // 2
    square = image.copy(left, top, edge, edge)
    if edge > EDGE:
        smooth = Qt.TransformationMode.SmoothTransformation
        square = square.scaled(EDGE, EDGE, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return square


def _opaque(image: QImage) -> bool:
    """Whether nothing shows through, though something could."""
    return bool(image == image.convertToFormat(QImage.Format.Format_RGB32))


def _on_white(image: QImage) -> QImage:
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(QColor("white"))
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _written(image: QImage, kind: str, quality: int = -1) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(data.data())
