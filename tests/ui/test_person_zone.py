"""Somebody's time zone: proposed from their town, typed by a city, picked from what fits."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.person import PersonDialog
from ui.session import Session
from ui.widgets.person_zone import PersonZone

HOME = "Europe/Berlin"


class Zone:
    """The question as a user meets it."""

    def __init__(self, qtbot: QtBot, proposed: str = "") -> None:
        self.field = PersonZone(HOME, lambda: datetime(2026, 11, 22, 9, 30), lambda: proposed)
        self.field.setObjectName("zone")
        qtbot.addWidget(self.field)
        self.field.show_value("")
        self.field.show()
        self.field.activateWindow()
        tick = self.field.findChild(QCheckBox, "zone-elsewhere")
        assert tick is not None
        tick.click()
        box = self.field.findChild(QComboBox, "zone-field-box")
        assert box is not None
        self.box = box
        qtbot.waitUntil(lambda: box.hasFocus())

    def type(self, text: str) -> None:
        QTest.keyClicks(self.box, text)

    def press(self, key: Qt.Key) -> None:
        popup: QWidget | None = QApplication.activePopupWidget()
        QTest.keyClick(popup or self.box, key)


@pytest.mark.parametrize("typed", ["new york", "america/new_york"])
def test_what_is_typed_takes_the_place_of_what_stood_there(qtbot: QtBot, typed: str) -> None:
    zone = Zone(qtbot)
    zone.type(typed)
    assert zone.box.currentText() == typed, "and nothing of what stood there"
    zone.press(Qt.Key.Key_Return)
    assert zone.field.value() == "America/New_York"


def test_what_is_chosen_in_the_list_of_fitting_ones_is_taken(qtbot: QtBot) -> None:
    zone = Zone(qtbot)
    zone.type("new y")
    zone.press(Qt.Key.Key_Down)
    zone.press(Qt.Key.Key_Return)
    assert zone.field.value() == "America/New_York"
    assert zone.box.currentText() == "America/New York"


def test_the_zone_of_their_town_is_proposed(qtbot: QtBot) -> None:
    assert Zone(qtbot, "America/Chicago").field.value() == "America/Chicago"
    assert Zone(qtbot).field.value() == HOME


def test_the_form_knows_the_zone_of_a_town(session: Session, qtbot: QtBot) -> None:
    dialog = PersonDialog(session)
    qtbot.addWidget(dialog)
    dialog.fields["city"].input.show_value("Chicago")
    tick = dialog.findChild(QCheckBox, "zone-elsewhere")
    assert tick is not None
    tick.click()
    assert dialog.answer("zone") == "America/Chicago"
