"""How single values are kept: each column knows the value in the program and the value in the row.

A row holds text, whole numbers, floats and None alone, the same on every database, so that a row
can be kept in a `Change` and written back later. `db_value` makes the kept value (peewee calls it
too, so queries may compare with the program's own values); `decode` makes the program's value
again, None where the kept value already is the program's own.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from peewee import BooleanField, DateField, DateTimeField, Field, IntegerField, TextField

from planner.domain.me import Hours

_ESCAPED = {"\\\\": "\\", "\\n": "\n", "\\e": ""}
_ESCAPE = re.compile(r"\\.")


def pack(texts: tuple[str, ...]) -> str:
    """Several texts as lines; a line break or backslash inside one is escaped, so none is lost."""
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


class Lines(TextField):
    """A tuple of strings, one a line."""

    def db_value(self, value: Any) -> Any:
        return pack(value) if isinstance(value, tuple) else value

    decode = staticmethod(unpack)


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
        self.decode = {choice.value: choice for choice in choices}.__getitem__

    def db_value(self, value: Any) -> Any:
        return value.value if isinstance(value, Enum) else value


class Rung(IntegerField):
    """One of an ordered enum's numbers, kept as its value."""

    def __init__(self, choices: type[Enum], **options: Any) -> None:
        super().__init__(**options)
        self.decode = {choice.value: choice for choice in choices}.__getitem__

    def db_value(self, value: Any) -> Any:
        return int(value)


class Flag(BooleanField):
    """Yes or no."""

    decode = bool

    def db_value(self, value: Any) -> Any:
        return None if value is None else bool(value)


class Day(DateField):
    """A calendar day, kept as ISO text; None where it is not known."""

    def db_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value

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


def decoder(column: Field) -> Callable[[Any], Any] | None:
    """What makes the program's value of a kept one; None where they are the same."""
    return getattr(column, "decode", None)
