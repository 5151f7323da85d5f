"""Notifications of the desktop, where it has them: shown, taken back, and chosen by the user."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

from planner import APP

if TYPE_CHECKING:
    from ui.session_bus import Answered

log = logging.getLogger(__name__)

translate = QCoreApplication.translate

OPEN = "default"  # the action of whoever presses the notification itself
AS_LONG_AS_USUAL = -1  # milliseconds: the desktop decides
TOKEN = "XDG_ACTIVATION_TOKEN"  # by which a desktop lets a window come to the front


class Notice(NamedTuple):
    """What a notification says; `key` says which it is, and takes the place of one alike."""

    key: str
    title: str
    words: str


class Notifications(QObject):
    """What shows notices; this one shows none, for a system that has nothing to show them.

    Signals:
        chosen(str): the user pressed the notice of this key.
    """

    chosen = Signal(str)

    def show(self, notice: Notice) -> None:
        """Shows a notice."""

    def take_back(self, key: str) -> None:
        """Takes a notice away, as there is nothing to be said any more."""

    def close(self) -> None:
        """Takes all away; the window goes."""


class Bus(Protocol):
    """What `DesktopNotifications` needs of `ui.session_bus.SessionBus`."""

    @property
    def heard(self) -> SignalInstance: ...

    def call(
        self, method: str, signature: str, values: tuple[Any, ...], answered: Answered | None = None
    ) -> None: ...

    def close(self) -> None: ...


class DesktopNotifications(Notifications):
    """The desktop's own, as org.freedesktop.Notifications 1.2 has them.

    Where no service takes them that is said once in the log, and they are dropped: what they would
    have said stands in the window.
    """

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._marked_up: bool | None = None  # whether it reads words as markup, once it has said so
        self._waiting: list[Notice] = []  # until it has
        self._numbers: dict[str, int] = {}  # of those shown, 0 until the service has named one
        self._there = True
        bus.heard.connect(self._on_heard)

    def show(self, notice: Notice) -> None:
        if self._marked_up is not None:
            self._show(notice)
            return
        self._waiting.append(notice)
        if len(self._waiting) == 1:
            self._bus.call("GetCapabilities", "", (), self._on_abilities)

    def take_back(self, key: str) -> None:
        self._waiting = [notice for notice in self._waiting if notice.key != key]
        if number := self._numbers.pop(key, 0):
            self._bus.call("CloseNotification", "u", (number,))

    def close(self) -> None:
        for key in list(self._numbers):
            self.take_back(key)
        self._bus.close()

    def _on_abilities(self, told: tuple[Any, ...] | None) -> None:
        waiting, self._waiting = self._waiting, []
        if told is None:
            if self._there:
                self._there = False
                log.info("this desktop shows no notifications")
            return  # the next one asks again: a desktop may start it later
        self._there = True
        self._marked_up = "body-markup" in told[0]
        for notice in waiting:
            self._show(notice)

    def _show(self, notice: Notice) -> None:
        key = notice.key
        before = self._numbers.setdefault(key, 0)

        def answered(told: tuple[Any, ...] | None) -> None:
            if told is None:
                self._numbers.pop(key, None)
                self._marked_up = None  # another service may come in its place
            elif key in self._numbers:
                self._numbers[key] = told[0]
            else:  # taken back meanwhile
                self._bus.call("CloseNotification", "u", (told[0],))

        words = _as_markup(notice.words) if self._marked_up else notice.words
        actions = [OPEN, translate("notifications", "Open Vis-à-vis")]
        hints = {"desktop-entry": ("s", APP), "category": ("s", "x-visavis.reminder")}
        values = ("Vis-à-vis", before, "", notice.title, words, actions, hints, AS_LONG_AS_USUAL)
        self._bus.call("Notify", "susssasa{sv}i", values, answered)

    def _on_heard(self, signal: str, values: tuple[Any, ...]) -> None:
        key = next((key for key, number in self._numbers.items() if number in values[:1]), "")
        if not key:
            return  # another program's: all hear of all
        if signal == "ActivationToken":
            os.environ[TOKEN] = str(values[1])  # Qt takes it when the window is to come forward
        elif signal == "ActionInvoked":
            self.chosen.emit(key)
        elif signal == "NotificationClosed":
            self._numbers.pop(key, None)


def _as_markup(words: str) -> str:
    """Plain words for a service that would read a name as markup."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def notifications(parent: QObject) -> Notifications:
    """What this system shows notices by."""
    if sys.platform == "linux":
        try:
            from jeepney import DBusAddress
        except ImportError:  # installed without it
            return Notifications(parent)
        from ui.session_bus import SessionBus

        service = "org.freedesktop.Notifications"
        address = DBusAddress("/org/freedesktop/Notifications", service, service)
        return DesktopNotifications(SessionBus(address, parent), parent)
    from PySide6.QtWidgets import QSystemTrayIcon

    if QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages():
        from ui.tray_messages import TrayMessages

        return TrayMessages(parent)
    return Notifications(parent)
