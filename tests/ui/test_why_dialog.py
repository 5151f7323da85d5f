"""Why these people? Every part of the index in words and bars, and what can be changed there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.meetings import State
from planner.domain.people import Fit, Rhythm, Stage
from planner.domain.weighing import Place
from planner.journeys.explain_suggestion import places
from planner.journeys.keep_people import edit_person, remove_person
from planner.journeys.suggest_people import not_now, suggest
from planner.storage.store import Store
from tests.builders import TODAY, a_meeting, a_person
from tests.ui.drivers_window import ListDriver
from ui import index_wording, reason_wording
from ui.background import wait_for_all
from ui.dialogs.why import WhyDialog
from ui.main_window import MainWindow
from ui.session import Session
from ui.widgets.share_bar import ShareBar
from ui.widgets.text import LeadText


class WhyDriver(ListDriver):
    """The dialog: whom it lists, and what it tells of the one chosen."""

    def __init__(self, root: QWidget) -> None:
        super().__init__(root, "why-people")

    def part(self, name: str) -> tuple[str, str]:
        """The share of a part of the index, and its sentence."""
        (part,) = self.all(QWidget, f"part-{name}")
        share, sentence = part.findChild(QLabel, "share"), part.findChild(QLabel, "sentence")
        assert share is not None and sentence is not None
        assert part.accessibleName().endswith(f": {share.text()}. {sentence.text()}")
        return share.text(), sentence.text()

    def filled(self, name: str) -> float:
        (part,) = self.all(QWidget, f"part-{name}")
        bar = part.findChild(ShareBar)
        assert bar is not None
        return bar.filled

    def place(self) -> str:
        return self.says("why-place")

    def stands(self, now: Place, before: Place | None = None) -> bool:
        """Whether this is the place that is told."""
        return self.place() == index_wording.place(now, before)


@pytest.fixture
def user(network: Session, qtbot: QtBot) -> Iterator[WhyDriver]:
    people = [entry.person.id for entry in suggest(network.store, TODAY).entries]
    dialog = WhyDialog(network, people, people[0])
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    driver = WhyDriver(dialog)
    qtbot.waitUntil(lambda: driver.place() != "")
    yield driver
    assert wait_for_all()


def of(network: Session, name: str) -> int:
    return next(person.id for person in network.store.people.all() if person.name == name)


def test_it_lists_those_shown_with_their_places(user: WhyDriver, network: Session) -> None:
    names = [entry.person.name for entry in suggest(network.store, TODAY).entries]
    assert user.names() == names
    assert user.current() == user.says("why-name") == names[0]
    whole = len(suggest(network.store, TODAY, 1000).entries)
    assert [below for _, below, _ in user.rows()] == [
        f"Place {place} of {whole}" for place in range(1, len(names) + 1)
    ]
    assert user.place() == f"Place 1 of {whole}"


def test_every_part_has_its_share_its_bar_and_a_sentence(user: WhyDriver) -> None:
    shares = []
    for name in ("step", "cooling", "promise"):
        share, sentence = user.part(name)
        percent = int(share.removesuffix("%"))
        assert user.filled(name) == pytest.approx(percent / 100, abs=0.006)
        assert sentence.endswith(".")
        shares.append(percent)
    assert sum(shares) in (99, 100, 101)
    for name in ("fit", "chance"):
        share, sentence = user.part(name)
        assert share[0] in "+−0"
        assert 2 * user.filled(name) == pytest.approx(int(share.strip("+−%")) / 100, abs=0.006)
        assert sentence.endswith(".")
    assert any("Monday 16 November" in label.text() for label in user.all(QLabel, "assumed"))


def test_another_is_looked_at_by_arrow_or_mouse(user: WhyDriver) -> None:
    names = user.names()
    user.view.setFocus()
    user.key(Qt.Key.Key_Down)
    assert user.says("why-name") == names[1]
    user.click(names[3])
    assert user.says("why-name") == names[3]


def test_a_word_on_the_fit_moves_them_at_once_and_can_be_taken_back(
    user: WhyDriver, network: Session, qtbot: QtBot
) -> None:
    first = user.says("why-name")
    before = user.place()
    user.press("fit-less")
    assert network.store.people.get(of(network, first)).fit is Fit.LESS
    assert user.part("fit")[1] == "Less like this, you said."
    assert user.part("fit")[0].startswith("−")
    qtbot.waitUntil(lambda: user.place().startswith("Now place"))
    assert user.place().endswith("(before: 1)")
    assert first in user.says("why-said")
    user.press("why-undo")
    assert network.store.people.get(of(network, first)).fit is not Fit.LESS
    qtbot.waitUntil(lambda: user.place() == before)
    assert user.says("why-said") == f"Undone: {first}: less like this"


def test_never_says_so_and_ctrl_z_takes_it_back(
    user: WhyDriver, network: Session, qtbot: QtBot
) -> None:
    first = user.says("why-name")
    user.press("fit-never")
    qtbot.waitUntil(lambda: user.place() == "Not to be suggested any more, as you said.")
    qtbot.waitUntil(lambda: user.rows()[0][1] == "Not suggested")
    QTest.keyClick(user.root, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not network.store.people.get(of(network, first)).let_go
    qtbot.waitUntil(lambda: user.place().startswith("Place 1 of"))


def test_after_never_the_bar_and_its_sentence_follow_whatever_was_said_before(
    user: WhyDriver, network: Session
) -> None:
    user.press("fit-more")
    assert user.part("fit")[0].startswith("+")
    user.press("fit-never")
    assert user.part("fit") == ("−100%", "Never, you said, so nothing else counts.")
    user.press("fit-more")
    assert user.part("fit")[1] == "More like this, you said."


def test_it_begins_with_the_reasons_of_the_card_in_their_words(
    user: WhyDriver, network: Session
) -> None:
    for entry in suggest(network.store, TODAY).entries:
        user.click(entry.person.name)
        told = [reason.text() for reason in user.all(LeadText, "why-reason")]
        assert told == [reason_wording.sentence(r, entry.person, TODAY) for r in entry.reasons]


def test_whoever_always_says_yes_gains_by_it(user: WhyDriver, network: Session) -> None:
    for entry in suggest(network.store, TODAY).entries:
        user.click(entry.person.name)
        share, sentence = user.part("chance")
        if sentence.startswith(("Said yes to all", "Said yes to both", "Said yes to the one")):
            assert share.startswith("+")
        elif sentence.startswith("Never invited"):
            assert share == "0%"


def test_the_strip_behind_it_does_not_say_the_same_again(
    network: Session, qtbot: QtBot, view: QSettings
) -> None:
    window = MainWindow(network, view)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.start()
    window.show()
    person = suggest(network.store, TODAY).entries[0].person
    dialog = WhyDialog(network, [person.id], person.id, window.page)
    dialog.open()
    user = WhyDriver(dialog)
    user.press("fit-less")
    assert person.name in user.says("why-said")
    assert user.sees("why-undo")
    assert not window.toast.isVisible()
    dialog.close()
    assert wait_for_all()
    window.close()


def test_a_rung_is_changed_right_there_and_the_keyboard_stays(
    user: WhyDriver, network: Session
) -> None:
    first = user.says("why-name")
    rung = user.find(QAbstractButton, "rung-trusted")
    rung.setFocus()
    user.key(Qt.Key.Key_Return)
    assert network.store.people.get(of(network, first)).stage is Stage.TRUSTED
    assert user.focus() == "rung-trusted"
    assert "Refers" in user.part("step")[1]


def test_how_often_to_keep_in_touch_moves_them_at_once_and_can_be_taken_back(
    user: WhyDriver, network: Session, qtbot: QtBot
) -> None:
    first, lasts, share = user.says("why-name"), user.says("half-gone"), user.part("cooling")
    user.press("rhythm-often")
    assert network.store.people.get(of(network, first)).rhythm is Rhythm.OFTEN
    assert user.says("half-gone") != lasts
    assert user.part("cooling") != share
    assert user.says("why-said") == f"{first}: more often"
    user.press("rhythm-seldom")
    assert user.focus() == "rhythm-seldom"
    user.press("why-undo")
    network.undo_stack.undo()
    assert (user.says("half-gone"), user.part("cooling")) == (lasts, share)
    assert network.store.people.get(of(network, first)).rhythm is Rhythm.USUAL


def test_whoever_is_to_be_met_less_often_gets_a_new_place_at_once(
    user: WhyDriver, network: Session, qtbot: QtBot
) -> None:
    moved = 0
    for name in user.names():
        user.click(name)
        person = of(network, name)
        before = places(network.store, [person], TODAY)[person]
        user.press("rhythm-seldom")
        now = places(network.store, [person], TODAY)[person]
        assert now.rank >= before.rank
        moved += now.rank > before.rank
        user.press("why-undo")
        qtbot.waitUntil(partial(user.stands, before))
        user.press("rhythm-seldom")
        qtbot.waitUntil(partial(user.stands, now, before))
        user.press("why-undo")
    assert moved


def test_why_somebody_is_not_suggested_now(user: WhyDriver, network: Session, qtbot: QtBot) -> None:
    first = of(network, user.says("why-name"))
    network.do("Rests", not_now, first, TODAY + timedelta(days=7), TODAY)
    qtbot.waitUntil(lambda: user.place() == "Rests for 7 days more.")
    network.undo_stack.undo()
    with network.store.transaction() as work:
        starts = datetime(2026, 12, 1, 9)
        network.store.meetings.add(a_meeting(first, starts, state=State.AGREED))
    network.record("Planned", work.change)
    qtbot.waitUntil(lambda: user.place() == "Not suggested now: a 1-2-1 is planned.")


def test_what_was_done_before_it_was_opened_stays_done(network: Session, qtbot: QtBot) -> None:
    people = [entry.person.id for entry in suggest(network.store, TODAY).entries]
    network.do("Rests", not_now, people[-1], TODAY + timedelta(days=7), TODAY)
    dialog = WhyDialog(network, people, people[0])
    qtbot.addWidget(dialog)
    dialog.open()
    user, undo = WhyDriver(dialog), network.undo_stack
    first = user.says("why-name")
    user.press("fit-more")
    for said in (f"Undone: {first}: more like this", "Nothing more was changed here."):
        QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert (user.says("why-said"), undo.index()) == (said, 1)
        assert not user.sees("why-undo")
    assert wait_for_all()


def test_somebody_removed_meanwhile_makes_way_for_the_next(
    user: WhyDriver, network: Session
) -> None:
    names = user.names()
    user.click(names[1])
    network.do("Removed", remove_person, of(network, names[1]))
    assert user.names() == [names[0], *names[2:]]
    assert user.current() == user.says("why-name") == names[2]
    user.press("fit-more")
    assert network.store.people.get(of(network, names[2])).fit is Fit.MORE
    user.press("why-undo")
    user.press("why-undo")
    assert user.names() == names
    assert user.says("why-name") == names[2]


def test_somebody_another_program_removed_makes_way_and_is_named(
    user: WhyDriver, network: Session
) -> None:
    names = user.names()
    with Store.open(network.store.path) as other:
        remove_person(other, of(network, names[0]))
    user.press("fit-more")  # before the window heard of it
    assert user.says("why-said") == f"{names[0]} is not in the library any more."
    assert user.says("why-name") == names[1]
    with Store.open(network.store.path) as other:
        remove_person(other, of(network, names[1]))
    network.look_elsewhere()
    assert user.says("why-said") == f"{names[1]} is not in the library any more."
    assert user.current() == user.says("why-name") == names[2]


def test_it_closes_with_a_sentence_when_nobody_is_left(network: Session, qtbot: QtBot) -> None:
    one = suggest(network.store, TODAY).entries[0].person
    dialog = WhyDialog(network, [one.id], one.id)
    qtbot.addWidget(dialog)
    dialog.open()
    with Store.open(network.store.path) as other:
        remove_person(other, one.id)
    with qtbot.waitSignal(network.refused) as said:
        network.look_elsewhere()
    assert said.args == [f"{one.name} is not in the library any more."]
    assert not dialog.isVisible()
    assert wait_for_all()


def test_escape_and_close_both_close_it(user: WhyDriver) -> None:
    user.press("close")
    assert not user.root.isVisible()


def test_any_name_is_shown_as_it_is(session: Session, store: Store, qtbot: QtBot) -> None:
    name = "<b>Maya</b> <img src='/etc/hostname'> " + "N" * 200
    with store.transaction():
        person = store.people.add(a_person(name))
    dialog = WhyDialog(session, [person.id], person.id)
    qtbot.addWidget(dialog)
    dialog.open()
    user = WhyDriver(dialog)
    assert user.says("why-name") == name
    qtbot.waitUntil(lambda: user.place() == "Place 1 of 1")
    session.do("Renamed", edit_person, replace(person, name="Maya"))
    assert user.says("why-name") == "Maya"
    assert dialog.findChild(QListView, "why-people") is not None
    assert wait_for_all()
