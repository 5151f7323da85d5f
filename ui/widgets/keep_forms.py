"""Small forms that open in place: a promise, or something learned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from planner.domain.dates_in_words import split_due
from planner.domain.facts import FactKind
from planner.domain.people import Person
from ui import wording
from ui.widgets.due_chips import DueChips
from ui.widgets.inputs import ChoiceInput
from ui.widgets.keep_form import WHOSE, KeepForm, TwoWayForm


class PromiseForm(TwoWayForm):
    """Whose promise, what, and by when; "… by Friday" at the end of what is taken for when.

    Signals:
        kept(bool, str, object): the user's own?, what, and the day or None.
    """

    kept = Signal(bool, str, object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("promise-form", WHOSE, self.tr("I will"), self.tr("{name} will"))
        self.setParent(parent)
        self._today = today
        example = self.tr("for example send the list of landlords")
        self._what = self.line("promise-what", self.tr("What was promised"), example)
        self._what.textChanged.connect(self._on_what)
        self._due = DueChips("promise-due", today)
        self._due.changed.connect(self.tell)
        self.body.addWidget(self._what)
        self.body.addWidget(self._due)

    def begin(self, person: Person, today: date) -> None:
        """An empty form for a promise between the user and `person`."""
        self._today = today
        self._due.set_today(today)
        self.say_person(person)
        self.show_words({})
        self._what.setFocus()

    def begun(self) -> bool:
        return bool(self._what.text().strip() or self._due.day() or not self._due.understood)

    def words(self) -> dict[str, str]:
        return {WHOSE: self.whose.value(), "what": self._what.text(), "due": self._due.words()}

    def fill(self, words: Mapping[str, str]) -> None:
        self.show_whose(words)
        self._due.show_words(words.get("due", ""))
        self._what.setText(words.get("what", ""))
        self._on_what()

    def first_field(self) -> QLineEdit:
        return self._what

    def keep(self) -> bool:
        what, due = self._what.text().strip(), self._due.day()
        if not self._due.understood:
            self._due.say_wrong()
            return False
        if not self._due.decided:
            what, due = split_due(what, self._today)
        if self.wanting(self._what, self.tr("Write what was promised.")):
            return False
        self.kept.emit(self.mine, what, due)
        return True

    def _on_what(self) -> None:
        """A day at the end of what is promised is shown as the day it is due."""
        self._due.suggest(split_due(self._what.text(), self._today)[1])


class FactForm(KeepForm):
    """Something learned: what it is about, and the words.

    Signals:
        kept(FactKind, str): the kind and the words.
    """

    kept = Signal(object, str)

    def __init__(self, kinds: Sequence[FactKind], parent: QWidget | None = None) -> None:
        super().__init__("fact-form", "", parent)
        self._keep.setText(self.tr("Keep"))
        self._kind = ChoiceInput(kinds, wording.fact_kind)
        self._kind.setObjectName("fact-kind")
        self._kind.setAccessibleName(self.tr("What it is about"))
        self._kind.finished.connect(self.tell)
        self._usual = kinds[0]
        self._text = self.line("fact-text", self.tr("What you learned"))
        self.body.addWidget(self._kind)
        self.body.addWidget(self._text)

    def begin(self, kind: FactKind, example: str, *, choose: bool) -> None:
        """An empty form for a fact of this kind; `choose` lets the user take another kind."""
        self._usual = kind
        self._kind.setVisible(choose)
        self._text.setPlaceholderText(example)
        self.show_words({})
        self._text.setFocus()  # a letter typed in the list of kinds would choose another

    def begun(self) -> bool:
        return bool(self._text.text().strip())

    def words(self) -> dict[str, str]:
        return {"kind": str(self._kind.value()), "text": self._text.text()}

    def fill(self, words: Mapping[str, str]) -> None:
        kind = words.get("kind", "")
        known = kind in set(FactKind) and not self._kind.isHidden()
        self._kind.show_value(FactKind(kind) if known else self._usual)
        self._text.setText(words.get("text", ""))

    def first_field(self) -> QLineEdit:
        return self._text

    def keep(self) -> bool:
        if self.wanting(self._text, self.tr("Write what you learned.")):
            return False
        self.kept.emit(FactKind(self._kind.value()), self._text.text().strip())
        return True
