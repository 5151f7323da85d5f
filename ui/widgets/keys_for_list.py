"""A field above a list: the arrows move in the list while the typing goes on in the field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

LIST_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class KeysForList(QObject):
    """Gives the list the keys that move in it; lives as long as the field."""

    def __init__(self, field: QLineEdit, list_below: QAbstractItemView) -> None:
        super().__init__(field)
        self._list = list_below
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in LIST_KEYS
        ):
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)
