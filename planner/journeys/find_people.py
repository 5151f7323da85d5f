"""Finding people as somebody names them at a command line: an id, an e-mail, or a name."""

from __future__ import annotations

from collections.abc import Sequence

from planner.domain.identity import email_key, folded, name_key
from planner.domain.people import Person
from planner.errors import AmbiguousName, NotFound
from planner.storage.store import Store

LISTED = 5  # people named when a name fits several


def matching_people(store: Store, text: str = "") -> list[Person]:
    """Everybody whose name, work, city, e-mails or phones hold each word of `text`, by name."""
    words = [word for word in map(folded, text.split()) if word]
    return [
        person for person in store.people.by_name() if not words or _holds(_told(person), words)
    ]


def one_person(store: Store, text: str) -> Person:
    """The one person whom an id, an e-mail or a name means.

    A name need not be whole ("maya", "oka"): whole ones win over whole words, those over parts.
    Raises NotFound when it fits nobody, AmbiguousName, naming who, when it fits several.
    """
    wanted = text.strip()
    if wanted.isascii() and wanted.isdigit() and (person := store.people.find(int(wanted))):
        return person
    people = store.people.by_name()
    if "@" in wanted:
        address = email_key(wanted)
        theirs = [p for p in people if any(email_key(email) == address for email in p.emails)]
        called = [p for p in people if email_key(p.name) == address]
        return _only(theirs or called, wanted)
    words = folded(wanted).split()
    if not words:
        raise NotFound(f"“{wanted}” names nobody; give an id, an e-mail or a name.")
    whole = [p for p in people if name_key(p.name) == name_key(wanted)]
    by_words = [p for p in people if set(words) <= set(folded(p.name).split())]
    by_parts = [p for p in people if _holds(p.name, words)]
    return _only(whole or by_words or by_parts, wanted)


def _only(found: Sequence[Person], wanted: str) -> Person:
    if not found:
        raise NotFound(f"Nobody in the library fits “{wanted}”. List everybody with: people")
    if len(found) == 1:
        return found[0]
    names = "; ".join(_introduced(person) for person in found[:LISTED])
    more = f" and {len(found) - LISTED} more" if len(found) > LISTED else ""
    raise AmbiguousName(
        f"“{wanted}” fits {len(found)} people: {names}{more}. Give the id or the e-mail."
    )


def _introduced(person: Person) -> str:
    known = [person.company or person.role, *person.emails[:1]]
    told = ", ".join(part for part in (person.name, *known) if part)
    return f"{told} (id {person.id})"


def _told(person: Person) -> str:
    numbers = ("".join(filter(str.isdigit, phone)) for phone in person.phones)
    return " ".join(
        (
            *(person.name, person.company, person.role, person.city),
            *(*person.emails, *person.phones, *numbers),
        )
    )


def _holds(text: str, words: Sequence[str]) -> bool:
    plain = folded(text)
    return all(word in plain for word in words)
