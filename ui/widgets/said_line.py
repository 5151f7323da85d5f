"""What was just done, or why it cannot be, with one link to go on from there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.routes import Route
from ui.widgets.layouts import button, row
from ui.widgets.text import Text


class SaidLine(QWidget):
    """A sentence in the accent's colour or the alert's, and the link below it.

    Signals:
        wanted(Route): go where what is missing can be added.
        open_wanted(str): open the file at this path.
    """

    wanted = Signal(Route)
    open_wanted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._route: Route | None = None
        self._path = ""
        self._wrong, self._told = Text("", "alert"), Text("", "accent")
        self._wrong.setObjectName(f"{name}-wrong")
        self._told.setObjectName(f"{name}-told")
        self._link = button("", self._on_link, "link", f"{name}-link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._wrong)
        column.addWidget(self._told)
        column.addLayout(row(self._link, None))
        self.say("")

    def say(self, sentence: str, path: str = "") -> None:
        """What was done; "" for nothing. A file at `path` can be opened."""
        self._show("", sentence, self.tr("Open it") if path else "")
        self._route, self._path = None, path

    def say_wrong(self, sentence: str, link: str = "", route: Route | None = None) -> None:
        """Why it cannot be done, with a link to where that is put right."""
        self._show(sentence, "", link)
        self._route, self._path = route, ""

    def _show(self, wrong: str, told: str, link: str) -> None:
        self._wrong.setText(wrong)
        self._told.setText(told)
        self._link.setText(link)
        for label, words in ((self._wrong, wrong), (self._told, told), (self._link, link)):
            label.setVisible(bool(words))
        self.setVisible(bool(wrong or told))

    def _on_link(self) -> None:
        if self._route is not None:
            self.wanted.emit(self._route)
        elif self._path:
            self.open_wanted.emit(self._path)
