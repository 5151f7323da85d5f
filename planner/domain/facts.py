"""What is known of a person, one fact at a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FactKind(StrEnum):
    """What a fact is about, in the order a person's page shows them."""

    DOES = "does"
    FOR_WHOM = "for_whom"
    IDEAL_REFERRAL = "ideal_referral"
    GOAL = "goal"
    CHALLENGE = "challenge"
    ACCOMPLISHMENT = "accomplishment"
    INTEREST = "interest"
    LIKE = "like"
    DISLIKE = "dislike"
    NETWORK = "network"
    SKILL = "skill"
    NOTE = "note"
    PRIVATE = "private"  # trust notes: never printed, never exported unasked


# What the guide and "Still to learn" ask for first, most useful first.
WORTH_KNOWING = (
    FactKind.DOES,
    FactKind.FOR_WHOM,
    FactKind.IDEAL_REFERRAL,
    FactKind.GOAL,
    FactKind.CHALLENGE,
    FactKind.INTEREST,
    FactKind.NETWORK,
)


class Origin(StrEnum):
    """Where a fact came from."""

    TYPED = "typed"
    IMPORT = "import"
    MEETING = "meeting"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of a person."""

    id: int = 0
    person: int = 0
    kind: FactKind = FactKind.NOTE
    text: str = ""
    origin: Origin = Origin.TYPED
    noted_on: date | None = None

    @property
    def private(self) -> bool:
        return self.kind is FactKind.PRIVATE


def still_to_learn(facts: tuple[Fact, ...]) -> tuple[FactKind, ...]:
    """The kinds worth knowing that nothing is known of yet, most useful first."""
    known = {fact.kind for fact in facts}
    return tuple(kind for kind in WORTH_KNOWING if kind not in known)
