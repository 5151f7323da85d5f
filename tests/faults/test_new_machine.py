"""Promise 30: on a new machine the file, or a backup of it, is all it takes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from planner.journeys.back_up import back_up
from planner.storage.store import Store
from tests.faults.machine import PROGRAM, Said, run

ASKED = (["people"], ["meetings"], ["suggest", "--today", "2026-11-22"])


def typed(home: Path, *arguments: str | Path) -> Said:
    return run([*PROGRAM, *map(str, arguments)], home)


def machine(folder: Path) -> tuple[Path, Path]:
    """A home nobody has used yet, and where its library belongs."""
    data = folder / "data" / "visavis"
    data.mkdir(parents=True, mode=0o700)
    return folder, data / "library.visavis"


@pytest.mark.parametrize("how", ["the file", "a backup", "the file of a killed window"])
def test_everything_is_there(sampled: Path, tmp_path: Path, how: str) -> None:
    before = [typed(tmp_path, "--library", sampled, "--json", *words).done for words in ASKED]
    home, there = machine(tmp_path / "new")
    if how == "a backup":
        with Store.open(sampled) as store:
            back_up(store, tmp_path / "backup.visavis")
        shutil.copy(tmp_path / "backup.visavis", there)
    elif how == "the file":
        shutil.copy(sampled, there)
    else:
        with Store.open(sampled) as store, store.transaction():
            store.settings.put("paper", "a4")
            for ending in ("", "-wal"):
                if sampled.with_name(sampled.name + ending).exists():
                    shutil.copy(f"{sampled}{ending}", f"{there}{ending}")
    assert [typed(home, "--json", *words).done for words in ASKED] == before
    assert typed(home, "check").code == 0


def test_everything_leaves_in_open_forms(sampled: Path, tmp_path: Path) -> None:
    """The JSON is everything; what reads like it in a fresh library is the same library."""
    for name in ("people.vcf", "people.csv", "all.ics", "library.json"):
        assert typed(tmp_path, "--library", sampled, "export", tmp_path / name).done
    assert (tmp_path / "people.vcf").read_text(encoding="utf-8").count("BEGIN:VCARD") == 30
    assert (tmp_path / "all.ics").read_text(encoding="utf-8").count("BEGIN:VEVENT") >= 12
    home, there = machine(tmp_path / "new")
    assert typed(home, "restore", tmp_path / "library.json").done
    for words in ASKED:
        was = typed(tmp_path, "--library", sampled, "--json", *words).done
        assert typed(tmp_path, "--library", there, "--json", *words).done == was
