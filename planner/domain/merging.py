"""Imported cards against known people: what is new, changed, the same or refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from planner.domain.identity import digits_key
from planner.domain.people import Person


@dataclass(frozen=True, slots=True)
class Card:
    """What one card or row of a contact file says of somebody; "" and () mean it does not say."""

    where: str  # "line 12", "row 3": for a person to find it in the file
    name: str = ""
    company: str = ""
    role: str = ""
    city: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    birthday: str = ""  # "1980-01-22", or "--01-22" without the year
    connected_on: date | None = None
    note: str = ""
    labels: tuple[str, ...] = ()  # groups or categories named in the file
    photo: bytes = field(default=b"", repr=False)  # as it is in the file: JPEG, PNG, whatever


@dataclass(frozen=True, slots=True)
class Refusal:
    """A card, row or whole file, or one thing in it, that was not taken, and why, in words."""

    where: str  # "" when the whole file is meant
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held. `found` counts cards that describe somebody.

    `refused`: cards, rows and whole files nobody was taken from. `remarks`: what was left out
    around and inside the cards that were taken, such as a date that is none.
    """

    file: str
    format: str  # "vcard", "linkedin", "google", "outlook", "csv", "" when not recognised
    cards: tuple[Card, ...] = ()
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Refusal, ...] = ()

    @property
    def found(self) -> int:
        return len(self.cards)


class Verdict(StrEnum):
    """What an import makes of a card."""

    NEW = "new"
    CHANGED = "changed"  # somebody known gains something
    SAME = "same"  # nothing that is not known already


class Gained(StrEnum):
    """In which respect a known person gains something."""

    NAME = "name"
    COMPANY = "company"
    ROLE = "role"
    CITY = "city"
    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    BIRTHDAY = "birthday"
    CONNECTED_ON = "connected_on"
    NOTE = "note"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Gain:
    """One thing a known person gains; `was` is what it takes the place of, mostly nothing."""

    what: Gained
    now: str
    was: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of an import: all cards that speak of them, and what becomes of it."""

    cards: tuple[Card, ...]  # in the order read, at least one
    verdict: Verdict
    person: Person  # as it will be; its id is 0 when new
    known: Person | None = None  # as it is
    gains: tuple[Gain, ...] = ()  # () for new people
    notes: tuple[str, ...] = ()  # to be kept as facts
    groups: tuple[str, ...] = ()  # to be entered as where they were met

    @property
    def card(self) -> Card:
        return self.cards[0]


@dataclass(frozen=True, slots=True)
class FileCount:
    """One file of an import in figures: each card is new, changed or the same.

    A second card of somebody new is the same person again and counts as `same`.
    """

    reading: Reading
    new: int = 0
    changed: int = 0
    same: int = 0

    @property
    def found(self) -> int:
        return self.reading.found


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything an import would do, shown before it is done."""

    entries: tuple[Entry, ...] = ()
    files: tuple[FileCount, ...] = ()
    basis: Sequence[Person] = field(default=(), repr=False)  # the people it was planned against
    unused_labels: tuple[str, ...] = ()  # too many to be groups

    @property
    def refused(self) -> tuple[tuple[str, Refusal], ...]:
        """Each refusal with the file it is from."""
        return tuple(
            (count.reading.file, refusal)
            for count in self.files
            for refusal in count.reading.refused
        )

    @property
    def remarks(self) -> tuple[tuple[str, Refusal], ...]:
        """Each thing left out of what was taken, with the file it is from."""
        return tuple(
            (count.reading.file, remark) for count in self.files for remark in count.reading.remarks
        )

    def of(self, verdict: Verdict) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.verdict is verdict)

    def keeping(self, entries: Iterable[Entry]) -> ImportPlan:
        """The plan with these of its entries alone; nobody else is brought in."""
        return replace(self, entries=tuple(entries))


def plan_import(
    readings: Sequence[Reading],
    people: Sequence[Person] = (),
    notes: Mapping[int, Collection[str]] | None = None,
    groups: Mapping[int, Collection[str]] | None = None,
    phone_key: Callable[[str], str] = digits_key,
) -> ImportPlan:
    """What importing these files into a library of these people would do.

    `notes` and `groups` hold, by person id, the texts of their facts and the names of the groups
    they were met at. `phone_key` makes two ways to write one number equal, and "" of no number.

    The rules, in this order (matching.py finds the person, gaining.py says what they gain):
    e-mail, phone, profile address, name with company. A name alone decides only for a card that
    has nothing else and where nobody else is called so. What is known is never overwritten:
    blanks are filled, addresses, numbers and links added. The one exception is LinkedIn saying
    that somebody with the same profile has another company or role: that is news.
    """
    from planner.domain.gathering import Gathering

    gathering = Gathering(people, notes or {}, groups or {}, phone_key)
    for number, reading in enumerate(readings):
        gathering.take(number, reading)
    return gathering.plan(readings, people)
