"""The list of questions with its search, guides, filters and count."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QVBoxLayout, QWidget

from planner.domain.finding_questions import Wanted, found
from planner.journeys.questions_page import QuestionsPage
from ui.country import grouped
from ui.models.questions import QuestionModel
from ui.widgets.guide_choice import ALL, GuideChoice
from ui.widgets.keys_for_list import KeysForList
from ui.widgets.question_filters import QuestionFilters
from ui.widgets.question_foot import SIDE, QuestionFoot
from ui.widgets.question_rows import QuestionRows
from ui.widgets.row_list import CENTRED, HeadedList
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton

WIDTH = 340  # pixels
REST_MS = 70  # with an arrow held down, questions are passed by without being shown
LONGEST_TOLD = 30  # letters of what was typed that are told again


class QuestionList(QFrame):
    """Type to find, choose a guide, press a filter, go up and down.

    Signals:
        current_changed(): another question, or none, is the one to show.
        entered(): Enter was pressed: go into it.
        remove_wanted(): take the one chosen out, as far as it is the user's own.
        guide_wanted(str): change this guide of the user's, or copy this one of the program's.
    """

    current_changed = Signal()
    entered = Signal()
    remove_wanted = Signal()
    guide_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "list-ground")
        self.setFixedWidth(WIDTH)
        self._page: QuestionsPage | None = None
        self._current = ""  # the question, by its id: rows come and go
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.current_changed)
        self._field = QLineEdit()
        self._field.setObjectName("find-questions")
        self._field.setClearButtonEnabled(True)
        self._filters = QuestionFilters()
        self._filters.pressed.connect(self._narrow)
        self._guide = GuideChoice(self._filters.more)
        self._guide.chosen.connect(self._on_guide)
        self._guide.change_wanted.connect(self.guide_wanted)
        self.foot = QuestionFoot()
        self._model = QuestionModel(self)
        self._list = HeadedList(self._model)
        self._list.setObjectName("question-list")
        self._list.setAccessibleName(self.tr("Questions"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setItemDelegate(QuestionRows(self._list))
        self._none = Text("", "soft")
        self._none.setObjectName("no-question-found")
        self._all = TextButton("", link=self.tr("Show all questions"), name="show-all-questions")
        self._all.clicked.connect(self.show_all)
        self._lay_out()
        self._field.textChanged.connect(self._narrow)
        self._field.returnPressed.connect(self._on_activated)
        KeysForList(self._field, self._list)
        self._field.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.activated.connect(self._on_activated)
        self._list.selectionModel().currentChanged.connect(self._on_current)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setContentsMargins(SIDE, 0, SIDE, 0)
        head.setSpacing(10)
        head.addWidget(self._field)
        head.addWidget(self._guide)
        head.addWidget(self._filters)
        head.addWidget(self._none)
        head.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addWidget(self.foot)
        tab_as_laid_out(column)

    @property
    def current(self) -> str:
        """The question the list stands at, by its id; "" where none is found."""
        return self._current if self._model.row_of(self._current) >= 0 else ""

    @property
    def guide(self) -> str:
        """The id of the guide chosen; "" for all of them."""
        return self._guide.guide

    @property
    def phase(self) -> str:
        """The title of the phase that is filtered for, or else of the question chosen."""
        line = self._model.line(self._model.row_of(self._current))
        return self._filters.wanted.phase or (line.phase_title if line else "")

    def show_page(self, page: QuestionsPage) -> None:
        """All questions; the current one stays so, or gives way to the one below it."""
        self._page = page
        self._guide.show_guides(page.guides)
        find = self.tr("Find in {count} questions").format(count=grouped(len(page.lines)))
        self._field.setPlaceholderText(find)
        self._field.setAccessibleName(find)
        self._offer_phases()
        self._fill(max(self._model.row_of(self._current), 0))

    def choose(self, prompt: str) -> None:
        """Goes to a question; what is typed and filtered gives way when it hides it."""
        self._current = prompt
        if self._model.row_of(prompt) < 0:
            self.show_all()
        self._settle(0)

    def choose_guide(self, guide: str) -> None:
        """Shows one guide's questions alone, all of them: what is typed and filtered gives way."""
        self._filters.clear()
        self._field.clear()
        self._guide.choose(guide)
        self._narrow()

    def show_all(self) -> None:
        """Takes back what is typed and filtered, the guide too."""
        self.choose_guide(ALL)

    def start_finding(self) -> None:
        """Puts the user in the search."""
        self._field.setFocus()
        self._field.selectAll()

    def go_in(self) -> None:
        """Puts the user in the list."""
        self._field.setFocus()

    def _wanted(self) -> Wanted:
        return replace(self._filters.wanted, words=self._field.text(), guide=self.guide)

    def _offer_phases(self) -> None:
        """Those of the guide chosen can be filtered for."""
        guide, lines = self.guide, self._page.lines if self._page else ()
        self._filters.show_phases(line.phase_title for line in lines if guide in (ALL, line.guide))

    def _narrow(self) -> None:
        """What is looked for now, from its top unless the current question is among it."""
        self._fill(0)

    def _fill(self, near: int) -> None:
        """The questions looked for; a current one that is gone gives way to that in `near`."""
        if self._page is None:
            return
        wanted = self._wanted()
        self._model.show_lines(found(self._page.lines, wanted), one_guide=self.guide != ALL)
        self._settle(near)
        self._say_found(wanted)

    def _settle(self, row: int) -> None:
        """Stands at the current question again, else at the one near `row`."""
        here = self._model.row_of(self._current)
        if here < 0:
            rows = self._model.rowCount()
            near = next((n for n in range(min(row, rows), rows) if self._model.line(n)), rows - 1)
            line = self._model.line(near)
            self._current = line.prompt.id if line else self._current
            here = near if line else -1
        index = self._model.index(here)
        if index.isValid():
            self._list.setCurrentIndex(index)
            if not self._list.viewport().rect().contains(self._list.visualRect(index)):
                self._list.scrollTo(index, CENTRED)
        self._rest.start()

    def _say_found(self, wanted: Wanted) -> None:
        any_found = self._model.count > 0
        empty = bool(self.guide) and wanted.everything and not any_found
        self._list.setVisible(any_found)
        self._none.setVisible(not any_found)
        self._all.setVisible(not any_found and not empty)
        typed = wanted.words.strip()[:LONGEST_TOLD]
        if empty:
            words = self.tr("This guide has no question yet. Write its first one.")
        elif typed:
            words = self.tr("No question here has “{typed}”.").format(typed=typed)
        else:
            words = self.tr("No question fits these filters.")
        self._none.setText(words)
        total = len(self._page.lines) if self._page else 0
        self.foot.tell(self._model.count, total)

    def _on_guide(self) -> None:
        self._offer_phases()
        self._narrow()

    def _on_current(self, now: QModelIndex) -> None:
        line = self._model.line(now.row()) if now.isValid() else None
        if line is not None and line.prompt.id != self._current:
            self._current = line.prompt.id
            self._rest.start()

    def _on_activated(self) -> None:
        if self.current:
            self._rest.stop()
            self.current_changed.emit()
            self.entered.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._field and event.key() == Qt.Key.Key_Escape and self._field.text():
                self._field.clear()
                return True
            if watched is self._list and event.key() == Qt.Key.Key_Delete:
                self.remove_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._rest.stop()
        super().hideEvent(event)
