"""Calendar files that are broken in their form: what can be read is, and the rest is said."""

from __future__ import annotations

from datetime import datetime

import pytest

from planner.calendar.busy import read_busy
from tests.calendar.calendars import (
    END,
    START,
    WEST_EUROPE,
    calendar,
    event,
    reading,
    reasons,
    times,
)

LINES = "DTSTART:20261201T080000Z", "DTEND:20261201T090000Z"
GOOD = event(*LINES, uid="good")
TAKEN = ["12-01 08:00-09:00"]
WHOLE = calendar(GOOD)


def beside(*lines: str) -> bytes:
    """A calendar with a good event, one of these lines, and another good one."""
    other = event("DTSTART:20261203T080000Z", "DURATION:PT1H", uid="other")
    return calendar(GOOD, event(*lines, uid="bad", summary="Bad"), other)


@pytest.mark.parametrize(
    "data",
    [
        WHOLE.replace(b"\r\n", b"\n"),
        WHOLE.replace(b"\r\n", b"\r"),
        WHOLE.replace(b"\r\n", b"\r\r\n"),
        WHOLE.replace(b"\r\n", b"\r\n\r\n"),
        WHOLE.replace(b"\r\n", b"  \r\n"),
        WHOLE.rstrip(),
        b"\xef\xbb\xbf" + WHOLE,
        b"\r\n\r\n" + WHOLE,
        WHOLE.decode().encode("utf-16"),
        WHOLE.decode().encode("utf-16-le"),
        b"\xfe\xff" + WHOLE.decode().encode("utf-16-be"),
        WHOLE.decode().encode("utf-32"),
        WHOLE.lower().replace(b"t080000z", b"T080000Z").replace(b"t090000z", b"T090000Z"),
        WHOLE.replace(b"T080000Z", b"\r\n T080000Z").replace(b"DTEND:", b"DT\r\n\tEND:"),
        WHOLE.replace(b"BEGIN:VEVENT", b"BEGIN:VEV\r\n ENT"),
        WHOLE.replace(b"BEGIN:", b"BEGIN: ").replace(b"END:V", b"END :V"),
        b"  " + WHOLE.replace(b"\r\n", b"\r\n  ").rstrip(b" "),
        WHOLE + b"\x1a",
    ],
)
def test_forms_that_say_the_same(data: bytes) -> None:
    found = reading(data)
    assert times(found) == TAKEN
    assert found.events == 1
    assert found.skipped == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (WHOLE.replace(b"BEGIN:VCALENDAR\r\n", b""), "outside any calendar"),
        (GOOD.encode(), "outside any calendar"),
        (WHOLE.replace(b"END:VCALENDAR\r\n", b""), "END:VCALENDAR"),
        (WHOLE[: WHOLE.index(b"END:VEVENT")], "breaks off inside this VEVENT"),
        (WHOLE.replace(b"END:VEVENT\r\n", b""), "END:VEVENT is missing"),
        (WHOLE.replace(b"UID:", b"U\0ID:"), "NUL"),
        (WHOLE.replace(b"UID:", b"what is this\r\nUID:"), "in no form"),
        (WHOLE.replace(b"BEGIN:VEVENT", b"nonsense\r\nBEGIN:VEVENT"), "in no form"),
        (WHOLE.replace(b"END:VEVENT", b"END:VEVENT\r\nEND:VEVENT"), "ends nothing"),
        (b"BEGIN:VCALENDAR\r\n" + WHOLE, "before the last has ended"),
    ],
)
def test_broken_frames_are_read_and_said(data: bytes, said: str) -> None:
    found = reading(data)
    assert times(found) == TAKEN
    assert found.events == 1
    assert said in reasons(found)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\r\n", "empty"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b"BEGIN:VCARD\r\nFN:Ann\r\nEND:VCARD\r\n", "contacts"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "no calendar"),
        (b"PK\x03\x04zip", "packed"),
        (b'["vcalendar", [], []]', "another form"),
        (b"Dear Sam,\nsee you soon.", "no calendar"),
    ],
)
def test_what_is_no_calendar_says_so(data: bytes, said: str) -> None:
    found = reading(data)
    assert (found.events, found.busy) == (0, ())
    assert [each.where for each in found.skipped] == ["the file"]
    assert said in reasons(found)


def test_an_empty_calendar_is_nothing_to_complain_of() -> None:
    assert reading(calendar()) == read_busy(calendar(), "test.ics", "UTC", START, END)
    assert reading(calendar()).skipped == ()


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("DTSTART:",),
        ("DTSTART:tomorrow",),
        ("DTSTART:20261301T080000Z",),
        ("DTSTART:20260230",),
        ("DTSTART:2026-12",),
        ("DTSTART;VALUE=PERIOD:20261201T080000Z/PT1H",),
        ("DTSTART:00000000T000000Z",),
        ("DTSTART:20261201T250000Z",),
        ("DTSTART 20261201T080000Z",),
        ("DTSTART;TZID=:99999999T999999",),
    ],
)
def test_an_event_without_a_time_is_said_and_leaves_the_others(lines: tuple[str, ...]) -> None:
    found = reading(beside(*lines))
    assert times(found) == ["12-01 08:00-09:00", "12-03 08:00-09:00"]
    assert found.events == 3
    assert [each.where for each in found.skipped] == ["line 10, “Bad”"]


@pytest.mark.parametrize(
    ("lines", "taken", "said"),
    [
        (("DTSTART:20261202T080000Z", "DTEND:nonsense"), [], "end cannot be read"),
        (("DTSTART:20261202T080000Z", "DURATION:1 hour"), [], "How long"),
        (("DTSTART:20261202T080000Z", "DURATION:-PT1H"), [], "less than no time"),
        (
            ("DTSTART:20261202T080000Z", "DTEND:20261202T070000Z"),
            ["12-02 07:00-08:00"],
            "ends before it begins",
        ),
        (
            ("DTSTART:20261202T080000Z", "DTEND:nonsense", "DURATION:PT2H"),
            ["12-02 08:00-10:00"],
            "end cannot be read",
        ),
        (
            ("DTSTART:20261202T080000Z", "DTEND:20261202T090000Z", "DURATION:PT2H"),
            ["12-02 08:00-09:00"],
            "is not what its end",
        ),
        (
            ("DTSTART;VALUE=DATE:20261202", "DTEND:20261202T100000Z"),
            ["12-01 23:00-12-02 10:00"],
            "a day and the other a time",
        ),
        (
            ("DTSTART:20261202T080000Z", "DTEND;VALUE=DATE:20261203"),
            ["12-02 08:00-12-03 00:00"],
            "a day and the other a time",
        ),
        (
            ("DTSTART:20261202T235960Z", "DURATION:PT1H"),
            ["12-02 23:59-12-03 00:59"],
            "leap second",
        ),
        (
            ("DTSTART:20261202T230000Z", "DTEND:20261202T240000Z"),
            ["12-02 23:00-12-03 00:00"],
            "24:00",
        ),
        (
            ("DTSTART;TZID=Europe/Berlin:20261202T090000", "DTEND:20261202T100000"),
            ["12-02 08:00-09:00"],
            "names no zone",
        ),
        (
            ("DTSTART;TZID=Europe/Berlin:20261202T090000Z", "DURATION:PT1H"),
            ["12-02 08:00-09:00"],
            "names the zone “Europe/Berlin” and UTC",
        ),
        (
            ("DTSTART;TZID=Middle Earth:20261202T080000Z", "DURATION:PT1H"),
            ["12-02 08:00-09:00"],
            "",
        ),
        (
            ("DTSTART:20261202T080000Z", "DTSTART:20261204T080000Z", "DURATION:PT1H"),
            ["12-02 08:00-09:00"],
            "begins at two times",
        ),
    ],
)
def test_odd_times_are_read_as_far_as_they_say_something(
    lines: tuple[str, ...], taken: list[str], said: str
) -> None:
    found = reading(beside(*lines))
    assert times(found) == ["12-01 08:00-09:00", *taken, "12-03 08:00-09:00"]
    assert found.events == 3
    assert said in reasons(found)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=FORTNIGHTLY",
        "INTERVAL=2",
        "nonsense",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=-3",
        "FREQ=DAILY;COUNT=many",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=MO;UNTL=20261231",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;UNTIL=20261399",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=DAILY;BYHOUR=24",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=YEARLY;BYEASTER=1",
        "RSCALE=CHINESE;FREQ=YEARLY",
        "FREQ=YEARLY;WKST=XX",
    ],
)
def test_a_rule_that_says_nothing_leaves_the_first_time(rule: str) -> None:
    found = reading(beside("DTSTART:20261202T080000Z", "DURATION:PT1H", f"RRULE:{rule}"))
    assert times(found) == ["12-01 08:00-09:00", "12-02 08:00-09:00", "12-03 08:00-09:00"]
    assert found.events == 3
    assert "the first time alone was taken" in reasons(found)


@pytest.mark.parametrize(
    ("rule", "taken", "said"),
    [
        ("FREQ=DAILY;UNTIL=20261205", 2, "taken to the end"),
        ("FREQ=DAILY;UNTIL=20261203T080000Z", 0, "before the event begins"),
        ("FREQ=DAILY;COUNT=3;FREQ=WEEKLY", 3, "twice"),
    ],
)
def test_odd_rules_are_read_and_said(rule: str, taken: int, said: str) -> None:
    found = reading(f"DTSTART:20261204T080000Z\nDURATION:PT1H\nRRULE:{rule}")
    assert len(found.busy) == taken
    assert said in reasons(found)


def test_bad_dates_of_a_series_are_said_and_the_others_taken() -> None:
    lines = "DTSTART:20261202T080000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=3\n"
    found = reading(lines + "EXDATE:nonsense,20261203T080000Z\nRDATE:20261299,20261210T080000Z")
    assert times(found) == ["12-02 08:00-09:00", "12-04 08:00-09:00", "12-10 08:00-09:00"]
    assert "EXDATE" in reasons(found)
    assert "RDATE" in reasons(found)


def test_text_of_every_set_is_read() -> None:
    lines = "\r\n".join(("SUMMARY:{}", *LINES)).format("Café, Müller")
    data = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    for encoding in ("utf-8", "latin-1", "cp1252", "utf-16", "utf-8-sig"):
        assert [each.summary for each in reading(data.encode(encoding)).busy] == ["Café, Müller"]


def test_a_line_broken_inside_a_character_is_put_together() -> None:
    data = calendar(event(*LINES, summary="Café"))
    at = data.index("é".encode()) + 1
    assert [each.summary for each in reading(data[:at] + b"\r\n " + data[at:]).busy] == ["Café"]


def test_a_calendar_of_version_1() -> None:
    found = reading(
        calendar(
            event(
                "DTSTART:20261201T080000Z",
                "DTEND:20261201T090000Z",
                "RRULE:W1 TU TH #4",
                "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:line=0D=0A=",
                "END:VEVENT of an old meeting=",
                "",
                "AALARM:20261201T070000Z",
                "TRANSP:0",
                uid="1",
            ),
            event("DTSTART:20261202T080000Z", "DTEND:20261202T090000Z", "TRANSP:1", uid="2"),
            "BEGIN:VEVENT",
            "SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Caf=E9 =",
            "Ole",
            "DTSTART:20261220T080000Z",
            "DTEND:20261220T090000Z",
            "END:VEVENT",
        ).replace(b"VERSION:2.0", b"VERSION:1.0")
    )
    assert [each[:5] for each in times(found)] == ["12-01", "12-03", "12-08", "12-10", "12-20"]
    assert found.busy[-1].summary == "Café Ole"


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("D1 #3", ["12-01", "12-02", "12-03"]),
        ("D2 20261205T080000Z", ["12-01", "12-03", "12-05"]),
        ("W2 #2", ["12-01", "12-15"]),
        ("W1 TU #2", ["12-01", "12-08"]),
        ("MP1 1+ TU #2", ["12-01", "01-05"]),
        ("MP1 1- TU #2", ["12-01", "12-29", "01-26"]),  # the first time counts besides
        ("MD1 1 15 #3", ["12-01", "12-15", "01-01"]),
        ("MD1 LD #1", ["12-01", "12-31"]),
        ("YM1 12 #1", ["12-01"]),
        ("D1", ["12-01", "12-02"]),
    ],
)
def test_rules_of_version_1(rule: str, days: list[str]) -> None:
    found = reading(f"DTSTART:20261201T080000Z\nDTEND:20261201T090000Z\nRRULE:{rule}")
    assert [each[:5] for each in times(found)] == days


def test_the_ends_of_time() -> None:
    for lines in (
        "DTSTART:00010101T000000\nDTEND:00010101T010000",
        "DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY;COUNT=5",
        "DTSTART;VALUE=DATE:99991231",
        "DTSTART:99991231T235959Z\nDURATION:P9999W",
        "DTSTART;TZID=America/New_York:99991231T235959\nRRULE:FREQ=SECONDLY;COUNT=5",
        "DTSTART:20261201T080000Z\nDURATION:P99999999999999999999D",
        "DTSTART:00010101T000000Z\nRRULE:FREQ=YEARLY;BYMONTH=1",
    ):
        assert reading(lines).events == 1
        assert reading(lines, datetime.min, datetime.max, "Asia/Tokyo").events == 1


def test_a_file_too_large_is_refused_in_words() -> None:
    found = reading(b"BEGIN:VCALENDAR\r\n" + b"X" * 50_000_000)
    assert (found.events, found.busy) == (0, ())
    assert "50 MB" in reasons(found)


def test_thousands_of_faults_are_not_all_listed_but_counted() -> None:
    found = reading(calendar(*(event(uid=str(n)) for n in range(5000))))
    assert found.events == 5000
    assert len(found.skipped) < 1000
    assert found.skipped[-1].where == f"{5001 - len(found.skipped):,} further places"


def test_events_that_others_take_the_place_of_are_counted_and_said() -> None:
    series = ("DTSTART:20261201T080000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2")
    moved = ("RECURRENCE-ID:20261202T080000Z", "DTSTART:20261204T080000Z", "DURATION:PT1H")
    twice = reading(calendar(event(*series), event(*moved, "SEQUENCE:1"), event(*moved)))
    assert (twice.events, times(twice)) == (3, ["12-01 08:00-09:00", "12-04 08:00-09:00"])
    assert "line 19, “Met”: It changes the same time as line 11" in reasons(twice)
    without = event(*series, "EXDATE:20261202T080000Z")
    left_out = reading(calendar(without, event(*moved)))
    assert (left_out.events, times(left_out)) == (2, ["12-01 08:00-09:00"])
    assert [each.where for each in left_out.skipped] == ["line 12, “Met”"]
    never = reading(f"{LINES[0]}\nDURATION:PT1H\nEX{LINES[0]}".replace("EXDTSTART", "EXDATE"))
    assert (never.events, never.busy) == (1, ())
    assert "leaves out its only time" in reasons(never)


def test_each_event_that_begins_is_counted_once_however_it_ends() -> None:
    nested = calendar(*["BEGIN:VEVENT\nDTSTART:20261201T080000Z\nDURATION:PT1H"] * 5000)
    found = reading(nested)
    assert found.events == 5000
    assert len(found.busy) == 1000
    assert "More than 1,000 events have no end" in reasons(found)
    assert len(found.skipped) < 310


def test_a_zone_nobody_knows_is_said_once_with_the_number_of_events() -> None:
    lines = "DTSTART;TZID=Mars:20261201T090000", "DURATION:PT1H"
    found = reading(calendar(*(event(*lines, uid=str(n)) for n in range(3)), GOOD))
    assert [each.where for each in found.skipped] == ["line 4, “Met”"]
    assert (
        found.skipped[0].reason
        == "Nobody knows the zone “Mars”; your zone was taken, for 3 events."
    )


@pytest.mark.parametrize(
    ("end", "taken"), [("0300", "01:30-02:00"), ("0330", "01:30-02:30"), ("0400", "01:30-02:00")]
)
def test_a_start_that_clocks_jump_over_counts_from_before_the_jump(end: str, taken: str) -> None:
    zoned = ";TZID=Europe/Berlin:20260329T"
    span = {"start": datetime(2026, 3, 1), "end": datetime(2026, 4, 1)}
    one = reading(f"DTSTART{zoned}023000\nDTEND{zoned}{end}00", **span)
    assert times(one) == [f"03-29 {taken}"]
    assert ("Clocks jump over its start" in reasons(one)) == (end != "0400")
    day = ";TZID=Europe/Berlin:20260322T"
    weekly = reading(f"DTSTART{day}023000\nDTEND{day}{end}00\nRRULE:FREQ=WEEKLY", **span)
    assert f"03-29 {taken}" in times(weekly)


def test_rules_of_a_zone_that_say_nothing_are_said() -> None:
    whole = WEST_EUROPE.format(name="Custom")
    for broken in (
        whole.replace("TZOFFSETTO:+0100", "TZOFFSETTO:+5744"),
        whole.replace("TZOFFSETTO", "X-OFFSET"),
        whole.replace("FREQ=YEARLY", "FREQ=SECONDLY"),
        whole.replace("DTSTART:1601", "DTSTART:x"),
        whole.replace("STANDARD", "WHATEVER").replace("DAYLIGHT", "OTHER"),
    ):
        lines = "DTSTART;TZID=Custom:20261201T090000", "DURATION:PT1H"
        found = reading(calendar(broken, event(*lines)))
        assert times(found) == TAKEN
        assert "rules of the zone “Custom” cannot be read" in reasons(found)
        assert "Nobody knows the zone “Custom”" in reasons(found)


def test_a_zone_whose_rules_have_ended_stays_as_they_left_it() -> None:
    zone = WEST_EUROPE.format(name="Custom").replace("BYMONTH=", "UNTIL=20061231T000000Z;BYMONTH=")
    lines = "DTSTART;TZID=Custom:20260701T090000", "DURATION:PT1H"
    found = reading(calendar(zone, event(*lines)), start=datetime(2026, 1, 1))
    assert times(found) == ["07-01 08:00-09:00"]
