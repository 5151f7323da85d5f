"""A wish taken up again: what the user touched stays, and what cannot be any more goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from planner.domain.left_wishes import caught_up, own, still_possible, where_it_is
from planner.domain.wishes import Wish

LONDON, NEW_YORK = "Europe/London", "America/New_York"
MORNING, AFTERNOON = datetime(2026, 11, 24, 9), datetime(2026, 11, 24, 14)
NOW = datetime(2026, 11, 22, 9, 30)
FRESH = Wish(MORNING, place="Station Café", learn="Her spring", message="Hi Maya")


@pytest.mark.parametrize(
    "said",
    [
        replace(FRESH, message="Drafted anew"),
        replace(FRESH, learn="  Her\tspring "),
        replace(FRESH, place=" Station  Café"),
    ],
)
def test_what_the_page_says_by_itself_is_not_the_users_own(said: Wish) -> None:
    assert own(said) == own(FRESH)


@pytest.mark.parametrize(
    "said",
    [replace(FRESH, message="Hello", edited=True), replace(FRESH, ask=".")],
)
def test_what_the_user_typed_is_their_own(said: Wish) -> None:
    assert own(said) != own(FRESH)


def test_what_was_not_touched_follows_and_what_was_stays() -> None:
    theirs = replace(FRESH, give="An introduction")
    fresh = replace(FRESH, starts=AFTERNOON, give="A book", learn="Her summer", message="Hello")
    found = caught_up(theirs, FRESH, fresh)
    assert found == replace(fresh, give="An introduction")


def test_a_time_and_its_zone_follow_together_or_not_at_all() -> None:
    theirs = replace(FRESH, zone=NEW_YORK)
    fresh = replace(FRESH, starts=AFTERNOON)
    assert caught_up(theirs, FRESH, fresh) == theirs


def test_words_of_the_users_own_stay() -> None:
    theirs = replace(FRESH, message="My own", edited=True)
    assert caught_up(theirs, FRESH, replace(FRESH, message="Hello")) == theirs


@pytest.mark.parametrize(
    ("starts", "zone", "away", "found"),
    [
        (MORNING, NEW_YORK, NEW_YORK, (MORNING, NEW_YORK)),  # the trip is still on
        (MORNING, NEW_YORK, "", (AFTERNOON, "")),  # it is not: the same moment at home
        (MORNING, "Moon/Far_Side", "", (None, "")),
        (datetime(2027, 3, 14, 2, 30), NEW_YORK, "", (None, "")),  # skipped by the clocks there
        (MORNING, "", NEW_YORK, (MORNING, "")),
    ],
)
def test_a_time_of_a_trip_that_is_off_is_told_at_home(
    starts: datetime, zone: str, away: str, found: tuple[datetime | None, str]
) -> None:
    wish = where_it_is(replace(FRESH, starts=starts, zone=zone), LONDON, away)
    assert (wish.starts, wish.zone) == found


@pytest.mark.parametrize(
    ("starts", "found"),
    [
        (AFTERNOON, AFTERNOON),
        (NOW, NOW),
        (datetime(2026, 11, 22, 9, 29), MORNING),
        (datetime(2027, 3, 28, 1, 30), MORNING),  # the clocks skip it
        (None, None),
    ],
)
def test_a_time_that_is_over_gives_way(starts: datetime | None, found: datetime | None) -> None:
    wish = still_possible(replace(FRESH, starts=starts), FRESH, LONDON, "", NOW)
    assert wish.starts == found
