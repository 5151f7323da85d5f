"""How a 1-2-1 stands has one hue, wherever it is shown."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planner.domain.meetings import State
from planner.journeys.person_page import person_page
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person
from tests.clocks import NOW
from ui import hues
from ui.widgets.person_between import BetweenCard


def test_every_state_has_a_hue_of_its_own() -> None:
    assert len({hues.of_state(state) for state in State}) == len(State)


def test_a_proposed_one_wears_it_on_the_persons_page(qtbot: QtBot, store: Store) -> None:
    with store.transaction():
        maya = store.people.add(a_person())
        ahead = a_meeting(maya.id, NOW + timedelta(days=2), state=State.PROPOSED)
        store.meetings.add(ahead)
    card = BetweenCard(person_page(store, maya.id, TODAY), TODAY)
    qtbot.addWidget(card)
    worn = [label.property("pill") for label in card.findChildren(QLabel)]
    assert hues.of_state(State.PROPOSED) in worn
