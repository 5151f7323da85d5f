"""The lines of a vCard file, put together again, and the property in each.

Versions 2.1, 3.0 and 4.0 alike, tolerant of what programs and hand-work do to these files. All
of it on bytes, because every property of a 2.1 card may have a character set of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

# A property's name: groups before it ("item1."), blanks after it. Names with blanks are X- only.
_NAME = re.compile(rb"[ \t]*(?:[\w-]*\.)*([\w/-]+|[Xx]-[\w/ .-]+?)[ \t]*([;:])")
_LONGEST_NAME = 200  # bytes looked at for a name
_MOST_PARTS = 1_000_000  # lines put together into one; a picture has a tenth of it at most
_LONGEST_HEAD = 50  # folded lines looked at for parameters
_BOUNDARY = re.compile(
    rb"(?:[ \t]|\xef\xbb\xbf)*(BEGIN|END)[ \t]*(?:;[^:]*)?:[ \t]*VCARD(?=BEGIN|END|\W|$)[ \t]*",
    re.I,
)
_BOUNDARY_LETTERS = (b"B", b"b", b"E", b"e", b"\xef")
_QUOTED = re.compile(rb"[;=][ \t]*\"?QUOTED-PRINTABLE|;[ \t]*ENCODING[ \t]*=[ \t]*\"?Q", re.I)
_BASE64 = re.compile(rb"[;=][ \t]*\"?BASE64|;[ \t]*ENCODING[ \t]*=[ \t]*\"?B\b", re.I)
# After a soft line break these begin a property all the same: the break was a mistake.
_UNMISTAKABLE = re.compile(
    rb"(?:item\d+\.)?(?:(?:VERSION|FN|N|ORG|TITLE|TEL|EMAIL|ADR|BDAY|UID|REV|X-[A-Z][A-Z-]+)[;:]"
    rb"|(?:PHOTO|LABEL|LOGO|SOUND|KEY);)"
)
_NOTHING = b" \t\x1a"  # Ctrl-Z ended files in DOS
_AT_ONCE = 1 << 20  # bytes taken apart into lines at once: all lines of a large file weigh double


@dataclass(slots=True)
class Property:
    """One property as it stands in the file, its continued lines joined."""

    name: str  # capital letters, without its group
    line: int
    parameters: bytes  # with the leading ";", or empty
    value: bytes  # still encoded and escaped
    strays: list[tuple[int, bytes]] = field(default_factory=list)
    """Lines after it that are no properties: perhaps the rest of a value broken by hand."""

    @property
    def quoted(self) -> bool:
        """Whether the value is quoted-printable."""
        return bool(self.parameters) and _QUOTED.search(self.parameters) is not None

    @property
    def base64(self) -> bool:
        return bool(self.parameters) and _BASE64.search(self.parameters) is not None


class Mark(Enum):
    """Where a card begins or ends."""

    BEGIN = 1
    END = 2


def logical_lines(data: bytes) -> Iterator[tuple[int, bytes | Mark]]:
    """Lines with their continuations, each with the number of its first line; no blank ones."""
    start = 0  # number of the line being put together, 0: none
    parts: list[bytes] = []
    soft: list[int] = []  # which of the parts follow a soft line break
    softly = False  # whether the last part ends in one
    depth = indent = 0  # open cards; how far the lines of this card are indented
    fresh = False  # the next line is a card's first
    empty = False  # the last line was
    for number, raw in enumerate(_lines(data), 1):
        if softly and not (_BOUNDARY.match(raw) or _UNMISTAKABLE.match(raw)):
            if len(parts) < _MOST_PARTS:
                parts[-1] = parts[-1].rstrip()[:-1]
                soft.append(len(parts))
                parts.append(raw)
            softly = _breaks_softly(raw)
            continue
        if not raw.strip(_NOTHING):
            if (
                depth and start and len(raw) > indent + 1 and len(parts) < _MOST_PARTS
            ):  # a fold that holds a blank
                parts.append(raw[indent + 1 :].strip(b"\x1a"))
            empty = True
            continue
        lead = len(raw) - len(raw.lstrip(b" \t")) if raw[0] in b" \t" else 0
        if fresh:
            indent, fresh = lead, False
        begins_anew = empty and lead > indent and _UNMISTAKABLE.match(raw, lead)
        empty = False
        if start and lead > indent and not begins_anew and (depth or not _BOUNDARY.match(raw)):
            if len(parts) < _MOST_PARTS:
                parts.append(raw[indent + 1 :])
            softly = _breaks_softly(raw) and _is_quoted(parts)
            continue
        if start:
            line = _joined(parts, soft)
            edge = _BOUNDARY.fullmatch(line) if len(parts) > 1 else None
            if edge:  # folded itself
                begins = edge[1].upper() == b"BEGIN"
                depth = depth + 1 if begins else max(0, depth - 1)
                indent = lead if begins else 0
                yield start, Mark.BEGIN if begins else Mark.END
            else:
                yield start, line
            start, softly = 0, False
        if raw[lead : lead + 1] in _BOUNDARY_LETTERS:
            while edge := _BOUNDARY.match(raw, lead):  # several: END:VCARDBEGIN:VCARD
                fresh = edge[1].upper() == b"BEGIN"
                depth = depth + 1 if fresh else max(0, depth - 1)
                indent, lead = 0, edge.end()
                yield number, Mark.BEGIN if fresh else Mark.END
        raw = raw[lead:] if lead else raw
        if raw.strip(_NOTHING):
            start, parts, soft = number, [raw], []
            softly = _breaks_softly(raw) and _is_quoted(parts)
    if start:
        line = _joined(parts, soft)
        edge = _BOUNDARY.fullmatch(line) if len(parts) > 1 else None
        yield start, Mark.END if edge and edge[1].upper() == b"END" else line


def _lines(data: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(data):
        end = data.find(b"\n", start + _AT_ONCE) + 1 or len(data)
        yield from data[start:end].splitlines()
        start = end


def _breaks_softly(raw: bytes) -> bool:
    last = raw[-1:]
    return last == b"=" or (last in (b" ", b"\t") and raw.rstrip()[-1:] == b"=")


def _is_quoted(parts: list[bytes]) -> bool:
    # The first parts are enough: parameters do not run on for long.
    line = b"".join(parts[:_LONGEST_HEAD]) if len(parts) > 1 else parts[0]
    return _QUOTED.search(line, 0, max(0, _colon(line, 0))) is not None


def _joined(parts: list[bytes], soft: list[int]) -> bytes:
    if len(parts) == 1:
        return parts[0]
    # Some programs fold and break softly at once; a blank at the start of every broken line
    # (or before an encoded byte) is then no part of the text.
    broken = [parts[place] for place in soft]
    folded = broken and all(line[:1] in (b" ", b"\t") for line in broken)
    if folded and (len(broken) > 1 or broken[0].lstrip()[:1] == b"="):
        for place in soft:
            parts[place] = parts[place].lstrip()
    return b"".join(parts)


def property_in(number: int, line: bytes) -> Property | None:
    """The property a line holds, or None if it is not in the form of one."""
    match = _NAME.match(line, 0, _LONGEST_NAME)
    if not match:
        return None
    name = match[1].upper().decode("ascii")
    if match[2] == b":":
        value = line[match.end() :]
        # A web address at the start of a line is the rest of something.
        return None if value.startswith(b"//") else Property(name, number, b"", value)
    start = match.end() - 1
    colon = _colon(line, start)
    if colon < 0:
        return None
    return Property(name, number, line[start:colon], line[colon + 1 :])


def _colon(line: bytes, start: int) -> int:
    """Where the value begins: the first colon outside quotes, -1 if there is none."""
    colon = line.find(b":", start)
    quote = line.find(b'"', start, max(0, colon))
    first = colon
    while 0 <= quote < colon:
        closing = line.find(b'"', quote + 1)
        if closing < 0:
            return first  # a quote that never closes is only a letter
        if closing > colon:
            colon = line.find(b":", closing)
            if colon < 0:
                return first
        quote = line.find(b'"', closing + 1, colon)
    return colon
