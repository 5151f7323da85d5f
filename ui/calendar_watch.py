"""Word of calendars that change, where the system gives it: on disks of this machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QStorageInfo, QTimer, Signal

from planner.domain.calendar_reads import SAMPLE

STIR_MS = 700  # gathers the several words a program causes that writes one file
# Disks of other machines: they tell of nothing, and to look at one that is away would hold up
# the window. Names as Linux and macOS have them.
_AFAR = ("nfs", "cifs", "smb", "fuse.", "afs", "9p", "ceph", "gluster", "webdav", "davfs", "autofs")


def can_be_watched(path: str) -> bool:
    """Whether the system tells of changes there. To be asked in a thread: it may take long."""
    if path == SAMPLE or path.startswith(("\\\\", "//")):
        return False
    kind = bytes(QStorageInfo(path).fileSystemType().data()).decode("ascii", "replace").lower()
    return bool(kind) and not kind.startswith(_AFAR)


class Watch(QObject):
    """Watches files with the folders they lie in, as many programs replace what they write.

    Signals:
        stirred(): something happened near one of them; whether it changed is to be looked at.
    """

    stirred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher: QFileSystemWatcher | None = None
        self._of: dict[str, tuple[str, ...]] = {}  # what is watched for a calendar
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(STIR_MS)
        self._pause.timeout.connect(self.stirred)

    def add(self, path: str) -> None:
        """Watches this one as well, or again: a file that was replaced is another."""
        if self._watcher is None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(self._on_stir)
            self._watcher.directoryChanged.connect(self._on_stir)
        self._of[path] = (path, str(Path(path).parent))
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if new := [each for each in self._of[path] if each not in watched]:
            self._watcher.addPaths(new)

    def rest(self, milliseconds: int) -> None:
        """Takes so long to tell of the next change, if that is longer than usual."""
        self._pause.setInterval(max(STIR_MS, milliseconds))

    def keep(self, paths: Iterable[str]) -> None:
        """Watches none but these any more."""
        self._of = {path: self._of[path] for path in paths if path in self._of}
        if self._watcher is None:
            return
        wanted = {each for parts in self._of.values() for each in parts}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if gone := sorted(watched - wanted):
            self._watcher.removePaths(gone)

    def stop(self) -> None:
        self.keep(())
        self._pause.stop()

    def _on_stir(self) -> None:
        if self._of and not self._pause.isActive():
            self._pause.start()
