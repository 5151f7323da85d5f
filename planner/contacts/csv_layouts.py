"""Which columns a CSV file has and where its rows begin, as its header says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from planner.contacts.csv_cells import (
    emails,
    in_order,
    links,
    looks_like_company,
    looks_like_name,
    looks_like_phone,
    looks_like_role,
    phones,
    plain,
)
from planner.contacts.csv_headers import readable
from planner.contacts.csv_quotes import DELIMITERS
from planner.contacts.csv_rows import Header, Row, cells_of, rows_after
from planner.contacts.csv_vocabulary import Column
from planner.domain.identity import profile_key

_SAMPLE = 50  # rows looked at where the header alone does not tell what a column holds
_OFTEN = 0.3  # the part of a column's cells whose words must tell a company or role
MOST_ALIKE = 0.6  # the part of a column's cells that must look alike to tell its kind
_NUMBERS = frozenset({"number", "numbers", "nummer", "numero", "nr", "no", "tel no", "номер"})
_AMBIGUOUS = frozenset({"contact", "contacto", "contato", "contatto", "kontakt"})

NAMES = frozenset({Column.FULL, Column.NAME, Column.FIRST, Column.LAST, Column.FILED_AS})
_LINKEDINS_ORDER = (
    Column.FIRST,
    Column.LAST,
    Column.LINK,
    Column.EMAIL,
    Column.COMPANY,
    Column.ROLE,
    Column.CONNECTED,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a file and its first rows. `names` are as the file has them."""

    names: tuple[str, ...]
    columns: tuple[Column | None, ...]
    start: int  # line of the first row, from 0
    delimiter: str
    sample: tuple[Row, ...]
    named: bool = True  # a header names the columns; else `names` are letters


def below_header(header: Header, lines: Sequence[str]) -> Layout:
    """The columns that a header names; where need be told by what stands in them."""
    start = header.line + 1
    delimiter = _of_the_rows(header, lines)
    sample = first_rows(lines, start, delimiter)
    columns = list(header.columns)
    for place, column in enumerate(columns):
        plain_name = readable(header.names[place])
        unsure = plain_name in _NUMBERS or (column is Column.FULL and plain_name in _AMBIGUOUS)
        if column is None or unsure:
            cells = [row.cells[place] for row in sample if place < len(row.cells)]
            found = kind_of(cells, unsure)
            if found is None and plain_name in _NUMBERS and _are_numbers_to_call(cells):
                found = Column.PHONE
            columns[place] = found or column
    take_linkedins_order(columns, sample)
    if not NAMES & set(columns):
        find_names(columns, sample)
    if NAMES & set(columns):
        tell_more(columns, sample)
    return Layout(header.names, tuple(columns), start, delimiter, sample)


def _of_the_rows(header: Header, lines: Sequence[str]) -> str:
    """The delimiter of the rows, which is not the header's in files put together by hand."""
    width, below = len(header.names), lines[header.line + 1 : header.line + 1 + _SAMPLE]
    below = [line for line in below if line.strip()]
    if width < 2 or not below or any(header.delimiter in line for line in below):
        return header.delimiter
    for delimiter in DELIMITERS:
        if all(len(cells_of(line, delimiter)) == width for line in below):
            return delimiter
    return header.delimiter


def take_linkedins_order(columns: list[Column | None], sample: Sequence[Row]) -> None:
    """Understands LinkedIn's file in a language the vocabulary lacks by the order it has."""
    if len(columns) != len(_LINKEDINS_ORDER) or columns[2] is not Column.LINK:
        return
    strange = sum(
        found not in (None, Column.NAME, Column.TITLE, wanted)
        for found, wanted in zip(columns, _LINKEDINS_ORDER, strict=True)
    )
    profiles = [cell for row in sample if len(row.cells) > 2 and (cell := row.cells[2].strip())]
    enough = max(1.0, len(profiles) * MOST_ALIKE)
    if not strange and sum("linkedin.com/" in cell for cell in profiles) >= enough:
        columns[:] = _LINKEDINS_ORDER


def find_names(columns: list[Column | None], sample: Sequence[Row]) -> None:
    """Takes the first column for names whose cells all look like some ("Referent", "Mitglied")."""
    for place, column in enumerate(columns):
        cells = [row.cells[place].strip() for row in sample if place < len(row.cells)]
        filled = [cell for cell in cells if cell]
        if column is None and len(filled) > 1 and all(map(looks_like_name, map(in_order, filled))):
            columns[place] = Column.NAME
            return


def tell_more(columns: list[Column | None], sample: Sequence[Row]) -> None:
    """Tells numbers, companies and roles by their cells where a header says nothing of a column."""
    for place, column in enumerate(columns):
        if column is None:
            cells = words_in(sample, place)
            numbers = Column.PHONE not in columns and cells and all(map(_is_dialled, cells))
            columns[place] = Column.PHONE if numbers else kind_of_words(cells, columns)
    if Column.ROLE in columns and Column.COMPANY not in columns:
        at = columns.index(Column.ROLE)
        beside = [n for n in (at - 1, at + 1) if 0 <= n < len(columns) and columns[n] is None]
        beside = [n for n in beside if any(map(_has_letters, words_in(sample, n)))]
        if len(beside) == 1 and columns.count(None) == 1:
            columns[beside[0]] = Column.COMPANY  # who has a role has it somewhere


def kind_of_words(cells: Sequence[str], taken: Sequence[Column | None]) -> Column | None:
    """What a column without header is whose words give it away often enough."""
    enough = max(1.0, len(cells) * _OFTEN)
    if Column.COMPANY not in taken and sum(map(looks_like_company, cells)) >= enough:
        return Column.COMPANY
    if Column.ROLE not in taken and sum(map(looks_like_role, cells)) >= enough:
        return Column.ROLE
    return None


def words_in(sample: Sequence[Row], place: int) -> list[str]:
    """The filled cells of a column."""
    cells = (plain(row.cells[place]) for row in sample if place < len(row.cells))
    return [cell for cell in cells if cell]


def _is_dialled(cell: str) -> bool:
    """Whether a cell is a number as people write them to be called, and not one of members."""
    return looks_like_phone(cell) and (
        cell[0] in "+(" or (cell[0] == "0" and not cell.strip().isdigit())
    )


def _has_letters(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _are_numbers_to_call(cells: Sequence[str]) -> bool:
    """Whether a column headed "Number" holds phone numbers, short ones among them."""
    filled = [cell for cell in cells if cell.strip()]
    return any(map(looks_like_phone, filled)) and all(any(phones(cell)) for cell in filled)


def first_rows(lines: Sequence[str], start: int, delimiter: str) -> tuple[Row, ...]:
    """The rows that are looked at to tell what the columns hold."""
    return tuple(islice(rows_after(lines, start, delimiter), _SAMPLE))


def kind_of(cells: Sequence[str], or_phone: bool) -> Column | None:
    """What a column holds whose cells look alike: addresses, numbers, profiles."""
    filled = [cell for cell in cells if cell.strip()]
    enough = max(1.0, len(filled) * MOST_ALIKE)
    if sum(bool(emails(cell)) for cell in filled) >= enough:
        return Column.EMAIL
    if or_phone and sum(looks_like_phone(cell) for cell in filled) >= enough:
        return Column.PHONE
    if sum(any(map(profile_key, links(cell))) for cell in filled) >= enough:
        return Column.LINK
    return None
