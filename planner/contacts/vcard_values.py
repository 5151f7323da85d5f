"""What the values of vCard properties say: text, names, addresses, numbers, days."""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import unquote

from planner.contacts.text import Letters, one_line, without_marks
from planner.contacts.vcard_lines import Property

_CHARSET = re.compile(rb";[ \t]*CHARSET[ \t]*=[ \t]*\"?([\w.:-]+)", re.I)
_PREFERRED = re.compile(
    rb"[;,=\"][ \t]*PREF(?:[ \t]*=[ \t]*\"?(\d{1,3}))?[ \t]*(?=[;,:\"=]|$)", re.I
)
_UNPREFERRED = 1000  # RFC 6350 counts preferences from 1 to 100

_ENCODED_START = re.compile(rb"=[0-9A-Fa-f]{2}")
_ENCODED_SEMICOLON = re.compile(rb"=3B", re.I)
_ALL_ENCODED = re.compile(rb"(?:=[0-9A-Fa-f]{2}|[;\s])+")

_ESCAPED = re.compile(r"\\(.)", re.S)
_TOKENS = {  # escapes, separators and the text between
    ";": re.compile(r"\\.?|;|[^\\;]+", re.S),
    ",": re.compile(r"\\.?|,|[^\\,]+", re.S),
}

_IN_BRACKETS = re.compile(r"<\s*([^<>]*@[^<>]*?)\s*>")
_WEB = re.compile(r"https?://\S+|www\.\S+|[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?(/\S*)?", re.I)

_APPLE_NO_YEAR = ("1604", "0000")  # Apple's years for "not known"
_OMITTED_YEAR = re.compile(rb"X-APPLE-OMIT-YEAR[ \t]*=[ \t]*\"?(\d{4})", re.I)
_YEAR_FIRST = re.compile(r"(\d{4})(?:(\d\d)(\d\d)|[-/.](\d\d?)[-/.](\d\d?))(?:[T ].*)?")
_YEARLESS = re.compile(r"--(\d\d)-?(\d\d)(?:T.*)?")
_DAY_FIRST = re.compile(r"(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})")
_LEAP_YEAR = 2000  # in which every yearless day exists


def mend(found: Property) -> None:
    """Puts stray lines back where they were broken off without doubt."""
    if found.name == "ADR":
        found.value = b" ".join([found.value, *(line for _, line in found.strays)])
        found.strays.clear()
    elif found.quoted:
        encoded = 0
        while encoded < len(found.strays) and _ENCODED_START.match(found.strays[encoded][1]):
            encoded += 1
        broken_off = (line.rstrip().removesuffix(b"=") for _, line in found.strays[:encoded])
        found.value = b"".join([found.value, *broken_off])
        del found.strays[:encoded]


def text_of(found: Property, letters: Letters, longest: int) -> str:
    """The value as text, decoded but still escaped; of a longer value the first `longest` bytes."""
    value = found.value[:longest]
    if not found.parameters:
        return letters.read(value)
    if found.quoted:
        value = _from_quoted_printable(value)
    elif found.base64:
        value = _from_base64(value)
    named = _CHARSET.search(found.parameters)
    if named and not found.quoted and _ALL_ENCODED.fullmatch(value) and b"=" in value:
        value = _from_quoted_printable(value)  # the program forgot to say so
    return letters.read(value, named[1].decode("ascii", "ignore") if named else "")


def _from_quoted_printable(value: bytes) -> bytes:
    if b";" in value:  # then an encoded semicolon is a letter, not a separator
        value = _ENCODED_SEMICOLON.sub(rb"\\;", value)
    return binascii.a2b_qp(value)


def _from_base64(value: bytes) -> bytes:
    try:
        return binascii.a2b_base64(value)
    except binascii.Error:
        return value


def unescaped(text: str) -> str:
    r"""The text with \n, \, \; \: and \\ resolved; an unknown escape stays as it is."""
    if "\\" not in text:
        return text
    return _ESCAPED.sub(_resolved, text)


def _resolved(match: re.Match[str]) -> str:
    letter = match[1]
    if letter in "nN":
        return "\n"
    return match[0] if letter.isalnum() or letter.isspace() else letter


def pieces(text: str, separator: str) -> list[str]:
    """The parts between unescaped separators (";" or ","), still escaped."""
    if "\\" not in text:
        return text.split(separator)
    found: list[list[str]] = [[]]
    for token in _TOKENS[separator].findall(text):
        if token == separator:
            found.append([])
        else:
            found[-1].append(token)
    return ["".join(tokens) for tokens in found]


def by_preference(properties: Sequence[Property]) -> Sequence[Property]:
    """Preferred ones first (PREF=1, TYPE=pref), otherwise as in the file."""
    if len(properties) < 2:
        return properties
    return sorted(properties, key=_preference)


def _preference(found: Property) -> int:
    match = _PREFERRED.search(found.parameters) if found.parameters else None
    return (int(match[1] or 1) or 1) if match else _UNPREFERRED


def company_of(text: str) -> str:
    """The company in an ORG value: its first part; the departments follow."""
    return one_line(unescaped(pieces(text, ";")[0]))


def name_of(text: str) -> str:
    """ "Ann Lee" from the parts of an N value, family name first: "Lee;Ann;;Dr.;"."""
    parts = pieces(text, ";")
    if sum(bool(part.strip()) for part in parts) == 1 and "," in text:
        return one_line(unescaped(next(part for part in parts if part.strip())))
    words = [one_line(" ".join(unescaped(each) for each in pieces(part, ","))) for part in parts]
    family, given, additional, prefix, suffix = (words + [""] * 5)[:5]
    name = " ".join(filter(None, (given, additional, family)))
    return name or " ".join(filter(None, (prefix, suffix)))


def says_something(name: str) -> bool:
    """Whether a name is more than punctuation: letters, digits or pictures."""
    return any(letter.isalnum() or letter > "\u2bff" for letter in name)


def emails_of(text: str) -> list[str]:
    """The addresses in an EMAIL value, as given but for "mailto:", brackets and blanks."""
    value = without_marks(unescaped(text))
    if value[:7].lower() == "mailto:":
        value = unquote(value[7:].partition("?")[0])
    bracketed = _IN_BRACKETS.findall(value)
    if bracketed:
        return [one_line(each) for each in bracketed]
    value = value.strip(" ;,<>")
    words = [word.strip("<>()\"'") for word in re.split(r"[;,\s]+", value)]
    addresses = [word for word in words if "@" in word and says_something(word)]
    if len(addresses) == 1 and " " not in value and "\\" in text:
        return [value]  # an escaped comma before the "@" is a letter of the address
    return addresses or ([value] if says_something(value) else [])


def phones_of(text: str) -> list[str]:
    """The number in a TEL value as given; of a tel: address the number in it."""
    value = without_marks(unescaped(text))
    if value[:4].lower() == "tel:":
        number, *parameters = unquote(value[4:]).split(";")
        value = without_marks(number)
        for parameter in parameters:
            if parameter[:4].lower() == "ext=" and parameter[4:].strip():
                value += f" ext. {parameter[4:].strip()}"
    value = value.strip(" ;,")
    return [value] if says_something(value) else []


def same_phone(number: str) -> str:
    """What two ways of writing one number have in common."""
    return re.sub(r"[^\w+*#]", "", number).casefold()


def web_addresses_of(text: str) -> list[str]:
    """The web address in a value as given; nothing for other kinds of addresses."""
    value = "".join(without_marks(unescaped(text)).split())
    return [value] if _WEB.fullmatch(value) else []


def birthday_of(found: Property, text: str) -> str:
    """ "1980-01-22", "--01-22" without the year, "" when it is no full day."""
    value = one_line(unescaped(text))
    if match := _YEARLESS.fullmatch(value):
        return _day("", match[1], match[2])
    if match := _YEAR_FIRST.fullmatch(value):
        year, month, day = filter(None, match.groups())
    elif match := _DAY_FIRST.fullmatch(value):
        day, month, year = match.groups()
    else:
        return ""
    omitted = _OMITTED_YEAR.search(found.parameters)
    if year in _APPLE_NO_YEAR or (omitted and omitted[1].decode() == year):
        year = ""
    return _day(year, month, day)


def day_of(text: str) -> date | None:
    """A day written "20240803" or "2024-08-03"; None when it is none."""
    try:
        return date.fromisoformat(one_line(text))
    except ValueError:
        return None


def _day(year: str, month: str, day: str) -> str:
    try:
        found = date(int(year or _LEAP_YEAR), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if year else f"--{found:%m-%d}"
