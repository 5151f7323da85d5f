"""Which guide suits a 1-2-1 with somebody, and why that one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from planner.domain.facts import Fact, FactKind
from planner.domain.guides import CATCH_UP, DISLIKES, FIRST, PRESS, RECONNECT, TRAIN
from planner.domain.meetings import Roughly
from planner.domain.people import Attitude, Person, Stage
from planner.domain.topics import subjects
from planner.domain.word_forms import roots

SILENCE = 600  # days without a word after which two have to find each other again; our choice
EARLY_TALKS = 2  # as long as somebody finds out whether such a meeting is one more pitch
TOLD_LONG_AGO = 365  # days after which one asks again whom they look for
OUR_GUIDES = frozenset({FIRST, CATCH_UP, TRAIN, DISLIKES, PRESS, RECONNECT})

# What one has to know of somebody to send the right people their way, the most telling first.
TO_REFER = (FactKind.IDEAL_REFERRAL, FactKind.NETWORK)
# What training each other to refer is about; nobody who dislikes that is trained.
REFERRING = roots("referral recommend introduce networking pitching selling")


class GuideWhy(StrEnum):
    """What speaks for a guide; the window words it."""

    PRESS = "press"  # everybody pitches to them
    DISLIKES = "dislikes"  # dislikes networking, and knows the user little yet
    EMPLOYED = "employed"  # neither buys nor sells, and knows the user little yet
    SILENCE = "silence"  # not a word since `since`
    TRAIN_GAP = "train_gap"  # nothing is known of `kind`
    TRAIN_STALE = "train_stale"  # what is known of `kind` is of `since`
    FIRST = "first"  # never sat down together
    CATCH_UP = "catch_up"  # sat down together before
    CLOSE = "close"  # no 1-2-1 is written down, but they know each other well


@dataclass(frozen=True, slots=True)
class GuideChoice:
    """A guide's id, with the reason for it."""

    guide: str
    why: GuideWhy
    kind: FactKind | None = None  # with TRAIN_GAP and TRAIN_STALE
    since: date | None = None  # with SILENCE and TRAIN_STALE
    roughly: Roughly = Roughly.NOT  # how much of that day is remembered


@dataclass(frozen=True, slots=True)
class Past:
    """What two had to do with each other so far."""

    held: int = 0  # 1-2-1s
    last_contact: date | None = None  # 1-2-1 or any touch; None where none is written down
    guides: tuple[str, ...] = ()  # ids of those of the 1-2-1s held, newest first; "" if unknown
    rough: Mapping[date, Roughly] = field(default_factory=dict)  # days of 1-2-1s long ago

    def on(self, day: date | None) -> Roughly:
        """How much of a day is remembered."""
        return self.rough.get(day, Roughly.NOT) if day else Roughly.NOT


def suiting_guide(
    person: Person,
    past: Past,
    facts: Iterable[Fact],
    today: date,
    have: frozenset[str] = OUR_GUIDES,
) -> GuideChoice:
    """The guide that suits among those there are (`have`); without any of them, the plainest.

    Somebody the user already likes or trusts gets no first-meeting questions, even when none of
    their 1-2-1s was ever written down here. Nobody is trained to refer twice in a row, nor
    without being open to networking.
    """
    return next(
        choice
        for choice in (*_special(person, past, facts, today), _plain(person, past))
        if choice.guide in have or choice.guide in (FIRST, CATCH_UP)
    )


def _special(
    person: Person, past: Past, facts: Iterable[Fact], today: date
) -> Iterable[GuideChoice]:
    """Every guide for something particular that suits, the one that matters most first."""
    knew_each_other = past.held > 0 or person.stage >= Stage.LIKED
    silent = past.last_contact is not None and (today - past.last_contact).days >= SILENCE
    if knew_each_other and silent:
        yield GuideChoice(
            RECONNECT, GuideWhy.SILENCE, since=past.last_contact, roughly=past.on(past.last_contact)
        )
    if person.attitude is Attitude.PRESS:
        yield GuideChoice(PRESS, GuideWhy.PRESS)
    early = past.held < EARLY_TALKS and person.stage < Stage.TRUSTED
    if early and person.attitude is Attitude.DISLIKES:
        yield GuideChoice(DISLIKES, GuideWhy.DISLIKES)
    if early and person.attitude is Attitude.EMPLOYED:
        yield GuideChoice(DISLIKES, GuideWhy.EMPLOYED)
    if person.stage < Stage.TRUSTED or person.attitude is not Attitude.OPEN:
        return
    if past.guides[:1] == (TRAIN,):
        return
    facts = tuple(facts)
    if REFERRING & subjects(fact for fact in facts if fact.kind is FactKind.DISLIKE):
        return
    newest: dict[FactKind, date | None] = {}
    for fact in facts:
        known = newest.get(fact.kind)
        newest[fact.kind] = max((d for d in (known, fact.noted_on) if d), default=None)
    for kind in TO_REFER:
        if kind not in newest:
            yield GuideChoice(TRAIN, GuideWhy.TRAIN_GAP, kind)
    for kind in TO_REFER:
        told = newest.get(kind)
        if told is not None and (today - told).days > TOLD_LONG_AGO:
            yield GuideChoice(TRAIN, GuideWhy.TRAIN_STALE, kind, told, past.on(told))


def _plain(person: Person, past: Past) -> GuideChoice:
    if past.held:
        return GuideChoice(CATCH_UP, GuideWhy.CATCH_UP)
    if person.stage < Stage.LIKED:
        return GuideChoice(FIRST, GuideWhy.FIRST)
    return GuideChoice(CATCH_UP, GuideWhy.CLOSE)
