"""The 1-2-1 day being planned in its window: whom, when, where, and what has been planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from planner.domain.busy import BusyTime
from planner.domain.me import Me
from planner.domain.meetings import Meeting
from planner.domain.one_to_one_day import Sitting, Taken
from planner.domain.people import Person
from planner.domain.trips import Trip
from planner.errors import PlannerError
from planner.journeys import plan_day as journeys
from planner.journeys.plan_day import Row, Whom
from planner.journeys.when_and_where import checked_start
from ui.background import beside
from ui.session import Session

MANY = 10  # 1-2-1s, which take about 40 ms; more are planned beside the window


class DayPlanning:
    """What is wished, and the times that come of it; nothing is kept before `keep`."""

    def __init__(
        self, session: Session, trip: Trip | None = None, people: Sequence[int] = ()
    ) -> None:
        self._session = session
        self.trip = trip
        self.whom = Whom()
        self.wish = journeys.usual_wish(session.store, self.me, session.today(), session.zone, trip)
        self._usual = self.wish.first_day  # until the user chooses another
        self.planned: tuple[Meeting, ...] = ()
        self.choose(people)

    @property
    def me(self) -> Me:
        """About me, in the zone it is where the user is."""
        return replace(self._session.me, zone=self._session.zone)

    @property
    def chosen(self) -> tuple[int, ...]:
        return tuple(row.person for row in self.wish.rows)

    def people(self) -> dict[int, Person]:
        """Those chosen who are in the library still, by id."""
        return self._session.store.people.some(self.chosen)

    def follow_diary(self) -> None:
        """Which days are off is known now, perhaps: on none of these the day begins by itself."""
        if self.trip is None and self.wish.first_day == self._usual:
            off = self._session.diary.known().days_off
            self._usual = journeys.next_open_day(self.me, self._usual, off)
            self._go_to(self._usual, self._usual)

    def tell(self, whom: Whom) -> None:
        """Who there is to choose from is known now, and where they are.

        Whoever was asked for is there even when they live elsewhere.
        """
        known = {person.id for person in whom.people}
        others = [one for id, one in self.people().items() if id not in known]
        self.whom = whom._replace(people=(*others, *whom.people))
        place = self.wish.place
        if not place:
            first = next((one for one in whom.places if one.neutral and not one.online), None)
            place = first.label if first is not None else ""
        self.wish = replace(self.wish, zone=whom.zone or self.wish.zone, place=place)

    def choose(self, people: Sequence[int]) -> None:
        """These are to be met; whoever was chosen before stays where they are in the order."""
        wanted = dict.fromkeys(people)
        rows = [row for row in self.wish.rows if row.person in wanted]
        known = {row.person for row in rows}
        rows += [Row(person) for person in wanted if person not in known]
        self.wish = replace(self.wish, rows=tuple(rows))

    def sittings(self) -> tuple[Sitting, ...]:
        """When each is met, in order of time."""
        there = self.people()
        if len(there) < len(self.wish.rows):  # removed meanwhile
            self.choose([person for person in self.chosen if person in there])
        session = self._session
        return journeys.arrange(session.store, self.me, self.wish, self._busy(), session.now())

    def taken(self) -> tuple[Taken, ...]:
        """What else is on in those days, earliest first."""
        store = self._session.store
        found = journeys.taken_then(store, self.me, self.wish, self._busy())
        return tuple(sorted(found, key=lambda one: (one.start, one.end)))

    def off(self) -> tuple[tuple[date, str], ...]:
        """Those of the days on which the user does not meet otherwise; a holiday with its name."""
        days_off, week = self._session.diary.known().days_off, self.me.week
        days = (self.wish.first_day + timedelta(days=n) for n in range(self.wish.days))
        return tuple(
            (day, days_off.get(day, ""))
            for day in days
            if day in days_off or not week[day.weekday()].open
        )

    def beyond_week(self, sittings: Sequence[Sitting]) -> tuple[tuple[date, int], ...]:
        """The weeks with more 1-2-1s than the user wants: each Monday, and how many with these."""
        return journeys.beyond_week(self._session.store, self.me, sittings)

    def wish_for(self, **fields: object) -> None:
        """Another length, place and so on."""
        self.wish = replace(self.wish, **fields)  # type: ignore[arg-type]

    def show_days(self, first: date, last: date) -> None:
        """Other days; what was chosen for a day that is none of them is free again."""
        self._usual = date.min
        first = max(first, self._session.today())
        last = max(first, last)
        self._go_to(first, last)
        self.wish = replace(self.wish, rows=tuple(map(self._within, self.wish.rows)))

    def take_time(self, person: int, starts: datetime) -> str:
        """Meets somebody then, whatever else is on; the sentence why not, "" when it can be."""
        try:
            starts = checked_start(starts, self.wish.zone, self.wish.minutes)
        except PlannerError as refusal:
            return str(refusal)
        self._change(person, starts=starts, day=None)
        return ""

    def take_day(self, person: int, day: date) -> None:
        """Meets somebody on that day, as soon as it fits."""
        self._change(person, starts=None, day=day)

    def take_place(self, person: int, place: str) -> None:
        self._change(person, place=place)

    def let_flow(self, person: int) -> None:
        """Meets somebody after whoever is before them, as soon as it fits."""
        self._change(person, starts=None, day=None)

    def move(self, person: int, by: int) -> None:
        """Meets somebody earlier (-1) or later (1) in the order of the day."""
        order = [one.wished.person for one in self.sittings()]
        at = order.index(person) if person in order else -1
        if at < 0 or not 0 <= at + by < len(order):
            return
        order.insert(at + by, order.pop(at))
        rows = {row.person: row for row in self.wish.rows}
        self.wish = replace(self.wish, rows=tuple(rows[each] for each in order))
        self.let_flow(person)

    def drop(self, person: int) -> None:
        self.choose([each for each in self.chosen if each != person])

    def keep(self, label: str, sittings: Sequence[Sitting]) -> tuple[Meeting, ...]:
        """Plans all of them as one step of undo; () when that is refused."""
        plan = beside(journeys.plan_day) if len(sittings) > MANY else journeys.plan_day
        found = self._session.do(label, plan, self.wish, sittings, self._session.now())
        self.planned = found if isinstance(found, tuple) else ()
        return self.planned

    def still_planned(self) -> tuple[Meeting, ...]:
        """What was planned here and was not taken back, as it is kept now."""
        kept = self._session.store.meetings.some([one.id for one in self.planned])
        return tuple(kept[one.id] for one in self.planned if one.id in kept)

    def _busy(self) -> Iterator[BusyTime]:
        """What the calendars say of these days, and a day more on either side: zones differ."""
        first, last = (
            datetime.combine(day, time()) for day in (self.wish.first_day, self.wish.last_day)
        )
        diary = self._session.diary.known()
        return diary.between(first - timedelta(days=1), last + timedelta(days=2))

    def _go_to(self, first: date, last: date) -> None:
        """Other days, with the hours of the first unless the user chose other ones."""
        before, after = (journeys.hours_on(self.me, day) for day in (self.wish.first_day, first))
        if (self.wish.first, self.wish.last) == (before.starts, before.ends):
            self.wish = replace(self.wish, first=after.starts, last=after.ends)
        self.wish = replace(self.wish, first_day=first, last_day=last)

    def _within(self, row: Row) -> Row:
        day = row.starts.date() if row.starts is not None else row.day
        if day is None or self.wish.first_day <= day <= self.wish.last_day:
            return row
        return replace(row, starts=None, day=None)

    def _change(self, person: int, **fields: object) -> None:
        rows = (
            replace(row, **fields) if row.person == person else row  # type: ignore[arg-type]
            for row in self.wish.rows
        )
        self.wish = replace(self.wish, rows=tuple(rows))
