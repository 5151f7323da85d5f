"""How much of something: a number that is never below 0, which stands for not known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QWidget

from ui.widgets.inputs import leave_wheel_to_page, set_text_in


class AmountInput(QDoubleSpinBox):
    """Up to `most`, by the arrow keys in steps of `step`, with two decimals.

    Signals:
        finished(): whoever types has gone on.
    """

    finished = Signal()

    def __init__(self, most: float, step: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0.0, most)
        self.setDecimals(2)
        self.setSingleStep(step)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self.finished)
        set_text_in(self)
        leave_wheel_to_page(self)

    def show_value(self, value: float) -> None:
        self.setValue(value)
