"""Every 1-2-1 as rows of a list, under four heads."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.journeys.meetings_page import MeetingRow, Meetings
from ui import day_wording, hues, past_wording, theme, wording
from ui.portraits import Portraits
from ui.widgets.two_lines import Role

Index = QModelIndex | QPersistentModelIndex


class MeetingRole(IntEnum):
    """What the model tells of a row beside the roles every two-line row has."""

    STATE = Qt.ItemDataRole.UserRole + 20  # how it stands, a word
    STATE_HUE = Qt.ItemDataRole.UserRole + 21  # a hue of ui.theme, or "plain"
    HEAD = Qt.ItemDataRole.UserRole + 22  # whether the row is a head that cannot be chosen


class MeetingModel(QAbstractListModel):
    """Heads, and below each its 1-2-1s:

    =====================  =======================================
    How did it go?         over, nothing noted; latest first
    Coming up              soonest first
    Called off             of days to come; soonest first
    Past                   held, missed, called off; latest first
    =====================  =======================================
    """

    def __init__(self, parent: QObject | None = None, portraits: Portraits | None = None) -> None:
        super().__init__(parent)
        self._portraits = portraits
        self._rows: list[MeetingRow | str] = []
        self._at: dict[int, int] = {}  # row by the 1-2-1's id
        self._today = date.min

    def show_meetings(self, meetings: Meetings, today: date) -> None:
        self.beginResetModel()
        self._today = today
        self._rows = []
        for head, of_kind in (
            (self.tr("HOW DID IT GO?"), meetings.waiting),
            (self.tr("COMING UP"), meetings.coming),
            (self.tr("CALLED OFF"), meetings.off),
            (self.tr("PAST"), meetings.past),
        ):
            if of_kind:
                self._rows += [head, *of_kind]
        self._at = {
            one.meeting.id: row for row, one in enumerate(self._rows) if not isinstance(one, str)
        }
        self.endResetModel()

    def meeting(self, row: int) -> MeetingRow | None:
        """The 1-2-1 in a row; None for a head."""
        one = self._rows[row] if 0 <= row < len(self._rows) else None
        return None if isinstance(one, str) else one

    def row_of(self, meeting_id: int) -> int:
        """Where a 1-2-1 stands; -1 when it is not there."""
        return self._at.get(meeting_id, -1)

    def first_row(self) -> int:
        """The first row that can be chosen; -1 for none."""
        return 1 if self._rows else -1

    def _below(self, meeting: Meeting) -> str:
        when = day_wording.moment(meeting.starts, self._today)
        if not meeting.planned:
            when = past_wording.when(meeting, self._today, short=True)
        place = meeting.place.partition(",")[0].strip()
        return " · ".join(part for part in (when[:1].upper() + when[1:], place) if part)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.meeting(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        if isinstance(one, str):
            if role == Qt.ItemDataRole.DisplayRole:
                return one
            return True if role == MeetingRole.HEAD else None
        return self._told(one, role)

    def _told(self, one: MeetingRow, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return one.name
        if role == Role.SUBTITLE:
            return self._below(one.meeting)
        if role == Role.INITIALS:
            return Person(name=one.name).initials
        if role == Role.HUE:
            return theme.hue_of(one.name)
        if role == Role.PORTRAIT:
            return self._portraits.of(one.meeting.person) if self._portraits else None
        if role == MeetingRole.STATE:
            return wording.state(one.meeting.state)
        if role == MeetingRole.STATE_HUE:
            return hues.of_state(one.meeting.state)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = wording.state(one.meeting.state)
            return f"{one.name}, {self._below(one.meeting)}, {state}"
        return None
