"""A strict reader of vCard 4.0 (RFC 6350), for what we write: it forgives nothing.

It shares no code with the program's reader, which forgives almost everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from uuid import UUID

LINE = re.compile(
    r"(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=[^\";:,]+)*):(?P<value>.*)"
)
ONCE = {"VERSION", "PRODID", "UID", "REV", "BDAY", "N"}
KNOWN = ONCE | {
    *("FN", "ORG", "TITLE", "EMAIL", "TEL", "URL", "ADR", "PHOTO", "CATEGORIES", "NOTE"),
    *("INTEREST", "EXPERTISE", "HOBBY"),  # RFC 6715
}
TEXTS = {"FN", "TITLE", "EMAIL", "NOTE", "INTEREST", "EXPERTISE", "HOBBY", "PRODID"}
PARTS = {"N": 5, "ADR": 7}
URI = re.compile(r"[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+")
ESCAPE = re.compile(r"\\(.?)")
DAY = re.compile(r"(?:\d{4}|--)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")


@dataclass
class StrictCard:
    """The properties of a card: (parameters, value as written), by name."""

    properties: dict[str, list[tuple[dict[str, str], str]]] = field(default_factory=dict)

    def texts(self, name: str) -> list[str]:
        return [resolved(value) for _, value in self.properties.get(name, ())]

    def parts(self, name: str) -> list[str]:
        """The components of the only such property."""
        ((_, value),) = self.properties[name]
        return [resolved(part) for part in split(value, ";")]

    def pieces(self, name: str) -> list[str]:
        """The values of a list, such as CATEGORIES."""
        return [resolved(part) for _, value in self.properties[name] for part in split(value, ",")]


def split(value: str, at: str) -> list[str]:
    """The value between separators that no backslash takes the meaning from."""
    found, escaped = [""], False
    for letter in value:
        if letter == at and not escaped:
            found.append("")
        else:
            found[-1] += letter
        escaped = letter == "\\" and not escaped
    return found


def resolved(value: str) -> str:
    def letter(match: re.Match[str]) -> str:
        assert match[1] in tuple("\\,;n"), f"no such escape: {match[0]!r}"
        return "\n" if match[1] == "n" else match[1]

    return ESCAPE.sub(letter, value)


def strict_cards(data: bytes) -> list[StrictCard]:
    """The cards of a file, held against the RFC; AssertionError for the first thing wrong."""
    assert data.endswith(b"\r\n")
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", data), "a line break that is not CRLF"
    for octets in data.split(b"\r\n"):
        assert len(octets) <= 75, f"{len(octets)} octets in one line"
        octets.decode()  # no character is cut in two
    unfolded = data.decode().replace("\r\n ", "")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", unfolded)
    cards: list[StrictCard] = []
    lines = unfolded.removesuffix("\r\n").split("\r\n")
    while lines:
        assert lines.pop(0) == "BEGIN:VCARD"
        assert lines[0] == "VERSION:4.0"
        card = StrictCard()
        while (line := lines.pop(0)) != "END:VCARD":
            match = LINE.fullmatch(line)
            assert match, f"not a property: {line!r}"
            name = match["name"]
            assert name in KNOWN or name.startswith("X-"), f"unknown: {name}"
            parameters = dict(part.split("=", 1) for part in match["parameters"].split(";") if part)
            card.properties.setdefault(name, []).append((parameters, match["value"]))
        _check(card)
        cards.append(card)
    return cards


def _check(card: StrictCard) -> None:
    held = card.properties
    for name in ONCE:
        assert len(held.get(name, ())) <= 1, f"{name} stands twice"
    assert len(held.get("FN", ())) >= 1 and all(card.texts("FN"))
    for name, parts in PARTS.items():
        assert name not in held or len(card.parts(name)) == parts
    for name in TEXTS:
        for parameters, value in held.get(name, ()):
            assert "VALUE" not in parameters
            assert len(split(value, ",")) == len(split(value, ";")) == 1, f"bare in {name}"
            resolved(value)
    for name in ("URL", "PHOTO", "UID"):
        assert all(URI.fullmatch(value) for _, value in held.get(name, ())), held[name]
    for parameters, value in held.get("TEL", ()):
        if parameters["VALUE"] == "uri":
            assert re.fullmatch(r"tel:\+\d{7,15}", value)
        else:
            assert parameters["VALUE"] == "text" and resolved(value)
    for _, value in held.get("BDAY", ()):
        assert DAY.fullmatch(value)
    UUID(held["UID"][0][1].removeprefix("urn:uuid:"))
    assert re.fullmatch(r"\d{8}T\d{6}Z", held["REV"][0][1])
    for parameters in (parameters for each in held.values() for parameters, _ in each):
        assert set(parameters) <= {"VALUE", "PREF"}
