"""Imported cards against known people: what is new, changed, the same or refused."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from planner.domain.column_mapping import Table
from planner.domain.duplicates import Alias, Likeness
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
    `table`: how the columns of a CSV file were understood that no known program wrote, also where
    nobody could be read from it.
    """

    file: str
    format: str  # "vcard", "linkedin", "google", "outlook", "csv", "" when not recognised
    cards: tuple[Card, ...] = ()
    refused: tuple[Refusal, ...] = ()
    remarks: tuple[Refusal, ...] = ()
    table: Table | None = None

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
    PHOTO = "photo"


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
    aliases: tuple[Alias, ...] = ()  # how else they are called there, to be kept

    @property
    def card(self) -> Card:
        return self.cards[0]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody new who looks like somebody known; taken for new unless the user says else."""

    entry: Entry  # new in the plan
    like: Person  # as they are known
    reason: Likeness
    notes: tuple[str, ...] = ()  # of the entry's, those nobody has noted of the known person
    groups: tuple[str, ...] = ()  # of the entry's, those the known person was not met at


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
    doubts: tuple[Doubt, ...] = ()  # at most one an entry, the likeliest first
    apart: tuple[Doubt, ...] = ()  # those the user said are two people
    phone_key: Callable[[str], str] = field(default=digits_key, repr=False, compare=False)
    pictured: frozenset[int] = field(default=frozenset(), repr=False)  # known, with a picture
    in_several: int = 0  # people whom more than one of the files speaks of
    as_of: object = field(default=None, repr=False, compare=False)  # the store's, right before

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
        kept = tuple(entries)
        there = {id(entry) for entry in kept}
        return replace(
            self,
            entries=kept,
            doubts=tuple(doubt for doubt in self.doubts if id(doubt.entry) in there),
            apart=tuple(doubt for doubt in self.apart if id(doubt.entry) in there),
        )

    def as_same(self, doubts: Iterable[Doubt]) -> ImportPlan:
        """The plan with these taken for the people they are like, who gain what they bring."""
        from planner.domain.doubting import taken_for_known
        from planner.domain.gained_photos import with_pictures

        return with_pictures(taken_for_known(self, tuple(doubts)), self.pictured)

    def as_different(self, doubts: Iterable[Doubt]) -> ImportPlan:
        """The plan with these brought in as new people, never again proposed to be one."""
        said = {id(doubt.entry) for doubt in doubts}
        return replace(
            self,
            doubts=tuple(doubt for doubt in self.doubts if id(doubt.entry) not in said),
            apart=self.apart + tuple(d for d in self.doubts if id(d.entry) in said),
        )


def plan_import(
    readings: Sequence[Reading],
    people: Sequence[Person] = (),
    notes: Mapping[int, Collection[str]] | None = None,
    groups: Mapping[int, Collection[str]] | None = None,
    phone_key: Callable[[str], str] = digits_key,
    progress: Callable[[int, int], None] | None = None,
    aliases: Sequence[Alias] = (),
    settled: Collection[int] = (),
) -> ImportPlan:
    """What importing these files into a library of these people would do.

    `notes` and `groups` hold, by person id, the texts of their facts and the names of the groups
    they were met at. `phone_key` makes two ways to write one number equal, and "" of no number.
    `progress` is told again and again that so much of so much is done; it may raise to end this.

    `aliases` are how else people are called in files. `settled` are the ids of those of whom the
    user said themselves where they work.

    The rules, in this order (matching.py finds the person, gaining.py says what they gain):
    e-mail, phone, profile address, name with company. A name alone decides only for a card that
    has nothing else and where nobody else is called so. What is known is never overwritten:
    blanks are filled, addresses, numbers and links added. The one exception is LinkedIn saying
    that somebody with the same profile has another company or role: that is news, unless the user
    said where they work, or the export is older than one brought in before.
    """
    from planner.domain.gathering import Gathering

    gathering = Gathering(people, notes or {}, groups or {}, phone_key, aliases, settled)
    done, of = 0, 2 * sum(reading.found for reading in readings)

    def taken(more: int) -> None:
        nonlocal done
        done += more
        if progress is not None:
            progress(done, of)

    for number, reading in enumerate(readings):
        gathering.take(number, reading, taken)
    return gathering.plan(readings, people)
