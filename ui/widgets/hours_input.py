"""How many hours something took."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QWidget

from ui.widgets.inputs import leave_wheel_to_page, set_text_in

MOST = 999.0


class HoursInput(QDoubleSpinBox):
    """Hours, in halves by the arrow keys; 0 where nobody counted."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0.0, MOST)
        self.setDecimals(2)
        self.setSingleStep(0.5)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self.finished)
        set_text_in(self)
        leave_wheel_to_page(self)

    def show_value(self, value: float) -> None:
        self.setValue(value)

    def textFromValue(self, value: float) -> str:
        """Without zeros that say nothing: "2", "1.5"."""
        return self.locale().toString(value, "f", len(f"{value:.2f}".rstrip("0").split(".")[1]))
