"""When somebody is taken, by what an event says: worked out by hand, in UTC."""

from __future__ import annotations

from datetime import datetime

import pytest

from tests.calendar.calendars import (
    END,
    START,
    calendar,
    event,
    reading,
    reasons,
    times,
)

AT_NINE = "DTSTART;TZID=Europe/Berlin:20261201T090000\nDTEND;TZID=Europe/Berlin:20261201T100000"
WEEKLY = f"{AT_NINE}\nRRULE:FREQ=WEEKLY;COUNT=4"


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        (AT_NINE, ["12-01 08:00-09:00"]),
        ("DTSTART:20261201T090000Z\nDTEND:20261201T093000Z", ["12-01 09:00-09:30"]),
        ("DTSTART:20261201T090000\nDTEND:20261201T093000", ["12-01 08:00-08:30"]),
        ("DTSTART:20261201T090000Z\nDURATION:PT1H30M", ["12-01 09:00-10:30"]),
        ("DTSTART:20261201T090000Z\nDURATION:P1DT1H", ["12-01 09:00-12-02 10:00"]),
        ("DTSTART:20261201T090000Z\nDURATION:P1W", ["12-01 09:00-12-08 09:00"]),
        ("DTSTART:20261201T090000Z", []),
        ("DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\nDURATION:PT1H", ["12-01 09:00-10:00"]),
        ("DTSTART:20261201T090000Z\nDTEND:20261201T100000Z\nDURATION:PT0S", ["12-01 09:00-10:00"]),
        ("DTSTART:20261201T090000Z\nDTEND:20261201T090000Z", []),
        ("DTSTART;VALUE=DATE:20261201", ["11-30 23:00-12-01 23:00"]),
        ("DTSTART:20261201", ["11-30 23:00-12-01 23:00"]),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261203", ["11-30 23:00-12-02 23:00"]),
        ("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261201", ["11-30 23:00-12-01 23:00"]),
        ("DTSTART;VALUE=DATE:20261201\nDURATION:P2D", ["11-30 23:00-12-02 23:00"]),
        (f"{AT_NINE}\nTRANSP:TRANSPARENT", []),
        (f"{AT_NINE}\nTRANSP:OPAQUE", ["12-01 08:00-09:00"]),
        (f"{AT_NINE}\nX-MICROSOFT-CDO-BUSYSTATUS:FREE", []),
        (f"{AT_NINE}\nX-MICROSOFT-CDO-BUSYSTATUS:OOF", ["12-01 08:00-09:00"]),
        (f"{AT_NINE}\nSTATUS:CANCELLED", []),
        (f"{AT_NINE}\nSTATUS:TENTATIVE", ["12-01 08:00-09:00"]),
        ("dtstart:20261201T090000Z\ndtend:20261201T093000Z", ["12-01 09:00-09:30"]),
        (  # a flight: its ends are in two zones
            "DTSTART;TZID=Europe/Berlin:20261201T100000\nDTEND;TZID=America/New_York:20261201T130000",
            ["12-01 09:00-18:00"],
        ),
        (  # begun before the span, over after it
            "DTSTART:20200101T000000Z\nDTEND:20300101T000000Z",
            ["01-01 00:00-01-01 00:00"],
        ),
        ("DTSTART:20261031T230000Z\nDTEND:20261101T000000Z", []),  # over as the span begins
        ("DTSTART:20270201T000000Z\nDTEND:20270201T010000Z", []),  # begins as the span ends
    ],
)
def test_one_event(lines: str, taken: list[str]) -> None:
    found = reading(lines)
    assert times(found) == taken
    assert found.events == 1
    assert found.skipped == ()


@pytest.mark.parametrize(
    ("lines", "taken"),
    [
        (WEEKLY, ["12-01", "12-08", "12-15", "12-22"]),
        (f"{WEEKLY}\nEXDATE;TZID=Europe/Berlin:20261208T090000", ["12-01", "12-15", "12-22"]),
        (f"{WEEKLY}\nEXDATE:20261208T080000Z", ["12-01", "12-15", "12-22"]),
        (f"{WEEKLY}\nEXDATE:20261208T090000", ["12-01", "12-15", "12-22"]),
        (f"{WEEKLY}\nEXDATE;VALUE=DATE:20261208", ["12-01", "12-15", "12-22"]),
        (f"{WEEKLY}\nEXDATE;VALUE=DATE:20261201,20261208", ["12-15", "12-22"]),
        (f"{WEEKLY}\nEXRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=2", ["12-08", "12-22"]),
        (
            f"{WEEKLY}\nRDATE;TZID=Europe/Berlin:20261203T090000,20261204T090000",
            ["12-01", "12-03", "12-04", "12-08", "12-15", "12-22"],
        ),
        (f"{AT_NINE}\nRDATE:20261203T080000Z", ["12-01", "12-03"]),
        (f"{AT_NINE}\nRRULE:FREQ=WEEKLY;UNTIL=20261208T080000Z", ["12-01", "12-08"]),
        (f"{AT_NINE}\nRRULE:FREQ=WEEKLY;UNTIL=20261208T075959Z", ["12-01"]),
        (f"{AT_NINE}\nRRULE:FREQ=WEEKLY;UNTIL=20261208T090000", ["12-01", "12-08"]),
        (  # the first time counts even where the rule does not have it
            f"{AT_NINE}\nRRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20261210T000000Z",
            ["12-01", "12-02", "12-09"],
        ),
        (f"{AT_NINE}\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", ["12-01"]),
        (f"{AT_NINE}\nRRULE:FREQ=MONTHLY;RSCALE=GREGORIAN;COUNT=2", ["12-01", "01-01"]),
        (f"{AT_NINE}\nRRULE:FREQ=MINUTELY;INTERVAL=720;COUNT=3", ["12-01", "12-01", "12-02"]),
    ],
)
def test_what_repeats(lines: str, taken: list[str]) -> None:
    found = reading(lines)
    assert [each[:5] for each in times(found)] == taken
    assert found.skipped == ()


def test_a_series_keeps_its_wall_time_over_clock_changes() -> None:
    lines = AT_NINE.replace("20261201", "20261012") + "\nRRULE:FREQ=WEEKLY;COUNT=3"
    found = reading(lines, start=datetime(2026, 10, 1))
    assert times(found) == ["10-12 07:00-08:00", "10-19 07:00-08:00", "10-26 08:00-09:00"]


def test_a_time_that_clocks_jump_over_counts_from_before_and_one_shown_twice_is_the_first() -> None:
    spring = "DTSTART;TZID=Europe/Berlin:20270328T023000\nDURATION:PT1H"
    autumn = "DTSTART;TZID=Europe/Berlin:20261025T023000\nDURATION:PT1H"
    year = {"start": datetime(2026, 1, 1), "end": datetime(2028, 1, 1)}
    assert times(reading(spring, **year)) == ["03-28 01:30-02:30"]
    assert times(reading(autumn, **year)) == ["10-25 00:30-01:30"]


def test_an_all_day_series_leaves_out_what_is_written_as_a_time() -> None:
    lines = "DTSTART;VALUE=DATE:20261201\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20261202T000000Z"
    assert times(reading(lines)) == ["11-30 23:00-12-01 23:00", "12-02 23:00-12-03 23:00"]


def test_a_period_among_the_dates_has_its_own_length() -> None:
    lines = AT_NINE + "\nRDATE;VALUE=PERIOD:20261203T080000Z/PT3H,20261204T080000Z/20261204T083000Z"
    assert times(reading(lines)) == ["12-01 08:00-09:00", "12-03 08:00-11:00", "12-04 08:00-08:30"]


@pytest.mark.parametrize("zone", ["", ";TZID=America/New_York"])
def test_a_period_of_days_lasts_from_midnight_to_midnight_where_the_event_is(zone: str) -> None:
    lines = f"{AT_NINE}\nRDATE;VALUE=PERIOD{zone}:20261203/20261204"
    midnight = "05:00" if zone else "23:00"
    first, last = ("12-03", "12-04") if zone else ("12-02", "12-03")
    assert times(reading(lines))[1] == f"{first} {midnight}-{last} {midnight}"


def changed(recurrence: str, *lines: str) -> bytes:
    """A weekly series of four and a change to it."""
    return calendar(event(*WEEKLY.splitlines()), event(recurrence, *lines, summary="Moved"))


@pytest.mark.parametrize(
    ("data", "taken"),
    [
        (
            changed(
                "RECURRENCE-ID;TZID=Europe/Berlin:20261208T090000",
                "DTSTART:20261209T120000Z",
                "DTEND:20261209T130000Z",
            ),
            ["12-01 08:00-09:00", "12-09 12:00-13:00", "12-15 08:00-09:00", "12-22 08:00-09:00"],
        ),
        (  # the time it had, in UTC
            changed("RECURRENCE-ID:20261208T080000Z", "DTSTART:20270501T120000Z", "DURATION:PT1H"),
            ["12-01 08:00-09:00", "12-15 08:00-09:00", "12-22 08:00-09:00"],
        ),
        (
            changed("RECURRENCE-ID:20261208", "DTSTART:20261209T120000Z", "DURATION:PT1H"),
            ["12-01 08:00-09:00", "12-09 12:00-13:00", "12-15 08:00-09:00", "12-22 08:00-09:00"],
        ),
        (
            changed("RECURRENCE-ID:20261208T080000Z", "DTSTART:20261208", "STATUS:CANCELLED"),
            ["12-01 08:00-09:00", "12-15 08:00-09:00", "12-22 08:00-09:00"],
        ),
        (
            changed(
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T080000Z",
                "DTSTART;TZID=Europe/Berlin:20261216T110000",
                "DTEND;TZID=Europe/Berlin:20261216T113000",
            ),
            ["12-01 08:00-09:00", "12-08 08:00-09:00", "12-16 10:00-10:30", "12-23 10:00-10:30"],
        ),
        (
            changed(
                "RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T080000Z",
                "DTSTART;TZID=Europe/Berlin:20261215T090000",
                "STATUS:CANCELLED",
            ),
            ["12-01 08:00-09:00", "12-08 08:00-09:00"],
        ),
        (  # moved into the span from outside of it
            calendar(
                event("DTSTART:20260105T080000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=4"),
                event(
                    "RECURRENCE-ID:20260112T080000Z", "DTSTART:20261201T080000Z", "DURATION:PT1H"
                ),
            ),
            ["12-01 08:00-09:00"],
        ),
        (  # a change whose series is in another file
            calendar(
                event("RECURRENCE-ID:20261208T080000Z", "DTSTART:20261209T120000Z", "DURATION:PT1H")
            ),
            ["12-09 12:00-13:00"],
        ),
    ],
)
def test_changes_of_single_times(data: bytes, taken: list[str]) -> None:
    found = reading(data)
    assert times(found) == taken
    assert found.skipped == ()


def test_the_newest_version_stands_and_the_older_is_said() -> None:
    old, new = (
        event(f"DTSTART:2026120{day}T080000Z", "DURATION:PT1H", f"SEQUENCE:{number}")
        for day, number in ((1, 0), (2, 3))
    )
    for data in (calendar(old, new), calendar(new, old)):
        found = reading(data)
        assert times(found) == ["12-02 08:00-09:00"]
        assert "newer version" in reasons(found)


def test_events_that_share_a_uid_by_mistake_are_both_read_and_that_is_said() -> None:
    found = reading(
        calendar(
            event("DTSTART:20261201T080000Z", "DURATION:PT1H"),
            event("DTSTART:20261202T080000Z", "DURATION:PT1H"),
        )
    )
    assert times(found) == ["12-01 08:00-09:00", "12-02 08:00-09:00"]
    assert "UID" in reasons(found)


def test_one_event_in_two_wordings_or_twice_is_taken_once_and_said() -> None:
    event_as = [event(*AT_NINE.splitlines(), summary=words) for words in ("Lunch", "Lunch", "Tea")]
    assert "once more" in reasons(reading(calendar(*event_as[:2])))
    found = reading(calendar(*event_as[1:]))
    assert [each.summary for each in found.busy] == ["Tea"]
    assert "in other words" in reasons(found)


def test_a_cancellation_frees_the_time_also_within_one_file() -> None:
    asked = calendar("METHOD:REQUEST", event(*AT_NINE.splitlines()))
    called_off = calendar("METHOD:CANCEL", event(*AT_NINE.splitlines(), "SEQUENCE:1"))
    assert times(reading(asked)) == ["12-01 08:00-09:00"]
    assert times(reading(called_off)) == []
    assert times(reading(asked + called_off)) == []


def test_what_the_user_declined_does_not_take_them() -> None:
    lines = f"{AT_NINE}\nATTENDEE;PARTSTAT=DECLINED:MAILTO:Sam@Example.com"
    assert times(reading(lines)) == ["12-01 08:00-09:00"]
    assert times(reading(lines, mine=frozenset({"sam@example.com"}))) == []
    assert times(reading(lines, mine=frozenset({"ann@example.com"}))) == ["12-01 08:00-09:00"]


def test_free_busy_files_say_busy_times() -> None:
    found = reading(
        calendar(
            "BEGIN:VFREEBUSY",
            "DTSTART:20261201T000000Z",
            "DTEND:20270101T000000Z",
            "FREEBUSY:20261201T080000Z/PT1H,20261202T080000Z/20261202T090000Z",
            "FREEBUSY;FBTYPE=FREE:20261203T080000Z/PT1H",
            "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261204T080000Z/PT1H",
            "END:VFREEBUSY",
        )
    )
    assert found.events == 0
    assert times(found) == ["12-01 08:00-09:00", "12-02 08:00-09:00", "12-04 08:00-09:00"]


def test_uid_and_summary_come_along_as_written() -> None:
    long = "on and on " * 200
    words = f" A\\, b\\nc \\; {long}"
    found = reading(calendar(event(*AT_NINE.splitlines(), uid="u@x", summary=words)))
    (busy,) = found.busy
    assert (busy.uid, busy.summary) == ("u@x", f" A, b\nc ; {long}")
    assert busy.title.startswith("A, b c ; on and on on")
    assert busy.title.endswith("…")
    assert len(busy.title) <= 300


def test_several_calendars_in_one_file() -> None:
    one = calendar(event(*AT_NINE.splitlines(), uid="1"))
    other = calendar(event("DTSTART:20261202T080000Z", "DURATION:PT1H", uid="2"))
    found = reading(one + other)
    assert found.events == 2
    assert times(found) == ["12-01 08:00-09:00", "12-02 08:00-09:00"]
    assert found.skipped == ()


def test_alarms_and_tasks_are_no_events() -> None:
    alarm = "BEGIN:VALARM\nTRIGGER:-PT15M\nSUMMARY:Alarm\nDURATION:PT9H\nEND:VALARM"
    found = reading(
        calendar(
            event(*AT_NINE.splitlines(), alarm),
            "BEGIN:VTODO\nDTSTART:20261203T080000Z\nDUE:20261203T090000Z\nEND:VTODO",
        )
    )
    assert (found.events, times(found)) == (1, ["12-01 08:00-09:00"])
    assert found.busy[0].summary == "Met"


def test_progress_is_told_and_may_end_the_reading() -> None:
    from planner.calendar.busy import read_busy

    data = calendar(*(event(*AT_NINE.splitlines(), uid=str(n)) for n in range(1000)))
    told: list[tuple[int, int]] = []
    read_busy(data, "x", "UTC", START, END, tell=lambda done, of: told.append((done, of)))
    assert len(told) > 5
    assert all(0 <= done <= of for done, of in told)

    class Stopped(Exception):
        pass

    def stop(done: int, of: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read_busy(data, "x", "UTC", START, END, tell=stop)
