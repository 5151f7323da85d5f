"""Two people who may be one, side by side: all there is of each, and what they would be as one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from planner.domain.facts import Fact
from planner.domain.joining import Detail, differing, joined, unknown_of, usual_choice
from planner.domain.meetings import State
from planner.domain.people import Person
from planner.journeys.merge_people import phone_key
from planner.journeys.show_phones import phone_forms
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class Past:
    """What there is between the user and somebody, in figures."""

    facts: int
    meetings: int  # 1-2-1s held
    planned: int  # 1-2-1s to come
    promises: int
    referrals: int
    touches: int
    met_at: tuple[str, ...]  # groups and events, the latest first

    @property
    def all(self) -> int:
        return sum(
            (self.facts, self.meetings, self.planned, self.promises, self.referrals, self.touches)
        ) + len(self.met_at)


@dataclass(frozen=True, slots=True)
class TwoPeople:
    """Both, the one with more of a past first: they stay, and the other goes into them."""

    keep: Person
    gone: Person
    past: Past  # of the one who stays
    other_past: Past
    together: Past
    differing: tuple[Detail, ...]
    usual: frozenset[Detail]  # to be taken from the one who goes, unless the user says else
    phones: tuple[str, ...]  # of the one who stays, as the user reads them
    other_phones: tuple[str, ...]
    both: Person  # as one and to be read, before any detail is taken from the one who goes

    def as_one(self, of_gone: Collection[Detail]) -> Person:
        """The one they become when these details are the other's, to be read."""
        taken = {detail.value: detail.of(self.gone) for detail in of_gone}
        return replace(self.both, **taken)  # type: ignore[arg-type]


def two_people(store: Store, one_id: int, other_id: int) -> TwoPeople:
    """Reads both; NotFound when one was removed meanwhile."""
    one, other = store.people.get(one_id), store.people.get(other_id)
    pasts = {id: _past(store, id) for id in (one_id, other_id)}
    if (pasts[other_id].all, -other_id) > (pasts[one_id].all, -one_id):
        one, other = other, one
    both = joined(one, other, (), phone_key(store))
    forms = phone_forms(store)
    read = {phone: forms(phone).shown for phone in (*one.phones, *other.phones)}
    return TwoPeople(
        keep=one,
        gone=other,
        past=pasts[one.id],
        other_past=pasts[other.id],
        together=_together(store, one.id, other.id, pasts[one.id], pasts[other.id]),
        differing=differing(one, other),
        usual=usual_choice(one, other),
        phones=tuple(read[phone] for phone in one.phones),
        other_phones=tuple(read[phone] for phone in other.phones),
        both=replace(both, phones=tuple(read[phone] for phone in both.phones)),
    )


def _past(store: Store, person: int) -> Past:
    meetings = store.meetings.of_person(person)
    return Past(
        facts=len(store.facts.of_person(person)),
        meetings=sum(meeting.state is State.HELD for meeting in meetings),
        planned=sum(meeting.planned for meeting in meetings),
        promises=len(store.promises.of_person(person)),
        referrals=len(store.referrals.of_person(person)),
        touches=len(store.touches.of_person(person)),
        met_at=tuple(met.label for met in store.attendance.met_at(person)),
    )


def _together(store: Store, keep: int, gone: int, one: Past, other: Past) -> Past:
    ours: list[Fact] = store.facts.of_person(keep)
    events = {met.event: met.label for met in store.attendance.met_at(keep)}
    for met in store.attendance.met_at(gone):
        events.setdefault(met.event, met.label)
    return Past(
        facts=len(ours) + len(unknown_of(store.facts.of_person(gone), ours)),
        meetings=one.meetings + other.meetings,
        planned=one.planned + other.planned,
        promises=one.promises + other.promises,
        referrals=one.referrals + other.referrals,
        touches=one.touches + other.touches,
        met_at=tuple(events.values()),
    )
