"""Two people who may be one: the reason to think so, and the user's word on it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from planner.domain.people import Person


class Alike(StrEnum):
    """What makes two people look like one, the strongest first."""

    EMAIL = "email"  # the same address
    PROFILE = "profile"  # the same page at LinkedIn and its like
    PHONE = "phone"  # the same number
    NAME = "name"  # the same, whatever accents, order and titles
    LONGER_NAME = "longer_name"  # the same first and last name, one with more between
    NICKNAME = "nickname"  # Bob and Robert
    NEAR_NAME = "near_name"  # a letter or two apart
    PART_OF_NAME = "part_of_name"  # one is all there is of the other: "Maya", "J. Smith"


class Beside(StrEnum):
    """What two people have in common besides, the strongest first."""

    COMPANY = "company"
    BIRTHDAY = "birthday"
    DOMAIN = "domain"  # of their e-mail, where it is a company's own
    MAILBOX = "mailbox"  # the part of their e-mail before the "@"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Why two people may be one; the window words it.

    `value` is the address or number they share, as the first of them has it, "" for names.
    `strength` is between 0 and 1, for the order alone.
    """

    kind: Alike
    value: str = ""
    beside: Beside | None = None
    shared: str = ""  # the company, city, ... that goes with `beside`
    strength: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one."""

    person: Person
    other: Person
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Apart:
    """The user's word that two people who look alike are not one; never proposed again."""

    id: int = 0
    person: int = 0
    other: int = 0


@dataclass(frozen=True, slots=True)
class Alias:
    """How else somebody is called in some file, and where they work there.

    Kept of whoever was made one with them, so that the same file does not bring them back.
    """

    id: int = 0
    person: int = 0
    name: str = ""
    company: str = ""
