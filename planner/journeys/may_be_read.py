"""What is noted of somebody and others may read: on a page left lying, on a screen seen across."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from planner.domain.discretion import Discretion, sayable
from planner.domain.dont_forget import DontForget, dont_forget
from planner.domain.facts import Fact
from planner.domain.guides import Library
from planner.domain.last_time import last_held, last_time
from planner.domain.meetings import Meeting, Touch
from planner.domain.own_news import News
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.journeys.own_news import own_news
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class MayBeRead:
    """Everything noted of a person but what is private, wherever it was noted again."""

    person: Person
    private: Discretion  # asked of whatever else is to be read
    facts: tuple[Fact, ...]
    history: tuple[Meeting, ...]  # every 1-2-1
    touches: tuple[Touch, ...]
    promises: tuple[Promise, ...]
    referrals: tuple[Referral, ...]
    last: Meeting | None  # the last 1-2-1 held before the one to come
    last_notes: tuple[str, ...]  # noted in it, answer by answer
    news: tuple[News, ...]  # the user's own, which they have not heard; the newest last

    @property
    def talked_on(self) -> date | None:
        """The day of the last 1-2-1 held; None for none."""
        return self.last.starts.date() if self.last else None

    def dont_forget(self, meeting: Meeting | None, today: date) -> tuple[DontForget, ...]:
        """What must not be forgotten in the 1-2-1 to come, or were it today."""
        return dont_forget(
            self.person,
            self.facts,
            self.promises,
            self.referrals,
            last_time(meeting, self.history, self.touches, self.last_notes, today),
            self.talked_on,
            meeting.starts.date() if meeting else today,
        )


def may_be_read(
    store: Store, library: Library, person: Person, meeting: Meeting | None
) -> MayBeRead:
    """Reads it for the 1-2-1 to come; without one everything held is behind them."""
    everything = store.facts.of_person(person.id)
    private = Discretion.about(everything)
    history = tuple(
        one if private.allows(one.summary) else replace(one, summary="")
        for one in store.meetings.of_person(person.id)
    )
    last = last_held(meeting, history)
    notes = store.answers.of_meeting(last.id) if last else []
    news = own_news(store, last.starts.date() if last else None)
    return MayBeRead(
        _person(person, private),
        private,
        tuple(one for one in everything if not one.private and private.allows(one.text)),
        history,
        tuple(one for one in store.touches.of_person(person.id) if private.allows(one.note)),
        tuple(one for one in store.promises.of_person(person.id) if private.allows(one.text)),
        tuple(one for one in store.referrals.of_person(person.id) if private.allows(one.what)),
        last,
        sayable(notes, library, everything),
        tuple(one for one in news if private.allows(one.text)),
    )


def _person(person: Person, private: Discretion) -> Person:
    """The person with what they do as far as others may read that."""
    role, company = (text if private.allows(text) else "" for text in (person.role, person.company))
    return replace(person, role=role, company=company)
