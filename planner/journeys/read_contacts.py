"""Reading contact files, and remembering how tables of no known program are understood."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from planner.contacts.progress import Progress, part, unseen
from planner.contacts.reading import read_bytes, read_file
from planner.domain.changes import Change
from planner.domain.column_mapping import Meaning, Table
from planner.domain.in_bulk import in_bulk
from planner.domain.library_header import FIRST_PAGE_BYTES
from planner.domain.merging import Reading, Refusal
from planner.errors import PlannerError
from planner.storage.open_files import bytes_of, is_open
from planner.storage.store import Store

_SETTING = "columns of "  # with a table's key behind it: what its columns mean
_EXPORT = (
    "This is a whole Vis-à-vis library, exported as JSON. To have all of it again, choose "
    "“Go back to a backup…” in the menu, or “restore” in the terminal."
)
_BEGINNING = 200  # bytes in which an export says what it is
_NONE: Mapping[str, tuple[Meaning, ...]] = MappingProxyType({})


def read_contacts(
    paths: Iterable[Path],
    mappings: Mapping[str, tuple[Meaning, ...]] = _NONE,
    progress: Progress | None = None,
    *,
    pass_over: bool = False,
) -> list[Reading]:
    """What the files hold. Raises PlannerError in words when one of them cannot be opened.

    To `pass_over` files that cannot be opened takes them for refused where another one can be.
    `mappings` say by `Table.key` what the columns of a table mean. `progress(done, of)` is told
    every few milliseconds how many of all bytes are read; what it raises ends the reading.
    """
    chosen = list(paths)
    sizes = [_size(path) for path in chosen]
    readings: list[Reading] = []
    shut: list[PlannerError] = []
    for number, path in enumerate(chosen):
        before, size = sum(sizes[:number]), sizes[number]
        told = part(progress or unseen, before, size, sum(sizes))
        told(0, 1)
        try:
            with in_bulk():
                readings.append(_read(path, mappings, told))
        except PlannerError as refusal:
            if not pass_over:
                raise
            shut.append(refusal)
            readings.append(Reading(str(path), "", refused=(Refusal("", str(refusal)),)))
        told(1, 1)
    if shut and len(shut) == len(chosen):
        raise shut[0]
    return readings


def _read(path: Path, mappings: Mapping[str, tuple[Meaning, ...]], told: Progress) -> Reading:
    if not is_open(path):
        reading = read_file(path, mappings, told)
        return reading if reading.format or reading.found else _named_for_what_it_is(reading)
    # The library that is open, not contacts: to read it as other files are costs it its locks.
    with bytes_of(path) as file:
        return read_bytes(file.read(FIRST_PAGE_BYTES), str(path))


def holds_library(path: Path) -> bool:
    """Whether a file is a whole library that this program exported, by how it begins."""
    from planner.storage.open_form import FORMAT

    try:
        with bytes_of(path) as file:
            beginning = file.read(_BEGINNING)
    except OSError:
        return False
    named = f'{{"format":"{FORMAT}"'.encode()
    return b"".join(beginning.removeprefix(b"\xef\xbb\xbf").split()).startswith(named)


def _named_for_what_it_is(reading: Reading) -> Reading:
    """Says of the program's own export, which is no contact file, where it can be opened."""
    if not holds_library(Path(reading.file)):
        return reading
    return replace(reading, refused=(Refusal("", _EXPORT),))


def remembered_mappings(store: Store) -> dict[str, tuple[Meaning, ...]]:
    """What the columns of tables mean that were told before, by `Table.key`."""
    mappings: dict[str, tuple[Meaning, ...]] = {}
    for name, value in store.settings.beginning(_SETTING).items():
        try:
            mappings[name.removeprefix(_SETTING)] = tuple(map(Meaning, value.split(",")))
        except ValueError:  # a meaning that only a newer version knows
            continue
    return mappings


def remember_mapping(store: Store, table: Table, meanings: Sequence[Meaning]) -> Change:
    """Keeps what the columns of such a table mean, for every file with this header."""
    with store.transaction() as work:
        store.settings.put(_SETTING + table.key, ",".join(meanings))
    return work.change


def _size(path: Path) -> int:
    """Bytes of a file; 1 for what cannot be told, so that every file counts."""
    try:
        return max(1, path.stat().st_size)
    except (OSError, ValueError):
        return 1
