"""Asks: what somebody is looking for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Ask:
    """What a person is looking for; the user's own when `person` is None."""

    id: int = 0
    person: int | None = None
    text: str = ""
    made_on: date | None = None
    done_on: date | None = None  # found, or not looked for any more
    came_of: str = ""  # what came of it, in the user's words
