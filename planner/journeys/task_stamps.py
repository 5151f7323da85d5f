"""How often each promise has changed as a task in calendar files, and when it last did.

Kept in one setting, so that a calendar program takes a tick on the same day, or one taken back,
for the newer word.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import blake2b

from planner.calendar.tasks import TaskStamp
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.storage.store import Store

_STAMPS = "stamps of tasks in calendar files"  # by promise: what it says, SEQUENCE, DTSTAMP
_DIGEST = 6  # bytes that tell what a task said from what it says now

Kept = tuple[str, int, datetime]


def stamp_tasks(
    store: Store, promises: Sequence[Promise], people: Mapping[int, Person], now: datetime
) -> dict[int, TaskStamp]:
    """The stamp of each promise by its id; anew for those that say something else than last time.

    None goes back, even when the computer's clock does. `now` is UTC, naive.
    """
    now = now.replace(microsecond=0)
    say = {promise.id: _digest(promise, people[promise.person].name) for promise in promises}
    kept = _kept(store)
    if any(id not in kept or kept[id][0] != says for id, says in say.items()):
        with store.transaction():
            kept = _kept(store)  # another export may have been quicker
            kept |= {id: _stands(kept.get(id), says, now) for id, says in say.items()}
            store.settings.put(_STAMPS, _written(kept))
    return {id: TaskStamp(*kept[id][1:]) for id in say}


def _stands(before: Kept | None, says: str, now: datetime) -> Kept:
    if before is None:
        return says, 0, now
    if before[0] == says:
        return before
    return says, before[1] + 1, max(before[2], now)


def _digest(promise: Promise, name: str) -> str:
    says = repr((promise.text, name, promise.made_on, promise.due, promise.done_on))
    return blake2b(says.encode("utf-8", "replace"), digest_size=_DIGEST).hexdigest()


def _kept(store: Store) -> dict[int, Kept]:
    try:
        read = json.loads(store.settings.get(_STAMPS, "{}"))
        return {
            int(promise): (str(says), int(sequence), datetime.fromisoformat(stamp))
            for promise, (says, sequence, stamp) in read.items()
        }
    except (ValueError, TypeError, AttributeError):  # as somebody wrote it by hand
        return {}


def _written(kept: Mapping[int, Kept]) -> str:
    return json.dumps(
        {id: (says, sequence, stamp.isoformat()) for id, (says, sequence, stamp) in kept.items()}
    )
