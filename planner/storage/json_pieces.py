"""A large JSON document read piece by piece: the members of one object, lists entry by entry.

What is held in memory is one piece, so a library with ten thousand pictures can be read, and a
file that only pretends to be one cannot fill the machine.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from planner.errors import PlannerError

LARGEST_FILE = 2 * 1024**3  # bytes; ten thousand pictures of the largest kind are under 1 GB
LARGEST_PIECE = 32 * 1024**2  # characters of one record; the longest conversation has a thousandth
MOST_PIECES = 3_000_000  # a hundred thousand people with thirty records each
_READ = 1024**2  # bytes read at a time
_TOKEN = 16  # characters; longer than any word or escape that the end of what was read may cut
_BLANKS = " \t\n\r"
_NO_BLANK = re.compile(r"[^ \t\n\r]")
_BREAKS_OFF = "It breaks off before its end: the file is not complete."


class Piece(NamedTuple):
    """A member of the object: the `number`th of a list (from 1), or 0 for what is not in one.

    An empty list is one piece, with the number 0.
    """

    name: str
    number: int
    value: Any


class Spoiled(PlannerError):
    """The document is no JSON, or breaks off; the sentence says where, without naming the file."""


def pieces(path: Path) -> Iterator[Piece]:
    """The members of the one object in a file, in its order. Raises Spoiled, and OSError."""
    if path.stat().st_size > LARGEST_FILE:
        raise Spoiled(f"It is larger than {LARGEST_FILE // 1024**3} GB; no library is.")
    if not path.is_file():
        raise Spoiled("It is not a file.")
    with path.open("rb") as file:
        for count, piece in enumerate(_Document(file).members()):
            if count == MOST_PIECES:
                raise Spoiled(f"It has more than {MOST_PIECES:,} records; no library has.")
            yield piece


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Spoiled(f"“{name[:40]}” stands twice in one record.")
        found[name] = value
    return found


def _no_number(word: str) -> Any:
    raise Spoiled(f"{word} is not a number.")


class _Document:
    """The text of a file as far as it was read, and how far it is understood."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._json = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_no_number)
        self._text = ""
        self._at = 0
        self._lines = 1  # the line of the file in which the text begins
        self._ended = False

    def members(self) -> Iterator[Piece]:
        self._expect("{", "It is not a JSON document of one object.")
        seen: set[str] = set()
        if self._next() == "}":
            self._at += 1
        else:
            while True:
                name = self._value()
                if not isinstance(name, str):
                    raise self._broken("a name in quotation marks is missing")
                if name in seen:
                    raise Spoiled(f"“{name[:40]}” stands in it twice.")
                seen.add(name)
                self._expect(":")
                yield from self._member(name)
                if self._separator("}"):
                    break
        if self._next():
            raise self._broken("something follows its end")

    def _member(self, name: str) -> Iterator[Piece]:
        if self._next() != "[":
            yield Piece(name, 0, self._value())
            return
        self._at += 1
        if self._next() == "]":
            self._at += 1
            yield Piece(name, 0, [])
            return
        number = 1
        while True:
            yield Piece(name, number, self._value())
            number += 1
            if self._separator("]"):
                return

    def _separator(self, closing: str) -> bool:
        """Steps over a comma, or over the closing bracket: then there is no more."""
        letter = self._next()
        if letter not in (",", closing) or not letter:
            raise self._broken(f"“,” or “{closing}” is missing")
        self._at += 1
        return letter == closing

    def _expect(self, letter: str, otherwise: str = "") -> None:
        if self._next() != letter:
            raise Spoiled(otherwise) if otherwise else self._broken(f"“{letter}” is missing")
        self._at += 1

    def _next(self) -> str:
        """The next letter that is no blank, not stepped over; "" at the end."""
        while True:
            if found := _NO_BLANK.search(self._text, self._at):
                self._at = found.start()
                return found[0]
            self._at = len(self._text)
            if not self._read():
                return ""

    def _value(self) -> Any:
        self._next()
        while True:
            try:
                value, end = self._json.raw_decode(self._text, self._at)
                if end < len(self._text) or self._ended:  # a number may go on
                    self._at = end
                    return value
            except json.JSONDecodeError as error:
                open_text = error.msg.startswith("Unterminated")
                if self._ended and (open_text or error.pos >= len(self._text.rstrip(_BLANKS))):
                    raise Spoiled(_BREAKS_OFF) from error
                if self._ended or not (open_text or error.pos > len(self._text) - _TOKEN):
                    self._at = error.pos
                    raise self._broken(error.msg) from error
            except RecursionError as error:
                raise self._broken("it is nested too deeply") from error
            except ValueError as error:  # more digits than Python reads
                raise self._broken("a number is too large") from error
            if len(self._text) - self._at > LARGEST_PIECE:
                raise self._broken("a single record is too large")
            self._read()

    def _read(self) -> bool:
        """Reads on, and forgets what is understood; False when nothing is left."""
        if self._ended:
            return False
        self._lines += self._text.count("\n", 0, self._at)
        left = self._text[self._at :]
        # As much again as is waiting, so that a long piece is not tried a hundred times.
        data = self._file.read(max(_READ, len(left)))
        self._ended = not data
        try:
            more = self._decoder.decode(data, final=self._ended)
        except UnicodeDecodeError as error:
            raise Spoiled("It is not a text in UTF-8, which JSON is.") from error
        self._text, self._at = left + more, 0
        return True

    def _broken(self, what: str) -> Spoiled:
        if self._ended and not self._text[self._at :].strip(_BLANKS):
            return Spoiled(_BREAKS_OFF)
        line = self._lines + self._text.count("\n", 0, self._at)
        return Spoiled(f"It is not readable as JSON in line {line}: {what[:1].lower()}{what[1:]}.")
