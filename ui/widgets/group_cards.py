"""Groups as cards below each other, made a few at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.journeys.events_page import GroupLine
from ui.widgets.group_card import GroupCard
from ui.widgets.layouts import GAP

AT_ONCE = 4  # cards made in one piece, about 20 ms: then the window has its turn


class GroupShown(NamedTuple):
    """What a card is made of; see `GroupCard`."""

    line: GroupLine
    today: date
    whole: bool


class GroupCards(QWidget):
    """A card a group; one whose content is the same stays as it is, wherever it comes to stand.

    One that differs stands until its new one is made.

    Signals:
        event_wanted(int), event_removed(EventLine), add_wanted(str), group_wanted(GroupLine),
        all_wanted(int): as a `GroupCard` has them.
        all_there(): the last card is made.
    """

    event_wanted = Signal(int)
    event_removed = Signal(object)
    add_wanted = Signal(str)
    group_wanted = Signal(object)
    all_wanted = Signal(int)
    all_there = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: list[GroupShown] = []
        self._cards: dict[int, GroupCard] = {}  # by the group's id
        self._told: dict[int, GroupShown] = {}  # what they were made of
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._make_some)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)

    @property
    def complete(self) -> bool:
        return not self._to_make()

    def show_groups(self, wanted: Sequence[GroupShown]) -> None:
        """Shows these in this order."""
        self._wanted = [*wanted]
        ids = [shown.line.group.id for shown in wanted]
        for gone in self._cards.keys() - set(ids):
            self._drop(gone)
        for place, id in enumerate(id for id in ids if id in self._cards):
            if self._column.indexOf(self._cards[id]) != place:
                self._column.insertWidget(place, self._cards[id])
        self._make_some()

    def forget(self) -> None:
        """The palette changed: every card is to be made again."""
        self._told.clear()

    def _to_make(self) -> list[GroupShown]:
        """Those whose card is not there yet, or tells something else."""
        return [shown for shown in self._wanted if self._told.get(shown.line.group.id) != shown]

    def _make_some(self) -> None:
        waiting = self._to_make()
        for shown in waiting[:AT_ONCE]:
            id = shown.line.group.id
            if id in self._cards:
                self._drop(id)
            before = self._wanted[: self._wanted.index(shown)]
            place = sum(other.line.group.id in self._cards for other in before)
            self._cards[id], self._told[id] = self._card(shown), shown
            self._column.insertWidget(place, self._cards[id])
        if len(waiting) > AT_ONCE:
            self._rest.start()
            return
        self._rest.stop()
        self.all_there.emit()

    def _card(self, shown: GroupShown) -> GroupCard:
        card = GroupCard(shown.line, shown.today, whole=shown.whole)
        card.event_wanted.connect(self.event_wanted)
        card.event_removed.connect(self.event_removed)
        card.add_wanted.connect(self.add_wanted)
        card.group_wanted.connect(self.group_wanted)
        card.all_wanted.connect(self.all_wanted)
        return card

    def _drop(self, group: int) -> None:
        card = self._cards.pop(group)
        self._told.pop(group, None)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
