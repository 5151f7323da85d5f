"""What a user does and reads on the page of questions and in its dialogs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QMenu, QWidget

from tests.ui.drivers_talk import Driver
from ui.models.questions import QuestionRole
from ui.widgets.text import LeadText
from ui.widgets.ticked_rows import box_in
from ui.widgets.two_lines import Role

LEFT = Qt.MouseButton.LeftButton


class QuestionsDriver(Driver):
    """The list at the left, the question chosen at the right."""

    @property
    def rows(self) -> QAbstractItemView:
        return self.find(QAbstractItemView, "question-list")

    def heads(self) -> list[str]:
        """The guides and phases in the list."""
        return [words for words, head in self._rows() if head]

    def questions(self) -> list[str]:
        """The questions in the list, from the top."""
        return [words for words, head in self._rows() if not head]

    def current(self) -> str:
        """The question the list stands at."""
        return str(self.rows.currentIndex().data() or "")

    def question(self) -> str:
        """The question shown at the right; "" for none."""
        return self.says("library-question")

    def told(self, question: str) -> str:
        """What is read aloud of a question's row."""
        model = self.rows.model()
        for row in range(model.rowCount()):
            if model.index(row, 0).data() == question:
                return str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        raise AssertionError(f"{question} is not in the list")

    def go_to(self, question: str) -> None:
        """Presses a question in the list."""
        model = self.rows.model()
        for row in range(model.rowCount()):
            index = model.index(row, 0)
            if index.data() == question:
                self.rows.scrollTo(index)
                at = self.rows.visualRect(index).center()
                QTest.mouseClick(self.rows.viewport(), LEFT, pos=at)
                return
        raise AssertionError(f"{question} is not in the list")

    def filter_by(self, name: str) -> None:
        """Chooses an entry of the menu of filters, such as "depth-3"."""
        menu = self.find(QAbstractButton, "filter-more").findChild(QMenu, "filter-menu")
        assert menu is not None
        action = menu.findChild(QAction, f"want-{name}")
        assert action is not None, f"no filter {name}"
        action.trigger()

    def is_pressed(self, name: str) -> bool:
        return self.find(QAbstractButton, name).isChecked()

    def _rows(self) -> list[tuple[str, bool]]:
        if not self.sees("question-list"):
            return []
        model = self.rows.model()
        indexes = (model.index(row, 0) for row in range(model.rowCount()))
        return [(str(each.data()), bool(each.data(QuestionRole.HEAD))) for each in indexes]


def go_down_to(form: Driver, name: str, words: str) -> None:
    """Chooses an entry of a form's box below the one that stands there, by the arrow key."""
    box = form.find(QComboBox, name)
    box.setFocus()
    while box.currentText() != words:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, f"{words} is not below"


def choices(form: Driver, name: str) -> list[str]:
    """What a box of a form offers."""
    box = form.find(QComboBox, name)
    return [box.itemText(index) for index in range(box.count())]


class TicksDriver(Driver):
    """A dialog with guides and questions to tick."""

    def __init__(self, root: QWidget, name: str) -> None:
        super().__init__(root)
        self._name = name

    def problems(self) -> list[str]:
        """What is said of entries that cannot be used."""
        return [each.text() for each in self.all(LeadText, "question-problem")]

    @property
    def rows(self) -> QAbstractItemView:
        return self.find(QAbstractItemView, self._name)

    def listed(self) -> list[tuple[str, str, bool]]:
        """Each row's words, what stands below them, and whether it is ticked."""
        if not self.sees(self._name):
            return []
        model = self.rows.model()
        ticked = Qt.CheckState.Checked
        return [
            (
                str(index.data()),
                str(index.data(Role.SUBTITLE)),
                Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is ticked,
            )
            for index in (model.index(row, 0) for row in range(model.rowCount()))
        ]

    def turn(self, words: str) -> None:
        """Ticks a row, or takes the tick away, with the mouse."""
        at = [each for each, _, _ in self.listed()].index(words)
        area = self.rows.visualRect(self.rows.model().index(at, 0))
        QTest.mouseClick(self.rows.viewport(), LEFT, pos=box_in(area).center())
