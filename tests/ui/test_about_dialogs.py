"""About Vis-à-vis, and the table of keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QTableWidget
from pytestqt.qtbot import QtBot

import planner
from ui.dialogs.about import AboutDialog, KeysDialog
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session
from ui.talk_keys import rows_for_the_table


def test_about_names_version_licence_and_whose_work_it_is(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert planner.__version__ in told
    for word in ("MIT", "PySide6", "LGPL", "peewee", "icalendar", "Inter", "Open Font License"):
        assert word in told
    for word in ("GeoNames", "CC BY 4.0"):
        assert word in told


def test_every_key_of_the_window_stands_in_the_table(
    session: Session, view: QSettings, qtbot: QtBot
) -> None:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    dialog = KeysDialog(window)
    table = dialog.findChild(QTableWidget, "keys")
    assert table is not None
    keys = " · ".join(table.item(at, 1).text() for at in range(table.rowCount()))
    for action in window.findChildren(QAction):
        for shortcut in action.shortcuts():
            assert shortcut.toString(shortcut.SequenceFormat.NativeText) in keys
    for _, key in rows_for_the_table():
        assert key in keys


def test_escape_closes_the_keys(session: Session, view: QSettings, qtbot: QtBot) -> None:
    window = MainWindow(session, view)
    qtbot.addWidget(window)
    window.show()
    dialog = KeysDialog(window)
    dialog.open()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_in_a_conversation_its_keys_come_first(
    network: Session, view: QSettings, qtbot: QtBot
) -> None:
    window = MainWindow(network, view)
    qtbot.addWidget(window)
    window.show()
    window.go(Route(Where.CONVERSATION, meeting=network.store.meetings.planned()[0].id))
    window.actions_.show_keys()
    table = window.findChild(QTableWidget, "keys")
    assert table is not None
    assert table.item(0, 0).text() == rows_for_the_table()[0][0]
    words = [table.item(at, 0).text() for at in range(table.rowCount())]
    assert [word for word in words if word.startswith("People: ")] == [
        "People: find in the list",
        "People: change somebody",
        "People: remove whoever is chosen",
        "People: note a message, a call, a chat",
        "People: the same, begun by the other",
        "People: note it with a few words",
    ]


@pytest.mark.parametrize("name", ["keys", "about", "search", "new-person"])
def test_when_a_dialog_closes_the_keyboard_is_on_the_page(
    network: Session, view: QSettings, qtbot: QtBot, name: str
) -> None:
    window = MainWindow(network, view)
    qtbot.addWidget(window)
    window.start()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.navigation.menu_button.setFocus()
    window.actions_.act(name)
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    dialog.reject()
    page = window.page
    assert page is not None
    qtbot.waitUntil(lambda: page.isAncestorOf(window.focusWidget()))
