"""What somebody gains from a card: blanks are filled, nothing known is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from planner.domain.identity import (
    company_key,
    email_key,
    folded,
    is_shared_mailbox,
    link_key,
    profile_key,
)
from planner.domain.merging import Card, Gain, Gained
from planner.domain.people import Person

_SAID = attrgetter(
    "name", "links", "company", "role", "emails", "phones", "city", "connected_on", "birthday"
)


def called(card: Card) -> str:
    """What to call whom a card describes: a card without a name still means somebody.

    A personal address is somebody; a company with nothing but a number or info@ is itself.
    """
    if card.name:
        return card.name
    personal = (email for email in card.emails if not is_shared_mailbox(email))
    known = (*personal, card.company, *card.emails, *card.phones, *card.links)
    return next(filter(None, known), "")


def unnamed(person: Person) -> bool:
    """Whether somebody is called by an address or number for want of a name."""
    return person.name in ("", *person.emails, *person.phones, *person.links)


def named(card: Card) -> str:
    """The name of the person or company a card means, "" when it has addresses alone."""
    name = called(card)
    return "" if name in (*card.emails, *card.phones, *card.links) else name


def with_card(
    person: Person,
    card: Card,
    phone_key: Callable[[str], str],
    elsewhere: Callable[[str, str], bool],
    news: bool,
) -> Person:
    """The person with what the card adds; the very same object when it adds nothing.

    `elsewhere(kind, key)` tells that an address belongs to somebody else, who keeps it. `news`:
    the card comes from LinkedIn and is about the same profile, so its job is the present one.
    """
    if says_the_same(person, card):
        return person
    changes: dict[str, Any] = _job(person, card, news)
    if unnamed(person) and named(card):
        changes["name"] = named(card)
    if card.city and not person.city:
        changes["city"] = card.city
    if card.connected_on and not person.connected_on:
        changes["connected_on"] = card.connected_on
    if card.birthday and _completes(person.birthday, card.birthday):
        changes["birthday"] = card.birthday
    emails = added(person.emails, card.emails, email_key)
    if emails:
        changes["emails"] = person.emails + tuple(
            email for email in emails if not elsewhere("email", email_key(email))
        )
    phones = added(person.phones, card.phones, lambda phone: phone_key(phone) or phone)
    if phones:
        changes["phones"] = person.phones + phones
    links = added(person.links, card.links, link_key)
    if links:
        changes["links"] = person.links + tuple(
            link for link in links if not elsewhere("profile", profile_key(link))
        )
    changed = {name: value for name, value in changes.items() if value != getattr(person, name)}
    return replace(person, **changed) if changed else person


def says_the_same(person: Person, card: Card) -> bool:
    """Whether the card has, word for word, nothing but what is known: mostly the file again."""
    return _SAID(card) == _SAID(person) or (
        card.name == person.name
        and card.links in (person.links, ())
        and card.company in (person.company, "")
        and card.role in (person.role, "")
        and card.emails in (person.emails, ())
        and card.phones in (person.phones, ())
        and card.city in (person.city, "")
        and card.connected_on in (person.connected_on, None)
        and card.birthday in (person.birthday, "")
    )


def _job(person: Person, card: Card, news: bool) -> dict[str, Any]:
    """Company and role belong together: the role at one company says nothing of another."""
    company = bool(card.company) and company_key(card.company) != company_key(person.company)
    role = bool(card.role) and folded(card.role) != folded(person.role)
    if news and company and person.company:
        return {"company": card.company, "role": card.role}
    changes: dict[str, Any] = {}
    if company and not person.company and (news or not person.role or not role):
        changes["company"] = card.company
    here = not card.company or not company or "company" in changes
    if role and here and (news or not person.role):
        changes["role"] = card.role
    return changes


def _completes(known: str, said: str) -> bool:
    return not known or (known.startswith("--") and said.endswith(known[1:]) and said != known)


def added(
    known: tuple[str, ...], said: Iterable[str], key: Callable[[str], str]
) -> tuple[str, ...]:
    """What of that said is not known, none twice; `key` makes two ways to write one equal."""
    if not said:
        return ()
    seen = {key(value) for value in known}
    added = []
    for value in said:
        if key(value) not in seen:
            seen.add(key(value))
            added.append(value)
    return tuple(added)


def gains(
    known: Person, person: Person, notes: Collection[str], groups: Collection[str]
) -> tuple[Gain, ...]:
    """What `person` has that `known` has not, in the order a person's page shows it."""
    found: list[Gain] = []
    if person is known and not notes and not groups:
        return ()
    for what in (Gained.NAME, Gained.COMPANY, Gained.ROLE, Gained.CITY):
        was, now = getattr(known, what.value), getattr(person, what.value)
        if was != now:
            found.append(Gain(what, now, was))
    found += (Gain(Gained.EMAIL, value) for value in person.emails[len(known.emails) :])
    found += (Gain(Gained.PHONE, value) for value in person.phones[len(known.phones) :])
    found += (Gain(Gained.LINK, value) for value in person.links[len(known.links) :])
    if known.birthday != person.birthday:
        found.append(Gain(Gained.BIRTHDAY, person.birthday, known.birthday))
    if person.connected_on and known.connected_on != person.connected_on:
        found.append(Gain(Gained.CONNECTED_ON, person.connected_on.isoformat()))
    found += (Gain(Gained.NOTE, note) for note in notes)
    found += (Gain(Gained.GROUP, group) for group in groups)
    return tuple(found)
