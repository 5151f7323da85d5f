"""Promises and when they are due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.promises import ALARMING_DAYS, Promise

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("mine", "days", "alarms"),
    [
        (True, 0, False),
        (True, 1, True),
        (True, ALARMING_DAYS, True),
        (True, ALARMING_DAYS + 1, False),
        (False, 1, False),
    ],
)
def test_only_what_the_user_is_lately_late_with_alarms(mine: bool, days: int, alarms: bool) -> None:
    promise = Promise(mine=mine, due=TODAY - timedelta(days=days))
    assert promise.alarms(TODAY) is alarms


def test_what_is_kept_or_has_no_day_does_not_alarm() -> None:
    assert not Promise(due=TODAY - timedelta(days=1), done_on=TODAY).alarms(TODAY)
    assert not Promise().alarms(TODAY)
