"""Rows that point at nobody, or hold what cannot be read: the start never dies of them."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.errors import LibraryDamaged
from planner.journeys.follow_ups_page import follow_ups
from planner.journeys.hold_conversation import unfinished
from planner.journeys.meetings_page import all_meetings, meeting_with
from planner.journeys.suggest_people import suggest
from planner.journeys.todays_page import calendar_today, open_promises, promises_due
from planner.storage.store import Store
from tests.clocks import NOW, StandingClock
from tests.ui.windows import LONGEST, ROOT, offscreen, started
from ui.background import wait_for_all
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session

TODAY = NOW.date()
TABLES = ("promise", "meeting", "touch", "attendance", "fact", "referral")
NOBODY = 888

SHOWN: tuple[Callable[[Store], object], ...] = (
    lambda store: calendar_today(store, NOW),
    lambda store: (promises_due(store, TODAY), open_promises(store)),
    lambda store: follow_ups(store, TODAY),
    lambda store: all_meetings(store, NOW),
    lambda store: [meeting_with(store, each.id) for each in store.meetings.all()],
    lambda store: suggest(store, TODAY),
    unfinished,
)


def spoil(path: Path, sql: str) -> None:
    """As another program could: without the library's own care for what belongs to what."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql)


@pytest.mark.parametrize("table", TABLES)
def test_what_belongs_to_nobody_is_passed_over(sampled: Path, table: str) -> None:
    spoil(sampled, f"UPDATE {table} SET person_id = {NOBODY}")
    with Store.open(sampled) as store:
        for show in SHOWN:
            show(store)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE person SET connected_on = 'garbage'",
        "UPDATE person SET rests_until = 'garbage'",
        "UPDATE touch SET day = 'garbage'",
        "UPDATE meeting SET starts = 'garbage'",
        "UPDATE promise SET due = 'garbage'",
        "UPDATE person SET links = x'ff00'",
        "UPDATE promise SET due = 17, made_on = 17",
    ],
)
def test_what_cannot_be_read_is_said_in_words(sampled: Path, sql: str) -> None:
    spoil(sampled, sql)
    said = 0
    with Store.open(sampled) as store:
        for show in SHOWN:
            try:
                show(store)
            except LibraryDamaged as damage:
                assert "Check my data" in str(damage)
                said += 1
    assert said


@pytest.mark.parametrize("table", TABLES)
def test_the_window_stands_and_checks_by_itself(
    sampled: Path, view: QSettings, qtbot: QtBot, table: str
) -> None:
    spoil(sampled, f"UPDATE {table} SET person_id = {NOBODY}")
    with Store.open(sampled) as store:
        window = MainWindow(Session(store, StandingClock()), view)
        qtbot.addWidget(window)
        window.start()
        with qtbot.waitSignal(window.seen):
            window.show()
        for where in (Where.MEETINGS, Where.FOLLOW_UPS, Where.PEOPLE, Where.TODAY):
            window.go(Route(where))
        window.care.begin()
        qtbot.waitUntil(lambda: window.findChild(QDialog, "check-dialog") is not None)
        wait_for_all()
        window.close()


@pytest.mark.parametrize("where", ["ui.main_window.MainWindow.start", "ui.theme.load_fonts"])
def test_a_bug_at_the_start_is_said_and_logged(sampled: Path, tmp_path: Path, where: str) -> None:
    """Nothing dies without a word, whatever went wrong; the log has no names."""
    module, _, name = where.rpartition(".MainWindow.")
    holder = "MainWindow" if module else "theme"
    fault = (
        f"from {module or 'ui'} import {holder}\n"
        "def broken(*arguments):\n    raise KeyError('Maya Okafor')\n"
        f"{holder}.{name if module else 'load_fonts'} = broken\n"
        "from main import main\n"
        f"raise SystemExit(main(['--library', {str(sampled)!r}]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", fault],
        env=offscreen(tmp_path),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert ran.returncode == 1
    assert "could not start" in ran.stderr and "Traceback" not in ran.stderr
    assert "Maya" not in ran.stderr
    (log,) = tmp_path.rglob("visavis.log")
    told = log.read_text(encoding="utf-8")
    assert "KeyError" in told and "in broken" in told and "Maya" not in told


def test_an_unreadable_value_at_the_start_is_said(sampled: Path, tmp_path: Path) -> None:
    spoil(sampled, "UPDATE person SET connected_on = 'garbage'")
    code, _, err = started(offscreen(tmp_path), "--library", sampled)
    assert code == 1
    assert "Check my data" in err and "Traceback" not in err
