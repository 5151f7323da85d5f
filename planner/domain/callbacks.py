"""What to come back to: what somebody told, how it was summed up, what is still owed.

Being forgotten costs closeness (Ray et al. 2019), so a question that takes up what was said last
time goes before one that could be put to anybody. What is private is never taken up, as whoever
sits opposite may see the screen, nor what touches something they dislike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from planner.domain.discretion import Discretion
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.guides import Prompt
from planner.domain.meetings import Roughly, Touch
from planner.domain.phrases import says_any, significant_words
from planner.domain.promises import Promise
from planner.domain.topics import LAST_TIME, PROMISES

_WORDS = re.compile(r"\w+")
_NOTHING = frozenset(
    ("n a", "na", "nil", "no", "yes", "ok", "no answer", "no idea", "none", "not much", "not sure",
     "nothing", "nothing much", "nothing new", "nothing special", "nothing yet", "unknown",
     "don t know", "dont know", "i don t know", "i dont know", "didn t say", "did not say",
     "tbc", "tbd", "todo", "forgot", "keine", "keine ahnung", "nein", "nichts", "weiß nicht")
)  # fmt: skip


class Source(StrEnum):
    """Where it was said."""

    FACT = "fact"  # known of the person
    NOTED = "noted"  # noted under a question of the last 1-2-1
    SUMMARY = "summary"  # what to remember of the last 1-2-1
    TOUCH = "touch"  # noted of a message, a call or a chat since then
    PROMISE = "promise"  # the user's, and still open


@dataclass(frozen=True, slots=True)
class Told:
    """Something to come back to, in the words it was written down in."""

    text: str
    source: Source = Source.FACT
    day: date | None = None  # when it was noted, said or promised
    roughly: Roughly = Roughly.NOT  # how much of that day is remembered


@dataclass(frozen=True, slots=True)
class LastTalk:
    """What is left of the last 1-2-1: what was said, and what there was no time for."""

    held: bool = False  # whether there was one, as far as it is written down
    day: date | None = None
    summary: str = ""
    noted: tuple[tuple[FactKind, str], ...] = ()  # what each question fills, and its answer
    left_over: frozenset[str] = frozenset()  # ids of the prompts nobody came to
    promises: tuple[Promise, ...] = ()  # everything promised either way, kept or not
    rough: Mapping[date, Roughly] = field(default_factory=dict)  # days of 1-2-1s long ago
    heard: Touch | None = None  # the newest contact since then of which something is noted


@dataclass(frozen=True, slots=True)
class Quoting:
    """What may be read by whoever sits opposite, and from when it is."""

    private: Discretion
    sore: frozenset[str]  # the words of what they dislike
    rough: Mapping[date, Roughly]

    @classmethod
    def of(cls, facts: Sequence[Fact], last: LastTalk) -> Quoting:
        disliked = (fact.text for fact in facts if fact.kind is FactKind.DISLIKE)
        return cls(Discretion.about(facts), significant_words(disliked), last.rough)

    def fact(self, fact: Fact) -> Told | None:
        """A fact as something to come back to; None for one that is better not quoted."""
        return None if fact.private else self.said(fact.text, Source.FACT, fact.noted_on)

    def said(self, text: str, source: Source, day: date | None) -> Told | None:
        """The same of anything that was written down."""
        if not self.sayable(text):
            return None
        return Told(text, source, day, self.rough.get(day, Roughly.NOT) if day else Roughly.NOT)

    def sayable(self, text: str) -> bool:
        """Whether a text says something, nothing private, and touches nothing they dislike."""
        said = says_something(text) and self.private.allows(text)
        return said and not says_any(text, self.sore)


@dataclass(frozen=True, slots=True)
class Callbacks:
    """What each kind of question can come back to."""

    by_kind: Mapping[FactKind, Told]
    summary: Told | None = None
    promise: Told | None = None

    @classmethod
    def of(cls, facts: Sequence[Fact], last: LastTalk, quoting: Quoting) -> Callbacks:
        """From what is known, oldest first, and what is left of the last 1-2-1."""
        by_kind: dict[FactKind, Told] = {}
        for fact in facts:
            # “You told me ...” is not true of what stood on a card.
            if fact.origin is not Origin.IMPORT and (told := quoting.fact(fact)):
                by_kind[fact.kind] = told
        for kind, text in last.noted:
            known = by_kind.get(kind)
            newer = known is None or (known.day or date.min) < (last.day or date.min)
            told = quoting.said(text, Source.NOTED, last.day)
            if newer and told is not None and kind is not FactKind.PRIVATE:
                by_kind[kind] = told
        summary = quoting.said(last.summary, Source.SUMMARY, last.day)
        if last.heard is not None:
            # Something else may weigh on them by now than what they told before.
            trouble = by_kind.get(FactKind.CHALLENGE)
            if trouble is not None and (trouble.day or date.min) < last.heard.day:
                del by_kind[FactKind.CHALLENGE]
            summary = quoting.said(last.heard.note, Source.TOUCH, last.heard.day) or summary
        return cls(by_kind, summary, _owed(last.promises, quoting))

    def to(self, prompt: Prompt) -> Told | None:
        """What this question comes back to; None for one that comes back to nothing."""
        if prompt.recalls is not None:
            return self.by_kind.get(prompt.recalls)
        if PROMISES in prompt.topics:
            return self.promise
        return self.summary if LAST_TIME in prompt.topics else None


def says_something(text: str) -> bool:
    """Whether a note tells anything: “?” and “no idea” do not."""
    words = " ".join(_WORDS.findall(text.casefold()))
    return bool(words) and words not in _NOTHING


def _owed(promises: Iterable[Promise], quoting: Quoting) -> Told | None:
    """The user's own that is due first; what they owe is theirs to bring up."""
    mine = (one for one in promises if one.mine and one.done_on is None)
    due = sorted(mine, key=lambda one: (one.due or date.max, one.made_on or date.max, one.id))
    told = (quoting.said(one.text, Source.PROMISE, one.made_on) for one in due)
    return next((one for one in told if one is not None), None)
