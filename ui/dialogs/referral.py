"""A referral: business passed either way, and what came of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planner.domain.referrals import Outcome, Referral
from planner.journeys.follow_up import add_referral, edit_referral, remove_referral
from ui import wording
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.day_input import DayInput
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.money_input import MoneyInput
from ui.widgets.segments import Segments

GIVEN, RECEIVED = "given", "received"


class ReferralDialog(FormDialog):
    """Notes a referral (`referral.id` 0, its person named), or changes one."""

    def __init__(self, session: Session, referral: Referral, parent: QWidget | None = None) -> None:
        self._referral = referral
        self._person = session.store.people.get(referral.person)
        name = self._person.first_name
        super().__init__(session, "referral-dialog", self._person.name, parent)
        self.setWindowTitle(self.tr("A referral"))
        way = Segments(
            "referral-way",
            (
                (GIVEN, self.tr("I passed it to {name}").format(name=name)),
                (RECEIVED, self.tr("{name} passed it to me").format(name=name)),
            ),
        )
        self.ask(Field("referral-way", self.tr("Which way"), way))
        self.ask(
            Field(
                "referral-what",
                self.tr("Whom or what"),
                GrowingText(self.tr("for example the Kesslers, who want to remortgage")),
            )
        )
        self.ask(Field("referral-day", self.tr("When"), DayInput(session.today())))
        outcomes = [(outcome.value, wording.outcome(outcome)) for outcome in Outcome]
        self.ask(
            Field("referral-outcome", self.tr("What came of it"), Segments("outcome", outcomes))
        )
        self.ask(
            Field(
                "referral-value",
                self.tr("Worth"),
                MoneyInput(),
                self.tr("What the business came to; leave it at 0 where nobody knows."),
            )
        )
        self._show(referral)
        self.begin("referral-what")

    def _show(self, referral: Referral) -> None:
        day = referral.day if referral.id or referral.day else self.session.today()
        self.fields["referral-way"].input.show_value(GIVEN if referral.given else RECEIVED)
        self.fields["referral-what"].input.show_value(referral.what)
        self.fields["referral-day"].input.show_value(day)
        self.fields["referral-outcome"].input.show_value(referral.outcome.value)
        self.fields["referral-value"].input.show_value(referral.value)
        if referral.id:
            self.offer_to_remove(self.tr("Remove"), self._on_remove)

    def save(self) -> None:
        referral = replace(
            self._referral,
            given=self.answer("referral-way") == GIVEN,
            what=self.answer("referral-what"),
            day=self.answer("referral-day"),
            outcome=Outcome(self.answer("referral-outcome")),
            value=self.answer("referral-value"),
        )
        if referral.id:
            if self.walk(self.tr("Referral changed"), edit_referral, referral) is not None:
                self.close_kept(referral.id)
            return
        made = self.walk(self.tr("Referral noted"), add_referral, referral)
        if isinstance(made, Referral):
            self.close_kept(made.id)

    def _on_remove(self) -> None:
        label = self.tr("Referral removed")
        if self.walk(label, remove_referral, self._referral.id) is not None:
            self.accept()
