"""The window that comes up instead of the main one when a library cannot be opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.errors import LibraryDamaged, LibraryLocked
from planner.journeys.encrypt_library import encrypt
from planner.journeys.keep_backups import back_up_now
from planner.journeys.restore_library import candidates
from planner.storage.store import Store
from ui import asking, opening
from ui.background import wait_for_all
from ui.opening import open_for_window, remember_opened
from ui.single_instance import SingleInstance
from ui.way_out import way_out
from ui.widgets.text import Text

NOW = datetime(2026, 11, 21, 18, 2)

Opener = Callable[[Path], "Store | Path | None"]


class User:
    """Answers the windows that come up one after the other, as they come."""

    def __init__(self) -> None:
        self.read: list[str] = []  # what every window said
        self._acts: list[Callable[[QWidget], bool]] = []
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(5)

    def will_press(self, name: str) -> User:
        """Presses the button of this name as soon as there is one."""

        def press(window: QWidget) -> bool:
            found = window.findChild(QPushButton, name)
            if found is None or not (found.isVisible() and found.isEnabled()):
                return False
            self._note(window)
            found.click()
            return True

        self._acts.append(press)
        return self

    def is_through(self) -> bool:
        return not self._acts

    def _note(self, window: QWidget) -> None:
        self.read += [part.text() for part in window.findChildren(Text)]

    def _look(self) -> None:
        window = QApplication.activeModalWidget()
        if window is not None and self._acts and self._acts[0](window):
            self._acts.pop(0)


@pytest.fixture
def user(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[User]:
    monkeypatch.setattr(opening, "has_screen", lambda: True)
    made = User()
    for name in ("tell", "warn"):
        monkeypatch.setattr(asking, name, lambda parent, title, said: made.read.append(said))
    yield made
    assert made.is_through()
    wait_for_all()


@pytest.fixture
def backup(library: Path) -> Path:
    """A library of two, whose backup has one."""
    with Store.open(library) as store:
        with store.transaction():
            store.people.add(Person(name="Maya"))
        made = back_up_now(store, NOW)
        with store.transaction():
            store.people.add(Person(name="Ben"))
    return made


def opened(
    library: Path, view: QSettings | None = None, instance: SingleInstance | None = None
) -> Store | Path | None:
    """What main.py gets; open_store as it stands there."""

    def open_store(path: Path | None, passphrase: object = None) -> Store:
        assert path is not None
        return Store.open(path)

    return open_for_window(library, open_store, instance, view)


def people(found: Store | Path | None) -> list[str]:
    assert isinstance(found, Store)
    with found:
        return [person.name for person in found.people.all()]


def cut_short(library: Path) -> None:
    os.truncate(library, 5000)


def emptied(library: Path) -> None:
    os.truncate(library, 0)


def gone(library: Path) -> None:
    library.unlink()


def overwritten(library: Path) -> None:
    library.write_bytes(b"Dear Maya, " * 500)


@pytest.mark.parametrize(
    ("spoil", "title"),
    [
        (cut_short, "Your library is damaged"),
        (emptied, "Your library is damaged"),
        (overwritten, "Your library is damaged"),
        (gone, "Your library is gone"),
    ],
)
def test_the_newest_good_backup_is_one_press_away(
    user: User, library: Path, backup: Path, spoil: Callable[[Path], None], title: str
) -> None:
    spoil(library)
    before = library.read_bytes() if library.exists() else None
    user.will_press("back")
    assert people(opened(library)) == ["Maya"]
    assert title in user.read
    assert "1 person, 0 1-2-1s, 0 promises" in user.read
    kept = list(library.parent.glob("library-damaged-*"))
    assert [path.read_bytes() for path in kept] == ([] if before is None else [before])
    assert all(any(path.name in said for said in user.read) for path in kept)


def test_another_start_meanwhile_raises_the_question_and_its_files_wait(
    user: User, library: Path, backup: Path
) -> None:
    emptied(library)
    instance = SingleInstance(library)
    QTimer.singleShot(0, lambda: instance.files_handed_over.emit(["phone.vcf"]))
    user.will_press("back")
    assert people(opened(library, None, instance)) == ["Maya"]
    instance.close()
    assert instance.take_waiting() == ["phone.vcf"]
    assert instance.take_waiting() == []


def test_a_bad_backup_is_passed_over(user: User, library: Path, backup: Path) -> None:
    with Store.open(library) as store:
        cut_short(back_up_now(store, NOW.replace(hour=19)))
    cut_short(library)
    user.will_press("back")
    assert people(opened(library)) == ["Maya"]


def test_other_backups_can_be_looked_through(user: User, library: Path, backup: Path) -> None:
    cut_short(library)
    user.will_press("way-more").will_press("restore")
    assert people(opened(library)) == ["Maya"]


def test_one_may_begin_anew_and_nothing_is_thrown_away(
    user: User, library: Path, backup: Path
) -> None:
    emptied(library)
    user.will_press("way-anew")
    assert people(opened(library)) == []
    assert candidates(library)[-1].path == backup
    assert len(list(library.parent.glob("library-damaged-*"))) == 1


def test_without_a_backup_it_says_so(user: User, library: Path) -> None:
    Store.open(library).close()
    emptied(library)
    user.will_press("way-leave")
    assert opened(library) is None
    assert library.stat().st_size == 0


def test_another_library_can_be_chosen(
    user: User, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"a photo")
    chosen = iter(["", str(library)])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(chosen), ""))
    user.will_press("way-other").will_press("way-other")
    assert opened(photo) == library
    assert "This library cannot be opened" in user.read
    assert photo.read_bytes() == b"a photo"


def test_it_tries_again_when_the_user_put_the_file_back(
    user: User, library: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = library.with_name("moved.visavis")
    library.rename(moved)

    def put_back(*arguments: object) -> tuple[str, str]:
        moved.rename(library)  # while the system's dialog is open, say
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", put_back)
    user.will_press("way-again").will_press("way-other").will_press("way-again")
    assert people(opened(library)) == ["Maya", "Ben"]


def test_one_that_was_opened_here_before_is_missed(
    user: User, library: Path, view: QSettings
) -> None:
    Store.open(library).close()
    remember_opened(library, view)
    library.unlink()
    user.will_press("way-leave")
    assert opened(library, view) is None
    assert any("any more" in said for said in user.read)
    assert not library.exists()


def test_a_first_start_asks_nothing(user: User, library: Path, view: QSettings) -> None:
    assert people(opened(library, view)) == []
    assert user.read == []


def test_a_record_that_cannot_be_read_is_mended_before_a_window_opens(
    user: User, library: Path, backup: Path
) -> None:
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("UPDATE person SET stage = 99 WHERE name = 'Ben'")
    connection.close()
    with Store.open(library) as store, pytest.raises(LibraryDamaged) as damage:
        store.people.all()
    user.will_press("way-check").will_press("mend").will_press("close")

    def open_store(path: Path | None, passphrase: object = None) -> Store:
        assert path is not None
        return Store.open(path)

    assert way_out(library, damage.value, open_store, opened=True) == library
    assert people(opened(library)) == ["Maya", "Ben"]


def test_nobody_is_asked_where_nobody_can_answer(
    qapp: QApplication,
    library: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(opening, "has_screen", lambda: False)
    library.touch()
    assert opened(library) is None
    assert "0 bytes" in capsys.readouterr().err


def test_without_the_passphrase_nothing_is_called_damaged_and_beginning_anew_is_asked(
    user: User, library: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("sqlcipher3", reason="no wheel for this platform")
    encrypt(library, "forgotten")
    answers = iter([False, True])
    asked: list[str] = []

    def ask(parent: object, title: str, said: str, *words: str) -> bool:
        asked.append(said)
        return next(answers)

    monkeypatch.setattr(asking, "ask", ask)
    user.will_press("way-anew").will_press("way-anew")

    def open_store(path: Path | None, passphrase: object = None) -> Store:
        assert path is not None
        return Store.open(path)

    refusal = LibraryLocked("Nobody can open it without its passphrase.")
    assert way_out(library, refusal, open_store) == library
    assert "Without the passphrase" in user.read and "Your library is damaged" not in user.read
    assert len(asked) == 2 and "is kept beside it" in asked[0]
    assert any("The locked library is kept as" in said for said in user.read)
    assert len(list(library.parent.glob("library-kept-*"))) == 1


def test_a_library_of_a_newer_version_offers_the_backup_made_before(
    user: User, library: Path, backup: Path
) -> None:
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    user.will_press("back")
    assert people(opened(library)) == ["Maya"]
    assert "Your library is from a newer version" in user.read
