"""Where the user writes while the other one talks."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

LINES = 3  # that stay in sight, however small the window


class NotesField(QPlainTextEdit):
    """Plain text of any length; Tab leaves it, so that the keyboard gets everywhere.

    Signals:
        typed(str): what stands in it now; never when the program shows something.
    """

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes")
        self.setAccessibleName(self.tr("Notes"))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("Note a word or two, or nothing: everything can wait."))
        self._showing = False
        self.textChanged.connect(self._on_changed)

    def show_text(self, text: str) -> None:
        """Shows what was noted, the cursor behind it."""
        if text == self.toPlainText():
            return
        self._showing = True
        self.setPlainText(text)
        self._showing = False
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.setTextCursor(cursor)

    def _on_changed(self) -> None:
        if not self._showing:
            self.typed.emit(self.toPlainText())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, LINES * self.fontMetrics().lineSpacing() + 24)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())
