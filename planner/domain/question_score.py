"""How much speaks for a question, for this person at this time, and what speaks most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.callbacks import (
    Callbacks,
    LastTalk,
    Quoting,
    Source,
    Told,
    says_something,
)
from planner.domain.facts import WORTH_KNOWING, Fact, FactKind
from planner.domain.guides import Prompt
from planner.domain.people import Attitude, Person, Stage
from planner.domain.question_weights import (
    ALL_SAID,
    ALWAYS,
    ANYTHING,
    ASKED,
    ASKED_LONG_AGO,
    AUDIENCE,
    CLOSE,
    COMES_BACK,
    FAVOURITE,
    FOR_FRIENDS,
    FOR_SOME_STAGES,
    GAP,
    GAP_STEP,
    GOES_DEEPER,
    HEARD_SINCE,
    IN_CONFIDENCE,
    KNOWN_ALREADY,
    LEFT_OVER,
    LIKED_TOPIC,
    NOT_SINCE,
    NOTED_WITHIN,
    OWED,
    OWN,
    PERSONAL_AGAIN,
    SAME_AGAIN,
    SINCE_AGAIN,
    SMALL_GAP,
    SOON,
    STALE,
    STALE_AFTER,
    SUITS_STAGE,
    TIME_FOR,
    TO_SUMMARY,
    TOO_SOON,
    UNSPOKEN,
)
from planner.domain.topics import PROMISES, first_about, says_since, speaks_of, subjects


class Why(StrEnum):
    """What speaks most for a question; the window words it."""

    ALWAYS = "always"  # belongs in every such conversation
    RECALLS = "recalls"  # comes back to what they told: `told`
    OWED = "owed"  # the user promised something: `told`
    LEFT_OVER = "left_over"  # nobody came to it last time
    GAP = "gap"  # nothing is known of `kind` yet
    STALE = "stale"  # what is known of `kind` is old: `told`, where it may be quoted
    LIKED = "liked"  # touches something they like: `told`
    AUDIENCE = "audience"  # made for somebody who takes to networking as they do
    FAVOURITE = "favourite"  # one the user likes to ask
    OWN = "own"  # one the user wrote
    STAGE = "stage"  # suits where the two of you stand
    PLACE = "place"  # belongs at this point of a conversation


@dataclass(frozen=True, slots=True)
class Judged:
    """How much speaks for a question, and what most."""

    score: float
    why: Why
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Background:
    """What is known of the person and of the times before, as the score asks for it."""

    newest: Mapping[FactKind, Fact]
    likes: tuple[Fact, ...]  # those that may be said, the newest first
    sore: tuple[Fact, ...]  # what they dislike
    sore_subjects: frozenset[str]  # and what that is about
    quoting: Quoting
    callbacks: Callbacks
    last: LastTalk
    asked: Mapping[str, int]  # prompt id: how many 1-2-1s ago, 1 for the last
    favourites: frozenset[str]
    left_out: frozenset[str]  # never asked
    today: date | None

    @classmethod
    def of(
        cls,
        facts: Iterable[Fact],
        asked: Mapping[str, int],
        *,
        today: date | None = None,
        last: LastTalk | None = None,
        favourites: frozenset[str] = frozenset(),
        left_out: frozenset[str] = frozenset(),
    ) -> Background:
        """Without `today` no fact counts as stale; without `last` there was no 1-2-1."""
        ordered = sorted(facts, key=lambda f: (f.noted_on or date.min, f.id, f.text))
        last = last or LastTalk()
        quoting = Quoting.of(ordered, last)
        likes = (f for f in reversed(ordered) if f.kind in (FactKind.LIKE, FactKind.INTEREST))
        sore = tuple(f for f in ordered if f.kind is FactKind.DISLIKE)
        return cls(
            newest={fact.kind: fact for fact in ordered if says_something(fact.text)},
            likes=tuple(fact for fact in likes if quoting.sayable(fact.text)),
            sore=sore,
            sore_subjects=subjects(sore),
            quoting=quoting,
            callbacks=Callbacks.of(ordered, last, quoting),
            last=last,
            asked=asked,
            favourites=favourites,
            left_out=left_out,
            today=today,
        )

    def may_come(self, prompt: Prompt, person: Person) -> bool:
        """Whether it may be put to them at all, now that there is something to come back to."""
        if prompt.id in self.left_out:
            return False
        return (
            person.stage in prompt.stages
            and person.attitude in prompt.audience
            and (prompt.recalls is None or self.can_come_back_to(prompt, person))
            and self._is_of_last_time(prompt)
            and (prompt.always or not self._is_sore(prompt))
        )

    def asked_last_time(self, prompt: Prompt) -> bool:
        """Whether it was asked at the last 1-2-1; what belongs in every one does not count."""
        return not prompt.always and self.asked.get(prompt.id) == 1

    def _is_sore(self, prompt: Prompt) -> bool:
        """Whether its topics or its own words are about something they dislike."""
        about = first_about(prompt, self.sore) is not None
        return about or speaks_of(prompt, self.sore_subjects)

    def _is_of_last_time(self, prompt: Prompt) -> bool:
        """Whether “when we last met” is true of what it takes up, where it says so."""
        takes_up = prompt.recalls is not None or PROMISES in prompt.topics
        told = self.callbacks.to(prompt) if takes_up and says_since(prompt) else None
        if told is None:
            return True
        if told.day is None or self.last.day is None:
            return False
        return 0 <= (told.day - self.last.day).days <= NOTED_WITHIN

    def can_come_back_to(self, prompt: Prompt, person: Person) -> bool:
        """Whether they told what it takes up: nobody hears “You told me” before a first talk.

        Whom the user likes or trusts has told a lot, though no 1-2-1 may be written down.
        """
        talked = self.last.held or person.stage >= Stage.LIKED
        return talked and self.callbacks.to(prompt) is not None

    def judge(self, prompt: Prompt, person: Person, met: Met) -> Judged:
        """The prompt's score, and the term that speaks most for it."""
        if prompt.always:
            return Judged(ALWAYS, Why.ALWAYS)
        kind = prompt.fills
        newest = self.newest.get(kind) if kind else None
        back = self.callbacks.to(prompt)
        back = None if back in met.told else back
        stale = newest is not None and _stale(newest, self.today)
        speaks: list[tuple[float, Why, Told | None]] = [(0.0, Why.PLACE, None)]
        if back is not None:
            speaks.append(_COMES_BACK[back.source] + (back,))
        fresh = kind is not None and kind not in met.kinds
        if prompt.depth == CLOSE:  # asked for its own sake, never to fill a gap
            speaks.append((FOR_FRIENDS * (met.depth == CLOSE), Why.STAGE, None))
        elif kind and fresh and not self._knows(kind) and kind not in UNSPOKEN:
            speaks.append((_gap(kind), Why.GAP, None))
        elif newest is not None and fresh and stale and kind not in UNSPOKEN:
            speaks.append((STALE, Why.STALE, self.quoting.fact(newest)))
        if prompt.id in self.last.left_over:
            speaks.append((LEFT_OVER, Why.LEFT_OVER, None))
        if (liked := first_about(prompt, self.likes)) is not None:
            speaks.append((LIKED_TOPIC, Why.LIKED, self.quoting.fact(liked)))
        if person.attitude is not Attitude.OPEN and Attitude.OPEN not in prompt.audience:
            speaks.append((AUDIENCE, Why.AUDIENCE, None))
        if prompt.id in self.favourites:
            speaks.append((FAVOURITE, Why.FAVOURITE, None))
        if prompt.own:
            speaks.append((OWN, Why.OWN, None))
        if others := len(Stage) - len(prompt.stages):
            speaks.append((FOR_SOME_STAGES * others, Why.STAGE, None))
        new = (one for one in speaks if one[1] not in met.said)
        _, why, quoted = max(new, key=lambda one: one[0])
        score = sum(one[0] for one in speaks)
        score += SUITS_STAGE * (kind in TIME_FOR[person.stage])
        score += IN_CONFIDENCE * (kind is FactKind.PRIVATE and kind in met.kinds)
        score += self._against(prompt, person, met, known=newest is not None and not stale)
        return Judged(round(score, 3), why, quoted)

    def _knows(self, kind: FactKind) -> bool:
        """Whether anything is known of a kind; what they like tells what they enjoy, too."""
        also = FactKind.LIKE if kind is FactKind.INTEREST else kind
        return kind in self.newest or also in self.newest

    def _against(self, prompt: Prompt, person: Person, met: Met, *, known: bool) -> float:
        against = 0.0
        # What stands on a card is not their story: whom one first meets is asked for it.
        only_from_a_card = person.stage is Stage.CONNECTED and prompt.fills is FactKind.DOES
        anything = prompt.fills in ANYTHING
        if known and prompt.recalls is None and not only_from_a_card and not anything:
            against += KNOWN_ALREADY
        if prompt.fills in met.kinds and not anything:
            against += ALL_SAID if prompt.fills in met.closed else SAME_AGAIN
        if says_since(prompt):
            against += SINCE_AGAIN * met.since + NOT_SINCE * (not self.last.held)
        if prompt.fills in TOO_SOON.get(person.stage, ()):
            against += SOON
        if prompt.depth > met.depth:
            against += GOES_DEEPER
        if prompt.depth > 1:
            against += PERSONAL_AGAIN * met.personal
        if (ago := self.asked.get(prompt.id)) is not None:
            against += ASKED.get(ago, ASKED_LONG_AGO)
        return against


@dataclass(frozen=True, slots=True)
class Met:
    """What the questions chosen so far ask for, and how deep one may go at this stage."""

    kinds: frozenset[FactKind]
    told: frozenset[Told]  # what was come back to: nobody is reminded twice of the same
    depth: int
    personal: int = 0  # how many of them are deeper than light
    closed: frozenset[FactKind] = frozenset()  # of the kinds, those with nothing more to ask
    since: bool = False  # whether one asks what has happened since the last time
    said: frozenset[Why] = frozenset()  # reasons that would be tiring to read again


_COMES_BACK = {
    Source.FACT: (COMES_BACK, Why.RECALLS),
    Source.NOTED: (COMES_BACK, Why.RECALLS),
    Source.TOUCH: (HEARD_SINCE, Why.RECALLS),
    Source.SUMMARY: (TO_SUMMARY, Why.RECALLS),
    Source.PROMISE: (OWED, Why.OWED),
}


def _gap(kind: FactKind) -> float:
    if kind in WORTH_KNOWING:
        return GAP - GAP_STEP * WORTH_KNOWING.index(kind)
    return SMALL_GAP


def _stale(fact: Fact, today: date | None) -> bool:
    if today is None or fact.noted_on is None:
        return False
    return (today - fact.noted_on).days > STALE_AFTER
