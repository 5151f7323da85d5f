"""Records as the terminal tells them: rows for JSON, whose keys the README promises, and lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from planner.domain.gaining import called
from planner.domain.meetings import Meeting, Roughly
from planner.domain.merging import FileCount, Refusal
from planner.domain.people import Person
from planner.domain.proposal import Proposal
from ui import wording
from ui.terminal_output import columns, plain

Row = dict[str, Any]


def person(of: Person) -> Row:
    return {
        "id": of.id,
        "name": of.name,
        "company": of.company,
        "role": of.role,
        "emails": list(of.emails),
        "phones": list(of.phones),
        "stage": of.stage.name.lower(),
    }


def person_line(of: Person) -> str:
    reach = ", ".join((*of.emails, *of.phones))
    return f"{of.id:>5}  {columns(of.name, of.headline, reach, wording.stage(of.stage))}"


def meeting(of: Meeting, name: str, file: Path | None, proposal: Proposal | None = None) -> Row:
    """`file` is the calendar file just written, None where none was; with another time that they
    proposed, where one waits.
    """
    row: Row = {
        "meeting": of.id,
        "uid": of.uid,
        "sequence": of.sequence,
        "state": of.state.value,
        "person": of.person,
        "name": name,
        "starts": of.starts.isoformat(timespec="minutes"),
        "zone": of.zone,
        "minutes": of.minutes,
        "place": of.place,
        "file": None if file is None else str(file),
    }
    if of.roughly is not Roughly.NOT:
        row["roughly"] = of.roughly.value
    if proposal is not None:
        row["proposal"] = {
            "starts": proposal.starts.isoformat(timespec="minutes"),
            "zone": proposal.zone,
            "minutes": proposal.minutes,
            "place": proposal.place,
        }
    return row


# Of the moment a 1-2-1 stands on, what is remembered: the day, the month, the year.
_AS_KNOWN = {Roughly.DAY: 10, Roughly.MONTH: 7, Roughly.YEAR: 4}


def meeting_line(row: Row) -> str:
    proposed = row.get("proposal")
    asked = f"they propose {columns(_when(proposed), proposed['place'])}" if proposed else ""
    told = columns(_when(row), row["name"], row["place"], row["state"], asked)
    return f"{row['meeting']:>5}  {told}"


def _when(row: Row) -> str:
    if letters := _AS_KNOWN.get(row.get("roughly", "")):
        return str(row["starts"][:letters])
    return f"{row['starts'].replace('T', ' ')} {row['zone']}, {row['minutes']} min"


def imported(count: FileCount) -> Row:
    """One file of an import: what was in it, and what of that is new."""
    reading = count.reading
    return {
        "file": reading.file,
        "format": reading.format,
        "found": count.found,
        "new": count.new,
        "changed": count.changed,
        "same": count.same,
        "refused": _reasons(reading.refused),
        "remarks": _reasons(reading.remarks),
        "people": [
            {
                "name": called(card),
                "emails": list(card.emails),
                "phones": list(card.phones),
                "company": card.company,
                "role": card.role,
            }
            for card in reading.cards
        ],
    }


def _reasons(refusals: Sequence[Refusal]) -> list[dict[str, str]]:
    return [{"where": each.where, "reason": each.reason} for each in refusals]


def import_lines(count: FileCount) -> list[str]:
    reading = count.reading
    told = f"{count.found} found: {count.new} new, {count.changed} changed, {count.same} the same"
    lines = [f"{plain(reading.file)}: {reading.format or 'not read'}, {told}"]
    for kind, refusals in (("refused", reading.refused), ("left out", reading.remarks)):
        for each in refusals:
            where = f", {plain(each.where)}" if each.where else ""
            lines.append(f"  {kind}{where}: {plain(each.reason)}")
    return lines
