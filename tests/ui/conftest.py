"""What window tests share: the sample network, and the program's look put back after a change."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from planner.journeys.load_sample import load_sample
from planner.storage.store import Store
from tests.builders import a_person
from tests.clocks import NOW, StandingClock
from tests.ui.drivers_bring_in import BringInDriver
from ui import theme
from ui.background import wait_for_all
from ui.dialogs.bring_in import BringInDialog
from ui.session import Session

if TYPE_CHECKING:
    from tests.keyrings import MemoryKeyring


@pytest.fixture(autouse=True)
def _nothing_left_over() -> None:
    """Deletes what the test before closed: each palette would still be given to all of it."""
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _collected_between_tests() -> Iterator[None]:
    """Takes rubbish out between two tests, not in the midst of one.

    Qt holds a lock while `waitSignal` lets go of a signal, and PySide runs Python in that. Should
    the collector come by just then and take an object apart that needs the same lock, as one in
    a hundred does, the tests would wait for ever.
    """
    gc.disable()
    yield
    if QCoreApplication.instance() is not None:  # a sheet printed in a terminal has taken its own
        wait_for_all()  # nor in a thread still at work: it would take apart what is Qt's
    gc.enable()
    gc.collect(1)


@pytest.fixture(autouse=True)
def _no_question_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question that no test expects fails it, rather than wait for an answer for ever."""

    def refuse(box: QMessageBox) -> int:
        raise AssertionError(f"nobody answers “{box.text()}”")

    monkeypatch.setattr(QMessageBox, "exec", refuse)


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the sample network, past the first start; tests work on copies of it."""
    path = tmp_path_factory.mktemp("sample") / "library.visavis"
    with Store.open(path) as store:
        load_sample(store, NOW.date(), NOW)
        with store.transaction():
            store.me.put(replace(store.me.get(), ready=True))
    return path


@pytest.fixture
def network(
    qapp: QApplication, library: Path, sample_library: Path, clock: StandingClock
) -> Iterator[Session]:
    """A session over the sample network, on a file of the test's own."""
    shutil.copy(sample_library, library)
    with Store.open(library) as store:
        made = Session(store, clock)
        yield made
        made.end()  # as the program does


@pytest.fixture
def ring() -> Iterator[MemoryKeyring]:
    """The system's keyring, empty, in place of the computer's own."""
    from tests.keyrings import MemoryKeyring, used  # no wheel of it for some platforms

    made = MemoryKeyring()
    with used(made):
        yield made


@pytest.fixture
def locked(library: Path) -> Path:
    """An encrypted library with somebody in it."""
    from tests.ui.drivers_passphrase import SAID

    with Store.open(library, passphrase=SAID) as store, store.transaction():
        store.people.add(a_person("Maya"))
    return library


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application, for tests that change its palette or text size."""
    yield qapp
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.fixture
def opened(session: Session, qtbot: QtBot) -> Iterator[Callable[..., BringInDriver]]:
    """Brings people in from some files, and waits until it is known what is in them."""
    dialogs = []  # one nobody keeps would be gone with its user, and its work with it

    def show(*files: Path, ready: bool = True) -> BringInDriver:
        dialog = BringInDialog(session, files)
        dialogs.append(dialog)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        user = BringInDriver(dialog, qtbot)
        if ready:
            user.until_ready()
        return user

    yield show
    assert wait_for_all()
