"""One thing to offer: what the user could give somebody in the next 1-2-1, and why just that.

Nobody comes with empty hands: an introduction, a name, an idea, or what one knows. Proposals to
choose one of and to write over; nothing of what is private or disliked is ever used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.asks import Ask
from planner.domain.facts import Fact, FactKind
from planner.domain.first_names import given_name
from planner.domain.me import Me
from planner.domain.pairs import Pair
from planner.domain.people import Person
from planner.domain.phrases import topic
from planner.domain.said_of_pairs import in_sentence
from planner.domain.shortening import one_line, shorten

AT_MOST = 3  # more is no choice but a list; ours
PAIRS, ASKS = 2, 2  # of each, at most
WORDS = 16  # of a proposal; the cheat-sheet has room for as many


class Giving(StrEnum):
    """What kind of a thing it is, which says why it is proposed; the window words it."""

    INTRODUCTION = "introduction"  # the other could help them: `pair`
    BUSINESS = "business"  # the other looks for what they have: `pair`
    ASK = "ask"  # they look for it
    NEED = "need"  # it is hard for them
    GOAL = "goal"  # they are after it
    IDEAL_REFERRAL = "ideal_referral"  # whom they would like to meet
    KNOW_HOW = "know_how"  # the user knows it


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to offer: as it is noted under Give, and the note it comes from."""

    giving: Giving
    text: str
    why: str = ""  # in the words it was noted in
    other: int = 0  # the person it is about, of a pair
    pair: Pair | None = None


def offers(
    person: Person,
    facts: Sequence[Fact],
    asks: Iterable[Ask],
    me: Me,
    helped_by: Sequence[tuple[Pair, str]] = (),
    could_help: Sequence[tuple[Pair, str]] = (),
) -> tuple[Offer, ...]:
    """What there is to offer, the surest first, at most AT_MOST.

    `helped_by` are pairs of which `person` looks for something, `could_help` those who look for
    what `person` has, each with the other one's name, the surest first.
    """
    name = given_name(person.name)
    found: dict[str, Offer] = {}
    for offer in (
        *(_introduction(Giving.INTRODUCTION, pair, pair.other, who) for pair, who in helped_by),
        *_asks(name, asks),
        *(_introduction(Giving.BUSINESS, pair, pair.person, who) for pair, who in could_help),
        *_needs(name, facts),
        *_know_how(me),
    ):
        found.setdefault(offer.text.casefold(), offer)
    pairs = [offer for offer in found.values() if offer.pair is not None][:PAIRS]
    others = [offer for offer in found.values() if offer.pair is None]
    return _in_order([*pairs, *others])[:AT_MOST]


def _in_order(found: Iterable[Offer]) -> tuple[Offer, ...]:
    kinds = list(Giving)
    return tuple(sorted(found, key=lambda offer: kinds.index(offer.giving)))


def _introduction(giving: Giving, pair: Pair, other: int, name: str) -> Offer:
    return Offer(giving, shorten(f"An introduction to {name}", WORDS), "", other, pair)


def _asks(name: str, asks: Iterable[Ask]) -> list[Offer]:
    wanted = sorted(
        (ask for ask in asks if ask.done_on is None and one_line(ask.text)),
        key=lambda ask: (ask.made_on or date.min, ask.id),
        reverse=True,
    )
    return [Offer(Giving.ASK, _a_name(name, ask.text), one_line(ask.text)) for ask in wanted[:ASKS]]


def _needs(name: str, facts: Sequence[Fact]) -> list[Offer]:
    """What the facts say they could do with."""
    found = []
    if challenge := _newest(facts, FactKind.CHALLENGE):
        about = topic(challenge, name)
        text = f"An idea on {about}" if about and not _to_them(about) else _an_hour(name)
        found.append(Offer(Giving.NEED, shorten(text, WORDS), challenge))
    if goal := _newest(facts, FactKind.GOAL):
        about = topic(goal, name)
        if about and not _to_them(about):
            found.append(Offer(Giving.GOAL, shorten(f"A hand with {about}", WORDS), goal))
    if wanted := _newest(facts, FactKind.IDEAL_REFERRAL):
        found.append(Offer(Giving.IDEAL_REFERRAL, _a_name(name, wanted), wanted))
    return found


def _know_how(me: Me) -> list[Offer]:
    does = one_line(me.does)
    if not does:
        return []
    return [Offer(Giving.KNOW_HOW, shorten(f"What I know from work: {in_sentence(does)}", WORDS))]


def _a_name(name: str, wanted: str) -> str:
    return shorten(f"A name for {name or 'them'}: {in_sentence(one_line(wanted))}", WORDS)


def _an_hour(name: str) -> str:
    """Where the worry itself does not fit into a sentence."""
    return f"An hour to think it through with {name or 'them'}"


def _to_them(about: str) -> bool:
    """Whether it is worded as said to the person, which a note to oneself is not."""
    return not {"you", "your", "yourself"}.isdisjoint(about.lower().split())


def _newest(facts: Sequence[Fact], kind: FactKind) -> str:
    of_kind = [fact for fact in facts if fact.kind is kind and one_line(fact.text)]
    newest = max(of_kind, key=lambda fact: (fact.noted_on or date.min, fact.id), default=None)
    return one_line(newest.text) if newest else ""
