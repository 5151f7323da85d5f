"""Why somebody is suggested: the terms of the index that say something of this very person."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from planner.domain.fit_evidence import Fitting
from planner.domain.online_networks import is_online_network
from planner.domain.people import Attitude, Stage
from planner.domain.promises import Promise
from planner.domain.suggestions import (
    ACCEPTED_PRIOR,
    FIT_LEVEL,
    INVITED_PRIOR,
    UNKNOWN_FIT,
    Reason,
    ReasonKind,
    Signals,
    Terms,
    warmth,
)

if TYPE_CHECKING:
    from planner.domain.trips import Trip  # not imported at the start, as few travel

MOST = 3  # reasons shown for one person
ENOUGH = 2  # with fewer, the step up the ladder is told as well
WORTH_SAYING = 0.04  # share of the index below which a term is not worth a sentence; our choice
FADING_DAYS = 56  # how long somebody met at an event counts as new: eight weeks; our choice
COLD_DAYS = 28  # nobody is called going cold sooner than after four weeks; our choice
COLD_WARMTH = 0.8  # nor while the relationship is warmer than this, of 1; our choice
GAPS_FOR_A_HABIT = 3  # gaps between contacts that agree before "usually every" is said
AGREEING = 2.0  # a gap within this factor of the middle one agrees with it; our choice
INVITATIONS_FOR_A_HABIT = 3  # and invitations before "always says yes"


class Evidence(NamedTuple):
    """What the sentences need besides the signals; fetched for the few people shown."""

    contacts: tuple[date, ...] = ()  # days of 1-2-1s, touches and events, any order
    met_at: str = ""  # the event where they were last met
    met_on: date | None = None
    listed_in: str = ""  # an online network, or a group the user goes to, without an event
    connected_on: date | None = None
    fits: Fitting = Fitting()  # what the user looks for and they are or do
    said_to_fit: bool = False  # the user's own word
    knows: str = ""  # what they said of people they know that the user looks for
    promise: Promise | None = None  # the most pressing one that a 1-2-1 would keep
    received: int = 0  # referrals from them in the past year
    given: int = 0  # referrals to them in the past year
    attitude: Attitude = Attitude.OPEN
    trip: Trip | None = None  # the user is soon, or now, where they live
    vague: frozenset[date] = frozenset()  # of the contacts, those remembered to no day


def choose(
    signals: Signals, terms: Terms, known: Evidence, today: date, most: int = MOST
) -> tuple[Reason, ...]:
    """The reasons with the largest shares of the index, then what else speaks for the person.

    The step up the ladder is nearly everybody's largest term, so for those already met it tells
    least and comes last. Shown in the order of `ReasonKind`: what presses first.
    """
    weighty = [
        reason
        for reason in (
            _cooling(signals, terms, known, today),
            _promise(terms, known, today),
            *_fit(signals, terms, known),
            _says_yes(signals, terms),
        )
        if reason is not None and reason.share >= WORTH_SAYING
    ]
    weighty.sort(key=lambda reason: -reason.share)
    chosen = [] if signals.meetings else [_first_meeting(signals, terms, known, today)]
    if known.trip is not None:
        chosen.append(_trip(known.trip))
    if known.attitude is not Attitude.OPEN:
        chosen.append(Reason(ReasonKind.WORTH_A_TRY, text=known.attitude.value))
    chosen += weighty
    if known.received > known.given:
        chosen.append(Reason(ReasonKind.BALANCE, count=known.received, other=known.given))
    if signals.meetings and len(chosen) < ENOUGH:
        share = _share(terms.step, terms)
        stage = Stage(signals.stage)
        chosen.append(Reason(ReasonKind.NEXT_STEP, share, count=signals.meetings, stage=stage))
    order = list(ReasonKind)
    return tuple(sorted(chosen[:most], key=lambda reason: order.index(reason.kind)))


def gaps_between(contacts: Iterable[date], vague: Collection[date] = ()) -> list[int]:
    """Days from each contact to the next; what only happened around one that is `vague` says none.

    A 1-2-1 of which the year alone is remembered stands on a day of it: how long before and after
    it the two spoke, nobody knows.
    """
    pairs = pairwise(sorted(set(contacts)))
    return [(later - one).days for one, later in pairs if one not in vague and later not in vague]


def usual_gap(contacts: Iterable[date], vague: Collection[date] = ()) -> int:
    """Days the two usually let pass between contacts: the median, where most gaps are about that.

    0 while there are too few to tell, or now a long one, now a short one. `vague` as above.
    """
    gaps = sorted(gaps_between(contacts, vague))
    if len(gaps) < GAPS_FOR_A_HABIT:
        return 0
    usual = (gaps[(len(gaps) - 1) // 2] + gaps[len(gaps) // 2]) / 2
    agreeing = sum(usual / AGREEING <= gap <= usual * AGREEING for gap in gaps)
    enough = agreeing >= GAPS_FOR_A_HABIT and 3 * agreeing >= 2 * len(gaps)
    return round(usual) if enough else 0


def _share(part: float, terms: Terms) -> float:
    return part / terms.score if terms.score else 0.0


def _cooling(signals: Signals, terms: Terms, known: Evidence, today: date) -> Reason | None:
    """Only once met 1-2-1, as the first meeting is the reason before that; and only after a
    longer silence than is usual between the two.
    """
    past = [day for day in known.contacts if day <= today]
    if not signals.meetings or not past:
        return None
    since = (today - max(past)).days
    usual = usual_gap(past, known.vague)
    if since < max(COLD_DAYS, usual) or warmth(signals) > COLD_WARMTH:
        return None
    return Reason(ReasonKind.COOLING, _share(terms.cooling, terms), days=since, usual=usual)


def _first_meeting(signals: Signals, terms: Terms, known: Evidence, today: date) -> Reason:
    share = _share(terms.step + terms.cooling, terms)
    since = (today - known.met_on).days if known.met_on else FADING_DAYS + 1
    if known.met_on and 0 <= since <= FADING_DAYS:
        return Reason(ReasonKind.NEW_FADING, share, days=since, text=known.met_at, day=known.met_on)
    where, day = known.met_at, known.met_on
    if day is None:
        # The day two connected says when only of an online network; a group has no such day.
        where = known.listed_in
        day = known.connected_on if not where or is_online_network(where) else None
    stage = Stage(signals.stage)
    return Reason(ReasonKind.FIRST_MEETING, share, text=where, day=day, stage=stage)


def _promise(terms: Terms, known: Evidence, today: date) -> Reason | None:
    promise = known.promise
    if promise is None:
        return None
    return Reason(
        ReasonKind.PROMISE,
        _share(terms.promise, terms),
        days=promise.days_late(today),
        text=promise.text,
        mine=promise.mine,
        dated=promise.due is not None,
    )


def _trip(trip: Trip) -> Reason:
    """It says when the two can meet and nothing of the person: no share of the index."""
    nights = (trip.ends - trip.starts).days
    return Reason(ReasonKind.TRIP, text=trip.city, day=trip.starts, days=nights)


def _fit(signals: Signals, terms: Terms, known: Evidence) -> list[Reason]:
    """What would be missing from the index if the fit were unknown, told in up to two ways."""
    if signals.fit <= UNKNOWN_FIT:
        return []
    share = 1.0 - FIT_LEVEL / terms.fit
    told = []
    fits = known.fits
    if fits.wishes or known.said_to_fit:
        text = ", ".join(fits.unsaid)
        about = fits.about.value if fits.about else ""
        told.append(Reason(ReasonKind.FITS, share, text=text, told=fits.told, about=about))
    if known.knows:
        told.append(Reason(ReasonKind.KNOWS, share, text=known.knows))
    return told


def _says_yes(signals: Signals, terms: Terms) -> Reason | None:
    """What would be missing if nothing were known of how they answer."""
    if signals.invited < INVITATIONS_FOR_A_HABIT or signals.accepted < signals.invited:
        return None
    share = 1.0 - sqrt(ACCEPTED_PRIOR / INVITED_PRIOR / terms.accepted)
    return Reason(ReasonKind.SAYS_YES, share, count=signals.accepted)
