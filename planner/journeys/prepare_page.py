"""Everything the page shows on which a 1-2-1 is prepared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import NamedTuple

from planner.domain.conversation import Conversation, Step
from planner.domain.discretion import Discretion
from planner.domain.dont_forget import DontForget
from planner.domain.groups import MetAt
from planner.domain.guides import Guide, Library
from planner.domain.meetings import Meeting, TalkedMore
from planner.domain.one_thing_to_offer import Offer, offers
from planner.domain.online_networks import is_online_network
from planner.domain.own_news import News
from planner.domain.people import Person
from planner.domain.preparing import is_near, may_prepare, openers
from planner.domain.promises import Promise
from planner.domain.prompts import Choice
from planner.domain.talk_time import Balance
from planner.domain.which_guide import GuideChoice
from planner.errors import NotFound
from planner.journeys.help_each_other import CouldHelp, pairs_of
from planner.journeys.may_be_read import may_be_read
from planner.journeys.prepare_meeting import Questions
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Opener:
    """A question to open with, with its reason; `other`: there is one to ask instead."""

    choice: Choice
    other: bool


@dataclass(frozen=True, slots=True)
class OneOfDay:
    """A 1-2-1 of the same day, to be prepared after or before."""

    meeting: Meeting
    person: Person
    prepared: bool


@dataclass(frozen=True, slots=True)
class Preparation:
    """What to have in mind for one 1-2-1."""

    meeting: Meeting
    person: Person
    prepared: bool
    near: bool  # it begins so soon that one begins rather than prepares
    under_way: bool  # they have begun to talk
    ahead: bool  # planned, and nobody has talked yet: it can be prepared
    guide: Guide | None  # None with a question library without guides
    guides: tuple[Guide, ...]  # to choose from
    suits: GuideChoice | None  # the guide that suits best, and why
    openers: tuple[Opener, ...]
    dont_forget: tuple[DontForget, ...]
    news: tuple[News, ...]  # the user's own, which they have not heard
    promises: tuple[Promise, ...]  # open either way, due first
    met: MetAt | None  # where they met, told of somebody there was no 1-2-1 with yet
    talked_on: date | None  # the last 1-2-1 held
    talked: TalkedMore  # who talked more in it, as the user saw it
    balance: Balance  # the same by the clock
    day: tuple[OneOfDay, ...]  # every 1-2-1 still ahead that day, this one among them


def preparation(store: Store, library: Library, meeting_id: int, now: datetime) -> Preparation:
    """Reads the page; NotFound when the 1-2-1 is gone. `now` is UTC, naive."""
    meeting = store.meetings.get(meeting_id)
    person = store.people.get(meeting.person)
    conversation = store.conversations.of_meeting(meeting_id)
    read = may_be_read(store, library, person, meeting)
    last = read.last
    questions = _questions(store, library, meeting)
    return Preparation(
        meeting=meeting,
        person=person,
        prepared=_is_prepared(conversation),
        near=is_near(meeting, now),
        under_way=conversation is not None and conversation.step in (Step.TALKING, Step.DEBRIEF),
        ahead=may_prepare(meeting, conversation),
        guide=questions.guide if questions else None,
        guides=library.guides,
        suits=questions.suits if questions else None,
        openers=_openers(questions) if questions else (),
        dont_forget=read.dont_forget(meeting, meeting.starts.date()),
        news=read.news,
        promises=_open(read.promises),
        met=_met(store, person) if last is None else None,
        talked_on=read.talked_on,
        talked=last.talked if last else TalkedMore.UNKNOWN,
        balance=_balance(store.conversations.of_meeting(last.id) if last else None),
        day=_day(store, meeting, now),
    )


class Offered(NamedTuple):
    """Something to offer; `found` are the two it would bring together, where it does."""

    offer: Offer
    found: CouldHelp | None = None


def offers_with_pairs(store: Store, meeting_id: int) -> tuple[Offered, ...]:
    """What there is to give, introductions as well: looked for in everybody's notes."""
    person = store.people.get(store.meetings.get(meeting_id).person)
    facts = store.facts.of_person(person.id)
    private = Discretion.about(facts)
    pairs = pairs_of(store, person.id)
    proposed = offers(
        person,
        [one for one in facts if not one.private and private.allows(one.text)],
        [one for one in store.asks.of_person(person.id) if private.allows(one.text)],
        store.me.get(),
        [(found.pair, found.other.name) for found in pairs.helped_by],
        [(found.pair, found.person.name) for found in pairs.could_help],
    )
    found = {one.pair: one for one in (*pairs.helped_by, *pairs.could_help)}
    return tuple(Offered(one, found.get(one.pair) if one.pair else None) for one in proposed)


def to_prepare(store: Store, now: datetime, person_id: int = 0) -> Meeting | None:
    """The 1-2-1 that comes next, with somebody or with anybody; None when none is planned."""
    return next(
        (
            meeting
            for meeting in store.meetings.planned()
            if meeting.ends_utc > now
            and (not person_id or meeting.person == person_id)
            and store.people.find(meeting.person) is not None
        ),
        None,
    )


def coming(store: Store, now: datetime, words: Sequence[str] = ()) -> tuple[OneOfDay, ...]:
    """Those still to come with people whose names begin with these words, soonest first."""
    planned = [one for one in store.meetings.planned() if one.ends_utc > now]
    people = store.people.some({one.person for one in planned})
    return tuple(
        OneOfDay(one, people[one.person], _is_prepared(store.conversations.of_meeting(one.id)))
        for one in planned
        if one.person in people and _named(people[one.person], words)
    )


def _named(person: Person, words: Sequence[str]) -> bool:
    names = person.name.casefold().split()
    return all(any(name.startswith(word.casefold()) for name in names) for word in words)


def next_of_day(shown: Preparation) -> OneOfDay | None:
    """The next 1-2-1 of that day that is not prepared, from this one on and round."""
    here = next((n for n, one in enumerate(shown.day) if one.meeting.id == shown.meeting.id), 0)
    turn = [*shown.day[here + 1 :], *shown.day[:here]]
    return next((one for one in turn if not one.prepared), None)


def _questions(store: Store, library: Library, meeting: Meeting) -> Questions | None:
    """None where the question library has no guide for it."""
    try:
        return Questions(store, library, meeting)
    except NotFound:
        return None


def _openers(questions: Questions) -> tuple[Opener, ...]:
    chosen = openers(questions.choices())
    return tuple(Opener(choice, questions.swappable(choice.prompt.id)) for choice in chosen)


def _open(promises: Sequence[Promise]) -> tuple[Promise, ...]:
    still = [promise for promise in promises if promise.done_on is None]
    return tuple(
        sorted(still, key=lambda one: (one.due is None, one.due or date.max, not one.mine, one.id))
    )


def _met(store: Store, person: Person) -> MetAt | None:
    """The last event where the two met; being connected somewhere online is no meeting."""
    events = store.attendance.met_at(person.id)
    return next((one for one in events if not is_online_network(one.group_name)), None)


def _balance(talk: Conversation | None) -> Balance:
    return Balance(talk.mine, talk.theirs) if talk is not None else Balance(0, 0)


def _is_prepared(conversation: Conversation | None) -> bool:
    return conversation is not None and conversation.step is Step.PREPARED


def _day(store: Store, meeting: Meeting, now: datetime) -> tuple[OneOfDay, ...]:
    """By the wall where each takes place, earliest first; this one is among them while planned."""
    around = timedelta(days=2)
    found = [
        one
        for one in store.meetings.between(meeting.starts_utc - around, meeting.starts_utc + around)
        if one.starts.date() == meeting.starts.date() and one.planned and one.ends_utc > now
    ]
    people = store.people.some({one.person for one in found})
    return tuple(
        OneOfDay(one, people[one.person], _is_prepared(store.conversations.of_meeting(one.id)))
        for one in sorted(found, key=lambda one: (one.starts_utc, one.id))
        if one.person in people
    )
