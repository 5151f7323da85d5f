"""Pairs who could help each other: what one looks for against what another does, is or knows.

Precise rather than many: the thing itself that is looked for has to be what the other does, by a
form of the word, a synonym, or a trade known to have it; and where words narrow it ("a *web*
designer"), one of them has to fit as well. A place alone tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from planner.domain.facts import Fact, FactKind
from planner.domain.language import Language
from planner.domain.people import Person, Stage
from planner.domain.seeking import Offered, Sought, offered, root, whom, without_whom
from planner.domain.seeking_words import NAMED_AFTER
from planner.domain.word_forms import folded, stem, stems


class Source(StrEnum):
    """Where it was said what somebody looks for, the plainest word first."""

    ASK = "ask"
    IDEAL_REFERRAL = "ideal_referral"
    CHALLENGE = "challenge"
    GOAL = "goal"


class Trait(StrEnum):
    """What it is of the other that helps."""

    ROLE = "role"
    DOES = "does"
    SKILL = "skill"
    COMPANY = "company"
    NETWORK = "network"
    FOR_WHOM = "for_whom"


# How plainly somebody said that they look for it, and how surely the other has it. Our choice.
SAID = {Source.ASK: 1.0, Source.IDEAL_REFERRAL: 0.8, Source.CHALLENGE: 0.55, Source.GOAL: 0.5}
HAS = {
    Trait.ROLE: 1.0,
    Trait.DOES: 1.0,
    Trait.SKILL: 0.9,
    Trait.COMPANY: 0.8,
    Trait.NETWORK: 0.7,
    Trait.FOR_WHOM: 0.5,
}
ALIKE = 0.85  # of the score where a synonym fits, or a trade known to have it, not the word itself
COMMON = 0.5  # of the score what many in the library offer is worth; the rarest is worth 1
SPOKEN_FOR = 0.1  # more for each further word that fits
ELSEWHERE = 0.8  # of the score where the two live in different places

SEEKING = {FactKind(source): source for source in Source if source is not Source.ASK}
_TRAITS = {
    FactKind.DOES: Trait.DOES,
    FactKind.SKILL: Trait.SKILL,
    FactKind.NETWORK: Trait.NETWORK,
    FactKind.FOR_WHOM: Trait.FOR_WHOM,
}
# Whom somebody works for or knows is of use to who looks for people, not for a service.
_KNOWN_TO = frozenset({Trait.NETWORK, Trait.FOR_WHOM})
OFFERING = frozenset(_TRAITS)
_RENTED = "rent"
_TO_LET = re.compile(r"\b(?:rent|let|hir|leas|land|venue|hall|propert|premise|room|space)", re.I)
Rarity = Callable[[Sought], float]


@dataclass(frozen=True, slots=True)
class Want:
    """What a person looks for, in the words it was noted in."""

    person: int
    source: Source
    text: str
    id: int = 0  # of the ask or fact


@dataclass(frozen=True, slots=True)
class Known:
    """What of the other helps, in the words it was noted in."""

    trait: Trait
    text: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people, what the one looks for, and what the other has."""

    person: int  # who looks for something
    other: int  # who could help
    want: Want
    known: Known
    score: float
    exact: bool = True  # by the word itself, not by one that means nearly the same


class Helper(NamedTuple):
    """Somebody with all that is told of what they do, made ready for comparing."""

    person: Person
    pieces: tuple[tuple[Known, Offered], ...]
    words: frozenset[str]  # roots of everything told
    stems: frozenset[str]  # of everything told, for places and names


def helper(person: Person, facts: Iterable[Fact]) -> Helper:
    """What somebody does, is and knows; what is private or said in passing is left out."""
    known = [
        Known(_TRAITS[fact.kind], fact.text)
        for fact in sorted(facts, key=lambda fact: fact.id)
        if fact.kind in _TRAITS and fact.text.strip()
    ]
    if person.role.strip():
        known.append(Known(Trait.ROLE, person.role))
    if person.company.strip():
        known.append(Known(Trait.COMPANY, person.company))
    pieces = [(one, _offered(one)) for one in known]
    for one in known:
        if one.trait is Trait.DOES and (served := whom(one.text)):
            pieces.append((Known(Trait.FOR_WHOM, one.text), offered(served)))
    told = " ".join((*(one.text for one in known), person.city))
    words = frozenset().union(*(piece.words for _, piece in pieces))
    return Helper(person, tuple(pieces), words, frozenset(stems(told)))


def could_help(
    want: Want, seeker: Person, other: Helper, language: Language, rarity: Rarity
) -> Pair | None:
    """The pair, with what of the other fits best; None where nothing certainly does."""
    if not may_meet(seeker, other) or not _where(want, other, language):
        return None
    best: Pair | None = None
    for thing in language.things(want.text):
        for known, piece in other.pieces:
            strength, exact = _fits(want, thing, known, piece, other, language)
            if not strength:
                continue
            rare = COMMON + (1 - COMMON) * rarity(thing)
            score = SAID[want.source] * HAS[known.trait] * strength * rare * (1 if exact else ALIKE)
            if folded(seeker.city) != folded(other.person.city):
                score *= ELSEWHERE
            score = round(score, 6)
            if best is None or score > best.score:
                best = Pair(want.person, other.person.id, want, known, score, exact)
    return best


def may_look(person: Person, met: bool) -> bool:
    """Whether the user knows somebody well enough to look for help for them."""
    return not person.let_go and (met or person.stage >= Stage.KNOWN)


def may_meet(seeker: Person, other: Helper) -> bool:
    """Whether the two may be brought together: not colleagues, and not known to each other.

    Nor one person who is in the library twice, as far as a name or an e-mail address tells.
    """
    if seeker.id == other.person.id or seeker.let_go or other.person.let_go:
        return False
    if folded(seeker.name) == folded(other.person.name):
        return False
    if {*map(folded, seeker.emails)} & {*map(folded, other.person.emails)}:
        return False
    company = folded(seeker.company).strip()
    if company and company == folded(other.person.company).strip():
        return False
    return not names(other, seeker)


def names(one: Helper, person: Person) -> bool:
    """Whether what is told of one names the other: they know each other."""
    name = stems(person.name)
    return len(name) > 1 and one.stems.issuperset(name)


def _offered(one: Known) -> Offered:
    if one.trait is Trait.DOES:
        return offered(without_whom(one.text))
    found = offered(one.text)
    if one.trait is Trait.COMPANY:  # names of people are in it: "Baker & Sons" need not bake
        last = root(folded(one.text).split()[-1])
        if last in NAMED_AFTER:
            return found._replace(is_=frozenset(), made=frozenset())
        return found._replace(is_=found.is_ & {last, stem(folded(one.text).split()[-1])})
    return found


def _where(want: Want, other: Helper, language: Language) -> bool:
    """Whether the other is where it is looked for, if that is said."""
    wanted = language.where(want.text)
    return not wanted or not other.person.city.strip() or bool(wanted & other.stems)


def _fits(
    want: Want, thing: Sought, known: Known, piece: Offered, other: Helper, language: Language
) -> tuple[float, bool]:
    """How well a thing fits what is known, 0 where it does not; and whether by the word itself."""
    if known.trait in _KNOWN_TO and want.source not in (Source.ASK, Source.IDEAL_REFERRAL):
        return 0.0, False
    served = known.trait is Trait.FOR_WHOM
    if served and (not thing.doer or want.source is Source.ASK):
        return 0.0, False
    if _RENTED in thing.rest and not _TO_LET.search(known.text):
        return 0.0, False  # a kitchen to rent is nothing for a kitchen fitter
    has = piece.is_ if thing.doer else piece.made
    near = piece.words if known.trait in _KNOWN_TO else other.words
    for term, narrowed in thing.terms():
        itself = {term} if " " in term or served else {term, root(thing.phrase[-1])}
        alike = frozenset() if served else language.fitting(term)
        found = [one for one in (alike | itself) & has if _plainly(one, thing, piece, language)]
        if not found:
            continue
        fitting = sum(_told(word, near, language) for word in narrowed)
        if narrowed and not fitting:
            continue
        fitting += len(thing.rest & near)
        if not fitting and any(language.knows(word) for word in thing.bound):
            continue  # "a solicitor who writes wills" is not just any
        return 1.0 + SPOKEN_FOR * fitting, not itself.isdisjoint(found)
    return 0.0, False


def _plainly(term: str, thing: Sought, piece: Offered, language: Language) -> bool:
    """Whether no trade stands before the word that nobody asked for: "solar roofs"."""
    before = piece.before.get(term, "")
    return not language.knows(before) or root(before) in {*map(root, thing.phrase), *thing.rest}


def _told(word: str, words: Collection[str], language: Language) -> bool:
    """Whether a word, or one that means the same, is among the roots of what is told."""
    alike = {word, *language.fitting(stem(word))}
    return any(root(one) in words for one in alike if " " not in one)


def offers_of(other: Helper, language: Language) -> Sequence[str]:
    """The terms by which those may have said what they look for who somebody could help."""
    terms: dict[str, None] = {}
    for _, piece in other.pieces:
        for term in sorted(piece.made | piece.is_):
            terms |= dict.fromkeys((term, *sorted(language.looked_for(term))))
    return list(terms)
