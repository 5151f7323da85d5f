"""What is known of a person, what is still to learn, and what stays private."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal

from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Prompt
from planner.domain.people import Person
from ui import day_wording, wording
from ui.widgets.person_card import Lines, PersonCard, RecordButton
from ui.widgets.text import Text, plain_tip
from ui.widgets.text_button import TextButton


class FactsCard(PersonCard):
    """Facts by their kind, several of a kind below each other, then what is still to learn.

    Each thing to learn comes with a question that brings it up: the fuller the card grows of what
    is known, the less there is of it.

    Signals:
        add_wanted(str): note a fact of this kind; "" where the user is to say which.
        chosen(Fact): change this fact.
        removed(Fact): forget this fact.
    """

    add_wanted = Signal(str)
    chosen = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        person: Person,
        facts: Iterable[Fact],
        still_to_learn: Iterable[FactKind],
        ways_to_ask: Mapping[FactKind, Prompt],
        today: date,
    ) -> None:
        super().__init__("card-facts", self.tr("What you know"))
        self.offer("add-fact", self.tr("Note something you know"), self._on_add)
        lines = Lines()
        last: FactKind | None = None
        for fact in facts:
            made = fact_button(fact, today, self)
            made.chosen.connect(self.chosen)
            made.removed.connect(self.removed)
            lines.add("" if fact.kind is last else wording.fact_kind(fact.kind), made)
            last = fact.kind
        to_learn = tuple(still_to_learn)
        if last is not None and to_learn:
            lines.rule()
        for number, kind in enumerate(to_learn):
            learn = _Learn(kind, person, ways_to_ask.get(kind))
            learn.wanted.connect(self.add_wanted)
            lines.add("" if number else self.tr("Still to learn"), learn)
        self.body.addLayout(lines)

    def _on_add(self) -> None:
        self.add_wanted.emit("")


class PrivateCard(PersonCard):
    """Trust notes, for the user's eyes alone.

    Signals:
        add_wanted(str): note something private; says its kind, as `FactsCard` does.
        chosen(Fact): change this note.
        removed(Fact): forget this note.
    """

    add_wanted = Signal(str)
    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, notes: Iterable[Fact], today: date) -> None:
        super().__init__("card-private", self.tr("Private"), "lock")
        self.offer("add-private", self.tr("Note something private"), self._on_add)
        for note in notes:
            made = fact_button(note, today, self)
            made.chosen.connect(self.chosen)
            made.removed.connect(self.removed)
            self.body.addWidget(made)
        self.body.addWidget(
            Text(self.tr("Never printed, and exported only where you ask for it"), "soft")
        )

    def _on_add(self) -> None:
        self.add_wanted.emit(FactKind.PRIVATE.value)


def fact_button(fact: Fact, today: date, card: FactsCard | PrivateCard) -> RecordButton:
    """A fact as a line that opens; its tooltip tells where it is from."""
    told = wording.origin(fact.origin)
    if fact.noted_on is not None:
        told = f"{told}, {day_wording.short_day(fact.noted_on, today)}"
    return RecordButton(
        fact,
        fact.text,
        f"fact-{fact.id}",
        opens=card.tr("Change…"),
        removes=card.tr("Remove"),
        told=told,
    )


class _Learn(TextButton):
    """Something nothing is known of yet, and how to ask for it; pressing it notes it.

    Signals:
        wanted(str): a fact of this kind is to be noted.
    """

    wanted = Signal(str)

    def __init__(self, kind: FactKind, person: Person, way: Prompt | None) -> None:
        super().__init__(
            wording.still_to_learn(kind, person),
            "pine_text",
            aside=self.tr("“{question}”").format(question=way.text) if way else "",
            name=f"learn-{kind.value}",
        )
        self._kind = kind
        if way is not None:
            self.setToolTip(plain_tip(way.why))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.wanted.emit(self._kind.value)
