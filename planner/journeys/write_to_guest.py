"""Writing to the guest: who lacks an address, and the message as a mail program takes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from planner.calendar.plain_text import first_mailto, lines, mailto, one_line
from planner.domain.me import Me
from planner.domain.people import Person

# Windows hands a link of at most 2083 characters to another program (INTERNET_MAX_URL_LENGTH).
LONGEST_LINK = 2000


class Missing(StrEnum):
    """Whose e-mail address is missing, or is not one that mail reaches."""

    NOTHING = ""
    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Letter:
    """A link that opens a new mail; `whole` unless the message was too long to go with it."""

    link: str
    whole: bool


def missing_for_invitation(me: Me, person: Person) -> Missing:
    """What an invitation file still lacks: it names the user and is made out to the guest."""
    return Missing.MINE if mailto(me.email) is None else missing_for_mail(person)


def missing_for_answer(me: Me, invited_as: str) -> Missing:
    """What an answer still lacks: it names the user by the address they invited.

    It goes to whoever invited, and their address came with the invitation.
    """
    return Missing.MINE if mailto(invited_as or me.email) is None else Missing.NOTHING


def missing_for_mail(person: Person) -> Missing:
    return Missing.THEIRS if first_mailto(person.emails) is None else Missing.NOTHING


def letter(person: Person, subject: str, message: str) -> Letter | None:
    """A new mail to the guest alone (RFC 6068); None when there is no address for it.

    Neither a name nor the message can add a recipient: all but the one address is encoded.
    """
    address = first_mailto(person.emails)
    return None if address is None else _letter(address, subject, message)


def letter_to_both(one: Person, other: Person, subject: str, message: str) -> Letter | None:
    """The same to two people at once; None when either has no address for it."""
    first, second = first_mailto(one.emails), first_mailto(other.emails)
    if first is None or second is None:
        return None
    return _letter(f"{first},{second.partition(':')[2]}", subject, message)


def _letter(address: str, subject: str, message: str) -> Letter:
    bare = f"{address}?subject={quote(one_line(subject), safe='')}"
    body = quote(lines(message).replace("\n", "\r\n"), safe="")
    link = f"{bare}&body={body}" if body else bare
    if len(link) > LONGEST_LINK:
        return Letter(bare, whole=False)
    return Letter(link, whole=True)
