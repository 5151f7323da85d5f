"""Places through the window: added, renamed, joined, removed and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QSettings, Qt
from pytestqt.qtbot import QtBot

from planner.domain.meetings import State
from planner.journeys.plan_meeting import mark, plan
from tests.builders import a_person
from tests.ui.drivers_day import PlacesDriver, shown
from tests.ui.drivers_plan import PlanDriver
from tests.ui.drivers_window import WindowDriver
from ui.routes import Route, Where
from ui.session import Session


@pytest.fixture
def user(session: Session, view: QSettings, qtbot: QtBot) -> Iterator[WindowDriver]:
    store = session.store
    with store.transaction():
        me = replace(store.me.get(), name="Sam", ready=True, zone="Europe/London")
        store.me.put(me)
        maya, jonas = store.people.add_many([a_person("Maya Okafor"), a_person("Jonas")])
    for day, person, place in (
        (1, maya, "The Wharf, Leeds"),
        (2, jonas, "Wharf"),
        (3, maya, "Zest"),
    ):
        told = ("Europe/London", 45, place, "", "", "", None)
        plan(store, person.id, datetime(2026, 12, day, 9), *told, session.now())
    _, met = plan(
        store, maya.id, datetime(2026, 11, 4, 9), "Europe/London", 45, "Zest", "", "", "", "",
        datetime(2026, 11, 1),
    )  # fmt: skip
    mark(store, met.id, State.HELD, session.now())
    yield from shown(session, view, qtbot)


def opened(user: WindowDriver) -> PlacesDriver:
    user.window.actions_.act("places")
    places = PlacesDriver(user.dialog("places-dialog").root)
    places.root.activateWindow()
    return places


def test_places_are_listed_with_how_often_and_with_whom(user: WindowDriver) -> None:
    places = opened(user)
    assert places.places() == [
        ("Zest", "Neutral ground · met once, 1 planned"),
        ("The Wharf", "Neutral ground · 1 planned"),
        ("Wharf", "Neutral ground · 1 planned"),
    ]
    assert places.says("place-told") == "Met once, with Maya Okafor. 1 planned."
    places.choose_place("Wharf")
    assert places.says("place-told") == "No 1-2-1 was there yet. 1 planned."


def test_a_place_is_renamed_and_its_1_2_1s_follow(user: WindowDriver, session: Session) -> None:
    places = opened(user)
    places.fill("place-name", "Zest Bar")
    assert places.places()[0][0] == "Zest Bar"
    assert places.says("places-said") == "Zest Bar changed"
    assert sorted(one.place for one in session.store.meetings.all())[2:] == ["Zest Bar"] * 2
    places.act("places-undo")
    assert places.places()[0][0] == "Zest"
    assert places.holds("place-name") == "Zest"


def test_whose_ground_it_is_is_one_press(user: WindowDriver) -> None:
    places = opened(user)
    places.act("place-kind-own")
    assert places.places()[0] == ("Zest", "Somebody's own · met once, 1 planned")


def test_a_link_makes_a_place_one_online(user: WindowDriver) -> None:
    places = opened(user)
    places.type("add-place", "Zoom, https://zoom.example/j/1")
    places.key(Qt.Key.Key_Return)
    assert ("Zoom", "Online · no 1-2-1 yet") in places.places()
    assert places.holds("place-address") == "https://zoom.example/j/1"


def test_what_looks_like_the_same_place_is_joined(user: WindowDriver, session: Session) -> None:
    places = opened(user)
    places.choose_place("Wharf")
    places.act("place-twice")
    assert ("Wharf", "Neutral ground · 2 planned") in places.places()
    assert {one.place for one in session.store.meetings.all()} == {"Zest", "Wharf, Leeds"}
    assert places.says("places-said") == "Wharf and The Wharf, Leeds are one"


def test_any_two_can_be_joined(user: WindowDriver) -> None:
    places = opened(user)
    places.answer_choice("same-place", "Wharf")
    places.act("join-places")
    assert places.places()[0] == ("Zest", "Neutral ground · met once, 2 planned")


def test_a_place_is_removed_by_a_key_and_brought_back(user: WindowDriver) -> None:
    places = opened(user)
    places.choose_place("Wharf")
    places.key(Qt.Key.Key_Delete)
    names = [name for name, _ in places.places()]
    assert names == ["Zest", "The Wharf"]
    places.act("places-undo")
    assert "Wharf" in [name for name, _ in places.places()]


def test_two_of_one_name_are_refused_in_words(user: WindowDriver) -> None:
    places = opened(user)
    places.fill("place-name", "Wharf")
    assert places.says("places-said").startswith("There is a place “Wharf” already.")
    assert places.holds("place-name") == "Zest"


def test_online_means_the_link_that_is_known(user: WindowDriver, session: Session) -> None:
    maya = next(one.id for one in session.store.people.all() if one.name == "Maya Okafor")
    user.window.go(Route(Where.PLAN, person=maya))
    user.page.press("online")
    assert user.page.holds("place") == "Online"
    places = opened(user)
    places.type("add-place", "Zoom, https://zoom.example/j/1")
    places.key(Qt.Key.Key_Return)
    places.press("close-places")
    user.page.press("online")
    assert user.page.holds("place") == "Zoom, https://zoom.example/j/1"
    assert "on Zoom" in user.page.holds("invitation")


def test_planning_offers_the_ground_both_know_first(user: WindowDriver, session: Session) -> None:
    maya = next(one.id for one in session.store.people.all() if one.name == "Maya Okafor")
    user.window.go(Route(Where.PLAN, person=maya))
    plan_page = PlanDriver(user.page.root)
    assert plan_page.neutral_places() == ["Zest", "The Wharf", "Wharf"]
    said = plan_page.reads("neutral-places")
    assert said == ["Neutral ground you both know:", "Other neutral ground:"]
    user.page.press("all-places")
    assert "places-dialog" in user.dialogs()
