"""Settings' card about reminders: whether, also on the desktop, and with names there or without."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from planner.journeys.reminders import Wish, choose, wants
from ui.session import Session
from ui.widgets.layouts import Card
from ui.widgets.text import Text


class RemindersCard(Card):
    """Three boxes, each of which holds as soon as it is ticked and can be undone."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Reminders"), parent)
        self.setObjectName("reminders")
        self._session = session
        words = self.tr(
            "While Vis-à-vis is open, a line at its foot says once each what comes: a 1-2-1 to "
            "prepare the day before, one that begins soon, and one to note down afterwards."
        )
        self.body.addWidget(Text(words, "soft"))
        self._boxes = {
            Wish.INSIDE: QCheckBox(self.tr("Remind me of 1-2-1s")),
            Wish.DESKTOP: QCheckBox(self.tr("On the desktop too")),
            Wish.NAMES: QCheckBox(self.tr("Name people there")),
        }
        for wish, name, slot in (
            (Wish.INSIDE, "remind", self._on_inside),
            (Wish.DESKTOP, "remind-desktop", self._on_desktop),
            (Wish.NAMES, "remind-names", self._on_names),
        ):
            box = self._boxes[wish]
            box.setObjectName(name)
            box.clicked.connect(slot)
            self.body.addWidget(box)
        words = self.tr(
            "The desktop tells it when the window is not in front: names and times alone, as a "
            "lock screen may show them."
        )
        self.body.addWidget(Text(words, "soft"))
        self.refresh()

    def refresh(self) -> None:
        """Shows what is kept; what would change nothing cannot be pressed."""
        inside, desktop, names = (wants(self._session.store, wish) for wish in self._boxes)
        for wish, kept in zip(self._boxes, (inside, desktop, names), strict=True):
            self._boxes[wish].setChecked(kept)
        self._boxes[Wish.DESKTOP].setEnabled(inside)
        self._boxes[Wish.NAMES].setEnabled(inside and desktop)

    def _on_inside(self, wanted: bool) -> None:
        self._choose(
            Wish.INSIDE,
            wanted,
            self.tr("Reminded of 1-2-1s again") if wanted else self.tr("No more reminders"),
        )

    def _on_desktop(self, wanted: bool) -> None:
        self._choose(
            Wish.DESKTOP,
            wanted,
            self.tr("Reminded on the desktop again")
            if wanted
            else self.tr("No more reminders on the desktop"),
        )

    def _on_names(self, wanted: bool) -> None:
        self._choose(
            Wish.NAMES,
            wanted,
            self.tr("Reminders on the desktop name people again")
            if wanted
            else self.tr("Reminders on the desktop name nobody"),
        )

    def _choose(self, wish: Wish, wanted: bool, label: str) -> None:
        if self._session.do(label, choose, wish, wanted) is None:
            self.refresh()
