"""Days side by side with the times a 1-2-1 could start; arrow keys go between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from planner.domain.slots import Slot, by_day
from ui import day_wording
from ui.widgets.text import Text, plain_tip

COLUMNS = 5  # days on a page
GAP = 6  # pixels between two times
LEAST = 52  # pixels a day is wide at the least

# Rightwards and downwards for each arrow.
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SlotButton(QPushButton):
    """One time: Space, Enter or a click chooses it, the arrows leave it.

    Signals:
        left(int, int): go so many days to the right, so many times down.
        paged(int): go so many pages on.
    """

    left = Signal(int, int)
    paged = Signal(int)

    def __init__(self, row: int, column: int) -> None:
        super().__init__()
        self.row, self.column = row, column
        self.setProperty("look", "slot")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumWidth(LEAST)

    def show_slot(self, slot: Slot) -> None:
        self.slot = slot
        self.setText(day_wording.clock_time(slot.starts))
        self.setObjectName(f"slot-{slot.starts:%Y-%m-%dT%H:%M}")
        self.setEnabled(slot.free)
        self.tell("")

    def tell(self, hint: str) -> None:
        """What is on then, or what time it is for the guest; "" for nothing."""
        slot = self.slot
        said = f"{day_wording.long_day(slot.starts.date())}, {day_wording.clock_time(slot.starts)}"
        if not slot.free:
            said = self.tr("{time}, taken").format(time=said)
        self.setAccessibleName(said)
        self.setAccessibleDescription(hint)
        self.setToolTip(plain_tip(hint))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.left.emit(*ARROWS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.paged.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class SlotGrid(QWidget):
    """A column a day, a row a time of day; what is taken is struck through.

    One time alone is reached by Tab, the chosen one or the first that is free; from there the
    arrows go on, over the page's edge to the next page.

    Signals:
        chosen(object): the datetime that was chosen, wall time.
        page_wanted(int): the page after (1) or before (-1) this one.
    """

    chosen = Signal(object)
    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slots")
        self.setAccessibleName(self.tr("Free times"))
        self._at: dict[tuple[int, int], SlotButton] = {}  # those in sight, by column and row
        self._made: dict[tuple[int, int], SlotButton] = {}  # all: making them takes longest
        self._slots: list[Slot] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._heads = [Text("", "caps", wrap=False) for _ in range(COLUMNS)]
        for column, head in enumerate(self._heads):
            head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 1)

    def show_slots(self, slots: Sequence[Slot], chosen: datetime | None) -> None:
        """Shows a page of days, the keyboard staying in the grid if it was there."""
        if list(slots) == self._slots:
            self.show_chosen(chosen)
            return
        had_focus = self._has_focus()
        self._at, self._slots = {}, list(slots)
        rows = {at: row for row, at in enumerate(_times(slots))}
        days = by_day(slots)[:COLUMNS]
        for column, head in enumerate(self._heads):
            head.setText(day_wording.weekday_and_day(days[column][0]) if column < len(days) else "")
        for column, (_, of_day) in enumerate(days):
            for slot in of_day:
                self._show_slot(slot, rows[slot.starts.time()], column)
        for place, made in self._made.items():
            if place not in self._at:
                made.hide()
                made.setObjectName("")
        self.show_chosen(chosen)
        if had_focus:
            self.focus_here()

    def tell(self, hints: Mapping[Slot, str]) -> None:
        """What is to be said of each time."""
        for made in self._at.values():
            made.tell(hints.get(made.slot, ""))

    def show_chosen(self, chosen: datetime | None) -> None:
        for made in self._at.values():
            made.setChecked(made.slot.starts == chosen)
        self._keep_tab_stop()

    def days(self) -> list[date]:
        """The days in sight."""
        return sorted({made.slot.starts.date() for made in self._at.values()})

    def has_free(self) -> bool:
        return any(made.slot.free for made in self._at.values())

    def focus_here(self) -> None:
        """Puts the keyboard on the chosen time, or the first that is free."""
        entry = self._entry()
        if entry is not None:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_day(self, *, last: bool, row: int) -> None:
        """Puts the keyboard into the first or last day, at `row` or the free time nearest to it."""
        columns = sorted({column for column, _ in self._at}, reverse=last)
        for column in columns:
            if (near := self._nearest(column, row)) is not None:
                near.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.focus_here()

    def _show_slot(self, slot: Slot, row: int, column: int) -> None:
        made = self._made.get((column, row))
        if made is None:
            made = self._made[column, row] = SlotButton(row, column)
            made.clicked.connect(self._on_clicked)
            made.left.connect(self._on_left)
            made.paged.connect(self._on_paged)
            self._grid.addWidget(made, row + 1, column)
        made.show_slot(slot)
        made.show()  # now, not when Qt next comes round: the keyboard may be wanted there
        self._at[column, row] = made

    def _entry(self) -> SlotButton | None:
        """Where Tab enters the grid: the chosen time, else the first of the first free day."""
        in_order = [self._at[key] for key in sorted(self._at)]
        chosen = [made for made in in_order if made.isChecked() and made.slot.free]
        return next(iter(chosen or [made for made in in_order if made.slot.free]), None)

    def _keep_tab_stop(self, at: SlotButton | None = None) -> None:
        entry = at or self._entry()
        for made in self._at.values():
            policy = Qt.FocusPolicy
            made.setFocusPolicy(policy.StrongFocus if made is entry else policy.ClickFocus)

    def _nearest(self, column: int, row: int) -> SlotButton | None:
        free = [made for (at, _), made in self._at.items() if at == column and made.slot.free]
        return min(free, key=lambda made: (abs(made.row - row), made.row), default=None)

    def _has_focus(self) -> bool:
        return any(made.hasFocus() for made in self._at.values())

    def _on_clicked(self) -> None:
        made = self.sender()
        if isinstance(made, SlotButton):
            self.show_chosen(made.slot.starts)
            self.chosen.emit(made.slot.starts)

    def _on_left(self, right: int, down: int) -> None:
        here = self.sender()
        if not isinstance(here, SlotButton):
            return
        there = self._beside(here, right) if right else self._below(here, down)
        if there is not None:
            self._keep_tab_stop(there)
            there.setFocus(Qt.FocusReason.OtherFocusReason)
        elif right:
            self._turn_page(right, here.row)

    def _on_paged(self, pages: int) -> None:
        here = self.sender()
        if isinstance(here, SlotButton):
            self._turn_page(pages, here.row)

    def _turn_page(self, pages: int, row: int) -> None:
        before = self.days()
        self.page_wanted.emit(pages)
        if self.days() != before:
            self.focus_day(last=pages < 0, row=row)

    def _beside(self, here: SlotButton, right: int) -> SlotButton | None:
        """The free time nearest in height on the next day in that direction that has one."""
        columns = {column for column, _ in self._at}
        column = here.column + right
        while column in columns:
            if (near := self._nearest(column, here.row)) is not None:
                return near
            column += right
        return None

    def _below(self, here: SlotButton, down: int) -> SlotButton | None:
        same_day = [made for made in self._at.values() if made.column == here.column]
        ahead = [m for m in same_day if m.slot.free and (m.row - here.row) * down > 0]
        return min(ahead, key=lambda made: abs(made.row - here.row), default=None)


def _times(slots: Sequence[Slot]) -> list[time]:
    return sorted({slot.starts.time() for slot in slots})
