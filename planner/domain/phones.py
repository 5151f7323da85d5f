"""A phone number in its forms; the library keeps it as it was given."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Forms:
    """One number: as given, as it reads in the user's country, as any phone dials it."""

    given: str
    shown: str
    dialled: str
