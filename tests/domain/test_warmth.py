"""How warm it was between two people, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.people import Stage
from planner.domain.suggestions import Signals, warmth
from planner.domain.warmth import Contact, ContactKind, Point, span_back, warmth_ahead, warmth_curve

TODAY = date(2026, 11, 22)
TALK, TOUCH, EVENT = ContactKind.TALK, ContactKind.TOUCH, ContactKind.EVENT
LIKED = Signals(1, "Maya", Stage.LIKED, meetings=1)  # 18 weeks of half-life, 0.7 of it alone
HALF_LIFE = 18 * 7 * 0.7


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def curve(*contacts: tuple[int, ContactKind], of: Signals = LIKED) -> list[Point]:
    met = [Contact(ago(days), kind) for days, kind in contacts]
    return list(warmth_curve(of, met, span_back(met, TODAY), TODAY))


def on(points: list[Point], days: int) -> list[float]:
    """What is told of a day: once, or before and after what happened."""
    return [point.warmth for point in points if point.day == ago(days)]


def test_it_halves_with_every_half_life() -> None:
    points = curve((126, TALK))
    assert points[0] == Point(ago(126), 1.0)
    assert points[-1].day == TODAY
    assert points[-1].warmth == pytest.approx(2 ** (-126 / HALF_LIFE))
    assert [point.day for point in points] == [ago(n) for n in range(126, -1, -1)]


def test_a_talk_warms_wholly_and_a_touch_half_way() -> None:
    points = curve((100, TALK), (60, TOUCH), (20, TALK))
    assert on(points, 60) == pytest.approx([2 ** (-40 / HALF_LIFE), 2 ** (-20 / HALF_LIFE)])
    assert on(points, 20)[1] == 1.0
    assert len(on(points, 50)) == 1


def test_an_event_is_where_they_met_and_later_one_more_touch() -> None:
    points = curve((100, EVENT), (60, TALK), (20, EVENT))
    assert on(points, 100) == [1.0]
    assert on(points, 20) == pytest.approx([2 ** (-40 / HALF_LIFE), 2 ** (-20 / HALF_LIFE)])


def test_half_lives_follow_the_talks_held_by_then() -> None:
    known = Signals(1, "Maya", Stage.KNOWN, meetings=2)
    points = curve((200, TALK), (30, TALK), of=known)
    assert on(points, 30)[0] == pytest.approx(2 ** (-170 / (6 * 7 * 0.7))), (
        "one talk: Known at its lower level"
    )
    assert points[-1].warmth == pytest.approx(2 ** (-30 / (11 * 7 * 0.7)))


def test_it_looks_back_a_year_and_never_less_than_a_quarter() -> None:
    assert span_back([Contact(ago(900), TALK)], TODAY) == ago(365)
    assert span_back([Contact(ago(200), TALK)], TODAY) == ago(200)
    assert span_back([Contact(ago(9), EVENT)], TODAY) == ago(91)
    long_ago = curve((900, TALK), (10, TOUCH))
    assert (long_ago[0].day, long_ago[-1].day) == (ago(365), TODAY)
    assert curve((9, EVENT))[0].day == ago(9), "before that there is nothing to draw"


def test_without_a_contact_there_is_nothing_to_draw() -> None:
    assert curve() == []
    assert curve((-3, TALK)) == []


@given(
    st.lists(st.tuples(st.integers(0, 800), st.sampled_from(ContactKind)), min_size=1),
    st.sampled_from(Stage),
    st.booleans(),
)
def test_it_only_falls_but_where_something_happened(
    contacts: list[tuple[int, ContactKind]], stage: Stage, shared: bool
) -> None:
    points = curve(*contacts, of=Signals(1, "Maya", stage, shared=shared))
    met = {ago(days) for days, _ in contacts}
    assert all(0.0 <= point.warmth <= 1.0 for point in points)
    assert [point.day for point in points] == sorted(point.day for point in points)
    for before, after in pairwise(points):
        assert after.warmth <= before.warmth or after.day in met


@given(st.lists(st.integers(0, 400), min_size=1), st.sampled_from(Stage), st.floats(0.5, 2.0))
def test_the_last_point_is_todays_warmth(days: list[int], stage: Stage, pace: float) -> None:
    """At whatever pace the user says the two keep in touch."""
    last = min(days)
    of = Signals(1, "Maya", stage, meetings=len(days), apart=last, silent=last, pace=pace)
    assert curve(*((day, TALK) for day in days), of=of)[-1].warmth == warmth(of)


def test_it_falls_as_soon_as_the_user_says() -> None:
    often = LIKED._replace(apart=40, silent=40, pace=0.6)
    points = curve((40, TALK), of=often)
    assert points[-1].warmth == warmth(often) == pytest.approx(2 ** (-40 / HALF_LIFE / 0.6))


def test_ahead_it_goes_on_falling_from_todays_value() -> None:
    of = LIKED._replace(apart=40, silent=30)
    points = warmth_ahead(of, TODAY, ago(-10))
    assert (points[0], points[-1].day) == (Point(TODAY, warmth(of)), ago(-10))
    assert points[-1].warmth == pytest.approx(2 ** (-40 / HALF_LIFE))
    assert warmth_ahead(of, TODAY, TODAY) == (Point(TODAY, warmth(of)),)
