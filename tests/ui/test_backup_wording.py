"""How backups and what a check found are told."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from planner.domain.backups import Backup, Contents
from planner.domain.changes import Kind
from planner.domain.soundness import Finding, Trouble
from planner.journeys.restore_library import Candidate
from ui import backup_wording as wording
from ui.check_wording import MOST_TOLD, sentences

TODAY = date(2026, 11, 22)
NOW = Contents(people=30, meetings=45, promises=5)


@pytest.mark.parametrize(
    ("then", "told"),
    [
        (Contents(18, 44, 5), ["12 people, one 1-2-1 fewer than now"]),
        (Contents(31, 45, 7), ["1 person, 2 promises more than now"]),
        (Contents(29, 46, 5), ["1 person fewer than now", "one 1-2-1 more than now"]),
        (Contents(30, 45, 5, facts=2, notes=1), ["2 facts, 1 note more than now"]),
        (NOW, ["As much of everything as now"]),
    ],
)
def test_what_differs_from_now(then: Contents, told: list[str]) -> None:
    assert wording.differences(then, NOW) == told
    assert wording.differences(then, None) == []


def test_days_are_told_from_today() -> None:
    assert wording.when(datetime(2026, 11, 22, 9, 30), TODAY) == "Today, 09:30"
    assert wording.when(datetime(2026, 11, 21, 18, 2), TODAY) == "Yesterday, 18:02"
    assert wording.when(datetime(2026, 11, 12, 7, 0), TODAY) == "Thursday 12 November, 07:00"
    assert wording.within(datetime(2026, 11, 12, 7, 0), TODAY) == "12 Nov 07:00"


def test_each_sort_of_file_has_a_word() -> None:
    made = datetime(2026, 11, 21, 18, 2)
    words = [
        wording.what(Candidate(Path("x"), made, 1, Backup("library", made, 1, before)))
        for before in ("", "hand", "update", "mending", "encryption")
    ]
    assert words[0] == "daily" and all(words) and len(set(words)) == 5
    for aside in ("kept", "damaged", ""):
        assert wording.what(Candidate(Path("x"), made, 1, aside=aside))


def test_every_trouble_is_worded_and_broken_pages_are_told_once() -> None:
    found = [Finding(trouble, kind=Kind.FACT, title="x", detail="y") for trouble in Trouble]
    told = sentences([*found, *[Finding(Trouble.FILE, detail="page 7")] * 50])
    assert len(told) == len(Trouble) and all(told)
    assert len({*told}) == len(Trouble)


def test_thousands_of_findings_end_in_a_count() -> None:
    found = [Finding(Trouble.LOOSE, Kind.FACT, n, owner=Kind.PERSON) for n in range(1000)]
    told = sentences(found)
    assert len(told) == MOST_TOLD + 1 and told[-1] == "and 800 more."


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_name(kind: Kind) -> None:
    assert sentences([Finding(Trouble.UNREADABLE, kind, 1, column="x")])[0].endswith("be read.")


def test_what_of_a_record_cannot_be_read_is_told_in_words() -> None:
    found = Finding(Trouble.UNREADABLE, Kind.PERSON, 1, "Priya Shah", column="connected_on")
    assert sentences([found]) == ["A person (“Priya Shah”): the day you connected cannot be read."]


def test_backups_that_were_not_read_are_told_as_such() -> None:
    assert wording.unread(4) == (
        "4 backups are encrypted with another passphrase and were not read"
    )
