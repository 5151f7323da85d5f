"""What was kept, with a way to give a promise the date it lacks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.promises import Promise
from ui.widgets.kept_rows import KeptRow
from ui.widgets.layouts import button, row


class Dated(QWidget):
    """A kept line; below a promise without a date stands a chip that asks for one."""

    def __init__(self, kept: KeptRow, on_date: Callable[[Promise], object]) -> None:
        super().__init__()
        self._kept, self._tell = kept.kept, on_date
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(kept)
        if isinstance(self._kept, Promise) and self._kept.due is None:
            chip = button(self.tr("By when?"), self._on_date, "chip", "promise-date")
            chip.setAccessibleName(self.tr("By when? {what}").format(what=kept.words))
            column.addLayout(row(chip, None))

    def _on_date(self) -> None:
        if isinstance(self._kept, Promise):
            self._tell(self._kept)
