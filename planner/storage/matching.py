"""Who and what in the library may match some words, the best first by BM25.

What is found here only may match; planner/domain/pairs.py decides. The SQL is SQLite's own, as in
search.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from math import log1p
from pathlib import Path

from planner.domain.changes import Kind
from planner.domain.who_helps import NOBODY, WhoHelps
from planner.storage.search import Search
from planner.storage.search_index import CODES, SPACING

# A name tells nothing of what somebody does: words are looked for in what is told alone.
_FIND = (
    f"SELECT rowid, belongs FROM documents WHERE documents MATCH ? AND rowid % {SPACING} IN ({{}}) "
    "ORDER BY bm25(documents, 0.0, 1.0), rowid LIMIT ?"
)
_COUNT = "SELECT count(*) FROM documents WHERE documents MATCH ?"
# All that decides who could help whom, by table: what else changes leaves the pairs as they were.
_DECIDING = (
    "SELECT id, name, company, role, city, stage, let_go FROM person",
    "SELECT id, person_id, kind, text FROM fact",
    "SELECT id, person_id, text, done_on FROM ask",
    "SELECT person_id, other_id, standing FROM introduction",
    "SELECT DISTINCT person_id FROM meeting WHERE state = 'held'",
)
_WORDS = re.compile(r"\w+")
_PREFIX = 3  # letters from which a word may end in any way: "account" finds accountants

OFFERS = (Kind.PERSON, Kind.FACT)
WANTS = (Kind.FACT, Kind.ASK)


class Matching:
    """Asks the search index by terms, as the library is when it is made."""

    def __init__(self, search: Search, people: int) -> None:
        search.complete()
        self._search = search
        self._people = people
        self._rarities: dict[tuple[str, ...], float] = {}

    def people(self, terms: Iterable[str], limit: int) -> list[int]:
        """The ids of those of whom one of the terms is told, each once."""
        found = self._find(terms, OFFERS, limit)
        return list(dict.fromkeys(belongs for _, belongs in found))

    def wants(self, terms: Iterable[str], limit: int) -> dict[Kind, list[int]]:
        """Ids of facts and asks in which one of the terms is said."""
        ids: dict[Kind, list[int]] = {kind: [] for kind in WANTS}
        kinds = {CODES[kind]: kind for kind in WANTS}
        for number, _ in self._find(terms, WANTS, limit):
            ids[kinds[number % SPACING]].append(number // SPACING)
        return ids

    def rarity(self, terms: Iterable[str]) -> float:
        """How few records say one of the terms: 0 all of them, 1 none."""
        asked = tuple(terms)
        if asked not in self._rarities:
            question = _question(asked)
            count = self._search.asked(_COUNT, question)[0][0] if question else 0
            self._rarities[asked] = 1 - min(1.0, log1p(count) / log1p(self._people + 1))
        return self._rarities[asked]

    def as_of(self) -> int:
        """A number that is another one once something has changed that pairs are made of."""
        found = 0
        for sql in _DECIDING:
            for row in self._search.asked(sql):
                found = hash((found, row))
        return found

    def _find(
        self, terms: Iterable[str], kinds: Iterable[Kind], limit: int
    ) -> list[tuple[int, int]]:
        question = _question(terms)
        if not question:
            return []
        codes = ", ".join(str(CODES[kind]) for kind in kinds)
        return [
            (row[0], row[1]) for row in self._search.asked(_FIND.format(codes), question, limit)
        ]


def _question(terms: Iterable[str]) -> str:
    """Any of the terms, whatever their words end in; "" for none."""
    told = []
    for term in terms:
        words = _WORDS.findall(term)
        if words:
            quoted = " ".join(words)
            told.append(f'"{quoted}"{" *" if len(words[-1]) >= _PREFIX else ""}')
    return f"body : ({' OR '.join(told)})" if told else ""


@cache
def who_helps() -> WhoHelps:
    """What resources/who_helps.txt says; read once, and nothing without the file."""
    beside = Path(__file__).resolve().parents[2] / "resources" / "who_helps.txt"
    try:
        return WhoHelps.parse(beside.read_text(encoding="utf-8"))
    except OSError:
        return NOBODY
