"""What a user types and presses where a passphrase is asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from planner.journeys.encrypt_library import Key
from planner.storage.store import Store
from tests.ui.drivers_start import FormDriver

SAID = "four words of mine"  # the passphrase of the tests


def open_store(library: Path | None, passphrase: str | Key | None = None) -> Store:
    """What main.py gives the window, for a library that is there."""
    assert library is not None
    return Store.open(library, create=False, passphrase=passphrase)


class PassphraseDriver(FormDriver):
    """A dialog that asks for a passphrase."""

    def hides(self, name: str) -> bool:
        return self.find(QLineEdit, name).echoMode() is QLineEdit.EchoMode.Password

    def press_when_it_can_be(self, name: str, qtbot: QtBot) -> None:
        qtbot.waitUntil(lambda: self.can_press(name))
        self.press(name)

    def enter(self, name: str) -> None:
        QTest.keyClick(self.find(QWidget, name), Qt.Key.Key_Return)

    def shows(self, name: str) -> bool:
        return self.find(QWidget, name).isVisibleTo(self.page)

    def is_ticked(self, name: str) -> bool:
        return self.find(QAbstractButton, name).isChecked()


def dialog_named(name: str, qtbot: QtBot) -> PassphraseDriver:
    """The dialog of this name, once it is in sight."""

    def found() -> list[QWidget]:
        return [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, QDialog) and each.objectName() == name and each.isVisible()
        ]

    qtbot.waitUntil(lambda: bool(found()))
    return PassphraseDriver(found()[-1])
