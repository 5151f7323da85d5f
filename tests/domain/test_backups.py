"""Which backups are kept, whatever the clock does."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.backups import (
    DAYS,
    MONTHS,
    MOST,
    OTHERS,
    WEEKS,
    Aside,
    Backup,
    following,
    is_due,
    name_aside,
    named,
    put_aside,
    to_let_go,
)

START = datetime(2026, 1, 5, 9, 30)


def kept_after(moments: list[datetime]) -> list[Backup]:
    """What is left when a backup was made at each moment, thinned after each; oldest first."""
    kept: list[Backup] = []
    for moment in moments:
        made = following("library", moment, kept)
        kept.append(made)
        gone = to_let_go(kept)
        assert made not in gone
        kept = [backup for backup in kept if backup not in gone]
    return kept


def days_of(backups: list[Backup]) -> list[int]:
    return [(backup.made - START).days for backup in backups]


def test_forty_days_leave_two_weeks_of_days_and_a_few_of_the_weeks_before() -> None:
    kept = days_of(kept_after([START + timedelta(days) for days in range(40)]))
    assert kept[-DAYS:] == list(range(26, 40))
    # Sundays of the weeks before (the first of them a Monday), one a week; January's last is one.
    assert kept[:-DAYS] == [6, 13, 20]


def test_two_years_stay_bounded_and_reach_a_year_back() -> None:
    kept = kept_after([START + timedelta(days) for days in range(730)])
    assert len(kept) <= DAYS + WEEKS + MONTHS
    months = {(backup.made.year, backup.made.month) for backup in kept}
    assert len(months) == MONTHS
    assert len({backup.made.isocalendar()[:2] for backup in kept}) >= WEEKS


def test_several_a_day_leave_the_last_of_each() -> None:
    moments = [START + timedelta(days=day, hours=hour) for day in range(3) for hour in range(5)]
    assert [backup.made.hour for backup in kept_after(moments)] == [13, 13, 13]


@pytest.mark.parametrize("jump", [timedelta(days=3652), timedelta(days=-1), timedelta(days=-3652)])
def test_a_clock_that_jumps_and_returns_wipes_nothing(jump: timedelta) -> None:
    before = [START + timedelta(days) for days in range(20)]
    odd = [START + timedelta(20) + jump]
    after = [START + timedelta(days) for days in range(21, 24)]
    kept = [backup.made for backup in kept_after(before + odd + after)]
    assert kept[-4:] == odd + after
    assert len(kept) >= DAYS


@given(
    st.lists(
        st.one_of(
            st.just(timedelta(days=1)),
            st.timedeltas(timedelta(days=-3700), timedelta(days=3700)),
        ),
        min_size=1,
        max_size=120,
    )
)
@settings(max_examples=60, deadline=None)
def test_whatever_the_clock_does_the_newest_stay_and_the_number_is_bounded(
    steps: list[timedelta],
) -> None:
    moments, now = [], START
    for step in steps:
        now = min(max(now + step, datetime(1990, 1, 1)), datetime(2190, 1, 1))
        moments.append(now)
    kept = kept_after(moments)
    assert len(kept) <= MOST
    assert kept[-1].made == moments[-1].replace(microsecond=0)
    newest_days: list[object] = []
    for moment in reversed(moments):
        if moment.date() not in newest_days:
            newest_days.append(moment.date())
    of = {backup.made.date() for backup in kept}
    assert set(newest_days[:DAYS]) <= of
    for span in (lambda made: made.isocalendar()[:2], lambda made: (made.year, made.month)):
        some = {span(moment) for moment in moments}
        assert len({span(backup.made) for backup in kept}) >= min(len(some), WEEKS)


def test_copies_made_before_something_are_bounded_apart() -> None:
    kept: list[Backup] = []
    for day in range(12):
        for before in ("", "restore"):
            kept.append(following("library", START + timedelta(day), kept, before))
            kept = [backup for backup in kept if backup not in to_let_go(kept)]
    assert len([backup for backup in kept if backup.before]) == OTHERS
    assert len([backup for backup in kept if not backup.before]) == 12


def test_one_a_day_is_due_whatever_the_others_dates() -> None:
    ahead = following("library", START + timedelta(days=3652), [])
    today = following("library", START, [ahead])
    assert is_due([], START)
    assert is_due([ahead], START)
    assert not is_due([ahead, today], START + timedelta(hours=5))
    assert is_due([ahead, today], START + timedelta(days=1))
    assert is_due([following("library", START, [], "update")], START)


@given(
    st.from_regex(r"[a-zA-Zäöü0-9 .-]{1,20}", fullmatch=True),
    st.datetimes(datetime(1000, 1, 1)),
    st.integers(1, 10**6),
    st.sampled_from(["", "restore", "update", "hand"]),
)
@settings(max_examples=60)
def test_a_name_tells_the_backup(stem: str, made: datetime, number: int, before: str) -> None:
    backup = Backup(stem, made.replace(microsecond=0), number, before)
    assert named(backup.name) == backup
    assert not set(backup.name.removeprefix(stem)) & set('<>:"/\\|?*')


def test_a_library_put_aside_tells_why_and_when() -> None:
    for number in (1, 2):
        name = name_aside("my library", ".visavis", "damaged", START, number)
        assert put_aside(name) == Aside("my library", ".visavis", "damaged", START)
    assert put_aside("net-kept-2026-11-22-093000") == Aside(
        "net", "", "kept", datetime(2026, 11, 22, 9, 30)
    )
    assert put_aside("library-kept-2026-02-31-120000.visavis") is None
    assert put_aside("library-2026-11-22-093000-0001.visavis") is None


@pytest.mark.parametrize(
    "name",
    [
        "library.visavis",
        "library-2026-11-22.visavis",
        "library-2026-13-40-093000-0001.visavis",
        "library-2026-11-22-093000-0001.visavis.ab12.new",
        "my own copy.visavis",
    ],
)
def test_other_files_are_not_ours(name: str) -> None:
    assert named(name) is None
