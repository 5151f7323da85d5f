"""Makes somebody and any other person one: the other is found, then both stand side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.errors import NotFound
from planner.journeys.two_people import two_people
from ui.merging import merge_two
from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.person_finder import PersonFinder
from ui.widgets.text import Text
from ui.widgets.two_view import TwoView

SIZE = (760, 764)  # pixels
MARGIN = 20  # pixels


class MergeWithDialog(QDialog):
    """First whom to merge with, by typing; Enter shows both, and Merge makes them one.

    Signals:
        wanted(int): this person's page is to be shown: who they are now, or one of the two.
    """

    wanted = Signal(int)

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._person = person
        self._other = 0
        self.setObjectName("merge-with-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge with…"))
        self.resize(*SIZE)
        self._finder = PersonFinder(session, "merge", person.id, self.tr("Whom to merge with"))
        self._finder.chosen.connect(self._on_chosen)
        self._view = TwoView(session.portraits)
        self._view.body.setContentsMargins(0, 0, 0, 0)
        self._view.person_wanted.connect(self._on_person)
        self._steps = QStackedLayout(self)  # in its place first: it shows at once what is added
        self._steps.addWidget(self._finding())
        self._steps.addWidget(self._both())

    def _finding(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        title = self.tr("Merge {name} with whom?").format(name=self._person.name)
        column.addWidget(Text(title, "name"))
        column.addWidget(
            Text(
                self.tr(
                    "Choose the other entry of the same person. You see both before anything "
                    "changes, and nothing of either is lost."
                ),
                "soft",
            )
        )
        column.addWidget(self._finder, 1)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        cancel.setAutoDefault(False)
        column.addLayout(row(None, cancel))
        return made

    def _both(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(14)
        column.addWidget(self._view, 1)
        back = button(self.tr("Choose somebody else"), self._on_back, name="merge-back")
        back.setAutoDefault(False)
        cancel = button(self.tr("Cancel"), self.reject, name="cancel-merge")
        cancel.setAutoDefault(False)
        self._merge = button(self.tr("Merge"), self._on_merge, "primary", "merge-them")
        column.addLayout(row(back, None, cancel, self._merge))
        return made

    def _on_chosen(self, other: int) -> None:
        self._other = other
        self._show_both()

    def _show_both(self) -> None:
        try:
            two = two_people(self._session.store, self._person.id, self._other)
        except NotFound as refusal:
            self.reject()
            self._session.refused.emit(str(refusal))
            return
        self._view.show_two(two, self.tr("Side by side"))
        self._steps.setCurrentIndex(1)
        self._merge.setDefault(True)
        if not self._view.go_in():
            self._merge.setFocus()

    def _on_person(self, person: int) -> None:
        self.reject()
        self.wanted.emit(person)

    def _on_back(self) -> None:
        self._merge.setDefault(False)
        self._steps.setCurrentIndex(0)
        self._finder.go_in()

    def _on_merge(self) -> None:
        two = self._view.two
        if two is None:
            return
        made = merge_two(self._session, two, self._view.of_gone)
        self.accept()
        if made:
            self.wanted.emit(two.keep.id)
