"""The towns the program knows, as resources/cities.tsv has them."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from planner.domain.me import Me
from planner.domain.places import Surroundings, Towns


def surroundings(me: Me) -> Surroundings:
    """What is near what for the user; the table is read when that is first asked."""
    return _surroundings(me.city, me.zone)


@lru_cache(maxsize=2)  # what was found out about a town is remembered
def _surroundings(home: str, zone: str) -> Surroundings:
    return Surroundings(_towns, home, zone)


@cache
def _towns() -> Towns:
    """Without the file names alone tell."""
    beside = Path(__file__).resolve().parents[2] / "resources" / "cities.tsv"
    try:
        return Towns(beside.read_text(encoding="utf-8"))
    except OSError:
        return Towns()
