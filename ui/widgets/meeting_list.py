"""The list of 1-2-1s, with what is to be said of all of them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from planner.journeys.meetings_page import Meetings
from ui.country import grouped
from ui.models.meetings import MeetingModel
from ui.portraits import Portraits
from ui.widgets.layouts import button, row
from ui.widgets.meeting_rows import MeetingRows
from ui.widgets.row_list import CENTRED, HeadedList

WIDTH = 340  # pixels
REST_MS = 70  # with an arrow held down, 1-2-1s are passed by without being shown


class MeetingList(QFrame):
    """Up and down, Enter to go into the one shown beside it.

    Signals:
        current_changed(): another 1-2-1 is the one to show.
        entered(): Enter was pressed: go into it.
        export_wanted(): all of them are wanted as one calendar.
    """

    current_changed = Signal()
    entered = Signal()
    export_wanted = Signal()

    def __init__(self, portraits: Portraits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "list-ground")
        self.setFixedWidth(WIDTH)
        self._current = 0  # the 1-2-1, by id: rows come and go
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.current_changed)
        self._model = MeetingModel(self, portraits)
        self._list = HeadedList(self._model)
        self._list.setObjectName("meetings-list")
        self._list.setAccessibleName(self.tr("Meetings"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setItemDelegate(MeetingRows(self._list))
        self._list.activated.connect(self._on_activated)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        export = button(
            self.tr("Export all (.ics)…"), self.export_wanted.emit, "quiet", "export-all"
        )
        foot = row(export, None)
        foot.setContentsMargins(0, 4, 0, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._list, 1)
        column.addLayout(foot)

    @property
    def current(self) -> int:
        """The 1-2-1 the list stands at, by id; 0 for none."""
        return self._current

    def show_meetings(self, meetings: Meetings, today: date) -> None:
        """All of them; the current one stays so, or gives way to the one below it."""
        row = self._model.row_of(self._current)
        self._model.show_meetings(meetings, today)
        if self._model.row_of(self._current) < 0:
            near = self._model.meeting(row) or self._model.meeting(row - 1)
            first = near or self._model.meeting(self._model.first_row())
            self._current = first.meeting.id if first else 0
        self._settle()

    def choose(self, meeting_id: int) -> bool:
        """Goes to a 1-2-1; False when it is not there."""
        if self._model.row_of(meeting_id) < 0:
            return False
        self._current = meeting_id
        self._settle()
        return True

    def go_in(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Puts the list where the current one is; that is no news to anybody."""
        index = self._model.index(self._model.row_of(self._current))
        if not index.isValid():
            return
        self._list.setCurrentIndex(index)
        if not self._list.viewport().rect().contains(self._list.visualRect(index)):
            self._list.scrollTo(index, CENTRED)

    def told(self, meetings: Meetings) -> str:
        """How many there are of each kind."""
        parts = [self.tr("{count} coming up").format(count=grouped(len(meetings.coming)))]
        if meetings.waiting:
            parts.append(
                self.tr("{count} waiting for a word").format(count=grouped(len(meetings.waiting)))
            )
        if meetings.off:
            parts.append(self.tr("{count} called off").format(count=grouped(len(meetings.off))))
        if meetings.past:
            parts.append(self.tr("{count} past").format(count=grouped(len(meetings.past))))
        return " · ".join(parts)

    def _on_current(self, index: QModelIndex) -> None:
        one = self._model.meeting(index.row())
        if one is not None and one.meeting.id != self._current:
            self._current = one.meeting.id
            self._rest.start()

    def _on_activated(self) -> None:
        self._rest.stop()
        self.current_changed.emit()
        self.entered.emit()
