"""Search as you type, over people, notes and 1-2-1s: SQLite's full text index (FTS5).

One document a record that has text. The index follows the edits of every transaction before it is
committed, so that whatever writes (an undo too) keeps it right, and both are kept or neither.
The SQL here is SQLite's own; with database.py it is the only place that would change for another
database.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from planner.domain.changes import Edit, Kind, Row
from planner.storage.database import LibraryFile
from planner.storage.tables import Meeting, Person

# remove_diacritics 2: "Zoë" is found by "zoe", also where the two dots are a character of their
# own. prefix: one to three letters are looked up, not scanned for, which a keystroke needs.
_MAKE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS documents USING fts5("
    "name, body, belongs UNINDEXED, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)
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

# Document numbers are id * 16 + the kind's code: known without asking, and kinds never collide.
_CODES = {
    Kind.PERSON: 1,
    Kind.FACT: 2,
    Kind.TOUCH: 3,
    Kind.MEETING: 4,
    Kind.ANSWER: 5,
    Kind.PROMISE: 6,
    Kind.REFERRAL: 7,
}
_KINDS = {code: kind for kind, code in _CODES.items()}
_SPACING = 16

# The columns whose text is found. A person's name stands apart: it weighs more.
_TEXTS = {
    Kind.PERSON: ("company", "role", "city", "emails"),
    Kind.FACT: ("text",),
    Kind.TOUCH: ("note",),
    Kind.MEETING: ("place", "learn", "give", "ask", "summary"),
    Kind.ANSWER: ("text",),
    Kind.PROMISE: ("text",),
    Kind.REFERRAL: ("what",),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found. `title` is its first line, `snippet` the words around the match."""

    kind: Kind
    id: int
    person: int
    person_name: str
    title: str
    snippet: str


@dataclass(frozen=True, slots=True)
class _Document:
    """What the index knows of a record; `belongs` is its person, or its 1-2-1 for an answer."""

    name: str
    body: str
    belongs: int


def make_index(database: LibraryFile) -> None:
    """Makes the index where there is none."""
    database.execute_sql(_MAKE)


class Search:
    """Finds records by words, and keeps the index in step with the library."""

    def __init__(self, database: LibraryFile) -> None:
        self._database = database

    def find(self, text: str, limit: int = 30) -> list[Hit]:
        """What matches every word of `text`, the last one as far as it is typed; best first.

        As in a web search: "quoted words" stand together, -word leaves out, OR widens; whatever
        else is typed is taken as words.
        """
        question = _question(text)
        if not question:
            return []
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

    def follow(self, edits: Sequence[Edit]) -> None:
        """Brings the index in step with edits of the running transaction."""
        first: dict[tuple[Kind, int], Edit] = {}
        last: dict[tuple[Kind, int], Edit] = {}
        for edit in edits:
            if edit.kind in _CODES:
                first.setdefault((edit.kind, edit.id), edit)
                last[edit.kind, edit.id] = edit
        gone, come = [], []
        for key, edit in last.items():
            before = _document(edit.kind, first[key].before)
            after = _document(edit.kind, edit.after)
            if before == after:
                continue
            if before is not None:
                gone.append((_number(*key),))
            if after is not None:
                come.append((key, after))
        self._database.run_many("DELETE FROM documents WHERE rowid = ?", gone)
        self._insert(come)

    def _insert(self, come: Sequence[tuple[tuple[Kind, int], _Document]]) -> None:
        self._database.run_many(
            # REPLACE: an index that lags behind must not keep anybody from saving.
            "REPLACE INTO documents (rowid, name, body, belongs) VALUES (?, ?, ?, ?)",
            [
                (_number(*key), document.name, document.body, document.belongs)
                for key, document in come
            ],
        )

    def _hits(self, documents: Sequence[tuple[Any, ...]]) -> list[Hit]:
        answers = {row[3] for row in documents if row[0] % _SPACING == _CODES[Kind.ANSWER]}
        person_of = self._by_id(Meeting, Meeting.person, answers)
        people = {row[3] for row in documents}.union(person_of.values())
        names = self._by_id(Person, Person.name, people)
        hits = []
        for number, name, body, belongs, snippet in documents:
            id, code = divmod(number, _SPACING)
            person = person_of[belongs] if _KINDS[code] is Kind.ANSWER else belongs
            title = name or body.strip().partition("\n")[0][:_TITLE]
            around = " ".join(snippet.split())
            hits.append(Hit(_KINDS[code], id, person, names.get(person, ""), title, around))
        return hits

    def _by_id(self, table: Any, column: Any, ids: Iterable[int]) -> dict[int, Any]:
        """One column of records by their ids."""
        wanted = list(ids)
        if not wanted:
            return {}
        query = table.select(table.id, column).where(table.id.in_(wanted))
        return dict(self._database.rows(query))

    def _rows(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return self._database.fetched(self._database.execute_sql(sql, values))


def _question(text: str) -> str:
    """What the index is asked for a typed text; "" for one without a word in it."""
    from playhouse.fts_parser import parse

    # Halves of a character pair cannot be asked for, and an end of text inside ends the question.
    typed = text[:_LONGEST_QUESTION].encode(errors="ignore").decode().replace("\0", " ")
    if typed and (typed[-1].isalnum() or typed[-1] == "_"):
        typed += "*"  # the last word is still being typed
    question: str = parse(typed)
    return "" if question == '""' else question


def _document(kind: Kind, row: Row | None) -> _Document | None:
    """The document of a row; None when there is no text to find."""
    if row is None:
        return None
    texts = (str(row[column]) for column in _TEXTS[kind])
    body = "\n".join(text for text in texts if text)
    if kind is Kind.PERSON:
        return _Document(str(row["name"]), body, int(row["id"] or 0))
    if not body.strip():
        return None
    owner = "meeting_id" if kind is Kind.ANSWER else "person_id"
    return _Document("", body, int(row[owner] or 0))


def _number(kind: Kind, id: int) -> int:
    return id * _SPACING + _CODES[kind]
