"""A 1-2-1 day: back to back, around what is taken, over several days and clock changes."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.one_to_one_day import STEP, Day, Sitting, Taken, Wished, in_order, schedule
from planner.domain.wall_time import instants, unique, wall_of

LONDON = "Europe/London"
THURSDAY, FRIDAY = date(2026, 12, 3), date(2026, 12, 4)
MORNING = Day(THURSDAY, time(9), time(12))


def people(*ids: int, **fields: object) -> list[Wished]:
    return [Wished(id, 45, "The Wharf", 15, **fields) for id in ids]  # type: ignore[arg-type]


def times(sittings: tuple[Sitting, ...]) -> list[str]:
    return [f"{one.starts:%a %H:%M}" if one.starts else "-" for one in sittings]


def at(hour: int, minute: int = 0, day: date = THURSDAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


def test_people_follow_each_other_with_a_pause_until_the_day_is_over() -> None:
    assert times(schedule(people(1, 2, 3), [MORNING], LONDON)) == [
        *("Thu 09:00", "Thu 09:45", "Thu 10:30")
    ]
    found = schedule(people(1, 2, 3, 4), [MORNING], LONDON, pause=15)
    assert times(found) == ["Thu 09:00", "Thu 10:00", "Thu 11:00", "-"]
    assert found[0].ends == at(9, 45)


def test_the_next_day_takes_whoever_is_left_and_no_day_more_than_wished() -> None:
    days = [MORNING, Day(FRIDAY, time(10), time(18))]
    found = schedule(people(1, 2, 3, 4, 5), days, LONDON, at_most=2)
    assert times(found) == ["Thu 09:00", "Thu 09:45", "Fri 10:00", "Fri 10:45", "-"]


def test_what_is_taken_is_passed_over_with_the_way_to_it() -> None:
    dentist = Taken(at(9, 30), at(10), "Dentist")
    assert times(schedule(people(1, 2), [MORNING], LONDON, taken=[dentist])) == [
        *("Thu 10:15", "Thu 11:00")
    ]
    here = Taken(at(9, 30), at(10), "Ana", "the wharf", 30)
    assert times(schedule(people(1), [MORNING], LONDON, taken=[here])) == ["Thu 10:00"]


def test_another_place_needs_the_way_between_and_the_same_place_none() -> None:
    rows = [Wished(1, 45, "A", 15), Wished(2, 45, "B", 30), Wished(3, 45, "B", 30)]
    found = schedule(rows, [Day(THURSDAY, time(9), time(18))], LONDON, pause=5)
    assert times(found) == ["Thu 09:00", "Thu 10:15", "Thu 11:05"]
    online = [Wished(1, 45, "Online"), Wished(2, 45, "Zoom")]
    assert times(schedule(online, [MORNING], LONDON)) == ["Thu 09:00", "Thu 09:45"]


def test_a_time_of_ones_own_holds_and_the_others_go_around_it() -> None:
    rows = [*people(1), *people(2, starts=at(10, 0)), *people(3)]
    assert times(schedule(rows, [MORNING], LONDON)) == ["Thu 09:00", "Thu 10:00", "Thu 10:45"]
    early = [*people(1), *people(2, starts=at(9, 0)), *people(3)]
    found = schedule(early, [MORNING], LONDON)
    assert times(found) == ["Thu 09:45", "Thu 09:00", "Thu 10:30"]
    assert [one.wished.person for one in in_order(found)] == [2, 1, 3]


def test_what_a_chosen_time_clashes_with_is_said() -> None:
    lunch = Taken(at(10), at(11), "Lunch")
    rows = [*people(1, starts=at(10, 30)), *people(2, starts=at(11))]
    first, second = schedule(rows, [MORNING], LONDON, taken=[lunch])
    assert (first.clashes, first.crosses) == ((lunch,), (2,))
    assert (second.clashes, second.crosses) == ((), (1,))


def test_somebody_is_met_on_the_day_wished_for_them_and_sends_nobody_else_there() -> None:
    days = [MORNING, Day(FRIDAY, time(9), time(12))]
    rows = [*people(1), *people(2, day=FRIDAY), *people(3)]
    assert times(schedule(rows, days, LONDON)) == ["Thu 09:00", "Fri 09:00", "Thu 09:45"]


def test_nothing_begins_before_now() -> None:
    assert times(schedule(people(1), [MORNING], LONDON, now=at(9, 2))) == ["Thu 09:05"]


def test_times_are_of_the_place_and_no_hour_the_clocks_skip_is_chosen() -> None:
    night = Day(date(2027, 3, 28), time(0, 30), time(4))  # clocks go from 01:00 to 02:00
    found = schedule(people(1, 2, 3), [night], LONDON)
    assert times(found) == ["Sun 00:30", "Sun 02:15", "Sun 03:00"]
    assert found[0].ends == datetime(2027, 3, 28, 2, 15)
    taken = Taken(datetime(2026, 12, 3, 14), datetime(2026, 12, 3, 15))  # 9 to 10 in New York
    assert times(schedule(people(1), [MORNING], "America/New_York", taken=[taken])) == ["Thu 10:15"]


ZONES = {  # each with a day on which the clocks change
    "Europe/London": (date(2027, 3, 28), date(2026, 10, 25)),
    "America/New_York": (date(2027, 3, 14), date(2026, 11, 1)),
    "Australia/Lord_Howe": (date(2026, 10, 4), date(2027, 4, 4)),
    "Asia/Kolkata": (date(2026, 11, 22), date(2027, 3, 28)),
}
FIVES = st.integers(0, 5).map(lambda n: n * STEP)


@st.composite
def plans(draw: st.DrawFn) -> dict[str, object]:
    zone = draw(st.sampled_from(sorted(ZONES)))
    first = draw(st.sampled_from(ZONES[zone])) - timedelta(days=draw(st.integers(0, 1)))
    opening = draw(st.integers(0, 20))
    days = [
        Day(
            first + timedelta(days=n),
            time(opening),
            time(min(23, opening + draw(st.integers(1, 6)))),
        )
        for n in range(draw(st.integers(1, 3)))
    ]
    begins = datetime.combine(first, time(opening))
    rows = [
        Wished(
            person,
            draw(st.sampled_from((15, 30, 37, 45, 60))),
            draw(st.sampled_from(("", "A", "a ", "B"))),
            draw(FIVES),
            day=draw(st.sampled_from((None, None, None, days[-1].day))),
        )
        for person in range(1, draw(st.integers(0, 5)) + 1)
    ]
    taken = [
        Taken(
            start := begins + timedelta(minutes=draw(st.integers(-200, 2000))),
            start + timedelta(minutes=draw(st.integers(1, 200))),
            place=draw(st.sampled_from(("", "A"))),
            way=draw(FIVES),
        )
        for _ in range(draw(st.integers(0, 4)))
    ]
    return {
        "rows": rows,
        "days": days,
        "zone": zone,
        "pause": draw(FIVES),
        "at_most": draw(st.integers(0, 3)),
        "taken": taken,
        "now": begins + timedelta(minutes=draw(st.integers(-600, 200))),
    }


@settings(max_examples=150, deadline=None)
@given(plans())
def test_everybody_has_the_first_time_that_fits(plan: dict[str, object]) -> None:
    """Held against a checker that tries every time of every day."""
    rows, days, zone = plan["rows"], plan["days"], plan["zone"]
    pause, at_most, now = plan["pause"], plan["at_most"], plan["now"]
    found = schedule(rows, days, zone, pause=pause, at_most=at_most, taken=plan["taken"], now=now)  # type: ignore[arg-type]
    assert [one.wished for one in found] == rows
    before: list[tuple[Wished, datetime, datetime]] = []  # whom, wall time, start in UTC
    for one, sitting in zip(rows, found, strict=True):
        flowing = [wall.date() for each, wall, _ in before if each.day is None]
        fits = [
            wall
            for day in days  # type: ignore[attr-defined]
            if (day.day == one.day if one.day else day.day >= max(flowing, default=date.min))
            if not at_most or sum(wall.date() == day.day for _, wall, _ in before) < at_most
            for wall in _grid(day)
            if _fits(one, wall, day, plan, before)
        ]
        assert sitting.starts == next(iter(fits), None)
        if sitting.starts is not None:
            before.append((one, sitting.starts, instants(sitting.starts, str(zone))[0]))
        assert not (sitting.clashes or sitting.crosses)


def _grid(day: Day) -> list[datetime]:
    minutes = (day.last.hour - day.first.hour) * 60
    begins = datetime.combine(day.day, day.first)
    return [begins + timedelta(minutes=n) for n in range(0, minutes, STEP)]


def _fits(
    one: Wished,
    wall: datetime,
    day: Day,
    plan: dict[str, object],
    before: list[tuple[Wished, datetime, datetime]],
) -> bool:
    zone = str(plan["zone"])
    if not unique(wall, zone):
        return False
    start = instants(wall, zone)[0]
    end = start + timedelta(minutes=one.minutes)
    if start < plan["now"] or not unique(wall_of(end, zone), zone):  # type: ignore[operator]
        return False
    if wall_of(end, zone) > datetime.combine(day.day, day.last):
        return False
    for other in plan["taken"]:  # type: ignore[attr-defined]
        way = timedelta(minutes=_way(one, other, 0))
        if start < other.end + way and other.start - way < end:
            return False
    for other, their_wall, theirs in before:
        way = timedelta(minutes=_way(one, other, int(str(plan["pause"]))))
        over = theirs + timedelta(minutes=other.minutes)
        if their_wall.date() == wall.date() and start < over + way:
            return False
        if start < over + way and theirs - way < end:
            return False
    return True


def _way(one: Wished, other: Wished | Taken, pause: int) -> int:
    here, there = one.place.strip().lower(), other.place.strip().lower()
    return max(pause, 0 if here and here == there else max(one.way, other.way))
