"""The messages of an introduction: each of the two is asked first, then both are put in touch.

Personal and never a pitch: why just this person, what the other looks for, and that a no is fine.
Nothing is said that is private or that touches it; of a worry or an aim, which somebody told the
user alone, the other hears nothing until the one who told it has said yes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from planner.domain.facts import Fact, FactKind
from planner.domain.first_names import given_name
from planner.domain.pairs import Known, Pair, Source, Trait, Want
from planner.domain.people import Person
from planner.domain.said_of_pairs import Frame, in_sentence, said_of_known, said_of_want
from planner.domain.seeking import sought
from planner.domain.seeking_words import TITLES
from planner.domain.told_of_notes import (
    Hushed,
    told_of,
    told_to,
    without_what_they_are_like,
)
from planner.domain.word_forms import stem

_HUSHED = frozenset({FactKind.PRIVATE, FactKind.DISLIKE, FactKind.NOTE})
_OPEN = frozenset({Source.ASK, Source.IDEAL_REFERRAL})  # said for others to hear
_NO_IS_FINE = "Would you like me to introduce you? A no is perfectly fine."
# Companies that are none, and those at the head of one: the owner of it, not at it.
_NO_COMPANY = frozenset(
    ("freelance", "freelancer", "self-employed", "self employed", "selfemployed", "independent",
     "none", "n/a", "-", "retired")
)  # fmt: skip
_HEADS = frozenset(
    (
        "owner",
        "founder",
        "co-founder",
        "cofounder",
        "director",
        "managing director",
        "ceo",
        "president",
    )
)
_HEADLINE = re.compile(r"\s*[|•·;]\s*|\s[-–—]\s")  # "Roofer | Speaker | Dad of two"
_LONGEST_ROLE = 6  # words; more is a slogan


class Letters(NamedTuple):
    """What each of the two is asked, and what both are told in the end."""

    to_person: str
    to_other: str
    to_both: str


def letters(
    person: Person, other: Person, pair: Pair | None, known: Iterable[Fact], my_name: str
) -> Letters:
    """The drafts; `known` are the facts of both, by which is decided what is not said.

    Without a pair the user has an idea of their own: the drafts leave room for it.
    """
    quiet = Hushed(fact.text for fact in known if fact.kind in _HUSHED)
    want = pair.want if pair is not None and not quiet.touched_by(pair.want.text) else None
    has = pair.known if pair is not None and not quiet.touched_by(pair.known.text) else None
    sign = given_name(my_name)
    shared = want if want is not None and want.source in _OPEN else None
    return Letters(
        _letter(person, _to_person(person, other, want, has), _NO_IS_FINE, sign),
        _letter(other, _to_other(person, shared), _NO_IS_FINE, sign),
        _to_both(person, other, shared, has, sign),
    )


def why_in_words(pair: Pair) -> str:
    """What an introduction is about, kept with it."""
    words = said_of_want(pair.want).words
    return told_of(words) or words


def _to_person(person: Person, other: Person, want: Want | None, has: Known | None) -> str:
    whom = f"{_who(other)}{_does(other, has)}"
    said = said_of_want(want) if want is not None else None
    if said is None or want is None or not (words := told_to(said.words)):
        return _both_alike(whom)
    if said.frame is Frame.LOOKS_FOR and _to_meet(want):
        words = without_what_they_are_like(words)
        return f"You would like to meet {words}, and I thought of {whom}."
    told = {
        Frame.WANTS_TO: f"You told me that you want to {words}",
        Frame.WOULD_LIKE: f"You told me that you would like {words}",
        Frame.STRUGGLES: f"What you told me about {words} stayed with me",
        Frame.WORRIES: "What you told me about your work stayed with me",
    }.get(said.frame, f"You are looking for {words}")
    return f"{told}, and I thought of {whom}."


def _to_other(person: Person, want: Want | None) -> str:
    looks = _looks(want)
    if not looks:
        return _both_alike(_who(person))
    return (
        f"I know somebody who {looks}, and I thought of you: {_who(person)}. "
        "I have given nobody your details; I wanted to ask you first."
    )


def _both_alike(whom: str) -> str:
    """Not a word of a need: to be told "you could help" would tell of one."""
    comma = "," if "," in whom else ""
    return f"I think that you and {whom}{comma} would have a lot to talk about."


def _to_both(person: Person, other: Person, want: Want | None, has: Known | None, sign: str) -> str:
    sure = given_name(person.name) and given_name(other.name)
    first, second = _called(person), _called(other)
    lines = [
        f"Hi {first}, hi {second}," if sure else "Hello both,",
        "As promised, a short introduction, and then I step back.",
    ]
    about = [f"{first}, meet {_who(other)}{_does(other, has)}."]
    looks = f", who {told}" if (told := _looks(want)) else ""
    about.append(f"{second}, meet {_who(person)}{looks}.")
    close = f"{first}, would you write to {second} first, and find a time that suits you both?"
    return "\n\n".join(part for part in (*lines, " ".join(about), close, sign) if part)


def _looks(want: Want | None) -> str:
    """Such as "is looking for a landlord"; "" where nothing is to be said."""
    if want is None:
        return ""
    said = said_of_want(want)
    words = told_of(said.words)
    if not words or said.frame is Frame.WANTS_TO:
        return f"would like to {words}" if words else ""
    if want.source is Source.IDEAL_REFERRAL:
        words = without_what_they_are_like(words)
    return f"would like to meet {words}" if _to_meet(want) else f"is looking for {words}"


def _to_meet(want: Want) -> bool:
    """Whether people are meant whom somebody hopes to get to know, not a thing or a service."""
    heads = [(thing.doer, stem(thing.phrase[-1])) for thing in sought(want.text)]
    people = bool(heads) and all(doer or word in TITLES | {"agent"} for doer, word in heads)
    return want.source is Source.IDEAL_REFERRAL and people


def _letter(to: Person, told: str, question: str, sign: str) -> str:
    name = given_name(to.name)
    greeting = f"Hi {name}," if name else "Hello,"
    return "\n\n".join(part for part in (greeting, told, question, sign) if part)


def _who(person: Person) -> str:
    """Such as "Rob Kane, letting agent at Kane Lettings"."""
    role = _HEADLINE.split(" ".join(person.role.split()))[0]
    role = in_sentence(role) if len(role.split()) <= _LONGEST_ROLE else ""
    company = " ".join(person.company.split())
    if company.casefold() in _NO_COMPANY or company.casefold() in role.casefold():
        company = ""
    if company.casefold() == person.name.casefold():
        company = ""
    at = "of" if not role or role.casefold() in _HEADS else "at"
    told = " ".join(part for part in (role, f"{at} {company}" if company else "") if part)
    return f"{person.name}, {told}" if told else person.name


def _does(other: Person, has: Known | None) -> str:
    """Such as ", who lets flats and small shop units"; "" where the role says it already."""
    if has is None or has.trait in (Trait.ROLE, Trait.COMPANY):
        return ""
    said = said_of_known(has)
    words = told_of(said.words)
    if not words or (said.frame is Frame.IS_A and other.role.strip()):
        return ""
    return {
        Frame.ACTS: f", who {words}",
        Frame.IS_A: f", who is {words}",
        Frame.GOOD_AT: f", who is good at {words}",
        Frame.KNOWS: f", who knows {words}",
        Frame.SERVES: f", who works for {words}",
    }.get(said.frame, f", who does {words}")


def _called(person: Person) -> str:
    return given_name(person.name) or person.name
