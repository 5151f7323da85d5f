"""Chooses whom to meet on a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui import day_wording
from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.person_finder import PersonFinder
from ui.widgets.text import Text

SIZE = (520, 600)  # pixels
MARGIN = 20  # pixels


class PlanOnDialog(QDialog):
    """Whoever is chosen, by typing and Enter or a click.

    Signals:
        chosen(int, object): a 1-2-1 with this person is to be planned from this date on.
    """

    chosen = Signal(int, object)

    def __init__(self, session: Session, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = day
        self.setObjectName("plan-on-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Plan a 1-2-1"))
        self.resize(*SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        on = day_wording.full_day(day, session.today().year)
        title = Text(self.tr("Whom do you want to meet on {day}?").format(day=on), "name")
        title.setObjectName("plan-on-title")
        column.addWidget(title)
        column.addWidget(Text(self.tr("The times that are free come next."), "soft"))
        finder = PersonFinder(session, "plan-on", 0, self.tr("Whom to meet"))
        finder.chosen.connect(self._on_chosen)
        column.addWidget(finder, 1)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        column.addLayout(row(None, cancel))
        finder.go_in()

    def _on_chosen(self, person: int) -> None:
        self.accept()
        self.chosen.emit(person, self._day)
