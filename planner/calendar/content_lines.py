"""The lines of a calendar file, put together again, and the property in each.

Tolerant of what programs, mail and hands do to these files: line ends of every kind, lines
broken inside a character, characters of several sets, quoted-printable of vCalendar 1.0.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.domain.in_bulk import pieces

_UTF8_MARK = b"\xef\xbb\xbf"
_MARKS = (  # longest first: the mark of UTF-32 (little endian) starts with that of UTF-16
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_PIECE = 1 << 20  # bytes at once: a longer call would hold up the window
_PROBE = 4096  # bytes looked at to see UTF-16 without a mark
_NAME = re.compile(r"[ \t]*(?:[\w-]+\.)?([A-Za-z][\w-]*)[ \t]*([;:])")
_PARAMETER = re.compile(r';[ \t]*([\w-]+)[ \t]*(?:=((?:"[^"]*"|[^";:])*))?')
_SOFT_BREAK = re.compile(rb"[;=]\s*\"?QUOTED-PRINTABLE", re.I)
# Sets that files name; Python knows others that are slow, or no sets of characters.
_SETS = re.compile(r"iso-?8859|latin|windows-?\d|cp\d|shift|s-?jis|euc|gb|big5|koi8|mac", re.I)
_ESCAPED = re.compile(r"\\(.)", re.S)
_LONGEST_HEAD = 4000  # characters looked at for a name and parameters
_TIMED = re.compile(
    r"(DTSTART|DTEND|RECURRENCE-ID|RDATE|EXDATE);TZID=([^;]{1,300}):(?=\d{4}-?\d\d-?\d\d)", re.I
)
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")

Tell = Callable[[int, int], None]  # so much of so much is done; it may raise, which ends it


@dataclass(frozen=True, slots=True)
class Property:
    """One property: `DTSTART;TZID=Europe/Berlin:20261201T083000`."""

    name: str  # capital letters
    parameters: dict[str, str]  # names in capital letters, values without quotes
    value: str  # as written
    line: int  # of the file, from 1; 0 where it was not looked for

    @property
    def text(self) -> str:
        """The value as words: escapes and quoted-printable undone, no control characters."""
        value = self.value
        if self._quoted:
            raw = binascii.a2b_qp(value.encode("utf-8", "replace"))
            value = _in_set(raw, self.parameters.get("CHARSET", ""))
        return _UNREADABLE.sub("", _ESCAPED.sub(_unescaped, value))

    @property
    def _quoted(self) -> bool:
        encoding = self.parameters.get("ENCODING", "").upper()
        return encoding == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in self.parameters


def normal(data: bytes, tell: Tell | None = None) -> tuple[bytes, bool]:
    """The file in UTF-8 (where it says what it is), one line feed ending each line.

    Also whether it held NUL characters, which are taken out.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    encoding = encoding or _unmarked(data[:_PROBE])
    parts = _recoded(data, encoding) if encoding else pieces(data, _PIECE)
    done, nul, found = 0, False, []
    for piece in parts:
        done += len(piece)
        if b"\0" in piece:
            nul, piece = True, piece.replace(b"\0", b"")
        if b"\r" in piece:
            piece = piece.replace(b"\r\r\n", b"\n").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        if _UTF8_MARK in piece:
            piece = piece.replace(b"\n" + _UTF8_MARK, b"\n")
            piece = piece.removeprefix(_UTF8_MARK)
        found.append(piece)
        if tell:
            tell(min(done, len(data)), 2 * len(data))
    return b"".join(found), nul


def unfolded(raw: bytes, first: int) -> Iterator[tuple[int, bytes]]:
    """Lines with their continuations, each with the number of its first line; no blank ones.

    `raw` is normal; its first line has the number `first`.
    """
    if b"\n " not in raw and b"\n\t" not in raw and b"=\n" not in raw:
        for at, line in enumerate(raw.split(b"\n"), first):
            if line.strip():
                yield at, line
        return
    number, parts, soft = 0, [b""], False
    for at, line in enumerate(raw.split(b"\n"), first):
        if number and soft:
            parts[-1] = parts[-1].rstrip()[:-1]
            parts.append(line)
            soft = line.rstrip()[-1:] == b"="
        elif line[:1] in (b" ", b"\t") and number:
            parts.append(line[1:])
            soft = line[-1:] == b"=" and _SOFT_BREAK.search(b"".join(parts[:9])) is not None
        elif line.strip():
            if number:
                yield number, b"".join(parts)
            number, parts = at, [line]
            soft = line[-1:] == b"=" and _SOFT_BREAK.search(line[:_LONGEST_HEAD]) is not None
    if number:
        yield number, b"".join(parts)


def decoded(line: bytes) -> str:
    """A line as text: UTF-8, else what it says it is, else Western European."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        said = re.search(rb"(?i);\s*CHARSET=\"?([\w-]{1,20})", line[:_LONGEST_HEAD])
        return _in_set(line, said[1].decode("ascii") if said else "")


def property_in(line: str, number: int = 0) -> Property | None:
    """The property in a line, or None if it is not in the form of one."""
    head, colon, value = line.partition(":")
    if colon and not value[:4].isdigit() and (timed := _TIMED.match(line)):
        # A zone's name with a colon in it, which should stand in quotes and does not.
        name = timed[2].strip().replace('"', "")
        return Property(timed[1].upper(), {"TZID": name}, line[timed.end() :], number)
    if colon and '"' not in head:
        name, more, rest = head.partition(";")
        if name.isascii() and name.replace("-", "").isalnum() and not name[0].isdigit():
            if not more:
                return Property(name.upper(), {}, value, number)
            key, equals, said = rest.partition("=")
            if equals and ";" not in said and key.isalnum():
                return Property(name.upper(), {key.upper(): said.strip()}, value, number)
    match = _NAME.match(line, 0, _LONGEST_HEAD)
    if match is None:
        return None
    at, parameters = match.end(), {}
    if match[2] == ";":
        at -= 1
        while found := _PARAMETER.match(line, at, at + _LONGEST_HEAD):
            key, said = found[1].upper(), found[2]
            parameters[key] = (said or "").strip().replace('"', "")
            at = found.end()
        if line[at : at + 1] != ":":
            at = line.find(":", at)
            if at < 0:
                return None
        at += 1
    return Property(match[1].upper(), parameters, line[at:], number)


def _unescaped(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]


def _in_set(raw: bytes, name: str) -> str:
    for encoding in ("utf-8", name if _SETS.match(name) else "", "cp1252"):
        try:
            if encoding:
                return raw.decode(encoding)
        except (LookupError, ValueError):
            continue
    return raw.decode("latin-1")


def _recoded(data: bytes, encoding: str) -> Iterator[bytes]:
    """UTF-16 or UTF-32 as UTF-8; half a character at the end is lost."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    kept = ""
    for start in range(0, len(data), _PIECE):
        kept += decoder.decode(data[start : start + _PIECE])
        text, end, kept = kept.rpartition("\n")
        yield (text + end).encode("utf-8", "replace")
    yield kept.encode("utf-8", "replace")


def _unmarked(start: bytes) -> str:
    """The name of the set when every other byte is NUL, as in UTF-16 without a mark; else ""."""
    if start.count(0) * 3 < len(start) or len(start) < 4:
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if even * 20 < odd:
        return "utf-16-le"
    return "utf-16-be" if odd * 20 < even else ""
