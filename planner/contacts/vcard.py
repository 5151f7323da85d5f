"""Contact files in vCard form (.vcf), versions 2.1, 3.0 and 4.0: bytes to cards.

Every card that describes somebody is kept: a person, a company, a bare e-mail address or phone
number. Everything that could not be read is named with its line. Photos, keys and sounds are not
read. The file may be broken in any way; nothing here raises.
"""

from __future__ import annotations

import re

from planner.contacts.text import Letters, one_line, plain_bytes
from planner.contacts.vcard_cards import RawFile, tokenize
from planner.contacts.vcard_people import CardReader
from planner.domain.merging import Reading, Refusal

FORMAT = "vcard"

_MOST_LINES_NAMED = 20  # unreadable lines of a file named one by one
_SHOWN = 60  # characters of such a line

_PROBE = 65_536  # bytes in which a vCard file shows what it is
_OPENING = re.compile(
    rb"^(?:[ \t]|\xef\xbb\xbf)*(?:(?:BEGIN|END)[ \t]*:[ \t]*VCARD|VERSION:(?:2\.1|[34]\.0)[ \t]*$)",
    re.I | re.M,
)
_IN_ONE_LINE = re.compile(rb"\s*BEGIN:VCARD(?:\\r)?\\n", re.I)
_AS_JSON = re.compile(rb"\s*\[\s*(?:\[\s*)?\"vcard(?:stream)?\"", re.I)
_AS_XML = re.compile(
    rb"\s*(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:\w+:)?vcards?[\s>]", re.I | re.S
)
_CALENDAR = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCALENDAR", re.I)


def looks_like(data: bytes) -> bool:
    """Whether the file is vCard, jCard or xCard, told from its beginning."""
    probe = plain_bytes(data[:_PROBE]).replace(b"\r", b"\n")
    return bool(_OPENING.search(probe) or _AS_JSON.match(probe) or _AS_XML.match(probe))


def read(data: bytes, file: str) -> Reading:
    """The cards of a vCard file and what of it could not be read. `file` is its name."""
    data = plain_bytes(data)
    if _AS_JSON.match(data) or _AS_XML.match(data):
        return Reading(file, "", refused=(Refusal("", _what_it_is(data)),))
    if _IN_ONE_LINE.match(data):  # line breaks written as \n, as in the text of a QR code
        data = data.replace(b"\\r\\n", b"\n").replace(b"\\n", b"\n")
    raw = tokenize(data)
    if not raw.cards:
        return Reading(file, "", refused=(Refusal("", _what_it_is(data)),))
    letters = Letters(data)
    people = CardReader(letters)
    cards = tuple(card for each in raw.cards if (card := people.read(each)))
    remarks = people.remarks + _unread_lines(raw, people.unread, letters)
    return Reading(file, FORMAT, cards, _told(people.refused), _told(remarks))


def _told(notices: list[tuple[int, str]]) -> tuple[Refusal, ...]:
    """Sentences with their lines, as they stand in the file."""
    notices.sort(key=lambda notice: notice[0])
    return tuple(Refusal(f"line {line}", sentence) for line, sentence in notices)


def _what_it_is(data: bytes) -> str:
    """What a file without cards is instead, and what to do."""
    instead = "export the contacts as vCard (.vcf) and import that file."
    if _AS_JSON.match(data):
        return f"This is a jCard file (contacts as JSON), which is not supported; {instead}"
    if _AS_XML.match(data):
        return f"This is an xCard file (contacts as XML), which is not supported; {instead}"
    if _CALENDAR.match(data):
        return "This is a calendar file; it holds no contacts."
    return "The file holds no contact card." if data.strip() else "The file is empty."


def _unread_lines(
    raw: RawFile, unread: list[tuple[int, bytes]], letters: Letters
) -> list[tuple[int, str]]:
    """Sentences for the lines that are no properties: a few by their text, the rest counted."""

    def shown(line: bytes) -> str:
        text = one_line(letters.read(line[: 4 * _SHOWN]))
        return f'"{text[:_SHOWN]}…"' if len(text) > _SHOWN else f'"{text}"'

    told = []
    if raw.outside:
        number, line = raw.outside[0]
        told.append((number, f"Text outside the cards was left out: {shown(line)}."))
    unread.sort(key=lambda each: each[0])
    for number, line in unread[:_MOST_LINES_NAMED]:
        told.append((number, f"This line could not be understood: {shown(line)}."))
    more = unread[_MOST_LINES_NAMED:]
    if more:
        told.append((more[0][0], f"{len(more)} more lines could not be understood."))
    return told
