"""One window a library: a second start hands its files over and raises the first.

A lock file beside the library says who is first; it names its process, so one left by a killed
program never blocks. The listening socket opens once the window stands, for it costs an import
that the first start need not wait for.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, QSysInfo, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

ANSWER_MS = 5000  # how long the second start waits for the first window to come up
RETRY_MS = 50


class SingleInstance(QObject):
    """The first start of a library, or the means to reach it.

    Signals:
        files_handed_over(list[str]): another start wants this window, with these files.
    """

    files_handed_over = Signal(list)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        whole = os.path.realpath(library)  # one lock by whatever name or link it was opened
        key = hashlib.sha256(whole.encode()).hexdigest()[:24]
        self.address = f"visavis-{key}"
        self._file = Path(f"{whole}.lock")
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(0)  # stale only when its process is gone, never by age
        self._server: QLocalServer | None = None
        self.waiting: list[str] = []  # files handed over before there was a window to take them

    def is_first(self) -> bool:
        """Takes the lock, or says that another start holds it.

        Where no lock can be written (a read-only folder) nobody else can be known of, so this
        start counts as the first and the store says what is wrong with the folder.
        """
        held = self._lock.tryLock(0)
        if not held and (self._names_nobody() or self._held_by_nobody()):
            self._file.unlink(missing_ok=True)
            held = self._lock.tryLock(0)
        return held or self._lock.error() is not QLockFile.LockError.LockFailedError

    def _names_nobody(self) -> bool:
        """Whether the lock file is blank or broken, as a power cut leaves it.

        One that is just being written looks the same for a moment, so it is looked at twice.
        """
        try:
            if not self._file.is_file() or self._holder()[0]:
                return False
            _pause(RETRY_MS)
            return self._file.is_file() and not self._holder()[0]
        except OSError:  # a folder that may not be looked into: the store says so in words
            return False

    def _held_by_nobody(self) -> bool:
        """Whether the process that the lock file names has gone, and another has its number.

        Whoever is first keeps the file locked (flock), and the system lets go of that for a
        process that dies in whatever way.
        """
        if self._holder()[1] != QSysInfo.machineHostName():
            return False
        try:
            import fcntl

            with self._file.open("rb+") as file:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return True
        except (ImportError, OSError):  # held; or a system that knows no such locks
            return False

    def _holder(self) -> tuple[int, str]:
        """The process that the lock file names and its computer; (0, "") when it names none."""
        process, computer, _ = self._lock.getLockInfo()
        return int(process), str(computer)

    def why_not(self) -> str:
        """Why this start cannot go on: the first does not answer. One sentence and what to do."""
        _, computer = self._holder()
        if computer and computer != QSysInfo.machineHostName():
            return (
                f"The library is open on another computer, {computer}. Close it there first. "
                f"If it is open nowhere, remove {self._file} and start again."
            )
        return (
            "Vis-à-vis is already open with this library but does not answer. "
            "Close it, or end its process, and start again."
        )

    def hand_over(self, files: list[str]) -> bool:
        """Gives the files to the first window; False when it does not answer in time."""
        from PySide6.QtNetwork import QLocalSocket

        if self._holder()[1] not in ("", QSysInfo.machineHostName()):
            return False  # nobody on another computer can be asked
        deadline = QDeadlineTimer(ANSWER_MS)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self.address)
            if socket.waitForConnected(RETRY_MS * 4):
                socket.write(json.dumps(files).encode() + b"\n")
                socket.waitForBytesWritten(ANSWER_MS)
                # A quick answer is read while the rest is still being written.
                return bool(
                    socket.bytesAvailable()
                    or socket.waitForReadyRead(max(int(deadline.remainingTime()), 1))
                )
            socket.abort()
            _pause(RETRY_MS)
        return False

    def listen(self) -> None:
        """Begins to hear later starts; a socket left by a killed program is swept away."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self.address)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self.address)

    @contextmanager
    def raising_dialogs(self) -> Iterator[None]:
        """Meanwhile later starts raise the dialog that is open; their files wait for the window."""
        self.files_handed_over.connect(self._raise_dialog)
        self.listen()
        try:
            yield
        finally:
            self.files_handed_over.disconnect(self._raise_dialog)

    def take_waiting(self) -> list[str]:
        """The files that were handed over before there was a window, once."""
        files, self.waiting = self.waiting, []
        return files

    def _raise_dialog(self, files: list[str]) -> None:
        from PySide6.QtWidgets import QApplication

        self.waiting += files
        if (dialog := QApplication.activeModalWidget()) is not None:
            dialog.raise_()
            dialog.activateWindow()

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _on_connection(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._on_ready)
            if socket.canReadLine():
                self._read(socket)

    def _on_ready(self) -> None:
        socket = self.sender()
        if socket is not None and socket.canReadLine():  # type: ignore[attr-defined]
            self._read(socket)  # type: ignore[arg-type]

    def _read(self, socket: QLocalSocket) -> None:
        try:
            files = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            files = []
        socket.write(b"ok\n")
        socket.flush()
        socket.disconnectFromServer()
        named = files if isinstance(files, list) else []
        self.files_handed_over.emit([file for file in named if isinstance(file, str)])


def _pause(milliseconds: int) -> None:
    """Waits without an event loop, which does not run yet at this point of the start."""
    import time

    time.sleep(milliseconds / 1000)
