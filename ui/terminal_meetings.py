"""The terminal's commands for 1-2-1s: plan, move, call off, list, and their calendar files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ui import saving
from ui import terminal_rows as rows
from ui.clock import Clock
from ui.terminal_call import Call
from ui.terminal_output import Told, plain

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

    given = call.given
    # It is planned with its file, or not at all.
    with saving.NewFile(given.out) as file, call.existing() as store, store.transaction():
        person = one_person(store, given.person)
        zone = given.zone or store.me.get().zone or Clock().local_zone()
        _, meeting = plan_meeting.plan(
            store, person.id, given.at, zone, given.minutes, given.place, "", "", "", None, call.now
        )
        return _written(call, store, meeting.id, "Planned", file)


def reschedule(call: Call) -> Told:
    from planner.journeys import plan_meeting

    given = call.given
    with saving.NewFile(given.out) as file, call.existing() as store, store.transaction():
        _, meeting = plan_meeting.reschedule(
            store,
            given.meeting,
            given.at,
            call.now,
            zone=given.zone,
            minutes=given.minutes,
            place=given.place,
        )
        return _written(call, store, meeting.id, "Moved", file)


def cancel(call: Call) -> Told:
    from planner.journeys import plan_meeting

    given = call.given
    with saving.NewFile(given.out) as file, call.existing() as store, store.transaction():
        _, meeting = plan_meeting.cancel(store, given.meeting, call.now)
        return _written(call, store, meeting.id, "Called off", file)


def meetings(call: Call) -> Told:
    with call.existing() as store:
        names = {person.id: person.name for person in store.people.all()}
        found = sorted(store.meetings.all(), key=lambda each: (each.starts_utc, each.id))
    document = [
        rows.meeting(each, names[each.person], None) for each in found if each.person in names
    ]
    return Told(document, tuple(rows.meeting_line(row) for row in document) or ("No 1-2-1s.",))


def export_calendar(call: Call) -> Told:
    from planner.journeys import plan_meeting

    out: Path = call.given.out
    saving.check(out)
    with call.existing() as store:
        data = plan_meeting.export_calendar(store, call.now)
        count = len(store.meetings.all())
    saving.save(out, data)
    return Told(
        {"file": str(out), "meetings": count}, (f"{count} 1-2-1s are in {plain(str(out))}.",)
    )


def _written(call: Call, store: Store, meeting_id: int, done: str, file: saving.NewFile) -> Told:
    """Writes the 1-2-1's calendar file and tells of both."""
    from planner.journeys import about_me, plan_meeting

    given = call.given
    if given.email:
        about_me.save(store, replace(store.me.get(), email=given.email))
    plan_meeting.calendar_file(
        store,
        meeting_id,
        call.now,
        given.invite,
        organizer=NO_ADDRESS,
        write=file.write,
    )
    meeting = store.meetings.get(meeting_id)
    row = rows.meeting(meeting, store.people.get(meeting.person).name, given.out)
    unreachable = given.invite and not store.me.get().email
    return Told(
        row,
        (
            f"{done}: 1-2-1 {rows.meeting_line(row).strip()}",
            f"The calendar file is {plain(str(given.out))}.",
        ),
        warning=ANSWERS_GET_LOST if unreachable else "",
    )
