"""What the user promised, as tasks that calendar programs list and tick."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from planner.calendar.plain_text import one_line
from planner.domain.promises import Promise

if TYPE_CHECKING:
    from uuid import UUID

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TaskStamp:
    """How often a task has changed since it was first written, and when it last did."""

    sequence: int
    moment: datetime  # UTC, naive, in whole seconds


def task_of(promise: Promise, name: str, library: UUID, stamp: TaskStamp) -> Any:
    """One promise of the user's to the person of that `name`.

    `library` is what tells the user's library from every other, so that the task keeps its UID
    and nobody else's has it. No organizer, as nobody else has a part in it (RFC 5545 3.8.4.3).
    """
    from uuid import uuid5  # here: it asks the platform for more than start-up can spare

    from icalendar import Todo

    changed = stamp.moment.replace(tzinfo=UTC)
    made = promise.made_on or changed.date()
    done = promise.done_on
    task = Todo()
    task.add("uid", f"{uuid5(library, f'promise {promise.id}').hex}@visavis")
    task.add("sequence", stamp.sequence)
    task.add("dtstamp", changed)
    task.add("last-modified", changed)
    task.add("summary", _summary(one_line(promise.text), one_line(name)))
    # A day of its own each: RFC 5546 3.4.1 wants a start, and RFC 5545 3.8.2.3 one before the due.
    task.add("dtstart", _before(made, promise.due))
    if promise.due is not None:
        task.add("due", promise.due)
    task.add("priority", 0)  # 3.8.1.9: none was given
    task.add("class", "PRIVATE")
    if done is None:
        task.add("status", "NEEDS-ACTION")
    else:
        task.add("status", "COMPLETED")
        task.add("percent-complete", 100)
        # At noon it is that day nearly everywhere; but nothing is done after it was written.
        task.add("completed", min(datetime.combine(done, time(12), UTC), changed))
    return task


def _summary(text: str, name: str) -> str:
    if not text:
        return f"Promised to {name}" if name else "Promised"
    return f"{text} ({name})" if name else text


def _before(made: date, due: date | None) -> date:
    return made if due is None else min(made, due - _DAY)
