"""What is to hand while two people talk: what is known, what is owed, what was kept so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from planner.domain.asks import Ask
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.guides import Library, Principle
from planner.domain.introductions import Introduction
from planner.domain.last_time import LastTime, last_time
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.domain.wall_time import wall_of
from planner.journeys.captured import captured_in
from planner.journeys.may_be_read import may_be_read
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class AtTheTable:
    """Everything the page beside a question shows."""

    meeting: Meeting
    person: Person
    known: tuple[Fact, ...]  # by kind, the newest of a kind first; nothing private
    owed: tuple[Promise, ...]  # open ones from before, due first
    last: LastTime | None  # when they last spoke, and what of
    promises: tuple[Promise, ...]  # made in this 1-2-1, in the order they were made
    learned: tuple[Fact, ...]  # noted in this 1-2-1 so far, private ones too
    referrals: tuple[Referral, ...] = ()  # passed in this 1-2-1, either way
    introductions: tuple[Introduction, ...] = ()  # agreed in this 1-2-1
    asks: tuple[Ask, ...] = ()  # named in this 1-2-1, the person's and the user's
    others: Mapping[int, str] = field(default_factory=dict)  # names of those introduced to, by id
    principles: tuple[Principle, ...] = ()  # what the questions rest on


def at_the_table(store: Store, library: Library, meeting_id: int, today: date) -> AtTheTable:
    """What to have before one's eyes in a 1-2-1. Raises NotFound when there is no such.

    What is known, what is owed and what they spoke of last leave private notes out: whoever sits
    opposite may see the screen.
    """
    meeting = store.meetings.get(meeting_id)
    person = store.people.get(meeting.person)
    read = may_be_read(store, library, person, meeting)
    facts = store.facts.of_person(person.id)
    learned = _learned(store, meeting, facts, today)
    promises = store.promises.of_person(person.id)
    captured = captured_in(store, meeting_id)
    introduced = tuple(one for one in captured if isinstance(one, Introduction))
    owed = [one for one in read.promises if one.done_on is None and one.meeting != meeting_id]
    return AtTheTable(
        meeting=meeting,
        person=person,
        known=_by_kind(fact for fact in read.facts if fact not in learned),
        owed=tuple(sorted(owed, key=lambda one: (one.due or date.max, one.id))),
        last=last_time(meeting, read.history, read.touches, read.last_notes, today),
        promises=tuple(
            sorted((one for one in promises if one.meeting == meeting_id), key=lambda one: one.id)
        ),
        learned=learned,
        referrals=tuple(one for one in captured if isinstance(one, Referral)),
        introductions=introduced,
        asks=tuple(one for one in captured if isinstance(one, Ask)),
        others=_names(store, introduced, person.id),
        principles=library.principles,
    )


def _names(store: Store, introduced: Iterable[Introduction], but: int) -> dict[int, str]:
    """What those introduced to somebody are called, by id."""
    ids = {one.other if one.person == but else one.person for one in introduced}
    return {id: store.people.get(id).name for id in ids}


def _learned(store: Store, meeting: Meeting, facts: list[Fact], today: date) -> tuple[Fact, ...]:
    """Facts noted at a table since this conversation began; a fact knows its day, no more."""
    begun = store.conversations.of_meeting(meeting.id)
    if begun is None or begun.started is None:
        return ()
    since = min(wall_of(begun.started, meeting.zone).date(), today)
    return tuple(
        sorted(
            (
                fact
                for fact in facts
                if fact.origin is Origin.MEETING and fact.noted_on and fact.noted_on >= since
            ),
            key=lambda fact: fact.id,
        )
    )


def _by_kind(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    kinds = list(FactKind)
    newest_first = sorted(facts, key=lambda f: (f.noted_on or date.min, f.id), reverse=True)
    return tuple(sorted(newest_first, key=lambda fact: kinds.index(fact.kind)))
