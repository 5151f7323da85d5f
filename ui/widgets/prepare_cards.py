"""The cards of the page on which a 1-2-1 is prepared, in two columns below its head."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.shortening import one_line
from planner.domain.wishes import Wish
from planner.journeys.prepare_page import Preparation
from planner.journeys.todays_page import PromiseDue
from ui.session import Session
from ui.widgets.aims_card import AimsCard
from ui.widgets.columns import Columns
from ui.widgets.dont_forget_card import DontForgetCard
from ui.widgets.layouts import Card, Scrolled, clear, row
from ui.widgets.offer_card import OfferCard
from ui.widgets.openers_card import OpenersCard
from ui.widgets.prepare_head import PrepareHead
from ui.widgets.promise_rows import PromiseRow
from ui.widgets.sheet_beside import SheetBeside
from ui.widgets.tab_order import tab_as_laid_out

WIDEST = 1180  # pixels; in wider windows the lines of a card would be tiring to read


class PrepareCards(Scrolled):
    """Everything the page shows of one 1-2-1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("prepare-cards")
        self.head = PrepareHead()
        self.openers = OpenersCard()
        self.dont_forget = DontForgetCard()
        self.promises = PromisesCard()
        self.offer = OfferCard()
        self.aims = AimsCard()
        self.sheet = SheetBeside()
        self.aims_kept = ("", "", "")  # learn, give and ask as they are kept
        columns = Columns((3, 2))
        for card in (self.openers, self.dont_forget, self.promises, self.offer, self.aims):
            columns.first.addWidget(card)
        columns.first.addStretch(1)
        columns.second.addWidget(self.sheet)
        columns.second.addStretch(1)
        whole = QWidget()
        whole.setMaximumWidth(WIDEST)
        self._whole = row(columns, gap=0)
        whole.setLayout(self._whole)
        self.body.addWidget(self.head)
        across = row(whole, gap=0)
        across.setStretch(0, 1)
        across.addStretch(0)
        self.body.addLayout(across)
        self.body.addStretch(1)

    def show_preparation(self, shown: Preparation, wish: Wish, session: Session) -> None:
        """Everything but what is looked for later; what is being typed stays."""
        today = session.today()
        self.head.show_head(shown, today, session.zone)
        self.openers.show_questions(shown, today)
        self.dont_forget.show_lines(shown, today)
        self.promises.show_promises(shown.promises, shown.person, today)
        if self.aims.value() == self.aims_kept:
            self.aims.show_wish(wish, proposed=False)
        self.aims_kept = (one_line(wish.learn), one_line(wish.give), one_line(wish.ask))
        self.offer.setVisible(shown.ahead)
        self.aims.setEnabled(shown.ahead)
        self.put_tabs_in_order()

    def put_tabs_in_order(self) -> None:
        """Tab goes as the page is read; much of it is made late."""
        tab_as_laid_out(self.body)

    def show_head_of_page(self) -> None:
        """Whoever comes begins at the top."""
        self.verticalScrollBar().setValue(0)

    def take_give(self, text: str) -> None:
        """What was chosen to offer stands under Give."""
        self.aims.fields["give"].input.show_value(text)

    def typed(self) -> object:
        """What stands in the fields, to be compared."""
        return self.aims.value(), self.dont_forget.typed()

    def make_room(self) -> None:
        """Another 1-2-1 comes: nothing of the one before stays, typed or looked for."""
        self.dont_forget.forget_typed()
        self.aims_kept = self.aims.value()
        self.offer.make_room()
        self.sheet.make_room()


class PromisesCard(Card):
    """What the two owe each other, to be ticked off.

    Signals:
        ticked(int, bool): the promise of this id was kept.
    """

    ticked = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Promises"), parent)
        self.setObjectName("prepare-promises")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def show_promises(self, promises: tuple[Promise, ...], person: Person, today: date) -> None:
        clear(self._rows)
        for promise in promises:
            made = PromiseRow(PromiseDue(promise, person), today, self)
            made.ticked.connect(self.ticked)
            self._rows.addWidget(made)
        self.setVisible(bool(promises))
