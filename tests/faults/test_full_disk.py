"""Promises 4 and 5: the disk is full while saving, bringing in, giving out or starting."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import LibraryError, PlannerError
from planner.journeys.back_up import back_up
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.faults.machine import PROGRAM, Disk, Program, run
from ui.session import Session

KB = 1024


@pytest.fixture
def kept(disk: Disk, sample_library: Path) -> Path:
    """A library on the small disk."""
    return Path(shutil.copy(sample_library, disk.folder / "library.visavis"))


def people(library: Path) -> list[str]:
    with Store.open(library, create=False) as store:
        assert store.check(thorough=True) == ()
        return [person.name for person in store.people.all()]


def test_what_did_not_fit_is_not_said_to_be_saved_and_works_once_there_is_room(
    disk: Disk, kept: Path
) -> None:
    with Store.open(kept) as store:
        before = store.people.all()
        disk.fill()
        with pytest.raises(LibraryError, match="full, so this was not saved"):
            for n in range(200):  # what is left of the last page may take a few
                add_person(store, Person(name=f"Zoe {n} " + "x" * 500))
                before = store.people.all()
        assert store.people.all() == before
        disk.empty()
        add_person(store, Person(name="Zoe"))
    assert people(kept) == [person.name for person in before] + ["Zoe"]


def test_the_window_says_so_and_goes_on(disk: Disk, kept: Path, qapp: object) -> None:
    with Store.open(kept) as store:
        session = Session(store)
        said: list[str] = []
        done: list[str] = []
        session.refused.connect(said.append)
        session.done.connect(done.append)
        disk.fill()
        while not said:
            session.do("Kept", add_person, Person(name="x" * 5000))
        assert "is full" in said[0] and store.people.count() == 30 + len(done)
        disk.empty()
        assert session.do("Kept at last", add_person, Person(name="Zoe")) is not None
        assert done[-1] == "Kept at last"


def test_an_import_that_does_not_fit_brings_nobody(
    disk: Disk, kept: Path, program: Program, tmp_path: Path
) -> None:
    contacts = tmp_path / "contacts.csv"
    rows = "".join(f"Zoe {n},Newcomer,zoe{n}@new.example\n" for n in range(3000))
    contacts.write_text("First Name,Last Name,E-mail Address\n" + rows, encoding="utf-8")
    on_disk = Program(kept, program.home)
    before = people(kept)
    disk.fill(room=80 * KB)
    assert "is full" in on_disk("import", contacts).sentence
    assert people(kept) == before
    disk.empty()
    assert people(kept) == before
    on_disk("import", "--dry-run", contacts)


def meetings(library: Path) -> int:
    with Store.open(library) as store:
        return len(store.meetings.all())


# What leaves the program; each is written on the full disk, the library lies elsewhere.

GIVEN_OUT: dict[str, tuple[str, ...]] = {
    "all.ics": ("export-calendar", "{}"),
    "sheet.pdf": ("sheet", "1", "--out", "{}"),
    "plan.ics": ("plan", "1", "--at", "2030-12-03T14:00", "--zone", "Europe/London", "--out", "{}"),
    "library-backup.visavis": ("backup", "{}"),
    "people.vcf": ("export", "{}"),
    "people.csv": ("export", "{}"),
    "library.json": ("export", "{}"),
}


@pytest.mark.parametrize(
    ("name", "there"), [(name, True) for name in GIVEN_OUT] + [("sheet.pdf", False)]
)
def test_no_half_file_has_the_final_name(
    disk: Disk, sampled: Path, program: Program, name: str, there: bool
) -> None:
    path = disk.folder / name
    command = [word.format(path) for word in GIVEN_OUT[name]]
    old = b"what was there"
    if there:
        path.write_bytes(old)
    before = meetings(sampled)
    disk.fill()
    assert str(path) in program(*command).sentence
    assert disk.holds() == ([name] if there else [])
    assert not there or path.read_bytes() == old
    assert meetings(sampled) == before
    disk.empty()
    assert program(*command).done
    assert disk.holds() == [name] and path.stat().st_size > len(old)


def test_a_backup_from_the_window_is_whole_or_not_there(disk: Disk, sampled: Path) -> None:
    with Store.open(sampled) as store:
        for room in (0, 16 * KB, 100 * KB):
            disk.fill(room)
            with pytest.raises(PlannerError, match=r"backup\.visavis"):
                back_up(store, disk.folder / "backup.visavis")
            assert disk.holds() == []
        disk.empty()
        back_up(store, disk.folder / "backup.visavis")
    assert len(people(disk.folder / "backup.visavis")) == 30


@pytest.mark.parametrize("room", [0, 8 * KB, 64 * KB, 160 * KB])
def test_a_first_start_without_room_leaves_no_half_library(
    disk: Disk, program: Program, room: int
) -> None:
    fresh = Program(disk.folder / "data" / "library.visavis", program.home)
    disk.fill(room)
    assert "library.visavis" in fresh("sample").sentence
    left = sorted(path.name for path in disk.folder.rglob("*.visavis*"))
    assert left in ([], ["library.visavis"])
    if left:  # it was made, and the sample network found no room in it
        assert people(fresh.library) == []
    disk.empty()
    assert "30 people" in fresh("sample").done


def test_a_window_without_room_for_its_first_library_says_so(disk: Disk, tmp_path: Path) -> None:
    disk.fill()
    environ = {"XDG_DATA_HOME": str(disk.folder), "QT_QPA_PLATFORM": "offscreen"}
    said = run(PROGRAM, tmp_path, environ=environ)
    assert "visavis" in said.sentence
    assert list(disk.folder.rglob("*.visavis")) == []


@pytest.mark.parametrize("what", ["XDG_CONFIG_HOME", "XDG_STATE_HOME"])
def test_no_room_for_settings_or_log_is_no_reason_not_to_run(
    disk: Disk, sampled: Path, tmp_path: Path, what: str
) -> None:
    disk.fill()
    said = run(
        [sys.executable, "-m", "tests.faults.brief_window", "--library", sampled],
        tmp_path, environ={what: str(disk.folder)},
    )  # fmt: skip
    assert (said.code, said.err) == (0, "")
    assert "seen" in said.out
