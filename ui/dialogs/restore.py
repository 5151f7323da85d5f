"""Going back to a backup: every one there is, what is in it, and what would be different."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from planner.domain.backups import Contents
from planner.errors import LibraryDamaged, LibraryLocked, PlannerError
from planner.journeys.restore_library import candidate, candidates, is_same, look_into
from ui import background
from ui.file_dialogs import backup_to_open
from ui.models.backups import BackupModel, Seen
from ui.widgets.backup_view import BackupView
from ui.widgets.layouts import button, row
from ui.widgets.text import Text
from ui.widgets.two_lines import TwoLines

if TYPE_CHECKING:
    from planner.journeys.encrypt_library import Key

SIZE = (860, 560)  # pixels
LIST_WIDTH = 400  # pixels
VIEW_WIDTH = 330  # pixels, at least


class RestoreDialog(QDialog):
    """Shows the backups of a library, each looked into beside the window; changes nothing itself.

    `now` is what the library holds, None where nobody can tell. `key` is what opens an encrypted
    library, and its backups.

    Signals:
        chosen(Path, str): the user wants to go back to this file, which opens with this
            passphrase; "" for one that has none of its own.
    """

    chosen = Signal(Path, str)

    def __init__(
        self,
        library: Path,
        today: date,
        now: Contents | None = None,
        key: Key | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._key = key
        self._passphrases: dict[Path, str] = {}
        self._job: background.Job | None = None
        self.setObjectName("restore-dialog")
        self.setWindowTitle(self.tr("Go back to a backup"))
        self.resize(*SIZE)
        self._model = BackupModel(today, self)
        self._model.show(candidates(library))
        self._list = self._list_view()
        self._view = BackupView(today, now)
        self._view.setMinimumWidth(VIEW_WIDTH)
        self._choose = button(self.tr("Choose a file…"), self.choose_file, name="choose-file")
        self._restore = button(
            self.tr("Go back to this one"), self._on_restore, "primary", "restore"
        )
        cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        for each in (self._choose, cancel):
            each.setAutoDefault(False)
        self._restore.setDefault(True)

        middle = QHBoxLayout()
        middle.setSpacing(14)
        middle.addWidget(self._list, 5)
        middle.addWidget(self._view, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("Go back to a backup"), "title"))
        column.addWidget(
            Text(
                self.tr(
                    "The library as it is now is kept, under a name you are told. "
                    "You find it here, should you want it back."
                ),
                "soft",
            )
        )
        column.addLayout(middle, 1)
        column.addLayout(row(self._choose, None, cancel, self._restore))
        self._list.selectionModel().currentChanged.connect(self._on_current)
        if self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(self._model.newest_backup()))
            self._list.setFocus()
        else:
            self._list.hide()
            self._choose.setFocus()
        self._show_current()
        self._look_on()

    def choose_file(self) -> None:
        """Asks for a backup or an export from anywhere, and shows what is in it."""
        path = backup_to_open(self)
        if path is not None:
            self.show_file(path)

    def show_file(self, path: Path) -> None:
        """Puts a file above the others and looks into it."""
        found = candidate(path)
        if found is None:
            return
        if self._model.row_of(found) < 0:
            self._model.add_first(found)
            self._list.show()
        self._list.setCurrentIndex(self._model.index(self._model.row_of(found)))
        self._look_on()

    def _list_view(self) -> QListView:
        view = QListView()
        view.setObjectName("backups")
        view.setProperty("look", "framed")
        view.setAccessibleName(self.tr("Backups, the newest first"))
        view.setModel(self._model)
        view.setItemDelegate(TwoLines(view))
        view.setUniformItemSizes(True)
        view.setMinimumWidth(LIST_WIDTH)
        view.doubleClicked.connect(self._on_restore)
        return view

    def _on_current(self, index: QModelIndex) -> None:
        self._show_current()

    def _show_current(self) -> None:
        index = self._list.currentIndex()
        if not index.isValid():
            self._view.show_nothing(
                self.tr(
                    "There is no backup yet. One is made every day on which something changed; "
                    "or choose a file you keep elsewhere."
                )
            )
            self._restore.setEnabled(False)
            return
        seen = self._model.seen(index.row())
        self._view.show_backup(seen)
        self._restore.setEnabled(seen.contents is not None or seen.locked)
        self._restore.setText(
            self.tr("Open it by its passphrase…") if seen.locked else self.tr("Go back to this one")
        )

    def _look_on(self) -> None:
        """Looks into the next backup nobody looked into yet, that in sight first."""
        if self._job is not None:
            return
        following = self._model.unseen(self._list.currentIndex().row())
        if following is None:
            return
        secret = self._passphrases.get(following.path) or self._key
        library = self._library
        itself = self.tr("This is the library itself. Choose a backup of it.")
        damaged = self.tr("This file is damaged, so nobody can go back to it. Choose another one.")

        def look(job: background.Job) -> Seen:
            try:
                # Never read while it is open: closing it again would undo SQLite's locks.
                if is_same(following.path, library):
                    return Seen(following, wrong=itself)
                return Seen(following, look_into(following.path, secret))
            except LibraryLocked as locked:
                return Seen(following, wrong=str(locked), locked=True)
            except LibraryDamaged:
                return Seen(following, wrong=damaged)
            except PlannerError as error:
                return Seen(following, wrong=str(error))

        self._job = background.run(look, self._on_looked)

    def _on_looked(self, found: Seen) -> None:
        self._job = None
        self._model.tell(found)
        if self._model.row_of(found.candidate) == self._list.currentIndex().row():
            self._show_current()
        self._look_on()

    def _on_restore(self) -> None:
        index = self._list.currentIndex()
        if not (index.isValid() and self._restore.isEnabled()):
            return
        seen = self._model.seen(index.row())
        if seen.locked:
            self._unlock(seen)
        else:
            self.accept()
            path = seen.candidate.path
            self.chosen.emit(path, self._passphrases.get(path, ""))

    def _unlock(self, seen: Seen) -> None:
        """Asks for the passphrase of a backup that has another one, and looks into it again."""
        from ui.unlocking import ask_passphrase

        path = seen.candidate.path
        words = seen.wrong if path in self._passphrases else ""
        if (typed := ask_passphrase(self, path, words)) is not None:
            self._passphrases[path] = typed
            self._model.tell(Seen(seen.candidate))
            self._show_current()
            self._look_on()

    def done(self, result: int) -> None:
        """Closes; what is being looked into is let go."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)
