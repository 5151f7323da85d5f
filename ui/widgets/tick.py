"""The box before a promise or an ask."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox

from planner.domain.asks import Ask
from planner.domain.promises import Promise


class Tick(QCheckBox):
    """Shows what is kept, not what was pressed: the page is filled anew once that is kept.

    Signals:
        ticked(object, bool): the record was kept or found, or is open again.
    """

    ticked = Signal(object, bool)

    def __init__(self, record: Promise | Ask, name: str, read_as: str) -> None:
        super().__init__()
        self._record = record
        self.setObjectName(name)
        self.setAccessibleName(read_as)
        self.setChecked(record.done_on is not None)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, kept: bool) -> None:
        with QSignalBlocker(self):
            self.setChecked(not kept)
        self.ticked.emit(self._record, kept)
