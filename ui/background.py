"""Work that would hold up the window, done beside it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QApplication

from planner.errors import PlannerError

if TYPE_CHECKING:
    from planner.storage.store import Store

log = logging.getLogger(__name__)

P = ParamSpec("P")
R = TypeVar("R")


class _Relay(QObject):
    """Carries a result to the window's thread.

    It has no parent on purpose: a relay that is its page's child dies with the page while the
    work still runs, and emitting from it then crashes.
    """

    finished = Signal(object)
    failed = Signal(str)
    ended = Signal()


class Job(QRunnable):
    """One piece of work under way; `cancelled` may be read by the work between its steps."""

    def __init__(self, work: Callable[[Job], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self.relay = _Relay()
        self.cancelled = False
        self._work = work

    def cancel(self) -> None:
        """Asks the work to stop at its next step; its result is dropped."""
        self.cancelled = True

    def run(self) -> None:
        try:
            result = self._work(self)
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
            if not self.cancelled:
                self.relay.finished.emit(result)
        self.relay.ended.emit()

    def _fail(self, sentence: str) -> None:
        if not self.cancelled:
            self.relay.failed.emit(sentence)


_under_way: set[Job] = set()  # keeps each job and its relay alive until it has reported


def run(
    work: Callable[[Job], Any],
    done: Callable[[Any], None] | None = None,
    failed: Callable[[str], None] | None = None,
) -> Job:
    """Runs `work(job)` in a thread; `done(result)` or `failed(sentence)` follows in the window's.

    `done` and `failed` are bound methods of a QObject, so that Qt delivers them in its thread
    and drops them when it is gone. Neither is called for a cancelled job.
    """
    job = Job(work)
    if done is not None:
        job.relay.finished.connect(done)
    if failed is not None:
        job.relay.failed.connect(failed)
    _start(job)
    return job


def _start(job: Job) -> None:
    _under_way.add(job)

    def settle() -> None:
        _under_way.discard(job)

    job.relay.ended.connect(settle)
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


def wait_for_all(milliseconds: int = 5000) -> bool:
    """Waits for work under way, before the store closes; False when some would not end."""
    return QThreadPool.globalInstance().waitForDone(milliseconds)
