"""Two columns side by side where there is room, one below the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.widgets.layouts import GAP

LEAST = 330  # pixels of the first column beside the second, at the normal text size
LINE = 16  # pixels a line is high at that size


class Columns(QWidget):
    """A broad column `first` and a narrower one `second`, stacked in a narrow window.

    They stand side by side while the second has all the room it needs and the first still has
    `LEAST`, which grows with the text.
    """

    def __init__(self, shares: tuple[int, int] = (3, 2), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = (QWidget(), QWidget())
        self.first, self.second = (QVBoxLayout(side) for side in self._sides)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP)
        for side, column, share in zip(self._sides, (self.first, self.second), shares, strict=True):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(GAP)
            self._box.addWidget(side, share)

    def _arrange(self, width: int) -> None:
        first, needed = (side.minimumSizeHint().width() for side in self._sides)
        least = max(LEAST * self.fontMetrics().height() // LINE, first)
        direction = QBoxLayout.Direction
        wide = width >= least + GAP + needed
        self._box.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column below the other may be."""
        sizes = [side.minimumSizeHint() for side in self._sides]
        height = super().minimumSizeHint().height()
        return QSize(max(size.width() for size in sizes), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width())
        super().resizeEvent(event)
