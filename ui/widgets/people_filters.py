"""The filters above the list of people."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from planner.domain.standing import Filter
from ui.widgets.layouts import Flow, button


class PeopleFilters(QWidget):
    """A chip each, pressed or not.

    Signals:
        pressed(): another choice of filters holds.
    """

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Filter, QPushButton] = {}
        flow = Flow(self, gap=6)
        for which, words, told in (
            (Filter.FITS, self.tr("Target fit"), self.tr("Fits what About me looks for")),
            (
                Filter.GOING_COLD,
                self.tr("Going cold"),
                self.tr("Met before, and not in touch for too long"),
            ),
            (Filter.NEVER_MET, self.tr("Never met"), self.tr("No 1-2-1 yet")),
        ):
            chip = button(words, look="chip", name=f"filter-{which.value}")
            chip.setCheckable(True)
            chip.setToolTip(told)
            chip.clicked.connect(self.pressed)
            flow.addWidget(chip)
            self._chips[which] = chip

    def chosen(self) -> frozenset[Filter]:
        """The filters that are pressed."""
        return frozenset(which for which, chip in self._chips.items() if chip.isChecked())

    def clear(self) -> None:
        """Releases them all, without a word."""
        for chip in self._chips.values():
            chip.setChecked(False)
