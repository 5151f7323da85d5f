"""Calendar files that are opened in the window, one after the other."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.dialogs.open_calendar import OpenCalendarDialog
from ui.routes import Route, Where

if TYPE_CHECKING:
    from ui.main_window import MainWindow

SOON_MS = 300  # what takes no longer to read shows nothing of its reading
# Pages that nothing leads away from: a conversation under way, and the first steps.
_STAYS = frozenset({Where.CONVERSATION, Where.FIRST_START})


class IncomingCalendars(QObject):
    """Opens files; those that come meanwhile, or while people are brought in, wait their turn."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        self._dialog: OpenCalendarDialog | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._show)

    def open(self, files: Iterable[Path], after: QObject | None = None) -> None:
        """Opens these, once the dialog `after` is closed."""
        self._waiting += [file for file in files if file not in self._waiting]
        if after is None:
            self._next()
        else:
            after.finished.connect(self._next)  # type: ignore[attr-defined]

    def _next(self, _: int = 0) -> None:
        if self._dialog is not None:
            self._dialog.say_waiting(self._waiting)
            self._dialog.raise_()
            return
        if not self._waiting or not self._window.isVisible():
            return
        files, self._waiting = self._waiting, []
        dialog = OpenCalendarDialog(self._window.session, files, self._window)
        self._dialog = dialog
        dialog.asked.connect(self._show)
        dialog.leading.connect(self._on_leading)
        dialog.wanted.connect(self._on_wanted)
        dialog.finished.connect(self._on_finished)
        self._soon.start()

    def _show(self) -> None:
        if self._dialog is not None and not self._dialog.isVisible() and self._window.isVisible():
            self._window.lay_over(self._dialog)

    def _on_leading(self) -> None:
        """Builds the page in a turn of its own: with all that comes next it would take too long."""
        if not self._stays():
            self._window.stack.page_at(Where.MEETINGS)

    def _on_wanted(self, route: Route) -> None:
        if not self._stays():
            self._window.go(route)

    def _stays(self) -> bool:
        page = self._window.page
        return page is not None and page.where in _STAYS

    def _on_finished(self, _: int) -> None:
        self._soon.stop()
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        QTimer.singleShot(0, self, self._next)
