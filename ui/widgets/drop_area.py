"""Where files can be dropped."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import assets, theme
from ui.widgets.layouts import row
from ui.widgets.text import Text

ARROW = 34  # pixels across
LEAST_HEIGHT = 240  # pixels: easily hit
CORNER = 12  # pixels, as cards have


class TakesFiles:
    """What a widget is as well on which files can be dropped."""

    def take_files(self, files: list[str]) -> None:
        """These local files, by their paths, were dropped."""
        raise NotImplementedError

    def show_over(self, over: bool) -> None:
        """Shows whether files are being held over it."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()
            self.show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.show_over(False)
        if files := files_in(event.mimeData()):
            event.acceptProposedAction()
            self.take_files(files)


class DropArea(TakesFiles, QWidget):
    """A dashed sheet with an arrow, a sentence and whatever else goes below it.

    Signals:
        dropped(list[str]): paths of local files were dropped.
    """

    dropped = Signal(list)

    def __init__(self, sentence: str, *below: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop-area")
        self.setAcceptDrops(True)
        self.setMinimumHeight(LEAST_HEIGHT)
        self._over = False
        arrow = _Arrow()
        words = Text(sentence, "name")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 22, 20, 22)
        column.setSpacing(8)
        column.addStretch(1)
        column.addLayout(row(None, arrow, None))
        column.addWidget(words)
        column.addSpacing(4)
        column.addLayout(row(None, *below, None))
        column.addStretch(1)

    def take_files(self, files: list[str]) -> None:
        self.dropped.emit(files)

    def show_over(self, over: bool) -> None:
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("pine_ground" if self._over else "card"))
        edge = QPen(theme.colour("pine" if self._over else "soft"), 1.4, Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), CORNER, CORNER)


class _Arrow(QWidget):
    """The sign for bringing in, in the palette in force."""

    def sizeHint(self) -> QSize:
        return QSize(ARROW, ARROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = theme.current().pine_text
        painter = QPainter(self)
        painter.drawPixmap(0, 0, assets.pixmap("bring-in", shade, ARROW, self.devicePixelRatioF()))


def files_in(dragged: QMimeData) -> list[str]:
    """Paths of the local files that are dragged."""
    return [url.toLocalFile() for url in dragged.urls() if url.isLocalFile()]
