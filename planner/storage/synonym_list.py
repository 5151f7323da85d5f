"""The words of work that mean nearly the same, as resources/synonyms.txt has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from planner.domain.synonyms import NO_SYNONYMS, Synonyms


@cache
def synonyms() -> Synonyms:
    """Read once, by whoever first compares words; without the file every word stands alone."""
    beside = Path(__file__).resolve().parents[2] / "resources" / "synonyms.txt"
    try:
        return Synonyms.parse(beside.read_text(encoding="utf-8"))
    except OSError:
        return NO_SYNONYMS
