"""Files the user asked for: whole under their name, or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys.back_up import back_up
from planner.storage.store import Store
from ui.saving import check, save


def test_writes_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    save(path, b"one")
    save(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in tmp_path.iterdir()] == ["a.ics"]


def test_a_new_file_is_for_the_user_alone_and_a_replaced_one_keeps_its_rights(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.ics"
    save(path, b"one")
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        path.chmod(0o644)
        save(path, b"two")
        assert path.stat().st_mode & 0o777 == 0o644


def test_what_a_link_points_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    save(link, b"new")
    assert link.is_symlink() and (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "says"),
    [("nowhere/a.ics", "no folder"), ("", "is a folder"), ("x" * 300, "Choose another name")],
)
def test_what_cannot_be_is_said_before_any_work(tmp_path: Path, name: str, says: str) -> None:
    for tried in (check, lambda path: save(path, b"x")):
        with pytest.raises(PlannerError, match=says):
            tried(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_a_full_disk_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(PlannerError, match="No space left"):
        save(Path("/dev/full"), b"x")


def test_a_failure_on_the_way_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.ics"
    save(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(PlannerError, match="No space left"):
        save(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_a_kill_left_unfinished_goes_the_next_time(tmp_path: Path) -> None:
    """Whatever it was to be called; a day later, so that nothing under way is meant."""
    left = tmp_path / ".visavis-ab12cd34.new"
    young = tmp_path / ".visavis-ef56gh78.new"
    others = [tmp_path / name for name in (".visavis-mine.new", ".a-ab12cd34.new", "b.new")]
    for path in (left, young, *others):
        path.write_bytes(b"x")
        os.utime(path, (0, 0))
    os.utime(young)
    save(tmp_path / "a.ics", b"new")
    assert not left.exists()
    assert all(path.exists() for path in (young, *others))


@pytest.mark.skipif(os.name != "posix", reason="a killed process leaves what it wrote")
def test_what_is_written_aside_is_known_by_its_name(tmp_path: Path) -> None:
    seen: list[str] = []

    def pieces() -> Iterator[bytes]:
        seen.extend(path.name for path in tmp_path.iterdir())
        yield b"x"

    save(tmp_path / "a.ics", pieces())
    (name,) = seen
    assert name.startswith(".visavis-") and name.endswith(".new")


class TestLibrariesAreLeftAlone:
    """Whatever a file is called that is to be written: a library is never its price."""

    @pytest.fixture
    def there(self, tmp_path: Path) -> Path:
        path = tmp_path / "calendar.ics"  # a name says nothing
        with Store.open(path) as store, store.transaction():
            store.people.add(Person(name="Maya Okafor"))
        return path

    def refused(self, path: Path) -> None:
        for act in (lambda: save(path, b"new"), lambda: check(path)):
            with pytest.raises(PlannerError, match="is a Vis-à-vis library or a backup"):
                act()

    def test_a_library(self, there: Path) -> None:
        self.refused(there)
        with Store.open(there, create=False) as store:
            assert [person.name for person in store.people.all()] == ["Maya Okafor"]
            self.refused(there)  # in use as well

    def test_a_backup(self, there: Path, tmp_path: Path) -> None:
        backup = tmp_path / "backup"
        with Store.open(there) as store:
            back_up(store, backup)
        self.refused(backup)

    @pytest.mark.skipif(os.name != "posix", reason="links are for administrators on Windows")
    def test_a_link_to_one(self, there: Path, tmp_path: Path) -> None:
        link = tmp_path / "link.ics"
        link.symlink_to(there)
        self.refused(link)
        assert link.is_symlink()

    @pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal"])
    def test_the_journals_of_one(self, there: Path, ending: str) -> None:
        with Store.open(there):
            self.refused(there.with_name(there.name + ending))

    def test_what_only_looks_like_one_is_a_file_like_any_other(self, tmp_path: Path) -> None:
        for number, data in enumerate((b"", b"SQLite format 3\0", b"SQLite format 3\0" * 7)):
            path = tmp_path / f"{number}-wal"
            path.write_bytes(data)
            save(path, b"new")
            assert path.read_bytes() == b"new"
