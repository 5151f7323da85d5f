"""The button that looks like a search field: pressed or typed at, it opens the search."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui import theme

BEFORE = 33  # pixels before the words: the picture of a glass
ASIDE = 12  # pixels between the hint and the field's edge
AROUND = 6  # pixels between the hint's letters and its frame
ROUND = 4  # pixels of the frame's corners
SMALLER = 0.85  # of the field's letters


class SearchButton(QPushButton):
    """Whoever takes it for a field and types loses no letter: the search begins with it.

    Signals:
        search_wanted(str): open the search with these letters, none when it was pressed.
    """

    search_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Search people, notes, meetings"), parent)
        self.setObjectName("search-everything")
        self.setProperty("look", "search")
        self.setToolTip(self.tr("Search (Ctrl+K)"))
        self._keys = self.tr("Ctrl K")
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.search_wanted.emit("")

    def keys(self) -> str:
        """The keys shown at its right, that do the same."""
        return self._keys

    def sizeHint(self) -> QSize:
        return self._with_hint(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._with_hint(super().minimumSizeHint())

    def _with_hint(self, size: QSize) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return size.expandedTo(QSize(BEFORE + words + self._hint().width() + 2 * ASIDE, 0))

    def _hint(self) -> QSize:
        """How large the hint is, its frame included."""
        letters = QFontMetrics(self._small())
        wide = letters.horizontalAdvance(self._keys) + 2 * AROUND
        return QSize(wide, letters.height() + 2)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * SMALLER)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        frame = QRectF(QPointF(), self._hint())
        frame.moveCenter(QPointF(self.width() - ASIDE - frame.width() / 2, self.height() / 2))
        painter.setPen(theme.colour("line"))
        painter.drawRoundedRect(frame, ROUND, ROUND)
        painter.setPen(theme.colour("soft"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isprintable() and letter.strip():
            self.search_wanted.emit(letter)
            return
        super().keyPressEvent(event)
