"""Rows of LinkedIn's file that are as LinkedIn writes most of them, read the short way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import repeat
from operator import attrgetter, itemgetter
from typing import Any

from planner.contacts.bounds import LONGEST_LINE
from planner.contacts.csv_cells import NOTHING, distinct, emails
from planner.contacts.csv_dates import written_date
from planner.contacts.csv_rows import Row
from planner.contacts.csv_vocabulary import Column
from planner.domain.in_bulk import filled
from planner.domain.merging import Card

_SINGLE = (
    Column.FIRST,
    Column.LAST,
    Column.LINK,
    Column.EMAIL,
    Column.COMPANY,
    Column.ROLE,
    Column.CONNECTED,
)
_LABELS = ("LinkedIn",)
# Stands between the cells while a row is looked at as a whole; printable, and in no name.
_BETWEEN = "¦"
_BROKEN = attrgetter("broken")
_PROFILE = re.compile(r"https://www\.linkedin\.com/in/[^\s;,<>\"'@]+\Z")
_EAST_ASIAN = "\u2e80"  # from here on, names are put together in another order


class PlainRows:
    """Makes cards of the plain rows of one file; all others are for the CardMaker to look at.

    It says of a row what the CardMaker says, or nothing.
    """

    def __init__(self, columns: Sequence[Column | None], day_first: bool) -> None:
        self._width = len(columns)
        # Where each of _SINGLE stands; one behind the row for what the file does not have.
        at = [columns.index(each) if each in columns else len(columns) for each in _SINGLE]
        self._taken = itemgetter(*at)
        self._day_first = day_first
        self._rows: list[tuple[Any, ...]] = []  # what each says, column by column
        self._days: dict[str, date | None] = {"": None}  # as written, a few thousand at most

    @staticmethod
    def fit(columns: Sequence[Column | None]) -> bool:
        """Whether a file with these columns has only what LinkedIn writes, each once."""
        told = [column for column in columns if column not in (None, Column.BESIDE)]
        return len(told) == len(set(told)) and {Column.FIRST, Column.LAST} <= set(told) <= {
            *_SINGLE
        }

    def take(self, number: int, cells: Sequence[str]) -> bool:
        """Takes a row; False when it needs a closer look."""
        row = _BETWEEN.join(("", *cells, ""))
        if len(cells) != self._width or len(row) > LONGEST_LINE or _is_odd(row):
            return False
        first, last, link, address, company, role, written = self._taken((*cells, ""))
        if not first or not last or first[-1] >= _EAST_ASIAN or "@" in first or "@" in last:
            return False
        if not NOTHING.isdisjoint((first, last, company, role)):
            return False
        if link and not _PROFILE.match(link):
            return False
        addresses = distinct(emails(address)) if address else ()
        day = self._days[written] if written in self._days else self._day(written)
        if (address and not addresses) or (written and day is None):
            return False
        self._rows.append(
            (
                f"row {number}",
                f"{first} {last}",
                company,
                role,
                addresses,
                (link,) if link else (),
                day,
            )
        )
        return True

    def take_all(self, rows: Sequence[Row], names: Sequence[str]) -> bool:
        """Takes some rows that follow one another; False, and none, when one of them needs a
        closer look or `names` the columns once more. A look at many at once costs half.
        """
        all_cells = [row.cells for row in rows]
        if any(map(_BROKEN, rows)) or set(map(len, all_cells)) != {self._width}:
            return False
        whole = list(map(_BETWEEN.join, all_cells))
        text = _BETWEEN.join(("", *whole, ""))
        if max(map(len, whole)) + 2 > LONGEST_LINE or _is_odd(text):
            return False
        columns = [*zip(*all_cells, strict=True), ("",) * len(rows)]
        if names and (names[0] in columns[0] or names[-1] in columns[self._width - 1]):
            return False
        firsts, lasts, links, addresses, companies, roles, written = self._taken(columns)
        if not (all(firsts) and all(lasts)) or "@" in "".join((*firsts, *lasts)):
            return False
        if not text.isascii() and max(first[-1] for first in firsts) >= _EAST_ASIAN:
            return False
        if not all(map(NOTHING.isdisjoint, (firsts, lasts, companies, roles))):
            return False
        if not all(map(_PROFILE.match, filter(None, links))):
            return False
        theirs = [distinct(emails(address)) if address else () for address in addresses]
        for day in set(written).difference(self._days):
            self._day(day)
        days = [self._days[day] for day in written]
        if list(map(bool, theirs)) != list(map(bool, addresses)):
            return False
        if list(map(bool, days)) != list(map(bool, written)):
            return False
        self._rows += zip(
            [f"row {row.number}" for row in rows],
            [f"{first} {last}" for first, last in zip(firsts, lasts, strict=True)],
            companies,
            roles,
            theirs,
            [(link,) if link else () for link in links],
            days,
            strict=True,
        )
        return True

    def cards(self) -> list[Card]:
        """The cards of all rows taken, in their order."""
        if not self._rows:
            return []
        where, names, companies, roles, addresses, links, days = zip(*self._rows, strict=True)
        return filled(
            Card,
            len(self._rows),
            where=where,
            name=names,
            company=companies,
            role=roles,
            emails=addresses,
            links=links,
            connected_on=days,
            labels=repeat(_LABELS),
        )

    def _day(self, written: str) -> date | None:
        day = self._days[written] = written_date(written, self._day_first)
        return day


def _is_odd(row: str) -> bool:
    """Whether cells ask for a closer look: marks nobody sees, doubled blanks and blanks at their
    ends, several values in one, and what spreadsheets put before formulas.
    """
    return (
        not row.isprintable()
        or "  " in row
        or "¦ " in row
        or " ¦" in row
        or ":::" in row
        or ("=" in row and "¦=" in row)
        or ("'" in row and "¦'" in row)
        or ("&" in row and ";" in row)
    )
