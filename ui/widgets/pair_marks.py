"""The two overlapping marks of a pair."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.people import Person
from ui.portraits import Portraits
from ui.widgets.avatar import Avatar

SIZE = 30  # pixels across each
OVER = 6  # pixels by which the second lies over the first


class PairMarks(QWidget):
    """Who looks for something at the left, and over it who could help; decoration only."""

    def __init__(
        self, portraits: Portraits, person: Person, other: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        for place, one in enumerate((person, other)):
            mark = Avatar(one, SIZE, portraits.of(one.id), self)
            mark.move(place * (SIZE - OVER), 0)
        self.setFixedSize(2 * SIZE - OVER, SIZE)
