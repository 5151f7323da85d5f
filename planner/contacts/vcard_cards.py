"""The properties of a vCard file sorted into cards, whatever became of BEGIN and END."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from planner.contacts.vcard_lines import Mark, Property, logical_lines, property_in

# Everything else (keys, sounds, logos) is passed over.
WANTED = frozenset(
    (
        *("FN", "N", "NICKNAME", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "ADR", "URL", "IMPP"),
        *("X-SOCIALPROFILE", "SOCIALPROFILE", "BDAY", "NOTE", "CATEGORIES", "VERSION"),
        *("KIND", "X-ADDRESSBOOKSERVER-KIND", "X-EVOLUTION-KIND", "X-EVOLUTION-LIST"),
        *("X-ABSHOWAS", "PHOTO", "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"),
        "X-VISAVIS-CONNECTED-ON",  # our own, see vcard_writer.py
    )
)
_SAYS_WHO = frozenset(["FN", "N", "NICKNAME", "ORG", "EMAIL", "TEL"])
_OPENS_CARD = frozenset(["VERSION", "FN", "N"])  # once a card, and early
# Their values may run over lines that nothing marks as continued; none of them is read.
_SPRAWLING = frozenset(["LOGO", "SOUND", "KEY", "LABEL", "AGENT"])
_NESTED = re.compile(rb"[ \t]*(?:BEGIN[ \t]*:[ \t]*VCARD)?[ \t]*", re.I)

# Far beyond what programs write; what is more is a broken file or a trap.
MOST_CARDS = 150_000
_MOST_PROPERTIES = 10_000  # of one card
_MOST_STRAYS = 100_000  # lines of the file that are no properties
_LINES_A_STEP = 1_000  # lines between two words of progress, a few milliseconds
_SHOWN = 200  # bytes of a line kept to name it


@dataclass(slots=True)
class RawCard:
    """The wanted properties of one card and the lines in it that are none."""

    line: int
    properties: list[Property] = field(default_factory=list)
    unread: list[tuple[int, bytes]] = field(default_factory=list)
    last: Property | None = None  # wanted or not
    holds_card: bool = False  # another card begins inside
    too_long: bool = False  # it has more properties than are kept
    agent: bool = False  # the card of somebody's assistant inside their own

    def has(self, names: frozenset[str]) -> bool:
        return any(each.name in names for each in self.properties)


class RawFile:
    """The cards of a file, taken from it one after the other, as they begin in it.

    A card inside another is either an agent's, or the outer one lacks its END; which of the two
    shows only later, so the outer card stays open until its END, a new card or the file's end.
    `outside`: lines that belong to no card, so far. `lost`: how many lines that are no properties
    were passed over because there were too many, so far. `full`: the line at which no more cards
    were taken, 0 when all were.
    """

    def __init__(self) -> None:
        self.outside: list[tuple[int, bytes]] = []
        self.lost = 0
        self.full = 0
        self._begun = 0  # cards
        self._kept = 0  # lines that are no properties
        self._open: list[RawCard] = []
        self._implied: RawCard | None = None  # properties that no BEGIN announced
        self._done: list[RawCard] = []

    def cards(
        self, data: bytes, at_line: Callable[[int], None] = lambda line: None
    ) -> Iterator[RawCard]:
        """All cards; `data` is plain (see text.plain_bytes). Never raises of itself.

        `at_line` is told now and then which line has been reached, and may raise to end it.
        """
        last = None
        for count, (number, content) in enumerate(logical_lines(data)):
            if not count % _LINES_A_STEP:
                at_line(number)
            if last:
                self._line(*last)
                last = None
            if content is Mark.BEGIN:
                if self._begun >= MOST_CARDS:
                    self.full = number
                    break
                self._begin(number)
            elif content is Mark.END:
                self._end()
                if not self._open:
                    yield from self._closed()
            elif isinstance(content, bytes):
                last = (number, content)
        if last and not b"END:VCARD".startswith(last[1].strip().upper()):  # cut off in its END
            self._line(*last)
        self._drop_implied()
        self._done += self._open
        yield from self._closed()

    def _closed(self) -> list[RawCard]:
        """The cards that are complete, forgotten here."""
        done, self._done = self._done, []
        if len(done) > 1:
            done.sort(key=lambda card: card.line)
        return [card for card in done if not card.agent]

    def _begin(self, number: int) -> None:
        self._drop_implied()
        self._begun += 1
        card = RawCard(number)
        if self._open:
            outer = self._open[-1]
            outer.holds_card = True
            last = outer.last
            announced = last and last.name == "AGENT" and _NESTED.fullmatch(last.value)
            card.agent = outer.agent or bool(announced)
        self._open.append(card)

    def _end(self) -> None:
        if self._open:
            self._done.append(self._open.pop())
        elif self._implied and self._implied.has(_SAYS_WHO):
            self._done.append(self._implied)
            self._implied = None
        else:
            self._drop_implied()

    def _line(self, number: int, content: bytes) -> None:
        found = property_in(number, content)
        if not found:
            self._stray(number, content)
            return
        card = self._card_for(found)
        card.last = found
        if found.name in WANTED:
            if len(card.properties) < _MOST_PROPERTIES:
                card.properties.append(found)
            else:
                card.too_long = True
        elif found.name == "AGENT" and found.value and _NESTED.fullmatch(found.value):
            self._begin(number)

    def _card_for(self, found: Property) -> RawCard:
        if self._open:
            card = self._open[-1]
            again = card.holds_card and found.name in _OPENS_CARD
            if not (again and card.has(frozenset([found.name]))):
                return card
            # A second name after an inner card: the outer card lacked its END, this one BEGIN.
            self._done += self._open
            self._open.clear()
        if not self._implied:
            self._begun += 1
            self._implied = RawCard(found.line)
        return self._implied

    def _stray(self, number: int, content: bytes) -> None:
        if content.lstrip().startswith(b"#"):  # a comment
            return
        if self._kept >= _MOST_STRAYS:
            self.lost += 1
            return
        self._kept += 1
        card = self._open[-1] if self._open else self._implied
        if not card:
            self.outside.append((number, content))
            return
        last = card.last
        if last and last.name in WANTED:
            last.strays.append((number, content))
        elif not (last and (last.name in _SPRAWLING or last.base64)):
            card.unread.append((number, content))

    def _drop_implied(self) -> None:
        card, self._implied = self._implied, None
        if not card:
            return
        if card.has(frozenset(["VERSION"])) and card.has(frozenset(["FN", "N"])):
            self._done.append(card)
        elif card.last:
            lines = [(card.line, _shown(card.properties[0] if card.properties else card.last))]
            self.outside += lines + card.unread


def _shown(found: Property) -> bytes:
    return found.name.encode() + found.parameters + b":" + found.value[:_SHOWN]
