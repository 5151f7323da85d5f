"""The terminal's commands for people: each walks a journey and says what came of it."""

from __future__ import annotations

from planner.domain.changes import Kind
from ui import terminal_rows as rows
from ui.terminal_call import Call
from ui.terminal_output import Told, columns, plain
from ui.terminal_subscribed import with_subscribed


def sample(call: Call) -> Told:
    from planner.journeys.load_sample import load_sample

    with call.store() as store:
        count = len(load_sample(store, call.today(store), call.now).added(Kind.PERSON))
        told = Told({"people": count}, (f"The sample network is in: {count} people.",))
        return with_subscribed(call, store, told)


def people(call: Call) -> Told:
    from planner.journeys.find_people import matching_people

    with call.existing() as store:
        found = matching_people(store, call.given.search)
    return Told(
        [rows.person(each) for each in found],
        tuple(rows.person_line(each) for each in found) or ("Nobody.",),
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
