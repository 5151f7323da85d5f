"""Whether there is a screen to open a window on, said before Qt gives up without a word."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

NO_SCREEN = (
    "There is no screen to open the window on. Start it from a desktop, "
    "or use a command: visavis --help lists them."
)
WRONG_USAGE = 2
X_PORT = 6000  # display n listens on this port plus n
WAIT_SECONDS = 2.0


def why_no_display(environ: Mapping[str, str], platform: str) -> str | None:
    """One sentence when no window can open here, None when one can.

    Only X11 and Wayland can lack a screen; Qt would end the process with a signal there.
    """
    if platform in ("win32", "darwin"):
        return None
    chosen = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen and chosen not in ("xcb", "wayland", "wayland-egl"):
        return None
    wayland = chosen != "xcb" and _wayland_answers(environ)
    return None if wayland or _x_answers(environ.get("DISPLAY", "")) else NO_SCREEN


def explain_fatal_messages() -> None:
    """Turns Qt's abort over a missing platform library into a sentence and exit code 2."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            first = message.strip().splitlines()[0] if message.strip() else ""
            print(
                f"The window cannot open: {first} README names the packages a bare server needs.",
                file=sys.stderr,
                flush=True,
            )
            os._exit(WRONG_USAGE)
        if kind in (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg):
            import logging

            if logging.getLogger().hasHandlers():  # nothing on the terminal before the log begins
                logging.getLogger("qt").warning("%s", message)

    qInstallMessageHandler(handle)


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    name = environ.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    return _connects(str(Path(environ.get("XDG_RUNTIME_DIR", "/")) / name))


def _x_answers(display: str) -> bool:
    """Whether an X server listens where DISPLAY ("host:number.screen") points."""
    host, colon, number = display.rpartition(":")
    number = number.partition(".")[0]
    if not colon or not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _connects(path) or _connects(f"\0{path}")
    try:
        with socket.create_connection((host, X_PORT + int(number)), WAIT_SECONDS):
            return True
    except OSError:
        return False


def _connects(path: str) -> bool:
    family = getattr(socket, "AF_UNIX", None)
    if family is None:
        return False
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.settimeout(WAIT_SECONDS)
        try:
            probe.connect(path)
        except OSError:
            return False
    return True
