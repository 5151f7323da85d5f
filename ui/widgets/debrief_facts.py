"""What was learned: each noted answer offered as a fact, and facts added by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planner.domain.debrief import OfferedFact
from planner.domain.debrief_draft import FactDraft
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from ui import wording
from ui.widgets.growing_text import GrowingText
from ui.widgets.keep_forms import FactForm
from ui.widgets.kept_rows import KeptRow, fact_row
from ui.widgets.layouts import Card, button, clear, row
from ui.widgets.text import Text

INDENT = 27  # pixels: below a tick's words, not below its box


class FactOffer(QWidget):
    """An answer as the fact it tells: ticked to keep, its words to edit.

    Signals:
        changed(): it is kept or dropped, or its words are different.
    """

    changed = Signal()

    def __init__(
        self, offered: OfferedFact, draft: FactDraft, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("fact-offer")
        self.offered = offered
        kind = wording.fact_kind(offered.fact.kind)
        self._keep = QCheckBox(kind)
        self._keep.setObjectName("fact-keep")
        self._keep.setAccessibleDescription(offered.prompt.text)
        self._words = GrowingText()
        self._words.setObjectName("fact-words")
        self._words.setAccessibleName(kind)
        self._words.show_value(draft.text)
        self._keep.setChecked(draft.keep)
        self._words.setEnabled(draft.keep)
        self._keep.toggled.connect(self._on_toggled)
        self._words.textChanged.connect(self.changed)
        below = QVBoxLayout()
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.setSpacing(3)
        below.addWidget(Text(offered.prompt.text, "small"))
        below.addWidget(self._words)
        if offered.instead_of is not None and not offered.instead_of.private:
            so_far = self.tr("So far: {fact}").format(fact=offered.instead_of.text)
            below.addWidget(Text(so_far, "small"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._keep)
        column.addLayout(below)

    def draft(self) -> FactDraft:
        return FactDraft(self._keep.isChecked(), self._words.value())

    def _on_toggled(self, keep: bool) -> None:
        self._words.setEnabled(keep)
        self.changed.emit()


class DebriefFacts(Card):
    """Offers, facts kept on the way, and a form for more.

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
        self._added: list[Fact] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self._more = QVBoxLayout()
        self._more.setSpacing(8)
        self._form = FactForm(list(FactKind))
        self._form.hide()
        self._form.kept.connect(self._on_kept)
        self._form.left.connect(self._close)
        self._add = button(self.tr("+ Fact"), self._open, name="debrief-fact")
        self.body.addLayout(self._rows)
        self.body.addLayout(self._more)
        self.body.addWidget(self._form)
        self.body.addLayout(row(self._add, None))

    def show_facts(
        self,
        person: Person,
        offered: Sequence[OfferedFact],
        learned: Sequence[Fact],
        drafts: dict[str, FactDraft],
        added: Sequence[Fact],
    ) -> None:
        self._person = person
        self._added = list(added)
        clear(self._rows)
        self._offers = []
        for fact in learned:
            kept = fact_row(fact)
            kept.removed.connect(self.taken_back)
            self._rows.addWidget(kept)
        for one in offered:
            draft = drafts.get(one.prompt.id, FactDraft(True, one.fact.text))
            offer = FactOffer(one, draft)
            offer.changed.connect(self.changed)
            self._offers.append(offer)
            self._rows.addWidget(offer)
        if not offered and not learned:
            words = self.tr("What did {name} tell you that is worth knowing next time?")
            self._rows.addWidget(Text(wording.with_name(words, person), "soft"))
        self._show_added()

    def drafts(self) -> dict[str, FactDraft]:
        """What becomes of each answer, by prompt id."""
        return {offer.offered.prompt.id: offer.draft() for offer in self._offers}

    def added(self) -> tuple[Fact, ...]:
        return tuple(self._added)

    def kept(self) -> tuple[Fact, ...]:
        """Every fact to keep, as edited."""
        offers = [(offer.offered.fact, offer.draft()) for offer in self._offers]
        ticked = (
            Fact(kind=fact.kind, text=draft.text)
            for fact, draft in offers
            if draft.keep and draft.text.strip()
        )
        return (*ticked, *self._added)

    def settle(self) -> bool:
        """Takes in what still stands in the form; False when it says nothing yet."""
        return self._form.settle()

    def _show_added(self) -> None:
        clear(self._more)
        for fact in self._added:
            line = KeptRow(fact, fact.text, wording.fact_kind(fact.kind))
            line.removed.connect(self._on_removed)
            self._more.addWidget(line)

    def _open(self) -> None:
        self._form.show()
        words = wording.with_name(self.tr("What did you learn of {name}?"), self._person)
        self._form.begin(FactKind.GOAL, words, choose=True)

    def _close(self) -> None:
        self._form.hide()
        self._add.setFocus()

    def _on_kept(self, kind: FactKind, text: str) -> None:
        self._added.append(Fact(kind=kind, text=text))
        self._show_added()
        self._close()
        self.changed.emit()

    def _on_removed(self, fact: Fact) -> None:
        self._added.remove(fact)
        self._show_added()
        self._add.setFocus()
        self.changed.emit()
