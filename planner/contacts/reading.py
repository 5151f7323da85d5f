"""Any file that may hold contacts -> what it holds, decided by its content, never its name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from planner.contacts.file_kinds import binary_kind, text_kind
from planner.domain.merging import Card, Reading, Refusal
from planner.errors import PlannerError

# A library of thousands with a photo each stays below this; more is no file of contacts.
MOST_MEGABYTES = 256
_MEGABYTE = 1_000_000

# What a person's page can show. Longer text is cut and says so.
_LONGEST_LINE = 300
_LONGEST_ADDRESS = 2_000
_LONGEST_NOTE = 50_000
_MOST_VALUES = 100


def read_file(path: Path) -> Reading:
    """What a contact file holds: vCard, CSV, or a zip with either; named for what it is if not.

    Never raises for what is in the file. Raises PlannerError in words when it cannot be opened.
    A folder is taken for an unpacked LinkedIn archive when Connections.csv lies in it.
    """
    file = str(path)
    data = _bytes(path)
    if len(data) > MOST_MEGABYTES * _MEGABYTE:
        return _refused(file, f"It is larger than {MOST_MEGABYTES} MB; export fewer at a time.")
    reading = read_bytes(data, file)
    cards = tuple(_within_bounds(card) for card in reading.cards)
    return replace(reading, file=file, cards=cards)


def read_bytes(data: bytes, file: str, *, packed: bool = False) -> Reading:
    """What the bytes of a file hold; `packed` ones come out of a zip and hold no other."""
    from planner.contacts import csv_file, vcard

    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from planner.contacts.zip_file import read_zip

        if packed:
            return _refused(file, "It is a zip inside a zip; unpack it and import what is in it.")
        return read_zip(data, file)
    kind = binary_kind(data)
    if not kind and vcard.looks_like(data):
        return vcard.read(data, file)
    kind = kind or text_kind(data)
    return _refused(file, kind) if kind else csv_file.read(data, file)


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


def _within_bounds(card: Card) -> Card:
    """The card with nothing longer than the program can show; most cards are that already."""
    cut: dict[str, Any] = {
        name: _cut(value, _LONGEST_LINE)
        for name in ("name", "company", "role", "city")
        if len(value := getattr(card, name)) > _LONGEST_LINE
    }
    if len(card.note) > _LONGEST_NOTE:
        cut["note"] = (
            f"{card.note[:_LONGEST_NOTE]}…\n(Cut here: the file has {len(card.note):,} characters.)"
        )
    cut |= {
        name: tuple(value for value in values if len(value) <= longest)[:_MOST_VALUES]
        for name, longest in (
            ("emails", _LONGEST_LINE),
            ("phones", _LONGEST_LINE),
            ("links", _LONGEST_ADDRESS),
            ("labels", _LONGEST_LINE),
        )
        if (values := getattr(card, name))
        and (len(values) > _MOST_VALUES or any(len(value) > longest for value in values))
    }
    return replace(card, **cut) if cut else card


def _cut(text: str, longest: int) -> str:
    return text[: longest - 1].rstrip() + "…"
