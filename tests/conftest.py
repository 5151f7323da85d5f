"""What the tests share: a store on a real file, a session with its own clock, and the window."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from planner.calendar.timezones import use_shipped_zones
from planner.storage.store import Store
from ui.session import Clock, Session

# On a machine with neither a screen nor Xvfb the windows are drawn offscreen.
if not os.environ.get("DISPLAY") and shutil.which("Xvfb") is None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2026, 11, 22, 9, 30)  # a Sunday; UTC, naive
ZONE = "Europe/London"

use_shipped_zones()


class StandingClock(Clock):
    """A clock that stands where a test puts it."""

    def __init__(self, now: datetime = NOW, zone: str = ZONE) -> None:
        self.moment = now
        self.zone = zone

    def now(self) -> datetime:
        return self.moment

    def local_zone(self) -> str:
        return self.zone


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
def session(qapp: QApplication, store: Store, clock: StandingClock) -> Session:
    return Session(store, clock)


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
    if any("qtbot" in getattr(item, "fixturenames", ()) for item in request.session.items):
        from ui import theme

        app = request.getfixturevalue("qapp")
        app.setStyle("Fusion")
        theme.load_fonts()
        theme.apply(app, theme.Scheme.LIGHT)
