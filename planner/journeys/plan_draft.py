"""What stood on the plan page when it was left, kept until the 1-2-1 is planned.

All drafts stand in one setting of the library, by whom or which 1-2-1 they are about.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from planner.domain.changes import Change
from planner.domain.wishes import PartOfDay, Wish
from planner.storage.store import Store

_SETTING = "plan-drafts"
MOST = 50  # drafts kept; then the oldest go, for nobody plans as many at once


def draft_of(store: Store, person_id: int, meeting_id: int = 0) -> Wish | None:
    """What was left unfinished about a person, or about a 1-2-1 being changed; None for nothing."""
    kept = _read(store).get(_key(person_id, meeting_id))
    return _wish(kept) if isinstance(kept, dict) else None


def keep_draft(store: Store, person_id: int, meeting_id: int, wish: Wish | None) -> Change:
    """Keeps what stands on the page; None forgets it. Drafts about people long gone go too."""
    with store.transaction() as work:
        drafts = _read(store)
        drafts.pop(_key(person_id, meeting_id), None)
        if wish is not None:
            drafts[_key(person_id, meeting_id)] = _plain(wish)
        people = store.people.some([_person(key) for key in drafts])
        kept = {key: draft for key, draft in drafts.items() if _person(key) in people}
        newest = dict(list(kept.items())[-MOST:])
        if newest or store.settings.get(_SETTING):
            store.settings.put(_SETTING, json.dumps(newest))
    return work.change


def _key(person_id: int, meeting_id: int) -> str:
    return f"{person_id}/{meeting_id}"


def _person(key: str) -> int:
    number = key.partition("/")[0]
    return int(number) if number.isdecimal() else 0


def _read(store: Store) -> dict[str, Any]:
    try:
        kept = json.loads(store.settings.get(_SETTING, "{}"))
    except ValueError:  # a setting somebody wrote by hand is not worth failing over
        return {}
    return kept if isinstance(kept, dict) else {}


def _plain(wish: Wish) -> dict[str, Any]:
    starts = wish.starts.isoformat(timespec="minutes") if wish.starts else None
    return asdict(wish) | {"starts": starts}


def _wish(kept: dict[str, Any]) -> Wish | None:
    try:
        starts = datetime.fromisoformat(kept["starts"]) if kept["starts"] else None
        return Wish(**(kept | {"starts": starts, "part": PartOfDay(kept["part"])}))
    except (KeyError, TypeError, ValueError):
        return None
