"""What tells how well people fit what the user looks for: who they are, do and know."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from planner.domain.facts import FactKind
from planner.domain.fit import BETWEEN, Wishes
from planner.domain.me import Me
from planner.storage.database import LibraryFile

# Facts that tell whether somebody fits what the user looks for.
TELLING_FIT = (FactKind.DOES, FactKind.FOR_WHOM, FactKind.NETWORK, FactKind.SKILL)
# Of more people than this, everybody is read: that is quicker than looking each of them up.
A_FEW = 7000


class Telling:
    """Reads it as plain rows, for many people at once."""

    def __init__(self, database: LibraryFile) -> None:
        self._database = database

    def wishes(self, me: Me) -> Wishes:
        """What the user looks for; the list of synonyms is read only by who looks for something."""
        if not (me.wanted or me.avoided):
            return Wishes(me)
        from planner.storage.synonym_list import synonyms

        return Wishes(me, synonyms())

    def names(self, ids: Sequence[int]) -> list[str]:
        """The name of each."""
        names = dict(self._rows(f"SELECT id, name FROM person{of_some('id', _few(ids))}"))
        return list(map(names.__getitem__, ids))

    def told(self, ids: Sequence[int], wishes: Wishes) -> tuple[list[str], list[str], list[int]]:
        """Of each: the user's word on the fit, what may tell it, and how much is known of their
        work. The last two only where the user looks for something.
        """
        if not ids:
            return [], [], []
        only = _few(ids)
        text = f"role || '{BETWEEN}' || company || '{BETWEEN}' || city" if wishes else "''"
        one = "CASE WHEN {} = '' THEN 0 ELSE 1 END"
        things = f"{one.format('role')} + {one.format('company')}" if wishes else "0"
        rows = self._rows(f"SELECT id, fit, {text}, {things} FROM person{of_some('id', only)}")
        told = {row[0]: row for row in rows}
        _, said, known, count = map(list, zip(*map(told.__getitem__, ids), strict=True))
        if wishes:
            at = dict(zip(ids, range(len(ids)), strict=True))
            kinds = f"kind IN ({', '.join(repr(kind.value) for kind in TELLING_FIT)})"
            for person, text in self._rows(
                f"SELECT person_id, text FROM fact{of_some('person_id', only, kinds)}"
            ):
                if person in at:
                    known[at[person]] += BETWEEN + text
                    count[at[person]] += 1
            for person, group in self._telling_groups(wishes, only):
                if person in at:
                    known[at[person]] += BETWEEN + group
        return said, known, count

    def _telling_groups(
        self, wishes: Wishes, only: Collection[int] | None
    ) -> Iterator[tuple[int, str]]:
        """Who belongs to a group whose name says what the user looks for, with the name."""
        groups = self._rows("SELECT id, name FROM community")
        spoken = wishes.speaks_of([name for _, name in groups])
        telling = {id: name for (id, name), said in zip(groups, spoken, strict=True) if said}
        if telling:
            of_these = f"event.group_id IN ({', '.join(map(str, telling))})"
            for person, group in self._rows(
                "SELECT DISTINCT attendance.person_id, event.group_id FROM attendance"
                " JOIN event ON event.id = attendance.event_id"
                f"{of_some('attendance.person_id', only, of_these)}"
            ):
                yield person, telling[group]

    def found_by(self, me: Me) -> tuple[dict[str, set[int]], dict[str, set[int]], int]:
        """Whom each thing wanted finds, and each avoided: places among all, of so many people."""
        ids = [person for (person,) in self._rows("SELECT id FROM person ORDER BY id")]
        wishes = self.wishes(me)
        if not ids or not wishes:
            return {}, {}, len(ids)
        _, known, _ = self.told(ids, wishes)
        return *wishes.holders(known), len(ids)

    def _rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self._database.fetched(self._database.execute_sql(sql))


def _few(ids: Sequence[int]) -> Sequence[int] | None:
    """The ids to look up; None where reading everybody is quicker."""
    return ids if len(ids) <= A_FEW else None


def of_some(column: str, only: Collection[int] | None, condition: str = "") -> str:
    """The WHERE for a few people, or for everybody."""
    conditions = [condition] if condition else []
    if only is not None:
        conditions.append(f"{column} IN ({', '.join(map(str, map(int, only)))})")
    return " WHERE " + " AND ".join(conditions) if conditions else ""
