"""Everybody as rows of a list, narrowed as one types."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt

from planner.domain.people import Person
from planner.domain.standing import Filter, Standing, Warmth, passes
from planner.journeys.look_through_people import called, findable, found_by
from ui import theme
from ui.models.rows import RowModel, spoken
from ui.portraits import Portraits
from ui.widgets.two_lines import Role

translate = QCoreApplication.translate

UNKNOWN = Standing()  # of somebody who came in a moment ago
DOTS = {
    Warmth.WARM: "pine",
    Warmth.COOLING: "gold",
    Warmth.COLD: "ember",
    Warmth.NEVER_MET: "soft",
}


def told(warmth: Warmth) -> str:
    """What a dot means."""
    return {
        Warmth.WARM: translate("PeopleModel", "Warm"),
        Warmth.COOLING: translate("PeopleModel", "Going cold"),
        Warmth.COLD: translate("PeopleModel", "Gone cold"),
        Warmth.NEVER_MET: translate("PeopleModel", "Never met 1-2-1"),
    }[warmth]


class PeopleModel(RowModel[Person]):
    """A row a person who fits what is typed and the filters, by name:

    ==========  ========================================================
    role        what it tells
    ==========  ========================================================
    display     the name
    subtitle    role and company, else the city or an e-mail
    portrait    their picture, asked for when the row is in sight
    dot         how warm it is between the two; the tooltip says it in words
    ==========  ========================================================

    How everybody stands comes a moment after the names (`show_standings`), as it takes as long
    to find out as to read them.
    """

    def __init__(self, parent: QObject | None = None, portraits: Portraits | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        if portraits is not None:
            portraits.changed.connect(self._on_portraits)
        self._people: Sequence[Person] = ()
        self._texts: list[str] | None = None  # what each is found by, made when first needed
        self._standings: Mapping[int, Standing] = {}
        self._shown_texts: Sequence[str] = ()  # of those shown, while something is typed
        self._row_by_id: dict[int, int] = {}  # row by the person's id
        self._typed = ""
        self._filters: frozenset[Filter] = frozenset()

    @property
    def everybody(self) -> int:
        """How many people there are, shown or not."""
        return len(self._people)

    @property
    def narrowed(self) -> bool:
        """Whether something typed or a filter leaves people out."""
        return bool(self._typed.strip() or self._filters)

    def show_people(self, people: Sequence[Person]) -> None:
        """Everybody there is, in the order to show them."""
        self._people = people
        self._texts = None
        self.narrow(self._typed, self._filters)

    def show_standings(self, standings: Mapping[int, Standing]) -> None:
        """How everybody stands, by the person's id."""
        self._standings = standings
        if self._filters:
            self._narrow()
        elif self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [Role.DOT])

    def make_ready(self) -> None:
        """Prepares for typing, so that the first letter is as quick as the next."""
        if self._texts is None:
            self._texts = [findable(person) for person in self._people]

    def narrow(self, typed: str, filters: Iterable[Filter]) -> None:
        """Shows those alone who fit what is typed and all that is filtered for."""
        self._typed = typed
        self._filters = frozenset(filters)
        if typed.strip():
            self.make_ready()
        self._narrow()

    @property
    def shown(self) -> tuple[int, ...]:
        """The ids of those shown, in their order."""
        return tuple(self._row_by_id)

    def person(self, row: int) -> Person:
        return self.rows[row]

    def row_of(self, person_id: int) -> int:
        """Where somebody stands in the list; -1 when they are not in it."""
        return self._row_by_id.get(person_id, -1)

    def best_row(self) -> int:
        """The row that is most likely meant by what is typed."""
        if not self._typed.strip():
            return 0
        meant = called(self._typed)
        return next((row for row, text in enumerate(self._shown_texts) if meant(text)), 0)

    def _narrow(self) -> None:
        shown, texts = self._people, self._texts or []
        if self._filters:
            known, filters = self._standings, self._filters
            fits = [passes(known.get(person.id, UNKNOWN), filters) for person in shown]
            shown = list(compress(shown, fits))
            texts = list(compress(texts, fits))
        if self._typed.strip():
            found = list(map(found_by(self._typed), texts))
            shown = list(compress(shown, found))
            texts = list(compress(texts, found))
        self.beginResetModel()
        self.rows, self._shown_texts = list(shown), texts
        self._row_by_id = {person.id: row for row, person in enumerate(shown)}
        self.endResetModel()

    def _on_portraits(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [Role.PORTRAIT])

    def _warmth(self, person: Person) -> Warmth:
        return self._standings.get(person.id, UNKNOWN).warmth

    def cell(self, person: Person, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return person.name
        if role == Role.SUBTITLE:
            return about(person)
        if role == Role.INITIALS:
            return person.initials
        if role == Role.HUE:
            return theme.hue_of(person.name)
        if role == Role.PORTRAIT:
            return self._portraits.of(person.id) if self._portraits else None
        if role == Role.DOT:
            return DOTS[self._warmth(person)]
        if role == Qt.ItemDataRole.ToolTipRole:
            return told(self._warmth(person))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(person.name, about(person), told(self._warmth(person)))
        return None


def about(person: Person) -> str:
    """What tells somebody from their namesakes."""
    return person.headline or person.city or next(iter(person.emails), "")
