"""Where the user will be, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.trips import Trip
from planner.journeys.keep_trips import add_trip, edit_trip, remove_trip, towns_to_offer
from planner.journeys.who_is_there import Lives, who_lives_in
from ui import background
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.day_input import DayInput
from ui.widgets.field import Field
from ui.widgets.text import Text
from ui.widgets.town_input import TownInput

if TYPE_CHECKING:
    from planner.storage.store import Store

DAYS_IN_WEEK = 7
PAUSE = 400  # milliseconds without a letter, after which a town is looked up


class TripDialog(FormDialog):
    """Notes a trip (`trip.id` 0), or changes one."""

    def __init__(
        self, session: Session, trip: Trip | None = None, parent: QWidget | None = None
    ) -> None:
        trip = trip or Trip()
        self._trip = trip
        new = not trip.id
        super().__init__(
            session, "trip-dialog", self.tr("Where will you be?") if new else trip.city, parent
        )
        self.setWindowTitle(self.tr("Trip"))
        usual = _next_monday(session.today())
        self._starts, self._ends = (DayInput(usual, optional=False) for _ in range(2))
        self._town = town = TownInput(self.tr("for example Manchester"))
        self._asked = ""  # the town that it is looked up who lives in
        self._pause = QTimer(self)  # in typing
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_town)
        self._about = Text("", "small")
        self._about.setObjectName("trip-about")
        self._about.hide()
        self.ask(
            Field(
                "trip-city",
                self.tr("Town"),
                town,
                self.tr("Four weeks before it, Today shows who lives there or near."),
            )
        )
        self.questions.addWidget(self._about)
        days = QHBoxLayout()
        days.setSpacing(14)
        self.ask(Field("trip-starts", self.tr("First day"), self._starts), days)
        self.ask(Field("trip-ends", self.tr("Last day"), self._ends), days)
        self.questions.addLayout(days)
        town.show_value(trip.city)
        self._starts.show_value(usual if new else trip.starts)
        self._ends.show_value(usual if new else trip.ends)
        self._begins = self._first()
        self._starts.finished.connect(self._on_starts)
        self._town.finished.connect(self._on_town)
        self._town.textChanged.connect(self._on_typed)
        if not new:
            self.offer_to_remove(self.tr("Remove"), self._on_remove)
            self._on_town()
        self.begin("trip-city")
        # Some ten thousand towns are read for it: beside the window, while the user begins to type.
        background.run(partial(_towns, session.store), town.offer)

    def save(self) -> None:
        trip = replace(
            self._trip,
            city=self.answer("trip-city"),
            starts=self.answer("trip-starts"),
            ends=self.answer("trip-ends"),
        )
        city = " ".join(trip.city.split())
        if trip.id:
            label = self.tr("Trip to {city} changed").format(city=city)
            done = self.walk(label, edit_trip, trip) is not None
        else:
            label = self.tr("Trip to {city} added").format(city=city)
            kept = self.walk(label, add_trip, trip)
            done = kept is not None
            trip = kept if isinstance(kept, Trip) else trip
        if done:
            self.close_kept(trip.id)

    def _first(self) -> date:
        return self._starts.value() or date.min

    def _on_starts(self) -> None:
        """Another first day moves the last one along: a trip stays as long as it was."""
        first, last = self._first(), self._ends.value()
        if last is not None and first != self._begins:
            self._ends.show_value(last + (first - self._begins))
            self._begins = first

    def _on_typed(self) -> None:
        """What was said is of another town; so is what is being looked up."""
        self._asked = ""
        self._say_of_town("")
        self._pause.start()

    def _on_town(self) -> None:
        """Looks up, beside the window, whether anybody is to be met there."""
        if self._town.offering:
            self._pause.start()  # it may become one of those
            return
        city = " ".join(self._town.value().split())
        if city == self._asked:
            return
        self._asked = city
        self._say_of_town("")
        if city:
            background.run(partial(_lives, self.session.store, city), self._on_lives)

    def _on_lives(self, found: tuple[str, Lives]) -> None:
        city, lives = found
        if city != self._asked:
            return
        words = ""
        if not lives.known:
            words = self.tr(
                "“{city}” is no town known here: only people whose city reads the same are shown."
            )
        elif not lives.people and not lives.home:
            words = self.tr("Nobody in your library lives in {city} or near it yet.")
        self._say_of_town(words.format(city=city))

    def _say_of_town(self, words: str) -> None:
        self._about.setText(words)
        self._about.setVisible(bool(words))

    def _on_remove(self) -> None:
        label = self.tr("Trip to {city} removed").format(city=self._trip.city)
        if self.walk(label, remove_trip, self._trip.id) is not None:
            self.accept()


def _towns(store: Store, job: background.Job) -> list[str]:
    with store.another() as own:
        return towns_to_offer(own)


def _lives(store: Store, city: str, job: background.Job) -> tuple[str, Lives]:
    with store.another() as own:
        return city, who_lives_in(own, city)


def _next_monday(today: date) -> date:
    """Where the choosing begins."""
    return today + timedelta(days=DAYS_IN_WEEK - today.weekday())
