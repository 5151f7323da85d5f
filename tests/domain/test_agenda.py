"""Days as a calendar shows them: what is on, what is taken, and what is left between."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.agenda import LEAST_FREE, Day, Stretch, lay_out
from planner.domain.busy import BusyTime
from planner.domain.diary import Diary
from planner.domain.me import CLOSED, OFFICE_WEEK, Hours
from planner.domain.meetings import Meeting, State
from planner.domain.trips import Trip

LONDON = "Europe/London"
MONDAY = date(2026, 11, 23)
LONG_AGO = datetime(2026, 1, 1)


def at(hour: int, minute: int = 0, day: date = MONDAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


def busy(start: datetime, end: datetime, summary: str = "", uid: str = "") -> BusyTime:
    """Wall time in London, as every time in these tests."""
    utc = [
        wall.replace(tzinfo=ZoneInfo(LONDON)).astimezone(UTC).replace(tzinfo=None)
        for wall in (start, end)
    ]
    return BusyTime(utc[0], utc[1], summary, uid)


def met(starts: datetime, **fields: object) -> Meeting:
    return replace(Meeting(id=1, person=1, starts=starts, zone=LONDON), **fields)  # type: ignore[arg-type]


def one_day(
    *meetings: Meeting,
    taken: tuple[BusyTime, ...] = (),
    day: date = MONDAY,
    now: datetime = LONG_AGO,
    off: str = "",
) -> Day:
    diary = Diary(taken, {day: off} if off else None)
    ours = {meeting.uid for meeting in meetings}
    (found,) = lay_out(day, 1, meetings, diary, OFFICE_WEEK, LONDON, now, ours)
    return found


def spans(of: tuple[Stretch, ...]) -> list[str]:
    return [f"{one.starts:%H:%M}-{one.ends:%H:%M}" for one in of]


def test_a_free_day_is_free_within_the_users_hours() -> None:
    assert spans(one_day().free) == ["09:00-17:00"]
    assert one_day(day=date(2026, 11, 22)).free == ()  # a Sunday
    trip = Trip(city="Manchester", starts=MONDAY, ends=MONDAY)
    days = lay_out(MONDAY, 2, (), Diary(), OFFICE_WEEK, LONDON, LONG_AGO, trips=[trip])
    assert [day.town for day in days] == ["Manchester", ""]
    christmas = one_day(off="Christmas Day")
    assert (christmas.free, christmas.off) == ((), "Christmas Day")


def test_what_is_on_leaves_gaps_of_an_ordinary_1_2_1_and_more() -> None:
    day = one_day(
        met(at(10)),
        taken=(busy(at(8), at(9, 30)), busy(at(12), at(13)), busy(at(12, 30), at(16, 30))),
    )
    assert spans(day.free) == ["10:45-12:00"]


def test_one_called_off_takes_no_time_but_is_shown() -> None:
    day = one_day(met(at(10), state=State.CANCELLED))
    assert spans(day.free) == ["09:00-17:00"]
    assert [one.starts for one in day.meetings] == [at(10)] and day.planned == ()


def test_today_is_free_from_the_next_quarter_of_an_hour() -> None:
    assert spans(one_day(now=at(11, 7)).free) == ["11:15-17:00"]
    assert one_day(now=at(16, 31)).free == ()


def test_the_users_own_1_2_1_in_their_calendar_is_not_told_twice() -> None:
    own = busy(at(10), at(10, 45), "1-2-1 with Maya", uid="own@visavis")
    day = one_day(met(at(10), uid="own@visavis"), taken=(own,))
    assert day.taken == ()


def test_a_copy_of_one_that_moved_to_other_days_takes_nobody() -> None:
    old = busy(at(10), at(10, 45), "1-2-1 with Maya", uid="own@visavis")
    told = (MONDAY, 1, (), Diary((old,)), OFFICE_WEEK, LONDON, LONG_AGO)
    (day,) = lay_out(*told, {"own@visavis"})
    assert (day.taken, spans(day.free)) == ((), ["09:00-17:00"])


def test_what_ends_in_the_hour_shown_twice_is_shown() -> None:
    begins = datetime(2026, 10, 25, 0, 45)  # UTC: 01:45 in London, and half an hour later 01:15
    late = BusyTime(begins, begins + timedelta(minutes=30), "Night shift")
    day = one_day(taken=(late,), day=begins.date())
    assert spans(day.taken) == ["01:45-02:00"]


def test_what_lasts_over_midnight_belongs_to_both_days() -> None:
    night = busy(at(22), at(1, day=MONDAY + timedelta(days=1)), "Night train")
    first, second = lay_out(MONDAY, 2, (), Diary((night,)), OFFICE_WEEK, LONDON, LONG_AGO)
    assert spans(first.taken) == ["22:00-00:00"] and spans(second.taken) == ["00:00-01:00"]
    assert not first.taken[0].whole_day


def test_a_whole_day_taken_stands_first() -> None:
    fair = busy(at(0), at(0, day=MONDAY + timedelta(days=1)), "Trade fair")
    day = one_day(taken=(busy(at(0, 30), at(1)), fair))
    assert [one.summary for one in day.taken] == ["Trade fair", ""]
    assert day.taken[0].whole_day and day.free == ()


def test_a_1_2_1_elsewhere_belongs_to_the_day_the_clocks_show_there() -> None:
    there = met(at(20), zone="America/New_York")  # in London it is Tuesday by then
    assert len(one_day(there).meetings) == 1


@given(
    st.lists(
        st.tuples(st.integers(0, 24 * 60 - 1), st.integers(1, 300)).map(
            lambda part: busy(
                at(0) + timedelta(minutes=part[0]), at(0) + timedelta(minutes=sum(part))
            )
        ),
        max_size=6,
    ),
    st.sampled_from([MONDAY, date(2026, 10, 25), date(2026, 3, 29)]),
)
def test_what_is_free_is_taken_by_nothing_and_what_is_left_out_is_short(
    taken: list[BusyTime], day: date
) -> None:
    """Minute by minute, on days the clocks change as well."""
    shift = timedelta(days=(day - MONDAY).days)
    taken = [replace(one, start=one.start + shift, end=one.end + shift) for one in taken]
    week = (Hours(time(9), time(17)),) * 7
    (found,) = lay_out(day, 1, (), Diary(taken), week, LONDON, LONG_AGO)
    zone = ZoneInfo(LONDON)

    def is_taken(wall: datetime) -> bool:
        utc = wall.replace(tzinfo=zone).astimezone(UTC).replace(tzinfo=None)
        return any(one.start <= utc < one.end for one in taken)

    minutes = [datetime.combine(day, time(9)) + timedelta(minutes=n) for n in range(480)]
    inside = [any(one.starts <= m < one.ends for one in found.free) for m in minutes]
    run = 0
    for minute, free in zip(minutes, inside, strict=True):
        assert not (free and is_taken(minute))
        run = 0 if free or is_taken(minute) else run + 1
        assert run < LEAST_FREE


def test_days_off_in_the_week_have_nothing_free() -> None:
    week = (CLOSED,) * 7
    assert all(not one.free for one in lay_out(MONDAY, 7, (), Diary(), week, LONDON, LONG_AGO))
