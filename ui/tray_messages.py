"""Notices beside the clock, on systems whose notifications come from there: Windows and macOS."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from ui import assets, theme
from ui.notifications import Notice, Notifications

SHOWN_MS = 10_000  # as long as systems show one; some do not ask
GONE_MS = 10 * 60_000  # after which nobody presses it any more, and the icon goes


class TrayMessages(Notifications):
    """Shows a notice from an icon beside the clock, which is there for as long as it is needed.

    Only the last one can be pressed: the system does not say which it was.
    """

    def __init__(self, parent: QObject | None = None, tray: QSystemTrayIcon | None = None) -> None:
        super().__init__(parent)
        self._last = ""
        self._tray = tray or QSystemTrayIcon(assets.icon("visavis", theme.current().pine), self)
        self._tray.messageClicked.connect(self._on_pressed)
        self._tray.activated.connect(self._on_pressed)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(GONE_MS)
        self._gone.timeout.connect(self._tray.hide)

    def show(self, notice: Notice) -> None:
        self._last = notice.key
        self._tray.show()
        self._tray.showMessage(notice.title, notice.words, self._tray.icon(), SHOWN_MS)
        self._gone.start()

    def take_back(self, key: str) -> None:
        if key == self._last:
            self.close()

    def close(self) -> None:
        self._last = ""
        self._gone.stop()
        self._tray.hide()

    def _on_pressed(self) -> None:
        if self._last:
            self.chosen.emit(self._last)
