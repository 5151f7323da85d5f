"""Every 1-2-1, as the Meetings page shows them: to come, waiting for a word, and past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from planner.domain.conversation import Step
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.storage.store import Store


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A 1-2-1 and what the person is called."""

    meeting: Meeting
    name: str


@dataclass(frozen=True, slots=True)
class MeetingWith:
    """A 1-2-1 and whom it is with; `step` is how far its conversation is, None before it."""

    meeting: Meeting
    person: Person
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Meetings:
    """`coming` soonest first; `waiting`, over but nothing noted, and `past` latest first."""

    waiting: tuple[MeetingRow, ...]
    coming: tuple[MeetingRow, ...]
    past: tuple[MeetingRow, ...]

    def __len__(self) -> int:
        return len(self.waiting) + len(self.coming) + len(self.past)


def all_meetings(store: Store, now: datetime) -> Meetings:
    """Reads them all; `now` is UTC, naive."""
    names = store.people.names()
    waiting: list[MeetingRow] = []
    coming: list[MeetingRow] = []
    past: list[MeetingRow] = []
    for meeting in store.meetings.all():
        if meeting.person not in names:
            continue  # of a spoiled file; “Check my data” tells of it
        row = MeetingRow(meeting, names[meeting.person])
        if not meeting.planned:
            past.append(row)
        elif meeting.ends_utc > now:
            coming.append(row)
        else:
            waiting.append(row)
    return Meetings(tuple(reversed(waiting)), tuple(coming), tuple(reversed(past)))


def meeting_with(store: Store, meeting_id: int) -> MeetingWith | None:
    """One of them with everything known of whom it is with; None when either is gone."""
    meeting = store.meetings.find(meeting_id)
    person = None if meeting is None else store.people.find(meeting.person)
    if meeting is None or person is None:
        return None
    begun = store.conversations.of_meeting(meeting_id)
    return MeetingWith(meeting, person, begun.step if begun else None)
