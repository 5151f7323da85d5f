"""Files made to take for ever: read within seconds, what was refused said, the rest kept.

Times allowed are many times what they take, for machines that are busy with something else.
"""

from __future__ import annotations

import random
import time

import pytest

from tests.calendar.calendars import WEST_EUROPE, calendar, event, reading, reasons, times

LONGEST = 25.0  # seconds
GOOD = event("DTSTART:20261201T080000Z", "DURATION:PT1H", uid="good")


def series(rule: str, uid: str = "bomb", start: str = "20200101T000000Z") -> str:
    return event(f"DTSTART:{start}", "DURATION:PT1M", f"RRULE:{rule}", uid=uid, summary="Bomb")


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY;INTERVAL=7",
        "FREQ=SECONDLY;COUNT=2000000000",
        "FREQ=SECONDLY;UNTIL=99991231T235959Z",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10;BYMINUTE=0,1,2,3,4,5,6,7,8,9;BYSECOND=0,1,2,3",
    ],
)
def test_a_bomb_is_refused_and_the_rest_kept(rule: str) -> None:
    found = reading(calendar(series(rule), GOOD))
    assert times(found) == ["12-01 08:00-09:00"]
    assert found.events == 2
    assert [each.where for each in found.skipped] == ["line 4, “Bomb”"]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MINUTELY;INTERVAL=1440", 92),
        ("FREQ=SECONDLY;INTERVAL=86400", 92),
        ("FREQ=MINUTELY;INTERVAL=30", 92 * 48),
        ("FREQ=MINUTELY;INTERVAL=90;BYHOUR=9,10,11,12,13,14,15,16", 92 * 6),
        ("FREQ=MINUTELY;INTERVAL=7;BYMINUTE=0,10,20,30,40,50", 1892),  # 144 minutes, each 7th
    ],
)
def test_what_counts_in_minutes_and_comes_seldom_is_no_bomb(rule: str, days: int) -> None:
    found = reading(calendar(series(rule)))
    assert (len(found.busy), found.skipped) == (days, ())


def test_what_never_comes_is_no_bomb() -> None:
    rules = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=4"
    found = reading(calendar(*(series(rule, rule) for rule in rules), GOOD))
    assert times(found) == ["12-01 08:00-09:00"]
    assert (found.events, found.skipped) == (3, ())


def every(*rules: str, count: int = 3000) -> bytes:
    starts = "00010101T000000Z", "20200101T000000Z", "20261101T000000Z"
    bombs = [
        series(rules[n % len(rules)], uid=str(n), start=starts[n % len(starts)])
        for n in range(count)
    ]
    return calendar(*bombs, GOOD)


FILES = {
    "endless": lambda: every("FREQ=SECONDLY", "FREQ=MINUTELY"),
    "long": lambda: every("FREQ=SECONDLY;COUNT=999999999", "FREQ=MINUTELY;UNTIL=20991231T000000Z"),
    "never": lambda: every(
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    ),
    "hourly": lambda: every("FREQ=HOURLY", "FREQ=HOURLY;BYMONTHDAY=30;BYMONTH=2;COUNT=3"),
    "places": lambda: every("FREQ=SECONDLY;BYSETPOS=-1;BYSECOND=" + numbers(0, 60)),
    "days": lambda: every("FREQ=YEARLY;BYYEARDAY=" + numbers(1, 367), "FREQ=WEEKLY;COUNT=9"),
    "times a day": lambda: every(
        f"FREQ=DAILY;BYSETPOS=1;BYHOUR={numbers(0, 24)};BYMINUTE={numbers(0, 60)};"
        f"BYSECOND={numbers(0, 60)}"
    ),
    "dates": lambda: beside("DTSTART:20261202T080000Z", "RDATE:" + "20261201T080000Z," * 100_000),
    "but dates": lambda: beside("DTSTART:20261202T080000Z", *["EXDATE:20261201T080000Z"] * 50_000),
    "begun": lambda: calendar(GOOD, "BEGIN:VEVENT\n" * 30_000),
    "deep": lambda: calendar(GOOD, "BEGIN:X-DEEP\n" * 30_000),
    "deep inside": lambda: beside("BEGIN:VALARM\n" * 30_000),
    "ended": lambda: calendar(*["END:VEVENT"] * 100_000, GOOD),
    "wide": lambda: beside("DESCRIPTION:" + "x" * 10_000_000, "X-A;B=" + '"' * 200_000),
    "named": lambda: beside("DTSTART;TZID=" + "A" * 1_000_000 + ":20261201T080000"),
    "no lines": lambda: beside("X" * 1_000_000, *[":"] * 50_000),
    "folds": lambda: beside("DTSTART:20261203T080000Z", " \n" * 500_000),
    "zones": lambda: calendar(
        *(
            WEST_EUROPE.format(name=f"Zone {n}").replace("YEARLY", "SECONDLY") for n in range(300)
        ),
        *(event(f"DTSTART;TZID=Zone {n}:20261203T080000", uid=str(n)) for n in range(300)),
        GOOD,
    ),
    "long zones": lambda: calendar(
        *(
            WEST_EUROPE.format(name=f"Zone {n}").replace("INTERVAL=1", "COUNT=9999").replace(
                "BYDAY=-1SU;BYMONTH=10", "BYDAY=SU").replace("YEARLY", "MONTHLY")
            for n in range(300)
        ),
        *(
            event(f"DTSTART;TZID=Zone {n % 300}:{1700 + n % 299}1203T080000", uid=str(n))
            for n in range(30_000)
        ),
        GOOD,
    ),
    "many zones": lambda: calendar(
        *(WEST_EUROPE.format(name=f"Zone {n}") for n in range(5000)),
        *(event(f"DTSTART;TZID=Zone {n}:20261203T080000", uid=str(n)) for n in range(5000)),
        GOOD,
    ),
    "one name": lambda: calendar(
        GOOD,
        *(
            event(f"DTSTART:20{10 + n % 80}{1 + n % 12:02}{1 + n % 28:02}T{n % 24:02}0000Z", "X:Y")
            for n in range(20_000)
        ),
    ),
    "too many": lambda: calendar(GOOD, *["BEGIN:VEVENT\nEND:VEVENT"] * 400_000),
    "changes": lambda: calendar(
        series("FREQ=DAILY"),
        *(
            event(f"RECURRENCE-ID;RANGE=THISANDFUTURE:2026{1 + n % 12:02}{1 + n % 28:02}T000000Z",
                  "DTSTART:20261203T080000Z", "DURATION:PT1M", uid="bomb")
            for n in range(5000)
        ),
        GOOD,
    ),
}  # fmt: skip


def numbers(first: int, end: int) -> str:
    return ",".join(map(str, range(first, end)))


def beside(*lines: str) -> bytes:
    return calendar(event(*lines, uid="odd"), GOOD)


@pytest.mark.parametrize("name", FILES)
def test_files_made_to_take_for_ever(name: str) -> None:
    data = FILES[name]()
    begun = time.perf_counter()
    found = reading(data)
    assert time.perf_counter() - begun < LONGEST
    assert "12-01 08:00-09:00" in times(found)


def test_any_change_to_any_byte_is_survived() -> None:
    """Pieces of a file that has everything, cut, doubled and overwritten at random."""
    from tests.calendar.test_busy import WEEKLY

    whole = calendar(
        "METHOD:PUBLISH",
        WEST_EUROPE.format(name="Custom"),
        event(*WEEKLY.splitlines(), "EXDATE:20261208T080000Z", "RDATE:20261203/P1D", uid="1"),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T080000Z", "DTSTART:20261216", uid="1"),
        event("DTSTART;TZID=Custom:20261201T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY", uid="2"),
        event("DTSTART;VALUE=DATE:20261201", "BEGIN:VALARM", "TRIGGER:-PT5M", "END:VALARM"),
        "BEGIN:VFREEBUSY\nFREEBUSY:20261201T080000Z/PT1H\nEND:VFREEBUSY",
    )
    chance = random.Random(20261122)
    pieces = [
        b"\r\n",
        b"\r\n ",
        b":",
        b";",
        b'"',
        b"=",
        b",",
        b"/",
        b"\0",
        b"\xff",
        b"99999",
        b"-",
        b"BEGIN:VEVENT\r\n",
        b"END:VEVENT\r\n",
        b"END:VCALENDAR\r\n",
        b"Z",
        b"P",
        b"T",
        b"0",
    ]
    begun = time.perf_counter()
    for _ in range(1500):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            to = min(len(data), at + chance.choice([0, 1, 1, 3, 20, 200]))
            data[at:to] = chance.choice([*pieces, bytes(data[at:to]) * 2, b""])
        found = reading(bytes(data))
        assert all(each.start < each.end for each in found.busy)
        assert all(each.reason.endswith(".") and each.where for each in found.skipped)
        assert "could not be read (" not in reasons(found), reasons(found)
        assert "cannot be told (" not in reasons(found), reasons(found)
        if len(found.busy) < 3:
            assert found.skipped
    assert time.perf_counter() - begun < 4 * LONGEST
