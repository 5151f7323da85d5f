"""What the tests share: a store on a real file, a session with its own clock, and the window."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication

from planner.calendar.zone_data import use_shipped_zones
from planner.storage.store import Store
from tests.clocks import StandingClock
from ui.session import Session

# On a machine with neither a screen nor Xvfb the windows are drawn offscreen.
if not os.environ.get("DISPLAY") and shutil.which("Xvfb") is None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Hypothesis draws the same values every time, so that a run that was green is green again; with
# VISAVIS_EXPLORE it draws others each time, and finds what nobody has thought of yet.
settings.register_profile("the same", derandomize=True)
if not os.environ.get("VISAVIS_EXPLORE"):
    settings.load_profile("the same")

use_shipped_zones()
QLocale.setDefault(QLocale("en_GB"))  # so that the tests read the same on every machine


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.visavis"


@pytest.fixture
def store(library: Path) -> Iterator[Store]:
    """An open store on a fresh file, built by the real migrations."""
    with Store.open(library) as opened:
        yield opened


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def session(qapp: QApplication, store: Store, clock: StandingClock) -> Iterator[Session]:
    made = Session(store, clock)
    yield made
    made.end()  # as the program does when it ends
    made.undo_stack.clear()


@pytest.fixture
def view(tmp_path: Path) -> QSettings:
    """Geometry and looks in a file of the test's own."""
    return QSettings(str(tmp_path / "view.ini"), QSettings.Format.IniFormat)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["visavis"]


@pytest.fixture(scope="session", autouse=True)
def _dressed(request: pytest.FixtureRequest) -> None:
    """Every window test sees the program as users do: its style, font and light palette."""
    windows = {"qtbot", "qapp"}
    if any(windows & set(getattr(item, "fixturenames", ())) for item in request.session.items):
        from ui import theme

        app = request.getfixturevalue("qapp")
        app.setStyle("Fusion")
        theme.load_fonts()
        theme.apply(app, theme.Scheme.LIGHT)
