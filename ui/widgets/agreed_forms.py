"""The small forms of a debrief: one open at a time, its words a draft until all is saved."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.captures import Begun, Form
from planner.domain.debrief import Passed
from planner.domain.people import Person
from planner.domain.promises import Promise
from ui.widgets.capture_forms import AskForm, IntroductionForm, ReferralForm
from ui.widgets.keep_form import MINE, THEIRS, WHOSE, KeepForm
from ui.widgets.keep_forms import PromiseForm


class AgreedForms(QWidget):
    """A promise, a referral, an introduction or an ask, as they are noted while talking.

    `names` gives everybody's name, asked when the introduction's form is opened.

    Signals:
        kept(object): a Promise or a Passed, as it was written.
        typed(): something else stands in a form.
        opened(): a form was opened; it is to be in sight.
        closed(object): this Form was closed.
    """

    kept = Signal(object)
    typed = Signal()
    opened = Signal()
    closed = Signal(object)

    def __init__(
        self, today: date, names: Callable[[], Collection[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.begun = Begun()
        self._person = Person()
        self._today = today
        self._names = names
        self._promise = PromiseForm(today)
        self._referral = ReferralForm()
        self._introduction = IntroductionForm()
        self._ask = AskForm()
        self._forms: dict[Form, KeepForm] = {
            Form.PROMISE: self._promise,
            Form.REFERRAL: self._referral,
            Form.INTRODUCTION: self._introduction,
            Form.ASK: self._ask,
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for form in self._forms.values():
            form.hide()
            form.left.connect(self._on_left)
            form.typed.connect(self._on_typed)
            column.addWidget(form)
        self.hide()
        self._promise.kept.connect(self._on_promise)
        self._referral.kept.connect(self._on_referral)
        self._introduction.kept.connect(self._on_introduction)
        self._ask.kept.connect(self._on_ask)

    def show_begun(self, person: Person, today: date, begun: Begun) -> None:
        """The forms as they were left; nothing moves where that is how they stand."""
        if person == self._person and begun == self.begun:
            return
        self._person, self._today = person, today
        self.begun = begun
        self._fill(begun.open)
        self._show(begun.open)

    def open(self, form: Form) -> None:
        """Opens a form; one that is open already turns to the other one's."""
        again = self.begun.open is form
        if again:
            self._forms[form].turn()
        else:
            self._fill(form)
            self._show(form)
        self.begun = self.begun.typed(form, self._forms[form].words())
        self._forms[form].take_keyboard(anew=not again)
        self.opened.emit()

    def open_with(self, promise: Promise) -> None:
        """Opens the promise's form with one that was written before, for its date."""
        whose = MINE if promise.mine else THEIRS
        self.begun = self.begun.typed(Form.PROMISE, {WHOSE: whose, "what": promise.text})
        self.begun = self.begun.put_aside()
        self.open(Form.PROMISE)

    def settle(self) -> bool:
        """Takes in what still stands in the forms, one after the other, the open one first.

        False when something is missing in one, which is then open.
        """
        if not all(form.settle() for form in self._forms.values()):
            return False
        for form in [one for one in self.begun.words if one in self._forms]:
            self._fill(form)
            self._show(form)
            self.begun = self.begun.typed(form, self._forms[form].words())
            if not self._forms[form].settle():
                return False
            self.begun = self.begun.kept(form)
        self._show(self.begun.open)
        return True

    def _fill(self, form: Form | None) -> None:
        if form is None or form not in self._forms:
            return
        if form is Form.PROMISE:
            self._promise.begin(self._person, self._today)
        else:
            self._forms[form].say_person(self._person)  # type: ignore[attr-defined]
        if form is Form.INTRODUCTION:
            self._introduction.offer_names(self._person, self._names)
        self._forms[form].show_words(self.begun.of(form))

    def _show(self, form: Form | None) -> None:
        for kind, widget in self._forms.items():
            widget.setVisible(kind is form)
        self.setVisible(form in self._forms)

    def _on_typed(self) -> None:
        if (form := self.begun.open) is not None:
            self.begun = self.begun.typed(form, self._forms[form].words())
        self.typed.emit()

    def _on_left(self) -> None:
        if (form := self.begun.open) is not None:
            self.begun = self.begun.put_aside()
            self._show(None)
            self.closed.emit(form)

    def _on_promise(self, mine: bool, what: str, due: date | None) -> None:
        self._end(Form.PROMISE, Promise(mine=mine, text=what, due=due))

    def _on_referral(self, given: bool, what: str) -> None:
        self._end(Form.REFERRAL, Passed(Form.REFERRAL, given, what))

    def _on_introduction(self, mine: bool, whom: str, why: str) -> None:
        self._end(Form.INTRODUCTION, Passed(Form.INTRODUCTION, mine, whom, why))

    def _on_ask(self, mine: bool, text: str) -> None:
        self._end(Form.ASK, Passed(Form.ASK, mine, text))

    def _end(self, form: Form, what: Promise | Passed) -> None:
        self.begun = self.begun.kept(form)
        self._show(None)
        self.kept.emit(what)
        self.closed.emit(form)
