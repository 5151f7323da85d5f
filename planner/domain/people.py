"""People and the ladder they stand on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from planner.domain.first_names import given_name


class Stage(IntEnum):
    """A person's place on the ladder; a higher number is a closer relationship."""

    CONNECTED = 0
    KNOWN = 1
    LIKED = 2
    TRUSTED = 3
    REFERS = 4


class Attitude(StrEnum):
    """How somebody takes to networking; it decides which questions suit them."""

    OPEN = "open"
    DISLIKES = "dislikes"  # dislikes networking: other questions, never a pitch
    PRESS = "press"  # everybody pitches to them
    EMPLOYED = "employed"  # a company person who neither buys nor sells


class Fit(StrEnum):
    """The user's own word on how well somebody fits what they look for."""

    UNSAID = ""  # judged from About me
    MORE = "more"
    LESS = "less"


class Rhythm(StrEnum):
    """How long the two can go without a word, by the user's own word."""

    OFTEN = "often"
    USUAL = ""  # as the ladder and the ties between them say
    SELDOM = "seldom"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the user's network. `id` is 0 until the store has kept it."""

    id: int = 0
    name: str = ""
    company: str = ""
    role: str = ""
    city: str = ""
    emails: tuple[str, ...] = ()  # as given; the first is used for invitations
    phones: tuple[str, ...] = ()  # as given, never reformatted
    links: tuple[str, ...] = ()  # profile and web addresses
    birthday: str = ""  # "1980-01-22", or "--01-22" without the year
    stage: Stage = Stage.CONNECTED
    attitude: Attitude = Attitude.OPEN
    fit: Fit = Fit.UNSAID
    zone: str = ""  # IANA zone where it differs from the user's, else ""
    connected_on: date | None = None
    rests_until: date | None = None  # "not now": not suggested before this day
    put_off: int = 0  # times in a row the user said "not now"
    let_go: bool = False  # "never": not suggested at all
    sample: bool = False  # came with the sample network
    rhythm: Rhythm = Rhythm.USUAL

    @property
    def first_name(self) -> str:
        """What to call them: the first name, the whole one where nobody can tell which it is."""
        return given_name(self.name) or " ".join(self.name.split())

    @property
    def initials(self) -> str:
        """At most two letters for the round mark beside a name."""
        words = [word for word in self.name.split() if word[0].isalnum()]
        ends = words[:1] + words[1:][-1:]
        return "".join(word[0] for word in ends).upper()

    @property
    def headline(self) -> str:
        """Role and company as one line, either alone, or nothing."""
        return " · ".join(part for part in (self.role, self.company) if part)


def wrong_with_email(address: str) -> str:
    """Why nobody can be written to at an address, as a sentence; "" when it looks well.

    Whether it is one shows only when mail arrives: here it has one "@" between two parts without
    blanks, which tells it from a name or a telephone number in the wrong field.
    """
    before, at, after = address.partition("@")
    if before and at and after and "@" not in after and len(address.split()) == 1:
        return ""
    return f"“{address}” is not an e-mail address. Write it as name@example.com, or leave it out."
