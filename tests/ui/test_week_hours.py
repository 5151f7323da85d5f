"""Working hours: the week begins where the country begins it, and is kept Monday first."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.domain.me import CLOSED, OFFICE_WEEK, Hours
from ui.widgets.week_hours import WeekHours, week_from
from ui.widgets.zone_field import fitting_zone, zones

OPEN = st.tuples(st.integers(0, 22), st.integers(0, 59)).map(
    lambda start: Hours(time(*start), time(23, 59))
)


@pytest.mark.parametrize(
    ("locale", "first"), [("en_GB", 0), ("de_DE", 0), ("en_US", 6), ("ar_EG", 5)]
)
def test_the_week_begins_where_the_country_begins_it(locale: str, first: int) -> None:
    days = list(week_from(QLocale(locale)))
    assert days[0] == first
    assert sorted(days) == list(range(7))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(OPEN | st.just(CLOSED), min_size=7, max_size=7).map(tuple))
def test_what_is_shown_is_what_is_read(qapp: QApplication, week: tuple[Hours, ...]) -> None:
    hours = WeekHours()
    hours.show_value(week)
    assert hours.value() == week
    hours.deleteLater()


def test_showing_a_week_is_no_answer(qtbot: QtBot) -> None:
    hours = WeekHours()
    qtbot.addWidget(hours)
    with qtbot.assertNotEmitted(hours.finished):
        hours.show_value(OFFICE_WEEK)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        ("london", "Europe/London"),
        ("new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("utc", "UTC"),
        ("", ""),
        ("Atlantis", ""),
        ("Europe", ""),
    ],
)
def test_a_city_finds_its_zone(typed: str, zone: str) -> None:
    assert fitting_zone(typed) == zone


def test_zones_are_places() -> None:
    assert "Europe/London" in zones()
    assert not [name for name in zones() if name.startswith(("Etc/", "posix/"))]
