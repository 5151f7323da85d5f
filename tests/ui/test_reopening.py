"""Going back to a backup in the window: it closes, and stands again on what was restored."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from planner.domain.people import Person
from planner.journeys.keep_backups import back_up_now
from planner.storage.store import Store
from tests.ui.windows import LONGEST, offscreen, started

NOW = datetime(2026, 11, 20, 9, 30)

# The real start; as soon as a window is seen, what stands in `acts` for the how-manieth it is.
WATCHED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QListView, QPushButton
from main import main
from ui.library_care import LibraryCare

seen = []
begin = LibraryCare.begin

def begin_and_act(care):
    begin(care)
    window = care.parent()
    seen.append(window)
    print(len(seen), window.session.store.people.count(), window.toast.text(), sep="|", flush=True)
    QTimer.singleShot(0, lambda: acts[len(seen) - 1](window))

def wait_for(find, act):
    found = find()
    if found is None:
        QTimer.singleShot(20, lambda: wait_for(find, act))
    else:
        act(found)

def go_back(window):
    window.care.restore()
    dialog = window.findChild(QDialog, "restore-dialog")
    main_button = dialog.findChild(QPushButton, "restore")
    backups = dialog.findChild(QListView, "backups")
    backups.setCurrentIndex(backups.model().index(backups.model().rowCount() - 1, 0))
    wait_for(lambda: main_button if main_button.isEnabled() else None, QPushButton.click)

def close(window):
    window.close()

LibraryCare.begin = begin_and_act
"""


def walked(home: Path, library: Path, acts: str, besides: str = "") -> list[str]:
    ran = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-c",
            f"{WATCHED}\n{besides}\nacts = {acts}\nsys.exit(main(['--library', {str(library)!r}]))",
        ],
        env=offscreen(home),
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout.splitlines()


@pytest.fixture
def backup(library: Path) -> Path:
    with Store.open(library) as store:
        with store.transaction():
            store.people.add(Person(name="Maya"))
            store.me.put(store.me.get())
        made = back_up_now(store, NOW)
        with store.transaction():
            store.people.add(Person(name="Ben"))
    return made


def test_the_window_stands_again_on_what_was_restored(
    library: Path, backup: Path, tmp_path: Path
) -> None:
    told = walked(tmp_path, library, "[go_back, go_back, close]")
    assert [line.split("|")[:2] for line in told] == [["1", "2"], ["2", "1"], ["3", "1"]]
    assert "Your library is back: 1 person" in told[1] and "library-kept-" in told[1]
    assert len(list(library.parent.glob("library-kept-*.visavis"))) == 2
    assert not (tmp_path / "library.visavis.lock").exists()
    with Store.open(library) as store:
        assert [person.name for person in store.people.all()] == ["Maya"]


WITH_A_SECOND_START = """
import subprocess, planner.journeys.restore_library as journey
from ui.main_window import MainWindow
restored = journey.restore
others = []

def restore_and_be_started(library, *rest):
    command = [sys.executable, "main.py", "--library", str(library), "phone.vcf"]
    others.append(subprocess.Popen(command))
    try:
        others[0].wait(1.5)  # it asks for the window meanwhile, and waits for an answer
    except subprocess.TimeoutExpired:
        pass
    return restored(library, *rest)

def bring_in(window, files):
    print("brought in", *files, others[0].wait(), sep="|", flush=True)
    window.close()

journey.restore = restore_and_be_started
MainWindow.bring_in = bring_in
"""


def test_a_start_made_during_the_restore_gets_the_window_that_follows(
    library: Path, backup: Path, tmp_path: Path
) -> None:
    told = walked(tmp_path, library, "[go_back, lambda window: None]", WITH_A_SECOND_START)
    assert told[1].startswith("2|1|Your library is back")
    assert told[2].startswith("brought in|") and told[2].endswith("phone.vcf|0")


def test_a_damaged_library_is_refused_in_words_and_left_alone(
    library: Path, backup: Path, tmp_path: Path
) -> None:
    os.truncate(library, 5000)
    before = library.read_bytes()
    code, out, err = started(offscreen(tmp_path), "--library", library)
    assert (code, out) == (1, "")
    assert "damaged" in err and "Traceback" not in err
    assert library.read_bytes() == before


def test_one_that_is_damaged_inside_ends_in_words(library: Path, tmp_path: Path) -> None:
    with Store.open(library) as store, store.transaction():
        store.people.add_many(Person(name=f"P{n}", company="Harbour") for n in range(2000))
        store.me.put(replace(store.me.get(), ready=True))
    content = bytearray(library.read_bytes())
    for at in range(len(content) // 4096 // 2 * 4096, len(content), 4096):
        content[at : at + 8] = b"\xff" * 8
    library.write_bytes(content)
    code, _, err = started(offscreen(tmp_path), "--library", library)
    assert code == 1 and "damaged" in err and "Traceback" not in err


def test_a_library_that_is_gone_is_missed_even_without_backups(
    library: Path, tmp_path: Path
) -> None:
    walked(tmp_path, library, "[close]")
    assert library.exists()
    for path in (library.parent / "backups").glob("*"):
        path.unlink()
    library.unlink()
    code, _, err = started(offscreen(tmp_path), "--library", library)
    assert code == 1 and "any more" in err
    assert not library.exists()


def test_a_record_that_cannot_be_read_ends_in_words(library: Path, tmp_path: Path) -> None:
    import sqlite3

    with Store.open(library) as store, store.transaction():
        store.people.add(Person(name="Maya"))
        store.me.put(store.me.get())
    connection = sqlite3.connect(library, isolation_level=None)
    connection.execute("UPDATE me SET week = 'never', ready = 1")
    connection.close()
    code, _, err = started(offscreen(tmp_path), "--library", library)
    assert code == 1 and "Check my data" in err and "Traceback" not in err
