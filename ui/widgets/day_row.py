"""One 1-2-1 of a 1-2-1 day: its time, whom with, its place if another, and its order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.meetings import Place
from planner.domain.one_to_one_day import Sitting
from planner.domain.people import Person
from ui import assets, day_wording, theme
from ui.widgets.inputs import ChoiceInput
from ui.widgets.layouts import button, line, row
from ui.widgets.place_input import PlaceInput
from ui.widgets.text import ElidedText, Text, plain_tip
from ui.widgets.time_input import TimeInput

ICON = 16  # pixels
PLACE = 180  # pixels of the field for another place, at the normal text size
LINE = 16  # pixels a line is high at that size


class DayRow(QWidget):
    """Alt with an arrow moves it among the others; a time that is typed holds.

    Signals:
        timed(int, datetime): this person is to be met then.
        day_chosen(int, date): on that day, as soon as it fits.
        placed(int, str): somewhere else; "" for where the others are.
        moved(int, int): one earlier (-1) or later (1).
        freed(int): as soon as it fits again.
        dropped(int): not at all.
    """

    timed = Signal(int, object)
    day_chosen = Signal(int, object)
    placed = Signal(int, str)
    moved = Signal(int, int)
    freed = Signal(int)
    dropped = Signal(int)

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day-row")
        self.person = person
        name = person.name
        self._shown: datetime | None = None
        self._otherwise = time()  # what the field shows while there is none
        self._day: date = date.min
        self._time = TimeInput()
        self._time.setObjectName("row-time")
        self._time.setAccessibleName(self.tr("When you meet {name}").format(name=name))
        self._time.setAccessibleDescription(self.tr("Alt and an arrow move it up or down"))
        self._days = ChoiceInput((), _day_words)
        self._days.setObjectName("row-day")
        self._days.setAccessibleName(self.tr("The day you meet {name}").format(name=name))
        self._name = ElidedText(name, "strong")
        self._about = ElidedText("", "small")
        self._about.setObjectName("row-about")
        self._wrong = Text("", "alert")
        self._wrong.setObjectName("row-wrong")
        self._place = PlaceInput()
        self._place.setObjectName("row-place")
        self._place.setAccessibleName(self.tr("Where you meet {name}").format(name=name))
        self._free = button(self.tr("As it comes"), self._on_free, "link", "row-free")
        self._free.setProperty("flush", "true")
        self._free.setToolTip(self.tr("Meet right after the one before, as soon as it fits"))
        self._up = self._icon("row-up", "up", self.tr("{name} earlier (Alt+Up)"))
        self._down = self._icon("row-down", "down", self.tr("{name} later (Alt+Down)"))
        self._drop = self._icon("row-drop", "close", self.tr("Leave out {name}"))
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._drop.clicked.connect(self._on_drop)
        self._time.finished.connect(self._on_time)
        self._days.finished.connect(self._on_day)
        self._place.finished.connect(self._on_place)
        for keys, act in (("Alt+Up", self._on_up), ("Alt+Down", self._on_down)):
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._name)
        words.addWidget(self._about)
        words.addWidget(self._wrong)
        words.addLayout(row(self._free, None))
        self._place.setFixedWidth(PLACE * self.fontMetrics().height() // LINE)
        self._place.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        across = row()
        parts: tuple[QWidget, ...] = (
            *(self._time, self._days),
            *(self._place, self._up, self._down, self._drop),
        )
        for part in parts:
            across.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        across.insertLayout(2, words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(across)
        column.addWidget(line())

    def show_sitting(
        self,
        sitting: Sitting,
        days: Sequence[date],
        about: str,
        wrong: str,
        *,
        place: str,
        places: Sequence[Place],
        usual_place: str,
        own_time: bool,
        otherwise: time,
        first: bool,
        last: bool,
    ) -> None:
        """When it is, of these `days`; what is to be said of it, and what is `wrong` with it.

        Where no time is left, its field begins with the one `otherwise`.
        """
        self._shown = sitting.starts
        self._day = sitting.starts.date() if sitting.starts else days[0]
        self._time.show_value(sitting.starts.time() if sitting.starts else otherwise)
        self._otherwise = otherwise
        if [self._days.itemData(n) for n in range(self._days.count())] != [*days]:
            self._days.clear()
            for day in days:
                self._days.addItem(_day_words(day), day)
        self._days.show_value(self._day)
        self._days.setVisible(len(days) > 1)
        self._about.set_whole(about)
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        self._place.show_value(place)
        self._place.offer(places)
        self._place.setPlaceholderText(usual_place)
        self._free.setVisible(own_time)
        self._up.setEnabled(not first)
        self._down.setEnabled(not last)

    def _icon(self, name: str, icon: str, words: str) -> QPushButton:
        made = button("", None, "small-icon", name)
        made.setAutoDefault(False)
        made.setIcon(assets.icon(icon, theme.current().soft, ICON))
        made.setIconSize(QSize(ICON, ICON))
        said = words.format(name=self.person.name)
        made.setToolTip(plain_tip(said))
        made.setAccessibleName(said)
        return made

    def _on_time(self) -> None:
        starts = datetime.combine(self._day, self._time.value())
        shown = self._shown or datetime.combine(self._day, self._otherwise)
        if starts != shown:
            self.timed.emit(self.person.id, starts)

    def _on_day(self) -> None:
        if self._days.value() != self._day or self._shown is None:
            self.day_chosen.emit(self.person.id, self._days.value())

    def _on_place(self) -> None:
        self.placed.emit(self.person.id, " ".join(self._place.value().split()))

    def _on_up(self) -> None:
        self.moved.emit(self.person.id, -1)

    def _on_down(self) -> None:
        self.moved.emit(self.person.id, 1)

    def _on_free(self) -> None:
        self.freed.emit(self.person.id)

    def _on_drop(self) -> None:
        self.dropped.emit(self.person.id)


def _day_words(day: date) -> str:
    return day_wording.weekday_and_day(day)
