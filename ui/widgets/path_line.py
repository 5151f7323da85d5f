"""Where a file lies: its path, to be read and copied, and its folder, to be opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.layouts import button, row
from ui.widgets.text import plain_tip


class PathLine(QWidget):
    """A path that can be marked and copied, with a button for its folder.

    `more` are further buttons beside it.
    """

    def __init__(
        self, path: Path, name: str, *more: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._path = path
        shown = QLineEdit(str(path))
        shown.setObjectName(name)
        shown.setReadOnly(True)
        shown.setAccessibleName(self.tr("Path"))
        shown.setToolTip(plain_tip(str(path)))
        shown.setCursorPosition(0)
        opening = button(self.tr("Open folder"), self._open_folder, name=f"{name}-folder")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(shown)
        column.addLayout(row(*more, opening, None))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
