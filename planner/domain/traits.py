"""What of a person tells whether they are another: their name taken apart, addresses, company."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from planner.domain.gaining import unnamed
from planner.domain.identity import (
    company_key,
    email_key,
    folded,
    is_shared_mailbox,
    profile_key,
    word_set,
)
from planner.domain.name_likeness import Name, taken_apart
from planner.domain.people import Person

# Where everybody can have an address, so that having one there in common says nothing.
_ANYBODYS = word_set(
    "gmail googlemail outlook hotmail live msn yahoo ymail icloud me mac aol gmx web t-online "
    "freenet proton protonmail pm mail email yandex qq 163 126 orange wanadoo free laposte sfr "
    "libero virgilio alice tiscali btinternet sky virginmedia ntlworld talktalk blueyonder comcast "
    "verizon att sbcglobal bellsouth cox charter earthlink rocketmail fastmail zoho hey duck "
    "tutanota posteo mailbox bluewin hispeed telenet skynet ziggo xs4all kpnmail planet home wp o2 "
    "interia onet seznam uol bol terra naver hanmail daum rediffmail bigpond optusnet rogers shaw"
)
# Words within a company's name that some leave out.
_BETWEEN = word_set("and und et y e the of")
_LEAST_MAILBOX = 4  # letters of a mailbox that is somebody's own wherever it is

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """One person as compared; "" and empty sets where nothing is known."""

    person: Person
    name: Name
    emails: frozenset[str]
    phones: frozenset[str]
    profiles: frozenset[str]
    company: str
    city: str
    domains: frozenset[str]  # of companies' own
    mailboxes: frozenset[str]
    birthday: str

    def names(self) -> Iterator[Key]:
        """What those share who may be called alike, wherever they work."""
        name = self.name
        if not name.words:
            return
        yield "name", *sorted((name.first, name.last))
        yield "plain", name.plain
        if len(name.words) > 1:
            yield "head", name.words[0], name.words[1]

    def addresses(self) -> Iterator[Key]:
        """What is somebody's own."""
        for email in self.emails:
            yield "email", email
        for phone in self.phones:
            yield "phone", phone
        for profile in self.profiles:
            yield "profile", profile
        for mailbox in self.mailboxes:
            yield "mailbox", mailbox

    def places(self) -> Iterator[Key]:
        """What those share who work or live in one place and may be called nearly alike."""
        first, last = self.name.first, self.name.last
        if not first:
            return
        for kind, place in self._where():
            if kind != "city":
                yield "part", kind, place, first
                if last != first:
                    yield "part", kind, place, last
            yield "first", kind, place, first, last[:2]
            yield "first", kind, place, first, "", last[-2:]
            yield "last", kind, place, last, first[:1]

    def _where(self) -> Iterator[Key]:
        if self.company:
            yield "company", self.company
        for domain in self.domains:
            yield "domain", domain
        if self.city:
            yield "city", self.city


_NO_NAME = Name((), "")


def traits_of(person: Person, phone_key: Callable[[str], str]) -> Traits:
    """What of a person is compared; `phone_key` makes two ways to write one number equal."""
    emails = frozenset(email_key(email) for email in person.emails)
    parts = [email.partition("@") for email in emails]
    return Traits(
        person,
        _NO_NAME if unnamed(person) else taken_apart(person.name),
        emails,
        frozenset(filter(None, map(phone_key, person.phones))),
        frozenset(filter(None, map(profile_key, person.links))),
        company_as_compared(person.company) if person.company else "",
        folded(person.city) if person.city else "",
        frozenset(host for _, _, host in parts if host and not _is_anybodys(host)),
        frozenset(
            mailbox
            for mailbox, _, _ in parts
            if len(mailbox) >= _LEAST_MAILBOX and not is_shared_mailbox(mailbox)
        ),
        person.birthday,
    )


def company_as_compared(company: str) -> str:
    """A company's name without its legal form, "and" and "the"."""
    words = company_key(company).split()
    return " ".join(word for word in words if word not in _BETWEEN) or " ".join(words)


def company_in_one(company: str) -> str:
    """A company as compared, written as `Name.plain` is."""
    return taken_apart(company).plain


def _is_anybodys(host: str) -> bool:
    return not _ANYBODYS.isdisjoint(host.split(".")[:-1][-2:])
