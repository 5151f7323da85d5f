"""A name that opens its page, cut short where there is no room for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.widgets.text import plain_tip

SHORTEST = 60  # pixels: what is left of a name in a very narrow place


class NameButton(QPushButton):
    """One line that ends in an ellipsis where it must; readers and the tooltip have it whole."""

    def __init__(self, name: str, pressed: Callable[[], object], look: str, part: str) -> None:
        super().__init__()
        self._whole = " ".join(name.split())
        self.setObjectName(part)
        self.setProperty("look", look)
        self.setAccessibleName(self._whole)
        self.setAutoDefault(True)  # Enter presses it where the keyboard stands on it
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._show(self._whole)
        self.clicked.connect(pressed)

    def whole(self) -> str:
        """The name in full."""
        return self._whole

    def _show(self, text: str) -> None:
        self._shown = text
        self.setText(text.replace("&", "&&"))  # Qt takes a single one for a shortcut
        self.setToolTip("" if text == self._whole else plain_tip(self._whole))

    def _fit(self) -> None:
        shown = self._whole
        missing = self.sizeHint().width() - self.width()
        if missing > 0:
            metrics = QFontMetrics(self.font())
            room = max(metrics.horizontalAdvance(self._whole) - missing, 0)
            shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        if shown != self._shown:
            self._show(shown)

    def sizeHint(self) -> QSize:
        """The room for the whole name, also while it is cut short."""
        if self._shown == self._whole:
            self._wanted = super().sizeHint()
        return self._wanted

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(SHORTEST, hint.width()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._show(self._whole)  # to be measured anew
            self._fit()
