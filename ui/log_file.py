"""The log file: what went wrong, for whoever asks for help. Names and notes never go in."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import TextIO

from planner.errors import PlannerError

ErrorInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

LONGEST = 1_000_000  # bytes; at the start after that the log becomes the "old" one


def log_path(app: str) -> Path:
    """Where the log lies: the platform's log folder."""
    import platformdirs

    return platformdirs.user_log_path(app, appauthor=False) / f"{app}.log"


def begin_log(app: str) -> None:
    """Starts writing the log; a log that cannot be written is no reason not to run."""
    path = log_path(app)
    root = logging.getLogger()
    if any(isinstance(handler, _Log) and handler.path == path for handler in root.handlers):
        return  # since something went wrong before there was a window
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > LONGEST:
            path.replace(path.with_suffix(".old.log"))
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError:
        return
    handler = _Log(os.fdopen(descriptor, "a", encoding="utf-8"), path)
    handler.setFormatter(_Nameless("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    sys.excepthook = _log_bug


def note_bug(app: str, error: BaseException) -> None:
    """Logs an error nobody foresaw, also one from before the log was begun."""
    begin_log(app)
    logging.getLogger("bug").error("unhandled", exc_info=error)


class _Log(logging.StreamHandler[TextIO]):
    """Writes lines to `path`; one that finds no room on the disk is lost without a word."""

    def __init__(self, stream: TextIO, path: Path) -> None:
        super().__init__(stream)
        self.path = path

    def handleError(self, record: logging.LogRecord) -> None:
        pass


class _Nameless(logging.Formatter):
    """Tells where something went wrong and what kind of error it was, not the error's own words.

    Those quote what was at hand: somebody's name, a line of a note, a row of the library.
    """

    def format(self, record: logging.LogRecord) -> str:
        told, record.exc_text = record.exc_text, None  # what another handler made of the error
        try:
            return super().format(record)
        finally:
            record.exc_text = told

    def formatException(self, ei: ErrorInfo) -> str:
        error = ei[1]
        lines = [] if error is None else list(_told(error))
        return "\n".join(lines)


def _told(error: BaseException) -> Iterator[str]:
    """The steps that led to an error, oldest first, and its kind; its causes before it."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _told(before)
        yield "which led to:"
    for step in extract_tb(error.__traceback__):
        yield f"  {step.filename}:{step.lineno} in {step.name}"
    yield type(error).__qualname__


def _log_bug(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    """A bug reached the event loop: keep its traceback, and tell the user in one sentence."""
    logging.getLogger("bug").error("unhandled", exc_info=(kind, error, traceback))
    from PySide6.QtWidgets import QApplication

    from ui.asking import warn

    if isinstance(error, PlannerError):  # what a page shows could not be read, say: no bug
        print(error, file=sys.stderr)
        if QApplication.instance() is not None:
            warn(QApplication.activeWindow(), "Vis-à-vis", str(error))
        return
    sys.__excepthook__(kind, error, traceback)
    if QApplication.instance() is not None and not issubclass(kind, KeyboardInterrupt):
        warn(
            QApplication.activeWindow(),
            "Vis-à-vis",
            QApplication.translate(
                "log",
                "Something went wrong in the program itself. What you had saved is safe. "
                "The log file (Settings shows where it lies) tells more.",
            ),
        )
