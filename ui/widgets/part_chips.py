"""A chip for each part of what files bring; the one pressed is in sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton

from ui.widgets.layouts import Flow

P = TypeVar("P", bound=StrEnum)


class PartChips(Flow, Generic[P]):
    """Parts with nothing in them have no chip.

    Signals:
        pressed(): another part is in sight.
    """

    pressed = Signal()

    def __init__(self, parts: Iterable[P], name: str) -> None:
        """Each is called `name` and its part."""
        super().__init__(gap=8)
        self._chips: dict[P, QPushButton] = {}
        self._group = QButtonGroup(self)
        for part in parts:
            chip = QPushButton()  # Enter is for the dialog's main button
            chip.setObjectName(f"{name}-{part}")
            chip.setProperty("look", "chip")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            self._chips[part] = chip
            self._group.addButton(chip)
            self.addWidget(chip)
        self._group.buttonClicked.connect(self._on_clicked)

    def part(self) -> P | None:
        """The part in sight; None before any was shown."""
        return next((part for part, chip in self._chips.items() if chip.isChecked()), None)

    def show_parts(self, names: Mapping[P, str], counts: Mapping[P, int]) -> list[P]:
        """Names them, each with its count; returns those that have something in them."""
        for part, chip in self._chips.items():
            chip.setText(names[part].format(count=f"{counts[part]:,}"))
            chip.setVisible(bool(counts[part]))
        return [part for part, count in counts.items() if count]

    def go_to(self, part: P) -> None:
        """Puts a part in sight."""
        self._chips[part].setChecked(True)

    def _on_clicked(self) -> None:
        self.pressed.emit()
