"""Cares for the library while the window is open: daily backups, the first check, going back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.errors import LibraryDamaged, PlannerError
from ui import background
from ui import backup_wording as wording

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.dialogs.restore import RestoreDialog
    from ui.main_window import MainWindow

LOOK_MS = 60_000  # how often it looks whether it is another day
# After so many looks, an hour, it is tried again where a backup could not be made, or was not
# needed because nothing had changed yet.
RETRY_LOOKS = 60
SETTLED_LOOKS = 3  # after the first change of a day, so that a few more are in its backup


@dataclass(frozen=True, slots=True)
class Checked:
    """What the first check found: pages that are broken, or records that belong to nothing."""

    broken: bool
    loose: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a backup: its file, None when none was needed; of a day's own, which day."""

    path: Path | None
    day: date | None


class LibraryCare(QObject):
    """What the window does for the library without being asked, and what the menu asks for.

    `failure` says why the last backup could not be made, "" when it could.

    Signals:
        backups_changed(): there is another backup, or there is a word on why there is none.
    """

    backups_changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.failure = ""
        self.busy = False
        self._told = ""  # the failure that was said already
        self._done_on: date | None = None
        self._wait = 0  # looks until the day's backup is tried again
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """Checks the file and makes the day's backup, both beside the window; then every day."""
        from ui.opening import remember_opened

        remember_opened(self._session.store.path, self._window.view)
        store = self._session.store

        def check(job: background.Job) -> Checked:
            with store.another() as own:
                broken = bool(own.check(references=False))
                return Checked(broken, loose=not broken and bool(own.check()))

        self._session.changed.connect(self._on_changed)
        background.run(check, self._on_checked, self._on_check_failed)
        self._timer.start(LOOK_MS)

    def _on_time(self) -> None:
        """Looks again; a window that was closed has no library to care for any more."""
        if self._window.isVisible():
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Makes the day's backup unless it was made, or was tried within the hour."""
        self._wait = max(0, self._wait - 1)
        try:
            now = self._session.wall_now()
        except PlannerError:
            return  # it is just being encrypted, say: the next look tries again
        if self.busy or self._wait or self._done_on == now.date():
            return
        from planner.journeys.keep_backups import keep_todays

        self._make(keep_todays, now, now.date())

    def back_up(self) -> None:
        """Makes a backup now, in the library's own folder for them."""
        from planner.journeys.keep_backups import back_up_now

        if self.busy:
            return
        self._told = ""
        try:
            self._make(back_up_now, self._session.wall_now())
        except PlannerError as refusal:
            self._session.refused.emit(str(refusal))

    def restore(self) -> None:
        """Shows the backups, and goes back to one if the user wants that."""
        self._show_backups()

    def restore_from(self, file: Path) -> None:
        """The same with a file from elsewhere in sight."""
        self._show_backups().show_file(file)

    def _show_backups(self) -> RestoreDialog:
        from planner.journeys.restore_library import figures_of
        from ui.dialogs.restore import RestoreDialog

        store = self._session.store
        try:
            now = figures_of(store)
        except PlannerError:
            now = None
        today = self._session.today()
        dialog = RestoreDialog(store.path, today, now, store.key, self._window)
        dialog.chosen.connect(self._go_back)
        self._window.lay_over(dialog)
        return dialog

    def check(self) -> None:
        """Check my data."""
        self._check("")

    def _check(self, why: str) -> None:
        from ui.dialogs.check import CheckDialog

        now = self._session.wall_now()
        dialog = CheckDialog(self._session.store, now, self._window, why)
        dialog.mended.connect(self._on_mended)
        dialog.restore_wanted.connect(self.restore)
        self._window.lay_over(dialog)

    def _make(
        self,
        journey: Callable[[Store, datetime], Path | None],
        now: datetime,
        day: date | None = None,
    ) -> None:
        store = self._session.store

        def make(job: background.Job) -> Made:
            with store.another() as own:
                return Made(journey(own, now), day)

        self.busy = True
        background.run(make, self._on_made, self._on_not_made)

    def _on_changed(self) -> None:
        """The day's first change is soon in a backup, unless one could not be made just now."""
        if not self.failure:
            self._wait = min(self._wait, SETTLED_LOOKS)

    def _on_made(self, made: Made) -> None:
        self.busy = False
        self.failure = self._told = ""
        if made.path is None:
            self._wait = RETRY_LOOKS
        elif made.day is not None:
            self._done_on = made.day
        self.backups_changed.emit()

    def _on_not_made(self, sentence: str) -> None:
        """Says it once, quietly; Settings goes on saying it."""
        self.busy = False
        self.failure = sentence
        self._wait = RETRY_LOOKS
        if self._told != sentence:
            self._told = sentence
            self._session.refused.emit(self._last_one(sentence))
        self.backups_changed.emit()

    def _last_one(self, sentence: str) -> str:
        from planner.journeys.keep_backups import standing

        last = standing(self._session.store.path).last
        if last is None:
            return self.tr("There is no backup yet. {why}").format(why=sentence)
        return self.tr("The last backup is from {when}. {why}").format(
            when=wording.within(last.made, self._session.today()), why=sentence
        )

    def _on_checked(self, found: Checked) -> None:
        if found.broken:
            words = self.tr("Parts of the library {path} can no longer be read.")
            self._offer(LibraryDamaged(words.format(path=self._session.store.path)))
            return
        self.look()
        if found.loose:
            self._check(
                self.tr("At the start it was seen that something in your library is not in order.")
            )

    def _on_check_failed(self, sentence: str) -> None:
        """Another program is busy with it, say: the next start checks again."""
        self.look()

    def _offer(self, damage: LibraryDamaged) -> None:
        from ui.dialogs.trouble import TroubleDialog

        store = self._session.store
        today = self._session.today()
        dialog = TroubleDialog(
            store.path, damage, today, key=store.key, opened=True, parent=self._window
        )
        dialog.accepted.connect(self._on_way)
        self._window.lay_over(dialog)

    def _on_way(self) -> None:
        from ui.dialogs.trouble import TroubleDialog, Way

        dialog = self.sender()
        if not isinstance(dialog, TroubleDialog):
            return
        if dialog.way is Way.BACK and dialog.backup is not None:
            self._go_back(dialog.backup)
        elif dialog.way is Way.MORE:
            self.restore()
        elif dialog.way is Way.CHECK:
            self.check()

    def _go_back(self, backup: Path, passphrase: str = "") -> None:
        from ui.opening import go_back_to

        key = self._session.store.key
        self._window.close_for(go_back_to(backup, key, passphrase or None))

    def _on_mended(self) -> None:
        # Earlier steps may be about what was taken out.
        self._session.undo_stack.clear()
        self._session.changed_elsewhere.emit()
        self.backups_changed.emit()
