"""A place, typed or completed from those remembered."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from planner.domain.meetings import Place
from ui.widgets.inputs import LineInput

LONGEST = 40  # letters of a place's name on a link; the tooltip has it whole


def on_link(place: Place) -> str:
    """A place's name as a link has room for it."""
    return place.name if len(place.name) <= LONGEST else f"{place.name[: LONGEST - 1].rstrip()}…"


class PlaceInput(LineInput):
    """Offers every place in which what is typed stands; taking one is final as Enter is."""

    def __init__(self, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(example, parent)
        self._known = QStringListModel(self)
        made = QCompleter(self._known, self)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        if (popup := made.popup()) is not None:
            popup.setProperty("look", "framed")
        made.activated.connect(self._on_taken)
        self.setCompleter(made)

    def offer(self, places: Iterable[Place]) -> None:
        """The places there are, best first."""
        self._known.setStringList([place.label for place in places])

    def _on_taken(self) -> None:
        self.finished.emit()
