"""Which 1-2-1s are in whose calendar, and as what: so that a changed one is sent again.

What the file last given out said of when and where stands in a setting about the 1-2-1.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from planner.domain.changes import FILES_GIVEN, Kind, setting_about
from planner.domain.meetings import Meeting, State
from planner.storage.store import Store

_MINE, _THEIRS = "me", "guest"


@dataclass(frozen=True, slots=True)
class Given:
    """Who has a calendar file of a 1-2-1, and whose says something that no longer holds."""

    mine: bool = False
    theirs: bool = False
    mine_old: bool = False
    theirs_old: bool = False


def given(store: Store, meeting: Meeting, now: datetime) -> Given:
    """How the calendars stand that were given a file of this 1-2-1.

    None is out of date once the 1-2-1 is behind: nobody sends word of what is past. `now` is
    UTC, naive.
    """
    told = _told(store, meeting)
    mine, theirs = told.get(_MINE), told.get(_THEIRS)
    says, ahead = _says(meeting), not meeting.behind(now)
    return Given(
        mine=mine is not None,
        theirs=meeting.invited or theirs is not None,
        mine_old=ahead and mine is not None and mine != says,
        theirs_old=ahead and theirs is not None and theirs != says,
    )


def note_given(store: Store, meeting: Meeting, invite: bool) -> None:
    """Notes that a file was written; to be called inside a transaction."""
    told = _told(store, meeting) | {_THEIRS if invite else _MINE: _says(meeting)}
    store.settings.put(_setting(meeting), json.dumps(told))


def _told(store: Store, meeting: Meeting) -> dict[str, Any]:
    """What the files said, by whose they are."""
    try:
        kept = json.loads(store.settings.get(_setting(meeting), "{}"))
    except ValueError:  # a setting somebody wrote by hand is not worth failing over
        return {}
    return kept if isinstance(kept, dict) else {}


def _setting(meeting: Meeting) -> str:
    return setting_about(FILES_GIVEN, Kind.MEETING, meeting.id)


def _says(meeting: Meeting) -> str:
    """What a calendar shows of it. Agreed, held or missed makes no difference to a guest."""
    off = "off" if meeting.state is State.CANCELLED else "on"
    when = f"{meeting.starts:%Y-%m-%dT%H:%M} {meeting.zone} {meeting.minutes}"
    return f"{off} {when} {meeting.place}"
