"""A start that has to ask for the passphrase, and what later starts make of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.keyrings import MemoryKeyring
from tests.ui.drivers_passphrase import SAID, PassphraseDriver, open_store
from ui.single_instance import SingleInstance
from ui.unlocking import ask_passphrase, unlock

pytest.importorskip("sqlcipher3", reason="no wheel for this platform")

ROOT = Path(__file__).resolve().parents[2]


def sight() -> PassphraseDriver:
    (dialog,) = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return PassphraseDriver(dialog)


def test_a_start_waits_until_it_is_open(
    locked: Path, view: QSettings, ring: MemoryKeyring, dressed: QApplication
) -> None:
    def type_it() -> None:
        user = sight()
        user.type("passphrase", SAID)
        user.enter("passphrase")

    QTimer.singleShot(0, type_it)
    store = unlock(locked, open_store, None, view)
    assert store is not None
    with store:
        assert store.people.count() == 1


def test_a_start_that_is_quit_opens_nothing(
    locked: Path, view: QSettings, ring: MemoryKeyring, dressed: QApplication
) -> None:
    QTimer.singleShot(0, lambda: sight().press("quit"))
    assert unlock(locked, open_store, None, view) is None


STARTS_AGAIN = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from PySide6.QtCore import QCoreApplication
from ui.single_instance import SingleInstance
app = QCoreApplication([])
instance = SingleInstance(Path(sys.argv[2]))
sys.exit(1 if instance.is_first() else 0 if instance.hand_over(["/tmp/cards.vcf"]) else 2)
"""


def test_a_second_start_reaches_the_first_while_it_asks(
    locked: Path, view: QSettings, ring: MemoryKeyring, dressed: QApplication, qtbot: QtBot
) -> None:
    instance = SingleInstance(locked)
    assert instance.is_first()
    started: list[subprocess.Popen[bytes]] = []

    def start_again() -> None:
        started.append(
            subprocess.Popen([sys.executable, "-c", STARTS_AGAIN, str(ROOT), str(locked)])
        )
        looking.start(20)

    def look() -> None:
        if started[0].poll() is not None:
            looking.stop()
            user = sight()
            user.type("passphrase", SAID)
            user.enter("passphrase")

    looking = QTimer()
    looking.timeout.connect(look)
    QTimer.singleShot(0, start_again)
    store = unlock(locked, open_store, instance, view)
    instance.close()
    assert store is not None
    store.close()
    assert started[0].returncode == 0 and instance.waiting == ["/tmp/cards.vcf"]


def test_the_passphrase_of_another_file_is_asked_for(dressed: QApplication, tmp_path: Path) -> None:
    def answer() -> None:
        user = sight()
        user.press("save")
        assert user.wrong("passphrase") == "Type the passphrase."
        user.type("passphrase", SAID)
        user.press("save")

    QTimer.singleShot(0, answer)
    assert ask_passphrase(None, tmp_path / "copy.visavis") == SAID
    QTimer.singleShot(0, lambda: sight().press("cancel"))
    assert ask_passphrase(None, tmp_path / "copy.visavis", "That was another.") is None


def test_a_wrong_passphrase_for_another_file_keeps_the_dialog(
    dressed: QApplication, locked: Path, qtbot: QtBot
) -> None:
    def answer() -> None:
        user = sight()
        user.type("passphrase", "wrong")
        user.press("save")
        qtbot.waitUntil(lambda: "does not open" in user.wrong("passphrase"), timeout=15_000)
        user.type("passphrase", SAID)
        user.press("save")

    QTimer.singleShot(0, answer)
    assert ask_passphrase(None, locked) == SAID
