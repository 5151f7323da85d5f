"""Why somebody stands where they do in the list: the whole index, and what is known behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from planner.domain.debrief import StepUp
from planner.domain.ladder import step_from_history
from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.domain.reasons import Evidence, usual_gap
from planner.domain.suggestions import Reason, Signals, Terms
from planner.domain.week import monday_of
from planner.domain.weighing import Place, Weight, added, multiplied, places_of
from planner.journeys.suggest_people import evidence_for
from planner.storage.store import Store


class Explained(NamedTuple):
    """One person's index with everything that is told of it."""

    person: Person
    terms: Terms
    signals: Signals  # as of Monday, except for who may be suggested
    monday: date
    added: tuple[Weight, ...]
    multiplied: tuple[Weight, ...]
    reasons: tuple[Reason, ...]  # as on the card
    known: Evidence
    since: int | None  # days since the last contact until today; None when none is known
    asked: int  # 1-2-1s ever proposed between the two, but for those called off not by them
    usual: int  # days the two usually let pass, 0 while there are too few contacts to tell
    step: StepUp | None  # the step up the ladder that what is known speaks for


def explain(store: Store, person_id: int, today: date) -> Explained:
    """Everything behind one suggestion; NotFound when the person was removed meanwhile.

    Whoever may not be suggested now (planned, resting, let go) is explained all the same.
    """
    store.people.get(person_id)
    suggested, known = evidence_for(store, person_id, today)
    contacts = known.contacts
    return Explained(
        suggested.person,
        suggested.terms,
        suggested.suggestion.signals,
        monday_of(today),
        added(suggested.terms),
        multiplied(suggested.terms, never=suggested.person.let_go),
        suggested.reasons,
        known,
        since=(today - max(contacts)).days if contacts else None,
        asked=_answered(store.meetings.of_person(person_id)),
        usual=usual_gap(contacts, known.vague),
        step=step_from_history(
            suggested.person,
            suggested.suggestion.signals.meetings,
            store.facts.of_person(person_id),
            store.promises.of_person(person_id),
            store.referrals.of_person(person_id),
        ),
    )


def _answered(meetings: Sequence[Meeting]) -> int:
    """All of them where every one was called off, so that it is not said that none ever was."""
    stood = sum(m.state is not State.CANCELLED or m.off_by_them for m in meetings)
    return stood or len(meetings)


def places(store: Store, people: Sequence[int], today: date) -> dict[int, Place]:
    """Where each of a few people stands now among all who may be suggested."""
    me, history = store.me.get(), store.history
    everybody = history.unjudged(me, today, as_of=monday_of(today))
    return places_of(everybody, people, partial(history.judged, me))
