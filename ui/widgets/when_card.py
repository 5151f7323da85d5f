"""When a 1-2-1 is to be: the times that are free, or another that is typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.slots import Slot
from planner.domain.wishes import LENGTHS, PartOfDay, Wish
from ui import assets, day_wording, theme
from ui.widgets.best_times import BestTimes, Offer
from ui.widgets.inputs import ChoiceInput
from ui.widgets.layouts import Card, Flow, button, row
from ui.widgets.other_time import OtherTime
from ui.widgets.slot_grid import SlotGrid
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class Told:
    """What the card says beside the times; "" for nothing."""

    chosen: str = ""  # "Tuesday 24 November, 08:30 – 09:15"
    theirs: str = ""  # the same where the guest is
    note: str = ""  # what speaks against the time
    none: str = ""  # why there is no time to choose from
    away: str = ""  # that times are by another clock, on a trip
    passed: str = ""  # which days are left out, and why
    full: bool = False  # full weeks are among them
    times: tuple[Offer, ...] = ()  # the best of the next days


class WhenCard(Card):
    """Length, part of the day, a page of days with their times, and another time by typing.

    Signals:
        wished(): another length or part of the day was chosen.
        chosen(object): the datetime that was chosen, wall time.
        page_wanted(int): the days after (1) or before (-1).
        best_chosen(object): one of the best times was chosen, wall time.
        copy_wanted(): the best three as text.
        full_wanted(): the days of full weeks as well.
    """

    wished = Signal()
    chosen = Signal(object)
    page_wanted = Signal(int)
    best_chosen = Signal(object)
    copy_wanted = Signal()
    full_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("When"), parent)
        self.setObjectName("when")
        self._wish = Wish()
        self._minutes = ChoiceInput(LENGTHS, self._minutes_words)
        self._minutes.setObjectName("minutes")
        self._minutes.setAccessibleName(self.tr("Length"))
        self._part = ChoiceInput(tuple(PartOfDay), self._part_words)
        self._part.setObjectName("part-of-day")
        self._part.setAccessibleName(self.tr("Part of the day"))
        for choice in (self._minutes, self._part):
            choice.finished.connect(self.wished)
        self._days = Text("", "soft", wrap=False)
        self._days.setObjectName("days-shown")
        self._before = self._pager("before", self.tr("Earlier days"), self._on_before)
        self._after = self._pager("after", self.tr("Later days"), self._on_after)
        self.grid = SlotGrid()
        self.grid.chosen.connect(self.chosen)
        self.grid.page_wanted.connect(self.page_wanted)
        self.best = BestTimes()
        self.best.chosen.connect(self.best_chosen)
        self._away = _line("times-away")
        self._passed = _line("passed-over", "small")
        self._full = button(self.tr("Offer full weeks too"), self._on_full, "link", "full-weeks")
        self._full.hide()
        self._none = _line("no-times")
        self._note = _line("when-note", "small")
        self._chosen = _line("chosen-time", "strong")
        self._theirs = _line("their-time", "soft")
        self._another = button(self.tr("Another time…"), self._on_another, "link", "another-time")
        self._copy = button(
            self.tr("Copy three times that suit me"), self._on_copy, "link", "copy-times"
        )
        for link in (self._another, self._copy):
            link.setProperty("flush", "true")
        self.other = OtherTime(today)
        self.other.setObjectName("other")
        self.other.chosen.connect(self.chosen)
        self.other.hide()
        self.paint_icons()
        self._lay_out()

    def value(self) -> tuple[int, PartOfDay]:
        """Length in minutes, and the part of the day."""
        return int(self._minutes.value()), PartOfDay(self._part.value())

    def show_wish(self, wish: Wish) -> None:
        self._wish = wish
        self._minutes.show_value(wish.minutes)
        self._part.show_value(wish.part)
        self.grid.show_chosen(wish.starts)
        self.best.show_chosen(wish.starts)

    def show_slots(self, slots: Sequence[Slot], chosen: datetime | None, *, earlier: bool) -> None:
        """Shows a page of days; `earlier` when there are days before it to go back to."""
        self.grid.show_slots(slots, chosen)
        days = self.grid.days()
        self.grid.setVisible(bool(days))
        self._days.setText(day_wording.days_from_to(days[0], days[-1]) if days else "")
        self._before.setEnabled(earlier)
        self._after.setEnabled(bool(days))

    def tell(self, told: Told) -> None:
        for label, words in (
            (self._chosen, told.chosen),
            (self._theirs, told.theirs),
            (self._note, told.note),
            (self._none, told.none),
            (self._away, told.away),
            (self._passed, told.passed),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._full.setVisible(told.full)
        self._copy.setVisible(bool(told.times))
        self.best.show_times(told.times, self._wish.starts)

    def say_wrong(self, sentence: str) -> None:
        """Why the time that was typed cannot be; "" for nothing."""
        self.other.say_wrong(sentence)

    def focus_here(self) -> None:
        """Puts the keyboard where a time is chosen."""
        if self.grid.has_free():
            self.grid.focus_here()
        else:
            self._minutes.setFocus()

    def paint_icons(self) -> None:
        for made, name in ((self._before, "back"), (self._after, "forward")):
            made.setIcon(assets.icon(name, theme.current().ink))

    def _minutes_words(self, minutes: int) -> str:
        return self.tr("{count} minutes").format(count=minutes)

    def _part_words(self, part: PartOfDay) -> str:
        return {
            PartOfDay.ANY: self.tr("Any time of day"),
            PartOfDay.MORNINGS: self.tr("Mornings"),
            PartOfDay.AFTERNOONS: self.tr("Afternoons"),
        }[PartOfDay(part)]

    def _pager(self, name: str, words: str, pressed: object) -> QPushButton:
        made = button("", look="icon", name=name)
        made.setAccessibleName(words)
        made.setToolTip(words)
        made.setIconSize(QSize(16, 16))
        made.clicked.connect(pressed)
        made.installEventFilter(self)
        return made

    def _on_before(self) -> None:
        self.page_wanted.emit(-1)

    def _on_after(self) -> None:
        self.page_wanted.emit(1)

    def _on_full(self) -> None:
        self.full_wanted.emit()

    def _on_copy(self) -> None:
        self.copy_wanted.emit()

    def _on_another(self) -> None:
        self._another.hide()
        if self._wish.starts is not None:
            self.other.show_value(self._wish.starts)
        self.other.show()
        self.other.focus_here()

    def close_other(self) -> None:
        """Puts the day and time to type away again."""
        self.other.hide()
        self.other.say_wrong("")
        self._another.show()

    def _lay_out(self) -> None:
        wishes = Flow(gap=8)
        wishes.addWidget(self._minutes)
        wishes.addWidget(self._part)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addLayout(wishes, 1)
        for part in (self._before, self._days, self._after):
            head.addWidget(part)
        said = QVBoxLayout()
        said.setSpacing(2)
        for label in (self._chosen, self._theirs, self._note):
            said.addWidget(label)
        links = Flow(gap=12)
        for link in (self._another, self._copy):
            links.addWidget(link)
        foot = QVBoxLayout()
        foot.setSpacing(4)
        foot.addLayout(said)
        foot.addLayout(links)
        passed = row(self._passed, self._full, gap=6)
        passed.setStretch(0, 1)
        self.body.setSpacing(10)
        self.body.addLayout(head)
        self.body.addWidget(self.best)
        self.body.addWidget(self._away)
        self.body.addWidget(self.grid)
        self.body.addWidget(self._none)
        self.body.addLayout(passed)
        self.body.addLayout(foot)
        self.body.addWidget(self.other)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On ‹ and › the arrows go to the other one, or down to the times, and nowhere else."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        there = {Qt.Key.Key_Left: self._before, Qt.Key.Key_Right: self._after}
        if event.key() in there:
            there[Qt.Key(event.key())].setFocus()
        elif event.key() == Qt.Key.Key_Down:
            self.grid.focus_here()
        return event.key() in (*there, Qt.Key.Key_Down, Qt.Key.Key_Up)


def _line(name: str, look: str = "soft") -> Text:
    made = Text("", look)
    made.setObjectName(name)
    made.hide()
    return made
