"""A dialog as high as what it shows needs at its width, whatever the text size."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog


class FittedDialog(QDialog):
    """Grows when a sentence is added, and never takes room that nothing fills."""

    def fit(self) -> None:
        """As high as what it asks needs at this width, the text size considered."""
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            width = max(self.width(), layout.totalMinimumSize().width())
            self.resize(width, max(self.height(), layout.totalHeightForWidth(width)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.resize(self.width(), 0)  # not higher than it needs; `fit` finds how high that is
        self.fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()  # a sentence that is typed takes one line more
        return done
