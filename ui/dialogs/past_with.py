"""Chooses with whom a 1-2-1 of long ago was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.person_finder import PersonFinder
from ui.widgets.text import Text

SIZE = (520, 600)  # pixels
MARGIN = 20  # pixels


class PastWithDialog(QDialog):
    """Whoever is chosen, by typing and Enter or a click.

    Signals:
        chosen(int): a 1-2-1 with this person is to be noted.
    """

    chosen = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past-with-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("A past 1-2-1"))
        self.resize(*SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        title = Text(self.tr("Whom did you sit down with?"), "name")
        title.setObjectName("past-with-title")
        column.addWidget(title)
        told = self.tr("When it was, roughly, and what you remember of it come next.")
        column.addWidget(Text(told, "soft"))
        finder = PersonFinder(session, "past-with", 0, self.tr("Whom it was with"))
        finder.chosen.connect(self._on_chosen)
        column.addWidget(finder, 1)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        column.addLayout(row(None, cancel))
        finder.go_in()

    def _on_chosen(self, person: int) -> None:
        self.accept()
        self.chosen.emit(person)
