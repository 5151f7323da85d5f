"""Any file that may hold contacts -> what it holds, decided by its content, never its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from planner.contacts.bounds import within_bounds
from planner.contacts.file_kinds import binary_kind, text_kind
from planner.contacts.progress import Progress, unseen
from planner.domain.column_mapping import Meaning
from planner.domain.merging import Reading, Refusal
from planner.errors import PlannerError

# A library of thousands with a photo each stays below this; more is no file of contacts.
MOST_MEGABYTES = 256
_MEGABYTE = 1_000_000
NO_MAPPINGS: Mapping[str, Sequence[Meaning]] = MappingProxyType({})


def read_file(
    path: Path,
    mappings: Mapping[str, Sequence[Meaning]] = NO_MAPPINGS,
    progress: Progress = unseen,
) -> Reading:
    """What a contact file holds: vCard, CSV, or a zip with either; named for what it is if not.

    Never raises for what is in the file. Raises PlannerError in words when it cannot be opened,
    and whatever `progress` raises. A folder is taken for an unpacked LinkedIn archive when
    Connections.csv lies in it. `mappings` say by the key of a table what its columns mean.
    """
    file = str(path)
    data = _bytes(path)
    if len(data) > MOST_MEGABYTES * _MEGABYTE:
        return _refused(file, f"It is larger than {MOST_MEGABYTES} MB; export fewer at a time.")
    reading = read_bytes(data, file, mappings, progress)
    return replace(reading, file=file)


def read_bytes(
    data: bytes,
    file: str,
    mappings: Mapping[str, Sequence[Meaning]] = NO_MAPPINGS,
    progress: Progress = unseen,
    *,
    packed: bool = False,
) -> Reading:
    """What the bytes of a file hold; `packed` ones come out of a zip and hold no other."""
    from planner.contacts import csv_file, vcard

    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from planner.contacts.zip_file import read_zip

        if packed:
            return _refused(file, "It is a zip inside a zip; unpack it and import what is in it.")
        return read_zip(data, file, mappings, progress)
    kind = binary_kind(data)
    if not kind and vcard.looks_like(data):
        reading = vcard.read(data, file, progress)
        return replace(reading, cards=tuple(map(within_bounds, reading.cards)))
    kind = kind or text_kind(data)
    if kind:
        return _refused(file, kind)
    return csv_file.read(data, file, mappings, progress)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        archived = next(
            (found for found in path.iterdir() if found.name.casefold() == "connections.csv"), None
        )
        if archived is None:
            raise PlannerError(f"{path} is a folder; choose the contact file in it instead.")
        path = archived
    try:
        if not path.is_file():
            path.stat()  # raises when there is nothing
            raise PlannerError(f"{path} is not a file that can be read; choose a contact file.")
        with path.open("rb") as opened:
            return opened.read(MOST_MEGABYTES * _MEGABYTE + 1)
    except FileNotFoundError:
        raise PlannerError(f"There is no file {path}; check its name and folder.") from None
    except PermissionError:
        raise PlannerError(
            f"{path} may not be read by you; change its permissions or copy it elsewhere."
        ) from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise PlannerError(f"{path} could not be read ({why}); copy it and try again.") from error


def _refused(file: str, reason: str) -> Reading:
    return Reading(file, "", refused=(Refusal("", reason),))
