"""How a file somebody goes back to is told from the others by its first bytes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from planner.domain.library_header import FIRST_PAGE_BYTES
from planner.journeys.export_library import export_json
from planner.journeys.restore_library import is_export
from planner.storage.store import Store
from tests.clocks import NOW


@pytest.mark.parametrize("beginning", [b"{", b"{\n", b"\xef\xbb\xbf{", b' {"'])
def test_an_encrypted_library_is_no_export_though_chance_gave_it_a_brace(
    tmp_path: Path, beginning: bytes
) -> None:
    library = tmp_path / "library.visavis"
    chance = random.Random(20_261_122).randbytes(4 * FIRST_PAGE_BYTES)
    library.write_bytes(beginning + chance[len(beginning) :])
    assert not is_export(library)


def test_an_export_is_one_with_or_without_a_byte_order_mark(store: Store, tmp_path: Path) -> None:
    text = b"".join(export_json(store, NOW))
    for name, content in (("plain.json", text), ("marked.json", b"\xef\xbb\xbf" + text)):
        (tmp_path / name).write_bytes(content)
        assert is_export(tmp_path / name)
