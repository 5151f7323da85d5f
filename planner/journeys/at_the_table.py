"""What is to hand while two people talk: what is known, what is owed, what was kept so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from planner.domain.discretion import sayable
from planner.domain.facts import Fact, FactKind, Origin
from planner.domain.guides import Library
from planner.domain.last_time import LastTime, last_held, last_time
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.wall_time import wall_of
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


def at_the_table(store: Store, library: Library, meeting_id: int, today: date) -> AtTheTable:
    """What to have before one's eyes in a 1-2-1. Raises NotFound when there is no such.

    What is known and what they spoke of last leave private notes out: whoever sits opposite may
    see the screen.
    """
    meeting = store.meetings.get(meeting_id)
    person = store.people.get(meeting.person)
    history = store.meetings.of_person(person.id)
    last = last_held(meeting, history)
    notes = store.answers.of_meeting(last.id) if last and not last.summary else []
    facts = store.facts.of_person(person.id)
    learned = _learned(store, meeting, facts, today)
    promises = store.promises.of_person(person.id)
    owed = [one for one in promises if one.done_on is None and one.meeting != meeting_id]
    return AtTheTable(
        meeting=meeting,
        person=person,
        known=_by_kind(fact for fact in facts if not fact.private and fact not in learned),
        owed=tuple(sorted(owed, key=lambda one: (one.due or date.max, one.id))),
        last=last_time(
            meeting,
            history,
            store.touches.of_person(person.id),
            sayable(notes, library, facts),
            today,
        ),
        promises=tuple(
            sorted((one for one in promises if one.meeting == meeting_id), key=lambda one: one.id)
        ),
        learned=learned,
    )


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
