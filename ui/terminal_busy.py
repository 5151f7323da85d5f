"""The terminal's command that tells when calendar files say somebody is taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from planner.domain.busy import BusyFile
from ui import terminal_rows as rows
from ui.clock import Clock
from ui.terminal_call import Call
from ui.terminal_output import Told, plain


def busy(call: Call) -> Told:
    from planner.journeys.busy_times import own_addresses
    from planner.journeys.look_into_calendars import look_into_calendars

    given, mine, zone = call.given, frozenset[str](), call.given.zone or ""
    if call.has_library():
        with call.store() as store:
            me = store.me.get()
            mine, zone = own_addresses(me), zone or me.zone
    zone = zone or Clock().local_zone()
    files, problems = look_into_calendars(given.files, zone, given.first, given.last, mine)
    nothing = bool(problems) and len(problems) == len(files)
    return Told(
        [_row(file) for file in files],
        tuple(line for file in files for line in _lines(file)) or ("No calendar file.",),
        refused=problems[0] if nothing else "",
    )


def _row(file: BusyFile) -> rows.Row:
    return {
        "file": file.file,
        "events": file.events,
        "skipped": [{"where": each.where, "reason": each.reason} for each in file.skipped],
        "busy": [
            {"start": _utc(each.start), "end": _utc(each.end), "summary": each.summary}
            for each in file.busy
        ],
    }


def _lines(file: BusyFile) -> Iterator[str]:
    events = "1 event" if file.events == 1 else f"{file.events:,} events"
    yield f"{plain(file.file)}: {events} in it"
    for each in file.skipped:
        yield f"  {plain(each.where)}: {plain(each.reason)}"
    for each_time in file.busy:
        between = f"{_utc(each_time.start)} {_utc(each_time.end)}"
        yield f"  {between}  {plain(each_time.title)}".rstrip()


def _utc(instant: datetime) -> str:
    return instant.replace(tzinfo=UTC, microsecond=0).isoformat().replace("+00:00", "Z")
