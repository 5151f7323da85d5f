"""Which 1-2-1s are in whose calendar, and as what: so that a changed one is sent again.

What the file last given out said of when and where stands in one setting of the library.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from planner.domain.meetings import Meeting, State
from planner.storage.store import Store

_SETTING = "files-given"
_MINE, _THEIRS = "me", "guest"
MOST = 500  # 1-2-1s remembered; the oldest files are about 1-2-1s long over


@dataclass(frozen=True, slots=True)
class Given:
    """Who has a calendar file of a 1-2-1, and whose says something that no longer holds."""

    mine: bool = False
    theirs: bool = False
    mine_old: bool = False
    theirs_old: bool = False


def given(store: Store, meeting: Meeting) -> Given:
    """How the calendars stand that were given a file of this 1-2-1."""
    return given_from(read(store), meeting)


def given_from(kept: Mapping[str, Any], meeting: Meeting) -> Given:
    """The same from what `read` gave, for many 1-2-1s at once."""
    told = kept.get(str(meeting.id))
    told = told if isinstance(told, dict) else {}
    mine, theirs = told.get(_MINE), told.get(_THEIRS)
    says = _says(meeting)
    return Given(
        mine=mine is not None,
        theirs=meeting.invited or theirs is not None,
        mine_old=mine is not None and mine != says,
        theirs_old=theirs is not None and theirs != says,
    )


def read(store: Store) -> dict[str, Any]:
    """What was given out, by the 1-2-1's id as text."""
    try:
        kept = json.loads(store.settings.get(_SETTING, "{}"))
    except ValueError:  # a setting somebody wrote by hand is not worth failing over
        return {}
    return kept if isinstance(kept, dict) else {}


def note_given(store: Store, meeting: Meeting, invite: bool) -> None:
    """Notes that a file was written; to be called inside a transaction."""
    kept = read(store)
    told = kept.pop(str(meeting.id), {})
    told = told if isinstance(told, dict) else {}
    kept[str(meeting.id)] = told | {_THEIRS if invite else _MINE: _says(meeting)}
    store.settings.put(_SETTING, json.dumps(dict(list(kept.items())[-MOST:])))


def _says(meeting: Meeting) -> str:
    """What a calendar shows of it. Agreed, held or missed makes no difference to a guest."""
    off = "off" if meeting.state is State.CANCELLED else "on"
    when = f"{meeting.starts:%Y-%m-%dT%H:%M} {meeting.zone} {meeting.minutes}"
    return f"{off} {when} {meeting.place}"
