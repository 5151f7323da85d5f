"""What must not be lost on the way: promises, likes and facts, without leaving the question."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from planner.domain.promises import Promise
from ui.talk_keys import tips
from ui.widgets.keep_forms import FactForm, KeepForm, PromiseForm
from ui.widgets.kept_rows import fact_row, promise_row
from ui.widgets.layouts import Card, Flow, button, clear, line
from ui.widgets.text import Text


class KeepHold(Card):
    """Three buttons, the form of the one pressed, and what was kept so far.

    A form stays open, with its words, until `close_forms` says that they are kept.

    Signals:
        promise_kept(bool, str, object): to be kept: the user's own?, what, the day or None.
        fact_kept(FactKind, str): to be kept: the kind and the words.
        taken_back(object): a Promise or a Fact that was kept.
        opened(): a form was opened; it is to be in sight.
        closed(): the form was closed; the user goes back to the notes.
    """

    promise_kept = Signal(bool, str, object)
    fact_kept = Signal(object, str)
    taken_back = Signal(object)
    opened = Signal()
    closed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep hold of"), parent)
        self.setObjectName("keep-hold")
        self._person = Person()
        self._today = today
        tip = tips()
        buttons = Flow(gap=6)
        for name, words, pressed in (
            ("promise", self.tr("+ Promise"), self.open_promise),
            ("like", self.tr("+ Like"), self.open_like),
            ("fact", self.tr("+ Fact"), self.open_fact),
        ):
            press = button(words, pressed, name=f"keep-{name}")
            press.setToolTip(tip[name])
            buttons.addWidget(press)
        self._promise = PromiseForm(today)
        self._fact = FactForm(list(FactKind))
        self._told = Text("", "small")
        self._told.setObjectName("kept-already")
        self._told.hide()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._line = line()
        self.body.addLayout(buttons)
        for form in (self._promise, self._fact):
            form.hide()
            form.left.connect(self.close_forms)
            self.body.addWidget(form)
        self.body.addWidget(self._told)
        self.body.addWidget(self._line)
        self.body.addLayout(self._rows)
        self._promise.kept.connect(self.promise_kept)
        self._fact.kept.connect(self.fact_kept)

    def show_kept(
        self, person: Person, today: date, promises: Sequence[Promise], facts: Sequence[Fact]
    ) -> None:
        """The list of what was kept in this conversation."""
        self._person, self._today = person, today
        clear(self._rows)
        for promise in promises:
            self._add(promise_row(promise, person, today))
        for fact in facts:
            self._add(fact_row(fact))
        self._line.setVisible(bool(promises or facts))

    def open_promise(self) -> None:
        self._open(self._promise)
        self._promise.begin(self._person, self._today)

    def open_like(self) -> None:
        self._open(self._fact)
        words = self.tr("What does {name} like?").format(name=self._person.first_name)
        self._fact.begin(FactKind.LIKE, words, choose=False)

    def open_fact(self) -> None:
        self._open(self._fact)
        words = self.tr("What did you learn of {name}?").format(name=self._person.first_name)
        self._fact.begin(FactKind.GOAL, words, choose=True)

    def close_forms(self) -> None:
        """Closes whichever form is open, its words dropped."""
        self._promise.hide()
        self._fact.hide()
        self.closed.emit()

    def say_known(self) -> None:
        """What was to be kept is known word for word."""
        self._told.setText(self.tr("That was known already, so it was not noted twice."))
        self._told.show()

    def _open(self, form: KeepForm) -> None:
        self._told.hide()
        self._promise.setVisible(form is self._promise)
        self._fact.setVisible(form is self._fact)
        self.opened.emit()

    def _add(self, row: QWidget) -> None:
        self._rows.addWidget(row)
        row.removed.connect(self.taken_back)  # type: ignore[attr-defined]
