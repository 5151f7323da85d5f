"""Undo and redo from a field with nothing of its own to take back: they mean the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Key = QKeySequence.StandardKey
Field = QLineEdit | QPlainTextEdit
CTRL_Y = QKeySequence("Ctrl+Y")  # not every platform's own key


class UndoInFields(QObject):
    """Looks at the keys of the one field that has the keyboard, as long as it has it.

    A field keeps Ctrl+Z to itself (Qt sends it the key as its own before any action's shortcut),
    even when it is empty and was never typed into.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, Field):
            before.removeEventFilter(self)
        if isinstance(now, Field):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and isinstance(watched, Field)
            and _means_the_window(watched, event)
        ):
            event.ignore()
            return True
        return False


def _means_the_window(field: Field, keys: QKeyEvent) -> bool:
    """Whether the field has nothing to take back, or is one to find with that is empty again."""
    own: QLineEdit | QTextDocument
    if isinstance(field, QLineEdit):
        own, emptied = field, field.isClearButtonEnabled() and not field.text()
    else:
        own, emptied = field.document(), False
    if keys.matches(Key.Undo):
        return emptied or not own.isUndoAvailable()
    if keys.matches(Key.Redo) or QKeySequence(keys.keyCombination()) == CTRL_Y:
        return emptied or not own.isRedoAvailable()
    return False
