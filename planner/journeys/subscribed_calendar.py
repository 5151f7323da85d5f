"""The calendar file that other programs subscribe to: where it lies, and what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from planner.domain.changes import Change
from planner.errors import PlannerError
from planner.journeys.calendar_files import calendar_of, with_tasks
from planner.storage.store import Store

_FILE = "calendar to subscribe to"
_OURS = b"PRODID:-//Vis-a-vis//"
_HEAD = 1000  # bytes in which a calendar says who wrote it


@dataclass(frozen=True, slots=True)
class Subscribed:
    """The file the user named once, and whether promises stand in it as tasks."""

    path: Path
    tasks: bool = False


def subscribed(store: Store) -> Subscribed | None:
    """The file kept up to date for subscribing; None when the user named none."""
    path = store.settings.get(_FILE)
    return Subscribed(Path(path), with_tasks(store)) if path else None


def subscribe(store: Store, path: Path) -> Change:
    """Names the file. PlannerError when another calendar, or something else, lies there."""
    refuse_what_is_not_ours(path)
    with store.transaction() as work:
        store.settings.put(_FILE, str(path.absolute()))
    return work.change


def unsubscribe(store: Store) -> Change:
    """Keeps the file up to date no longer; it stays as it is."""
    with store.transaction() as work:
        store.settings.forget(_FILE)
    return work.change


def subscribed_calendar(store: Store, now: datetime) -> bytes:
    """What is to stand in the file; the same bytes until something in it differs.

    The sample network's 1-2-1s are left out once there is anybody else, as is what nobody but
    the user is to read: learn, give and ask, notes, messages. `now` is UTC, naive.
    """
    invented = {person.id for person in store.people.all() if person.sample}
    if len(invented) == store.people.count():
        invented = set()
    meetings = [one for one in store.meetings.all() if one.person not in invented]
    return calendar_of(
        store, meetings, now, tasks=with_tasks(store), left_out=frozenset(invented), followed=True
    )


def refuse_what_is_not_ours(path: Path) -> None:
    """PlannerError when a file lies there that is not a calendar of this program's."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:  # none is there, or writing it will say what is wrong
        return
    if head and _OURS not in head:
        raise PlannerError(
            f"{path} holds something else than a calendar of this program's, so it is left as it "
            "is. Choose a new name."
        )
