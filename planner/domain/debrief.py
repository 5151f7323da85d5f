"""After a 1-2-1: what was noted becomes facts, promises and perhaps a step up the ladder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.captures import Form
from planner.domain.conversation import Answer
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.guides import Prompt
from planner.domain.meetings import TalkedMore
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.talk_time import Balance

EVEN_LEAST, EVEN_MOST = 0.4, 0.6  # own share within which both talked about as much; our choice


class Evidence(StrEnum):
    """What the user saw that speaks for a closer relationship."""

    ENJOYED = "enjoyed"  # both would gladly have gone on
    PERSONAL = "personal"  # they told something beyond work
    OFFERED_HELP = "offered_help"  # unasked
    KEPT_PROMISE = "kept_promise"  # they did what they had said
    CONFIDED = "confided"  # told something that is not for everybody
    INTRODUCED = "introduced"  # brought the user together with somebody
    REFERRED = "referred"  # passed on business


# What lifts somebody off each stage, besides having met; any one of them will do.
LIFTS = {
    Stage.KNOWN: (Evidence.ENJOYED, Evidence.PERSONAL, Evidence.OFFERED_HELP),
    Stage.LIKED: (Evidence.KEPT_PROMISE, Evidence.CONFIDED, Evidence.INTRODUCED),
    Stage.TRUSTED: (Evidence.REFERRED,),
}


# What people tell only when the talk has gone beyond work.
_PERSONAL = frozenset({FactKind.INTEREST, FactKind.LIKE, FactKind.DISLIKE})


class StepWhy(StrEnum):
    """Why a step up is proposed; the window words it, with the evidence when there is some."""

    FIRST_TALK = "first_talk"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class StepUp:
    """A proposed move up the ladder, one rung at a time; the user decides."""

    stage: Stage
    why: StepWhy
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class OfferedFact:
    """A noted answer, offered as the fact it tells: to keep, edit or drop."""

    prompt: Prompt
    fact: Fact
    instead_of: Fact | None = None  # the newest fact of that kind so far


@dataclass(frozen=True, slots=True)
class Passed:
    """A referral, an introduction or an ask of a 1-2-1: whose, what or whom, and why."""

    form: Form
    mine: bool
    what: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Debrief:
    """What the user keeps of a 1-2-1 once they are alone again."""

    summary: str = ""
    facts: tuple[Fact, ...] = ()  # kept, as edited
    promises: tuple[Promise, ...] = ()  # new ones; those captured on the way are kept already
    kept: tuple[int, ...] = ()  # ids of promises that this 1-2-1 settled
    stage: Stage | None = None  # None leaves the person where they stand
    meet_again: date | None = None  # not suggested before that day
    talked: TalkedMore = TalkedMore.UNKNOWN
    passed: tuple[Passed, ...] = ()
    guide: str = ""  # id of the guide whose questions these were, where the 1-2-1 names none
    answers: tuple[tuple[str, str], ...] = ()  # prompt id and words, noted on paper
    thanked: bool = False  # the thank-you note is on its way, so it is a touch
    thanks: str = ""  # the note as edited, to be there when it is sent later


def facts_from_answers(
    answers: Iterable[Answer],
    prompts: Iterable[Prompt],
    known: Iterable[Fact],
    person_id: int,
    today: date,
) -> tuple[OfferedFact, ...]:
    """The answers as facts, in the order of `prompts` (the library's, or the script's).

    Left out: empty answers, those whose prompt tells no fact, and what is known word for word.
    """
    facts = sorted(known, key=lambda f: (f.noted_on or date.min, f.id))
    newest = {fact.kind: fact for fact in facts}
    taken = {fact_key(fact) for fact in facts}
    noted = {answer.prompt: answer.text for answer in answers}
    offered: list[OfferedFact] = []
    for prompt in prompts:
        text = " ".join(noted.get(prompt.id, "").split())
        if prompt.fills is None or not text:
            continue
        fact = Fact(0, person_id, prompt.fills, text, Origin.MEETING, today)
        if fact_key(fact) not in taken:
            taken.add(fact_key(fact))
            offered.append(OfferedFact(prompt, fact, newest.get(prompt.fills)))
    return tuple(offered)


def evidence_here(
    facts: Iterable[Fact], settled: Iterable[Promise], passed: Iterable[Passed]
) -> tuple[Evidence, ...]:
    """What a debrief itself shows of a closer relationship, before the user says any more."""
    theirs = {one.form for one in passed if not one.mine}
    seen = {
        Evidence.PERSONAL: any(fact.kind in _PERSONAL for fact in facts),
        Evidence.KEPT_PROMISE: any(not promise.mine for promise in settled),
        Evidence.INTRODUCED: Form.INTRODUCTION in theirs,
        Evidence.REFERRED: Form.REFERRAL in theirs,
    }
    return tuple(evidence for evidence, there in seen.items() if there)


def who_talked_more(of: Balance) -> TalkedMore:
    """What the clock says; UNKNOWN where too little was counted, or one side only."""
    if not of.telling:
        return TalkedMore.UNKNOWN
    if EVEN_LEAST <= of.own_share <= EVEN_MOST:
        return TalkedMore.EVEN
    return TalkedMore.ME if of.own_share > EVEN_MOST else TalkedMore.THEM


def fact_key(fact: Fact) -> tuple[str, str]:
    """Two facts of one person with the same key say the same."""
    return fact.kind, " ".join(fact.text.casefold().split())


def proposed_step(
    person: Person, meetings_held: int, evidence: Iterable[Evidence] = ()
) -> StepUp | None:
    """The step up the ladder that the evidence speaks for; None when there is none.

    `meetings_held` counts the one just held. Never a step down: a bad day is no mark against
    anybody.
    """
    if person.stage is Stage.CONNECTED:
        return StepUp(Stage.KNOWN, StepWhy.FIRST_TALK) if meetings_held > 0 else None
    seen = set(evidence)
    lifting = tuple(one for one in LIFTS.get(person.stage, ()) if one in seen)
    if not lifting:
        return None
    return StepUp(Stage(person.stage + 1), StepWhy.EVIDENCE, lifting)
