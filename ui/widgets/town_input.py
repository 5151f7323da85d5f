"""A town that is typed, or picked from those the program knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from ui.widgets.inputs import LineInput

OFFERED = 8  # towns offered at once


class TownInput(LineInput):
    """Offers towns that begin as typed; any other may be typed as well.

    Tab takes the one marked, or else the first, and goes on; Escape leaves what is typed.
    """

    def __init__(self, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(example, parent)
        self._towns = QStringListModel(self)
        completer = QCompleter(self._towns, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(OFFERED)
        self.setCompleter(completer)
        popup = completer.popup()
        assert popup is not None, "a completer makes its own"
        popup.setProperty("look", "framed")
        self._popup = popup
        popup.installEventFilter(self)

    @property
    def offering(self) -> bool:
        """Whether towns to choose from are in sight."""
        return self._popup.isVisible()

    def offer(self, towns: list[str]) -> None:
        """These are known; those that begin as typed are offered in this order."""
        self._towns.setStringList(towns)
        if self.hasFocus() and self.isModified():
            self.completer().complete()  # somebody types already

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab and not event.modifiers():
            self._take_offered()

    def _take_offered(self) -> None:
        """Takes the town marked, or else the first; what is typed whole stays as it is."""
        offered, at = self._popup.model(), self._popup.currentIndex()
        towns = [str(offered.index(row, 0).data()) for row in range(offered.rowCount())]
        if at.isValid():
            self.setText(str(at.data()))
        elif towns and self.text().casefold() not in map(str.casefold, towns):
            self.setText(towns[0])
        self._popup.hide()
