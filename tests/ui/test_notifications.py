"""Notifications of the desktop: over a bus made of paper, a real one, and where there is none."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from tests.ui.windows import ROOT, surroundings
from ui.notifications import DesktopNotifications, Notice, Notifications
from ui.session_bus import SessionBus
from ui.tray_messages import TrayMessages

NOTICE = Notice("prepare", "1-2-1 with Maya Okafor", "Tomorrow 08:30")
OTHER = Notice("soon", "1-2-1 with <b>Ben</b> & Co", "Ben <b>Kane</b> & Co")


class PaperBus(QObject):
    """Notes what is called; a test answers."""

    heard = Signal(str, tuple)

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[str, str, tuple[Any, ...]]] = []
        self.answers: list[Callable[[tuple[Any, ...] | None], None]] = []
        self.closed = False

    def call(
        self,
        method: str,
        signature: str,
        values: tuple[Any, ...],
        answered: Callable[[tuple[Any, ...] | None], None] | None = None,
    ) -> None:
        self.calls.append((method, signature, values))
        if answered is not None:
            self.answers.append(answered)

    def close(self) -> None:
        self.closed = True

    def answer(self, *values: Any) -> None:
        self.answers.pop(0)(values)

    def fail(self) -> None:
        self.answers.pop(0)(None)

    def methods(self) -> list[str]:
        return [method for method, _, _ in self.calls]


@pytest.fixture
def bus(qapp: object) -> PaperBus:
    return PaperBus()


@pytest.fixture
def desktop(bus: PaperBus) -> DesktopNotifications:
    return DesktopNotifications(bus)


@pytest.fixture
def chosen(desktop: DesktopNotifications) -> list[str]:
    pressed: list[str] = []
    desktop.chosen.connect(pressed.append)
    return pressed


def test_a_notice_is_shown_and_pressed(
    desktop: DesktopNotifications, bus: PaperBus, chosen: list[str]
) -> None:
    desktop.show(NOTICE)
    bus.answer(["actions", "body"])
    method, signature, values = bus.calls[-1]
    assert (method, signature) == ("Notify", "susssasa{sv}i")
    assert values[0] == "Vis-à-vis" and values[1] == 0
    assert values[3:5] == ("1-2-1 with Maya Okafor", "Tomorrow 08:30")
    assert values[5] == ["default", "Open Vis-à-vis"]
    assert values[6]["desktop-entry"] == ("s", "visavis")
    bus.answer(7)
    bus.heard.emit("ActionInvoked", (8, "default"))
    assert chosen == [], "that was another program's"
    bus.heard.emit("ActionInvoked", (7, "default"))
    assert chosen == ["prepare"]


def test_one_alike_takes_its_place(desktop: DesktopNotifications, bus: PaperBus) -> None:
    desktop.show(NOTICE)
    bus.answer([])
    bus.answer(7)
    desktop.show(NOTICE._replace(words="Tomorrow 09:00"))
    assert bus.methods() == ["GetCapabilities", "Notify", "Notify"], "asked once what it can do"
    assert bus.calls[-1][2][1] == 7
    bus.heard.emit("NotificationClosed", (7, 2))
    desktop.show(NOTICE)
    assert bus.calls[-1][2][1] == 0, "the one before is gone"


@pytest.mark.parametrize(
    ("abilities", "words"),
    [
        (["body", "body-markup"], "Ben &lt;b&gt;Kane&lt;/b&gt; &amp; Co"),
        (["body"], "Ben <b>Kane</b> & Co"),
    ],
)
def test_a_name_is_never_markup(
    desktop: DesktopNotifications, bus: PaperBus, abilities: list[str], words: str
) -> None:
    desktop.show(OTHER)
    bus.answer(abilities)
    assert bus.calls[-1][2][3:5] == ("1-2-1 with <b>Ben</b> & Co", words)


def test_taken_back_before_and_after_it_is_shown(
    desktop: DesktopNotifications, bus: PaperBus
) -> None:
    desktop.show(NOTICE)
    desktop.show(OTHER)
    desktop.take_back("prepare")
    bus.answer([])
    assert [values[3] for method, _, values in bus.calls if method == "Notify"] == [OTHER.title]
    desktop.take_back("soon")
    assert "CloseNotification" not in bus.methods(), "its number is not known yet"
    bus.answer(9)
    assert bus.calls[-1] == ("CloseNotification", "u", (9,))


def test_the_window_goes_and_its_notices_with_it(
    desktop: DesktopNotifications, bus: PaperBus
) -> None:
    desktop.show(NOTICE)
    bus.answer([])
    bus.answer(7)
    desktop.close()
    assert bus.calls[-1] == ("CloseNotification", "u", (7,))
    assert bus.closed


def test_without_a_service_it_is_said_once_in_the_log(
    desktop: DesktopNotifications, bus: PaperBus, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        for _ in range(2):
            desktop.show(NOTICE)
            bus.fail()
    assert [record.getMessage() for record in caplog.records] == [
        "this desktop shows no notifications"
    ]
    desktop.show(NOTICE)
    bus.answer([])
    assert bus.methods()[-1] == "Notify", "it came later"


def test_a_service_that_went_is_asked_anew(desktop: DesktopNotifications, bus: PaperBus) -> None:
    desktop.show(NOTICE)
    bus.answer([])
    bus.fail()
    desktop.show(NOTICE)
    assert bus.methods()[-1] == "GetCapabilities"


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is asked on Linux alone")
@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "tcp:host=x", "nonsense"])
def test_no_bus_answers_nothing_and_raises_nothing(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    from jeepney import DBusAddress

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    bus = SessionBus(DBusAddress("/a", "b.c", "b.c"))
    answers: list[object] = []
    bus.call("Anything", "", (), answers.append)
    qtbot.waitUntil(lambda: answers == [None])
    bus.call("More", "s", ("x",), answers.append)
    assert answers == [None, None]
    bus.close()


@pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-run-session") is None,
    reason="needs dbus-run-session",
)
def test_a_real_bus_takes_it(tmp_path: Path) -> None:
    run = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(ROOT / "tests/ui/desktop_of_its_own.py")],
        env={**surroundings(tmp_path), "PATH": os.environ["PATH"], "PYTHONPATH": _path()},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    told = json.loads(run.stdout)
    assert told["heard"] == ["prepare"] and told["closed"]
    assert [method for method, _, _ in told["asked"]] == [
        "GetCapabilities",
        "Notify",
        "CloseNotification",
    ]
    _, signature, values = told["asked"][1]
    assert signature == "susssasa{sv}i"
    assert values[3:5] == ["1-2-1 with Zoë <b>Müller</b> & Co", "Tomorrow 08:30 &lt;i&gt;"]
    assert told["asked"][2][2] == [4_000_000_000]


def _path() -> str:
    return ":".join([str(ROOT), *(part for part in sys.path if part)])


def test_a_system_that_shows_nothing_is_no_error(qapp: object) -> None:
    nothing = Notifications()
    nothing.show(NOTICE)
    nothing.take_back("prepare")
    nothing.close()


class PaperTray(QSystemTrayIcon):
    """An icon beside the clock of no system."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, str]] = []
        self.there = False

    def show(self) -> None:
        self.there = True

    def hide(self) -> None:
        self.there = False

    def showMessage(self, *said: Any) -> None:
        self.shown.append(said[:2])


def test_beside_the_clock_the_last_one_can_be_pressed(qapp: object) -> None:
    paper = PaperTray()
    tray = TrayMessages(tray=paper)
    pressed: list[str] = []
    tray.chosen.connect(pressed.append)
    paper.messageClicked.emit()
    assert pressed == []
    tray.show(NOTICE)
    tray.show(OTHER)
    assert paper.shown == [NOTICE[1:], OTHER[1:]] and paper.there
    paper.messageClicked.emit()
    assert pressed == ["soon"]
    tray.take_back("prepare")
    assert paper.there
    tray.take_back("soon")
    assert not paper.there
    paper.messageClicked.emit()
    assert pressed == ["soon"]
