"""Names of people met, as they are typed or pasted, and whom of those known they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from planner.domain.identity import company_key, email_key, name_key, name_keys, word_set
from planner.domain.list_lines import COMMAS as COMMAS
from planner.domain.list_lines import MARK, is_heading, named_by, out_of_brackets
from planner.domain.people import Person

_EMAIL = re.compile(r"[<(\[]?(?:mailto:)?([^\s<>()\[\],;:\"|]+@[^\s<>()\[\],;:\"|]+)[>)\]]?")
_PARTS = re.compile(rf"[{COMMAS}\t|·]|\s[-–—]\s")  # what stands between a name and where they work
_AT = re.compile(r"^(.*?)\s*(?:\bat\b|@)\s+(.+)$", re.IGNORECASE)  # "owner at Lindqvist Joinery"
# What stands between one person and the next.
_PEOPLE = re.compile(r"[;\uff1b\u061b\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
# With what turns the direction of all that follows it: it would turn the sentence around a name.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")
_AFTER_A_NAME = word_set("jr sr ii iii iv phd md mba msc bsc esq cpa cfa obe mbe")


@dataclass(frozen=True, slots=True)
class Met:
    """Somebody met: who of those known (`person`), or somebody new of whom this was said."""

    name: str = ""
    company: str = ""
    role: str = ""
    email: str = ""
    person: int = 0  # 0: somebody new
    namesakes: tuple[int, ...] = ()  # those it may be, while nobody said which


def name_in(line: str) -> Met | None:
    """Who a line names: "Jonas Lindqvist, owner at Lindqvist Joinery"; None for nobody.

    After the name, set off by a comma, a tab or a dash between blanks, or in brackets, comes where
    they work and, before "at", as what. An e-mail address may stand anywhere, a list's dash or
    number before all; where it stands alone, it names them if it plainly can.
    """
    line, email = MARK.sub("", line.strip()), ""
    if found := _EMAIL.search(line):
        email = found[1].strip(".")
        line = f"{line[: found.start()]} {line[found.end() :]}"
    line = out_of_brackets(line.strip())
    parts = [tidy for part in _PARTS.split(line) if (tidy := _tidy(part))]
    name, rest = (parts[0], parts[1:]) if parts else (named_by(email), [])
    while rest and name_key(rest[0]).replace(" ", "") in _AFTER_A_NAME:
        name = f"{name}, {rest.pop(0)}"
    if not any(map(str.isalnum, name)):
        return None
    company = ", ".join(rest)
    if works := _AT.match(company):
        return Met(name, works[2], works[1].strip(" ,"), email)
    return Met(name, company, "", email)


def names_in(text: str) -> tuple[Met, ...]:
    """Everybody a pasted list names, one a line or set off by semicolons, each once.

    What heads a list, such as "Attendees (12)" or "Speakers:", is nobody.
    """
    found = (name_in(line) for line in _PEOPLE.split(text) if not is_heading(line))
    return tuple(dict.fromkeys(met for met in found if met is not None))


def each_once(people: Iterable[Met]) -> list[Met]:
    """The same in their order; somebody new who was named twice is one, with all that was said.

    Two of one name at two companies, or of two addresses, are two.
    """
    kept: list[Met] = []
    told: set[tuple[object, ...]] = set()
    new: dict[str, list[int]] = {}  # where those not known stand, by name
    for met in people:
        if (this := told_twice(met)) in told:
            continue
        told.add(this)
        if not met.person and not met.namesakes:
            called = new.setdefault(name_key(met.name), [])
            twins = [at for at in called if _may_be_one(kept[at], met)]
            if len(twins) == 1 or (twins and not (met.company or met.email)):
                kept[twins[0]] = _with_said(kept[twins[0]], met)
                continue
            called.append(len(kept))
        kept.append(met)
    return kept


def turned(met: Met) -> Met | None:
    """The same, read as a list by surnames has it: "Lindqvist, Jonas"; None for what is not.

    Where more follows, it is where they work: "Lindqvist, Jonas, Lindqvist Joinery".
    """
    if met.company and not met.role:
        first, _, company = met.company.partition(", ")
        return replace(met, name=f"{first} {met.name}", company=company)
    return None


def told_twice(met: Met) -> tuple[object, ...]:
    """The same for two who are one: somebody known, or new and called alike at the same place."""
    if met.person:
        return (met.person,)
    return name_key(met.name), company_key(met.company), email_key(met.email), met.namesakes


def which(met: Met, namesakes: Sequence[Person]) -> Met:
    """Whom of those called so somebody met is, somebody new, or a question still open.

    An e-mail address settles it, else the company; whoever works nowhere that is known may work
    anywhere. Whoever typed no company means the only one of that name.
    """
    if met.email:
        key = email_key(met.email)
        theirs = [one for one in namesakes if key in map(email_key, one.emails)]
        if len(theirs) == 1:
            return is_person(met, theirs[0])
    likely = namesakes
    if met.company:
        at = company_key(met.company)
        there = [one for one in namesakes if one.company and company_key(one.company) == at]
        likely = there or [one for one in namesakes if not one.company and len(namesakes) == 1]
    if len(likely) == 1:
        return is_person(met, likely[0])
    return replace(met, namesakes=tuple(one.id for one in likely or namesakes))


def is_person(met: Met, person: Person) -> Met:
    """It is somebody known; what was typed of their work and address stays for what is missing."""
    return replace(met, name=person.name, person=person.id, namesakes=())


def filled_in(person: Person, met: Met) -> Person:
    """The person with what was said of them where nothing was known."""
    return replace(
        person,
        company=person.company or met.company,
        role=person.role or (met.role if not person.company else ""),
        emails=person.emails or ((met.email,) if met.email else ()),
    )


class KnownNames:
    """The names of everybody, to be found by the words they begin with.

    Made ready once, so that a letter typed among ten thousand costs a millisecond or two.
    """

    def __init__(self, names: Mapping[int, str]) -> None:
        ids, told = list(names), list(names.values())
        keys = list(name_keys(told))
        order = sorted(range(len(ids)), key=keys.__getitem__)
        self._ids = [ids[at] for at in order]
        self._keys = [f" {keys[at]}" for at in order]
        self._called: dict[str, list[int]] | None = None

    def beginning(self, typed: str, most: int, without: Iterable[int] = ()) -> list[int]:
        """At most so many whose names have words beginning as those typed, by name.

        First those whose whole name begins as typed.
        """
        plain = name_key(typed) if typed.strip() else ""
        if not plain:
            return []
        begins, words = f" {plain}", [f" {word}" for word in plain.split()]
        rarest, gone = max(words, key=len), frozenset(without)
        first: list[int] = []
        rest: list[int] = []
        for id, key in zip(self._ids, self._keys, strict=True):
            if rarest not in key or id in gone:
                continue
            if key.startswith(begins):
                first.append(id)
                if len(first) == most:
                    break
            elif len(rest) < most and all(word in key for word in words):
                rest.append(id)
        return (first + rest)[:most]

    def called(self, name: str) -> list[int]:
        """Everybody of this name, titles, case and accents aside."""
        if self._called is None:
            self._called = {}
            for id, key in zip(self._ids, self._keys, strict=True):
                self._called.setdefault(key[1:], []).append(id)
        return self._called.get(name_key(name), []) if name.strip() else []


def _may_be_one(one: Met, other: Met) -> bool:
    """Whether nothing that was said of two of one name makes them two."""
    keys = (company_key(one.company), company_key(other.company))
    mails = (email_key(one.email), email_key(other.email))
    return all("" in pair or pair[0] == pair[1] for pair in (keys, mails))


def _with_said(one: Met, other: Met) -> Met:
    return replace(
        one,
        company=one.company or other.company,
        role=one.role or other.role,
        email=one.email or other.email,
    )


def _tidy(text: str) -> str:
    return _BLANKS.sub(" ", text).strip(' "“”„')
