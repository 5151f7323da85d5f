"""What goes with a record when it is removed, each row noted, so that undo brings all back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.domain.changes import (
    ASKED,
    CAPTURED,
    CAPTURES_BEGUN,
    COUNTER,
    DEBRIEF_DRAFT,
    FILES_GIVEN,
    FIT_ASKED,
    HEARD,
    INVITED_AS,
    JOB_SAID,
    PAST_DRAFT,
    PLAN_DRAFT,
    THANKS,
    THEIR_TITLE,
    Kind,
    setting_about,
)
from planner.storage.rows import Rows
from planner.storage.tables import Setting
from planner.storage.transaction import Ledger


class Tie(NamedTuple):
    """A kind that refers to another by a column."""

    kind: Kind
    column: str
    survives: bool = False  # stays without the reference, instead of going too


# A promise stays one when the 1-2-1 in which it was made is removed.
TIES: dict[Kind, tuple[Tie, ...]] = {
    Kind.PERSON: (
        Tie(Kind.MEETING, "person"),
        Tie(Kind.FACT, "person"),
        Tie(Kind.ATTENDANCE, "person"),
        Tie(Kind.TOUCH, "person"),
        Tie(Kind.PROMISE, "person"),
        Tie(Kind.REFERRAL, "person"),
        Tie(Kind.PHOTO, "person"),
        Tie(Kind.APART, "person"),
        Tie(Kind.APART, "other"),
        Tie(Kind.ALIAS, "person"),
        Tie(Kind.ASK, "person"),
        Tie(Kind.INTRODUCTION, "person"),
        Tie(Kind.INTRODUCTION, "other"),
    ),
    Kind.MEETING: (
        Tie(Kind.CONVERSATION, "meeting"),
        Tie(Kind.ANSWER, "meeting"),
        Tie(Kind.PROMISE, "meeting", survives=True),
    ),
    Kind.GROUP: (Tie(Kind.EVENT, "group"),),
    Kind.EVENT: (Tie(Kind.ATTENDANCE, "event"),),
}

# Settings that tell of a record: drafts hold what somebody said, and must not outlive it.
REMEMBERED: dict[Kind, tuple[str, ...]] = {
    Kind.PERSON: (PLAN_DRAFT, PAST_DRAFT, JOB_SAID, FIT_ASKED),
    Kind.MEETING: (
        PLAN_DRAFT,
        DEBRIEF_DRAFT,
        CAPTURED,
        CAPTURES_BEGUN,
        FILES_GIVEN,
        COUNTER,
        HEARD,
        ASKED,
        INVITED_AS,
        THEIR_TITLE,
        THANKS,
    ),
}


def remove(kind: Kind, ids: Sequence[int], ledger: Ledger) -> int:
    """Removes records and all that belongs to them, deepest first; says how many of `ids` went.

    Deepest first, so that undo, which goes backwards, finds what each row belongs to.
    """
    rows = Rows(kind, ledger)
    going = rows.with_ids(ids)
    for tie in TIES.get(kind, ()):
        others = Rows(tie.kind, ledger)
        column = getattr(others.table, tie.column)
        tied = others.among(column, [row[0] for row in going])
        if tie.survives:
            alone = [others.altered(row, {column.column_name: None}) for row in tied]
            others.update_many(tied, alone)
        else:
            remove(tie.kind, [row[0] for row in tied], ledger)
    forget_about(kind, [row[0] for row in going], ledger)
    rows.delete(going)
    return len(going)


def forget_about(kind: Kind, ids: Sequence[int], ledger: Ledger) -> None:
    """Removes what settings remember of records that go."""
    whats = REMEMBERED.get(kind, ())
    if whats and ids:
        settings = Rows(Kind.SETTING, ledger)
        names = [setting_about(what, kind, id) for what in whats for id in ids]
        settings.delete(settings.among(Setting.name, names))
