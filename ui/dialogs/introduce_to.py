"""Chooses whom somebody is to be introduced to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.domain.people import Person
from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.person_finder import PersonFinder
from ui.widgets.text import Text

SIZE = (520, 600)  # pixels
MARGIN = 20  # pixels


class IntroduceToDialog(QDialog):
    """Whoever is chosen, by typing and Enter or a click.

    Signals:
        chosen(int, int): these two are to be introduced.
    """

    chosen = Signal(int, int)

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self.setObjectName("introduce-to-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Introduce to…"))
        self.resize(*SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        title = self.tr("Introduce {name} to whom?").format(name=person.name)
        column.addWidget(Text(title, "name"))
        words = self.tr("You see both messages before anybody is asked.")
        column.addWidget(Text(words, "soft"))
        finder = PersonFinder(session, "introduce", person.id, self.tr("Whom to introduce to"))
        finder.chosen.connect(self._on_chosen)
        column.addWidget(finder, 1)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        column.addLayout(row(None, cancel))

    def _on_chosen(self, other: int) -> None:
        self.accept()
        self.chosen.emit(self._person.id, other)
