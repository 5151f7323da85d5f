"""About Vis-à-vis, and the table of keys."""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableWidget
from pytestqt.qtbot import QtBot

import planner
from ui.dialogs.about import AboutDialog, KeysDialog
from ui.main_window import MainWindow
from ui.session import Session
from ui.talk_keys import rows_for_the_table


def test_about_names_version_licence_and_whose_work_it_is(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert planner.__version__ in told
    for word in ("MIT", "PySide6", "LGPL", "peewee", "icalendar", "Inter", "Open Font License"):
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
