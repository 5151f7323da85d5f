"""Two columns side by side where there is room, one below the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.widgets.layouts import GAP

LEAST = 330  # pixels of the first column beside the second, at the normal text size
LINE = 16  # pixels a line is high at that size
WIDEST = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX: no limit


class Columns(QWidget):
    """A broad column `first` and a narrower one `second`, stacked in a narrow window.

    They stand side by side while the second has all the room it needs and the first still has
    `least` pixels, which grow with the text. With an `aside` the second is exactly so wide there.
    """

    def __init__(
        self,
        shares: tuple[int, int] = (3, 2),
        *,
        least: int = LEAST,
        aside: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._least = least
        self._aside = aside
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
        least = max(self._least * self.fontMetrics().height() // LINE, first)
        direction = QBoxLayout.Direction
        wide = width >= least + GAP + max(needed, self._aside)
        if self._aside:
            self._sides[1].setMinimumWidth(self._aside if wide else 0)
            self._sides[1].setMaximumWidth(self._aside if wide else WIDEST)
        self._box.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column below the other may be."""
        sizes = [side.minimumSizeHint() for side in self._sides]
        height = super().minimumSizeHint().height()
        return QSize(max(size.width() for size in sizes), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width())
        super().resizeEvent(event)
