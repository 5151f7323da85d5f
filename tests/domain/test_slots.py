"""Free starts for a 1-2-1, held against a checker that looks at every minute."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.me import CLOSED, OFFICE_WEEK, Hours
from planner.domain.slots import Busy, Slot, by_day, free_slots

MONDAY = date(2026, 11, 23)
LONG_AGO = datetime(2020, 1, 1)
MINUTE = timedelta(minutes=1)
AROUND_CHANGES = {  # a day before the clocks change, by zone
    "Europe/London": (date(2026, 3, 28), date(2026, 10, 24)),
    "Europe/Berlin": (date(2027, 3, 27), date(2026, 10, 24)),
    "America/New_York": (date(2026, 3, 7), date(2026, 10, 31)),
    "Australia/Lord_Howe": (date(2026, 4, 4), date(2026, 10, 3)),
    "Australia/Sydney": (date(2026, 4, 4), date(2026, 10, 3)),
    "America/Santiago": (date(2026, 4, 4), date(2026, 9, 5)),
    "Asia/Kolkata": (date(2026, 3, 28), date(2026, 10, 24)),
}


def offered(*busy: Busy, week: tuple[Hours, ...] = OFFICE_WEEK, **wishes: object) -> list[Slot]:
    asked: dict[str, object] = {
        "zone": "Europe/London",
        "first": MONDAY,
        "days": 1,
        "minutes": 45,
        "step_minutes": 60,
        "now": LONG_AGO,
    }
    return list(free_slots(busy, week, **(asked | wishes)))  # type: ignore[arg-type]


def times(slots: list[Slot]) -> list[str]:
    return [f"{slot.starts:%H:%M}" if slot.free else f"-{slot.starts:%H:%M}-" for slot in slots]


def test_a_day_from_opening_to_the_last_that_ends_before_closing() -> None:
    hours = (Hours(time(9), time(12)),) * 7
    assert times(offered(week=hours)) == ["09:00", "10:00", "11:00"]
    assert times(offered(week=hours, minutes=60)) == ["09:00", "10:00", "11:00"]
    assert times(offered(week=hours, minutes=61)) == ["09:00", "10:00"]
    assert times(offered(week=hours, step_minutes=45)) == ["09:00", "09:45", "10:30", "11:15"]


def test_what_is_on_shows_as_taken_and_its_edges_are_free() -> None:
    hours = (Hours(time(9), time(12)),) * 7
    busy = (datetime(2026, 11, 23, 9, 45), datetime(2026, 11, 23, 10, 30))
    slots = offered(busy, week=hours, step_minutes=15)
    assert times(slots) == [
        *("09:00", "-09:15-", "-09:30-", "-09:45-", "-10:00-", "-10:15-"),
        *("10:30", "10:45", "11:00", "11:15"),
    ]


def test_days_off_are_passed_over_and_not_counted() -> None:
    friday_on = offered(first=date(2026, 11, 27), days=2, step_minutes=240)
    assert [day for day, _ in by_day(friday_on)] == [date(2026, 11, 27), date(2026, 11, 30)]


def test_today_begins_now_and_a_day_that_is_over_does_not_count() -> None:
    slots = offered(now=datetime(2026, 11, 23, 14, 20))
    assert times(slots) == ["15:00", "16:00"]
    tomorrow = offered(now=datetime(2026, 11, 23, 16, 1))
    assert {slot.starts.date() for slot in tomorrow} == {date(2026, 11, 24)}


def test_a_week_without_hours_offers_nothing() -> None:
    assert offered(week=(CLOSED,) * 7, days=10) == []
    assert offered(days=0) == []
    assert offered(minutes=481) == []  # longer than the office is open


def test_one_short_day_a_week_is_found_every_week() -> None:
    week = (CLOSED,) * 6 + (Hours(time(10), time(11)),)
    days = [day for day, _ in by_day(offered(week=week, days=4))]
    assert days == [date(2026, 11, 29) + timedelta(weeks=n) for n in range(4)]


@pytest.mark.parametrize(
    ("zone", "day", "absent", "present"),
    [
        ("Europe/London", date(2026, 3, 29), {"01:00", "01:30"}, {"00:30", "02:00"}),
        ("Europe/London", date(2026, 10, 25), {"01:00", "01:30"}, {"00:00", "02:00"}),
        ("Australia/Lord_Howe", date(2026, 10, 4), {"02:00", "02:15"}, {"02:30"}),
        ("America/Santiago", date(2026, 9, 6), {"00:00", "00:45"}, {"01:00"}),
    ],
)
def test_times_skipped_or_shown_twice_are_not_offered(
    zone: str, day: date, absent: set[str], present: set[str]
) -> None:
    night = (Hours(time(0), time(5)),) * 7
    slots = offered(week=night, zone=zone, first=day, minutes=15, step_minutes=15)
    assert absent.isdisjoint(times(slots))
    assert present <= set(times(slots))


def test_days_off_full_weeks_and_what_is_after_the_last_day_are_passed_over() -> None:
    days = [day for day, _ in by_day(offered(days=9, days_off={MONDAY, date(2026, 11, 25)}))]
    assert days[:3] == [date(2026, 11, 24), date(2026, 11, 26), date(2026, 11, 27)]
    full = offered(days=6, full_weeks={MONDAY, date(2026, 12, 7)})
    assert [day for day, _ in by_day(full)] == [
        date(2026, 11, 30),
        *(date(2026, 12, day) for day in (1, 2, 3, 4, 14)),
    ]
    until = offered(days=9, until=date(2026, 11, 24))
    assert [day for day, _ in by_day(until)] == [MONDAY, date(2026, 11, 24)]


def test_a_year_of_days_off_is_not_the_end_of_looking() -> None:
    year = {MONDAY + timedelta(days=n) for n in range(366)}
    assert offered(days_off=year)[0].starts.date() == MONDAY + timedelta(days=366)


def test_with_something_soon_before_or_after_a_time_is_tight() -> None:
    busy = (datetime(2026, 11, 23, 12), datetime(2026, 11, 23, 13))
    tight = {f"{slot.starts:%H:%M}" for slot in offered(busy, step_minutes=15) if slot.tight}
    assert {"11:00", "13:00", "13:15"} <= tight  # from 11:00 to 11:45: fifteen minutes are left
    assert {"10:45", "13:30"}.isdisjoint(tight)  # half an hour is room enough


def test_what_else_is_on_may_be_asked_for() -> None:
    noon = datetime(2026, 11, 23, 12)
    slots = offered(also_free=lambda start, end: end <= noon)
    assert [f"{slot.starts:%H:%M}" for slot in slots if slot.free] == ["09:00", "10:00", "11:00"]


def brute_force(
    busy: list[Busy], hours: Hours, zone: str, day: date, minutes: int, step: int, now: datetime
) -> list[Slot]:
    """Every minute of the day by the clock of `zone`, minute by minute through UTC."""
    midnight = datetime.combine(day, time(0))
    shown: dict[datetime, list[datetime]] = {}
    instant = midnight - timedelta(hours=16)
    while instant < midnight + timedelta(hours=40):
        wall = instant.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None, fold=0)
        shown.setdefault(wall, []).append(instant)
        instant += MINUTE
    by_instant = {instant: wall for wall, all_of_it in shown.items() for instant in all_of_it}
    opening, closing = datetime.combine(day, hours.starts), datetime.combine(day, hours.ends)
    slots = []
    for wall in sorted(shown):
        on_grid = opening <= wall < closing and (wall - opening) // MINUTE % step == 0
        if not on_grid or len(shown[wall]) != 1 or shown[wall][0] < now:
            continue
        start = shown[wall][0]
        end = start + minutes * MINUTE
        if len(shown[by_instant[end]]) != 1 or by_instant[end] > closing:
            continue
        taken = any(
            begun <= start + n * MINUTE < over for begun, over in busy for n in range(minutes)
        )
        room = 30 * MINUTE
        near = any(
            begun < end + room and over > start - room for begun, over in busy if begun < over
        )
        slots.append(Slot(wall, not taken, zone, near))
    return slots


@st.composite
def wishes(draw: st.DrawFn) -> tuple[list[Busy], Hours, str, date, int, int, datetime]:
    zone = draw(st.sampled_from(sorted(AROUND_CHANGES)))
    day = draw(st.sampled_from(AROUND_CHANGES[zone])) + timedelta(days=draw(st.integers(0, 2)))
    quarters = draw(st.lists(st.integers(0, 95), min_size=2, max_size=2, unique=True))
    first, last = sorted(time(q // 4, q % 4 * 15) for q in quarters)
    near = datetime.combine(day, time(0)) + st_minutes(draw, -600, 1440)
    busy = []
    for _ in range(draw(st.integers(0, 4))):
        start = datetime.combine(day, time(0)) + st_minutes(draw, -900, 2000)
        busy.append((start, start + st_minutes(draw, 0, 300)))
    minutes = draw(st.sampled_from([5, 15, 30, 45, 60, 90, 240]))
    step = draw(st.sampled_from([15, 30, 45, 60]))
    return busy, Hours(first, last), zone, day, minutes, step, near


def st_minutes(draw: st.DrawFn, least: int, most: int) -> timedelta:
    return timedelta(minutes=draw(st.integers(least // 5, most // 5)) * 5)


@settings(max_examples=60, deadline=None)
@given(wishes())
def test_every_slot_is_what_a_look_at_every_minute_finds(
    wish: tuple[list[Busy], Hours, str, date, int, int, datetime],
) -> None:
    busy, hours, zone, day, minutes, step, now = wish
    week = tuple(hours if n == day.weekday() else CLOSED for n in range(7))
    found = free_slots(busy, week, zone, day, 1, minutes, step, now)
    expected = brute_force(busy, hours, zone, day, minutes, step, now)
    assert [slot for slot in found if slot.starts.date() == day] == expected
