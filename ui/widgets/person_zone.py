"""A person's time zone, where it is not the user's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.inputs import TickInput
from ui.widgets.zone_field import ZoneField


class PersonZone(QWidget):
    """A tick, and below it the zone once it is set; the value is "" for the user's own.

    The field is built when it is first wanted: listing every zone there is takes a while.

    Signals:
        finished(): another zone was chosen, or none.
    """

    finished = Signal()

    def __init__(
        self,
        home: str,
        now: Callable[[], datetime],
        proposed: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        """`proposed` gives the zone of the person's town, "" where that is not known."""
        super().__init__(parent)
        self._home = home
        self._proposed = proposed
        self._now = now
        self._field: ZoneField | None = None
        self._tick = TickInput(self.tr("Lives in another time zone than I do"))
        self._tick.finished.connect(self._on_ticked)
        self.setFocusProxy(self._tick)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self._tick)

    def value(self) -> str:
        if self._field is None or not self._tick.isChecked():
            return ""
        return self._field.value()

    def show_value(self, value: str) -> None:
        self._tick.setChecked(bool(value))
        self._show(value or self._home)

    def setObjectName(self, name: str) -> None:
        super().setObjectName(name)
        self._tick.setObjectName(f"{name}-elsewhere")

    def _show(self, zone: str) -> None:
        elsewhere = self._tick.isChecked()
        if elsewhere and self._field is None:
            self._field = ZoneField(self._now)
            self._field.setObjectName(f"{self.objectName()}-field")
            self._field.setAccessibleName(self.accessibleName())
            self._field.show_value(zone)
            self._field.finished.connect(self.finished)
            self._column.addWidget(self._field)
        if self._field is not None:
            self._field.setVisible(elsewhere)

    def _on_ticked(self) -> None:
        proposed = (self._tick.isChecked() and self._proposed()) or self._home
        self._show(proposed)
        if self._field is not None and self._field.value() == self._home:
            self._field.show_value(proposed)
        if self._field is not None and self._tick.isChecked():
            self._field.setFocus()
        self.finished.emit()
