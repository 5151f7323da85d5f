"""The button that looks like a search field: pressed or typed at, it opens the search."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget


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
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.search_wanted.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if letter.isprintable() and letter.strip():
            self.search_wanted.emit(letter)
            return
        super().keyPressEvent(event)
