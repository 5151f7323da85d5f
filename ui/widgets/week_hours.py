"""When the user meets: a line for each weekday with a tick and two times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QTimeEdit, QVBoxLayout, QWidget

from planner.domain.me import CLOSED, OFFICE_WEEK, WEEKDAYS, Hours
from ui.country import here
from ui.widgets.inputs import leave_wheel_to_page, set_text_in
from ui.widgets.layouts import button, row
from ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class _Day:
    """The widgets of one weekday."""

    tick: QCheckBox
    starts: QTimeEdit
    until: Text
    ends: QTimeEdit

    @property
    def hours(self) -> Hours:
        if not self.tick.isChecked():
            return CLOSED
        return Hours(_time(self.starts), _time(self.ends))

    def show(self, hours: Hours) -> None:
        """A day off keeps the times it had, for the tick to bring back."""
        self.tick.setChecked(hours != CLOSED)
        if hours != CLOSED:
            self.starts.setTime(QTime(hours.starts.hour, hours.starts.minute))
            self.ends.setTime(QTime(hours.ends.hour, hours.ends.minute))
        self.show_times()

    def show_times(self) -> None:
        for part in (self.starts, self.until, self.ends):
            part.setVisible(self.tick.isChecked())


class WeekHours(QWidget):
    """Working hours, the week beginning where the user's country begins it.

    The value has Monday first, whichever day is shown first, as `Me.week` has it.

    Signals:
        finished(): a day was ticked, or a time was left.
    """

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        locale = here()
        self._days: dict[int, _Day] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(4, 1)
        for line, weekday in enumerate(week_from(locale)):
            self._days[weekday] = self._add(line, weekday, locale)
        self._alike = button(
            self.tr("Same hours on every ticked day"), self._make_alike, look="link", name="alike"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._grid)
        column.addLayout(row(self._alike, None))

    def value(self) -> tuple[Hours, ...]:
        return tuple(self._days[weekday].hours for weekday in WEEKDAYS)

    def show_value(self, value: tuple[Hours, ...]) -> None:
        for weekday, hours in zip(WEEKDAYS, value, strict=True):
            self._days[weekday].show(hours)

    def _add(self, line: int, weekday: int, locale: QLocale) -> _Day:
        name = locale.standaloneDayName(weekday + 1, QLocale.FormatType.LongFormat)
        tick = QCheckBox(name[:1].upper() + name[1:])
        tick.setObjectName(f"day-{weekday}")
        starts = self._time_edit(f"starts-{weekday}", self.tr("{day} from"), name, locale)
        ends = self._time_edit(f"ends-{weekday}", self.tr("{day} to"), name, locale)
        until = Text(self.tr("to"), "soft", wrap=False, parent=self)
        day = _Day(tick, starts, until, ends)
        day.show(OFFICE_WEEK[0])
        tick.clicked.connect(self._on_ticked)
        for place, part in enumerate((tick, starts, until, ends)):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # a day off leaves the lines where they are
            part.setSizePolicy(policy)
            self._grid.addWidget(part, line, place)
        return day

    def _time_edit(self, name: str, label: str, day: str, locale: QLocale) -> QTimeEdit:
        edit = QTimeEdit(self)  # shown without a parent it would be a window for a moment
        edit.setObjectName(name)
        edit.setAccessibleName(label.format(day=day))
        edit.setDisplayFormat(locale.timeFormat(QLocale.FormatType.ShortFormat))
        edit.editingFinished.connect(self.finished)
        set_text_in(edit)
        leave_wheel_to_page(edit)
        return edit

    def _on_ticked(self) -> None:
        for day in self._days.values():
            day.show_times()
        self.finished.emit()

    def _make_alike(self) -> None:
        """Gives every ticked day the hours of the first one shown."""
        ticked = [day for day in self._days.values() if day.tick.isChecked()]
        for day in ticked:
            day.show(ticked[0].hours)
        self.finished.emit()


def week_from(locale: QLocale) -> Iterator[int]:
    """Weekdays (Monday is 0) from the one the locale begins the week with."""
    first = locale.firstDayOfWeek().value - 1
    return ((first + day) % len(WEEKDAYS) for day in WEEKDAYS)


def _time(edit: QTimeEdit) -> time:
    shown = edit.time()
    return time(shown.hour(), shown.minute())
