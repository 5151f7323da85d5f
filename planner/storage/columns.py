"""How single values are kept: each column knows the value in the program and the value in the row.

A row holds text, whole numbers, floats and None alone, the same on every database, so that a row
can be kept in a `Change` and written back later. `db_value` makes the kept value (peewee calls it
too, so queries may compare with the program's own values), and so does `encode` where there is a
quicker way for what records hold; `decode` makes the program's value again. A column whose values
are kept as they are has neither.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from enum import Enum
from functools import partial
from itertools import chain, repeat
from typing import Any

from peewee import BooleanField, DateField, DateTimeField, Field, IntegerField, TextField

from planner.domain.me import Hours

# All values of a column of several rows -> the same in the program, or as they are kept.
Convert = Callable[[Sequence[Any]], Iterable[Any]]

_ESCAPED = {"\\\\": "\\", "\\n": "\n", "\\e": ""}
_ESCAPE = re.compile(r"\\.")


def pack(texts: tuple[str, ...]) -> str:
    """Several texts as lines; a line break or backslash inside one is escaped, so none is lost."""
    if not texts:
        return ""
    lines = "\n".join(texts)
    if "\\" not in lines and lines.count("\n") == len(texts) - 1 and all(texts):
        return lines
    return "\n".join(
        text.replace("\\", "\\\\").replace("\n", "\\n") if text else "\\e" for text in texts
    )


def unpack(lines: str) -> tuple[str, ...]:
    """What `pack` was given."""
    if not lines:
        return ()
    if "\\" not in lines:
        return tuple(lines.split("\n"))
    return tuple(
        _ESCAPE.sub(lambda found: _ESCAPED[found.group()], line) for line in lines.split("\n")
    )


def pack_all(column: Sequence[tuple[str, ...]]) -> list[str]:
    """`pack` of each."""
    texts = list(chain.from_iterable(column))
    together = "".join(texts)
    if all(texts) and "\\" not in together and "\n" not in together:  # mostly
        return list(map("\n".join, column))
    return list(map(pack, column))


def unpack_all(column: Sequence[str]) -> list[tuple[str, ...]]:
    """`unpack` of each."""
    together = "".join(column)
    if "\\" not in together and "\n" not in together:  # mostly
        return [(line,) if line else () for line in column]
    return list(map(unpack, column))


class Lines(TextField):
    """A tuple of strings, one a line."""

    def db_value(self, value: Any) -> Any:
        return pack(value) if isinstance(value, tuple) else value

    encode = staticmethod(pack)
    decode = staticmethod(unpack)
    encode_all = staticmethod(pack_all)
    decode_all = staticmethod(unpack_all)


class Numbers(TextField):
    """A tuple of whole numbers, kept as "12 0 340"."""

    def db_value(self, value: Any) -> Any:
        return " ".join(map(str, value)) if isinstance(value, tuple) else value

    @staticmethod
    def decode(kept: str) -> tuple[int, ...]:
        return tuple(map(int, kept.split()))


class Picture(TextField):
    """The bytes of a picture, kept as base64: a row holds text alone, in a JSON file as well."""

    def db_value(self, value: Any) -> Any:
        return b64encode(value).decode("ascii") if isinstance(value, bytes) else value

    decode = staticmethod(b64decode)


class Choice(TextField):
    """One of an enum's texts, kept as its value."""

    def __init__(self, choices: type[Enum], **options: Any) -> None:
        super().__init__(**options)
        self.members = tuple(choices)
        self.encode = {choice: choice.value for choice in choices}.__getitem__
        self.decode = {choice.value: choice for choice in choices}.__getitem__

    def db_value(self, value: Any) -> Any:
        return value.value if isinstance(value, Enum) else value


class Perhaps(TextField):
    """One of an enum's texts or None, kept as its value or as an empty text."""

    def __init__(self, choices: type[Enum], **options: Any) -> None:
        super().__init__(**options)
        self.members = tuple(choices)
        self.decode = {"": None, **{choice.value: choice for choice in choices}}.__getitem__

    def db_value(self, value: Any) -> Any:
        return value.value if isinstance(value, Enum) else value or ""


class Some(TextField):
    """Some of an enum's members, in its order, kept as words: "liked trusted"."""

    def __init__(self, choices: type[Enum], **options: Any) -> None:
        super().__init__(**options)
        self.members = tuple(choices)
        self._of_word = {word(choice): choice for choice in choices}

    def db_value(self, value: Any) -> Any:
        if not isinstance(value, frozenset):
            return value
        return " ".join(name for name, member in self._of_word.items() if member in value)

    def decode(self, kept: str) -> frozenset[Any]:
        return frozenset(map(self._of_word.__getitem__, kept.split()))


def word(member: Enum) -> str:
    """A member as one word: its text, or its name where its value is a number."""
    return member.value if isinstance(member.value, str) else member.name.lower()


class Rung(IntegerField):
    """One of an ordered enum's numbers, kept as its value."""

    encode = int

    def __init__(self, choices: type[Enum], **options: Any) -> None:
        super().__init__(**options)
        self.members = tuple(choices)
        self.decode = {choice.value: choice for choice in choices}.__getitem__

    def db_value(self, value: Any) -> Any:
        return int(value)


class Flag(BooleanField):
    """Yes or no."""

    encode = decode = bool

    def db_value(self, value: Any) -> Any:
        return None if value is None else bool(value)


class Day(DateField):
    """A calendar day, kept as ISO text; None where it is not known."""

    def db_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

    @staticmethod
    def encode(value: date | None) -> str | None:
        return None if value is None else value.isoformat()

    @staticmethod
    def decode(kept: str | None) -> date | None:
        return None if kept is None else date.fromisoformat(kept)


class Moment(DateTimeField):
    """A moment in UTC, kept without an offset: no driver can be relied on to keep one."""

    def db_value(self, value: Any) -> Any:
        if not isinstance(value, datetime):
            return value
        if value.tzinfo is not None:
            raise ValueError(f"A moment is kept in UTC without an offset, not as {value!r}.")
        return value.isoformat(" ")

    @staticmethod
    def decode(kept: str | None) -> datetime | None:
        return None if kept is None else datetime.fromisoformat(kept)


def _to_the_minute(value: datetime | time) -> str:
    """ISO text without seconds, unless there are some."""
    whole = not (value.second or value.microsecond)
    return value.isoformat(timespec="minutes" if whole else "auto")


class WallTime(TextField):
    """What the clock on the wall shows, "2026-12-01T08:30"; the zone is a column beside it."""

    def db_value(self, value: Any) -> Any:
        if not isinstance(value, datetime):
            return value
        if value.tzinfo is not None:
            raise ValueError(f"A wall time has its zone beside it, not in it: {value!r}.")
        return _to_the_minute(value)

    decode = staticmethod(datetime.fromisoformat)


class Week(TextField):
    """When the user meets, seven days from Monday, as "09:00-17:00 ..."."""

    def db_value(self, value: Any) -> Any:
        if not isinstance(value, tuple):
            return value
        return " ".join(
            f"{_to_the_minute(hours.starts)}-{_to_the_minute(hours.ends)}" for hours in value
        )

    @staticmethod
    def decode(kept: str) -> tuple[Hours, ...]:
        return tuple(
            Hours(*(time.fromisoformat(end) for end in day.split("-"))) for day in kept.split()
        )


def decoder_of_all(column: Field) -> Convert | None:
    """What makes the program's values of all kept ones at once; None where they are the same."""
    return _of_all(decoder(column), getattr(column, "decode_all", None))


def encoder_of_all(column: Field) -> Convert | None:
    """What makes the kept values of all the program's at once; None where they are the same."""
    return _of_all(encoder(column), getattr(column, "encode_all", None))


def _of_all(make: Callable[[Any], Any] | None, all_at_once: Convert | None) -> Convert | None:
    return None if make is None else partial(_each, all_at_once or partial(map, make))


def _each(make: Convert, values: Sequence[Any]) -> Iterable[Any]:
    """What is made of the values; of one alone where they are all the same."""
    if values and values.count(values[0]) == len(values):
        (made,) = make(values[:1])
        return repeat(made, len(values))
    return make(values)


def decoder(column: Field) -> Callable[[Any], Any] | None:
    """What makes the program's value of a kept one; None where they are the same."""
    return getattr(column, "decode", None)


def encoder(column: Field) -> Callable[[Any], Any] | None:
    """What makes the kept value of a record's; None where they are the same."""
    usual = column.db_value if hasattr(column, "decode") else None
    return getattr(column, "encode", usual)
