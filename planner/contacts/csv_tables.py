"""The columns of a CSV file as the user is shown them, and as the user has told them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planner.contacts.csv_cells import first_of, is_honorific
from planner.contacts.csv_layouts import Layout
from planner.contacts.csv_vocabulary import Column
from planner.contacts.text import one_line
from planner.domain.column_mapping import Column as Shown
from planner.domain.column_mapping import Meaning, Table

_SAMPLES = 3  # values shown of a column
_SAMPLE_SHOWN = 40  # characters of each
_HEADER_SHOWN = 80  # characters

_COLUMNS = {
    Meaning.NAME: Column.FULL,
    Meaning.FIRST_NAME: Column.FIRST,
    Meaning.MIDDLE_NAME: Column.MIDDLE,
    Meaning.LAST_NAME: Column.LAST,
    Meaning.PREFIX: Column.PREFIX,
    Meaning.SUFFIX: Column.SUFFIX,
    Meaning.NICKNAME: Column.NICK,
    Meaning.COMPANY: Column.COMPANY,
    Meaning.ROLE: Column.ROLE,
    Meaning.EMAIL: Column.EMAIL,
    Meaning.PHONE: Column.PHONE,
    Meaning.LINK: Column.LINK,
    Meaning.CITY: Column.CITY,
    Meaning.BIRTHDAY: Column.BIRTHDAY,
    Meaning.BIRTH_YEAR: Column.BIRTH_YEAR,
    Meaning.BIRTH_MONTH: Column.BIRTH_MONTH,
    Meaning.BIRTH_DAY: Column.BIRTH_DAY,
    Meaning.NOTE: Column.NOTE,
    Meaning.LABELS: Column.LABELS,
    Meaning.CONNECTED_ON: Column.CONNECTED,
}
_MEANINGS = {column: meaning for meaning, column in _COLUMNS.items()} | {
    Column.FILED_AS: Meaning.NICKNAME
}


def table_of(layout: Layout, rows: int) -> Table:
    """The columns with the first values in them and the guess for each."""
    columns: list[Shown] = []
    known = frozenset(layout.columns)
    for place, name in enumerate(layout.names):
        filled = (
            one_line(row.cells[place][: 4 * _SAMPLE_SHOWN])
            for row in layout.sample
            if place < len(row.cells)
        )
        samples = tuple(dict.fromkeys(_shortened(cell, _SAMPLE_SHOWN) for cell in filled if cell))
        guess = _meaning(layout, place, known)
        header = _shortened(one_line(name), _HEADER_SHOWN)
        columns.append(Shown(header, samples[:_SAMPLES], guess, guess))
    return Table(tuple(columns), rows, named=layout.named)


def columns_told(meanings: Sequence[Meaning]) -> tuple[Column | None, ...]:
    """The columns of a file for which the user has said what each means."""
    return tuple(map(_COLUMNS.get, meanings))


def _meaning(layout: Layout, place: int, known: Collection[Column | None]) -> Meaning:
    """What the guess for a column comes to, seen beside the others."""
    column = layout.columns[place]
    if column is None or column is Column.BESIDE:
        return Meaning.NOTHING
    if column is Column.NAME:
        if Column.FIRST in known and Column.LAST not in known:
            return Meaning.LAST_NAME
        if Column.LAST in known and Column.FIRST not in known:
            return Meaning.FIRST_NAME
        return Meaning.NAME
    if column is Column.TITLE:
        cells = [row.cells[place] for row in layout.sample if place < len(row.cells)]
        titles = [title for cell in cells if (title := first_of(cell))]
        if Column.ROLE in known or (titles and all(map(is_honorific, titles))):
            return Meaning.NOTHING
        return Meaning.ROLE
    return _MEANINGS[column]


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
