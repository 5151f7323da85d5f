"""The foot of the list of people: how many there are, and what can be done about them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import assets, theme
from ui.country import grouped
from ui.widgets.layouts import button
from ui.widgets.person_card import icon_button
from ui.widgets.text import ElidedText
from ui.widgets.warmth_legend import WarmthLegend

MOST_IN_A_DAY = 40  # chosen people whose 1-2-1s are planned in one go
SIDE = 14  # pixels left and right


class PeopleFoot(QWidget):
    """Says what the dots mean, and counts who is shown, or who is chosen.

    Signals:
        remove_wanted(): take out those chosen.
        plan_wanted(): plan 1-2-1s with those chosen in one go.
        export_wanted(): write those shown, or chosen, into a file.
        add_wanted(): add somebody.
        event_wanted(): add an event with the people met there.
        duplicates_wanted(): look at those who may be here twice.
    """

    remove_wanted = Signal()
    plan_wanted = Signal()
    export_wanted = Signal()
    add_wanted = Signal()
    event_wanted = Signal()
    duplicates_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ElidedText("", "small")
        self._count.setObjectName("people-count")
        self._remove = icon_button("remove-chosen", self.tr("Remove those chosen"), "remove")
        self._remove.clicked.connect(self.remove_wanted)
        self._plan = icon_button(
            "plan-chosen", self.tr("Plan 1-2-1s with those chosen"), "meetings"
        )
        self._plan.clicked.connect(self.plan_wanted)
        self._export = icon_button("export-people", self.tr("Export (Ctrl+E)"), "export")
        self._export.clicked.connect(self.export_wanted)
        self._add = icon_button("add-person", self.tr("Add somebody (Ctrl+N)"), "plus")
        self._add.clicked.connect(self.add_wanted)
        self._event = icon_button("add-event", self.tr("Add an event (Ctrl+Shift+E)"), "events")
        self._event.clicked.connect(self.event_wanted)
        self._legend = WarmthLegend()
        self._twice = button("", self.duplicates_wanted.emit, "link", "possible-duplicates")
        self._twice.setProperty("flush", "true")
        self._twice.hide()
        keeps = self._twice.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the list stands still when its words come
        self._twice.setSizePolicy(keeps)
        across = QHBoxLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self._count, 1)
        across.addWidget(self._plan)
        across.addWidget(self._remove)
        across.addWidget(self._export)
        across.addWidget(self._event)
        across.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE - 4, 8)
        column.setSpacing(4)
        column.addWidget(self._legend)
        column.addWidget(self._twice, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(across)

    def tell(self, shown: int, everybody: int, chosen: int, *, narrowed: bool) -> None:
        """`chosen` people matter once there are several of them."""
        if chosen > 1:
            words = self.tr("{count} chosen").format(count=grouped(chosen))
        elif narrowed:
            words = self.tr("{shown} of {count} people").format(
                shown=grouped(shown), count=grouped(everybody)
            )
        elif everybody == 1:
            words = self.tr("1 person")
        else:
            words = self.tr("{count} people").format(count=grouped(everybody))
        self._count.set_whole(words)
        self._remove.setVisible(chosen > 1)
        self._plan.setVisible(1 < chosen <= MOST_IN_A_DAY)
        self._export.setVisible(shown > 0)
        self._legend.setVisible(shown > 0)

    def tell_duplicates(self, pairs: int) -> None:
        """How many pairs may be one person; nothing is said of none."""
        one, more = self.tr("1 possible duplicate"), self.tr("{count} possible duplicates")
        self._twice.setText(one if pairs == 1 else more.format(count=grouped(pairs)))
        self._twice.setVisible(pairs > 0)

    def count_duplicates_anew(self) -> None:
        """How many there are is not known for a moment; the way to them stays."""
        self._twice.setText(self.tr("Possible duplicates"))

    def repaint_icons(self) -> None:
        """Draws the icons in the palette in force."""
        for made, icon in (
            *((self._plan, "meetings"), (self._remove, "remove"), (self._export, "export")),
            *((self._event, "events"), (self._add, "plus")),
        ):
            made.setIcon(assets.icon(icon, theme.current().soft))
