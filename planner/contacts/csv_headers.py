"""Which column of a CSV file says what, from the words of its header in many languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from planner.contacts.csv_vocabulary import SPARE, WORDS, Column
from planner.domain.identity import folded, word_set

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_GOOGLE = re.compile(r"^(e mail|phone|address|organization|website) \d+ (.+)$")
_GOOGLE_PARTS = {
    ("e mail", "value"): Column.EMAIL,
    ("phone", "value"): Column.PHONE,
    ("address", "city"): Column.CITY,
    ("organization", "name"): Column.COMPANY,
    ("organization", "title"): Column.ROLE,
    ("website", "value"): Column.LINK,
}

# Words inside a longer header ("Work E-mail", "Telefon geschäftlich 2") that tell its kind.
_MAIL = word_set(
    "mail email emails emailaddress emailadresse emailadres mailadresse mailadres courriel correo "
    "messagerie electronique electronico electronica elettronica eposta epost sahkoposti "
    "почта пошта"
)
_CALL = word_set(
    "phone phones telephone tel telefon telefone telefono telefoon telefonnummer telefoonnummer "
    "mobile mobil mobiltelefon mobilnummer mobiel cell cellphone cellulare celular movil handy gsm "
    "fone portable tlf puhelin haupttelefon autotelefon whatsapp phonenumber phonenumbers "
    "mobilephone workphone homephone телефон мобильный"
)
_WEB = word_set("linkedin url website webseite homepage webpage xing github")
_TOWN = word_set("city town stadt ort ville ciudad cidade citta stad plaats miasto mesto")
# Whose name it may be in a list of people to meet.
_SOMEBODY = word_set(
    "attendee buyer client contact customer guest lead member owner participant person primary "
    "registrant user your kontakt kunde teilnehmer"
)
_FAX = word_set("fax telefax faks telecopie telecopieur pager telex isdn")
# Words that make such a header speak of something else: a type, an opt-in, a picture.
_OTHERWISE = word_set(
    "type label typ display anzeigename name assistant assistants assistent assistente asistente "
    "asystenta count status verified valid confirmed confidence opt optin optout consent sent "
    "date source id domain extension ext carrier provider country code street state zip plz city "
    "subject body bounced "
    "preference format photo image picture avatar logo foto bild time subscribed "
    "unsubscribed marketing invoice"
)
_NOT_A_PAGE = _OTHERWISE | {"company", "job", "event", "product", "post"}


def readable(header: str) -> str:
    """A header as compared: "firstName", "First_Name" and " FIRST NAME " are one."""
    text = header.strip().strip("\ufeff\"'* ")
    if "_" in text or (text.isascii() and not text.isupper()):
        text = _CAMEL.sub(" ", text)
    return folded(text)


@cache
def _vocabulary() -> dict[str, Column]:
    known: dict[str, Column] = {}
    for column, words in WORDS.items():
        for word in words.split(","):
            known.setdefault(folded(word), column)
    return known


@cache
def _spare_vocabulary() -> dict[str, Column]:
    return {folded(word): column for column, words in SPARE.items() for word in words.split(",")}


def column_of(header: str) -> Column | None:
    """What one header alone says, None when it is not understood."""
    plain = readable(header)
    if not plain:
        return None
    known = _vocabulary().get(plain)
    if known:
        return known
    google = _GOOGLE.match(plain)
    if google and (google[1], google[2]) in _GOOGLE_PARTS:
        return _GOOGLE_PARTS[google[1], google[2]]
    if google and google[1] in ("address", "organization"):
        return Column.BESIDE
    return _from_inner_words(plain)


def _from_inner_words(plain: str) -> Column | None:
    joined = plain.replace("e mail", "email").replace("web site", "website")
    words = {word.rstrip("0123456789") for word in joined.split()}
    if words & _FAX:
        return Column.BESIDE
    if words & (_MAIL | _CALL):
        if words & _OTHERWISE:
            return Column.BESIDE
        return Column.EMAIL if words & _MAIL else Column.PHONE
    if words & _WEB:
        return Column.BESIDE if words & _NOT_A_PAGE else Column.LINK
    if words & _TOWN:
        return Column.CITY
    return _of_somebody(plain) or _without_number(plain)


def _of_somebody(plain: str) -> Column | None:
    """ "Attendee first name" and "Customer surname" are read without whose they are."""
    who, _, what = plain.partition(" ")
    found = _vocabulary().get(what) if who in _SOMEBODY else None
    return found if found in (Column.FIRST, Column.LAST, Column.FULL, Column.ROLE) else None


def _without_number(plain: str) -> Column | None:
    """ "company 1", "notes2" and "title 1" are read like the first of their kind."""
    bare = re.sub(r"\s*\d+$", "", plain)
    return _vocabulary().get(bare) if bare != plain else None


def columns_of(headers: Sequence[str]) -> tuple[Column | None, ...]:
    """What every column of a header row says, each seen beside the others."""
    found = [column_of(header) for header in headers]
    spare = _spare_vocabulary()
    for place, header in enumerate(headers):
        better = spare.get(readable(header))
        if better and found[place] in (None, Column.NICK) and better not in found:
            found[place] = better
    _settle_address_book_homes(headers, found)
    return tuple(found)


def _settle_address_book_homes(headers: Sequence[str], found: list[Column | None]) -> None:
    """Yahoo names its phone columns "Home", "Work" and "Other" and nothing more."""
    plain = [readable(header) for header in headers]
    if "messenger id" in plain or "yahoo phone" in plain:
        for place, word in enumerate(plain):
            if word in ("home", "work", "other"):
                found[place] = Column.PHONE
