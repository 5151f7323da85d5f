"""What must not be lost on the way, without leaving the question."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.captures import Form
from planner.journeys.at_the_table import AtTheTable
from ui.talk_keys import tips
from ui.widgets.captures_view import CapturesView
from ui.widgets.kept_rows import (
    KeptRow,
    ask_row,
    fact_row,
    introduction_row,
    promise_row,
    referral_row,
)
from ui.widgets.layouts import Card, Flow, button, clear, line


class KeepHold(Card):
    """A button for each form, the form of the one pressed, and what was kept so far.

    Signals:
        taken_back(object): what was kept is not to be: a promise, a fact, a referral ...
        opened(): a form was opened; it is to be in sight.
        closed(): the form was closed; the user goes back to the notes.
    """

    taken_back = Signal(object)
    opened = Signal()
    closed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep hold of"), parent)
        self.setObjectName("keep-hold")
        tip = tips()
        buttons = Flow(gap=6)
        for form, words in (
            (Form.PROMISE, self.tr("+ Promise")),
            (Form.REFERRAL, self.tr("+ Referral")),
            (Form.INTRODUCTION, self.tr("+ Introduction")),
            (Form.ASK, self.tr("+ Ask")),
            (Form.LIKE, self.tr("+ Like")),
            (Form.DISLIKE, self.tr("+ Dislike")),
            (Form.FACT, self.tr("+ Fact")),
        ):
            press = button(words, self._on_button, "keep", f"keep-{form}")
            press.setProperty("form", str(form))
            press.setToolTip(tip[form])
            buttons.addWidget(press)
        self.forms = CapturesView(today)
        self.forms.opened.connect(self.opened)
        self.forms.closed.connect(self.closed)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._line = line()
        self.body.addLayout(buttons)
        self.body.addWidget(self.forms)
        self.body.addWidget(self._line)
        self.body.addLayout(self._rows)

    def show_kept(self, table: AtTheTable, today: date) -> None:
        """The list of what was kept in this conversation."""
        clear(self._rows)
        person = table.person
        rows: list[KeptRow] = [
            *(promise_row(promise, person, today) for promise in table.promises),
            *(referral_row(referral, person) for referral in table.referrals),
            *(introduction_row(one, person, table.others) for one in table.introductions),
            *(ask_row(ask, person) for ask in table.asks),
            *(fact_row(fact) for fact in table.learned),
        ]
        for row in rows:
            row.removed.connect(self.taken_back)
            self._rows.addWidget(row)
        self._line.setVisible(bool(rows))

    def _on_button(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.forms.open(Form(str(pressed.property("form"))))
