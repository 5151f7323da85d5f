"""An amount of money."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.country import currency
from ui.widgets.amount_input import AmountInput

MOST = 1_000_000_000.0  # more than any referral is worth, and short enough for the field
STEP = 50.0


class MoneyInput(AmountInput):
    """An amount in the user's currency, 0 where none is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MOST, STEP, parent)
        self.setGroupSeparatorShown(True)
        if symbol := currency():
            self.setPrefix(f"{symbol} ")
