"""Every 1-2-1, as the Meetings page shows them: to come, waiting for a word, and past."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from planner.domain.agenda import Day, lay_out
from planner.domain.changes import Change
from planner.domain.conversation import Step
from planner.domain.diary import EMPTY, Diary
from planner.domain.meetings import CalledOff, Meeting, State
from planner.domain.people import Person
from planner.domain.proposal import Proposal
from planner.errors import PlannerError
from planner.journeys.answer_proposal import proposal_for
from planner.storage.store import Store

VIEWS = ("list", "month", "agenda")
_VIEW = "meetings view"  # the setting that says which of them the page opens in


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A 1-2-1 and what the person is called."""

    meeting: Meeting
    name: str


@dataclass(frozen=True, slots=True)
class MeetingWith:
    """A 1-2-1 and whom it is with; `step` is how far its conversation is, None before it.

    Of one that was missed or called off, `last` says whether nothing has come after it, and
    `rests_until` to which day they are left in peace, None for no longer than today.
    """

    meeting: Meeting
    person: Person
    step: Step | None = None
    last: bool = False
    rests_until: date | None = None
    proposal: Proposal | None = None  # another time that they proposed, to be answered


@dataclass(frozen=True, slots=True)
class Meetings:
    """`coming` and `off`, called off before it came, soonest first.

    `waiting`, over but nothing noted, and `past` latest first.
    """

    waiting: tuple[MeetingRow, ...]
    coming: tuple[MeetingRow, ...]
    past: tuple[MeetingRow, ...]
    off: tuple[MeetingRow, ...] = ()

    def __len__(self) -> int:
        return len(self.waiting) + len(self.coming) + len(self.past) + len(self.off)


def all_meetings(store: Store, now: datetime) -> Meetings:
    """Reads them all; `now` is UTC, naive."""
    names = store.people.names()
    waiting: list[MeetingRow] = []
    coming: list[MeetingRow] = []
    past: list[MeetingRow] = []
    off: list[MeetingRow] = []
    for meeting in store.meetings.all():
        if meeting.person not in names:
            continue  # of a spoiled file; “Check my data” tells of it
        row = MeetingRow(meeting, names[meeting.person])
        if meeting.state is State.CANCELLED and meeting.ends_utc > now:
            off.append(row)
        elif not meeting.planned:
            past.append(row)
        elif meeting.ends_utc > now:
            coming.append(row)
        else:
            waiting.append(row)
    return Meetings(tuple(reversed(waiting)), tuple(coming), tuple(reversed(past)), tuple(off))


@dataclass(frozen=True, slots=True)
class Days:
    """Days side by side or below each other, and what the people of their 1-2-1s are called."""

    days: tuple[Day, ...]
    names: Mapping[int, str] = field(default_factory=dict)  # by the person's id
    now: datetime = datetime.min  # UTC, naive: what is over by now waits for a word


def days_from(
    store: Store,
    first: date,
    count: int,
    zone: str,
    now: datetime,
    diary: Diary = EMPTY,
) -> Days:
    """The days from `first` with their 1-2-1s, what else the user is taken by, and what is free.

    A 1-2-1 of which the month or the year alone is remembered is on none of them.
    `zone` is where the user is, `now` UTC, naive; `diary` when they can meet nobody.
    """
    # Wall time decides which day a 1-2-1 belongs to: a day more on either side is looked at.
    begins = datetime.combine(first, datetime.min.time())
    margin = timedelta(days=1)
    found = store.meetings.between(begins - margin, begins + (count + 1) * margin)
    people = store.people.some({meeting.person for meeting in found})
    meetings = [one for one in found if one.person in people and not one.vague]
    ours = store.meetings.uids() if diary else frozenset()
    trips = store.trips.all()
    return Days(
        lay_out(first, count, meetings, diary, store.me.get().week, zone, now, ours, trips),
        {id: person.name for id, person in people.items()},
        now,
    )


def view_kept(store: Store) -> str:
    """Which of VIEWS the page opens in."""
    kept = store.settings.get(_VIEW)
    return kept if kept in VIEWS else VIEWS[0]


def keep_view(store: Store, view: str) -> Change:
    """Keeps which of VIEWS the page opens in."""
    with store.transaction() as work:
        store.settings.put(_VIEW, view if view in VIEWS else VIEWS[0])
    return work.change


def say_who_called_off(store: Store, meeting_id: int, by: CalledOff) -> Change:
    """Says of a 1-2-1 called off before by whom that was; calendars need not be told."""
    with store.transaction() as work:
        meeting = store.meetings.get(meeting_id)
        if meeting.state is not State.CANCELLED:
            raise PlannerError("This 1-2-1 was not called off. Look at how it stands now.")
        store.meetings.update(replace(meeting, called_off=by))
    return work.change


def meeting_with(store: Store, meeting_id: int, today: date | None = None) -> MeetingWith | None:
    """One of them with everything known of whom it is with; None when either is gone.

    With `today`, how things stand after one that fell through as well.
    """
    meeting = store.meetings.find(meeting_id)
    person = None if meeting is None else store.people.find(meeting.person)
    if meeting is None or person is None:
        return None
    begun = store.conversations.of_meeting(meeting_id)
    proposal = proposal_for(store, meeting)
    one = MeetingWith(meeting, person, begun.step if begun else None, proposal=proposal)
    if today is None or meeting.state not in (State.CANCELLED, State.MISSED):
        return one
    after = [
        other
        for other in store.meetings.of_person(person.id)
        if other.starts_utc > meeting.starts_utc or (other.planned and other.starts.date() >= today)
    ]
    (signals,) = store.history.signals(store.me.get(), today, only=[person.id])
    rests = today + timedelta(days=signals.rests) if signals.rests > 0 else None
    return replace(one, last=not after, rests_until=rests)
