"""The user's calendars beside the window: read, watched, and read again when they change."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from planner.domain.busy import BusyTime
from planner.domain.calendar_reads import Asked, CalendarRead, Trouble
from planner.domain.changes import Change, Kind
from planner.errors import PlannerError
from planner.journeys.busy_times import calendars, own_addresses, span, together
from planner.journeys.calendar_source import read_source
from ui.background import Job, give_up, run
from ui.calendar_watch import Watch, can_be_watched

if TYPE_CHECKING:
    from ui.session import Session

LOOK_MS = 120_000  # how often it looks by itself: a network folder tells of nothing
SETTLED_MS = 3_500  # after which what was just being written is looked at again
RESTS = 5  # times as long as a calendar took to read, until a change of it is looked at
PATIENCE_MS = 20_000  # without a word from a disk, after which it is taken for silent


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with one calendar."""

    path: str
    read: CalendarRead | None = None  # None until it was looked at for the first time
    at: datetime | None = None  # when it was last known to say this, UTC, naive
    reading: bool = False

    @property
    def trouble(self) -> Trouble:
        return self.read.trouble if self.read is not None else Trouble.NOTHING


@dataclass(frozen=True, slots=True)
class _Found:
    """What came of reading one calendar."""

    read: CalendarRead
    watchable: bool
    same: bool  # as before: nobody need be told
    paths: tuple[str, ...]  # all calendars there were when its reading began
    busy: tuple[BusyTime, ...]  # of all of these
    took: float  # seconds


class Calendars(QObject):
    """When the user is taken, by the calendars they named.

    One calendar after the other is read in a thread of its own, which is given up where its disk
    does not answer. Nothing read is kept beyond the window.

    Signals:
        changed(): other times are taken than before.
        told(): something else is to be said of the calendars: they are being read, or were.
    """

    changed = Signal()
    told = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._paths: tuple[str, ...] = ()
        self._asked: Asked | None = None
        self._reads: dict[str, CalendarRead] = {}
        self._at: dict[str, datetime] = {}
        self._busy: tuple[BusyTime, ...] = ()
        self._queue: list[str] = []
        self._job: Job | None = None
        self._being_read = ""
        self._silent: dict[Job, str] = {}
        self._stopped = False
        self._watch = Watch(self)
        self._watch.stirred.connect(self._look)
        self._slow = self._timer(LOOK_MS, self._look, once=False)
        self._soon = self._timer(SETTLED_MS, self._look)
        self._patience = self._timer(PATIENCE_MS, self._on_silence)
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self.ask)
        with suppress(PlannerError):
            self._take_facts()

    @property
    def named(self) -> bool:
        """Whether the user named any."""
        return bool(self._paths)

    @property
    def reading(self) -> bool:
        return self._job is not None

    def busy(self) -> tuple[BusyTime, ...]:
        """What all of them say, as far as they are read, earliest first."""
        return self._busy

    def standing(self) -> tuple[Standing, ...]:
        """How it stands with each, in the order they were named."""
        return tuple(
            Standing(
                path,
                self._reads.get(path),
                self._at.get(path),
                self.reading and path in (self._being_read, *self._queue),
            )
            for path in self._paths
        )

    def ask(self) -> None:
        """Looks beside the window whether one of them changed; pages that show times ask so."""
        if self._stopped:
            return
        with suppress(PlannerError):  # the library is held by somebody: the next look sees it
            self._take_facts()
        self._look()

    def stop(self) -> None:
        """Reads no more: the window is closed."""
        self._stopped = True
        self._queue.clear()
        for timer in (self._slow, self._soon, self._patience):
            timer.stop()
        self._watch.stop()
        if self._job is not None:
            self._job.cancel()

    def _timer(self, interval: int, act: object, *, once: bool = True) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(once)
        timer.setInterval(interval)
        timer.timeout.connect(act)
        return timer

    def _take_facts(self) -> bool:
        """What the library says of them: which they are, and whose; whether that is new."""
        session = self._session
        zone, paths = session.zone, calendars(session.store)
        start, end = span(session.today())
        asked = Asked(zone, start, end, own_addresses(session.me))
        if (asked, paths) == (self._asked, self._paths):
            return False
        gone = [path for path in self._reads if path not in paths]
        self._asked, self._paths = asked, paths
        for path in gone:
            del self._reads[path]
            self._at.pop(path, None)
        self._watch.keep(paths)
        if gone:
            self._busy = together(self._reads.values())
            self.changed.emit()
        self.told.emit()
        return True

    def _look(self) -> None:
        """One after the other; files that are as they were cost a glance."""
        if self._stopped:
            return
        if not self._paths:
            self._slow.stop()
            return
        self._slow.start()
        away = set(self._silent.values())
        for path in away.intersection(self._paths):
            self._say_silent(path)
        self._queue = [path for path in self._paths if path not in away]
        self._next()

    def _next(self) -> None:
        asked = self._asked
        if self._job is not None or asked is None:
            return
        if not self._queue:
            self._being_read = ""
            if any(read.unsettled for read in self._reads.values()):
                self._soon.start()
            self.told.emit()
            return
        path = self._being_read = self._queue.pop(0)
        known, reads = self._reads.get(path), dict.fromkeys(self._paths) | self._reads

        def work(job: Job) -> _Found:
            return _read(path, asked, known, reads, job)

        self._job = run(
            work,
            self._on_read,
            self._on_failed,
            told=self._on_told,
            stopped=self._on_stopped,
            apart=True,
        )
        self._patience.start()
        if known is None:
            self.told.emit()

    def _on_told(self, _: int) -> None:
        if self._job is not None:
            self._patience.start()

    def _on_read(self, found: _Found) -> None:
        self._job = None
        self._patience.stop()
        path = found.read.path
        if self._stopped:
            return
        if path in self._paths and found.read.asked == self._asked:
            self._reads[path] = found.read
            if found.read.trouble is Trouble.NOTHING:
                self._at[path] = self._session.now()
            if found.watchable:
                self._watch.add(path)
            self._rest(found.took)
            if not found.same:
                # One of the others that was removed meanwhile counts no more.
                meanwhile = found.paths != self._paths
                self._busy = together(self._reads.values()) if meanwhile else found.busy
                self.changed.emit()
        self._next()

    def _rest(self, took: float) -> None:
        """A large calendar that is written again and again is not read all the while."""
        rest = int(1000 * RESTS * took)
        self._watch.rest(rest)
        self._soon.setInterval(max(SETTLED_MS, rest))

    def _on_failed(self, sentence: str) -> None:
        """A fault of the program's own, which is in the log: this calendar stays as it was."""
        self._on_stopped()

    def _on_stopped(self) -> None:
        self._job = None
        self._patience.stop()
        if not self._stopped:
            self._next()

    def _on_silence(self) -> None:
        """Its disk does not answer: the others are read, and it again when it has answered."""
        job, path = self._job, self._being_read
        if job is None or job.ended:
            return
        self._job = None
        self._silent[job] = path
        job.relay.ended.connect(self._on_back)
        give_up(job)
        if path in self._paths:
            self._say_silent(path)
        self._next()

    def _say_silent(self, path: str) -> None:
        if self._asked is not None:
            before = self._reads.get(path) or CalendarRead(path, self._asked)
            self._reads[path] = replace(before, trouble=Trouble.SILENT)

    def _on_back(self, job: Job) -> None:
        self._silent.pop(job, None)
        self._look()

    def _on_changed(self, change: Change) -> None:
        if change.kinds & {Kind.ME, Kind.SETTING} and not self._stopped:
            with suppress(PlannerError):
                if self._take_facts():
                    self._look()


def _read(
    path: str,
    asked: Asked,
    known: CalendarRead | None,
    reads: Mapping[str, CalendarRead | None],
    job: Job,
) -> _Found:
    """Reads one calendar, in a thread, and puts it together with the others as they stand."""
    begun = time.monotonic()
    read = read_source(path, asked, known, time.time(), job.tell)
    same = read.says_the_same(known)
    watchable = read.trouble in (Trouble.NOTHING, Trouble.EMPTY) and can_be_watched(path)
    others = (dict(reads) | {path: read}).values()
    busy = () if same else together(each for each in others if each is not None)
    return _Found(read, watchable, same, tuple(reads), busy, time.monotonic() - begun)
