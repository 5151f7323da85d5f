"""When two people last spoke, and what of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.domain.meetings import Meeting, Roughly, State, Touch
from planner.domain.shortening import one_line, shorten

LAST_TIME_WORDS = 30  # as much of it as is read at a glance


@dataclass(frozen=True, slots=True)
class LastTime:
    """When they last spoke, and what of."""

    day: date
    text: str
    roughly: Roughly = Roughly.NOT  # how much of the day is remembered


def last_held(meeting: Meeting | None, history: Iterable[Meeting]) -> Meeting | None:
    """The last 1-2-1 held before `meeting`, or the last of all without one."""
    held = [
        past
        for past in history
        if past.state is State.HELD
        and (meeting is None or (past.id != meeting.id and past.starts_utc < meeting.starts_utc))
    ]
    return max(held, key=lambda past: (past.starts_utc, past.id), default=None)


def last_time(
    meeting: Meeting | None,
    history: Iterable[Meeting],
    touches: Iterable[Touch],
    last_notes: Sequence[str],
    today: date,
    limit: int = LAST_TIME_WORDS,
) -> LastTime | None:
    """The last contact that has words, by talk or by touch; without any, the last of all.

    It is cut to `limit` words.
    """
    meetings = list(history)
    newest = last_held(meeting, meetings)
    noted = "; ".join(filter(one_line, last_notes))
    until = meeting.starts.date() if meeting else today
    contacts = [
        LastTime(
            past.starts.date(), past.summary or (noted if past == newest else ""), past.roughly
        )
        for past in meetings
        if newest and past.state is State.HELD and past.starts_utc <= newest.starts_utc
    ]
    contacts += [LastTime(touch.day, touch.note) for touch in touches if touch.day <= until]
    contacts.sort(key=lambda contact: contact.day, reverse=True)
    told = next((contact for contact in contacts if one_line(contact.text)), None)
    last = told or next(iter(contacts), None)
    return replace(last, text=shorten(last.text, limit)) if last else None
