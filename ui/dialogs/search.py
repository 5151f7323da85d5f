"""Search over everything: one field, and below it what was found as one types."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.journeys.search_library import Hit, meeting_of, search_library
from ui import day_wording
from ui.models.hits import HitModel
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.keys_for_list import KeysForList
from ui.widgets.text import Text
from ui.widgets.two_lines import TwoLines

if TYPE_CHECKING:
    from planner.journeys.prepare_page import OneOfDay

WIDTH, HEIGHT = 620, 460  # pixels
PREPARE_FROM = 3  # letters of "prepare"
PREPARED_SHOWN = 5  # 1-2-1s to prepare, at most


class SearchDialog(QDialog):
    """Ctrl+K: the arrows move in the list while the typing goes on in the field.

    Signals:
        wanted(Route): something found was chosen.
    """

    wanted = Signal(Route)

    def __init__(self, session: Session, typed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("search-dialog")
        self.setWindowTitle(self.tr("Search"))
        self.resize(WIDTH, HEIGHT)

        self._field = QLineEdit()
        self._field.setObjectName("search-field")
        self._field.setPlaceholderText(self.tr("Search people, notes, meetings"))
        self._field.setAccessibleName(self.tr("Search people, notes, meetings"))
        self._field.setClearButtonEnabled(True)
        self._model = HitModel(self, session.portraits)
        self._list = QListView()
        KeysForList(self._field, self._list)
        self._list.setObjectName("search-results")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("What was found"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(TwoLines(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._words = Text("", "soft")
        self._words.setObjectName("search-words")

        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(10)
        column.addWidget(self._field)
        column.addWidget(self._words)
        column.addWidget(self._list, 1)

        self._field.textChanged.connect(self._on_typed)
        self._field.returnPressed.connect(self._on_enter)
        self._list.activated.connect(self._on_chosen)
        self._list.clicked.connect(self._on_chosen)
        self._on_typed("")
        self._field.setText(typed)

    def _on_typed(self, text: str) -> None:
        special = [*self._to_prepare(text), *self._past(text)]
        hits = [*special, *search_library(self._session.store, text)]
        self._model.show_rows(hits)
        if hits:
            self._list.setCurrentIndex(self._model.index(0))
        self._list.setVisible(bool(hits))
        self._words.setVisible(not hits)
        if text.strip():
            self._words.setText(
                self.tr("Nothing found for “{text}”. Fewer letters find more.").format(text=text)
            )
        else:
            self._words.setText(
                self.tr("Names, companies, places, what people told you, what you promised.")
            )
        layout = self.layout()
        if layout is not None:
            layout.setAlignment(
                self._words,
                Qt.AlignmentFlag.AlignTop if not hits else Qt.AlignmentFlag.AlignVCenter,
            )

    def _to_prepare(self, text: str) -> list[Hit]:
        """1-2-1s to come, for whoever types "prepare" and perhaps a name."""
        first, *names = text.casefold().split() or [""]
        word = self.tr("prepare", "what is typed to find 1-2-1s to prepare").casefold()
        if len(first) < PREPARE_FROM or not word.startswith(first):
            return []
        from planner.journeys.prepare_page import coming

        session = self._session
        found = coming(session.store, session.now(), names)[:PREPARED_SHOWN]
        return [_to_prepare(one, session.today()) for one in found]

    def _past(self, text: str) -> list[Hit]:
        """A past 1-2-1 to be added, for whoever types "past" and a name."""
        first, *names = text.casefold().split() or [""]
        if first != self.tr("past", "what is typed to add a past 1-2-1").casefold() or not names:
            return []
        words = self.tr("Add a past 1-2-1")
        found = [
            Hit(Kind.CONVERSATION, 0, id, name, name, words)
            for id, name in self._session.store.people.names().items()
            if all(part in name.casefold() for part in names)
        ]
        return sorted(found, key=lambda hit: hit.title.casefold())[:PREPARED_SHOWN]

    def _on_enter(self) -> None:
        self._on_chosen(self._list.currentIndex())

    def _on_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        hit = self._model.rows[index.row()]
        self.accept()
        if hit.kind is Kind.CONVERSATION and not hit.id:
            self.wanted.emit(Route(Where.DEBRIEF, person=hit.person))
        elif hit.kind is Kind.CONVERSATION:
            self.wanted.emit(Route(Where.PREPARE, person=hit.person, meeting=hit.id))
        elif meeting := meeting_of(self._session.store, hit):
            self.wanted.emit(Route(Where.MEETINGS, person=hit.person, meeting=meeting))
        elif hit.person:
            self.wanted.emit(Route(Where.PEOPLE, person=hit.person))
        else:  # what the user looks for
            self.wanted.emit(Route(Where.FOLLOW_UPS))


def _to_prepare(one: OneOfDay, today: date) -> Hit:
    """A 1-2-1 to come as a row: whom it is with, when and where."""
    when = day_wording.moment(one.meeting.starts, today)
    told = " · ".join(part for part in (when, one.meeting.place) if part)
    name = one.person.name
    return Hit(Kind.CONVERSATION, one.meeting.id, one.person.id, name, name, told)
