"""Settings' card about the user's data: where it lies, its backups, and whether it is sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.journeys.keep_backups import standing
from ui import backup_wording as wording
from ui.session import Session
from ui.widgets.layouts import Card, Flow, button, line
from ui.widgets.path_line import PathLine
from ui.widgets.text import Text

if TYPE_CHECKING:
    from ui.library_care import LibraryCare


class DataCard(Card):
    """Tells where the library lies and when it was last backed up.

    Signals:
        act_wanted(str): the user wants what the menu's action of this name does.
        copy_wanted(): the user wants a copy of the library in a place of their choice.
    """

    act_wanted = Signal(str)
    copy_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your data"), parent)
        self._session = session
        self._care: LibraryCare | None = None
        self.body.addWidget(
            Text(self.tr("Everything you keep is in this one file, on this computer."), "soft")
        )
        self.save_copy = button(
            self.tr("Save a copy…"), self.copy_wanted.emit, name="back-up"
        )  # the whole library, to where the user wants it
        self.body.addWidget(PathLine(session.store.path, "library", self.save_copy))
        self.told = Text("", "accent")
        self.told.setObjectName("backed-up")
        self.told.hide()
        self.body.addSpacing(2)
        self.body.addWidget(line())
        self.body.addSpacing(2)
        self._last = Text("", wrap=True)
        self._last.setObjectName("last-backup")
        self._failure = Text("", "alert")
        self._failure.setObjectName("backup-failure")
        self.body.addWidget(self._last)
        self.body.addWidget(self._failure)
        acts = Flow()
        self._now = button(self.tr("Back up now"), self._on_now, name="data-back-up-now")
        acts.addWidget(self._now)
        acts.addWidget(
            button(self.tr("Go back to a backup…"), self._on_restore, name="data-restore")
        )
        acts.addWidget(button(self.tr("Check my data…"), self._on_check, name="data-check"))
        self.body.addLayout(acts)
        self.body.addWidget(self.told)  # last: what comes into sight moves no button

    def follow(self, care: LibraryCare | None) -> None:
        """Tells of backups as they are made by what cares for the library."""
        if care is not None and self._care is not care:
            self._care = care
            care.backups_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Reads how the backups stand."""
        stands = standing(self._session.store.path)
        if stands.last is None:
            self._last.setText(
                self.tr(
                    "No backup yet. The first is made some minutes after you change something, "
                    "then one every day you do."
                )
            )
        else:
            when = wording.within(stands.last.made, self._session.today())
            self._last.setText(
                self.tr("Last backup: {when}. {count}").format(
                    when=when, count=self._kept(stands.count)
                )
            )
        failure = self._care.failure if self._care is not None else ""
        self._failure.setText(failure)
        self._failure.setVisible(bool(failure))

    def _kept(self, count: int) -> str:
        if count == 1:
            return self.tr("One is kept.")
        return self.tr("{count} are kept: of the last days, weeks and months.").format(count=count)

    def _on_now(self) -> None:
        self.act_wanted.emit("back-up-now")

    def _on_restore(self) -> None:
        self.act_wanted.emit("restore")

    def _on_check(self) -> None:
        self.act_wanted.emit("check")
