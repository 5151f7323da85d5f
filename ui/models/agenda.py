"""The coming days below each other: what is on, when the user is taken, and what is free."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as Persistent

from planner.domain.agenda import Day, Stretch
from planner.domain.meetings import Meeting
from planner.domain.wall_time import wall_of
from planner.journeys.meetings_page import Days
from ui import agenda_wording, day_wording
from ui.models.month import week_of

Index = QModelIndex | Persistent


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A week's head, a day off or on a trip, a 1-2-1, a time taken or free; `first` of its day."""

    day: date
    head: str = ""
    meeting: Meeting | None = None
    taken: Stretch | None = None
    free: Stretch | None = None
    off: str = ""  # what day off it is, or where a trip leads
    over: str = ""  # what else is on at the time of this 1-2-1
    first: bool = False

    @property
    def words(self) -> bool:
        """Whether it stands for something on that day, and not for a week."""
        return not self.head


class AgendaRole(IntEnum):
    """What the model tells of a row: the AgendaRow itself."""

    ROW = Qt.ItemDataRole.UserRole + 1


class AgendaModel(QAbstractListModel):
    """Below each week's head its days, and of each day what is on, earliest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days = Days(())
        self._rows: list[AgendaRow] = []
        self._today = date.min
        self._zone = "UTC"

    def show_days(self, days: Days, today: date, zone: str) -> None:
        self.beginResetModel()
        self._days, self._today, self._zone = days, today, zone
        self._rows = []
        week = date.min
        for day in days.days:
            rows = _rows_of(day, days.names, zone)
            if rows and week_of(day.day) != week:
                week = week_of(day.day)
                self._rows.append(
                    AgendaRow(day.day, head=agenda_wording.week(week, week_of(today), today))
                )
            self._rows += rows
        self.endResetModel()

    @property
    def days(self) -> Days:
        """With the names of those met."""
        return self._days

    @property
    def today(self) -> date:
        return self._today

    @property
    def zone(self) -> str:
        return self._zone

    def row(self, number: int) -> AgendaRow | None:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def row_of(self, meeting: int = 0, day: date | None = None) -> int:
        """Where a 1-2-1 stands, else the first row from a day on; -1 for none."""
        for number, one in enumerate(self._rows):
            if meeting and one.meeting is not None and one.meeting.id == meeting:
                return number
        for number, one in enumerate(self._rows):
            if day is not None and one.words and one.day >= day:
                return number
        return next((number for number, one in enumerate(self._rows) if one.words), -1)

    def told(self, one: AgendaRow) -> str:
        """A row in words, without its day."""
        if one.meeting is not None:
            name = self._days.names[one.meeting.person]
            told = agenda_wording.one(one.meeting, name, self._zone, self._days.now)
            return ", ".join(filter(None, (told, agenda_wording.over(one.over))))
        if one.taken is not None:
            return agenda_wording.taken(one.taken)
        if one.free is not None:
            return self.tr("{times} free").format(times=agenda_wording.times(one.free))
        return one.head or one.off

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        one = self.row(index.row())
        if one is None or not one.words:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.row(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == AgendaRole.ROW:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return self.told(one)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if not one.words:
                return one.head
            day = day_wording.full_day(one.day, self._today.year)
            return f"{day}, {self.told(one)}"
        return None


def _rows_of(day: Day, names: Mapping[int, str], zone: str) -> list[AgendaRow]:
    """What is on, taken and free on one day in the order of time; none of an empty day off."""
    entries: list[tuple[Any, ...]] = [
        *(
            (one.starts, 0, AgendaRow(day.day, meeting=one, over=_over(one, day, names, zone)))
            for one in day.meetings
        ),
        *((one.starts, 1, AgendaRow(day.day, taken=one)) for one in day.taken),
        *((one.starts, 2, AgendaRow(day.day, free=one)) for one in day.free),
    ]
    entries.sort(key=lambda entry: entry[:2])
    rows = [row for _, _, row in entries]
    if told := agenda_wording.of_day(day):
        rows.insert(0, AgendaRow(day.day, off=told))
    return [replace(row, first=place == 0) for place, row in enumerate(rows)]


def _over(meeting: Meeting, day: Day, names: Mapping[int, str], zone: str) -> str:
    """What a 1-2-1 that is planned runs into: another, or what the user's calendar has."""
    if not meeting.planned:
        return ""
    for other in day.planned:
        if other.id != meeting.id and _meet(meeting.starts_utc, meeting.ends_utc, other):
            return names[other.person]
    begins, ends = wall_of(meeting.starts_utc, zone), wall_of(meeting.ends_utc, zone)
    taken = (one for one in day.taken if one.starts < ends and one.ends > begins)
    first = next(taken, None)
    return "" if first is None else first.summary or agenda_wording.unnamed()


def _meet(begins: datetime, ends: datetime, other: Meeting) -> bool:
    return other.starts_utc < ends and other.ends_utc > begins
