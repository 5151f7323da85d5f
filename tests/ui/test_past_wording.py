"""A 1-2-1 of long ago is told no more exactly than it is remembered, wherever it is told."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from planner.domain.meetings import Meeting, Roughly, State
from ui import agenda_wording, past_wording, terminal_rows, warmth_wording

TODAY = date(2026, 11, 22)
NOON = datetime(2021, 7, 1, 12)


def held(roughly: Roughly) -> Meeting:
    return Meeting(id=7, starts=NOON, minutes=60, state=State.HELD, roughly=roughly)


@pytest.mark.parametrize(
    ("roughly", "told", "marked", "line"),
    [
        (Roughly.DAY, "1 July 2021", "1-2-1 on 1 July 2021", "2021-07-01 — Maya"),
        (Roughly.MONTH, "July 2021", "1-2-1 in July 2021", "2021-07 — Maya"),
        (Roughly.YEAR, "2021", "1-2-1 in 2021", " 2021 — Maya"),
    ],
)
def test_no_more_than_is_known_is_told(roughly: Roughly, told: str, marked: str, line: str) -> None:
    meeting = held(roughly)
    assert past_wording.when(meeting, TODAY) == told
    assert warmth_wording.marked(meeting, NOON.date(), TODAY) == marked
    row = terminal_rows.meeting(meeting, "Maya", None)
    assert row["roughly"] == roughly.value
    assert line in terminal_rows.meeting_line(row)
    assert agenda_wording.times(meeting) == ""


def test_one_that_was_planned_is_told_to_the_minute() -> None:
    meeting = held(Roughly.NOT)
    row = terminal_rows.meeting(meeting, "Maya", None)
    assert "roughly" not in row
    assert "2021-07-01 12:00 UTC, 60 min" in terminal_rows.meeting_line(row)
    assert agenda_wording.times(meeting) == "12:00 – 13:00"
