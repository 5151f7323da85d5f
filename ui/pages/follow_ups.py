"""Follow-ups: promises either way, introductions, asks, and what came of referrals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.referrals import Outcome
from planner.journeys.follow_up import edit_referral, keep_promise, reopen_promise
from planner.journeys.follow_ups_page import FollowUps, ReferralWith, follow_ups
from planner.journeys.todays_page import PromiseDue
from ui import wording
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.columns import Columns
from ui.widgets.follow_up_cards import FollowUpActs
from ui.widgets.layouts import Card, Empty, button, clear, lay_out_page, page_head
from ui.widgets.person_card import PersonCard
from ui.widgets.promise_rows import PromiseRow
from ui.widgets.referral_rows import ReferralRow
from ui.widgets.text import Text

Row = TypeVar("Row")

LEAST = 400  # pixels: narrower than this, referrals stand below the promises
WIDEST = 1240  # pixels of both columns
AT_FIRST = 20  # rows of a card before "Show all"


class FollowUpsPage(Page):
    """Promises and asks at the left, introductions and referrals at the right."""

    where = Where.FOLLOW_UPS
    shows = frozenset(
        {Kind.PROMISE, Kind.REFERRAL, Kind.PERSON, Kind.ASK, Kind.INTRODUCTION, Kind.PHOTO}
    )
    tells_days = True
    builds_anew = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._all = False
        self._line = Text("", "soft")
        self._line.setObjectName("follow-ups-line")
        self._body = QVBoxLayout()
        self._acts = FollowUpActs(session, self)
        lay_out_page(self, page_head(Text(self.tr("Follow-ups"), "title"), self._line), self._body)

    def refresh(self) -> None:
        today = self.session.today()
        found = follow_ups(self.session.store, today)
        self._line.setText(self._words(found, today))
        clear(self._body)
        if not found:
            self._body.addWidget(self._empty())
            return
        columns = Columns((1, 1), least=LEAST)
        columns.setMaximumWidth(WIDEST)
        self._show_promises(columns.first, found, today)
        self._show_asks(columns.first, found)
        self._show_introductions(columns.second, found)
        self._show_referrals(columns.second, found, today)
        columns.first.addStretch(1)
        columns.second.addStretch(1)
        self._body.addWidget(columns)

    def _words(self, found: FollowUps, today: date) -> str:
        still_open = (*found.mine, *found.theirs)
        late = sum(due.promise.days_late(today) > 0 for due in still_open)
        if not still_open:
            return self.tr("No promise is open")
        if late:
            return self.tr("{count} open, {late} late").format(count=len(still_open), late=late)
        return self.tr("{count} open, none late").format(count=len(still_open))

    def _empty(self) -> QWidget:
        return Empty(
            self.tr("Nothing to follow up"),
            self.tr(
                "What you promise each other in a conversation, the referrals and introductions "
                "you make and what people look for wait here until they are done. Note them on a "
                "person's page or as you talk."
            ),
            button(self.tr("Look through people"), self._on_people, "primary", "people"),
            button(self.tr("Something I look for…"), self._acts.add_own_ask, name="add-own-ask"),
        )

    def _show_promises(self, column: QVBoxLayout, found: FollowUps, today: date) -> None:
        def line(due: PromiseDue) -> PromiseRow:
            made = PromiseRow(due, today)
            made.ticked.connect(self._on_ticked)
            return made

        for name, title, promises in (
            ("mine", self.tr("You promised"), found.mine),
            ("theirs", self.tr("Promised to you"), found.theirs),
            ("kept-lately", self.tr("Kept in the last month"), found.kept),
        ):
            self._show_card(column, name, title, promises, line)

    def _show_asks(self, column: QVBoxLayout, found: FollowUps) -> None:
        row = self._acts.ask_row
        asks = PersonCard("asks", self.tr("Asks"))
        asks.offer("add-own-ask", self.tr("Something I look for…"), self._acts.add_own_ask)
        self._fill(asks, found.asks, row)
        if not found.asks:
            asks.body.addWidget(Text(self.tr("What you or others look for stands here."), "soft"))
        column.addWidget(asks)
        title = self.tr("Found in the last month")
        self._show_card(column, "found-lately", title, found.found, row)

    def _show_introductions(self, column: QVBoxLayout, found: FollowUps) -> None:
        row = self._acts.introduction_row
        title = self.tr("Introductions")
        self._show_card(column, "introductions", title, found.introductions, row)
        title = self.tr("Introductions and what came of them")
        self._show_card(column, "introduced", title, found.introduced, row)

    def _show_referrals(self, column: QVBoxLayout, found: FollowUps, today: date) -> None:
        def line(one: ReferralWith) -> ReferralRow:
            made = ReferralRow(one, today)
            made.settled.connect(self._on_settled)
            made.person_wanted.connect(self._on_person)
            return made

        for name, title, referrals in (
            ("waiting", self.tr("Referrals under way"), found.waiting),
            ("settled", self.tr("Referrals and what came of them"), found.settled),
        ):
            self._show_card(column, name, title, referrals, line)

    def _show_card(
        self,
        column: QVBoxLayout,
        name: str,
        title: str,
        rows: Sequence[Row],
        line: Callable[[Row], QWidget],
    ) -> None:
        """A card of the first rows, and a button for all where there are more."""
        if not rows:
            return
        card = Card(title)
        card.setObjectName(name)
        self._fill(card, rows, line)
        column.addWidget(card)

    def _fill(self, card: Card, rows: Sequence[Row], line: Callable[[Row], QWidget]) -> None:
        for one in rows if self._all else rows[:AT_FIRST]:
            card.body.addWidget(line(one))
        if len(rows) > AT_FIRST and not self._all:
            words = self.tr("Show all {count}").format(count=len(rows))
            card.body.addWidget(button(words, self._on_all, "quiet", "show-all"))

    def _on_all(self) -> None:
        self._all = True
        self._stale = True
        self.freshen()

    def _on_ticked(self, promise: int, kept: bool) -> None:
        if kept:
            self.session.do(self.tr("Promise kept"), keep_promise, promise, self.session.today())
        else:
            self.session.do(self.tr("Promise open again"), reopen_promise, promise)

    def _on_settled(self, referral: int, outcome: Outcome) -> None:
        known = self.session.store.referrals.get(referral)
        label = self.tr("Referral noted as “{outcome}”").format(outcome=wording.outcome(outcome))
        self.session.do(label, edit_referral, replace(known, outcome=outcome))

    def _on_person(self, person: int) -> None:
        self.wanted.emit(Route(Where.PEOPLE, person=person))

    def _on_people(self) -> None:
        self.wanted.emit(Route(Where.PEOPLE))
