"""Where the user will be, and has been."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.domain.trips import Trip
from planner.journeys.keep_trips import AllTrips, all_trips, remove_trip
from planner.journeys.who_is_there import who_lives_in
from ui import background, day_wording
from ui.dialogs.form import show
from ui.session import Session
from ui.widgets.layouts import button, clear, row
from ui.widgets.person_card import PersonCard, RecordButton, icon_button
from ui.widgets.text import Text, plain_tip

if TYPE_CHECKING:
    from planner.storage.store import Store

BETWEEN = 8  # pixels between two trips


class TripsCard(PersonCard):
    """Coming trips, soonest first, and below them those that are over, folded away.

    The page it stands on says when to `refresh` it.
    """

    def __init__(self, session: Session) -> None:
        super().__init__("trips", self.tr("Trips"))
        self._session = session
        self._unfolded = False
        self._empty: frozenset[str] = frozenset()  # towns where nobody is to be met
        self._lines: list[QWidget] = []  # of the trips to come
        self.offer("add-trip", self.tr("Add a trip (Ctrl+Shift+T)"), self._on_add)
        self._coming, self._over = QVBoxLayout(), QVBoxLayout()
        self._fold = button("", self._on_fold, "quiet", "past-trips")
        self._fold.hide()
        self._coming.setSpacing(BETWEEN)
        self._over.setSpacing(BETWEEN)
        self.body.addLayout(self._coming)
        self.body.addWidget(self._fold)
        self.body.addLayout(self._over)

    def refresh(self) -> None:
        """Fills the card from the store; who lives there is looked up beside the window."""
        trips = all_trips(self._session.store, self._session.today())
        self._show(trips)
        if cities := tuple(trip.city for trip in trips.coming):
            background.run(partial(_empty, self._session.store, cities), self._on_empty)

    def _on_empty(self, empty: frozenset[str]) -> None:
        if empty != self._empty:
            self._empty = empty
            lines = [line.hasFocus() for line in self._lines]
            self._show(all_trips(self._session.store, self._session.today()))
            if True in lines and lines.index(True) < len(self._lines):
                self._lines[lines.index(True)].setFocus()

    def _show(self, trips: AllTrips) -> None:
        clear(self._coming)
        clear(self._over)
        if not trips.coming:
            words = self.tr(
                "Where will you be? Four weeks before a trip, Today shows who lives there or near."
            )
            self._coming.addWidget(Text(words, "soft"))
        self._lines = [self._line(trip) for trip in trips.coming]
        for line, trip in zip(self._lines, trips.coming, strict=True):
            across = row(line, gap=6)
            across.setStretch(0, 1)
            plan = self._plan_button(trip)
            across.addWidget(plan, 0, Qt.AlignmentFlag.AlignTop)
            self._coming.addLayout(across)
            line.show()  # at once: it may come after the card was painted
            plan.setVisible(trip.city not in self._empty)
        self._fold.setVisible(bool(trips.over))
        self._fold.setText(self._fold_words(len(trips.over)))
        for trip in trips.over if self._unfolded else ():
            self._over.addWidget(self._line(trip))

    def _plan_button(self, trip: Trip) -> QPushButton:
        """Plans 1-2-1s with several people there in one go."""
        words = self.tr("Plan 1-2-1s in {city}").format(city=trip.city)
        made = icon_button("plan-trip", plain_tip(words), "meetings")
        made.setAccessibleName(words)
        made.clicked.connect(partial(self._on_plan, trip))
        return made

    def _on_plan(self, trip: Trip) -> None:
        from ui.dialogs.plan_day import PlanDayDialog

        PlanDayDialog(self._session, trip, parent=self.window()).open()

    def _fold_words(self, count: int) -> str:
        if self._unfolded:
            return self.tr("Hide past trips")
        if count == 1:
            return self.tr("1 past trip")
        return self.tr("{count} past trips").format(count=count)

    def _line(self, trip: Trip) -> QWidget:
        today = self._session.today()
        days = day_wording.visit(trip.starts, trip.ends, today)
        if trip.under_way(today):
            days = self.tr("{days} · you are there now").format(days=days)
        if trip.city in self._empty and trip.ends >= today:
            days = self.tr("{days} · nobody you know lives there").format(days=days)
        made = RecordButton(
            trip,
            trip.city,
            "trip",
            opens=self.tr("Change…"),
            removes=self.tr("Remove"),
            aside=days,
        )
        made.chosen.connect(self._open)
        made.removed.connect(self._on_removed)
        return made

    def _open(self, trip: Trip | None = None) -> None:
        from ui.dialogs.trip import TripDialog

        show(TripDialog(self._session, trip, self.window()))

    def _on_add(self) -> None:
        self._open()

    def _on_removed(self, trip: Trip) -> None:
        label = self.tr("Trip to {city} removed").format(city=trip.city)
        # Once the key that was pressed on it is done with: the line is gone then.
        QTimer.singleShot(0, self, lambda: self._session.do(label, remove_trip, trip.id))

    def _on_fold(self) -> None:
        self._unfolded = not self._unfolded
        self.refresh()


def _empty(store: Store, cities: tuple[str, ...], job: background.Job) -> frozenset[str]:
    with store.another() as own:
        lives = {city: who_lives_in(own, city) for city in set(cities)}
    return frozenset(city for city, found in lives.items() if not found.people and not found.home)
