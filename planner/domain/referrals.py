"""Business passed either way, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    PASSED = "passed"
    WON = "won"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Referral:
    """Business the user gave to (`given`) or received from a person."""

    id: int = 0
    person: int = 0
    given: bool = True
    what: str = ""
    day: date | None = None
    outcome: Outcome = Outcome.PASSED
    value: float = 0.0  # in the user's currency
