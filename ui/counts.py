"""The quiet figures beside the pages in the navigation."""

from __future__ import annotations

from dataclasses import dataclass

from ui.session import Session


@dataclass(frozen=True, slots=True)
class Counts:
    """People known, 1-2-1s planned, promises still open, and whether the user is late with one."""

    people: int
    planned: int
    promises: int
    late: bool


def count(session: Session) -> Counts:
    """Counts what the navigation shows."""
    store, today = session.store, session.today()
    promises = store.promises.open()
    return Counts(
        people=store.people.count(),
        planned=len(store.meetings.planned()),
        promises=len(promises),
        late=any(promise.mine and promise.days_late(today) > 0 for promise in promises),
    )
