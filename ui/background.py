"""Work that would hold up the window, done beside it."""

from __future__ import annotations

import gc
import logging
import sys
import time
from collections.abc import Callable
from functools import cache
from threading import Thread
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import (
    QEventLoop,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    Signal,
    SignalInstance,
)
from PySide6.QtWidgets import QApplication

from planner.errors import PlannerError

if TYPE_CHECKING:
    from planner.storage.store import Store

log = logging.getLogger(__name__)

P = ParamSpec("P")
R = TypeVar("R")

WHOLE = 1000  # parts in which the window is told how far work is
AT_ONCE = 500  # things let go of between two pauses; about a millisecond
PAUSE = 0.0005  # seconds in which the window gets its turn
# Seconds a thread goes on in Python while another waits for its turn. The window gives its turn
# away at each call into Qt: with the usual five milliseconds a hundred calls take half a second.
TURN = 0.0005
APART_MS = 1000  # milliseconds in which work apart ends, unless it hangs
TOLD_EVERY = 0.05  # seconds between two words on it: a bar need not move more often


class Stopped(Exception):
    """The work was asked to end, and ends at the step it was at."""


class _Relay(QObject):
    """Carries a result to the window's thread.

    It has no parent on purpose: a relay that is its page's child dies with the page while the
    work still runs, and emitting from it then crashes.
    """

    finished = Signal(object)
    failed = Signal(str)
    stopped = Signal()
    told = Signal(int)
    said = Signal(str)
    ended = Signal(object)  # the job itself


def _over(job: Job) -> None:
    """Work that was done."""


class Job(QRunnable):
    """One piece of work under way; `cancelled` may be read by the work between its steps."""

    def __init__(self, work: Callable[[Job], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.relay = _Relay()
        self.cancelled = False
        self.binding = False
        self.ended = False
        self._work = work
        self._told_at = 0.0

    def cancel(self) -> None:
        """Asks the work to stop at its next step; its result is dropped unless it is `binding`."""
        self.cancelled = True

    def tell(self, done: int, of: int) -> None:
        """Says that so much of so much is done; raises Stopped once the work was cancelled."""
        if self.cancelled:
            raise Stopped
        now = time.monotonic()
        if now - self._told_at >= TOLD_EVERY:
            self._told_at = now
            self.relay.told.emit(WHOLE * min(done, of) // max(of, 1))

    def say(self, words: str) -> None:
        """Says what is being done just now."""
        self.relay.said.emit(words)

    def forget(self) -> None:
        """Lets go of what the work was made of: Qt's pool keeps the job itself for good."""
        self._work = _over

    def run(self) -> None:
        try:
            result = self._work(self)
        except Stopped:
            self.relay.stopped.emit()
        except PlannerError as refusal:
            self._fail(str(refusal))
        except Exception:
            log.exception("background work failed")
            self._fail(
                self.relay.tr(
                    "Something went wrong in the program itself; the log file holds the details."
                )
            )
        else:
            if self.binding or not self.cancelled:
                self.relay.finished.emit(result)
        self.ended = True
        self.relay.ended.emit(self)

    def _fail(self, sentence: str) -> None:
        if self.binding or not self.cancelled:
            self.relay.failed.emit(sentence)


_under_way: set[Job] = set()  # keeps each job and its relay alive until it has reported
_apart: dict[Job, Thread] = {}  # of those, the ones in a thread of their own
_given_up: set[Job] = set()  # hang, and hold nothing up any more
_usual_turn = sys.getswitchinterval()
_collects = True  # whether the garbage collector was on before the first of them began


def run(
    work: Callable[[Job], Any],
    done: Callable[[Any], None] | SignalInstance | None = None,
    failed: Callable[[str], None] | SignalInstance | None = None,
    *,
    told: Callable[[int], None] | SignalInstance | None = None,
    said: Callable[[str], None] | SignalInstance | None = None,
    stopped: Callable[[], None] | SignalInstance | None = None,
    binding: bool = False,
    apart: bool = False,
) -> Job:
    """Runs `work(job)` in a thread; `done(result)` or `failed(sentence)` follows in the window's.

    `told` hears how far it is, in thousandths, from work that calls `job.tell`, and `said` what
    it is at; `stopped`, that such work was cancelled in time. What is `binding` is done or
    stopped, never dropped: a change that was made before it could be cancelled is to be known of.
    What works `apart` may hang, on a network folder say: it has a thread of its own, which nobody
    waits for at the end, and can be given up.
    All are bound methods or signals of a QObject, so that Qt delivers them in its thread and
    drops them when it is gone.
    """
    job = Job(work)
    job.binding = binding
    if told is not None:
        job.relay.told.connect(told)
    if said is not None:
        job.relay.said.connect(said)
    if stopped is not None:
        job.relay.stopped.connect(stopped)
    if done is not None:
        job.relay.finished.connect(done)
    if failed is not None:
        job.relay.failed.connect(failed)
    _start(job, apart)
    return job


def give_up(job: Job) -> None:
    """Leaves work that runs apart and hangs to itself; whatever comes of it is dropped."""
    job.cancel()
    _given_up.add(job)  # it may still come back, and report
    _keeper().settle(job)


class _Keeper(QObject):
    """Lets go of work that has reported, in the window's thread.

    No relay does that for itself: the thread it worked in may let go of it at the same moment.
    """

    def settle(self, job: Job) -> None:
        _under_way.discard(job)
        if job.ended:
            job.forget()
            _given_up.discard(job)
            if (thread := _apart.pop(job, None)) is not None:
                thread.join()  # it is at its last line: the job is not to be let go of there
        if _under_way:
            return
        sys.setswitchinterval(_usual_turn)
        if _collects:
            gc.enable()


@cache
def _keeper() -> _Keeper:
    """The one there is, made in the window's thread by the first work begun there."""
    return _Keeper()


def _start(job: Job, apart: bool = False) -> None:
    """Begins the work, with the garbage collector held until the last work under way has ended.

    It runs in whichever thread just made something. In the work's it would take apart what is
    left of widgets while the window is at them, and the program would crash.
    """
    global _collects
    if not _under_way:
        _collects = gc.isenabled()
        gc.disable()
        sys.setswitchinterval(TURN)
    _under_way.add(job)
    job.relay.ended.connect(_keeper().settle)
    if apart:
        _apart[job] = Thread(target=job.run, daemon=True)
        _apart[job].start()
    else:
        QThreadPool.globalInstance().start(job)


def beside(journey: Callable[Concatenate[Store, P], R]) -> Callable[Concatenate[Store, P], R]:
    """The journey, walked in a thread on a connection of its own, for what takes long.

    It returns when the journey has ended, or raises what that raised. Until then the window goes
    on painting, while keys and the mouse wait: the library is being written.
    """

    def walk(store: Store, /, *args: P.args, **kwargs: P.kwargs) -> R:
        results: list[R] = []
        errors: list[Exception] = []

        def work(job: Job) -> None:
            try:
                with store.another() as own:
                    results.append(journey(own, *args, **kwargs))
            except Exception as error:
                errors.append(error)

        loop = QEventLoop()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            job = Job(work)
            job.relay.ended.connect(loop.quit)
            _start(job)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        finally:
            QApplication.restoreOverrideCursor()
        for error in errors:
            raise error
        return results[0]

    return walk


def let_go(things: list[Any]) -> None:
    """Lets go of very many things, whose last holder this list is, some at a time.

    To free a hundred thousand of them at once would hold up the window, whoever does it.
    """

    def work(job: Job) -> None:
        while things:
            del things[-AT_ONCE:]
            time.sleep(PAUSE)

    run(work)


def wait_for_all(milliseconds: int = 5000) -> bool:
    """Waits for work under way, before the store closes; False when some would not end.

    What works apart has nothing of the store's, and gets a second of it.
    """
    for job, thread in list(_apart.items()):
        if job not in _given_up:
            thread.join(min(milliseconds, APART_MS) / 1000)
    return QThreadPool.globalInstance().waitForDone(milliseconds)
