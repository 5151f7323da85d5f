"""People as a table, a row each, for a spreadsheet: CSV in UTF-8 that Excel opens by itself."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from planner.contacts.contact import Contact, lines
from planner.contacts.text import one_line
from planner.domain.people import Person

_MARK = "\ufeff"  # without it Excel takes the file for one in the machine's old character set

# How cells begin that a spreadsheet would carry out (https://owasp.org/www-community/attacks/
# CSV_Injection), with apostrophes before: one is put before them, and the reader takes one away.
# Those of East Asian keyboards, twice as wide, count as well.
_OBEYED = re.compile(r"'*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
BETWEEN_GROUPS = " ::: "  # as Google writes it; a comma or semicolon may be in a name

BEFORE = ("Name", "Company", "Job Title", "City")
NUMBERED = ("E-mail", "Phone", "Website")  # as many columns of each as somebody needs
AFTER = ("Birthday", "Groups", "Notes", "Connected On")
PRIVATE = ("Stage",)  # the user's own word on somebody


def table(
    contacts: Iterable[Contact], everybody: Sequence[Person], *, private: bool
) -> Iterator[bytes]:
    """The header and a row a person; `everybody` says beforehand how many columns it takes.

    Only with `private` does it tell what was noted in confidence and where the user sees somebody
    on the ladder.
    """
    counts = [
        max([1, *(len(lines(texts)) for texts in column)])
        for column in zip(*map(_several, everybody), strict=True)
    ] or [1] * len(NUMBERED)
    names = [
        f"{name} {number}"
        for name, count in zip(NUMBERED, counts, strict=True)
        for number in range(1, count + 1)
    ]
    header = [*BEFORE, *names, *AFTER, *(PRIVATE if private else ())]
    yield (_MARK + _line(header)).encode()
    for contact in contacts:
        yield _line(list(map(neutral, _cells(contact, counts, private)))).encode()


def wrote(headers: Iterable[str]) -> bool:
    """Whether a table with these headers is one of ours, where all is meant as it stands."""
    return set(AFTER) <= set(headers)


def neutral(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; csv_cells.py undoes exactly this."""
    return f"'{cell}" if _OBEYED.match(cell) else cell


def _several(person: Person) -> tuple[tuple[str, ...], ...]:
    return person.emails, person.phones, person.links


def _cells(contact: Contact, counts: Sequence[int], private: bool) -> Iterator[str]:
    person = contact.person
    yield contact.name
    yield from map(one_line, (person.company, person.role, person.city))
    for texts, count in zip(_several(person), counts, strict=True):
        known = lines(texts)
        yield from known
        yield from [""] * (count - len(known))
    yield person.birthday
    yield BETWEEN_GROUPS.join(lines(contact.groups))
    yield contact.note(private=private)
    yield person.connected_on.isoformat() if person.connected_on else ""
    if private:
        yield person.stage.name.capitalize()


def _line(cells: Sequence[str]) -> str:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue()
