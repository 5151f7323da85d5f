"""Referrals: what was passed on, which way, and what came of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planner.domain.referrals import Outcome
from planner.journeys.follow_ups_page import ReferralWith
from ui import day_wording, wording
from ui.widgets.layouts import button
from ui.widgets.name_button import NameButton
from ui.widgets.text import Text

HUES = {Outcome.PASSED: "gold", Outcome.WON: "pine", Outcome.LOST: "plain"}


class ReferralRow(QWidget):
    """One referral; its outcome is a button that opens the choice of outcomes.

    Signals:
        settled(int, Outcome): the referral of this id came to this.
        person_wanted(int): look at whose it is.
    """

    settled = Signal(int, Outcome)
    person_wanted = Signal(int)

    def __init__(self, one: ReferralWith, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("referral")
        self._one = one
        referral = one.referral
        line = wording.direction(referral.given, one.person)
        if referral.day is not None:
            line = f"{day_wording.short_day(referral.day, today)} · {line}"
        name = NameButton(one.person.name, self._on_person, "link", "referral-person")
        outcome = button(self._outcome_words(), look="chip", name="outcome")
        outcome.setProperty("menu", "true")
        outcome.setAccessibleName(
            self.tr("What came of {what}: {outcome}").format(
                what=referral.what, outcome=self._outcome_words()
            )
        )
        menu = QMenu(outcome)
        for choice in Outcome:
            action = QAction(wording.outcome(choice), menu)
            action.setObjectName(choice.value)
            action.setData(choice)
            menu.addAction(action)
        menu.triggered.connect(self._on_outcome)
        outcome.setMenu(menu)

        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(referral.what))
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(Text(line, "small", wrap=False))
        below.addWidget(name, 0)
        below.addStretch(1)
        words.addLayout(below)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 4, 0, 4)
        inner.setSpacing(10)
        inner.addLayout(words, 1)
        inner.addWidget(outcome, 0, Qt.AlignmentFlag.AlignVCenter)

    def _outcome_words(self) -> str:
        referral = self._one.referral
        words = wording.outcome(referral.outcome)
        if referral.outcome is Outcome.WON and referral.value:
            return f"{words}, {wording.money(referral.value)}"
        return words

    def _on_outcome(self, action: QAction) -> None:
        self.settled.emit(self._one.referral.id, Outcome(action.data()))

    def _on_person(self) -> None:
        self.person_wanted.emit(self._one.person.id)
