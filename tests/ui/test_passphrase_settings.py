"""Settings' card "Passphrase": on, over and off, with the library open all the while."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.me import Me
from planner.domain.people import Person
from planner.errors import LibraryLocked
from planner.journeys.about_me import save
from planner.journeys.keep_backups import back_up_now
from planner.journeys.keep_people import add_person
from planner.journeys.restore_library import look_into
from planner.storage.store import Store
from tests.keyrings import MemoryKeyring
from tests.ui.drivers_passphrase import PassphraseDriver, dialog_named
from ui import theme
from ui.background import wait_for_all
from ui.main_window import MainWindow
from ui.remembered import Remembered
from ui.routes import Route, Where
from ui.session import Session

pytest.importorskip("sqlcipher3", reason="no wheel for this platform")

SAID, OTHER = "four words of mine", "others they were then"
NOW = datetime(2026, 11, 22, 9, 30)


@pytest.fixture
def window(
    session: Session, view: QSettings, ring: MemoryKeyring, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    session.keep(save, Me(name="Sam", zone="Europe/London", ready=True))
    session.do("Added", add_person, Person(name="Maya"))
    view.setValue("scheme", "light")
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.go(Route(Where.SETTINGS))
    made.show()
    yield made
    wait_for_all()
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.fixture
def user(window: MainWindow) -> PassphraseDriver:
    assert window.page is not None
    return PassphraseDriver(window.page)


def turn_on(user: PassphraseDriver, qtbot: QtBot, copies: str = "") -> None:
    user.press("encrypt")
    asked = dialog_named("encrypt-dialog", qtbot)
    asked.type("passphrase", SAID)
    asked.type("again", SAID)
    if copies:
        asked.press(f"copies-{copies}")
    asked.tick("understood")
    asked.press("save")
    qtbot.waitUntil(lambda: user.shows("change-passphrase"), timeout=15_000)


def test_it_is_turned_on_with_the_warning_before(
    user: PassphraseDriver, session: Session, store: Store, qtbot: QtBot
) -> None:
    user.press("encrypt")
    asked = dialog_named("encrypt-dialog", qtbot)
    assert asked.says("warning") == (
        "If you forget it, nobody can open the library: not we, not you. There is no way back "
        "except an unencrypted export you keep safe."
    )
    assert asked.focus() == "passphrase"
    asked.press("save")
    assert asked.wrong("passphrase") == "Type a passphrase."
    asked.type("passphrase", "secret")
    assert "Easy to guess" in asked.says("strength")
    asked.type("passphrase", "four words of mine then")
    assert asked.says("strength") == "Hard to guess."
    asked.type("again", SAID)
    asked.press("save")
    assert "not the same" in asked.wrong("again")
    asked.type("passphrase", SAID)
    asked.press("save")
    assert "Tick this first" in asked.wrong("understood")
    assert not store.encrypted
    asked.tick("understood")
    asked.press("save")
    qtbot.waitUntil(lambda: user.shows("change-passphrase"), timeout=15_000)
    assert store.encrypted and "is encrypted" in user.says("encryption")
    assert not user.shows("encrypt")
    session.undo_stack.undo()  # what was done before can still be undone
    assert store.people.count() == 0
    session.undo_stack.redo()
    assert store.people.count() == 1


def test_it_can_be_left_before_it_is_begun(
    user: PassphraseDriver, store: Store, qtbot: QtBot
) -> None:
    user.press("encrypt")
    asked = dialog_named("encrypt-dialog", qtbot)
    asked.type("passphrase", SAID)
    asked.press("cancel")
    assert not store.encrypted and user.shows("encrypt")


def test_the_passphrase_is_changed(user: PassphraseDriver, store: Store, qtbot: QtBot) -> None:
    turn_on(user, qtbot)
    user.press("change-passphrase")
    asked = dialog_named("change-passphrase-dialog", qtbot)
    asked.type("before", "wrong")
    asked.type("passphrase", OTHER)
    asked.type("again", OTHER)
    asked.press("save")
    qtbot.waitUntil(lambda: "not the passphrase" in asked.wrong("before"), timeout=15_000)
    assert asked.find(QLineEdit, "before").hasFocus()
    assert store.people.count() == 1  # the library is open again as it was
    asked.type("before", SAID)
    asked.press("save")
    qtbot.waitUntil(lambda: "another one now" in user.says("encryption-told"), timeout=15_000)
    with pytest.raises(LibraryLocked):
        Store.open(store.path, passphrase=SAID)
    with Store.open(store.path, passphrase=OTHER) as opened:
        assert opened.people.count() == 1


def test_it_is_turned_off(user: PassphraseDriver, store: Store, qtbot: QtBot) -> None:
    turn_on(user, qtbot)
    user.press("decrypt")
    asked = dialog_named("decrypt-dialog", qtbot)
    asked.type("before", SAID)
    asked.enter("before")
    qtbot.waitUntil(lambda: user.shows("encrypt"), timeout=15_000)
    assert not store.encrypted
    assert "no longer encrypted" in user.says("encryption-told")
    with Store.open(store.path) as opened:
        assert opened.people.count() == 1


@pytest.mark.parametrize("copies", ["", "leave", "remove"])
def test_older_backups_are_seen_to(
    copies: str, user: PassphraseDriver, store: Store, qtbot: QtBot
) -> None:
    backup = back_up_now(store, NOW)
    turn_on(user, qtbot, copies)
    if copies == "":  # the usual
        assert look_into(backup, SAID).people == 1
        assert not user.shows("plain-copies")
    elif copies == "remove":
        assert not backup.exists() and not user.shows("plain-copies")
    else:
        assert user.says("plain-copies") == "One older backup is not encrypted."
        user.press("encrypt-copies")
        qtbot.waitUntil(lambda: not user.shows("plain-copies"), timeout=15_000)
        assert look_into(backup, SAID).people == 1


def test_older_backups_can_be_removed_later(
    user: PassphraseDriver, store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup = back_up_now(store, NOW)
    turn_on(user, qtbot, "leave")
    monkeypatch.setattr("ui.asking.ask", lambda *words: True)
    user.press("remove-copies")
    qtbot.waitUntil(lambda: not user.shows("plain-copies"), timeout=15_000)
    assert not backup.exists()


def test_remembering_is_ticked_with_the_passphrase_and_follows_a_change(
    user: PassphraseDriver,
    store: Store,
    view: QSettings,
    ring: MemoryKeyring,
    qtbot: QtBot,
) -> None:
    turn_on(user, qtbot)
    qtbot.waitUntil(lambda: user.shows("remember"))
    user.tick("remember")
    asked = dialog_named("remember-dialog", qtbot)
    asked.type("passphrase", "wrong")
    asked.press("save")
    qtbot.waitUntil(lambda: "not the passphrase" in asked.says("form-wrong"))
    asked.type("passphrase", SAID)
    asked.press("save")
    qtbot.waitUntil(lambda: list(ring.kept.values()) == [SAID])
    qtbot.waitUntil(lambda: user.is_ticked("remember"))
    assert Remembered(view).recall(store.path) == SAID
    user.press("change-passphrase")
    asked = dialog_named("change-passphrase-dialog", qtbot)
    for name, typed in (("before", SAID), ("passphrase", OTHER), ("again", OTHER)):
        asked.type(name, typed)
    asked.press("save")
    qtbot.waitUntil(lambda: list(ring.kept.values()) == [OTHER], timeout=15_000)
    user.tick("remember")
    qtbot.waitUntil(lambda: ring.kept == {})
    assert not user.is_ticked("remember")


def test_a_tick_that_is_thought_better_of_keeps_nothing(
    user: PassphraseDriver, ring: MemoryKeyring, qtbot: QtBot
) -> None:
    turn_on(user, qtbot)
    qtbot.waitUntil(lambda: user.shows("remember"))
    user.tick("remember")
    dialog_named("remember-dialog", qtbot).press("cancel")
    assert not user.is_ticked("remember") and ring.kept == {}


def test_a_library_open_elsewhere_is_said_and_stays_open(
    user: PassphraseDriver,
    store: Store,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("planner.storage.database.PATIENCE", 0.2)
    other = store.another()
    try:
        user.press("encrypt")
        asked = dialog_named("encrypt-dialog", qtbot)
        asked.type("passphrase", SAID)
        asked.type("again", SAID)
        asked.tick("understood")
        asked.press("save")
        qtbot.waitUntil(lambda: "Close the other program" in asked.says("form-wrong"))
    finally:
        other.close()
    assert not store.encrypted and store.people.count() == 1
    asked.press("save")
    qtbot.waitUntil(lambda: user.shows("change-passphrase"), timeout=15_000)


def test_where_there_is_no_driver_it_says_so(
    session: Session, view: QSettings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planner.journeys.encrypt_library.is_available", lambda: False)
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.go(Route(Where.SETTINGS))
    assert made.page is not None
    user = PassphraseDriver(made.page)
    assert "not available on this computer" in user.says("encryption")
    assert not user.shows("encrypt")


def test_the_file_is_another_one_afterwards(
    user: PassphraseDriver, library: Path, session: Session, qtbot: QtBot
) -> None:
    """The window does not take the rewriting for somebody else's doing."""
    refused: list[str] = []
    session.refused.connect(refused.append)
    turn_on(user, qtbot)
    session.look_elsewhere()
    session.do("Added", add_person, Person(name="Ben"))
    assert refused == [] and session.store.people.count() == 2
    assert not library.read_bytes().startswith(b"SQLite")


def test_what_is_easy_to_guess_is_taken_the_second_time(
    user: PassphraseDriver, store: Store, qtbot: QtBot
) -> None:
    user.press("encrypt")
    asked = dialog_named("encrypt-dialog", qtbot)
    asked.type("passphrase", "abc")
    asked.type("again", "abc")
    asked.tick("understood")
    asked.press("save")
    assert "easy to guess" in asked.wrong("passphrase") and not store.encrypted
    asked.press("save")
    qtbot.waitUntil(lambda: user.shows("change-passphrase"), timeout=15_000)
    assert store.encrypted
