"""The foot of the list of people: how many there are, and what can be done about them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import assets, theme
from ui.widgets.person_card import icon_button
from ui.widgets.text import ElidedText
from ui.widgets.warmth_legend import WarmthLegend

SIDE = 14  # pixels left and right


class PeopleFoot(QWidget):
    """Says what the dots mean, and counts who is shown, or who is chosen.

    Signals:
        remove_wanted(): take out those chosen.
        add_wanted(): add somebody.
    """

    remove_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ElidedText("", "small")
        self._count.setObjectName("people-count")
        self._remove = icon_button("remove-chosen", self.tr("Remove those chosen"), "remove")
        self._remove.clicked.connect(self.remove_wanted)
        self._add = icon_button("add-person", self.tr("Add somebody (Ctrl+N)"), "plus")
        self._add.clicked.connect(self.add_wanted)
        self._legend = WarmthLegend()
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._count, 1)
        across.addWidget(self._remove)
        across.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE - 4, 8)
        column.setSpacing(4)
        column.addWidget(self._legend)
        column.addLayout(across)

    def tell(self, shown: int, everybody: int, chosen: int, *, narrowed: bool) -> None:
        """`chosen` people matter once there are several of them."""
        if chosen > 1:
            words = self.tr("{count} chosen").format(count=chosen)
        elif narrowed:
            words = self.tr("{shown} of {count} people").format(shown=shown, count=everybody)
        elif everybody == 1:
            words = self.tr("1 person")
        else:
            words = self.tr("{count} people").format(count=everybody)
        self._count.set_whole(words)
        self._remove.setVisible(chosen > 1)
        self._legend.setVisible(shown > 0)

    def repaint_icons(self) -> None:
        """Draws the icons in the palette in force."""
        for made, icon in ((self._remove, "remove"), (self._add, "plus")):
            made.setIcon(assets.icon(icon, theme.current().soft))
