"""The forms that keep hold of something, one open at a time, wherever they are shown."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.captures import Form
from planner.domain.facts import FactKind
from planner.domain.people import Person
from ui.capturing import Captures
from ui.widgets.capture_forms import AskForm, IntroductionForm, ReferralForm
from ui.widgets.keep_form import KeepForm
from ui.widgets.keep_forms import FactForm, PromiseForm
from ui.widgets.text import Text


class CapturesView(QWidget):
    """Opens a form in place and keeps what it is filled in with.

    A form stays open, with its words, until they are kept or the user leaves it; then they are
    there when it is opened again, to be typed over.

    Signals:
        opened(): a form was opened; it is to be in sight.
        kept(str): what was kept, in the user's words.
        closed(): the form was closed; the user goes back to where they were.
    """

    opened = Signal()
    kept = Signal(str)
    closed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = Person()
        self._today = today
        self._captures: Captures | None = None
        self._open: Form | None = None
        self._promise = PromiseForm(today)
        self._referral = ReferralForm()
        self._introduction = IntroductionForm()
        self._ask = AskForm()
        self._fact = FactForm(list(FactKind))
        self._told = Text("", "small")
        self._told.setObjectName("kept-already")
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for form in self._forms():
            form.hide()
            form.left.connect(self.close_form)
            form.typed.connect(self._on_typed)
            column.addWidget(form)
        column.addWidget(self._told)
        self._promise.kept.connect(self._on_promise)
        self._referral.kept.connect(self._on_referral)
        self._introduction.kept.connect(self._on_introduction)
        self._ask.kept.connect(self._on_ask)
        self._fact.kept.connect(self._on_fact)

    @property
    def form(self) -> Form | None:
        """The one that is open."""
        return self._open

    def take(self, captures: Captures | None, person: Person, today: date) -> None:
        """Whose words these are; a form that was open when the program died is open again."""
        self._person, self._today = person, today
        if captures is self._captures:
            return
        self._captures = captures
        self._told.hide()
        self._show_form(None)
        self.go_on()

    def open(self, form: Form) -> None:
        """Opens a form; one that is open already turns to the other one's."""
        turned = self._open is form
        if turned:
            self._widget(form).turn()
        self._open_form(form, anew=not turned)

    def go_on(self) -> None:
        """Opens the form that something is being written in, be it elsewhere."""
        form = self._captures.open if self._captures is not None else None
        if form is not None:
            self._show_form(None)
            self._open_form(form, anew=False)

    def rest(self) -> None:
        """Shows no form; what stands in it goes on elsewhere."""
        self._show_form(None)

    def close_form(self) -> None:
        """Closes the form that is open; its words are put aside."""
        if self._open is not None:
            self._show_form(None)
            if self._captures is not None:
                self._captures.put_aside()
            self.closed.emit()

    def settle(self) -> bool:
        """Keeps what the open form is filled in with; False when something is missing in it."""
        return self._open is None or self._widget(self._open).settle()

    def _forms(self) -> tuple[KeepForm, ...]:
        return (self._promise, self._referral, self._introduction, self._ask, self._fact)

    def _widget(self, form: Form) -> KeepForm:
        return {
            Form.PROMISE: self._promise,
            Form.REFERRAL: self._referral,
            Form.INTRODUCTION: self._introduction,
            Form.ASK: self._ask,
        }.get(form, self._fact)

    def _open_form(self, form: Form, *, anew: bool) -> None:
        self._told.hide()
        if self._open is not form:
            self._begin(form)
        self._show_form(form)
        self.opened.emit()
        self._widget(form).take_keyboard(anew=anew)

    def _begin(self, form: Form) -> None:
        """The form as it was left, or empty."""
        name = self._person
        if form is Form.PROMISE:
            self._promise.begin(name, self._today)
        elif form is Form.LIKE:
            self._begin_fact(FactKind.LIKE, self.tr("What does {name} like?"))
        elif form is Form.DISLIKE:
            self._begin_fact(FactKind.DISLIKE, self.tr("What does {name} not like?"))
        elif form is Form.FACT:
            words = self.tr("What did you learn of {name}?")
            self._begin_fact(FactKind.GOAL, words, choose=True)
        elif form is Form.REFERRAL:
            self._referral.say_person(name)
        elif form is Form.ASK:
            self._ask.say_person(name)
        else:
            self._introduction.say_person(name)
            if self._captures is not None:
                self._introduction.offer_names(name, self._captures.people)
        if self._captures is not None:
            self._widget(form).show_words(self._captures.words(form))

    def _begin_fact(self, kind: FactKind, example: str, *, choose: bool = False) -> None:
        self._fact.begin(kind, example.format(name=self._person.first_name), choose=choose)

    def _show_form(self, form: Form | None) -> None:
        self._open = form
        shown = None if form is None else self._widget(form)
        for one in self._forms():
            one.setVisible(one is shown)

    def _on_typed(self) -> None:
        if self._captures is not None and self._open is not None:
            self._captures.type(self._open, self._widget(self._open).words())

    def _on_promise(self, mine: bool, what: str, due: date | None) -> None:
        if self._captures is not None:
            self._end(self._captures.promise(mine, what, due), what)

    def _on_referral(self, given: bool, what: str) -> None:
        if self._captures is not None:
            self._end(self._captures.referral(given, what), what)

    def _on_introduction(self, mine: bool, whom: str, why: str) -> None:
        if self._captures is not None:
            self._end(self._captures.introduction(mine, whom, why), whom)

    def _on_ask(self, mine: bool, text: str) -> None:
        if self._captures is not None:
            self._end(self._captures.ask(mine, text), text)

    def _on_fact(self, kind: FactKind, text: str) -> None:
        if self._captures is not None and self._open is not None:
            words = self.tr("a private note") if kind is FactKind.PRIVATE else text
            self._end(self._captures.fact(self._open, kind, text), words)

    def _end(self, change: object, words: str) -> None:
        """Closes the form of what is kept; what could not be stays in it, to be tried again."""
        if change is None:
            return
        self._show_form(None)
        if change:
            self.kept.emit(words)
        else:
            self._told.setText(self.tr("That was known already, so it was not noted twice."))
            self._told.show()
        self.closed.emit()
