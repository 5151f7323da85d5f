"""Rows as plain JSON values and back: lists are lists, days ISO, choices by their words."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from peewee import (
    BooleanField,
    Field,
    FloatField,
    ForeignKeyField,
    IntegerField,
    TextField,
)

from planner.domain.me import WEEKDAYS, Hours
from planner.storage.columns import (
    Choice,
    Day,
    Flag,
    Lines,
    Moment,
    Numbers,
    Perhaps,
    Picture,
    Rung,
    Some,
    WallTime,
    Week,
    unpack,
    word,
)
from planner.storage.row_rules import WrongValue, shown

MOST = 2**31 - 1  # of a whole number; the window's fields count no further
MOST_MONEY = 1e15  # whole cents are exact in a float up to here
LARGEST_ID = 2**53 - 1  # beyond, other programs that read JSON round to another record


def plain(column: Field, kept: Any) -> Any:
    """A kept value as JSON has it."""
    if kept is None:
        return None
    return _PLAIN.get(type(column), lambda _, value: value)(column, kept)


def kept(column: Field, given: Any) -> Any:
    """A JSON value as it is kept. Raises WrongValue."""
    if given is None:
        if column.null:
            return None
        raise WrongValue("is missing")
    return _KEPT[type(column)](column, given)


def _wrong(given: Any, wanted: str) -> WrongValue:
    return WrongValue(f"is “{shown(given)}” and not {wanted}")


def _text(column: Field, given: Any) -> str:
    if not isinstance(given, str):
        raise _wrong(given, "a text")
    try:
        given.encode()
    except UnicodeEncodeError as error:
        raise WrongValue("holds half of a character") from error
    return given


def _number(_: object, given: Any, most: int = MOST) -> int:
    if not isinstance(given, int) or isinstance(given, bool):
        raise _wrong(given, "a whole number")
    if not -most <= given <= most:
        raise WrongValue("is too large a number")
    return given


def count_of(given: Any) -> int:
    """How many ids were given out. Raises WrongValue."""
    if _number(None, given, LARGEST_ID) < 0:
        raise _wrong(given, "a number from 0 up")
    return int(given)


def id_of(given: Any) -> int:
    """An id as it may be. Raises WrongValue."""
    if not count_of(given):
        raise _wrong(given, "a number above 0")
    return int(given)


def _reference(column: Field, given: Any) -> int:
    return id_of(given)


def _amount(column: Field, given: Any) -> float:
    if not isinstance(given, int | float) or isinstance(given, bool):
        raise _wrong(given, "a number")
    if not -MOST_MONEY <= given <= MOST_MONEY:
        raise WrongValue("is too large a number")
    return float(given)


def _flag(column: Field, given: Any) -> bool:
    if not isinstance(given, bool):
        raise _wrong(given, "true or false")
    return given


def _list(given: Any) -> list[Any]:
    if not isinstance(given, list):
        raise _wrong(given, "a list")
    return given


def _lines(column: Lines, given: Any) -> Any:
    return column.db_value(tuple(_text(column, each) for each in _list(given)))


def _numbers(column: Numbers, given: Any) -> Any:
    return column.db_value(tuple(_number(column, each) for each in _list(given)))


def _picture(column: Picture, given: Any) -> Any:
    try:
        return column.db_value(b64decode(_text(column, given), validate=True))
    except ValueError as error:
        raise WrongValue("is not a picture in base64") from error


def _choice(column: Choice, given: Any) -> str:
    for member in column.members:
        if isinstance(given, str) and member.value == given:
            return given
    raise _wrong(given, "one of " + ", ".join(f"“{member.value}”" for member in column.members))


def _perhaps(column: Perhaps, given: Any) -> str:
    for member in column.members:
        if isinstance(given, str) and member.value == given:
            return given
    if given == "":
        return ""
    raise _wrong(given, "empty or " + ", ".join(f"“{each.value}”" for each in column.members))


def _some(column: Some, given: Any) -> Any:
    members = {word(member): member for member in column.members}
    for each in _list(given):
        if not isinstance(each, str) or each not in members:
            raise _wrong(each, "one of " + ", ".join(f"“{name}”" for name in members))
    return column.db_value(frozenset(members[each] for each in given))


def _rung(column: Rung, given: Any) -> int:
    for member in column.members:
        if member.name.lower() == given:
            return int(member.value)
    raise _wrong(given, "one of " + ", ".join(_word(each) for each in column.members))


def _word(member: Any) -> str:
    return f"“{member.name.lower()}”"


def _named(column: Rung, kept: int) -> str:
    name: str = column.decode(kept).name
    return name.lower()


def _day(column: Day, given: Any) -> Any:
    try:
        return column.db_value(date.fromisoformat(_text(column, given)))
    except ValueError as error:
        raise _wrong(given, "a day such as 2026-11-22") from error


def _moment(column: Moment, given: Any) -> Any:
    try:
        found = datetime.fromisoformat(_text(column, given))
    except ValueError:
        found = datetime.min
    if found.tzinfo is None or found.utcoffset() != timedelta(0):
        raise _wrong(given, "a moment such as 2026-11-22T09:30:00Z")
    return column.db_value(found.astimezone(UTC).replace(tzinfo=None))


def _wall_time(column: WallTime, given: Any) -> Any:
    try:
        found = datetime.fromisoformat(_text(column, given))
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None:
        raise _wrong(given, "a day and time such as 2026-11-22T08:30")
    return column.db_value(found)


def _week(column: Week, given: Any) -> Any:
    days = _list(given)
    if len(days) != len(WEEKDAYS):
        raise WrongValue("is not a week of seven days")
    return column.db_value(tuple(Hours(_time(day, "starts"), _time(day, "ends")) for day in days))


def _time(day: Any, end: str) -> time:
    given = day.get(end) if isinstance(day, dict) else day
    try:
        found = time.fromisoformat(given) if isinstance(given, str) else None
    except ValueError:
        found = None
    if found is None or found.tzinfo is not None:
        raise _wrong(given, "a time such as 09:00")
    return found


def _hours(column: Field, kept: str) -> list[Mapping[str, str]]:
    return [dict(zip(("starts", "ends"), day.split("-"), strict=True)) for day in kept.split()]


# What is not named here is in JSON as it is in the row.
_PLAIN: dict[type[Field], Callable[[Any, Any], Any]] = {
    Lines: lambda _, kept: list(unpack(kept)),
    Numbers: lambda _, kept: [int(each) for each in kept.split()],
    Some: lambda _, kept: kept.split(),
    Flag: lambda _, kept: bool(kept),
    BooleanField: lambda _, kept: bool(kept),
    Rung: _named,
    Moment: lambda _, kept: kept.replace(" ", "T") + "Z",
    Week: _hours,
}
_KEPT: dict[type[Field], Callable[[Any, Any], Any]] = {
    TextField: _text,
    IntegerField: _number,
    FloatField: _amount,
    ForeignKeyField: _reference,
    Lines: _lines,
    Numbers: _numbers,
    Picture: _picture,
    Choice: _choice,
    Perhaps: _perhaps,
    Some: _some,
    Rung: _rung,
    Flag: _flag,
    Day: _day,
    Moment: _moment,
    WallTime: _wall_time,
    Week: _week,
}
