"""Which reasons are told, and with which figures."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.facts import FactKind
from planner.domain.fit_evidence import Fitting
from planner.domain.people import Attitude, Stage
from planner.domain.promises import Promise
from planner.domain.reasons import MOST, Evidence, choose, gaps_between, usual_gap
from planner.domain.suggestions import UNANSWERED, Reason, ReasonKind, Signals, index
from planner.domain.trips import Trip

TODAY = date(2026, 11, 22)


def days_ago(*counts: int) -> tuple[date, ...]:
    return tuple(TODAY - timedelta(days=count) for count in counts)


def known_for(days: int, **fields: object) -> Signals:
    """A person known from two 1-2-1s, the last so many days ago."""
    usual: dict[str, object] = {"stage": Stage.KNOWN, "meetings": 2, "invited": 2, "accepted": 2}
    return Signals(1, "Maya", apart=days, silent=days, **(usual | fields))  # type: ignore[arg-type]


def reasons(signals: Signals, known: Evidence) -> tuple[Reason, ...]:
    return choose(signals, index(signals), known, TODAY)


def kinds(signals: Signals, known: Evidence) -> list[ReasonKind]:
    return [reason.kind for reason in reasons(signals, known)]


def test_going_cold_tells_how_long_and_what_is_usual() -> None:
    cold = reasons(known_for(80), Evidence(contacts=days_ago(80, 120, 160, 200)))[0]
    assert (cold.kind, cold.days, cold.usual) == (ReasonKind.COOLING, 80, 40)


@pytest.mark.parametrize(
    ("signals", "contacts"),
    [
        (known_for(20), days_ago(20)),  # too soon for anybody
        (known_for(60, stage=Stage.REFERS), days_ago(60)),  # still warm
        (known_for(80), days_ago(80, 180, 280, 380)),  # these two are used to it
        (known_for(80, meetings=0), days_ago(80)),  # never met: another reason tells that
        (known_for(80), ()),
    ],
)
def test_not_going_cold(signals: Signals, contacts: tuple[date, ...]) -> None:
    assert ReasonKind.COOLING not in kinds(signals, Evidence(contacts=contacts))


@pytest.mark.parametrize(
    ("ago", "usual"),
    [
        ((10, 50), 0),
        ((10, 50, 50, 50), 0),
        ((10, 50, 100), 0),
        ((10, 50, 100, 140), 40),
        ((10, 50, 100, 142, 400), 46),  # half-way between the two in the middle
        ((9, 18, 85, 100), 0),  # now a few days, now two months
        ((10, 50, 90, 130, 131, 132, 133), 0),
    ],
)
def test_the_usual_gap_needs_three_gaps_that_agree(ago: tuple[int, ...], usual: int) -> None:
    assert usual_gap(days_ago(*ago)) == usual


def test_a_day_that_only_stands_for_a_year_tells_no_gap() -> None:
    often = days_ago(0, 42, 84, 126, 168)
    assert usual_gap(often) == 42
    year = days_ago(700, 1065, 1430)
    assert usual_gap([*often, *year]) == 0  # gaps of a year nobody kept
    assert usual_gap([*often, *year], set(year)) == 42
    between = days_ago(100)  # how long before and after it they spoke, nobody knows
    assert usual_gap([*often, *between], set(between)) == 42
    assert usual_gap(year, set(year)) == 0
    assert gaps_between(days_ago(10, 20, 40), set(days_ago(20))) == []


def test_one_contact_more_does_not_make_another_habit() -> None:
    """Kept for 40 days or so, then silent for 80: it stays "every 6 weeks"."""
    assert usual_gap(days_ago(80, 133, 173, 185, 228)) == 42
    assert usual_gap(days_ago(0, 80, 133, 173, 185, 228)) == 43


def test_met_at_an_event_and_fading() -> None:
    unmet = Signals(1, "Jonas", apart=9, silent=9)
    known = Evidence(met_at="Chamber Breakfast", met_on=TODAY - timedelta(days=9))
    (new,) = reasons(unmet, known)
    assert (new.kind, new.days, new.text) == (ReasonKind.NEW_FADING, 9, "Chamber Breakfast")


def test_met_long_ago_or_never_is_a_first_meeting() -> None:
    unmet = Signals(1, "Jonas", apart=200, silent=200)
    long_ago = TODAY - timedelta(days=200)
    (old,) = reasons(unmet, Evidence(met_at="Dinner", met_on=long_ago))
    assert (old.kind, old.text, old.day) == (ReasonKind.FIRST_MEETING, "Dinner", long_ago)
    (linked,) = reasons(unmet, Evidence(connected_on=long_ago))
    assert (linked.text, linked.day) == ("", long_ago)
    (online,) = reasons(unmet, Evidence(connected_on=long_ago, listed_in="LinkedIn"))
    assert (online.text, online.day) == ("LinkedIn", long_ago)
    (shared,) = reasons(unmet, Evidence(connected_on=long_ago, listed_in="Chamber"))
    assert (shared.text, shared.day) == ("Chamber", None)
    seen = Evidence(connected_on=TODAY, listed_in="Chamber", met_at="Dinner", met_on=long_ago)
    (met,) = reasons(unmet, seen)
    assert (met.text, met.day) == ("Dinner", long_ago)
    (stranger,) = reasons(unmet, Evidence())
    assert (stranger.text, stranger.day) == ("", None)


def test_a_promise_tells_its_words_and_days() -> None:
    promise = Promise(text="Introduce Tom", due=TODAY - timedelta(days=5), mine=False)
    told = reasons(known_for(10, promise=-5.0), Evidence(promise=promise))[0]
    assert (told.kind, told.text, told.days) == (ReasonKind.PROMISE, "Introduce Tom", 5)
    assert (told.mine, told.dated) == (False, True)
    undated = reasons(known_for(10, promise=28.0), Evidence(promise=Promise(text="Lunch")))[0]
    assert not undated.dated


def test_fit_is_told_by_what_matched_or_by_whom_they_know() -> None:
    fitting = known_for(10, fit=0.8)
    both = Fitting(("architects", "Leeds"))
    (fits, _) = reasons(fitting, Evidence(fits=both))
    assert (fits.kind, fits.text) == (ReasonKind.FITS, "architects, Leeds")
    own = Fitting(("architects",), "Two architects in York", FactKind.FOR_WHOM)
    (fits, _) = reasons(fitting, Evidence(fits=own))
    assert (fits.text, fits.told, fits.about) == ("", "Two architects in York", "for_whom")
    other = Fitting(("lawyers",), "Solicitor", FactKind.DOES)
    assert reasons(fitting, Evidence(fits=other))[0].text == "lawyers"
    assert kinds(fitting, Evidence(knows="Three architects"))[0] is ReasonKind.KNOWS
    leeds = Evidence(fits=Fitting(("Leeds",)))
    assert kinds(known_for(10, fit=0.4), leeds) == [ReasonKind.NEXT_STEP]


def test_says_yes_only_after_three_and_without_a_no() -> None:
    assert ReasonKind.SAYS_YES in kinds(known_for(10, invited=3, accepted=3), Evidence())
    assert ReasonKind.SAYS_YES not in kinds(known_for(10, invited=4, accepted=3), Evidence())
    unanswered = known_for(10, invited=3 + UNANSWERED, accepted=3)
    assert ReasonKind.SAYS_YES not in kinds(unanswered, Evidence())
    assert ReasonKind.SAYS_YES not in kinds(known_for(10), Evidence())


def test_balance_is_told_only_when_more_came_than_went() -> None:
    (balance, _) = reasons(known_for(10), Evidence(received=2, given=1))
    assert (balance.kind, balance.count, balance.other) == (ReasonKind.BALANCE, 2, 1)
    assert ReasonKind.BALANCE not in kinds(known_for(10), Evidence(received=1, given=1))


@pytest.mark.parametrize("attitude", [Attitude.DISLIKES, Attitude.PRESS, Attitude.EMPLOYED])
def test_who_does_not_network_is_worth_a_try(attitude: Attitude) -> None:
    told = reasons(Signals(1, "Daniel"), Evidence(attitude=attitude))
    assert [reason.kind for reason in told] == [ReasonKind.FIRST_MEETING, ReasonKind.WORTH_A_TRY]
    assert told[1].text == attitude.value


def test_a_trip_is_told_whatever_else_there_is() -> None:
    trip = Trip(city="Oslo", starts=TODAY + timedelta(days=11), ends=TODAY + timedelta(days=13))
    told = reasons(Signals(1, "Maya"), Evidence(trip=trip))
    assert [reason.kind for reason in told] == [ReasonKind.FIRST_MEETING, ReasonKind.TRIP]
    near = told[1]
    assert (near.text, near.day, near.days, near.share) == ("Oslo", trip.starts, 2, 0.0)


def test_the_step_is_told_where_little_else_is() -> None:
    (step,) = reasons(known_for(10), Evidence())
    assert (step.kind, step.count, step.stage) == (ReasonKind.NEXT_STEP, 2, Stage.KNOWN)


def test_at_most_three_and_what_presses_comes_first() -> None:
    everything = Evidence(
        contacts=days_ago(80),
        fits=Fitting(("architects",)),
        knows="Three architects",
        promise=Promise(text="Introduce Tom", due=TODAY),
        received=2,
        attitude=Attitude.PRESS,
    )
    told = reasons(known_for(80, fit=1.0, promise=0.0, invited=4, accepted=4), everything)
    assert len(told) == MOST
    order = list(ReasonKind)
    places = [order.index(reason.kind) for reason in told]
    assert places == sorted(places)
