"""Recurrence rules, held against dateutil and against what RFC 5545 says of its own examples."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from planner.calendar.recurrence import Patience, TooMany, times
from planner.calendar.recurrence_rule import RuleError, from_text

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def between(
    rule: str, start: datetime, first: datetime, last: datetime, patience: Patience | None = None
) -> list[datetime]:
    return list(times(from_text(rule), start, first, last, patience=patience))


def some(name: str, values: list[object]) -> st.SearchStrategy[str]:
    listed = st.lists(st.sampled_from(values), min_size=1, max_size=3, unique=True)
    return st.just("") | listed.map(lambda found: f";{name}={','.join(map(str, found))}")


@st.composite
def rules(draw: st.DrawFn) -> str:
    freq = draw(st.sampled_from(["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY"]))
    parts = f"FREQ={freq};INTERVAL={draw(st.integers(1, 5))}"
    ends = ["", ";COUNT=1", ";COUNT=30", ";UNTIL=20270131T120000"]
    parts += draw(st.sampled_from(ends))
    parts += draw(some("BYMONTH", list(range(1, 13))))
    parts += draw(some("BYMONTHDAY", [1, 2, 13, 28, 29, 30, 31, -1, -2]))
    nth = freq in ("YEARLY", "MONTHLY") and draw(st.booleans())
    parts += draw(some("BYDAY", [f"{n}{day}" for n in (1, 2, -1) for day in DAYS] if nth else DAYS))
    if freq == "YEARLY":
        parts += draw(some("BYYEARDAY", [1, 100, 365, -1]))
        if "BYDAY" in parts:
            parts += draw(some("BYWEEKNO", [1, 20, 52, 53, -1]))
    if freq != "HOURLY":
        parts += draw(some("BYHOUR", [0, 9, 17]))
    if "BY" in parts:
        parts += draw(st.sampled_from(["", ";BYSETPOS=1", ";BYSETPOS=-1"]))
    return parts + draw(st.sampled_from(["", ";WKST=SU", ";WKST=MO"]))


@given(
    rules(),
    st.datetimes(datetime(2025, 1, 1), datetime(2026, 12, 1)),
    st.integers(-300, 300),
    st.sampled_from([1, 7, 45]),
)
@settings(max_examples=150, deadline=None)
def test_alike_dateutil(rule: str, start: datetime, on: int, days: int) -> None:
    start = start.replace(second=0, microsecond=0)
    first = datetime(2026, 11, 1) + timedelta(days=on)
    last = first + timedelta(days=days)
    # In the week of the start dateutil counts places from the start on, not from the week's.
    assume("BYSETPOS" not in rule or "WEEKLY" not in rule)
    theirs = rrulestr(rule, dtstart=start)
    asked = theirs.xafter(first, count=2000, inc=True)
    expected = []
    for each in asked:
        if each >= last:
            break
        expected.append(each)
    assert between(rule, start, first, last) == expected


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [  # RFC 5545 3.8.5.3, where the text lists them
        ("1997-09-02", "FREQ=DAILY;COUNT=10", "09-02 09-03 09-04 09-05"),
        ("1997-09-02", "FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "09-02 09-04 09-09 09-11"),
        ("1997-09-05", "FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "09-05 10-03 11-07 12-05"),
        ("1997-09-22", "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "09-22 10-20 11-17 12-22"),
        ("1997-09-28", "FREQ=MONTHLY;BYMONTHDAY=-3", "09-28 10-29 11-28 12-29"),
        ("1997-05-12", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "05-12 05-11 05-17 05-15"),
        ("1997-09-13", "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13", "09-13 10-11 11-08"),
        ("1997-09-04", "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "09-04 10-07 11-06"),
        ("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "08-05 08-10 08-19 08-24"),
        ("1997-08-05", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU", "08-05 08-17 08-19 08-31"),
        ("2007-01-15", "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "01-15 01-30 02-15 03-15 03-30"),
        ("2024-02-29", "FREQ=YEARLY", "02-29 02-29"),
        ("2026-01-31", "FREQ=MONTHLY", "01-31 03-31 05-31"),
        ("1997-01-06", "FREQ=YEARLY;BYWEEKNO=20", "05-12 05-11 05-17"),  # on the start's weekday
    ],
)  # fmt: skip
def test_examples(start: str, rule: str, expected: str) -> None:
    listed = expected.split()
    begins = datetime.fromisoformat(start)
    found = islice(times(from_text(rule), begins, begins, datetime.max), len(listed))
    assert [f"{each:%m-%d}" for each in found] == listed


@pytest.mark.parametrize("count", [1, 2, 3, 7, 10, 365, 4000])
@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,WE,SU;INTERVAL=2"],
)
def test_the_end_of_a_counted_rule_is_reckoned_as_if_counted(rule: str, count: int) -> None:
    start = datetime(2020, 1, 1, 9, 30)
    theirs = list(rrulestr(f"{rule};COUNT={count}", dtstart=start))
    assert between(f"{rule};COUNT={count}", start, start, datetime.max) == theirs


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY",
        "FREQ=MINUTELY;INTERVAL=5",
        "FREQ=SECONDLY;COUNT=99999999",
        "FREQ=MINUTELY;UNTIL=99991231T000000Z",
        "FREQ=SECONDLY;BYSETPOS=-1;BYSECOND=1,2,3",
        "FREQ=YEARLY;BYHOUR=1,2,3,4,5,6,7;BYMINUTE="
        + ",".join(map(str, range(60)))
        + ";BYSECOND=1,2,3,4",
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=0,5,10,15,20,25",
        "FREQ=HOURLY;BYMINUTE="
        + ",".join(map(str, range(60)))
        + ";BYSECOND="
        + ",".join(map(str, range(60))),
    ],
)
def test_what_would_explode_is_refused(rule: str) -> None:
    with pytest.raises(TooMany):
        between(rule, datetime(2000, 1, 1), datetime(2026, 1, 1), datetime(2028, 1, 1))


def test_patience_is_shared() -> None:
    patience = Patience(1000)
    span = datetime(2026, 1, 1), datetime(2027, 1, 1)
    between("FREQ=DAILY", datetime(2026, 1, 1), *span, patience=patience)
    with pytest.raises(TooMany):
        for _ in range(3):
            between("FREQ=DAILY", datetime(2026, 1, 1), *span, patience=patience)


@given(st.text(max_size=60) | st.from_regex(r"(FREQ|COUNT|BYDAY|UNTIL)=[0-9A-Z;=,-]{0,30}"))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_rule_or_refused_in_words(text: str) -> None:
    try:
        from_text(text)
    except RuleError as refused:
        assert str(refused).endswith(".")
