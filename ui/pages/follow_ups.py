"""Follow-ups: what was promised either way, and what came of referrals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.referrals import Outcome
from planner.journeys.follow_up import edit_referral, keep_promise, reopen_promise
from planner.journeys.follow_ups_page import FollowUps, ReferralWith, follow_ups
from planner.journeys.todays_page import PromiseDue
from ui import wording
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import GAP, Card, Empty, Scrolled, button, clear, page_head
from ui.widgets.promise_rows import PromiseRow
from ui.widgets.referral_rows import ReferralRow
from ui.widgets.text import Text

Row = TypeVar("Row")

AT_FIRST = 20  # rows of a card before "Show all"


class FollowUpsPage(Page):
    """Promises at the left, referrals at the right."""

    where = Where.FOLLOW_UPS
    shows = frozenset({Kind.PROMISE, Kind.REFERRAL, Kind.PERSON})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._all = False
        self._line = Text("", "soft")
        self._line.setObjectName("follow-ups-line")
        self._body = QVBoxLayout()
        scrolled = Scrolled()
        scrolled.body.addLayout(page_head(Text(self.tr("Follow-ups"), "title"), self._line))
        scrolled.body.addLayout(self._body)
        scrolled.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)

    def refresh(self) -> None:
        today = self.session.today()
        found = follow_ups(self.session.store, today)
        self._line.setText(self._words(found, today))
        clear(self._body)
        if not found:
            self._body.addWidget(self._empty())
            return
        columns = QHBoxLayout()
        columns.setSpacing(22)
        columns.addWidget(self._promises(found, today), 1, Qt.AlignmentFlag.AlignTop)
        if found.waiting or found.settled:
            columns.addWidget(self._referrals(found, today), 1, Qt.AlignmentFlag.AlignTop)
        self._body.addLayout(columns)

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
                "What you promise each other in a conversation, and the referrals you pass on, "
                "wait here until they are done. Note them on a person's page or as you talk."
            ),
            button(self.tr("Look through people"), self._on_people, "primary", "people"),
        )

    def _promises(self, found: FollowUps, today: date) -> QWidget:
        column = _Column()
        for name, title, promises in (
            ("mine", self.tr("You promised"), found.mine),
            ("theirs", self.tr("Promised to you"), found.theirs),
            ("kept-lately", self.tr("Kept in the last month"), found.kept),
        ):
            if promises:
                column.body.addWidget(self._promise_card(name, title, promises, today))
        return column

    def _promise_card(
        self, name: str, title: str, promises: Sequence[PromiseDue], today: date
    ) -> Card:
        card = Card(title)
        card.setObjectName(name)
        for due in self._shown(promises):
            line = PromiseRow(due, today)
            line.ticked.connect(self._on_ticked)
            card.body.addWidget(line)
        self._offer_all(card, len(promises))
        return card

    def _referrals(self, found: FollowUps, today: date) -> QWidget:
        column = _Column()
        for name, title, referrals in (
            ("waiting", self.tr("Referrals under way"), found.waiting),
            ("settled", self.tr("Referrals and what came of them"), found.settled),
        ):
            if referrals:
                column.body.addWidget(self._referral_card(name, title, referrals, today))
        return column

    def _referral_card(
        self, name: str, title: str, referrals: Sequence[ReferralWith], today: date
    ) -> Card:
        card = Card(title)
        card.setObjectName(name)
        for one in self._shown(referrals):
            line = ReferralRow(one, today)
            line.settled.connect(self._on_settled)
            line.person_wanted.connect(self._on_person)
            card.body.addWidget(line)
        self._offer_all(card, len(referrals))
        return card

    def _shown(self, rows: Sequence[Row]) -> Sequence[Row]:
        return rows if self._all else rows[:AT_FIRST]

    def _offer_all(self, card: Card, count: int) -> None:
        if count > AT_FIRST and not self._all:
            words = self.tr("Show all {count}").format(count=count)
            card.body.addWidget(button(words, self._on_all, "quiet", "show-all"))

    def _on_all(self) -> None:
        self._all = True
        self.refresh()

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


class _Column(QWidget):
    """Cards below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(GAP)
