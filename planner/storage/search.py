"""Search as you type, over people, notes and 1-2-1s.

The SQL here is SQLite's own; with search_index.py and database.py it is the only place that would
change for another database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from planner.domain.changes import Kind
from planner.storage.search_index import CODES, KINDS, SPACING, SearchIndex
from planner.storage.tables import Meeting, Person

_FIND = (
    "SELECT rowid, name, body, belongs, snippet(documents, 1, '', '', '…', 12) "
    "FROM documents WHERE documents MATCH ? "
)
_BEST_FIRST = "ORDER BY bm25(documents, 10.0, 1.0), rowid LIMIT ?"  # a name weighs ten words
_COUNT = "SELECT count(*) FROM (SELECT 1 FROM documents WHERE documents MATCH ? LIMIT ?)"

# Ranking looks at every match, so that one letter in ten thousand people would take longer than
# a keystroke may. Above this many matches their order says little anyway: names first, then age.
_WORTH_RANKING = 500
_LONGEST_QUESTION = 200  # characters; more is a slip of the clipboard
_TITLE = 80  # characters


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found. `title` is its first line, `snippet` the words around the match.

    `person` is NOBODY for what the user looks for.
    """

    kind: Kind
    id: int
    person: int
    person_name: str
    title: str
    snippet: str


class Search(SearchIndex):
    """Finds records by words in an index that it keeps in step with the library."""

    def find(self, text: str, limit: int = 30) -> list[Hit]:
        """What matches every word of `text`, the last one as far as it is typed; best first.

        As in a web search: "quoted words" stand together, -word leaves out, OR widens; whatever
        else is typed is taken as words.
        """
        question = _question(text)
        if not question:
            return []
        self.complete()
        found = self._rows(_COUNT, (question, _WORTH_RANKING))
        if found[0][0] < _WORTH_RANKING:
            documents = self._rows(_FIND + _BEST_FIRST, (question, limit))
        else:
            documents = self._rows(_FIND + "LIMIT ?", (f"name : ({question})", limit))
            if len(documents) < limit:
                named = {row[0] for row in documents}
                others = self._rows(_FIND + "LIMIT ?", (question, limit))
                documents += [row for row in others if row[0] not in named]
        return self._hits(documents[:limit])

    def _hits(self, documents: Sequence[tuple[Any, ...]]) -> list[Hit]:
        answers = {row[3] for row in documents if row[0] % SPACING == CODES[Kind.ANSWER]}
        person_of = self._by_id(Meeting, Meeting.person, answers)
        people = {row[3] for row in documents}.union(person_of.values())
        names = self._by_id(Person, Person.name, people)
        hits = []
        for number, name, body, belongs, snippet in documents:
            id, code = divmod(number, SPACING)
            person = person_of[belongs] if KINDS[code] is Kind.ANSWER else belongs
            title = name or body.strip().partition("\n")[0][:_TITLE]
            around = " ".join(snippet.split())
            hits.append(Hit(KINDS[code], id, person, names.get(person, ""), title, around))
        return hits

    def _by_id(self, table: Any, column: Any, ids: Iterable[int]) -> dict[int, Any]:
        """One column of records by their ids."""
        wanted = list(ids)
        if not wanted:
            return {}
        query = table.select(table.id, column).where(table.id.in_(wanted))
        return dict(self._database.rows(query))


def _question(text: str) -> str:
    """What the index is asked for a typed text; "" for one without a word in it."""
    from playhouse.fts_parser import parse

    # Halves of a character pair cannot be asked for, and an end of text inside ends the question.
    typed = text[:_LONGEST_QUESTION].encode(errors="ignore").decode().replace("\0", " ")
    if typed and (typed[-1].isalnum() or typed[-1] == "_"):
        typed += "*"  # the last word is still being typed
    question: str = parse(typed)
    return "" if question == '""' else question
