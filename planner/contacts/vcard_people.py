"""What one vCard says of somebody: its properties to a Card, or why it is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planner.contacts import vcard_values as values
from planner.contacts.text import Letters, one_line, paragraphs, without_entities
from planner.contacts.vcard_cards import RawCard
from planner.contacts.vcard_lines import Property
from planner.contacts.vcard_photos import Photos
from planner.domain.merging import Card

# Far beyond anything people write; what is longer is a broken file or a trap.
_LONGEST_RAW = 100_000  # bytes read of a one-line value
_LONGEST_RAW_NOTE = 1_000_000  # bytes read of a note
_LONGEST = 300  # characters kept of a name, a company, an address or a number
_LONGEST_LINK = 2_000  # characters kept of a web address
_LONGEST_NOTE = 50_000  # characters kept of a note
_MOST_VALUES = 100  # e-mail addresses, phone numbers, links or labels kept of one card

# What programs put into CATEGORIES that is no label of the user's.
_SYSTEM_LABELS = frozenset(["mycontacts", "my contacts", "starred", "starred in android"])
_KINDS = ("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-EVOLUTION-KIND")
_MEMBERS = ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
_NOT_A_PERSON = {
    "group": "a group",
    "location": "a place",
    "device": "a device",
    "application": "a program",
    "thing": "a thing",
}
_CITY = 3  # its place in an ADR value


class CardReader:
    """Reads the cards of one file; notes on the way what it had to leave out.

    `refused`: (line, sentence) of cards that describe nobody. `remarks`: the same of what was
    left out of a card. `unread`: lines that are no properties and continue none. `photos` counts
    the pictures it had to leave out.
    """

    def __init__(self, letters: Letters) -> None:
        self.refused: list[tuple[int, str]] = []
        self.remarks: list[tuple[int, str]] = []
        self.unread: list[tuple[int, bytes]] = []
        self.photos = Photos()
        self._letters = letters
        self._line = 0  # of the card being read
        self._held: dict[str, list[Property]] = {}

    def read(self, raw: RawCard) -> Card | None:
        """The card, or None with the reason when it describes nobody."""
        self._line = raw.line
        self._held = {}
        for found in raw.properties:
            self._held.setdefault(found.name, []).append(found)
        self.unread += raw.unread
        photo = self.photos.read(self._held["PHOTO"]) if "PHOTO" in self._held else b""
        for found in raw.properties:
            if found.strays:
                values.mend(found)
        if raw.holds_card and not raw.last:  # a doubled BEGIN says nothing
            return None
        if raw.too_long:
            told = "This card has more lines than anybody's; those after the first were left out."
            self._remark(raw.line, told)
        kind = self._kind()
        card = self._card(photo)
        for found in raw.properties:
            self.unread += found.strays
        if kind == "group" or (kind and not self._name_from_parts()):
            shown = f'"{card.name}"' if card.name else "This card"
            self.refused.append((self._line, f"{shown} is {_NOT_A_PERSON[kind]}, not a person."))
            return None
        if not card.name:
            lacks = "no name, company, e-mail address or phone number"
            self.refused.append((self._line, f"This card describes nobody: it has {lacks}."))
            return None
        return card

    def _card(self, photo: bytes) -> Card:
        company = self._first("ORG", values.company_of)
        emails = self._all("EMAIL", values.emails_of, str.casefold)
        phones = self._all("TEL", values.phones_of, values.same_phone)
        name = self._name(company) or (*emails, *phones, "")[0] or self._weak_name()
        name = self._cut("name", name)
        links: list[str] = []
        for each in ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP"):
            links += self._all(each, values.web_addresses_of, str.casefold)
        return Card(
            where=f"line {self._line}",
            name=name,
            company=self._cut("company", company),
            role=self._cut("role", self._first("TITLE", _plain) or self._first("ROLE", _plain)),
            city=self._cut("city", self._first("ADR", _city)),
            emails=self._few("e-mail addresses", emails),
            phones=self._few("phone numbers", phones),
            links=self._few("links", list(dict.fromkeys(links)), _LONGEST_LINK),
            birthday=self._birthday(name),
            connected_on=next(map(values.day_of, self._texts("X-VISAVIS-CONNECTED-ON")), None),
            note=self._note(),
            labels=self._few("labels", self._labels()),
            photo=photo,
        )

    # Names

    def _name(self, company: str) -> str:
        from_parts = self._name_from_parts()
        for text in self._texts("FN"):
            if text.count(";") > 2:  # a program wrote the parts of N here
                text = "" if from_parts else values.name_of(text)
            name = _bare(text)
            if from_parts and "@" in name and self._is_address(name):
                continue  # a program showed the address for want of the name that N has
            if values.says_something(name):
                return self._continued(name, from_parts)
        shown_as = self._first("X-ABSHOWAS", _plain).upper()
        if company and shown_as == "COMPANY":
            return company
        nickname = self._first("NICKNAME", lambda text: _plain(values.pieces(text, ",")[0]))
        return from_parts or nickname or company

    def _is_address(self, name: str) -> bool:
        """Whether a name is only an e-mail address of the same card."""
        return name.casefold() in map(str.casefold, self._all("EMAIL", values.emails_of, str))

    def _name_from_parts(self) -> str:
        name = self._first("N", values.name_of)
        return name if values.says_something(name) else ""

    def _continued(self, name: str, from_parts: str) -> str:
        """The name with the lines after it, where N shows that they belong to it."""
        known = from_parts.split()
        for found in self._held["FN"]:
            for number, line in found.strays:
                more = one_line(self._letters.read(line[:_LONGEST_RAW]))
                if more and all(word in known for word in more.split()):
                    name = f"{name} {more}"
                else:
                    self.unread.append((number, line))
            found.strays.clear()
        return name

    def _weak_name(self) -> str:
        """A name of punctuation or a department, when the card says nothing better."""
        return self._first("FN", _bare) or self._first("ORG", _bare)

    # Values

    def _texts(self, name: str) -> Iterator[str]:
        """The values of a property, preferred ones first, decoded but still escaped."""
        for found in values.by_preference(self._held.get(name, ())):
            text = values.text_of(found, self._letters, _LONGEST_RAW)
            # Before the value is cut at its semicolons; an escaped one ends no entity.
            yield without_entities(text) if "&" in text else text

    def _first(self, name: str, take: Callable[[str], str]) -> str:
        if name not in self._held:  # mostly
            return ""
        return next((value for text in self._texts(name) if (value := take(text))), "")

    def _all(
        self, name: str, take: Callable[[str], list[str]], same: Callable[[str], str]
    ) -> list[str]:
        if name not in self._held:
            return []
        found: dict[str, str] = {}
        for text in self._texts(name):
            for value in take(text):
                found.setdefault(same(value) or value, value)
        return list(found.values())

    def _birthday(self, name: str) -> str:
        unclear = ""
        for found in self._held.get("BDAY", ()):
            text = values.text_of(found, self._letters, _LONGEST_RAW)
            birthday = values.birthday_of(found, text)
            if birthday:
                return birthday
            unclear = unclear or _plain(text)
        if unclear:
            line = self._held["BDAY"][0].line
            whose = f"of {name}, " if name else ""
            self._remark(line, f'The birthday {whose}"{unclear[:40]}", is not a full date.')
        return ""

    def _note(self) -> str:
        notes = []
        for found in self._held.get("NOTE", ()):
            text = values.text_of(found, self._letters, _LONGEST_RAW_NOTE)
            broken_off = [self._letters.read(line[:_LONGEST_RAW_NOTE]) for _, line in found.strays]
            found.strays.clear()
            notes.append(paragraphs("\n".join([values.unescaped(text), *broken_off])))
        return self._cut("note", "\n".join(filter(None, dict.fromkeys(notes))), _LONGEST_NOTE)

    def _labels(self) -> list[str]:
        labels = []
        for text in self._texts("CATEGORIES"):
            labels += [_plain(label) for label in values.pieces(text, ",")]
        named = [label for label in labels if label.casefold() not in _SYSTEM_LABELS]
        return list(dict.fromkeys(filter(None, named)))

    def _kind(self) -> str:
        """ "group", "location"...; "" for a person or a company."""
        if any(_plain(text).upper() == "TRUE" for text in self._texts("X-EVOLUTION-LIST")):
            return "group"
        kinds = (_plain(text).lower() for name in _KINDS for text in self._texts(name))
        kind = next((kind for kind in kinds if kind in _NOT_A_PERSON), "")
        if not kind and any(name in self._held for name in _MEMBERS):
            # Only groups have members; one with an address of its own is kept all the same.
            alone = not (self._name_from_parts() or "EMAIL" in self._held or "TEL" in self._held)
            return "group" if alone else ""
        return kind

    # Limits and remarks

    def _cut(self, what: str, text: str, longest: int = _LONGEST) -> str:
        if len(text) <= longest:
            return text
        kept = text[:longest].rstrip()
        told = f'The {what} "{text[:40]}…" is too long; its first {longest} letters were kept.'
        self._remark(self._line, told)
        return kept

    def _few(self, what: str, found: list[str], longest: int = _LONGEST) -> tuple[str, ...]:
        kept = [value for value in found if len(value) <= longest]
        if len(kept) < len(found):
            told = f"{len(found) - len(kept)} {what} of this card are too long and were left out."
            self._remark(self._line, told)
        if len(kept) > _MOST_VALUES:
            told = f"This card has {len(kept)} {what}; the first {_MOST_VALUES} were kept."
            self._remark(self._line, told)
        return tuple(kept[:_MOST_VALUES])

    def _remark(self, line: int, sentence: str) -> None:
        self.remarks.append((line, sentence))


def _plain(text: str) -> str:
    return one_line(values.unescaped(text))


def _bare(text: str) -> str:
    """A name without separators that a program left at its ends."""
    return _plain(text).strip(" ,;")


def _city(text: str) -> str:
    parts = values.pieces(text, ";")
    return _plain(parts[_CITY]) if len(parts) > _CITY else ""
