"""The terminal's way to bring people in, and to say what the columns of a table mean."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from planner.domain.column_mapping import Meaning, Table
from planner.domain.merging import FileCount, ImportPlan, Reading, Refusal
from planner.errors import PlannerError
from ui import terminal_rows as rows
from ui.terminal_call import Call
from ui.terminal_duplicates import doubt_lines, doubt_row, doubts_by_file
from ui.terminal_output import Told, plain
from ui.terminal_subscribed import with_subscribed

if TYPE_CHECKING:
    from planner.storage.store import Store

Mappings = Mapping[str, tuple[Meaning, ...]]

_COLUMNS_NAMED = 8  # columns not understood that are named


def bring_in(call: Call) -> Told:
    from planner.journeys.import_contacts import apply_import, plan_import_of
    from planner.journeys.read_contacts import remember_mapping, remembered_mappings

    dry, pictures = call.given.dry_run, _Pictures()
    with ExitStack() as opened:
        store: Store | None = None
        if call.has_library():
            store = opened.enter_context(call.store())
        mappings = remembered_mappings(store) if store else {}
        readings = _read(call.given.files, mappings)
        told = _told(readings, call.given.map)
        if told:
            readings = _read(call.given.files, {**mappings, **told})
        nothing = not any(reading.found for reading in readings)
        if store is None and not dry and not nothing:
            store = opened.enter_context(call.store())
        plan = plan_import_of(store, readings)
        if store is not None and not dry:
            apply_import(store, plan, call.today(store), small=pictures)
            for reading in readings:
                if reading.table and reading.table.key in told and reading.found:
                    remember_mapping(store, reading.table, reading.table.meanings)
        answer = _brought(readings, plan, pictures, dry=dry)
        return answer if store is None or dry else with_subscribed(call, store, answer)


def _brought(
    readings: Sequence[Reading], plan: ImportPlan, pictures: _Pictures, *, dry: bool
) -> Told:
    """What came of it, in words."""
    nothing = not any(reading.found for reading in readings)
    lines = [line for count in plan.files for line in _lines(count)]
    if plan.in_several:
        lines.append(_in_several(plan.in_several))
    lines += doubt_lines(plan)
    if dry:
        lines.append("This was a dry run: nothing was changed.")
    return Told(
        [
            rows.imported(count) | {"possible_duplicates": [doubt_row(d) for d in doubts]}
            for count, doubts in zip(plan.files, doubts_by_file(plan), strict=True)
        ],
        tuple(lines),
        refused=_first_refusal(readings) if nothing else "",
        warning=pictures.warning,
    )


def _lines(count: FileCount) -> list[str]:
    """A file in words, with the columns of a table that nothing is read from."""
    lines, table = rows.import_lines(count), count.reading.table
    left_out = [c for c in table.columns if c.samples] if table and not table.remembered else []
    names = [plain(c.header) for c in left_out if c.meaning is Meaning.NOTHING and c.header]
    if names:
        shown = ", ".join(f"“{name}”" for name in names[:_COLUMNS_NAMED])
        more = f" and {len(names) - _COLUMNS_NAMED} more" if len(names) > _COLUMNS_NAMED else ""
        say = f'--map "{names[0]}=MEANING"'
        lines.append(f"  columns not understood: {shown}{more}; say what they mean with {say}")
    return lines


def _in_several(people: int) -> str:
    if people == 1:
        return "1 person is in more than one file."
    return f"{people:,} people are in more than one file."


class _Pictures:
    """Makes pictures small, and counts those that cannot be; Qt is there from the first on."""

    def __init__(self) -> None:
        self._left_out = 0

    def __call__(self, picture: bytes) -> bytes:
        from ui.photos import small

        made = small(picture)
        self._left_out += not made
        return made

    @property
    def warning(self) -> str:
        """What was left out, as a sentence, "" for nothing."""
        if not self._left_out:
            return ""
        if self._left_out == 1:
            return "One picture is damaged and was left out."
        return f"{self._left_out:,} pictures are damaged and were left out."


def column_told(text: str) -> tuple[str, Meaning]:
    """A column and what it means, from "Company=company"; the column's name may hold "=" too."""
    column, equals, word = text.rpartition("=")
    word = word.strip().casefold().replace(" ", "_").replace("-", "_")
    if not equals or not column.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form COLUMN=MEANING")
    if word not in set(Meaning):
        raise argparse.ArgumentTypeError(
            f"{text!r} names no meaning there is; choose one of {', '.join(Meaning)}"
        )
    return column, Meaning(word)


def _read(files: Sequence[Path], mappings: Mappings) -> list[Reading]:
    """What the files hold; one that cannot be opened is refused as a whole, like a wrong one."""
    from planner.journeys.read_contacts import read_contacts

    readings: list[Reading] = []
    for path in files:
        try:
            readings += read_contacts([path], mappings)
        except PlannerError as refusal:
            readings.append(Reading(str(path), "", refused=(Refusal("", str(refusal)),)))
    return readings


def _told(readings: Iterable[Reading], told: Sequence[tuple[str, Meaning]]) -> Mappings:
    """What the columns of the tables mean with these said anew, by the tables' keys.

    Raises PlannerError for a column that none of the files has.
    """
    tables = {reading.table.key: reading.table for reading in readings if reading.table}
    found: dict[str, tuple[Meaning, ...]] = {}
    for column, meaning in told:
        having = {key: table for key, table in tables.items() if _places(table, column)}
        if not having:
            raise PlannerError(_no_such_column(column, tables.values()))
        for key, table in having.items():
            meanings = list(found.get(key, table.meanings))
            for place in _places(table, column):
                meanings[place] = meaning
            found[key] = tuple(meanings)
    return found


def _places(table: Table, column: str) -> list[int]:
    """Where the columns of this name stand; case and blanks make no difference."""
    wanted = _compared(column)
    return [n for n, each in enumerate(table.columns) if _compared(each.header) == wanted]


def _compared(name: str) -> str:
    return " ".join(name.casefold().split())


def _no_such_column(column: str, tables: Iterable[Table]) -> str:
    names = [each.header for table in tables for each in table.columns if each.header]
    if not names:
        return (
            f"There is no column “{column}” to say anything of: files of LinkedIn, Google, Outlook "
            "and vCard are read as they are. Leave --map out."
        )
    return f"There is no column “{column}”; there are {', '.join(f'“{name}”' for name in names)}."


def _first_refusal(readings: Iterable[Reading]) -> str:
    """Why nothing could be read, "" when nothing was refused (a file may be empty)."""
    for reading in readings:
        for refusal in reading.refused:
            where = ", ".join(part for part in (reading.file, refusal.where) if part)
            return f"Nothing could be read. {plain(where)}: {plain(refusal.reason)}"
    return ""
