"""The step up the ladder that speaks for itself from what the library holds of somebody."""

from __future__ import annotations

from collections.abc import Iterable

from planner.domain.debrief import Evidence, StepUp, proposed_step
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral

TALKS_TO_LIKE = 2  # whoever comes back for a second 1-2-1 enjoyed the first; our choice

# What people tell only when the talk has gone beyond work.
_PERSONAL = frozenset({FactKind.INTEREST, FactKind.LIKE, FactKind.DISLIKE})


def seen_evidence(
    meetings_held: int,
    facts: Iterable[Fact],
    promises: Iterable[Promise],
    referrals: Iterable[Referral],
) -> tuple[Evidence, ...]:
    """What is kept of somebody, read as evidence for a closer relationship.

    The debrief asks for more than this, as some of it only the user can know.
    """
    seen = {
        Evidence.ENJOYED: meetings_held >= TALKS_TO_LIKE,
        Evidence.PERSONAL: any(fact.kind in _PERSONAL for fact in facts),
        Evidence.KEPT_PROMISE: any(not one.mine and one.done_on for one in promises),
        Evidence.REFERRED: any(not referral.given for referral in referrals),
    }
    return tuple(evidence for evidence, there in seen.items() if there)


def step_from_history(
    person: Person,
    meetings_held: int,
    facts: Iterable[Fact],
    promises: Iterable[Promise],
    referrals: Iterable[Referral],
) -> StepUp | None:
    """The next rung for somebody, with what speaks for it; None when nothing does.

    Beyond Connected nobody is moved on hearsay: without a 1-2-1 there is no proposal.
    """
    if not meetings_held:
        return None
    seen = seen_evidence(meetings_held, facts, promises, referrals)
    return proposed_step(person, meetings_held, seen)
