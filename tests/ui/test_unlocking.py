"""The window of an encrypted library before it opens."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from planner.errors import LibraryError, LibraryLocked
from planner.storage.store import Store
from tests.keyrings import FileKeyring, LockedKeyring, MemoryKeyring, used
from tests.ui.drivers_passphrase import SAID, PassphraseDriver, open_store
from ui.dialogs.unlock import UnlockDialog
from ui.remembered import Remembered, can_remember

pytest.importorskip("sqlcipher3", reason="no wheel for this platform")


class Unlocking:
    """The dialog, walked as a user does."""

    def __init__(self, library: Path, view: QSettings, qtbot: QtBot) -> None:
        self.remembered = Remembered(view)
        self.dialog = UnlockDialog(library, open_store, self.remembered)
        qtbot.addWidget(self.dialog)
        self.user = PassphraseDriver(self.dialog)
        self._qtbot = qtbot

    def begin(self) -> Unlocking:
        self.dialog.begin()
        return self

    def try_with(self, passphrase: str) -> None:
        self.user.type("passphrase", passphrase)
        self.user.enter("passphrase")

    def opened(self) -> Store:
        self._qtbot.waitUntil(lambda: self.dialog.result() == QDialog.DialogCode.Accepted)
        assert self.dialog.store is not None
        return self.dialog.store


@pytest.fixture
def unlocking(locked: Path, view: QSettings, qtbot: QtBot, ring: MemoryKeyring) -> Unlocking:
    return Unlocking(locked, view, qtbot)


def test_the_passphrase_opens_it(unlocking: Unlocking, ring: MemoryKeyring) -> None:
    unlocking.begin()
    assert unlocking.user.focus() == "passphrase" and unlocking.user.hides("passphrase")
    unlocking.try_with(SAID)
    with unlocking.opened() as store:
        assert store.encrypted and store.people.count() == 1
    assert ring.kept == {} and ring.asked == 0


def test_a_wrong_one_is_said_kindly_and_can_be_tried_again(
    unlocking: Unlocking, qtbot: QtBot
) -> None:
    user = unlocking.begin().user
    user.press("open")
    assert user.wrong("passphrase") == "Type the passphrase."
    unlocking.try_with("five words of mine")
    assert not user.can_press("open")
    qtbot.waitUntil(lambda: user.can_press("open"))
    assert "That is not it" in user.wrong("passphrase")
    assert user.shows("forgotten") and user.shows("other-ways")
    assert user.focus() == "passphrase"
    unlocking.try_with(SAID)
    unlocking.opened().close()


def test_it_can_be_shown_while_it_is_typed(unlocking: Unlocking) -> None:
    user = unlocking.begin().user
    user.press("passphrase-show")
    assert not user.hides("passphrase") and user.focus() == "passphrase"
    assert user.words_on("passphrase-show") == "Hide"
    user.press("passphrase-show")
    assert user.hides("passphrase")


def test_caps_lock_is_noticed(unlocking: Unlocking) -> None:
    user = unlocking.begin().user
    user.type("passphrase", "four")
    assert not user.shows("passphrase-capitals")
    user.type("passphrase", "FOUR")
    assert user.says("passphrase-capitals") == "Caps Lock is on."
    user.type("passphrase", "four")
    assert not user.shows("passphrase-capitals")


def test_quitting_opens_nothing(unlocking: Unlocking) -> None:
    unlocking.begin().user.press("quit")
    assert unlocking.dialog.store is None and unlocking.dialog.refusal is None
    assert not unlocking.dialog.isVisible()


def test_it_is_remembered_once_ticked_and_opens_by_itself_then(
    unlocking: Unlocking, locked: Path, view: QSettings, ring: MemoryKeyring, qtbot: QtBot
) -> None:
    user = unlocking.begin().user
    qtbot.waitUntil(lambda: user.shows("remember"))
    assert not user.is_ticked("remember")
    user.tick("remember")
    unlocking.try_with(SAID)
    unlocking.opened().close()
    assert list(ring.kept.values()) == [SAID]
    later = Unlocking(locked, view, qtbot).begin()
    assert not later.dialog.isVisible()
    later.opened().close()
    assert ring.asked == 1


def test_a_remembered_one_that_no_longer_fits_is_asked_for(
    unlocking: Unlocking, locked: Path, ring: MemoryKeyring, qtbot: QtBot
) -> None:
    unlocking.remembered.keep(locked, "another")
    user = unlocking.begin().user
    qtbot.waitUntil(lambda: "no longer opens it" in user.wrong("passphrase"))
    qtbot.waitUntil(lambda: user.shows("remember"))
    unlocking.try_with(SAID)
    unlocking.opened().close()
    assert list(ring.kept.values()) == [SAID]


def test_it_is_let_go_of_once_the_tick_is_taken_away(
    unlocking: Unlocking, locked: Path, view: QSettings, ring: MemoryKeyring, qtbot: QtBot
) -> None:
    unlocking.remembered.keep(locked, "another")
    user = unlocking.begin().user
    qtbot.waitUntil(lambda: user.shows("remember") and user.can_press("open"))
    assert user.is_ticked("remember")
    user.tick("remember")
    unlocking.try_with(SAID)
    unlocking.opened().close()
    assert ring.kept == {} and not Remembered(view).is_marked(locked)


def test_a_keyring_that_stays_locked_is_no_harm(
    locked: Path, view: QSettings, qtbot: QtBot
) -> None:
    with used(MemoryKeyring()):
        Remembered(view).keep(locked, SAID)
    with used(LockedKeyring()):
        unlocking = Unlocking(locked, view, qtbot).begin()
        qtbot.waitUntil(lambda: "keyring" in unlocking.user.wrong("passphrase"))
        unlocking.try_with(SAID)
        unlocking.opened().close()


@pytest.mark.parametrize("ring", [FileKeyring, None])
def test_remembering_is_offered_where_a_keyring_keeps_secrets_alone(
    ring: type[MemoryKeyring] | None, locked: Path, view: QSettings, qtbot: QtBot
) -> None:
    from keyring.backends.fail import Keyring as NoKeyring

    with used(NoKeyring() if ring is None else ring()):
        assert not can_remember()
        unlocking = Unlocking(locked, view, qtbot).begin()
        unlocking.try_with(SAID)
        unlocking.opened().close()
        assert not unlocking.user.shows("remember")


def test_another_fault_ends_the_dialog_and_is_told(
    unlocking: Unlocking, locked: Path, qtbot: QtBot
) -> None:
    unlocking.begin()
    content = locked.read_bytes()
    locked.write_bytes(content[: len(content) // 8192 * 4096])
    unlocking.try_with(SAID)
    qtbot.waitUntil(lambda: unlocking.dialog.refusal is not None)
    assert isinstance(unlocking.dialog.refusal, LibraryError)
    assert not unlocking.dialog.isVisible()


def test_whoever_does_not_get_in_is_offered_the_backups_and_an_empty_library(
    unlocking: Unlocking, qtbot: QtBot
) -> None:
    unlocking.begin()
    assert not unlocking.user.shows("other-ways")
    unlocking.try_with("wrong")
    unlocking.user.press_when_it_can_be("other-ways", qtbot)
    assert isinstance(unlocking.dialog.refusal, LibraryLocked)


def test_nothing_typed_reaches_the_log(
    unlocking: Unlocking, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    caplog.set_level(logging.DEBUG)
    unlocking.begin()
    unlocking.try_with("nobody knows this")
    qtbot.waitUntil(lambda: unlocking.user.can_press("open"))
    unlocking.try_with(SAID)
    with unlocking.opened() as store:
        assert store.key is not None
        told = [SAID, "nobody knows this", store.key.literal()[3:67]]
    assert not any(secret in caplog.text for secret in told)
