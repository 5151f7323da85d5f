"""Learn, give, ask: what a 1-2-1 could be for, proposed from what is known of the person.

Proposals for the user to write over. What is private, what they dislike and free notes are never
used; somebody who is new, or who dislikes being networked with, is not asked for anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.facts import Fact, FactKind
from planner.domain.first_names import given_name
from planner.domain.me import Me
from planner.domain.people import Attitude, Person, Stage
from planner.domain.phrases import topic
from planner.domain.promises import Promise
from planner.domain.shortening import shorten
from planner.domain.word_forms import stems

WORDS = 16  # of a proposal; the cheat-sheet has room for as many
_ARTICLES = frozenset({"a", "an", "any"})
_OR = re.compile(r",?\s+or\s+|\s*,\s*")
# Where it is told which of a trade: "whose clients build", "in Leeds".
_CLAUSE = re.compile(r"\s+(?=(?:who|whose|whom|that|which|with|for|in|at|near|around|from)\b)")
_TO_THEM = frozenset({"you", "your", "yourself"})  # said to the person, not of them


@dataclass(frozen=True, slots=True)
class Aims:
    """What to learn, give and ask; "" where nothing is proposed."""

    learn: str = ""
    give: str = ""
    ask: str = ""


def propose(person: Person, facts: Sequence[Fact], promises: Iterable[Promise], me: Me) -> Aims:
    """What the next 1-2-1 with `person` could be for; `facts` and `promises` are theirs."""
    name = given_name(person.name) or "they"
    return Aims(
        learn=shorten(_learn(name, facts), WORDS),
        give=shorten(_give(name, facts, promises), WORDS),
        ask=shorten(_ask(name, person, me), WORDS),
    )


def _learn(name: str, facts: Sequence[Fact]) -> str:
    """What nothing is known of yet comes first; then how it goes with what they told."""
    known = {fact.kind for fact in facts}
    they = name == "they"
    for kind, one, many in (
        (FactKind.DOES, f"What {name} does, and how it began", "What they do, and how it began"),
        (FactKind.FOR_WHOM, f"Whom {name} works for best", "Whom they work for best"),
        (FactKind.IDEAL_REFERRAL, f"How {name} is best introduced", "How to introduce them best"),
    ):
        if kind not in known:
            return many if they else one
    whose = "they are" if they else f"{name} is"
    for kind, words in (
        (FactKind.GOAL, f"How {whose} getting on with"),
        (FactKind.CHALLENGE, f"How {whose} coping with"),
    ):
        about = topic(_newest(facts, kind))
        if about and not _TO_THEM & set(about.lower().split()):
            return f"{words} {about}"
    if FactKind.GOAL not in known:
        return f"What {whose} aiming for this year"
    return "What has changed since we last spoke"


def _give(name: str, facts: Sequence[Fact], promises: Iterable[Promise]) -> str:
    mine = [promise for promise in promises if promise.mine and promise.done_on is None]
    if mine:
        return min(mine, key=lambda promise: (promise.due or date.max, promise.id)).text
    looked_for = _newest(facts, FactKind.IDEAL_REFERRAL)
    if looked_for:
        return f"A name for {'them' if name == 'they' else name}: {_lowered(looked_for)}"
    return ""


def _ask(name: str, person: Person, me: Me) -> str:
    if person.attitude is not Attitude.OPEN:
        return "What networking means to them, and the best they have had of it"
    if person.stage is Stage.CONNECTED or not me.ideal_referral.strip():
        return ""
    wanted = _but_their_own(me.ideal_referral.strip().rstrip(".?!"), person)
    if not wanted:
        return ""
    knows = "Do they know" if name == "they" else f"Does {name} know"
    if wanted.split()[0].lower() in {"a", "an", "any", "anybody", "somebody", "people", "one"}:
        return f"{knows} {_lowered(wanted)}?"
    return f"{knows} somebody: {wanted}?"


def _but_their_own(wanted: str, person: Person) -> str:
    """What is wanted, without the trade they are in themselves; "" where that is all of it.

    Of "An architect or mortgage adviser whose clients extend" a mortgage adviser is asked for
    "An architect whose clients extend".
    """
    own = frozenset(stems(person.role))
    heads = _CLAUSE.split(wanted, maxsplit=1)[0]
    if not own or not heads:
        return wanted
    trades = _OR.split(heads) if " or " in heads else [heads]
    kept = [trade for trade in trades if not own.issuperset(stems(trade))]
    if not kept or kept == trades:
        return wanted if kept else ""
    if (article := trades[0].split()[0].lower()) in _ARTICLES and kept[0] is not trades[0]:
        rest = " ".join(word for word in kept[0].split() if word.lower() not in _ARTICLES)
        article = "any" if article == "any" else "an" if rest[0].lower() in "aeiou" else "a"
        kept[0] = f"{article} {rest}"
    return " or ".join(kept) + wanted[len(heads) :]


def _newest(facts: Sequence[Fact], kind: FactKind) -> str:
    of_kind = [fact for fact in facts if fact.kind is kind and fact.text.strip()]
    newest = max(of_kind, key=lambda fact: (fact.noted_on or date.min, fact.id), default=None)
    return newest.text.strip() if newest else ""


def _lowered(text: str) -> str:
    """Without the capital of a sentence where its first word is an ordinary small one."""
    first = text.split()[0]
    return text[0].lower() + text[1:] if first in {"A", "An", "Any", "The", "People"} else text
