"""Which column of a CSV file says what, from the words of its header in many languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from planner.contacts.csv_vocabulary import SPARE, WORDS, Column
from planner.domain.identity import folded, word_set

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_COMMENTED = re.compile(r"^#(?=[^\W\d_])")  # "#First Name": the header as a comment
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
_SOMEBODY |= word_set(
    "current present main preferred default address associated aktuelle aktueller aktuelles actuel "
    "actuelle attuale actual huidige nuvarande work business office"
)
# What of somebody such a header may tell.
_THEIRS = frozenset(
    {Column.FIRST, Column.LAST, Column.FULL, Column.ROLE, Column.COMPANY, Column.TITLE}
)
_OWNED = (" owner", " besitzer", " created by", " modified by", " besitzerin")
_ASKED = (
    (word_set("company organisation organization employer firma unternehmen entreprise work"),
     Column.COMPANY),
    (word_set("role position job title beruf funktion"), Column.ROLE),
    (word_set("name heißt heisst"), Column.FULL),
)  # fmt: skip
# Others than the person a row is about, named beside them.
_OTHERS = word_set(
    "buyer billing bill shipping ship emergency parent guardian spouse manager referrer inviter "
    "invited owner host organizer agent"
)
_FAX = word_set("fax telefax faks telecopie telecopieur pager telex isdn")
# Words that make such a header speak of something else: a type, an opt-in, a picture.
_OTHERWISE = word_set(
    "type label typ display anzeigename name nom nombre nome naam affiche "
    "asst assistant assistentin assistants assistent assistente asistente "
    "asystenta count status verified valid confirmed confidence opt optin optout consent sent "
    "date source id domain extension ext carrier provider country code street state zip plz city "
    "subject body bounced "
    "preference format photo image picture avatar logo foto bild time subscribed "
    "unsubscribed marketing invoice"
)
_NOT_A_PAGE = _OTHERWISE | {"company", "job", "event", "product", "post"}


def readable(header: str) -> str:
    """A header as compared: "firstName", "First_Name" and " FIRST NAME " are one."""
    text = _COMMENTED.sub("", header.strip().strip("\ufeff\"'* "))
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
    if "#" in _COMMENTED.sub("", header.strip()) or plain.endswith(_OWNED):
        return Column.BESIDE  # somebody's number, and whoever looks after them
    known = _vocabulary().get(plain)
    if known:
        return known
    google = _GOOGLE.match(plain)
    if google and (google[1], google[2]) in _GOOGLE_PARTS:
        return _GOOGLE_PARTS[google[1], google[2]]
    if google and google[1] in ("address", "organization"):
        return Column.BESIDE
    return _from_inner_words(plain, header)


def _from_inner_words(plain: str, header: str) -> Column | None:
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
    return (
        _of_somebody(plain)
        or _without_number(plain)
        or _role_somewhere(plain)
        or _one_of_two(header)
        or _asked(header)
    )


def _of_somebody(plain: str) -> Column | None:
    """ "Attendee first name" and "Customer surname" are read without whose they are."""
    words = plain.split()
    while words and words[0] in _SOMEBODY:
        words = words[1:]
        found = _vocabulary().get(" ".join(words))
        if found in _THEIRS:
            return found
    return None


def _role_somewhere(plain: str) -> Column | None:
    """ "Funktion im Verein" and "role at company" are a role."""
    what, within, _ = plain.partition(" im ")
    for word in (" in ", " at ", " bei ", " dans ", " en "):
        if not within:
            what, within, _ = plain.partition(word)
    return Column.ROLE if within and _vocabulary().get(what) is Column.ROLE else None


def _one_of_two(header: str) -> Column | None:
    """ "Company / Organisation" and "Family name(s)": the first way to say it that is known."""
    plain = header.replace("(s)", "").replace("(es)", "")
    ways = re.split(r"\s*(?:/|\bor\b|\boder\b|\bou\b)\s*", plain)
    if len(ways) == 1 and plain == header:
        return None
    found = (_vocabulary().get(readable(way)) for way in ways)
    return next((column for column in found if column in _THEIRS), None)


def _asked(header: str) -> Column | None:
    """What a question asks for: "What is your name?", "Where do you work?"."""
    if not header.strip().endswith("?"):
        return None
    words = set(readable(header).split())
    for telling, column in _ASKED:
        if words & telling:
            return column
    return None


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
    _leave_others_out(headers, found)
    if {Column.BIRTH_YEAR, Column.BIRTH_MONTH} <= set(found) and Column.BIRTH_DAY not in found:
        found = [Column.BIRTH_DAY if each is Column.BIRTHDAY else each for each in found]
    _settle_address_book_homes(headers, found)
    return tuple(found)


def _leave_others_out(headers: Sequence[str], found: list[Column | None]) -> None:
    """The buyer's name and e-mail stand in a row beside those of who came."""
    theirs = [bool(_OTHERS & set(readable(header).split())) for header in headers]
    own = {column for column, other in zip(found, theirs, strict=True) if not other}
    for place, other in enumerate(theirs):
        if other and found[place] in own:
            found[place] = Column.BESIDE


def _settle_address_book_homes(headers: Sequence[str], found: list[Column | None]) -> None:
    """Yahoo and the Italian Outlook name phone columns "Home" and "Work" and nothing more."""
    plain = [readable(header) for header in headers]
    if "messenger id" in plain or "yahoo phone" in plain:
        for place, word in enumerate(plain):
            if word in ("home", "work", "other"):
                found[place] = Column.PHONE
    if "cellulare" in plain and "abitazione" in plain:
        for place, word in enumerate(plain):
            if word.rstrip(" 2") in ("ufficio", "abitazione"):
                found[place] = Column.PHONE
