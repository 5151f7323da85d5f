"""The terminal's commands for 1-2-1s: plan, move, call off, list, and their calendar files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from planner.errors import PlannerError
from ui import saving
from ui import terminal_rows as rows
from ui.terminal_call import Call
from ui.terminal_output import Told, plain
from ui.terminal_subscribed import with_subscribed
from ui.terminal_times import with_time_judged, zone_given

if TYPE_CHECKING:
    from planner.storage.store import Store

# Whom an invitation is from while the user's own address is not known: RFC 5546 wants somebody,
# and mail to .invalid reaches nobody (RFC 2606).
NO_ADDRESS = "no-address@visavis.invalid"
ANSWERS_GET_LOST = (
    "Your own e-mail address is not known yet, so answers to this invitation cannot reach you: "
    "give it with --email, or in About me."
)
MINUTES = 45  # of a 1-2-1 nobody said the length of


def plan(call: Call) -> Told:
    from planner.journeys import plan_meeting
    from planner.journeys.find_people import one_person
    from planner.journeys.when_and_where import refuse_past

    given = call.given
    with call.existing() as store:
        # It is planned with its file, or not at all.
        with saving.NewFile(given.out) as file, store.transaction():
            person = one_person(store, given.person)
            zone = zone_given(call, store, person)
            when_and_where = (given.at, zone, given.minutes, given.place)
            refuse_past(given.at, zone, call.now)
            _, meeting = plan_meeting.plan(
                store, person.id, *when_and_where, "", "", "", None, call.now
            )
            told = _written(call, store, meeting.id, "Planned", file)
        told = with_time_judged(call, store, told, meeting.id)
        return with_subscribed(call, store, told)


def reschedule(call: Call) -> Told:
    from planner.journeys import plan_meeting

    given = call.given
    with call.existing() as store:
        with saving.NewFile(given.out) as file, store.transaction():
            before = store.meetings.get(given.meeting)
            person = store.people.get(before.person)
            _, meeting = plan_meeting.reschedule(
                store,
                given.meeting,
                given.at,
                call.now,
                zone=zone_given(call, store, person, before),
                minutes=given.minutes,
                place=given.place,
            )
            told = _written(call, store, meeting.id, "Moved", file)
        told = with_time_judged(call, store, told, meeting.id)
        return with_subscribed(call, store, told)


def cancel(call: Call) -> Told:
    from planner.domain.meetings import CalledOff
    from planner.journeys import plan_meeting

    given = call.given
    with call.existing() as store:
        with saving.NewFile(given.out) as file, store.transaction():
            _, meeting = plan_meeting.cancel(store, given.meeting, call.now, CalledOff(given.by))
            told = _written(call, store, meeting.id, "Called off", file)
        return with_subscribed(call, store, told)


def agree(call: Call) -> Told:
    from planner.domain.meetings import State
    from planner.journeys import plan_meeting

    given = call.given
    with call.existing() as store:
        with saving.NewFile(given.out) as file, store.transaction():
            if (state := store.meetings.get(given.meeting).state) in (State.HELD, State.MISSED):
                raise PlannerError(f"That 1-2-1 was {state.value} already; plan a new one instead.")
            plan_meeting.mark(store, given.meeting, State.AGREED, call.now)
            told = _written(call, store, given.meeting, "Agreed", file)
        return with_subscribed(call, store, told)


def write(call: Call) -> Told:
    given = call.given
    with call.existing() as store:
        with saving.NewFile(given.out) as file, store.transaction():
            told = _written(call, store, given.meeting, "Written", file)
        return with_subscribed(call, store, told)


def meetings(call: Call) -> Told:
    from planner.journeys.answer_proposal import proposals

    with call.existing() as store:
        names = {person.id: person.name for person in store.people.all()}
        found = sorted(store.meetings.all(), key=lambda each: (each.starts_utc, each.id))
        proposed = proposals(store, found)
    document = [
        rows.meeting(each, names[each.person], None, proposed.get(each.id))
        for each in found
        if each.person in names
    ]
    return Told(document, tuple(rows.meeting_line(row) for row in document) or ("No 1-2-1s.",))


def export_calendar(call: Call) -> Told:
    from planner.journeys import calendar_files
    from planner.journeys.subscribed_calendar import subscribe

    given = call.given
    out: Path = given.out
    saving.check(out)
    with call.existing() as store:
        if given.subscribe:
            from ui.subscribed_file import bring_up_to_date, content_of

            with store.transaction():  # it is named when it is written, or not at all
                subscribe(store, out)
                if given.tasks:
                    calendar_files.choose_tasks(store, True)
                content = content_of(store, call.now)
                bring_up_to_date(content)
                data = content.data
        else:
            data = calendar_files.export_calendar(store, call.now, tasks=given.tasks)
            saving.save(out, data)
    met, tasks = calendar_files.counted(data)
    row: rows.Row = {"file": str(out), "meetings": met, "tasks": tasks}
    lines = [f"In {plain(str(out))}: {_several(met, '1-2-1')}, {_several(tasks, 'task')}."]
    if given.subscribe:
        row["kept_up_to_date"] = True
        lines.append("It is kept up to date from now on; Settings in the window end that.")
    return Told(row, tuple(lines))


def _several(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _written(call: Call, store: Store, meeting_id: int, done: str, file: saving.NewFile) -> Told:
    """Writes the 1-2-1's calendar file and tells of both."""
    from planner.journeys import about_me, calendar_files
    from planner.journeys.answer_proposal import proposal_for

    given = call.given
    if given.email:
        about_me.save(store, replace(store.me.get(), email=given.email))
    calendar_files.calendar_file(
        store,
        meeting_id,
        call.now,
        given.invite,
        organizer=NO_ADDRESS,
        write=file.write,
    )
    meeting = store.meetings.get(meeting_id)
    proposal = proposal_for(store, meeting)
    row = rows.meeting(meeting, store.people.get(meeting.person).name, given.out, proposal)
    unreachable = given.invite and not store.me.get().email
    return Told(
        row,
        (
            f"{done}: 1-2-1 {rows.meeting_line(row).strip()}",
            f"The calendar file is {plain(str(given.out))}.",
        ),
        warning=ANSWERS_GET_LOST if unreachable else "",
    )
