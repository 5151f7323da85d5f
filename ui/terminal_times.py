"""The time a command gives for a 1-2-1: by which clock it is, and what speaks against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from planner.domain.wall_time import instants
from planner.domain.week import monday_of
from ui import clash_wording, day_wording
from ui.clock import Clock
from ui.terminal_call import Call
from ui.terminal_output import Told

if TYPE_CHECKING:
    from planner.domain.me import Me
    from planner.domain.meetings import Meeting
    from planner.domain.people import Person
    from planner.storage.store import Store


def at_home(store: Store) -> Me:
    """The user, with the zone they are in at home: the machine's where About me names none."""
    me = store.me.get()
    return replace(me, zone=me.zone or Clock().local_zone())


def zone_given(call: Call, store: Store, person: Person, before: Meeting | None = None) -> str:
    """The zone the time was meant in: the one named, else what `slots` shows for that day.

    One `before` that was planned by the clock of another place stays there, unless the user is on
    a trip on the new day.
    """
    from planner.journeys.time_chosen import zone_then

    if call.given.zone:
        return str(call.given.zone)
    me = at_home(store)
    zone = zone_then(store, me, person, call.given.at.date())
    if before is None or zone != me.zone:
        return zone
    then = zone_then(store, me, person, before.starts.date())
    return zone if before.zone == then else before.zone


def with_time_judged(call: Call, store: Store, told: Told, id: int) -> Told:
    """Adds to what is told of a 1-2-1 by which clock it is, and what speaks against its time."""
    meeting, me = store.meetings.get(id), at_home(store)
    lines = told.lines
    if meeting.zone != me.zone and not call.given.zone:
        lines = (*lines, f"The time is by the clock in {meeting.zone}; --zone says another.")
    said = " ".join((told.warning, *_against(call, store, me, meeting))).strip()
    return replace(told, lines=lines, warning=said)


def _against(call: Call, store: Store, me: Me, meeting: Meeting) -> Iterator[str]:
    from planner.journeys.time_chosen import against

    day = meeting.starts.date()
    if len(instants(meeting.starts, meeting.zone)) > 1:
        yield (
            f"Clocks in {meeting.zone} show {meeting.starts:%H:%M} twice on "
            f"{day_wording.day(day)}; this is the first of the two."
        )
    found = against(store, me, meeting, call.now)
    if found.people:
        yield clash_wording.meets(found.people)
    for busy in found.busy:
        yield clash_wording.is_on(busy)
    if found.day_off:
        yield clash_wording.is_off(found.day_off)
    if found.away:
        yield clash_wording.is_away(found.away)
    if found.full is not None:
        yield clash_wording.is_full(monday_of(day), found.full, me.per_week, call.today(store))
    yield from found.problems
