"""What encryption costs: the same library plain and encrypted, in one run."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.journeys.suggest_people import suggest
from planner.storage.cipher import Key
from planner.storage.store import Store

pytest.importorskip("sqlcipher3", reason="no wheel for this platform")

TODAY = date(2026, 11, 22)
KEY = Key(bytes(range(32)), bytes(range(100, 116)))
TIMES = 7
# Times as long as plain, each with the reason: opening reads the schema twice, reading decrypts
# and checks a page that comes from the disk, and a commit is mostly the disk's.
DEARER = {"opening": 4.0, "ranking everybody": 1.6, "search": 2.0, "reading everybody": 2.5}
LONGEST = 2.0  # seconds that turning it on may take; the window shows that it works


def least(act: Callable[[], object]) -> float:
    """Seconds at best: what is measured is the work, not what else the machine did."""
    took = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        took.append(time.perf_counter() - begun)
    return min(took)


def costs(path: Path, key: Key | None) -> dict[str, float]:
    found = {"opening": least(lambda: Store.open(path, passphrase=key).close())}
    with Store.open(path, passphrase=key) as store:
        found["ranking everybody"] = least(lambda: suggest(store, TODAY))
        found["search"] = least(lambda: store.search.find("florist leeds"))
        found["reading everybody"] = least(store.people.all)
        with store.transaction():
            store.people.add(Person(name="Maya"))
    return found


def test_what_encryption_costs(
    large_library: Path, tmp_path: Path, figure: Callable[..., None]
) -> None:
    from planner.storage.rekeying import rewrite

    plain, encrypted = tmp_path / "plain.visavis", tmp_path / "encrypted.visavis"
    for path in (plain, encrypted):
        shutil.copy(large_library, path)
    begun = time.perf_counter()
    rewrite(encrypted, None, KEY)
    figure("turning encryption on", time.perf_counter() - begun, "s", LONGEST)
    before, after = costs(plain, None), costs(encrypted, KEY)
    for what, most in DEARER.items():
        figure(f"{what}, encrypted against plain", after[what] / before[what], "times", most)
        figure(f"  encrypted: {what}", 1000 * after[what], "ms", 1000)
