"""One thing known of a person."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planner.domain.facts import Fact, FactKind
from planner.journeys.keep_people import add_fact, edit_fact, remove_fact
from ui import wording
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.inputs import ChoiceInput
from ui.widgets.text import Text


class FactDialog(FormDialog):
    """Notes a fact (`fact.id` 0, its person named), or changes one."""

    def __init__(self, session: Session, fact: Fact, parent: QWidget | None = None) -> None:
        self._fact = fact
        person = session.store.people.get(fact.person)
        super().__init__(session, "fact-dialog", person.name, parent)
        self.setWindowTitle(self.tr("What you know"))
        kind = ChoiceInput(tuple(FactKind), wording.fact_kind)
        kind.setMaxVisibleItems(len(FactKind))
        self.ask(Field("fact-kind", self.tr("What it is about"), kind))
        self.ask(Field("fact-text", self.tr("What you know"), GrowingText()))
        self._discreet = Text(
            self.tr("Private notes are never printed, and exported only when you say so."), "small"
        )
        self._discreet.setObjectName("fact-discreet")
        self.questions.addWidget(self._discreet)
        kind.currentIndexChanged.connect(self._on_kind)
        self.fields["fact-kind"].input.show_value(fact.kind)
        self.fields["fact-text"].input.show_value(fact.text)
        self._on_kind()
        if fact.id:
            self.offer_to_remove(self.tr("Remove"), self._on_remove)
        self.begin("fact-text")

    def save(self) -> None:
        fact = replace(
            self._fact, kind=FactKind(self.answer("fact-kind")), text=self.answer("fact-text")
        )
        if fact.id:
            if self.walk(self.tr("Fact changed"), edit_fact, fact) is not None:
                self.close_kept(fact.id)
            return
        fact = replace(fact, noted_on=fact.noted_on or self.session.today())
        made = self.walk(self.tr("Fact noted"), add_fact, fact)
        if isinstance(made, Fact):
            self.close_kept(made.id)

    def _on_kind(self) -> None:
        self._discreet.setVisible(self.answer("fact-kind") == FactKind.PRIVATE)

    def _on_remove(self) -> None:
        if self.walk(self.tr("Fact removed"), remove_fact, self._fact.id) is not None:
            self.accept()
