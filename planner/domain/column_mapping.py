"""How the columns of a table that no known program wrote are understood: guessed or told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Meaning(StrEnum):
    """What a column says of a person; the words are kept in libraries and typed in terminals."""

    NOTHING = "nothing"  # the column is left out
    NAME = "name"  # the whole of it
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    PREFIX = "prefix"  # Dr., before the name
    SUFFIX = "suffix"  # Jr., after it
    NICKNAME = "nickname"  # the name of whoever has no other
    COMPANY = "company"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    CITY = "city"
    BIRTHDAY = "birthday"
    BIRTH_YEAR = "birth_year"
    BIRTH_MONTH = "birth_month"
    BIRTH_DAY = "birth_day"
    NOTE = "note"
    LABELS = "labels"
    CONNECTED_ON = "connected_on"


# A row that has none of these describes nobody, so a mapping needs at least one.
TELL_WHO = frozenset(
    {
        Meaning.NAME,
        Meaning.FIRST_NAME,
        Meaning.LAST_NAME,
        Meaning.NICKNAME,
        Meaning.COMPANY,
        Meaning.EMAIL,
        Meaning.PHONE,
        Meaning.LINK,
    }
)

_NAMES = frozenset({Meaning.NAME, Meaning.FIRST_NAME, Meaning.LAST_NAME})
_MORE = TELL_WHO - _NAMES - {Meaning.NICKNAME}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what stands above it, up to three of its values, and what it is read as."""

    header: str  # as it stands there on one line, or "A", "B" where nothing names the columns
    samples: tuple[str, ...]  # filled ones, shortened
    meaning: Meaning  # guessed, or as remembered
    guess: Meaning = Meaning.NOTHING


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file that no known program wrote, and how it was understood."""

    columns: tuple[Column, ...]
    rows: int  # below the header, without empty ones
    remembered: bool = False  # its meanings were told, now or before; else they are guesses
    named: bool = True  # the file names its columns; else they are called by letters

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        return tuple(column.meaning for column in self.columns)

    @property
    def clear(self) -> bool:
        """Whether nobody needs to be asked how to read it.

        It was told, or its header says who they are and how to reach them or where they work.
        """
        told = frozenset(self.meanings)
        return self.remembered or (self.named and bool(told & _NAMES) and bool(told & _MORE))

    @property
    def key(self) -> str:
        """Stands for this header, and for no other one.

        Columns without names are told apart by what their cells look like: a list of names and
        numbers is not read as one of names and addresses was.
        """
        import hashlib

        words = [
            " ".join(column.header.casefold().split()) if self.named else column.guess.value
            for column in self.columns
        ]
        told = "\n".join(("named" if self.named else "bare", *words))
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:32]

    def told(self, meanings: Sequence[Meaning]) -> Table:
        """The table with these meanings for its columns."""
        return replace(
            self,
            columns=tuple(
                replace(column, meaning=meaning)
                for column, meaning in zip(self.columns, meanings, strict=True)
            ),
            remembered=True,
        )
