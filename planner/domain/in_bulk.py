"""Work on very many records at once."""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, fields
from functools import cache
from itertools import repeat
from typing import Any, TypeVar

T = TypeVar("T")

MANY = 1000  # records; fewer are looked through in a millisecond

_exhaust = deque[Any](maxlen=0).extend  # runs an iterator to its end and keeps nothing


@contextmanager
def in_bulk(records: int = MANY) -> Iterator[None]:
    """What is made within is not looked through for circles, when it is about very many records.

    Python stops everything again and again to look through all objects for some that keep each
    other alive: with a hundred thousand cards, for a tenth of a second at a time, the window
    included. Cards, people and edits keep nobody alive in a circle; they go when nobody needs them
    any more. So nothing is looked through while they are made, and they are left out ever after.
    """
    if records < MANY:
        yield
        return
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()  # also where others keep it off: it would look through all of this at once
        if was_on:  # of two threads within, the first to come switches it on again
            gc.enable()


def filled(record: type[T], count: int, **columns: Iterable[Any]) -> list[T]:
    """`count` records of a dataclass with slots; a field without a column has its default.

    A column holds `count` values or more. Filling the slots (which a frozen dataclass leaves open
    to this alone) takes C loops instead of thousands of calls: ten thousand people take 8 ms,
    where calling the class takes 28.
    """
    made = list(map(object.__new__, repeat(record, count)))
    for name, fill, default in _slots(record):  # type: ignore[arg-type]
        if name in columns:
            _exhaust(map(fill, made, columns[name]))
        elif default is MISSING:
            raise TypeError(f"{record.__name__} has no default for {name}, so it needs a column.")
        else:
            _exhaust(map(fill, made, repeat(default)))
    return made


@cache
def _slots(record: type[Any]) -> list[tuple[str, Callable[[Any, Any], None], Any]]:
    """Each field's name, the setter of its slot, and its default."""
    return [
        (field.name, getattr(record, field.name).__set__, field.default) for field in fields(record)
    ]


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    """A file in pieces of that many bytes or a few more, cut behind line breaks."""
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + size) + 1 or len(data)
        yield data[start:end]
        start = end
