"""What stood on the plan page when it was left, kept until the 1-2-1 is planned.

Each stands in a setting about the person, or about the 1-2-1 being changed, and goes with them.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from planner.domain.changes import PLAN_DRAFT, Change, Kind, setting_about
from planner.domain.wishes import PartOfDay, Wish
from planner.storage.store import Store

_BEGINNING = f"{PLAN_DRAFT} of "
MOST = 50  # drafts kept; then the oldest go, for nobody plans as many at once


def draft_of(store: Store, person_id: int, meeting_id: int = 0) -> Wish | None:
    """What was left unfinished about a person, or about a 1-2-1 being changed; None for nothing."""
    try:
        kept = json.loads(store.settings.get(_setting(person_id, meeting_id), "{}"))
    except ValueError:  # a setting somebody wrote by hand is not worth failing over
        return None
    return _wish(kept) if isinstance(kept, dict) else None


def keep_draft(store: Store, person_id: int, meeting_id: int, wish: Wish | None) -> Change:
    """Keeps what stands on the page; None forgets it."""
    name = _setting(person_id, meeting_id)
    with store.transaction() as work:
        if wish is None:
            store.settings.forget(name)
        elif _there(store, person_id, meeting_id):
            store.settings.put(name, json.dumps(_plain(wish)))
            _drop_the_oldest(store)
    return work.change


def _there(store: Store, person_id: int, meeting_id: int) -> bool:
    """Whether whom the draft is about is still in the library; the page may outlive them."""
    if meeting_id:
        return store.meetings.find(meeting_id) is not None
    return store.people.find(person_id) is not None


def _drop_the_oldest(store: Store) -> None:
    drafts = store.settings.beginning(_BEGINNING)
    for name in list(drafts)[:-MOST]:
        store.settings.forget(name)


def _setting(person_id: int, meeting_id: int) -> str:
    if meeting_id:
        return setting_about(PLAN_DRAFT, Kind.MEETING, meeting_id)
    return setting_about(PLAN_DRAFT, Kind.PERSON, person_id)


def _plain(wish: Wish) -> dict[str, Any]:
    starts = wish.starts.isoformat(timespec="minutes") if wish.starts else None
    return asdict(wish) | {"starts": starts}


def _wish(kept: dict[str, Any]) -> Wish | None:
    try:
        starts = datetime.fromisoformat(kept["starts"]) if kept["starts"] else None
        return Wish(**(kept | {"starts": starts, "part": PartOfDay(kept["part"])}))
    except (KeyError, TypeError, ValueError):
        return None
