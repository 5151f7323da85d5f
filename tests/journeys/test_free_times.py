"""When the user is free, held against a checker that looks at every minute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.busy import BusyTime
from planner.domain.diary import Diary
from planner.domain.me import CLOSED, Hours, Me
from planner.domain.meetings import Meeting, Place, State
from planner.domain.people import Person
from planner.domain.slots import Slot
from planner.domain.wall_time import kept_wall
from planner.journeys.free_times import free_times
from planner.storage.store import Store

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NOW = datetime(2026, 11, 22, 9, 30)  # a Sunday
MONDAY = date(2026, 11, 23)
LONDON = "Europe/London"
ALL_WEEK = (Hours(time(9), time(17)),) * 7
ME = Me(zone=LONDON, week=ALL_WEEK, per_week=14)
CHANGES = {  # a day on which the clocks change, by zone
    "Europe/London": (date(2027, 3, 28), date(2027, 10, 31)),
    "America/New_York": (date(2027, 3, 14), date(2027, 11, 7)),
    "Australia/Lord_Howe": (date(2027, 4, 4), date(2027, 10, 3)),
    "America/Santiago": (date(2027, 4, 4), date(2027, 9, 5)),
    "Africa/Cairo": (date(2027, 4, 30), date(2027, 10, 29)),
    "Asia/Kolkata": (date(2027, 3, 28),),
}
PLACES = (
    Place(name="The Wharf", address="12 Dock St"),
    Place(name="Their office", neutral=False),
    Place(name="Online", online=True),
)
COUNTED = (State.PROPOSED, State.AGREED, State.HELD)


@pytest.fixture
def maya(store: Store) -> Person:
    with store.transaction():
        store.places.add_many(PLACES)
        return store.people.add(Person(name="Maya"))


def meet(
    store: Store, person: Person, starts: datetime, place: str = "The Wharf", uid: str = ""
) -> int:
    with store.transaction():
        made = Meeting(person=person.id, starts=starts, zone=LONDON, place=place, uid=uid)
        return store.meetings.add(made).id


def free(store: Store, me: Me = ME, days: int = 1, **wishes: object) -> list[str]:
    asked: dict[str, object] = {"minutes": 45, "now": NOW, "step_minutes": 15} | wishes
    first = asked.pop("first_day", MONDAY)
    slots = free_times(store, me, first, days, **asked)  # type: ignore[arg-type]
    return [f"{slot.starts:%H:%M}" for slot in slots if slot.free]


def on(start: datetime, end: datetime, uid: str = "") -> Diary:
    return Diary([BusyTime(start, end, "Board", uid)])


def test_the_way_is_kept_free_before_and_after(store: Store, maya: Person) -> None:
    meet(store, maya, datetime(2026, 11, 23, 12))
    around = [at for at in free(store) if "10:30" <= at <= "13:30"]
    assert around == ["10:30", "10:45", "11:00", "13:00", "13:15", "13:30"]
    own = [at for at in free(store, place=PLACES[1]) if "10:30" <= at <= "13:30"]
    assert own == ["10:30", "10:45", "13:15", "13:30"]
    there = [at for at in free(store, place=PLACES[0]) if "11:00" <= at <= "13:00"]
    assert there == ["11:00", "11:15", "12:45", "13:00"]  # back to back


def test_a_place_by_its_name_alone_is_the_one_remembered(store: Store, maya: Person) -> None:
    meet(store, maya, datetime(2026, 11, 23, 12), "their OFFICE")
    assert "11:00" not in free(store) and "10:45" in free(store)


def test_the_way_is_kept_to_what_calendars_say(store: Store) -> None:
    noon = datetime(2026, 11, 23, 12)
    diary = on(noon, noon + 30 * MINUTE)
    assert [at for at in free(store, diary=diary) if "10:45" <= at <= "13:00"] == [
        *("10:45", "11:00", "12:45", "13:00"),
    ]
    online = free(store, diary=diary, place=PLACES[2])
    assert [at for at in online if "11:00" <= at <= "12:45"] == [
        *("11:00", "11:15", "12:30", "12:45"),
    ]


def test_an_all_day_event_takes_the_whole_day(store: Store) -> None:
    diary = on(datetime(2026, 11, 23), datetime(2026, 11, 24))
    assert free(store, diary=diary) == []


def test_our_own_1_2_1s_in_a_calendar_are_when_the_library_says(store: Store, maya: Person) -> None:
    moved = meet(store, maya, datetime(2026, 11, 23, 12), uid="ours@visavis")
    before = on(datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 11), "ours@visavis")
    assert "09:00" in free(store, diary=before)
    assert "12:00" not in free(store, diary=before)
    assert "12:00" in free(store, diary=before, moving=moved)
    theirs = on(datetime(2026, 11, 23, 9), datetime(2026, 11, 23, 11), "another")
    assert "09:00" not in free(store, diary=theirs)


def test_a_full_week_is_passed_over_unless_it_is_wanted(store: Store, maya: Person) -> None:
    me = replace(ME, per_week=2)
    first = meet(store, maya, datetime(2026, 11, 24, 12))
    sunday = meet(store, maya, datetime(2026, 11, 29, 12))  # still the same week
    found = free_times(store, me, MONDAY, 1, 45, NOW)
    assert {slot.starts.date() for slot in found} == {date(2026, 11, 30)}
    wanted = free_times(store, me, MONDAY, 1, 45, NOW, full_too=True)
    assert {slot.starts.date() for slot in wanted} == {MONDAY}
    for moving in (first, sunday):  # the one being moved does not count
        found = free_times(store, me, MONDAY, 1, 45, NOW, moving=moving)
        assert {slot.starts.date() for slot in found} == {MONDAY}


def test_days_off_have_no_times(store: Store) -> None:
    diary = Diary((), {MONDAY: "A holiday"})
    found = free_times(store, ME, MONDAY, 1, 45, NOW, diary=diary)
    assert {slot.starts.date() for slot in found} == {date(2026, 11, 24)}


def test_in_another_zone_the_hours_are_by_the_clock_there(store: Store, maya: Person) -> None:
    meet(store, maya, datetime(2026, 11, 23, 14))  # nine in New York
    found = free_times(store, ME, MONDAY, 1, 45, NOW, step_minutes=60, zone="America/New_York")
    assert [(f"{slot.starts:%H:%M}", slot.free) for slot in found][:3] == [
        *(("09:00", False), ("10:00", True), ("11:00", True)),
    ]
    assert {slot.zone for slot in found} == {"America/New_York"}


@dataclass(frozen=True)
class Case:
    """Everything that decides which times are free."""

    me: Me
    first: date
    until: date
    minutes: int
    step: int
    now: datetime
    meetings: tuple[Meeting, ...]
    moving: int  # place among the meetings, from 1; 0 for none
    busy: tuple[BusyTime, ...]
    days_off: frozenset[date]
    place: Place | None
    away: frozenset[date]


quarters = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    zone = draw(st.sampled_from(sorted(CHANGES)))
    change = draw(st.sampled_from(CHANGES[zone]))
    first = change - draw(st.integers(0, 4)) * DAY
    until = change + draw(st.integers(0, 4)) * DAY
    midnight = datetime.combine(change, time(0))

    def moment() -> datetime:
        return midnight + draw(st.integers(-4 * 288, 5 * 288)) * 5 * MINUTE

    def length(most: int = 60) -> timedelta:
        return draw(st.integers(1, most)) * 5 * MINUTE

    week = []
    for _ in range(7):
        starts, ends = sorted((draw(quarters), draw(quarters)))
        week.append(Hours(starts, ends) if draw(st.integers(0, 5)) else CLOSED)
    meetings = []
    for at in range(draw(st.integers(0, 4))):
        begun, where = kept_wall(moment(), draw(st.sampled_from((zone, LONDON, "Asia/Tokyo"))))
        meetings.append(
            Meeting(
                starts=begun,
                zone=where,
                minutes=length() // MINUTE,
                place=draw(st.sampled_from(("", "The Wharf", "Their office", "Online", "New"))),
                state=draw(st.sampled_from(list(State))),
                uid=f"ours-{at}",
            )
        )
    busy = []
    for _ in range(draw(st.integers(0, 5))):
        begins = moment()
        uid = draw(st.sampled_from(("", "another", "ours-0", "ours-1")))
        busy.append(BusyTime(begins, begins + length(300), "", uid))
    travel = st.sampled_from((0, 5, 15, 30))
    return Case(
        Me(
            zone=zone,
            week=tuple(week),
            per_week=draw(st.integers(1, 4)),
            travel_online=draw(travel),
            travel_neutral=draw(travel),
            travel_own=draw(travel),
        ),
        first,
        until,
        draw(st.sampled_from((5, 15, 30, 45, 60, 90, 240))),
        draw(st.sampled_from((15, 30, 45, 60))),
        moment(),
        tuple(meetings),
        draw(st.integers(0, len(meetings))),
        tuple(busy),
        frozenset(change + draw(st.integers(-3, 3)) * DAY for _ in range(draw(st.integers(0, 2)))),
        draw(st.sampled_from((None, *PLACES))),
        frozenset(change + draw(st.integers(-3, 3)) * DAY for _ in range(draw(st.integers(0, 2)))),
    )


@cache
def shown(zone: str, around: date) -> dict[datetime, list[datetime]]:
    """What clocks show in these days, and at which instants, minute by minute through UTC."""
    found: dict[datetime, list[datetime]] = {}
    instant = datetime.combine(around - 6 * DAY, time(0))
    while instant < datetime.combine(around + 7 * DAY, time(0)):
        wall = instant.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
        found.setdefault(wall, []).append(instant)
        instant += MINUTE
    return found


def kind(case: Case, place: Place | None) -> int:
    if place is not None and place.online:
        return case.me.travel_online
    if place is not None and not place.neutral:
        return case.me.travel_own
    return case.me.travel_neutral


def gap(case: Case, other: str) -> int:
    """Minutes there have to be between the wished one and another one."""
    there = next((place for place in PLACES if place.name == other), None)
    if case.place is not None and case.place is there and not there.online:
        return 0
    return max(kind(case, case.place), kind(case, there))


def checked(case: Case) -> Iterator[tuple[datetime, bool]]:
    """Every time to be told, and whether it is free."""
    around = min(day for day in CHANGES[case.me.zone] if abs((day - case.first).days) <= 4)
    clocks = shown(case.me.zone, around)
    walls = {instant: wall for wall, instants in clocks.items() for instant in instants}
    others = [each for n, each in enumerate(case.meetings, 1) if n != case.moving]
    planned = [each for each in others if each.state in (State.PROPOSED, State.AGREED)]
    ours = {each.uid for each in case.meetings}
    for wall in sorted(clocks):
        day = wall.date()
        monday = day - day.weekday() * DAY
        counted = [
            each
            for each in others
            if each.state in COUNTED and monday <= each.starts.date() <= monday + 6 * DAY
        ]
        hours = case.me.week[day.weekday()]
        opening, closing = (datetime.combine(day, at) for at in (hours.starts, hours.ends))
        if (
            not case.first <= day <= case.until
            or day in case.days_off
            or day in case.away
            or len(counted) >= case.me.per_week
            or not opening <= wall < closing
            or (wall - opening) % (case.step * MINUTE)
            or len(clocks[wall]) != 1
        ):
            continue
        start = clocks[wall][0]
        end = start + case.minutes * MINUTE
        if start < case.now or len(clocks[walls[end]]) != 1 or walls[end] > closing:
            continue
        taken = any(
            _meets(start, end, each.starts_utc, each.ends_utc, gap(case, each.place))
            for each in planned
        ) or any(
            _meets(start, end, each.start, each.end, kind(case, case.place))
            for each in case.busy
            if each.uid not in ours
        )
        yield wall, not taken


def _meets(start: datetime, end: datetime, begun: datetime, over: datetime, between: int) -> bool:
    """Whether any of these minutes, or of those on the way, is taken."""
    minute = start - between * MINUTE
    while minute < end + between * MINUTE:
        if begun <= minute < over:
            return True
        minute += MINUTE
    return False


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cases())
def test_every_time_is_what_a_look_at_every_minute_finds(
    store: Store, maya: Person, case: Case
) -> None:
    with store.transaction() as work:
        made = [replace(each, person=maya.id) for each in case.meetings]
        ids = [0, *(each.id for each in store.meetings.add_many(made))]
    try:
        known = {place.name: place for place in store.places.all()}
        slots = free_times(
            store,
            case.me,
            case.first,
            100,
            case.minutes,
            case.now,
            step_minutes=case.step,
            moving=ids[case.moving],
            place=known[case.place.name] if case.place else None,
            diary=Diary(case.busy, dict.fromkeys(case.days_off, "A holiday")),
            away=case.away,
            until=case.until,
        )
    finally:
        store.revert(work.change)
    assert [(slot.starts, slot.free) for slot in slots] == list(checked(case))
    assert all(isinstance(slot, Slot) and slot.zone == case.me.zone for slot in slots)
