"""Two people in the library who may be one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Apart:
    """The user's word that two people who look alike are not one; never proposed again."""

    id: int = 0
    person: int = 0
    other: int = 0
