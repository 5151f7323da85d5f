"""How many hours something took."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.widgets.amount_input import AmountInput

MOST = 999.0
STEP = 0.5


class HoursInput(AmountInput):
    """Hours, in halves by the arrow keys; 0 where nobody counted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(MOST, STEP, parent)

    def textFromValue(self, value: float) -> str:
        """Without zeros that say nothing: "2", "1.5"."""
        return self.locale().toString(value, "f", len(f"{value:.2f}".rstrip("0").split(".")[1]))
