"""What was learned: each noted answer offered as a fact, and facts added by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.debrief import OfferedFact
from planner.domain.debrief_draft import FactDraft
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from ui import wording
from ui.widgets.fact_offer import AddedFact, FactOffer
from ui.widgets.kept_rows import fact_row
from ui.widgets.layouts import Card, button, clear, row
from ui.widgets.text import Text


class DebriefFacts(Card):
    """Offers, facts kept on the way, and lines for more.

    Signals:
        changed(): what is to be kept is different.
        taken_back(object): a Fact that was kept on the way is to go.
    """

    changed = Signal()
    taken_back = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What you learned"), parent)
        self.setObjectName("debrief-facts")
        self._person = Person()
        self._offers: list[FactOffer] = []
        self._added: list[AddedFact] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self._more = QVBoxLayout()
        self._more.setSpacing(12)
        self._told = Text(
            self.tr("What is ticked is kept, as what stands beside it. Enter goes on."), "small"
        )
        self._add = button(self.tr("+ Fact"), self.add_fact, name="debrief-fact")
        self.body.addWidget(self._told)
        self.body.addLayout(self._rows)
        self.body.addLayout(self._more)
        self.body.addLayout(row(self._add, None))

    def show_facts(
        self,
        person: Person,
        offered: Sequence[OfferedFact],
        learned: Sequence[Fact],
        drafts: Mapping[str, FactDraft],
        added: Sequence[Fact],
    ) -> None:
        self._person = person
        clear(self._rows)
        clear(self._more)
        self._offers, self._added = [], []
        for fact in learned:
            kept = fact_row(fact)
            kept.removed.connect(self.taken_back)
            self._rows.addWidget(kept)
        for one in offered:
            draft = drafts.get(one.prompt.id, FactDraft(True, one.fact.text))
            offer = FactOffer(one.prompt, draft, one.instead_of)
            offer.changed.connect(self.changed)
            offer.entered.connect(self._on_entered)
            self._offers.append(offer)
            self._rows.addWidget(offer)
        self._told.setVisible(bool(offered))
        if not offered and not learned:
            words = self.tr("What did {name} tell you that is worth knowing next time?")
            self._rows.addWidget(Text(wording.with_name(words, person), "soft"))
        for fact in added:
            self._show_added(fact)

    def drafts(self) -> dict[str, FactDraft]:
        """What becomes of each answer, by prompt id."""
        return {offer.prompt.id: offer.draft() for offer in self._offers}

    def added(self) -> tuple[Fact, ...]:
        """The lines added, as they stand."""
        return tuple(row.fact() for row in self._added if row.fact().text.strip())

    def kept(self) -> tuple[Fact, ...]:
        """Every fact to keep, as edited."""
        offers = [fact for offer in self._offers if (fact := offer.fact()) is not None]
        return (*offers, *self.added())

    def add_fact(self) -> None:
        """An empty line, to be written in."""
        self.take(Fact(kind=FactKind.GOAL))

    def take(self, fact: Fact) -> None:
        """One more fact, to be edited."""
        made = self._show_added(fact)
        made.show()
        made.go_in()
        self.changed.emit()

    def _show_added(self, fact: Fact) -> AddedFact:
        words = wording.with_name(self.tr("What did you learn of {name}?"), self._person)
        made = AddedFact(fact, words)
        made.changed.connect(self.changed)
        made.removed.connect(self._on_removed)
        made.entered.connect(self._on_entered)
        self._added.append(made)
        self._more.addWidget(made)
        return made

    def _on_entered(self) -> None:
        """To the next words; after the last to the button for more."""
        rows: list[FactOffer | AddedFact] = [*self._offers, *self._added]
        at = next((at for at, row in enumerate(rows) if row is self.sender()), len(rows)) + 1
        if at < len(rows):
            rows[at].go_in()
        else:
            self._add.setFocus()

    def _on_removed(self, row: AddedFact) -> None:
        self._added.remove(row)
        row.hide()
        row.deleteLater()
        self._add.setFocus()
        self.changed.emit()
