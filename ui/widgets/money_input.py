"""An amount of money."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QWidget

from ui.country import currency
from ui.widgets.inputs import leave_wheel_to_page, set_text_in

MOST = 1_000_000_000.0  # more than any referral is worth, and short enough for the field


class MoneyInput(QDoubleSpinBox):
    """An amount in the user's currency, 0 where none is known."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0.0, MOST)
        self.setDecimals(2)
        self.setSingleStep(50.0)
        self.setGroupSeparatorShown(True)
        if symbol := currency():
            self.setPrefix(f"{symbol} ")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self.finished)
        set_text_in(self)
        leave_wheel_to_page(self)

    def show_value(self, value: float) -> None:
        self.setValue(value)
