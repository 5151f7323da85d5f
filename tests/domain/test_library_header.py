"""What is told of a file by how it begins."""

from __future__ import annotations

import gzip
import json
import random
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from planner.domain.library_header import FIRST_PAGE_BYTES, may_be_encrypted, may_be_ours


def chance(seed: int, size: int = FIRST_PAGE_BYTES) -> bytes:
    return random.Random(seed).randbytes(size)


def test_what_looks_like_chance_may_be_encrypted() -> None:
    pages = [chance(seed) for seed in range(2000)]
    assert all(may_be_encrypted(page) or page.startswith(b"\xff\xd8\xff") for page in pages)
    assert may_be_ours(chance(1)) and may_be_ours(chance(1, 100_000))


def zipped() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.bin", chance(1, 50_000))
    return held.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        chance(1, 4095),
        b"Dear Maya,\n" * 1000,
        bytes(10_000),
        b"\xff" * 10_000,
        bytes(range(256)) * 40,
        json.dumps({str(n): n for n in range(2000)}).encode(),
        "BEGIN:VCARD\nFN:Zoë Öster\n".encode() * 500,
        "Grüße aus Köln, 東京\n".encode("utf-16") * 300,
        gzip.compress(chance(2, 50_000)),
        zipped(),
        b"SQLite format 3\0" + chance(3),
        b"\x89PNG\r\n\x1a\n" + chance(4),
        b"%PDF-1.7\n" + chance(5),
    ],
    ids=range(14),
)
def test_what_is_something_else_is_not(content: bytes) -> None:
    assert not may_be_encrypted(content)


def test_programs_and_fonts_are_not() -> None:
    import sys

    resources = Path(__file__).resolve().parents[2] / "resources"
    for path in (Path(sys.executable).resolve(), *resources.rglob("*.otf")):
        with path.open("rb") as file:
            assert not may_be_encrypted(file.read(FIRST_PAGE_BYTES))
