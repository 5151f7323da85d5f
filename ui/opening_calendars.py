"""The work behind opening calendar files, beside the window: read, look at, do."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from planner.domain.changes import Change
from planner.domain.incoming import Finding
from planner.journeys.open_calendar_file import open_files
from planner.journeys.take_from_calendar import take
from ui import background
from ui.opened_choice import Choice
from ui.page_stack import PAGES
from ui.routes import Where
from ui.session import Session

Done = tuple[Change, tuple[Finding, ...]]


class OpeningCalendars(QObject):
    """Some calendar files from reading to what is done. One step runs at a time.

    Signals:
        told(int): how far the step is, in thousandths.
        read(Choice): this is what they say.
        taken(object): what was done, and the change it made.
        failed(str): the step could not be done, and why; nothing was changed.
        stopped(): the step was called off in time; nothing was changed.
    """

    told = Signal(int)
    read = Signal(object)
    taken = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, session: Session, files: Sequence[Path], parent: QObject) -> None:
        super().__init__(parent)
        self.files = list(files)
        self.writing = False
        self._session = session
        self._job: background.Job | None = None

    def start_reading(self) -> None:
        """Reads them and looks what they mean here."""
        store, files = self._session.store, list(self.files)
        zone, now = self._session.zone, self._session.now()

        def work(job: background.Job) -> Choice:
            with store.another() as own:
                return Choice(open_files(own, files, zone, now, job.tell))

        self._job = background.run(
            work, self.read, self.failed, told=self.told, stopped=self.stopped
        )

    def start_taking(self, findings: Sequence[Finding]) -> None:
        """Does these, in one step that can be undone."""
        self.writing = True
        store, wanted = self._session.store, list(findings)
        zone, now = self._session.zone, self._session.now()

        def work(job: background.Job) -> Done:
            # It leads to that page, whose first import would hold up the window.
            import_module(PAGES[Where.MEETINGS][0])
            with store.another() as own:
                return take(own, wanted, zone, now, job.tell)

        self._job = background.run(
            work, self.taken, self.failed, told=self.told, stopped=self.stopped, binding=True
        )

    def stop(self) -> None:
        """Calls the step off; `stopped` follows if that was in time."""
        if self._job is not None:
            self._job.cancel()

    def let_go(self, things: list[object]) -> None:
        """Nobody waits any more; very many things are let go of some at a time."""
        self.blockSignals(True)
        self._job = None
        background.let_go(things)
