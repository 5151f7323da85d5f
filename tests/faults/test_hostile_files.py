"""Promises 23 and 24: a file that is huge, malformed or meant to do harm, brought in.

Each is read by the program within 30 seconds and 1.5 GB, or it is ended; and it says what it
skipped and why. What is read of broken files is held by tests/contacts.
"""

from __future__ import annotations

import base64
import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.faults.machine import Program, needs_posix

pytestmark = needs_posix

KB, MB = 1 << 10, 1 << 20
# 1.5 GB of addresses and 30 seconds of work, of which the program itself takes a part.
WITHIN = ("/bin/sh", "-c", 'ulimit -v 1464843 && ulimit -t 30 && exec "$@"', "sh")

HEADER = b"First Name,Last Name,E-mail Address,Company,Notes\r\n"
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoe Newcomer\r\nEMAIL:zoe@new.example\r\n%sEND:VCARD\r\n"


def card(*lines: bytes) -> bytes:
    return CARD % b"".join(line + b"\r\n" for line in lines)


def a_zip(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return made.getvalue()


def nested(depth: int) -> bytes:
    data = a_zip({"Connections.csv": HEADER + b"Zoe,Newcomer,,,\r\n"})
    for _ in range(depth):
        data = a_zip({"inner.zip": data})
    return data


def bomb() -> bytes:
    """A thousand times as large once unpacked."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("contacts.csv", "w", force_zip64=True) as inside,
    ):
        inside.write(HEADER)
        for _ in range(600):
            inside.write(bytes(MB))
    return made.getvalue()


def one_size_lied(data: bytes) -> bytes:
    """The zip's own table says that the member is small."""
    made = bytearray(data)
    at = made.rfind(b"PK\x01\x02")
    made[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(made)


def rows(count: int) -> bytes:
    lines = (b"Zoe %d,Newcomer,zoe%d@new.example,Company %d,\r\n" % (n, n, n) for n in range(count))
    return HEADER + b"".join(lines)


def noise(count: int) -> bytes:
    return random.Random(7).randbytes(count)


# name -> (what is in it, how many people a careful reader finds; None: whatever it makes of it)
FILES: dict[str, tuple[Callable[[], bytes], int | None]] = {
    "cell of 10 MB.csv": (lambda: HEADER + b"Zoe,Newcomer,,,%s\r\n" % (b"x" * 10 * MB), 1),
    "open quote.csv": (lambda: HEADER + b'Zoe,"Newcomer' + b"\r\nx,y" * 20_000, None),
    "a hundred thousand rows.csv": (lambda: rows(100_000), 100_000),
    "many columns.csv": (lambda: HEADER[:-2] + b",x" * 50_000 + b"\r\nZoe,Newcomer,,,\r\n", None),
    "commas.csv": (lambda: HEADER + b"," * 5 * MB, None),
    "NULs.csv": (lambda: HEADER + b"Zo\0e,New\0comer,,,\r\n" + b"\0" * MB, None),
    "line of 5 MB.vcf": (lambda: card(b"NOTE:" + b"x" * 5 * MB), 1),
    "folded line.vcf": (lambda: card(b"NOTE:" + b"x\r\n y" * MB), 1),
    "soft breaks.vcf": (
        lambda: card(b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"=41=\r\n" * 300_000),
        1,
    ),
    "photo of 8 MB.vcf": (
        lambda: card(b"PHOTO;ENCODING=b;TYPE=JPEG:" + base64.b64encode(noise(8 * MB))),
        1,
    ),
    "cards in cards.vcf": (lambda: b"BEGIN:VCARD\r\nFN:Zoe\r\n" * 30_000, None),
    "parameters.vcf": (lambda: card(b"TEL" + b";TYPE=HOME" * 300_000 + b":1"), None),
    "groups.vcf": (lambda: card(b"a." * 500_000 + b"TEL:1"), None),
    "NULs.vcf": (lambda: card(b"NOTE:" + b"\0" * MB), 1),
    "bomb.zip": (bomb, 0),
    "lying bomb.zip": (lambda: one_size_lied(bomb()), 0),
    "zips in zips.zip": (lambda: nested(40), None),
    "many members.zip": (lambda: a_zip({f"{n}.txt": b"" for n in range(20_000)}), 0),
    "path.zip": (lambda: a_zip({"../escaped.csv": rows(1)}), None),
    "noise.vcf": (lambda: noise(5 * MB), 0),
    "noise.csv": (lambda: noise(5 * MB), 0),
    "noise.zip": (lambda: b"PK\x03\x04" + noise(2 * MB), 0),
    "nothing.vcf": (lambda: b"", 0),
    "deep.json": (lambda: b"[" * 200_000, 0),
    "recurrence bomb.ics": (
        lambda: b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n", 0,
    ),
    "page.html": (lambda: b"<html>" + b"<div>" * 200_000, 0),
}  # fmt: skip


def dry_run(program: Program, path: Path) -> Any:
    """What the program says of a file; nothing found is a refusal that names a reason."""
    said = program("import", "--dry-run", "--json", path, within=WITHIN)
    assert said.code in (0, 1) and "Traceback" not in said.err, (said.code, said.err[-2000:])
    (told,) = json.loads(said.out)
    if not told["found"]:
        assert said.code == 1 and (told["refused"] or told["remarks"])
        assert len(said.sentence) < 2000
    return told


@pytest.mark.parametrize("name", FILES)
def test_it_ends_in_time_and_room_and_says_what_it_skipped(
    name: str, program: Program, tmp_path: Path
) -> None:
    make, people = FILES[name]
    path = tmp_path / name
    path.write_bytes(make())
    told = dry_run(program, path)
    if people is not None:
        assert told["found"] == people
    assert all(one["reason"] for one in (*told["refused"], *told["remarks"]))
    assert not (tmp_path.parent / "escaped.csv").exists()
    assert {one.name for one in tmp_path.iterdir()} == {name, "home"}


def test_a_whole_library_that_is_meant_to_do_harm_is_refused(
    program: Program, tmp_path: Path
) -> None:
    """The other way in: a JSON file, or a backup, to be read back."""
    for name, data in (
        ("deep.json", b'{"people":' + b"[" * 200_000),
        ("wide.json", b'{"people":[' + b"{}," * 500_000 + b"{}]}"),
        ("noise.json", noise(MB)),
        ("noise.visavis", b"SQLite format 3\0" + noise(MB)),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert program("restore", path, within=WITHIN).sentence
        assert not program.library.exists() or program("people").code in (0, 1)
