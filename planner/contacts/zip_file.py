"""Contact files inside a zip: LinkedIn's archive, Google's takeout, or any other."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from planner.contacts.progress import Progress, part
from planner.domain.column_mapping import Meaning
from planner.domain.merging import Card, Reading, Refusal

# Unpacked, all members read count together; a zip bomb ends here.
MOST_UNPACKED_MEGABYTES = 256
MOST_MEMBERS = 10_000  # contact files read from one zip; some programs write one a person
MOST_PEOPLE = 150_000  # and from all of them together
_MEGABYTE = 1_000_000
_CONTACTS = (".vcf", ".vcard", ".csv")
_TEXTS = (".txt", ".tsv", ".tab")  # looked into where nothing else is there
_SHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers")
# What zipfile lets out when the bytes of an archive make no sense; the last is a way of packing
# that Python does not know.
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    ValueError,
    LookupError,
    OverflowError,
    NotImplementedError,
)
_LINKEDINS_OWN = frozenset({"profile.csv", "messages.csv", "registration.csv", "invitations.csv"})


def read_zip(
    data: bytes, file: str, mappings: Mapping[str, Sequence[Meaning]], progress: Progress
) -> Reading:
    """The cards of the contact files in a zip; Connections.csv alone if there is one."""
    try:
        packed = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE:
        return _refused(file, "This zip file is damaged; download it again.")
    with packed:
        return _read_members(packed, file, mappings, progress)


def _read_members(
    packed: zipfile.ZipFile,
    file: str,
    mappings: Mapping[str, Sequence[Meaning]],
    progress: Progress,
) -> Reading:
    members = [info for info in packed.infolist() if not _hidden(info)]
    kind = _office_kind({info.filename for info in members})
    if kind:
        return _refused(file, kind)
    chosen = _chosen(members)
    if not chosen:
        return _refused(file, _nothing_in(members))
    chosen, more = chosen[:MOST_MEMBERS], len(chosen) > MOST_MEMBERS
    readings: list[Reading] = []
    left = MOST_UNPACKED_MEGABYTES * _MEGABYTE
    before, whole = 0, sum(info.file_size for info in chosen)
    people = 0
    for info in chosen:
        within = part(progress, before, info.file_size, whole)
        reading, size = _read_member(packed, info, left, mappings, within)
        left -= size
        before += info.file_size
        readings.append(reading)
        people += len(reading.cards) + len(reading.refused)
        if people > MOST_PEOPLE and info is not chosen[-1]:
            told = f"Only the files up to {info.filename} were read; they hold so many people."
            readings.append(_refused("", told))
            break
    joined = readings[0] if len(readings) == 1 else _joined(readings, file)
    if more:
        rest = Refusal("", f"Only the first {MOST_MEMBERS} contact files in it were read.")
        joined = replace(joined, refused=(*joined.refused, rest))
    return replace(joined, file=file)


def _read_member(
    packed: zipfile.ZipFile,
    info: zipfile.ZipInfo,
    left: int,
    mappings: Mapping[str, Sequence[Meaning]],
    progress: Progress,
) -> tuple[Reading, int]:
    """What a member holds and how large it is; `left` bytes may still be unpacked."""
    from planner.contacts.reading import read_bytes

    name = info.filename
    try:
        with packed.open(info) as member:
            data = member.read(left + 1)
    except _DAMAGE:
        return _refused(name, "It is damaged inside the zip; download the zip again."), 0
    except RuntimeError:  # what zipfile raises for a password
        return _refused(name, "It is locked with a password; unpack it and import it."), 0
    if len(data) > left:
        return _refused(name, f"Unpacked it is larger than {MOST_UNPACKED_MEGABYTES} MB."), 0
    return read_bytes(data, name, mappings, progress, packed=True), len(data)


def _hidden(info: zipfile.ZipInfo) -> bool:
    """Folders, and what Macs add to a zip beside every file."""
    name = info.filename
    return not name or name.endswith("/") or "__MACOSX/" in name or _called(info).startswith("._")


def _called(info: zipfile.ZipInfo) -> str:
    return PurePosixPath(info.filename.replace("\\", "/")).name


def _chosen(members: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    called = {info.filename: _called(info).casefold() for info in members}
    connections = [i for i in members if called[i.filename] == "connections.csv"]
    if _LINKEDINS_OWN & set(called.values()):
        return connections
    everybody = [i for i in members if called[i.filename].startswith("all contacts.")]
    contacts = [i for i in members if called[i.filename].endswith(_CONTACTS)]
    # Google's takeout repeats in a file per group whom "All Contacts" holds already.
    return everybody or contacts or [i for i in members if called[i.filename].endswith(_TEXTS)]


def _nothing_in(members: list[zipfile.ZipInfo]) -> str:
    called = {_called(info).casefold() for info in members}
    if _LINKEDINS_OWN & called:
        return (
            "This LinkedIn archive is without Connections.csv; ask LinkedIn for a new archive and "
            "tick “Connections”."
        )
    if not members:
        return "This zip file is empty."
    sheet = next((name for name in sorted(called) if name.endswith(_SHEETS)), "")
    if sheet:
        return f"In it is {sheet}, a spreadsheet; save that as CSV and import the CSV file."
    if any(name.endswith(".zip") for name in called):
        return "It is a zip inside a zip; unpack it and import what is in it."
    return "No contact file is in this zip; contacts come as vCard (.vcf) or CSV."


def _office_kind(names: set[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "This is an Excel file; save it as CSV (comma-separated) first and import that."
    if any(name.startswith("word/") for name in names):
        return "This is a Word document, not a list of contacts."
    if "mimetype" in names and "content.xml" in names:
        return "This is an OpenDocument file; save the sheet as CSV first and import that."
    if any(name.endswith(".iwa") for name in names):
        return "This is an Apple Numbers or Pages file; export it as CSV first."
    return ""


def _joined(readings: list[Reading], file: str) -> Reading:
    """Several files as one; each card says which of them it is from."""
    cards: list[Card] = []
    refused: list[Refusal] = []
    remarks: list[Refusal] = []
    for reading in readings:
        cards += (replace(card, where=f"{reading.file}, {card.where}") for card in reading.cards)
        refused += (_named(reading.file, refusal) for refusal in reading.refused)
        remarks += (_named(reading.file, remark) for remark in reading.remarks)
    kind = next((reading.format for reading in readings if reading.format), "")
    return Reading(file, kind, tuple(cards), tuple(refused), tuple(remarks))


def _named(file: str, refusal: Refusal) -> Refusal:
    """The same with the name of the file it is from."""
    return Refusal(", ".join(filter(None, (file, refusal.where))), refusal.reason)


def _refused(file: str, reason: str) -> Reading:
    return Reading(file, "", refused=(Refusal("", reason),))
