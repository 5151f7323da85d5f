"""Everything a person's page shows, read at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from planner.domain.asks import Ask
from planner.domain.facts import Fact, FactKind, still_to_learn
from planner.domain.groups import MetAt
from planner.domain.guides import Prompt
from planner.domain.learning import Habits, habits
from planner.domain.meetings import Meeting, State, Touch
from planner.domain.people import Person
from planner.domain.phones import Forms
from planner.domain.promises import Promise
from planner.domain.reasons import usual_gap
from planner.domain.referrals import Referral
from planner.domain.suggestions import Signals, warmth
from planner.domain.warmth import (
    AHEAD,
    Contact,
    ContactKind,
    Point,
    span_back,
    warmth_ahead,
    warmth_curve,
)
from planner.domain.ways_to_ask import ways_to_ask
from planner.journeys.follow_ups_page import IntroductionOf, introductions_of
from planner.journeys.question_library import question_library
from planner.journeys.show_phones import phone_forms
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One thing that happened between the two; `first` for the first 1-2-1 held."""

    day: date
    what: Meeting | Touch | MetAt
    first: bool = False


@dataclass(frozen=True, slots=True)
class PersonPage:
    """What is known of a person, what is between the two, and what happened, newest first."""

    person: Person
    facts: tuple[Fact, ...]  # in the order of FactKind, private ones last
    still_to_learn: tuple[FactKind, ...]
    met_at: tuple[MetAt, ...]
    promises: tuple[Promise, ...]  # open ones first, due first; then those kept, latest first
    referrals: tuple[Referral, ...]  # latest first
    planned: tuple[Meeting, ...]  # 1-2-1s to come or not settled yet, soonest first
    history: tuple[HistoryLine, ...]
    last_contact: date | None
    usual_gap: int  # days the two usually let pass, 0 while there are too few contacts to tell
    warmth: float  # 1 on the day of a contact, halved with each half-life of the relationship
    signals: Signals
    curve: tuple[Point, ...] = ()  # the warmth of the past months; none without a contact
    ahead: tuple[Point, ...] = ()  # what will be left of it until the next 1-2-1 planned
    ways_to_ask: Mapping[FactKind, Prompt] = field(default_factory=dict)  # what is still to learn
    habits: Habits = field(default_factory=Habits)  # how they answer, who writes first, how often
    asks: tuple[Ask, ...] = ()  # what they look for: open ones first, the newest first
    introductions: tuple[IntroductionOf, ...] = ()  # under way, they being one of the two
    namesakes: int = 0  # others with the same first name
    phones: tuple[Forms, ...] = ()  # their numbers, in the order of person.phones


def person_page(store: Store, person_id: int, today: date) -> PersonPage:
    """Reads a person's page; NotFound when they were removed meanwhile."""
    person = store.people.get(person_id)
    facts = store.facts.of_person(person_id)
    meetings = store.meetings.of_person(person_id)
    touches = store.touches.of_person(person_id)
    met_at = store.attendance.met_at(person_id)
    promises = store.promises.of_person(person_id)
    referrals = store.referrals.of_person(person_id)
    (signals,) = store.history.signals(store.me.get(), today, only=[person_id])
    met = _contacts(meetings, touches, met_at)
    contacts = [contact.day for contact in met if contact.day <= today]
    vague = {meeting.starts.date() for meeting in meetings if meeting.vague}
    to_learn = still_to_learn(tuple(facts))
    kinds = list(FactKind)
    return PersonPage(
        person=person,
        facts=tuple(sorted(facts, key=lambda fact: (kinds.index(fact.kind), fact.id))),
        still_to_learn=to_learn,
        met_at=tuple(met_at),
        promises=_in_order(promises),
        referrals=tuple(sorted(referrals, key=lambda r: (r.day or date.min, r.id), reverse=True)),
        planned=tuple(meeting for meeting in meetings if meeting.planned),
        history=_history(meetings, touches, met_at, today),
        last_contact=max(contacts, default=None),
        usual_gap=usual_gap(contacts, vague),
        warmth=warmth(signals) if contacts else 0.0,
        signals=signals,
        curve=_curve(signals, met, person, today) if contacts else (),
        ahead=_ahead(signals, meetings, today) if contacts else (),
        ways_to_ask=ways_to_ask(question_library(store), to_learn, person),
        habits=habits(signals, meetings, touches, contacts, today, vague),
        asks=_asks_in_order(store.asks.of_person(person_id)),
        introductions=introductions_of(store, person_id),
        namesakes=store.people.with_first_name(person.first_name) - 1,
        phones=tuple(map(phone_forms(store), person.phones)) if person.phones else (),
    )


def _contacts(meetings: list[Meeting], touches: list[Touch], met_at: list[MetAt]) -> list[Contact]:
    held = [meeting.starts.date() for meeting in meetings if meeting.state is State.HELD]
    return [
        *(Contact(day, ContactKind.TALK) for day in held),
        *(Contact(touch.day, ContactKind.TOUCH) for touch in touches),
        *(Contact(met.day, ContactKind.EVENT) for met in met_at if met.day),
    ]


def _curve(signals: Signals, met: list[Contact], person: Person, today: date) -> tuple[Point, ...]:
    """As the history's figures count: what is kept under a later day happened by today."""
    if person.connected_on is not None:
        met = [*met, Contact(person.connected_on, ContactKind.CONNECTED)]
    past = [
        contact._replace(day=min(contact.day, today))
        for contact in met
        if contact.day <= today or contact.kind is not ContactKind.EVENT
    ]
    return warmth_curve(signals, past, span_back(past, today), today)


def _ahead(signals: Signals, meetings: list[Meeting], today: date) -> tuple[Point, ...]:
    planned = [meeting.starts.date() for meeting in meetings if meeting.planned]
    coming = min((day for day in planned if today <= day <= today + AHEAD), default=None)
    return warmth_ahead(signals, today, coming) if coming is not None else ()


def _asks_in_order(asks: list[Ask]) -> tuple[Ask, ...]:
    newest = sorted(asks, key=lambda ask: (ask.made_on or date.min, ask.id), reverse=True)
    return tuple(sorted(newest, key=lambda ask: ask.done_on is not None))


def _in_order(promises: list[Promise]) -> tuple[Promise, ...]:
    waiting = [promise for promise in promises if promise.done_on is None]
    kept = [promise for promise in promises if promise.done_on is not None]
    waiting.sort(key=lambda promise: (promise.due or date.max, promise.id))
    kept.sort(key=lambda promise: (promise.done_on or date.min, promise.id), reverse=True)
    return (*waiting, *kept)


def _history(
    meetings: list[Meeting], touches: list[Touch], met_at: list[MetAt], today: date
) -> tuple[HistoryLine, ...]:
    """What happened until today, newest first; on one day the 1-2-1 stands above the rest."""
    held = [meeting for meeting in meetings if meeting.state is State.HELD]
    first = min(held, key=lambda meeting: meeting.starts_utc, default=None)
    lines = [
        *(
            HistoryLine(meeting.starts.date(), meeting, first=meeting is first)
            for meeting in meetings
            if not meeting.planned
        ),
        *(HistoryLine(touch.day, touch) for touch in touches),
        *(HistoryLine(met.day, met) for met in met_at if met.day),
    ]
    past = [line for line in lines if line.day <= today]
    return tuple(sorted(past, key=lambda line: line.day, reverse=True))
