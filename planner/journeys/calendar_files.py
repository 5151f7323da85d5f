"""The calendar files of 1-2-1s: for the user, for the other one, and all of them in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from planner.calendar import ics
from planner.calendar.ics import counted as counted
from planner.calendar.uid import new_uid
from planner.domain.changes import Change
from planner.domain.me import Me
from planner.domain.meetings import Meeting, Roughly, State, stamped
from planner.domain.people import Person
from planner.domain.wall_time import is_zone, wall_of
from planner.journeys.answer_invitation import answer
from planner.journeys.given_files import invited_address, invited_by, note_given
from planner.journeys.task_stamps import stamp_tasks
from planner.storage.store import Store

_TASKS = "tasks in calendar files"


def calendar_file(
    store: Store,
    meeting_id: int,
    now: datetime,
    invite: bool,
    *,
    organizer: str = "",
    write: Callable[[bytes], None] | None = None,
) -> tuple[Change, bytes]:
    """The 1-2-1 as a calendar file, for the user or (`invite`) for the other one.

    Of a cancelled one it takes the 1-2-1 out of that calendar; of one they invited the user to
    it is the answer. What the file says of its own time is kept, so that a later one never seems
    older. `write` puts it where it belongs; when that fails, it does not count as given out.
    PlannerError when an e-mail is missing; `organizer` stands in while About me has none. The
    address that once invited stays this 1-2-1's, whatever About me says since.
    """
    with store.transaction() as work:
        meeting = stamped(with_uid(store.meetings.get(meeting_id), now), now)
        person, me = store.people.get(meeting.person), store.me.get()
        mine = (invited_by(store, meeting) if invite else "") or me.email
        me = replace(me, email=mine or organizer)
        if not invite:
            sheet = _sheet_text(store, meeting, me, now) if me.sheet_in_calendar else ""
            data = ics.for_me(meeting, person, me, now, sheet)
        else:
            meeting, data = _for_them(store, meeting, person, me, now)
        store.meetings.update(meeting)
        note_given(store, meeting, invite, person, mine)
        if write is not None:
            write(data)
    return work.change, data


def export_calendar(store: Store, now: datetime, *, tasks: bool = False) -> bytes:
    """All 1-2-1s as one calendar, to import; with the user's promises as `tasks` if wished.

    That is as chosen once for all, or for this time. PlannerError when there is nothing to write.
    `now` is UTC, naive.
    """
    return calendar_of(store, store.meetings.all(), now, tasks=tasks or with_tasks(store))


def with_tasks(store: Store) -> bool:
    """Whether a calendar of all 1-2-1s holds the user's promises as tasks."""
    return store.settings.get(_TASKS) == "yes"


def choose_tasks(store: Store, wanted: bool) -> Change:
    """Keeps whether it does."""
    with store.transaction() as work:
        if wanted:
            store.settings.put(_TASKS, "yes")
        else:
            store.settings.forget(_TASKS)
    return work.change


def calendar_of(
    store: Store,
    meetings: Iterable[Meeting],
    now: datetime,
    *,
    tasks: bool = False,
    left_out: frozenset[int] = frozenset(),
    followed: bool = False,
) -> bytes:
    """These 1-2-1s as one calendar, the user's promises as `tasks` in it if wished.

    Left out: those of which nobody remembers at what time they were.

    Promises to people `left_out`, by their ids, are not among them. PlannerError when there is
    nothing to write, unless it is to be `followed`. `now` is UTC, naive.
    """
    from planner.journeys.export_library import library_id

    known = [meeting for meeting in meetings if meeting.roughly is Roughly.NOT]
    meetings = _with_uids(store, known, now)
    people = {person.id: person for person in store.people.all()}
    promises = store.promises.all() if tasks else []
    promises = [one for one in promises if one.mine and one.person not in left_out]
    return ics.all_meetings(
        meetings,
        people,
        store.me.get(),
        now,
        promises=promises,
        stamps=stamp_tasks(store, promises, people, now),
        library=library_id(store) if promises else None,
        followed=followed,
    )


def with_uid(meeting: Meeting, now: datetime) -> Meeting:
    """A 1-2-1 that came without, such as a sample's, gets its UID with its first file."""
    if meeting.uid:
        return meeting
    created = meeting.created or now.replace(microsecond=0)
    return replace(meeting, uid=new_uid(), created=created)


def _with_uids(store: Store, meetings: list[Meeting], now: datetime) -> list[Meeting]:
    if all(meeting.uid for meeting in meetings):
        return meetings
    with store.transaction():
        meetings = [with_uid(meeting, now) for meeting in meetings]
        store.meetings.update_many(meetings)
    return meetings


def _for_them(
    store: Store, meeting: Meeting, person: Person, me: Me, now: datetime
) -> tuple[Meeting, bytes]:
    """What the other one gets, and the 1-2-1 as it stands then."""
    if meeting.theirs:
        return meeting, answer(store, meeting, person, me, now)
    # Updates go to the address that was invited: a calendar knows its owner by it.
    if (invited := invited_address(store, meeting)) in person.emails:
        person = replace(person, emails=(invited,))
    if meeting.state is State.CANCELLED:
        return meeting, ics.cancellation(meeting, person, me, now)
    return replace(meeting, invited=True), ics.request(meeting, person, me, now)


def _sheet_text(store: Store, meeting: Meeting, me: Me, now: datetime) -> str:
    """The cheat-sheet's text for the user's own entry; it holds nothing private."""
    from planner.domain.sheet_text import sheet_text
    from planner.journeys.prepare_sheet import prepare
    from planner.journeys.question_library import question_library

    today = (wall_of(now, me.zone) if is_zone(me.zone) else now).date()
    return sheet_text(prepare(store, question_library(store), today, meeting_id=meeting.id))
