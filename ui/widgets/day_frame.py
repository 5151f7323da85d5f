"""When and where a 1-2-1 day is: its days and hours, length and pauses, and the place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.meetings import place_of
from planner.domain.wishes import LENGTHS
from planner.journeys.plan_day import PAUSES
from planner.journeys.plan_page import place_named
from ui.day_planning import DayPlanning
from ui.session import Session
from ui.widgets.day_input import DayInput
from ui.widgets.field import Field
from ui.widgets.inputs import ChoiceInput, TickInput
from ui.widgets.layouts import Card, Flow, button, clear
from ui.widgets.place_input import PlaceInput, on_link
from ui.widgets.text import plain_tip
from ui.widgets.time_input import TimeInput

MOST = 10  # 1-2-1s a day on offer
OFFERED = 4  # places as links
NO_LIMIT = 0


class DayFrame(Card):
    """Whatever is changed is wished at once.

    Signals:
        wished(): something else is wished.
    """

    wished = Signal()

    def __init__(
        self, session: Session, planning: DayPlanning, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName("day-frame")
        self._planning = planning
        today, several = session.today(), planning.trip is not None
        self._first_day = DayInput(today, optional=False, earliest=today)
        self._last_day = DayInput(today, optional=False, earliest=today)
        self._first, self._last = TimeInput(), TimeInput()
        self._minutes = ChoiceInput(LENGTHS, self._length)
        self._pause = ChoiceInput(PAUSES, self._length)
        self._at_most = ChoiceInput((*range(1, MOST + 1), NO_LIMIT), self._number)
        self._place = PlaceInput(self.tr("A coffee shop, say"))
        self._place.setObjectName("day-place")
        self._neutral = TickInput(self.tr("New: remember it as neutral ground"))
        self._neutral.setObjectName("day-neutral")
        self._links = QWidget()
        self._links.setObjectName("day-places")
        self._flow = Flow(self._links, gap=4)
        day = self.tr("First day") if several else self.tr("Day")
        fields = [
            Field("day-first-day", day, self._first_day),
            Field("day-last-day", self.tr("Last day"), self._last_day),
            Field("day-first", self.tr("First start"), self._first),
            Field("day-last", self.tr("Over by"), self._last),
            Field("day-minutes", self.tr("Each"), self._minutes),
            Field("day-pause", self.tr("Pause"), self._pause),
            Field("day-at-most", self.tr("At most a day"), self._at_most),
        ]
        times = Flow(gap=14)
        for field in fields:
            field.finished.connect(self._on_finished)
            times.addWidget(field)
        for shown in (self._first_day, self._last_day, self._first, self._last):
            shown.settled.connect(self._on_finished)
        for field in () if several else (fields[1], fields[6]):
            field.hide()
        place = Field("day-place", self.tr("Place"), self._place)
        place.finished.connect(self._on_finished)
        self._neutral.finished.connect(self._on_finished)
        self.body.addLayout(times)
        self.body.addWidget(place)
        self.body.addWidget(self._links)
        self.body.addWidget(self._neutral)

    def show_wish(self) -> None:
        wish = self._planning.wish
        self._first_day.show_value(wish.first_day)
        self._last_day.show_value(wish.last_day)
        self._first.show_value(wish.first)
        self._last.show_value(wish.last)
        self._minutes.show_value(wish.minutes)
        self._pause.show_value(wish.pause)
        self._at_most.show_value(wish.at_most)
        self._place.show_value(wish.place)
        places = self._planning.whom.places
        known = place_named(places, wish.place)
        new = bool(wish.place.strip()) and known is None and not place_of(wish.place).online
        self._neutral.setVisible(new)
        self._neutral.show_value(wish.neutral)

    def show_places(self) -> None:
        """Places to choose from, once they are known."""
        places = self._planning.whom.places
        self._place.offer(places)
        clear(self._flow)
        neutral = [place for place in places if place.neutral and not place.online][:OFFERED]
        online = [place for place in places if place.online][:1]
        for place in (*neutral, *online):
            made = button(on_link(place), self._on_link, "link", "day-known-place")
            made.setAutoDefault(False)
            made.setProperty("place", place.label)
            made.setToolTip(plain_tip(place.label))
            self._flow.addWidget(made)
        self._links.setVisible(bool(neutral or online))
        self._links.updateGeometry()

    def go_in(self) -> None:
        self._first_day.setFocus()

    def _on_finished(self, _: str = "") -> None:
        planning, before = self._planning, self._planning.wish
        first = self._first_day.value() or before.first_day
        last = (self._last_day.value() or first) if planning.trip is not None else first
        if (first, last) != (before.first_day, before.last_day):
            if first != before.first_day and last == before.last_day:
                last = first + (before.last_day - before.first_day)
            planning.show_days(first, last)
        chosen = (self._first.value(), self._last.value())
        if chosen != (before.first, before.last):
            planning.wish_for(first=chosen[0], last=chosen[1])
        place = " ".join(self._place.value().split())
        known = place_named(planning.whom.places, place)
        planning.wish_for(
            minutes=self._minutes.value(),
            pause=self._pause.value(),
            at_most=self._at_most.value(),
            place=place,
            neutral=known.neutral if known is not None else self._neutral.value(),
        )
        if planning.wish != before:
            self.wished.emit()

    def _on_link(self) -> None:
        if (link := self.sender()) is not None:
            self._place.show_value(str(link.property("place")))
            self._on_finished()

    def _length(self, minutes: int) -> str:
        if not minutes:
            return self.tr("none")
        return self.tr("{count} min").format(count=minutes)

    def _number(self, count: int) -> str:
        return str(count) if count else self.tr("any number")
