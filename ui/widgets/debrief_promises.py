"""What the two agreed: kept on the way, added now, and what was open from before."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.captures import Begun, Form
from planner.domain.debrief import Passed
from planner.domain.debrief_draft import Draft
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.journeys.debrief_page import ToDebrief
from ui.widgets.agreed_forms import AgreedForms
from ui.widgets.dated import Dated
from ui.widgets.kept_rows import (
    KeptRow,
    ask_row,
    introduction_row,
    passed_row,
    promise_row,
    referral_row,
)
from ui.widgets.layouts import Card, Flow, button, clear, line
from ui.widgets.settling import Settling
from ui.widgets.text import Text

THANKS_IN = timedelta(days=1)  # a thank-you note is written while the talk is fresh


class DebriefPromises(Card):
    """Promises, referrals, introductions and asks of both, with what the talk settled.

    `names` gives everybody's name, for whom an introduction is to.

    Signals:
        changed(): what is to be kept is different.
        taken_back(object): a Promise, Referral, ... that was kept on the way is to go.
        date_wanted(object): a Promise that was kept on the way has no date yet.
        opened(): a form was opened; the card is to be in sight.
    """

    changed = Signal()
    taken_back = Signal(object)
    date_wanted = Signal(object)
    opened = Signal()

    def __init__(
        self, today: date, names: Callable[[], Collection[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("What you agreed"), parent)
        self.setObjectName("debrief-promises")
        self._person = Person()
        self._today = today
        self._past = False
        self._added: list[Promise | Passed] = []
        self._settled: list[Settling] = []
        self._rows, self._more, self._open = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._rows, self._more, self._open):
            part.setSpacing(8)
        self._line = line()
        self._before = Text(self.tr("Open from before. Tick what is done"), "small")
        self._forms = AgreedForms(today, names)
        self._forms.kept.connect(self._take)
        self._forms.typed.connect(self.changed)
        self._forms.opened.connect(self.opened)
        self._forms.closed.connect(self._on_closed)
        self._buttons: dict[Form, QWidget] = {}
        buttons = Flow(gap=6)
        for form, words, name in (
            (Form.PROMISE, self.tr("+ Promise"), "debrief-promise"),
            (Form.REFERRAL, self.tr("+ Referral"), "debrief-referral"),
            (Form.INTRODUCTION, self.tr("+ Introduction"), "debrief-introduction"),
            (Form.ASK, self.tr("+ Ask"), "debrief-ask"),
        ):
            press = button(words, self._on_button, name=name)
            press.setProperty("form", str(form))
            self._buttons[form] = press
            buttons.addWidget(press)
        self._thanks = button(
            self.tr("+ Thank-you note, tomorrow"), self._on_thanks, name="debrief-thanks"
        )
        buttons.addWidget(self._thanks)
        self.body.addLayout(self._rows)
        self.body.addLayout(self._more)
        self.body.addWidget(self._forms)
        self.body.addLayout(buttons)
        self.body.addWidget(self._line)
        self.body.addWidget(self._before)
        self.body.addLayout(self._open)

    def show_promises(self, shown: ToDebrief, draft: Draft, today: date) -> None:
        """What is kept of the 1-2-1 already, and what `draft` adds to it."""
        person = shown.person
        self._person, self._today = person, today
        self._added = [*draft.promises, *draft.passed]
        clear(self._rows)
        rows: list[KeptRow] = [
            *(promise_row(promise, person, today) for promise in shown.promises),
            *(referral_row(referral, person) for referral in shown.referrals),
            *(introduction_row(one, person, shown.others) for one in shown.introductions),
            *(ask_row(ask, person) for ask in shown.asks),
        ]
        for row in rows:
            row.removed.connect(self.taken_back)
            self._rows.addWidget(Dated(row, self._on_date))
        clear(self._open)
        self._settled = []
        for promise in shown.owed:
            made = Settling(promise, person, today, ticked=promise.id in draft.settled)
            made.changed.connect(self.changed)
            self._settled.append(made)
            self._open.addWidget(made)
        self._line.setVisible(bool(shown.owed))
        self._before.setVisible(bool(shown.owed))
        self._past = shown.past
        self._forms.show_begun(person, today, draft.begun)
        self._show_added()

    def promises(self) -> tuple[Promise, ...]:
        """The promises added."""
        return tuple(one for one in self._added if isinstance(one, Promise))

    def passed(self) -> tuple[Passed, ...]:
        """The referrals, introductions and asks added."""
        return tuple(one for one in self._added if isinstance(one, Passed))

    def settled(self) -> tuple[Promise, ...]:
        """The promises from before that are ticked."""
        return tuple(one.promise for one in self._settled if one.ticked)

    def begun(self) -> Begun:
        """What stands in the forms."""
        return self._forms.begun

    def open(self, form: Form) -> None:
        """Opens the form for one more."""
        self._forms.open(form)

    def settle(self) -> bool:
        """Takes in what still stands in the form; False when it says nothing yet."""
        return self._forms.settle()

    def _show_added(self) -> None:
        clear(self._more)
        for one in self._added:
            if isinstance(one, Promise):
                kept = promise_row(one, self._person, self._today)
            else:
                kept = passed_row(one, self._person)
            kept.removed.connect(self._on_removed)
            self._more.addWidget(Dated(kept, self._on_date))
        self._thanks.setVisible(not self._past and self._thank_you() not in self._added)

    def _thank_you(self) -> Promise:
        words = self.tr("Thank-you note to {name}").format(name=self._person.first_name)
        return Promise(mine=True, text=words, due=self._today + THANKS_IN)

    def _on_button(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.open(Form(str(pressed.property("form"))))

    def _on_closed(self, form: Form) -> None:
        self._buttons[form].setFocus()
        self.changed.emit()

    def _on_thanks(self) -> None:
        self._take(self._thank_you())
        self._buttons[Form.PROMISE].setFocus()

    def _take(self, one: Promise | Passed) -> None:
        self._added.append(one)
        self._show_added()
        self.changed.emit()

    def _on_date(self, promise: Promise) -> None:
        """In the form again, or, where it is in the library, in a form of its own."""
        if promise.id:
            self.date_wanted.emit(promise)
            return
        self._added.remove(promise)
        self._show_added()
        self._forms.open_with(promise)
        self.changed.emit()

    def _on_removed(self, one: Promise | Passed) -> None:
        self._added.remove(one)
        self._show_added()
        self._buttons[Form.PROMISE].setFocus()
        self.changed.emit()
