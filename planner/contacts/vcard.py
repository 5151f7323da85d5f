"""Contact files in vCard form (.vcf), versions 2.1, 3.0 and 4.0: bytes to cards.

Every card that describes somebody is kept: a person, a company, a bare e-mail address or phone
number, with the picture where the file holds it. Everything that could not be read is named with
its line. Keys and sounds are not read, and nothing is ever fetched from an address. The file may be
broken in any way; nothing here raises.
"""

from __future__ import annotations

import re

from planner.contacts.progress import Progress, unseen
from planner.contacts.text import Letters, one_line, plain_bytes
from planner.contacts.vcard_cards import MOST_CARDS, RawFile
from planner.contacts.vcard_people import CardReader
from planner.domain.merging import Card, Reading, Refusal

FORMAT = "vcard"

MOST_LINES = 5_000_000  # a library of thousands with a photo each has fewer
_MOST_LINES_NAMED = 20  # unreadable lines of a file named one by one
_SHOWN = 60  # characters of such a line

_PROBE = 65_536  # bytes in which a vCard file shows what it is
_OPENING = re.compile(
    rb"^(?:[ \t>]|\xef\xbb\xbf)*"
    rb"(?:(?:[\w-]+\.)*(?:BEGIN|END)[ \t]*:[ \t]*VCARD|VERSION:(?:2\.1|[34]\.0)[ \t]*$)",
    re.I | re.M,
)
_FOLD = re.compile(rb"\r?\n[ \t]")
_ANSWERED = re.compile(rb"^>[> \t]*BEGIN[ \t]*:[ \t]*VCARD", re.I | re.M)
_MARKS_OF_ANSWER = re.compile(rb"^>[> ]?", re.M)
_GROUPED = re.compile(
    rb"^[ \t]*(?:[\w-]+\.)+(?=(?:BEGIN|END)[ \t]*:[ \t]*VCARD[ \t]*\r?$)", re.I | re.M
)
_IN_ONE_LINE = re.compile(rb"\s*BEGIN:VCARD(?:\\r)?\\n", re.I)
_AS_JSON = re.compile(rb"\s*\[\s*(?:\[\s*)?\"vcard(?:stream)?\"", re.I)
_AS_XML = re.compile(
    rb"\s*(?:<\?[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:\w+:)?vcards?[\s>]", re.I | re.S
)
_CALENDAR = re.compile(rb"\s*BEGIN[ \t]*:[ \t]*VCALENDAR", re.I)


def looks_like(data: bytes) -> bool:
    """Whether the file is vCard, jCard or xCard, told from its beginning."""
    probe = plain_bytes(data[:_PROBE])
    if _AS_JSON.match(probe) or _AS_XML.match(probe):
        return True
    unfolded = _FOLD.sub(b"", probe)
    return any(_OPENING.search(text.replace(b"\r", b"\n")) for text in (probe, unfolded))


def read(data: bytes, file: str, progress: Progress = unseen) -> Reading:
    """The cards of a vCard file and what of it could not be read. `file` is its name."""
    data = plain_bytes(data)
    if _AS_JSON.match(data) or _AS_XML.match(data):
        return Reading(file, "", refused=(Refusal("", _what_it_is(data)),))
    data = _laid_bare(data)
    lines = max(data.count(b"\n"), data.count(b"\r")) + 1
    if lines > MOST_LINES:
        reason = f"It has more than {MOST_LINES:,} lines; no file of contacts has."
        return Reading(file, "", refused=(Refusal("", reason),))
    raw = RawFile()
    letters = Letters(data)
    people = CardReader(letters)
    cards: list[Card] = []
    found = False
    for each in raw.cards(data, lambda line: progress(line, lines)):
        found = True
        if card := people.read(each):
            cards.append(card)
    if not found:
        return Reading(file, "", refused=(Refusal("", _what_it_is(data)),))
    if raw.full:
        reason = f"Only the first {MOST_CARDS:,} cards were read; split the file for the rest."
        people.refused.append((raw.full, reason))
    remarks = people.remarks + people.photos.told() + _unread_lines(raw, people.unread, letters)
    return Reading(file, FORMAT, tuple(cards), _told(people.refused), _told(remarks))


def _laid_bare(data: bytes) -> bytes:
    """The file without what was laid around its lines; the lines keep their numbers."""
    if _IN_ONE_LINE.match(data):  # line breaks written as \n, as in the text of a QR code
        return data.replace(b"\\r\\n", b"\n").replace(b"\\n", b"\n")
    probe = data[:_PROBE]
    if _ANSWERED.search(probe):  # quoted in the answer to a mail
        data = _MARKS_OF_ANSWER.sub(b"", data)
    if _GROUPED.search(probe):  # "group.BEGIN:VCARD"
        data = _GROUPED.sub(b"", data)
    return data


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
        told.append((more[0][0], f"{len(more) + raw.lost} more lines could not be understood."))
    return told
