"""Where a person was met: groups and events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal

from planner.domain.groups import MetAt
from planner.domain.online_networks import is_online_network
from ui import day_wording
from ui.widgets.person_card import DAYS, Lines, PersonCard, RecordButton
from ui.widgets.text import Text


class MetAtCard(PersonCard):
    """Events with their day, and groups both belong to.

    Signals:
        add_wanted(): note where the two met.
        chosen(MetAt): correct this one.
        removed(MetAt): it was not there.
    """

    add_wanted = Signal()
    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, met_at: Sequence[MetAt], today: date) -> None:
        super().__init__("card-met-at", self.tr("Met at"))
        self.offer("add-met-at", self.tr("Note where you met"), self.add_wanted.emit)
        if not met_at:
            self.body.addWidget(Text(self.tr("Not noted yet where you met"), "soft"))
            return
        lines = Lines(DAYS)
        for met in met_at:
            made = RecordButton(
                met,
                _told(met),
                f"met-at-{met.attendance}",
                opens=self.tr("Change…"),
                removes=self.tr("Remove"),
            )
            made.chosen.connect(self.chosen)
            made.removed.connect(self.removed)
            lines.add(self._when(met, today), made)
        self.body.addLayout(lines)

    def _when(self, met: MetAt, today: date) -> str:
        """The day; without one it is a group both are in, or a network both are on."""
        if met.day:
            return day_wording.short_day(met.day, today)
        return self.tr("On") if is_online_network(met.label) else self.tr("In")


def _told(met: MetAt) -> str:
    """The event and its group, the group once where the event has no name of its own."""
    if met.event_name and met.event_name != met.group_name:
        return f"{met.event_name} · {met.group_name}"
    return met.group_name
