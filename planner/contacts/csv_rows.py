"""Text of a CSV file -> its header and rows, however the file was written or broken."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planner.contacts.csv_cells import looks_like_phone
from planner.contacts.csv_headers import columns_of
from planner.contacts.csv_quotes import DELIMITERS, cells_forgiving
from planner.contacts.csv_vocabulary import Column

# LinkedIn puts up to five lines of its own before the header, spreadsheets a title or two.
_HEADER_WITHIN = 40
_HEADER_LINES = 10  # lines over which the cells of a header run on
_LONGEST_HEADER = 50_000  # characters; a longer line is data
# The csv module refuses cells above 128 KiB unless told otherwise; this is a C long anywhere.
_CELL_LIMIT = 2**31 - 1


class Row(NamedTuple):
    """One record. `number` is the row a spreadsheet shows it in, as long as no cell has breaks.

    `broken` says that its quotation marks do not match, so that its cells are a best guess.
    """

    number: int
    cells: list[str]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns are named: `names` as they stand there, `columns` what they say.

    `line` counts from 0.
    """

    line: int
    names: tuple[str, ...]
    columns: tuple[Column | None, ...]
    delimiter: str


def lines_of(text: str) -> list[str]:
    """The physical lines of a text, whatever ends them; NUL characters are left out."""
    text = text.replace("\0", "").removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def stated_delimiter(lines: Sequence[str]) -> str:
    """The delimiter that Excel's first line "sep=;" names, else ""."""
    first = lines[0].strip().strip('"') if lines else ""
    return first[4:] or "\t" if first[:4].casefold() == "sep=" and len(first) <= 5 else ""


def find_header(lines: Sequence[str]) -> Header | None:
    """The row that names the most columns, looked for among the first lines."""
    stated = stated_delimiter(lines)
    best: tuple[float, Header] | None = None
    for at in range(1 if stated else 0, min(len(lines), _HEADER_WITHIN)):
        line, end = _whole_line(lines, at)
        if not line.strip() or len(line) > _LONGEST_HEADER:
            continue
        for delimiter in (stated,) if stated else DELIMITERS:
            if delimiter not in line and (delimiter != DELIMITERS[0] or _is_parted(line)):
                continue
            names = tuple(cells_of(line, delimiter))
            if any(map(_is_value, names)):
                continue
            header = Header(end, names, columns_of(names), delimiter)
            score = _score(header)
            if score > 0 and (
                best is None or (score > best[0] and not names_again(names, best[1].names))
            ):
                best = (score, header)
        if best is not None and best[0] >= 3 and best[1].line < at:
            break
    return best[1] if best else None


def _is_parted(line: str) -> bool:
    """Whether anything stands in a line that may be between two cells."""
    return any(delimiter in line for delimiter in DELIMITERS)


def names_again(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a row names the columns once more, as where one file was put behind another."""
    if len(cells) != len(names) or not (cells[0] == names[0] or cells[-1] == names[-1]):
        return False  # mostly
    same = sum(cell == name != "" for cell, name in zip(cells, names, strict=True))
    return same > len(names) / 2


def _whole_line(lines: Sequence[str], at: int) -> tuple[str, int]:
    """A line with those that a quotation mark left open runs on to, and which is its last."""
    line = lines[at]
    for end in range(at + 1, min(len(lines), at + _HEADER_LINES) + 1):
        if not line.count('"') % 2 or len(line) > _LONGEST_HEADER:
            return line, end - 1
        if end < len(lines):
            line += "\n" + lines[end]
    return lines[at], at


def _is_value(cell: str) -> bool:
    """Whether a cell is an address or number, which no column is called."""
    text = cell.strip()
    return "@" in text or "://" in text or looks_like_phone(text)


def _score(header: Header) -> float:
    kinds = {column for column in header.columns if column not in (None, Column.BESIDE)}
    beside = sum(column is Column.BESIDE for column in header.columns)
    return len(kinds) + beside / 100 if kinds else 0


def likeliest_delimiter(lines: Sequence[str]) -> str:
    """The delimiter that cuts the first lines into the same number of cells, at least two."""
    stated = stated_delimiter(lines)
    if stated:
        return stated
    sample = [line for line in lines[:_HEADER_WITHIN] if line.strip() and len(line) < 50_000]

    def evenness(delimiter: str) -> tuple[bool, int, int]:
        counts = [len(cells_of(line, delimiter)) for line in sample]
        most = max(set(counts), key=counts.count, default=1)
        return most > 1, counts.count(most), most

    return max(DELIMITERS, key=evenness)


def rows_after(lines: Sequence[str], start: int, delimiter: str) -> Iterator[Row]:
    """All records from line `start` on. Never raises: a line whose quotes do not match is read
    by itself, so that one forgotten quotation mark costs one row and not the file.
    """
    csv.field_size_limit(_CELL_LIMIT)
    at, number = start, start
    patience = 3 * len(lines) + 10_000  # lines looked at in vain before cells may not hold breaks
    while at < len(lines):
        reader = csv.reader(_from(lines, at), delimiter=delimiter, strict=True)
        done = 0
        try:
            for cells in reader:
                number += 1
                yield Row(number, cells)
                done = reader.line_num
            return
        except csv.Error:
            patience -= reader.line_num - done
        number += 1
        yield Row(number, cells_of(lines[at + done], delimiter), broken=True)
        at += done + 1
        if patience < 0:
            yield from _line_by_line(lines, at, number, delimiter)
            return


def _from(lines: Sequence[str], at: int) -> Iterator[str]:
    return (lines[place] + "\n" for place in range(at, len(lines)))


def _line_by_line(lines: Sequence[str], at: int, number: int, delimiter: str) -> Iterator[Row]:
    for place in range(at, len(lines)):
        number += 1
        line = lines[place]
        yield Row(number, cells_of(line, delimiter) if line else [], broken='"' in line)


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of one line, with the best guess where its quotation marks do not match."""
    csv.field_size_limit(_CELL_LIMIT)
    if '"' not in line:
        return line.split(delimiter)
    spaced = f'{delimiter} "' in line
    reader = csv.reader([line], delimiter=delimiter, skipinitialspace=spaced, strict=True)
    try:
        return next(reader, [])
    except csv.Error:
        return cells_forgiving(line, delimiter)
