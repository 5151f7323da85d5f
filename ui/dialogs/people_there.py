"""Everybody who lives where the user will be."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.trips import Trip
from planner.journeys.who_is_there import everybody_there
from ui import day_wording
from ui.dialogs.fitted import FittedDialog
from ui.models.people import PeopleModel
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.row_list import RowList
from ui.widgets.text import Text

WIDTH = 460  # pixels
ROWS = 8  # in sight at once, of those there are
MARGIN = 20  # pixels
FRAME = 4  # pixels above and below the rows


class PeopleThereDialog(FittedDialog):
    """Those whom a 1-2-1 does most for first; Enter opens the one chosen.

    Signals:
        wanted(Route): somebody was chosen.
    """

    wanted = Signal(Route)

    def __init__(self, session: Session, trip: Trip, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people-there-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(trip.city)
        self.setMinimumWidth(WIDTH)
        self._session, self._trip = session, trip
        today = session.today()
        self._model = PeopleModel(self, session.portraits)
        everybody = everybody_there(session.store, trip, today)
        self._model.show_people(everybody.people)
        self._model.show_standings(everybody.standings)
        self._list = RowList(self._model)
        self._list.setObjectName("people-there")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("People who live there or near"))
        self._list.activated.connect(self._on_chosen)
        self._list.clicked.connect(self._on_chosen)
        self._list.setCurrentIndex(self._model.index(0))
        plan = button(self.tr("Plan several…"), self._on_plan, name="plan-several")
        plan.setAutoDefault(False)
        close = button(self.tr("Close"), self.reject, name="close-there")
        close.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("In {city} or near").format(city=trip.city), "name"))
        days = day_wording.visit(trip.starts, trip.ends, today)
        column.addWidget(Text(days, "soft"))
        column.addWidget(self._list, 1)
        column.addLayout(row(plan, None, close))
        rows = min(ROWS, max(len(everybody.people), 1))
        high = self._list.verticalHeader().defaultSectionSize() * rows + FRAME
        self._list.setMinimumHeight(high)
        self._list.setFocus()

    def _on_plan(self) -> None:
        """Several of them in one go, over the days of the trip."""
        from ui.dialogs.plan_day import PlanDayDialog

        self.accept()
        PlanDayDialog(self._session, self._trip, parent=self.parentWidget()).open()

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.accept()
            self.wanted.emit(Route(Where.PEOPLE, person=self._model.person(index.row()).id))
