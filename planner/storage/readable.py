"""Which kept values can be read, and what to keep in place of one that cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from datetime import date, datetime
from functools import cache
from typing import Any

import peewee

from planner.domain.changes import Kind
from planner.domain.wall_time import is_zone
from planner.storage.columns import decoder, encoder
from planner.storage.records import RECORDS
from planner.storage.row_rules import DERIVED, WrongValue, in_order, require_birthday
from planner.storage.rows import Rows

_HELD_BY: tuple[tuple[type[peewee.Field], tuple[type, ...]], ...] = (
    (peewee.FloatField, (int, float)),
    (peewee.ForeignKeyField, (int,)),
    (peewee.IntegerField, (int,)),
    (peewee.BooleanField, (int,)),
)


def unreadable(
    rows: Rows, some: list[tuple[Any, ...]]
) -> Iterator[tuple[dict[str, Any], peewee.Field]]:
    """The rows with a value that cannot be in its column, and that column."""
    columns = rows.table._meta.sorted_fields
    for column, values in zip(columns, zip(*some, strict=True), strict=True):
        fits = _fits(column)
        if all(map(fits, values)):
            continue
        for row, value in zip(some, values, strict=True):
            if not fits(value):
                yield rows.named(row), column


def _fits(column: peewee.Field) -> Callable[[Any], bool]:
    """Whether a kept value can be what the program keeps in the column."""
    held = next((types for field, types in _HELD_BY if isinstance(column, field)), (str,))
    decode = _SPECIAL.get(column.name) or decoder(column)

    def fits(value: Any) -> bool:
        if value is None:
            return bool(column.null)
        if not isinstance(value, held):
            return False
        if isinstance(value, str) and not value.isascii() and _broken(value):
            return False
        if decode is not None:
            try:
                decode(value)
            except (KeyError, ValueError, TypeError, IndexError, OverflowError):
                return False
        return True

    return fits


@cache
def _zone(kept: str) -> None:
    if kept and not is_zone(kept):
        raise ValueError(kept)


@cache
def _birthday(kept: str) -> None:
    if kept:
        require_birthday(kept)


# Columns of plain text that not every text can be in.
_SPECIAL: dict[str, Callable[[Any], Any]] = {"zone": _zone, "birthday": _birthday}


def _broken(text: str) -> bool:
    """Whether letters of it were no UTF-8; they were let through as halves of pairs."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def instead(kind: Kind, column: peewee.Field, row: dict[str, Any]) -> Any:
    """What to keep in place of a value that cannot be read; MISSING where nothing would do."""
    if column.name in DERIVED:
        return _derived(kind, column, row)
    value = row[column.column_name]
    fits = _fits(column)
    if isinstance(value, str):
        # The letters that can still be read, where the column takes any.
        read = value.encode(errors="surrogateescape").decode(errors="replace")
        if fits(read):
            return read
    elif value is not None and fits(str(value)):
        return str(value)
    if column.null:
        return None
    if isinstance(column, peewee.ForeignKeyField) or kind not in RECORDS:
        return MISSING
    default = next(each.default for each in fields(RECORDS[kind]) if each.name == column.name)
    if default is MISSING or default in (date.min, datetime.min):  # no day is like another
        return MISSING
    encode = encoder(column)
    return default if encode is None else encode(default)


def _derived(kind: Kind, column: peewee.Field, row: dict[str, Any]) -> Any:
    """A value that follows from the others, worked out again; MISSING when those are no use."""
    try:
        in_order(kind, row)
    except (WrongValue, ValueError, TypeError):
        return MISSING
    return row[column.column_name]
