"""How names are written otherwise: with a slip of the pen, or as people are called for short."""

from __future__ import annotations

from functools import cache

from planner.domain.name_likeness import Spellings


@cache
def spellings() -> Spellings:
    """Letters as rapidfuzz counts them, short forms as resources/nicknames.txt has them."""
    from rapidfuzz.distance.OSA import distance

    def apart(word: str, other: str) -> int:
        return distance(word, other, score_cutoff=2)  # then 3 stands for three and more

    return Spellings(apart, _groups())


def _groups() -> dict[str, frozenset[int]]:
    from importlib.resources import files

    text = (files("resources") / "nicknames.txt").read_text(encoding="utf-8")
    groups: dict[str, frozenset[int]] = {}
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for form in line.split():
                groups[form] = groups.get(form, frozenset()) | {number}
    return groups
