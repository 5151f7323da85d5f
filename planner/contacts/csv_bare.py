"""Tables without a header that is understood: which columns they have, told by their cells."""

from __future__ import annotations

from collections.abc import Sequence

from planner.contacts.csv_cells import (
    east_asian,
    emails,
    looks_like_name,
    looks_like_phone,
)
from planner.contacts.csv_layouts import (
    MOST_ALIKE,
    Layout,
    find_names,
    first_rows,
    kind_of,
    kind_of_words,
    take_linkedins_order,
    tell_more,
    words_in,
)
from planner.contacts.csv_rows import Row, cells_of, likeliest_delimiter, stated_delimiter
from planner.contacts.csv_vocabulary import Column

_FEW = 4  # rows that say too little of what repeats

# What a table has that nothing is known of: prose with commas has more, or is longer.
_MOST_COLUMNS = 500
_LONGEST_NAME = 60  # characters of what stands above a column
_LONGEST_ONLY_CELL = 80  # characters in the only column
_WITHIN = 5  # lines in which such a table begins


def without_header(lines: Sequence[str]) -> Layout | None:
    """A list without header whose first row shows an e-mail address or a phone number."""
    start, delimiter = 1 if stated_delimiter(lines) else 0, likeliest_delimiter(lines)
    sample = first_rows(lines, start, delimiter)
    first = next((row for row in sample if row.cells), None)
    if (
        first is None
        or len(first.cells) > _MOST_COLUMNS
        or not any(emails(c) or looks_like_phone(c) for c in first.cells)
    ):
        return None
    bare = _bare(start, delimiter, sample)
    return bare if {Column.EMAIL, Column.PHONE} & set(bare.columns) else None


def list_of_names(lines: Sequence[str]) -> Layout | None:
    """A list without header, address or number: names alone, or beside companies and roles."""
    start, delimiter = 1 if stated_delimiter(lines) else 0, likeliest_delimiter(lines)
    sample = first_rows(lines, start, delimiter)
    if any(len(row.cells) > _MOST_COLUMNS for row in sample):
        return None
    bare = _bare(start, delimiter, sample)
    if Column.CONNECTED in bare.columns:  # told by the order LinkedIn has
        return bare
    at = bare.columns.index(Column.NAME) if Column.NAME in bare.columns else -1
    names = words_in(bare.sample, at) if at >= 0 else []
    if len(names) < 2 or not all(map(looks_like_name, names)):
        return None
    beside = {Column.COMPANY, Column.ROLE} & set(bare.columns)
    return bare if len(bare.columns) == 1 or beside else None


def any_table(lines: Sequence[str]) -> Layout | None:
    """A table of which nothing is understood, None for what is no table at all."""
    begins = 1 if stated_delimiter(lines) else 0
    delimiter = likeliest_delimiter(lines)
    sample = [row for row in first_rows(lines, begins, delimiter) if any(map(str.strip, row.cells))]
    widths = [len(row.cells) for row in sample]
    usual = max(set(widths), key=widths.count, default=0)
    alike = widths.count(usual) >= len(widths) * MOST_ALIKE
    if not (1 <= usual <= _MOST_COLUMNS and alike and len(sample) > 1):
        return None
    if usual == 1 and any(len(c) > _LONGEST_ONLY_CELL for row in sample for c in row.cells):
        return None
    for at in range(begins, min(len(lines), begins + _WITHIN)):
        names = tuple(cells_of(lines[at], delimiter)) if lines[at].strip() else ()
        if len(names) == usual and _could_name_columns(names, sample):
            below = first_rows(lines, at + 1, delimiter)
            columns = _told_by_cells(below, len(names))
            find_names(columns, below)
            if Column.NAME in columns:
                tell_more(columns, below)
            return Layout(names, tuple(columns), at + 1, delimiter, below)
    return _bare(begins, delimiter, tuple(sample))


def _could_name_columns(names: Sequence[str], sample: Sequence[Row]) -> bool:
    """Whether the first row of a table looks like names for its columns and not like one more."""
    told = [name.strip() for name in names]
    if not all(told) or len(set(told)) < len(told) or any(len(n) > _LONGEST_NAME for n in told):
        return False
    if any("@" in name or "://" in name or any(c.isdigit() for c in name) for name in told):
        return False
    # A row of names like those below it is one more row; else tables have a header.
    return not any(map(looks_like_name, told)) or any(
        _shape(name) not in {_shape(row.cells[place]) for row in sample[1:]}
        for place, name in enumerate(told)
    )


def _shape(cell: str) -> tuple[int, bool, bool]:
    """How many words, whether all in capitals, and whether with a digit."""
    return len(cell.split()), cell.isupper(), any(map(str.isdigit, cell))


def _bare(start: int, delimiter: str, sample: tuple[Row, ...]) -> Layout:
    width = max((len(row.cells) for row in sample), default=0)
    columns = _told_by_cells(sample, width)
    take_linkedins_order(columns, sample)
    if Column.NAME not in columns and Column.FIRST not in columns:
        _name_columns(columns, sample)
    for place, column in enumerate(columns):
        if column is None:
            columns[place] = kind_of_words(words_in(sample, place), columns)
    left = [at for at in range(width) if columns[at] is None and words_in(sample, at)]
    if len(left) == 1 and Column.ROLE in columns and Column.COMPANY not in columns:
        columns[left[0]] = Column.COMPANY  # who has a role has it somewhere
    names = tuple(map(letters, range(width)))
    return Layout(names, tuple(columns), start, delimiter, sample, named=False)


def letters(place: int) -> str:
    """What spreadsheets call a column, from 0: A, B, ... Z, AA, AB."""
    return (letters(place // 26 - 1) if place > 25 else "") + chr(ord("A") + place % 26)


def _told_by_cells(sample: Sequence[Row], width: int) -> list[Column | None]:
    return [
        kind_of([row.cells[place] for row in sample if place < len(row.cells)], or_phone=True)
        for place in range(width)
    ]


def _name_columns(columns: list[Column | None], sample: Sequence[Row]) -> None:
    """Takes the first column of words for the name; two of one word each for first and last."""
    worded = [place for place, column in enumerate(columns) if column is None]
    worded = [place for place in worded if any(_is_words(row, place) for row in sample)]
    first, second = (*worded, -1, -1)[:2]
    if second == first + 1 and _are_halves(words_in(sample, first), words_in(sample, second)):
        columns[first], columns[second] = Column.FIRST, Column.LAST
    elif worded:
        columns[first] = Column.NAME


def _are_halves(ones: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two columns of words look like first and last names.

    A word that stands beside more than every second name is a group ("friend"), and two East
    Asian letters are a whole name.
    """
    if any(len(half.split()) > 1 for half in (*ones, *others)):
        return False
    if any(len(one) > 1 and east_asian(one) for one in ones):
        return False
    return len(others) < _FEW or len(set(others)) > len(others) / 2


def _is_words(row: Row, place: int) -> bool:
    return place < len(row.cells) and any(c.isalpha() for c in row.cells[place])
