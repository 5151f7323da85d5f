"""What is known of a person as one text, for files that know no facts."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.facts import Fact, FactKind

# What stands before a fact; a note needs no word. English, as column headers are: other programs
# read these files.
_WORDS = {
    FactKind.DOES: "Does",
    FactKind.FOR_WHOM: "For whom",
    FactKind.IDEAL_REFERRAL: "Ideal referral",
    FactKind.GOAL: "Goal",
    FactKind.CHALLENGE: "Challenge",
    FactKind.ACCOMPLISHMENT: "Accomplishment",
    FactKind.INTEREST: "Interest",
    FactKind.LIKE: "Likes",
    FactKind.DISLIKE: "Dislikes",
    FactKind.NETWORK: "Network",
    FactKind.SKILL: "Skill",
    FactKind.NOTE: "",
    FactKind.PRIVATE: "Private",
}
_IN_CONFIDENCE = f"{_WORDS[FactKind.PRIVATE]}: "
_ORDER = {kind: place for place, kind in enumerate(FactKind)}


def as_note(facts: Iterable[Fact], *, private: bool) -> str:
    """Facts as lines, such as "Goal: a second shop", in the order a person's page shows them.

    Without `private` those are left out that were noted in confidence.
    """
    told = [fact for fact in facts if (private or not fact.private) and fact.text.strip()]
    told.sort(key=lambda fact: (_ORDER[fact.kind], fact.id))
    return "\n".join(map(_line, told))


def holds_confidence(note: str) -> bool:
    """Whether `as_note` put something private into a note that is read back."""
    return any(line.startswith(_IN_CONFIDENCE) for line in note.splitlines())


def _line(fact: Fact) -> str:
    word, text = _WORDS[fact.kind], fact.text.strip()
    return f"{word}: {text}" if word else text
