"""Thirty days with the sample network through the window, and what Today showed on each of them.

The table is kept in a_month.txt. Where the program has changed what it shows on purpose, it is
written anew by

    VISAVIS_WRITE_MONTH=1 QT_QPA_PLATFORM=offscreen python -m pytest tests/ui/test_a_month.py

and then read as a user would read it: who was there, and is every reason true?
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from planner.storage.store import Store
from tests.clocks import StandingClock
from tests.ui.drivers_window import WindowDriver
from tests.ui.month import Seen, User, settle
from ui import main_window, todays_extras
from ui.main_window import MainWindow
from ui.session import Session

pytestmark = pytest.mark.usefixtures("qtbot")

KEPT = Path(__file__).with_name("a_month.txt")
RENEW = "VISAVIS_WRITE_MONTH"
DAYS = 30
AWAY = range(20, 27)  # a week in which nobody opens the program
EVENT = 9
MET = ("Tess Hargreaves, Hargreaves Tiles", "Omar Siddiqui, Aire Roofing", "Sunita Kapoor")
MANCHESTER = (date(2026, 12, 3), date(2026, 12, 4))  # days 12 and 13, noted in the sample network
EDINBURGH = (date(2026, 12, 8), date(2026, 12, 9))  # days 17 and 18


@pytest.fixture(scope="module")
def month(
    qapp: QApplication,
    sample_library: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[Seen]]:
    """The month, lived once for every question asked about it."""
    folder = tmp_path_factory.mktemp("month")
    library = folder / "library.visavis"
    shutil.copy(sample_library, library)
    view = QSettings(str(folder / "view.ini"), QSettings.Format.IniFormat)
    clock = StandingClock()
    patched = pytest.MonkeyPatch()
    patched.setattr(todays_extras, "PAUSE_MS", 0)
    patched.setattr(main_window, "ELSEWHERE_MS", 10**8)  # nobody else is at the library
    with Store.open(library) as store:
        window = MainWindow(Session(store, clock), view)
        window.start()
        window.show()
        window.activateWindow()
        settle()
        user = User(WindowDriver(window), clock)
        live(user)
        assert store.check(thorough=True) == ()
        settle()
        window.close()
        window.deleteLater()
        settle()
    patched.undo()
    yield user.days


def live(user: User) -> None:
    """What the user does on each day, by what they see there."""
    user.is_in("Manchester", *MANCHESTER)
    for number in range(1, DAYS + 1):
        if number in AWAY:
            continue
        user.begin(number, missed=number == 18)
        if number == 1:
            user.answer_about_fit("no")
        if number == 3:
            user.not_now(user.seen.names[-1], "week")
        if number == 4:
            user.call_off(next(waiting(user)))
            user.keep_promise()
        if number == 5:
            user.travel("Edinburgh", *EDINBURGH)
        if number == 6:
            user.write_to(user.seen.names[0])
        if number == 10:
            user.keep_promise()
        if number == 7:
            user.not_now(user.seen.names[2], "never")
        if number == EVENT:
            user.go_to_event("Chamber Breakfast", MET)
            user.plan_there("Manchester")
        if number == 16:
            user.plan_there("Edinburgh")
        if user.now.weekday() < 4 and user.room > 0 and number != AWAY[0] - 1:
            name = user.today.people()[0]
            user.plan(name, agreed=number != 3)


def waiting(user: User) -> Iterator[str]:
    """With whom a 1-2-1 is planned that they have not answered to."""
    for seen in user.days:
        for words in seen.did:
            if words.endswith("no answer yet"):
                yield words.removeprefix("planned a 1-2-1 with ").partition(" on ")[0]


def test_each_day_showed_what_is_kept(month: list[Seen]) -> None:
    told = "\n".join(line for seen in month for line in (*seen.told(), "")) + "\n"
    if os.environ.get(RENEW):
        KEPT.write_text(told, "utf-8")
    assert told == KEPT.read_text("utf-8"), f"{RENEW}=1 writes it anew; read it before it is kept"


def test_nobody_is_shown_who_rests_is_planned_or_let_go(month: list[Seen]) -> None:
    for seen in month:
        assert not seen.barred & set(seen.names), f"day {seen.number}"


def test_it_is_never_more_than_five(month: list[Seen]) -> None:
    assert all(0 < len(seen.names) <= 5 for seen in month)


def test_whoever_stays_keeps_their_place_within_a_week(month: list[Seen]) -> None:
    """Nobody overtakes anybody by the mere passing of days."""
    for before, after in pairwise(month):
        if before.week == after.week:
            stayed = set(before.names) & set(after.names)
            assert [name for name in before.names if name in stayed] == [
                name for name in after.names if name in stayed
            ], f"day {after.number}"


def test_where_nothing_happened_the_list_is_the_same(month: list[Seen]) -> None:
    quiet = 0
    for before, after in pairwise(month):
        same_rest = before.barred == after.barred
        if before.week == after.week and same_rest and not (before.did or after.did):
            assert before.names == after.names, f"day {after.number}"
            quiet += 1
    assert quiet >= 2


def test_whom_one_met_at_an_event_is_there_the_day_after(month: list[Seen]) -> None:
    (after,) = (seen for seen in month if seen.number == EVENT + 1)
    for name in (met.partition(",")[0] for met in MET):
        assert name in after.names or any(name in words for words in after.beside), name


def test_back_from_a_week_away_there_are_five_names(month: list[Seen]) -> None:
    back = next(seen for seen in month if seen.number == AWAY[-1] + 1)
    assert len(back.names) == 5
    assert "late" not in back.line
