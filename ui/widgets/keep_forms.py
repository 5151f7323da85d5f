"""Small forms that open in place: a promise, or something learned."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.dates_in_words import split_due
from planner.domain.facts import FactKind
from planner.domain.people import Person
from ui import wording
from ui.widgets.due_field import DueField
from ui.widgets.inputs import ChoiceInput, LineInput
from ui.widgets.layouts import button, row
from ui.widgets.segments import Segments
from ui.widgets.text import Text

MINE, THEIRS = "mine", "theirs"


class KeepForm(QWidget):
    """What both forms share: Enter keeps, Escape leaves, a sentence says what is missing.

    Signals:
        left(): the form is to be closed, nothing kept.
    """

    left = Signal()

    def __init__(self, name: str, keep: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        self._missing = Text("", "alert")
        self._missing.setObjectName(f"{name}-missing")
        self._missing.hide()
        self._keep = button(keep, self.keep, name=f"{name}-keep")
        self._leave = button(self.tr("Cancel"), self.left.emit, "quiet", f"{name}-cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self.body)
        column.addWidget(self._missing)
        column.addLayout(row(self._keep, self._leave, None))

    def keep(self) -> bool:
        """Hands on what was filled in, or says what is missing and answers False."""
        raise NotImplementedError

    def begun(self) -> bool:
        """Whether something was filled in."""
        raise NotImplementedError

    def settle(self) -> bool:
        """Hands on what was filled in, if anything; False when something is missing in it."""
        return self.isHidden() or not self.begun() or self.keep()

    def miss(self, sentence: str) -> None:
        self._missing.setText(sentence)
        self._missing.setVisible(bool(sentence))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PromiseForm(KeepForm):
    """Whose promise, what, and by when; "… by Friday" at the end of what is taken for when.

    Signals:
        kept(bool, str, object): the user's own?, what, and the day or None.
    """

    kept = Signal(bool, str, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("promise-form", self.tr("Keep"), parent)
        self._today = today
        self._whose = Segments("whose", ((MINE, self.tr("I will")), (THEIRS, "…")))
        self._what = LineInput(self.tr("for example send the list of landlords"))
        self._what.setObjectName("promise-what")
        self._what.setAccessibleName(self.tr("What was promised"))
        self._due = DueField("promise-due", today, example=self.tr("By when? Friday, 3 December"))
        for part in (self._whose, self._what, self._due):
            self.body.addWidget(part)

    def begin(self, person: Person, today: date) -> None:
        """An empty form for a promise between the user and `person`."""
        self._today = today
        self._due.set_today(today)
        words = wording.with_name(self.tr("{name} will"), person)
        self._whose.say(THEIRS, words)
        self._whose.show_value(MINE)
        self._what.clear()
        self._due.show_words("")
        self.miss("")
        self._what.setFocus()

    def begun(self) -> bool:
        return bool(self._what.text().strip() or self._due.words())

    def keep(self) -> bool:
        what, due = self._what.text().strip(), self._due.day()
        if not self._due.understood:
            self._due.say_wrong()
            return False
        if due is None:
            what, due = split_due(what, self._today)
        if not what:
            self.miss(self.tr("Write what was promised."))
            self._what.setFocus()
            return False
        self.kept.emit(self._whose.value() == MINE, what, due)
        return True


class FactForm(KeepForm):
    """Something learned: what it is about, and the words.

    Signals:
        kept(FactKind, str): the kind and the words.
    """

    kept = Signal(object, str)

    def __init__(self, kinds: Sequence[FactKind], parent: QWidget | None = None) -> None:
        super().__init__("fact-form", self.tr("Keep"), parent)
        self._kind = ChoiceInput(kinds, wording.fact_kind)
        self._kind.setObjectName("fact-kind")
        self._kind.setAccessibleName(self.tr("What it is about"))
        self._text = LineInput()
        self._text.setObjectName("fact-text")
        self._text.setAccessibleName(self.tr("What you learned"))
        self.body.addWidget(self._kind)
        self.body.addWidget(self._text)

    def begin(self, kind: FactKind, example: str, *, choose: bool) -> None:
        """An empty form for a fact of this kind; `choose` lets the user take another kind."""
        self._kind.show_value(kind)
        self._kind.setVisible(choose)
        self._text.setPlaceholderText(example)
        self._text.clear()
        self.miss("")
        self._text.setFocus()  # a letter typed in the list of kinds would choose another

    def begun(self) -> bool:
        return bool(self._text.text().strip())

    def keep(self) -> bool:
        text = self._text.text().strip()
        if not text:
            self.miss(self.tr("Write what you learned."))
            self._text.setFocus()
            return False
        self.kept.emit(FactKind(self._kind.value()), text)
        return True
