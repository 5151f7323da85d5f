"""People as contact cards, vCard 4.0 (RFC 6350), which every phone and mail program reads.

Facts stand in NOTE, interests and skills also where RFC 6715 has a property for them.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import datetime
from urllib.parse import quote
from uuid import UUID, uuid5

from planner.contacts.contact import Contact, lines
from planner.contacts.names import parts_of
from planner.contacts.text import one_line
from planner.domain.facts import FactKind

PRODUCT = "-//Vis-a-vis//Planner for 1-2-1 meetings//EN"

_LONGEST_LINE = 75  # octets without the line break (RFC 6350, 3.2)
_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?=.)", re.IGNORECASE)
# What an address may hold as it is (RFC 3986, 2.2 and 2.3); "%" since it may be quoted already.
_IN_ADDRESS = ":/?#[]@!$&'()*+,;=%-._~"
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_PICTURES = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"RIFF", "webp"),
)


def cards(
    contacts: Iterable[Contact], library: UUID, now: datetime, *, private: bool
) -> Iterator[bytes]:
    """A card a person, one after the other."""
    for contact in contacts:
        yield card(contact, library, now, private=private)


def card(contact: Contact, library: UUID, now: datetime, *, private: bool) -> bytes:
    """One person's card; the same person of the same library has the same UID every time.

    `now` (UTC) is its REV. Only with `private` does it tell what was noted in confidence and where
    the user sees them on the ladder.
    """
    lines_of_it = ("BEGIN:VCARD", "VERSION:4.0", *_properties(contact, library, now, private))
    return b"".join(_folded(line) + b"\r\n" for line in (*lines_of_it, "END:VCARD"))


def _properties(contact: Contact, library: UUID, now: datetime, private: bool) -> Iterator[str]:
    person = contact.person
    yield f"PRODID:{_text(PRODUCT)}"
    yield f"UID:urn:uuid:{uuid5(library, f'person {person.id}')}"
    yield f"REV:{now:%Y%m%dT%H%M%S}Z"
    yield f"FN:{_text(contact.name)}"
    yield "N:" + ";".join(map(_text, parts_of(contact.name)))
    if company := one_line(person.company):
        yield f"ORG:{_text(company)}"
    if role := one_line(person.role):
        yield f"TITLE:{_text(role)}"
    emails = lines(person.emails)
    for number, address in enumerate(emails):
        first = ";PREF=1" if not number and len(emails) > 1 else ""
        yield f"EMAIL{first}:{_text(address)}"
    phones = lines(person.phones)
    for number, phone in enumerate(phones):
        first = ";PREF=1" if not number and len(phones) > 1 else ""
        # A number is an address only where it says its country; else it is kept as it was given.
        certain = _E164.fullmatch(phone)
        value = f"VALUE=uri{first}:tel:{phone}" if certain else f"VALUE=text{first}:{_text(phone)}"
        yield f"TEL;{value}"
    for link in lines(person.links):
        yield f"URL:{_address(link)}"
    if city := one_line(person.city):
        yield f"ADR:;;;{_text(city)};;;"
    if person.birthday:
        yield f"BDAY:{_day(person.birthday)}"
    if contact.photo:
        yield f"PHOTO:{_picture(contact.photo)}"
    if groups := lines(contact.groups):
        yield "CATEGORIES:" + ",".join(map(_text, groups))
    for interest in lines(contact.texts(FactKind.INTEREST)):
        yield f"INTEREST:{_text(interest)}"
    for skill in lines(contact.texts(FactKind.SKILL)):
        yield f"EXPERTISE:{_text(skill)}"
    if note := contact.note(private=private):
        yield f"NOTE:{_text(note)}"
    if private:
        yield f"X-VISAVIS-STAGE:{person.stage.name.lower()}"
    if person.connected_on:
        yield f"X-VISAVIS-CONNECTED-ON:{person.connected_on:%Y%m%d}"


def _text(text: str) -> str:
    """A text value: only the line break it means is one, and no character ends it."""
    return "\n".join(text.splitlines()).translate(_ESCAPED)


def _day(birthday: str) -> str:
    """ "19800122", or "--0122" without the year (RFC 6350, 4.3.1)."""
    yearless = birthday.startswith("--")
    return ("--" if yearless else "") + birthday.replace("-", "")


def _address(link: str) -> str:
    """A web address as RFC 3986 writes it, its scheme said."""
    scheme = _SCHEME.match(link)
    whole = scheme[0].lower() + link[scheme.end() :] if scheme else f"https://{link}"
    return quote(_BARE_PERCENT.sub("%25", whole), safe=_IN_ADDRESS)


def _picture(data: bytes) -> str:
    kind = next((kind for start, kind in _PICTURES if data.startswith(start)), "jpeg")
    return f"data:image/{kind};base64,{b64encode(data).decode('ascii')}"


def _folded(line: str) -> bytes:
    """A line in UTF-8, broken where it is too long, but never inside a character."""
    data = line.encode()
    parts = []
    limit = _LONGEST_LINE
    while len(data) > limit:
        at = limit
        while data[at] & 0xC0 == 0x80 or data[at - 1 : at] == b" ":
            at -= 1  # not inside a character, and not after a blank, which editors take away
        at = at or limit  # nothing but blanks
        parts.append(data[:at])
        data = data[at:]
        limit = _LONGEST_LINE - 1  # the blank that marks a continued line
    return b"\r\n ".join([*parts, data])
