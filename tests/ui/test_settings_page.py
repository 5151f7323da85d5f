"""Settings: each choice holds at once, and those of the library can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from planner.domain.me import Me
from planner.journeys import settings
from planner.journeys.about_me import save
from planner.journeys.reminders import Wish, wants
from planner.storage.store import Store
from tests.ui.drivers_start import FormDriver
from ui import theme
from ui.main_window import MainWindow
from ui.routes import Route, Where
from ui.session import Session


@pytest.fixture
def window(
    session: Session, view: QSettings, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    session.keep(save, Me(name="Sam", zone="Europe/London", ready=True))
    view.setValue("scheme", "light")
    made = MainWindow(session, view)
    qtbot.addWidget(made)
    made.go(Route(Where.SETTINGS))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.fixture
def user(window: MainWindow) -> FormDriver:
    assert window.page is not None
    return FormDriver(window.page)


def test_colours_and_text_size_hold_at_once_and_are_remembered(
    user: FormDriver, view: QSettings, qapp: QApplication
) -> None:
    before = qapp.font().pointSizeF()
    user.press("scheme-dark")
    assert theme.current().dark
    user.press("text-largest")
    assert qapp.font().pointSizeF() > before * 1.4
    assert (view.value("scheme"), view.value("text")) == ("dark", "largest")


def test_alarms_are_kept_and_undone(user: FormDriver, store: Store, session: Session) -> None:
    user.choose("alarm_minutes", "30 minutes before")
    assert store.me.get().alarm_minutes == 30
    user.tick("evening_alarm")
    assert store.me.get().evening_alarm
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert store.me.get().alarm_minutes == 60
    assert not store.me.get().evening_alarm


def test_an_alarm_that_is_not_among_the_choices_stays(
    user: FormDriver, store: Store, session: Session, window: MainWindow
) -> None:
    from dataclasses import replace

    session.keep(save, replace(session.me, alarm_minutes=45))
    assert window.page is not None
    assert window.page.may_leave()
    assert store.me.get().alarm_minutes == 45


def test_paper_is_kept_in_the_library(user: FormDriver, store: Store, session: Session) -> None:
    user.press("paper-letter")
    assert settings.paper(store, "a4") == "letter"
    user.press("paper-a4")
    assert settings.paper(store, "letter") == "a4"
    session.undo_stack.undo()
    assert settings.paper(store, "a4") == "letter"
    assert user.find(QLineEdit, "library") is not None


def test_the_sample_network_comes_and_goes(
    user: FormDriver, store: Store, session: Session
) -> None:
    assert user.words_on("sample") == "Load the sample network"
    user.press("sample")
    assert store.people.count() == 30
    assert user.words_on("sample") == "Remove the sample network"
    user.press("sample")
    assert store.people.count() == 0
    assert user.words_on("sample") == "Load the sample network"
    session.undo_stack.undo()
    assert store.people.count() == 30
    assert user.words_on("sample") == "Remove the sample network"


def test_a_backup_is_made_beside_the_window(
    user: FormDriver, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "safe" / "copy.visavis"
    target.parent.mkdir()
    offered: list[str] = []

    def choose(parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        offered.append(name)
        return str(target), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    user.press("back-up")
    qtbot.waitUntil(lambda: user.says("backed-up") != "")
    assert user.says("backed-up") == f"A copy is saved as {target}"
    assert Path(offered[0]).name == "visavis-2026-11-22.visavis"
    with Store.open(target, create=False) as copy:
        assert copy.me.get().name == "Sam"


def test_a_backup_that_cannot_be_made_says_so(
    user: FormDriver,
    store: Store,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def choose(parent: object, title: str, name: str, kinds: str) -> tuple[str, str]:
        return str(store.path), kinds

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(session.refused) as refused:
        user.press("back-up")
    assert "is the library you are working in" in refused.args[0]
    assert user.can_press("back-up")
    assert user.says("backed-up") == ""


def test_it_shows_where_everything_lies(
    user: FormDriver, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert user.text("library") == str(store.path)
    assert user.text("log").endswith("visavis.log")
    user.press("library-folder")
    assert opened == [str(store.path.parent)]


def test_reminders_are_chosen_and_undone(user: FormDriver, store: Store, session: Session) -> None:
    user.tick("remind-names")
    assert not wants(store, Wish.NAMES)
    user.tick("remind-desktop")
    assert not wants(store, Wish.DESKTOP)
    assert not user.can_press("remind-names"), "there is nowhere to name anybody"
    user.tick("remind")
    assert not wants(store, Wish.INSIDE) and not user.can_press("remind-desktop")
    for _ in range(3):
        session.undo_stack.undo()
    assert all(wants(store, wish) for wish in Wish)
    assert user.can_press("remind-names")
