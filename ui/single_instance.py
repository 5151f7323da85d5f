"""One window a library: a second start hands its files over and raises the first.

A lock file beside the library says who is first; it names its process, so one left by a killed
program never blocks. The listening socket opens once the window stands, for it costs an import
that the first start need not wait for.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QLockFile, QObject, Signal

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
        key = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:24]
        self._name = f"visavis-{key}"
        self._lock = QLockFile(f"{library}.lock")
        self._lock.setStaleLockTime(0)  # stale only when its process is gone, never by age
        self._server: QLocalServer | None = None

    def is_first(self) -> bool:
        """Takes the lock, or says that another start holds it.

        Where no lock can be written (a read-only folder) nobody else can be known of, so this
        start counts as the first and the store says what is wrong with the folder.
        """
        held = self._lock.tryLock(0)
        return held or self._lock.error() is not QLockFile.LockError.LockFailedError

    def hand_over(self, files: list[str]) -> bool:
        """Gives the files to the first window; False when it does not answer in time."""
        from PySide6.QtNetwork import QLocalSocket

        deadline = QDeadlineTimer(ANSWER_MS)
        while not deadline.hasExpired():
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(RETRY_MS * 4):
                socket.write(json.dumps(files).encode() + b"\n")
                socket.waitForBytesWritten(ANSWER_MS)
                answered = socket.waitForReadyRead(max(int(deadline.remainingTime()), 1))
                return bool(answered)
            socket.abort()
            _pause(RETRY_MS)
        return False

    def listen(self) -> None:
        """Begins to hear later starts; a socket left by a killed program is swept away."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(self._name)

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
        self.files_handed_over.emit([str(file) for file in files if isinstance(file, str)])


def _pause(milliseconds: int) -> None:
    """Waits without an event loop, which does not run yet at this point of the start."""
    import time

    time.sleep(milliseconds / 1000)
