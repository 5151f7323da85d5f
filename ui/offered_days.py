"""The days on offer for a 1-2-1, a page of them at a time, with their times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from planner.domain.busy import BusyTime
from planner.domain.me import Hours
from planner.domain.people import Person
from planner.domain.slots import Slot
from planner.domain.trips import Trip
from planner.domain.wishes import days_before, narrowed, works_between
from planner.journeys import plan_times
from planner.journeys.plan_times import Looking, PassedOver
from ui.session import Session
from ui.widgets.slot_grid import COLUMNS

BEST = 5  # times picked out of the next days


class OfferedDays:
    """What there is to choose from, by what is wished now.

    `asked` tells what is looked for, and `turned` hears that other days are in sight.
    """

    def __init__(
        self, session: Session, asked: Callable[[], Looking], turned: Callable[[], None]
    ) -> None:
        self._session = session
        self._asked = asked
        self._turned = turned
        self.first = date.min  # of the days in sight
        self.full_too = False  # also days of weeks with as many 1-2-1s as wanted
        self._best_from = date.min  # the day from which the best are picked: paging leaves them

    def slots(self) -> tuple[Slot, ...]:
        """The times on the page of days from `first`."""
        return plan_times.times(self._session.store, self._asked(), self.first, COLUMNS)

    def best(self, count: int, their_zone: str, trip: Trip | None) -> tuple[Slot, ...]:
        """The best few of the next days, whichever page of days is in sight.

        Those of a trip to them, as long as it offers any.
        """
        told = (self._session.store, self._asked())
        if trip is not None and self._best_from <= trip.ends:
            there = max(self._best_from, trip.starts)
            if found := plan_times.best_times(*told, there, count, their_zone, trip.ends):
                return found
        return plan_times.best_times(*told, self._best_from, count, their_zone)

    def taken_by(self, slots: Sequence[Slot]) -> dict[Slot, Person | BusyTime | None]:
        """What is on at those times that are not free."""
        return plan_times.taken_by(self._session.store, self._asked(), slots)

    def passed_over(self) -> PassedOver:
        """What of the days from today on is left out."""
        return plan_times.passed_over(self._session.store, self._asked(), self._session.today())

    @property
    def has_earlier(self) -> bool:
        """Whether there are days to go back to."""
        return works_between(self._week(), self._session.today(), self.first, self.passed_over())

    def not_before_today(self) -> None:
        """Another day has begun, perhaps: it is the first that can be in sight."""
        self.first = max(self.first, self._session.today())

    def show_full_weeks(self) -> None:
        """Offers days of weeks as well that hold as many 1-2-1s as wanted."""
        self.full_too = True
        self._turned()

    def show_from(self, day: date) -> None:
        """Goes to the days from this one on, which the message may speak of."""
        self.first = self._best_from = max(self._session.today(), day)
        self._turned()

    def show_day(self, day: date, shown: list[date]) -> None:
        """Goes to the page with this day, unless it is in sight."""
        if day not in shown:
            self.first = max(self._session.today(), day)
            self._turned()

    def turn_page(self, pages: int, shown: list[date]) -> None:
        """Goes to the days after or before those `shown`."""
        if pages > 0 and shown:
            self.first = shown[-1] + timedelta(days=1)
        elif pages < 0:
            before, today = shown[0] if shown else self.first, self._session.today()
            self.first = days_before(self._week(), before, COLUMNS, today, self.passed_over())
        self._turned()

    def _week(self) -> tuple[Hours, ...]:
        """The hours of each weekday in the part of the day wished for."""
        asked = self._asked()
        return narrowed(asked.me.week, asked.wish.part)
