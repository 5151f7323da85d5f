"""What an export may tell of one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from planner.contacts.text import one_line, paragraphs
from planner.domain.fact_note import as_note
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person


@dataclass(frozen=True, slots=True)
class Contact:
    """A person with what belongs on their card; what is private is told only where it is wanted."""

    person: Person
    facts: tuple[Fact, ...] = ()
    groups: tuple[str, ...] = ()
    photo: bytes = field(default=b"", repr=False)

    @property
    def name(self) -> str:
        """What to call them in a list; whoever has no name by what else is known of them."""
        person = self.person
        known = (person.name, *person.emails, *person.phones, person.company)
        return next(filter(None, map(one_line, known)), "?")

    def note(self, *, private: bool) -> str:
        """The facts as one text, with what was noted in confidence or without."""
        return paragraphs(as_note(self.facts, private=private))

    def texts(self, kind: FactKind) -> tuple[str, ...]:
        """What facts of a kind say."""
        return tuple(fact.text for fact in self.facts if fact.kind is kind)


def lines(texts: Iterable[str]) -> tuple[str, ...]:
    """Texts as single lines, empty ones left out: no line break gets from one into a file."""
    return tuple(filter(None, map(one_line, texts)))
