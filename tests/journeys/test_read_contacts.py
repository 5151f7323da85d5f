"""Reading contact files, and what is remembered of tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.domain.column_mapping import Meaning, Table
from planner.errors import PlannerError
from planner.journeys.read_contacts import read_contacts, remember_mapping, remembered_mappings
from planner.storage.store import Store

CLUB = "Mitglied,Kürzel\nAnna Lee,AL\nBo Ray,BR\n"
AS_TOLD = (Meaning.NAME, Meaning.NICKNAME)


def kept(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def table_in(path: Path) -> Table:
    (reading,) = read_contacts([path])
    assert reading.found == 0 and reading.table is not None
    return reading.table


def test_a_mapping_is_remembered_for_every_file_with_its_header(
    store: Store, tmp_path: Path
) -> None:
    first, second = kept(tmp_path, "a.csv", CLUB), kept(tmp_path, "b.csv", CLUB + "Cy Fox,CF\n")
    assert remembered_mappings(store) == {}
    assert remember_mapping(store, table_in(first), AS_TOLD)
    known = remembered_mappings(store)
    assert list(known.values()) == [AS_TOLD]
    (reading,) = read_contacts([second], known)
    assert [card.name for card in reading.cards] == ["Anna Lee", "Bo Ray", "Cy Fox"]
    assert reading.table is not None and reading.table.remembered


def test_remembering_is_undone_and_told_anew(store: Store, tmp_path: Path) -> None:
    table = table_in(kept(tmp_path, "a.csv", CLUB))
    change = remember_mapping(store, table, AS_TOLD)
    remember_mapping(store, table, (Meaning.NAME, Meaning.NOTHING))
    assert list(remembered_mappings(store).values()) == [(Meaning.NAME, Meaning.NOTHING)]
    assert not remember_mapping(store, table, (Meaning.NAME, Meaning.NOTHING))
    remember_mapping(store, table, AS_TOLD)
    store.revert(change)
    assert remembered_mappings(store) == {}


def test_a_meaning_of_a_newer_version_is_passed_over(store: Store, tmp_path: Path) -> None:
    table = table_in(kept(tmp_path, "a.csv", CLUB))
    remember_mapping(store, table, AS_TOLD)
    ((name, _),) = store.settings.beginning("columns of ").items()
    with store.transaction():
        store.settings.put(name, "name,horoscope")
    assert remembered_mappings(store) == {}


def test_progress_goes_over_all_files_and_never_back(tmp_path: Path) -> None:
    rows = "".join(f"Person {n},p{n}@b.example\n" for n in range(2_000))
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Lee\nEND:VCARD\n"
    paths = [
        kept(tmp_path, "a.csv", "Name,E-mail\n" + rows),
        kept(tmp_path, "b.vcf", card * 1_000),
        kept(tmp_path, "c.csv", "Name,E-mail\n" + rows),
    ]
    seen: list[tuple[int, int]] = []
    readings = read_contacts(paths, progress=lambda done, of: seen.append((done, of)))
    assert [reading.found for reading in readings] == [2_000, 1_000, 2_000]
    whole = sum(path.stat().st_size for path in paths)
    assert {of for _, of in seen} == {whole}
    steps = [done for done, _ in seen]
    assert steps == sorted(steps) and (steps[0], steps[-1]) == (0, whole)
    assert len(set(steps)) > 20


def test_reading_ends_when_progress_raises(tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def stop(done: int, of: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_contacts([kept(tmp_path, "a.csv", CLUB)], progress=stop)


def test_a_file_that_cannot_be_opened_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="There is no file"):
        read_contacts([tmp_path / "gone.csv"])


def test_files_that_cannot_be_opened_are_passed_over_where_another_can(tmp_path: Path) -> None:
    gone = tmp_path / "gone.csv"
    there = kept(tmp_path, "a.csv", "Name,E-mail\nBo Ray,b@ray.example\n")
    missing, read = read_contacts([gone, there], pass_over=True)
    assert (missing.found, read.found) == (0, 1)
    (refusal,) = missing.refused
    assert "gone.csv" in refusal.reason
    with pytest.raises(PlannerError, match=r"gone\.csv"):
        read_contacts([gone, there])
    with pytest.raises(PlannerError, match=r"gone\.csv"):
        read_contacts([gone], pass_over=True)
