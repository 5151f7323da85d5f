"""Who lives where the user will be soon: a card a trip, beside the list on Today."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.domain.places import key
from planner.domain.trips import Trip
from planner.journeys.who_is_there import There
from ui import day_wording
from ui.country import grouped
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import GAP, Card, button
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton


class TripsThere(QWidget):
    """The next trips on which somebody can be met.

    Signals:
        wanted(Route): look at a person, or plan a 1-2-1 there.
    """

    wanted = Signal(Route)

    def __init__(
        self, session: Session, found: tuple[There, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for there in found:
            card = TripCard(session, there, self)
            card.wanted.connect(self.wanted)
            column.addWidget(card)


class TripCard(Card):
    """A trip, and up to three people there.

    Signals:
        wanted(Route): look at a person, or plan a 1-2-1 on the trip's days.
    """

    wanted = Signal(Route)

    def __init__(self, session: Session, there: There, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("trip-there")
        self._session = session
        self._trip = trip = there.trip
        today = session.today()
        days = day_wording.visit(trip.starts, trip.ends, today)
        title = self.tr("{city} · {days}").format(city=trip.city, days=days)
        self.setAccessibleName(title)
        self.body.addWidget(Text(title, "caps"))
        for person in there.first:
            row = _PersonThere(person, trip, today)
            row.wanted.connect(self.wanted)
            self.body.addWidget(row)
        self._first = tuple(person.id for person in there.first)
        if len(self._first) > 1:
            words = self.tr("Plan these 1-2-1s…")
            self.body.addWidget(button(words, self._on_plan, "quiet", "plan-there-all"))
        if there.people > len(there.first):
            words = self.tr("All {count} who live there or near").format(
                count=grouped(there.people)
            )
            self.body.addWidget(button(words, self._on_all, "quiet", "all-there"))

    def _on_plan(self) -> None:
        """Several in one go, over the days of the trip."""
        from ui.dialogs.plan_day import PlanDayDialog

        PlanDayDialog(self._session, self._trip, self._first, self.window()).open()

    def _on_all(self) -> None:
        from ui.dialogs.people_there import PeopleThereDialog

        dialog = PeopleThereDialog(self._session, self._trip, self.window())
        dialog.wanted.connect(self.wanted)
        dialog.open()


class _PersonThere(QWidget):
    """Somebody who lives there, with the button that plans a 1-2-1 on those days."""

    wanted = Signal(Route)

    def __init__(self, person: Person, trip: Trip, today: date) -> None:
        super().__init__()
        self.setObjectName("person-there")
        self._look = Route(Where.PEOPLE, person=person.id)
        self._plan = Route(Where.PLAN, person=person.id, day=max(trip.starts, today))
        near = person.city if key(person.city) != key(trip.city) else ""
        about = " · ".join(part for part in (near, person.role or person.company) if part)
        name = TextButton(person.name, aside=about, name="name-there")
        name.clicked.connect(self._on_name)
        plan = button(self.tr("Plan"), self._on_plan, name="plan-there")
        plan.setAccessibleName(self.tr("Plan a 1-2-1 with {name}").format(name=person.name))
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 1, 0, 1)
        inner.setSpacing(10)
        inner.addWidget(name, 1)
        inner.addWidget(plan)

    def _on_name(self) -> None:
        self.wanted.emit(self._look)

    def _on_plan(self) -> None:
        self.wanted.emit(self._plan)
