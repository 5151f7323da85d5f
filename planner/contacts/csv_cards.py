"""One row of a CSV file -> the card of somebody, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from planner.contacts.bounds import within_bounds
from planner.contacts.csv_cells import (
    NOTHING,
    composed,
    distinct,
    emails,
    first_of,
    in_order,
    is_honorific,
    labels,
    links,
    named_beside,
    note,
    phones,
    plain,
    without_addresses,
)
from planner.contacts.csv_dates import (
    days_come_first,
    spelled_birthday,
    written_birthday,
    written_date,
)
from planner.contacts.csv_headers import readable
from planner.contacts.csv_linkedin import PlainRows
from planner.contacts.csv_rows import Row
from planner.contacts.csv_vocabulary import Column
from planner.contacts.csv_writer import wrote
from planner.contacts.text import one_line, without_entities
from planner.domain.identity import folded, profile_key
from planner.domain.merging import Card, Refusal

_ENGLISH_DATES = frozenset(
    {"birthday", "birthdate", "birth date", "date of birth", "dob", "bday", "connected on"}
)
_NOBODY = "There is no name, e-mail address, phone number or company in this row."
# Where a cell says something and nothing comes of it, what it is not.
_MEANT = {
    Column.EMAIL: "is not an e-mail address",
    Column.BIRTHDAY: "is not a day",
    Column.CONNECTED: "is not a day",
}
_LONGEST = 3_000  # characters of a cell that is no note
_TOTAL = re.compile(
    r"(?:summe|gesamt|anzahl|total|totals?|count|somme|totale|suma|sum|records?|rows?|page|seite|"
    r"generated|exported|stand|copyright|confidential)\b.*(?:\d|:|\u00a9|reserved|distribute)",
    re.IGNORECASE,
)
_NO_PERSON = "This is a line below or between the people of the list and names none of them."
_SHOWN = 40  # characters of such a cell
_NAMELESS = "There is no name in this row; LinkedIn leaves it out for closed accounts."


class CardMaker:
    """Makes cards from the rows of one file, whose columns are known.

    `remarks`: what stood in the rows that were taken and had to be left out. `plain_rows`: who
    takes the rows that need no closer look, None where all do.
    """

    def __init__(
        self,
        columns: Sequence[Column | None],
        headers: Sequence[str],
        kind: str,
        sample: Sequence[Row],
    ) -> None:
        self.remarks: list[Refusal] = []
        self._headers = headers
        self._places: dict[Column, tuple[int, ...]] = {
            column: tuple(place for place, found in enumerate(columns) if found is column)
            for column in Column
        }
        self._width = len(columns)
        self._kind = kind
        self._ours = wrote(headers)
        # A cell is empty where there is nothing; "None" is a name there.
        self._nothing = frozenset[str]() if self._ours else NOTHING
        self._spaced = any(header[:1] == " " for header in headers)
        self._day_first = {
            column: self._writes_days_first(column, headers, sample)
            for column in (Column.BIRTHDAY, Column.CONNECTED)
        }
        self._meant = [(each, is_not) for each, is_not in _MEANT.items() if self._places[each]]
        plain_rows = kind == "linkedin" and PlainRows.fit(columns)
        self.plain_rows = (
            PlainRows(columns, self._day_first[Column.CONNECTED]) if plain_rows else None
        )

    def card(self, row: Row) -> Card | str:
        """The card of this row, or in words why it describes nobody."""
        cells = row.cells
        if len(cells) > self._width:
            cells = self._rejoined(cells)
            if len(cells) > self._width and not self._fits(cells):
                return (
                    f"It has {len(cells)} cells where the header names {self._width}; "
                    "a cell with a comma needs quotation marks around it."
                )
        card = within_bounds(self._from_cells(f"row {row.number}", cells))
        if self._kind == "linkedin" and not card.name and not card.emails:
            return _NAMELESS
        named = card.name and not card.name.isdigit()  # a number alone counts the rows
        told = named or card.emails or card.phones or card.company
        if not told and not any(map(profile_key, card.links)):
            return _NOBODY
        if self._width > 1 and _TOTAL.match(card.name) and sum(map(bool, cells)) == 1:
            return _NO_PERSON
        self._remark(card, cells)
        return card

    def _remark(self, card: Card, cells: Sequence[str]) -> None:
        """Notes the cells that say something of which the card has nothing."""
        for column, is_not in self._meant:
            if (column is Column.BIRTHDAY and card.birthday) or (
                column is Column.CONNECTED and card.connected_on
            ):
                continue
            for place in self._places[column]:
                cell = cells[place][:_LONGEST] if place < len(cells) else ""
                text = "" if cell in self._nothing else plain(cell)
                # "0/0/00" and "-" are how programs write nothing.
                if not any(c.isalnum() and c != "0" for c in text):
                    continue
                if column is Column.EMAIL and emails(cell):
                    continue
                shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
                under = one_line(self._headers[place])
                where = f" under “{under}”" if under else ""
                reason = f"{card.name or 'Somebody'}: “{shown}”{where} {is_not}."
                self.remarks.append(Refusal(card.where, reason))

    def _from_cells(self, where: str, cells: Sequence[str]) -> Card:
        found_emails = distinct(
            address for cell in self._cells(cells, Column.EMAIL) for address in emails(cell)
        )
        name = self._name(cells)
        if "@" in name and emails(name):
            found_emails = found_emails or distinct(emails(name))
            name = named_beside(name) or without_addresses(name)
        beside = (named_beside(cell) for cell in self._cells(cells, Column.EMAIL))
        return Card(
            where=where,
            name=name or next(filter(None, beside), ""),
            company=self._first(cells, Column.COMPANY),
            role=self._role(cells),
            city=self._first(cells, Column.CITY),
            emails=found_emails,
            phones=distinct(n for cell in self._cells(cells, Column.PHONE) for n in phones(cell)),
            links=distinct(
                link for cell in self._cells(cells, Column.LINK) for link in links(cell)
            ),
            birthday=self._birthday(cells),
            connected_on=next(
                (
                    day
                    for cell in self._cells(cells, Column.CONNECTED)
                    if (day := written_date(cell, self._day_first[Column.CONNECTED]))
                ),
                None,
            ),
            note="\n".join(filter(None, map(note, self._cells(cells, Column.NOTE)))),
            labels=self._labels(cells),
        )

    def _cells(self, cells: Sequence[str], column: Column) -> Sequence[str]:
        """The filled cells of a kind, in the order of the columns."""
        places = self._places[column]
        if not places:  # mostly
            return ()
        # What is longer holds no name or address; some patterns take long to see it.
        longest = None if column is Column.NOTE else _LONGEST
        filled = [
            cell[:longest]
            for place in places
            if place < len(cells) and (cell := cells[place]) and cell not in self._nothing
        ]
        return filled if self._ours else list(map(without_entities, filled))

    def _first(self, cells: Sequence[str], column: Column) -> str:
        filled = self._cells(cells, column)
        return next(filter(None, map(first_of, filled)), "") if filled else ""

    def _name(self, cells: Sequence[str]) -> str:
        first = self._first(cells, Column.FIRST)
        last = self._first(cells, Column.LAST)
        whole = self._first(cells, Column.FULL)
        loose = self._first(cells, Column.NAME)
        if loose and not whole:
            whole, first, last = self._loose_name(loose, first, last)
        middle = " ".join(map(plain, self._cells(cells, Column.MIDDLE)))
        parts = composed(first, middle, last, self._first(cells, Column.SUFFIX))
        prefix = self._first(cells, Column.PREFIX)
        if whole and parts and ("@" in whole or _same_words(whole, parts)):
            whole = ""
        if whole or parts:
            # "Lee, Ann" may stand in a column for the first or the last name alone.
            in_parts = bool(first and last and not whole)
            name = (whole or parts) if in_parts or self._ours else in_order(whole or parts)
            return f"{prefix} {name}" if prefix else name
        filed = self._first(cells, Column.FILED_AS)
        return in_order(filed) or self._first(cells, Column.NICK)

    def _loose_name(self, loose: str, first: str, last: str) -> tuple[str, str, str]:
        """What "Name" holds: the whole name, or the half that has no column of its own."""
        has_first, has_last = self._places[Column.FIRST], self._places[Column.LAST]
        if has_first and not has_last and first.casefold() not in loose.casefold():
            return "", first, loose
        if has_last and not has_first and last.casefold() not in loose.casefold():
            return "", loose, last
        if has_first and not has_last and not first:
            return "", "", loose
        return loose, first, last

    def _role(self, cells: Sequence[str]) -> str:
        if self._places[Column.ROLE]:
            return self._first(cells, Column.ROLE)
        titles = map(first_of, self._cells(cells, Column.TITLE))
        return next((title for title in titles if not is_honorific(title)), "")

    def _birthday(self, cells: Sequence[str]) -> str:
        for cell in self._cells(cells, Column.BIRTHDAY):
            found = written_birthday(plain(cell), self._day_first[Column.BIRTHDAY])
            if found:
                return found
        return spelled_birthday(
            self._first(cells, Column.BIRTH_YEAR),
            self._first(cells, Column.BIRTH_MONTH),
            self._first(cells, Column.BIRTH_DAY),
        )

    def _labels(self, cells: Sequence[str]) -> tuple[str, ...]:
        together = self._kind == "google" or self._ours
        named = (
            label for cell in self._cells(cells, Column.LABELS) for label in labels(cell, together)
        )
        return distinct(chain(("LinkedIn",) if self._kind == "linkedin" else (), named))

    def _rejoined(self, cells: list[str]) -> list[str]:
        """Puts cells together again that a comma without quotation marks had cut.

        Such a comma is followed by a blank ("Acme, Inc."), one between two cells is not.
        """
        surplus = len(cells) - self._width
        if not any(cell.strip() for cell in cells[self._width :]):
            return cells[: self._width]
        if self._spaced:
            return cells
        joined: list[str] = []
        for cell in cells:
            if surplus and joined and cell[:1] == " " and cell.strip():
                joined[-1] += "," + cell
                surplus -= 1
            else:
                joined.append(cell)
        return joined if not surplus else cells

    def _fits(self, cells: Sequence[str]) -> bool:
        """Whether the cells that must look a certain way do, although there are too many."""
        return all(emails(cell) for cell in self._cells(cells, Column.EMAIL)) and all(
            written_date(cell) for cell in self._cells(cells, Column.CONNECTED)
        )

    def _writes_days_first(
        self, column: Column, headers: Sequence[str], sample: Sequence[Row]
    ) -> bool:
        places = self._places[column]
        otherwise = any(readable(headers[place]) not in _ENGLISH_DATES for place in places)
        return days_come_first(
            (row.cells[place] for row in sample for place in places if place < len(row.cells)),
            otherwise,
        )


def _same_words(one: str, other: str) -> bool:
    return sorted(folded(one).split()) == sorted(folded(other).split())
