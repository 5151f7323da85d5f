"""A month as a table of weeks: what each of its days holds."""

from __future__ import annotations

from datetime import date, timedelta
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QDate, QLocale, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Persistent

from planner.domain.agenda import Day
from planner.journeys.meetings_page import Days
from ui import agenda_wording
from ui.country import here
from ui.widgets.text import plain_tip

Index = QModelIndex | Persistent
WEEK = 7  # days
NOBODY = Days(())


class MonthRole(IntEnum):
    """What the model tells of a day beside its number."""

    DAY = Qt.ItemDataRole.UserRole + 1  # the planner.domain.agenda.Day
    OF_MONTH = Qt.ItemDataRole.UserRole + 2  # whether it belongs to the month shown
    TODAY = Qt.ItemDataRole.UserRole + 3


def first_weekday() -> int:
    """The day a week begins with in the user's country; 0 is Monday."""
    return int(QLocale().firstDayOfWeek().value) - 1


def week_of(day: date) -> date:
    """The day on which the week of `day` begins in the user's country."""
    return day - timedelta(days=(day.weekday() - first_weekday()) % WEEK)


def shown_with(month: date) -> tuple[date, int]:
    """The first day shown with a month, and how many: whole weeks."""
    first = month.replace(day=1)
    following = (first + timedelta(days=31)).replace(day=1)
    begins = week_of(first)
    weeks = -(-(following - begins).days // WEEK)
    return begins, weeks * WEEK


class MonthModel(QAbstractTableModel):
    """Weeks below each other, seven days across:

    =======  =======  =====
    Mon      Tue      …
    =======  =======  =====
    26 Oct   27 Oct   …
    2 Nov    3 Nov    …
    =======  =======  =====
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = NOBODY
        self._month = self._today = date.min
        self._zone = "UTC"

    def show_days(self, days: Days, month: date, today: date, zone: str) -> None:
        """`days` are as `shown_with(month)` says."""
        self.beginResetModel()
        self._days, self._month, self._today, self._zone = days, month, today, zone
        self.endResetModel()

    @property
    def shown(self) -> Days:
        """With the names of those met."""
        return self._days

    def day(self, index: Index) -> Day | None:
        place = index.row() * WEEK + index.column()
        return self._days.days[place] if index.isValid() else None

    def index_of(self, day: date) -> QModelIndex:
        """Where a day stands; an invalid index when it is not shown."""
        if not self._days.days:
            return QModelIndex()
        place = (day - self._days.days[0].day).days
        if not 0 <= place < len(self._days.days):
            return QModelIndex()
        return self.index(place // WEEK, place % WEEK)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._days.days) // WEEK

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else WEEK

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or section >= WEEK:
            return None
        weekday = (first_weekday() + section) % WEEK + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return here().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return here().standaloneDayName(weekday, QLocale.FormatType.LongFormat)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        day = self.day(index)
        if day is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._number(day.day)
        if role == MonthRole.DAY:
            return day
        if role == MonthRole.OF_MONTH:
            return (day.day.year, day.day.month) == (self._month.year, self._month.month)
        if role == MonthRole.TODAY:
            return day.day == self._today
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = agenda_wording.day(day, self._days, self._zone, self._today)
            return told.replace("\n", ". ")
        if role == Qt.ItemDataRole.ToolTipRole:
            told = agenda_wording.day(day, self._days, self._zone, self._today)
            return plain_tip(told)
        return None

    def _number(self, day: date) -> str:
        """ "23", and the month beside the first of each: "1 Dec"."""
        form = "d MMM" if day.day == 1 else "d"
        return here().toString(QDate(day.year, day.month, day.day), form)
