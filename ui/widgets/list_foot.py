"""Below the people suggested: further down the list, back to the first, and why these."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.layouts import button
from ui.widgets.text import Text


class ListFoot(QWidget):
    """Quiet links in a row; only those that lead somewhere are there.

    Signals:
        more_wanted(): the next people of the list.
        first_wanted(): back to the first.
        why_wanted(): why these people.
    """

    more_wanted = Signal()
    first_wanted = Signal()
    why_wanted = Signal()

    def __init__(self, *, more: bool, later: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addStretch(1)
        for there, words, asks, name in (
            (more, self.tr("Show more"), self.more_wanted, "show-more"),
            (later, self.tr("Back to the first"), self.first_wanted, "show-first"),
            (True, self.tr("Why these people?"), self.why_wanted, "why-these"),
        ):
            if there:
                if across.count() > 1:
                    across.addWidget(Text("·", "soft", wrap=False))
                across.addWidget(button(words, asks.emit, "foot", name))
        across.addStretch(1)
