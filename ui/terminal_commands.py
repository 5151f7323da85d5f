"""The terminal's commands for people: each walks a journey and says what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

from planner.domain.changes import Kind
from planner.domain.merging import Reading, Refusal
from planner.errors import PlannerError
from ui import saving
from ui import terminal_rows as rows
from ui.terminal_call import Call
from ui.terminal_output import Told, columns, plain


def sample(call: Call) -> Told:
    from planner.journeys.load_sample import load_sample

    with call.store() as store:
        count = len(load_sample(store, call.today(store), call.now).added(Kind.PERSON))
    return Told({"people": count}, (f"The sample network is in: {count} people.",))


def people(call: Call) -> Told:
    from planner.journeys.find_people import matching_people

    with call.existing() as store:
        found = matching_people(store, call.given.search)
    return Told(
        [rows.person(each) for each in found],
        tuple(rows.person_line(each) for each in found) or ("Nobody.",),
    )


def bring_in(call: Call) -> Told:
    from planner.journeys.import_contacts import apply_import, plan_import_of

    readings = [_reading(path) for path in call.given.files]
    nothing = not any(reading.found for reading in readings)
    dry = call.given.dry_run
    wanted = call.has_library() if dry else not nothing
    with call.store() if wanted else nullcontext() as store:
        plan = plan_import_of(store, readings)
        if store is not None and not dry:
            apply_import(store, plan, call.today(store))
    lines = [line for count in plan.files for line in rows.import_lines(count)]
    if dry:
        lines.append("This was a dry run: nothing was changed.")
    return Told(
        [rows.imported(count) for count in plan.files],
        tuple(lines),
        refused=_first_refusal(readings) if nothing else "",
    )


def suggest(call: Call) -> Told:
    from planner.journeys.suggest_people import suggest as suggested
    from ui.reason_wording import sentence

    with call.existing() as store:
        today = call.today(store)
        entries = suggested(store, today, call.given.count).entries
    document: list[rows.Row] = []
    lines: list[str] = []
    for entry in entries:
        reasons = [
            {"kind": reason.kind.value, "sentence": sentence(reason, entry.person, today)}
            for reason in entry.reasons
        ]
        document.append(
            {
                "rank": entry.rank,
                "person": entry.person.id,
                "name": entry.person.name,
                "score": round(entry.score, 6),
                "reasons": reasons,
            }
        )
        lines.append(f"{entry.rank:>3}  {columns(entry.person.name, entry.person.headline)}")
        lines += [f"     - {plain(reason['sentence'])}" for reason in reasons]
    return Told(document, tuple(lines) or ("Nobody to suggest: bring people in first.",))


def sheet(call: Call) -> Told:
    from planner.journeys.find_people import one_person
    from planner.journeys.hold_conversation import question_library
    from planner.journeys.prepare_sheet import prepare
    from ui.printing import write_pdf
    from ui.sheet_layout import Paper

    given = call.given
    saving.check(given.out)
    with call.existing() as store:
        library, today = question_library(), call.today(store)
        if given.meeting is not None:
            page = prepare(store, library, today, meeting_id=given.meeting)
        else:
            person = one_person(store, given.person)
            page = prepare(store, library, today, person_id=person.id)
    write_pdf(page, given.out, Paper(given.paper))
    return Told(
        {"file": str(given.out), "pages": 1, "paper": given.paper},
        (f"The cheat-sheet for {plain(page.name)} is in {plain(str(given.out))}.",),
    )


def _reading(path: Path) -> Reading:
    """What a file holds; one that cannot be opened is refused as a whole, like a wrong one."""
    from planner.journeys.import_contacts import read_contacts

    try:
        return read_contacts([path])[0]
    except PlannerError as refusal:
        return Reading(str(path), "", refused=(Refusal("", str(refusal)),))


def _first_refusal(readings: Iterable[Reading]) -> str:
    """Why nothing could be read, "" when nothing was refused (a file may be empty)."""
    for reading in readings:
        for refusal in reading.refused:
            where = ", ".join(part for part in (reading.file, refusal.where) if part)
            return f"Nothing could be read. {where}: {refusal.reason}"
    return ""
