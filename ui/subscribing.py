"""The calendar file for subscribing, brought up to date beside the window after every change."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.changes import Change, Kind
from planner.errors import PlannerError
from planner.journeys.subscribed_calendar import Subscribed, subscribed
from ui import background
from ui.subscribed_file import Content, bring_up_to_date, content_of

if TYPE_CHECKING:
    from ui.session import Session

SETTLE_MS = 1_500  # after a change, so that the next few are in the same file
AGAIN_MS = 30_000  # when another program held the library
_SHOWN = frozenset({Kind.MEETING, Kind.PERSON, Kind.PROMISE, Kind.ME})


class Subscribing(QObject):
    """Keeps the file the user named up to date, if they named one.

    `failure` says why it could not be written the last time, "" when it could; `written` when it
    was last known to be as it should, UTC, naive.

    Signals:
        told(): something else is to be said of the file.
    """

    told = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._file: Subscribed | None = None
        self._reading: background.Job | None = None
        self._writing: background.Job | None = None
        self._behind = False  # something changed that the file may not say yet
        self._stopped = False
        self._said = ""  # the failure that was told already
        self.failure = ""
        self.written: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read)
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self.look)

    def look(self) -> None:
        """Brings the file up to date soon, if there is to be one."""
        if self._stopped:
            return
        with suppress(PlannerError):  # whoever next saves is told what is wrong with the library
            self._take(subscribed(self._session.store))
        if self._file is not None:
            self._behind = True
            self._start(SETTLE_MS)

    def end(self) -> None:
        """The window is closed: what changed last is written still, then nothing any more."""
        if self._stopped:
            return
        self._stopped = True
        self._timer.stop()
        if self._behind or self._reading is not None:
            with suppress(PlannerError):
                self._session.store.require_in_place()
                self._write(content_of(self._session.store, self._session.now()))

    def _on_changed(self, change: Change) -> None:
        if self._stopped:
            return
        before = self._file
        if Kind.SETTING in change.kinds:
            with suppress(PlannerError):
                self._take(subscribed(self._session.store))
        if self._file is not None and (change.kinds & _SHOWN or self._file != before):
            self._behind = True
            self._start(SETTLE_MS)

    def _take(self, file: Subscribed | None) -> None:
        if file == self._file:
            return
        if file is None or self._file is None or file.path != self._file.path:
            self.failure = self._said = ""
            self.written = None
        self._file = file
        self.told.emit()

    def _start(self, after: int) -> None:
        if not self._timer.isActive():
            self._timer.start(after)

    def _read(self) -> None:
        """What is to stand in it, on a connection of its own."""
        if self._stopped or self._reading is not None or self._writing is not None:
            return  # whatever is under way looks again when it has ended
        store, now = self._session.store, self._session.now()
        self._behind = False

        def work(job: background.Job) -> Content:
            store.require_in_place()  # else another, empty one might be read in its place
            with store.another() as own:
                return content_of(own, now)

        self._reading = background.run(work, self._on_read, self._on_unread)

    def _on_read(self, content: Content) -> None:
        self._reading = None
        if self._stopped:
            return
        if self._file is None or self._file.path != content.path:
            self._go_on()  # meanwhile the user named another, or none
            return
        self._write(content)

    def _on_unread(self, sentence: str) -> None:
        """The library is held by another program, or is gone: its file is left as it is."""
        self._reading = None
        self._behind = True
        if not self._stopped:
            self._start(AGAIN_MS)

    def _write(self, content: Content) -> None:
        """Its disk may be far away, so that writing it holds up nobody."""

        def work(job: background.Job) -> None:
            bring_up_to_date(content)

        self._writing = background.run(work, self._on_written, self._on_failed, apart=True)

    def _on_written(self, _: None) -> None:
        self._writing = None
        if self._stopped:
            return
        self.failure = self._said = ""
        self.written = self._session.now()
        self.told.emit()
        self._go_on()

    def _on_failed(self, sentence: str) -> None:
        """Says it once, calmly; Settings goes on saying it."""
        self._writing = None
        if self._stopped:
            return
        self.failure = sentence
        if self._said != sentence:
            self._said = sentence
            words = self.tr("The calendar to subscribe to is not up to date. {why}")
            self._session.refused.emit(words.format(why=sentence))
        self.told.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._behind and not self._stopped:
            self._start(SETTLE_MS)
