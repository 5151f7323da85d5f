"""Calling an import off at each of its steps, and a library that changed under it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.domain.people import Person
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.pictures import png
from tests.ui.drivers_bring_in import BringInDriver, card, cards
from ui import background, bringing_in
from ui.background import wait_for_all
from ui.import_choice import Part
from ui.session import Session

Open = Callable[..., BringInDriver]
PATIENCE = 10  # seconds


class Gate:
    """Where work tells how far it is, it waits as long as this is shut."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self._open = threading.Event()
        self._open.set()

    def shut(self) -> None:
        self.reached.clear()
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    def wait(self) -> None:
        if not self._open.is_set():
            self.reached.set()
            assert self._open.wait(PATIENCE)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    made = Gate()
    tell = background.Job.tell

    def wait_and_tell(job: background.Job, done: int, of: int) -> None:
        made.wait()
        tell(job, done, of)

    monkeypatch.setattr(background.Job, "tell", wait_and_tell)
    yield made
    made.open()


@pytest.fixture
def phone(tmp_path: Path) -> Path:
    return cards(
        tmp_path / "phone.vcf",
        card("Maya Okafor", "ORG:Harbour & Co", "EMAIL:maya@harbour.example"),
        card("Jonas Lindqvist", "EMAIL:jonas@lindqvist.example"),
        card("Priya Shah", "EMAIL:priya@shah.example"),
    )


def nothing_happened(store: Store, session: Session) -> bool:
    return store.people.count() == 0 and not session.undo_stack.canUndo()


def test_while_it_reads(
    opened: Open, phone: Path, gate: Gate, store: Store, session: Session
) -> None:
    gate.shut()
    user = opened(phone, ready=False)
    assert (user.title, user.words) == ("Reading…", "phone.vcf")
    assert gate.reached.wait(PATIENCE)
    user.press("cancel")
    assert not user.root.isVisible()
    gate.open()
    assert wait_for_all()
    assert nothing_happened(store, session)


def test_while_it_compares(
    opened: Open,
    phone: Path,
    gate: Gate,
    store: Store,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = bringing_in.plan_import_of

    def shut_and_plan(*args: Any, **named: Any) -> Any:
        gate.shut()
        return plan(*args, **named)

    monkeypatch.setattr(bringing_in, "plan_import_of", shut_and_plan)
    user = opened(phone, ready=False)
    qtbot.waitUntil(gate.reached.is_set)
    assert user.title == "Comparing with the people you know…"
    user.key(Qt.Key.Key_Escape)
    assert not user.root.isVisible()
    gate.open()
    assert wait_for_all()
    assert nothing_happened(store, session)


def test_while_it_writes_all_of_it_is_taken_back(
    opened: Open, phone: Path, gate: Gate, store: Store, session: Session, qtbot: QtBot
) -> None:
    user = opened(phone)
    user.tick("Priya Shah")
    gate.shut()
    user.press("apply")
    assert gate.reached.wait(PATIENCE)  # two people are written by now
    qtbot.waitUntil(lambda: user.words == "Writing people: 2")
    user.press("cancel")
    assert user.title == "Calling it off…"
    assert not user.can_press("cancel")
    user.root.close()
    assert user.root.isVisible()  # until it is known what became of it
    gate.open()
    user.until_ready()
    assert user.title == "Called off: nothing was changed"
    assert user.ticked() == ["Maya Okafor", "Jonas Lindqvist"]
    assert nothing_happened(store, session)
    with qtbot.waitSignal(session.done):
        user.press("apply")
    assert store.people.count() == 2


def test_while_it_makes_pictures_small(
    opened: Open, tmp_path: Path, gate: Gate, store: Store, session: Session, qtbot: QtBot
) -> None:
    from base64 import b64encode

    photo = f"PHOTO;ENCODING=b;TYPE=PNG:{b64encode(png()).decode()}"
    user = opened(cards(tmp_path / "phone.vcf", card("Maya Okafor", photo)))
    gate.shut()
    user.press("apply")
    assert gate.reached.wait(PATIENCE)
    qtbot.waitUntil(lambda: user.words == "Making pictures small: 1")
    user.key(Qt.Key.Key_Escape)
    gate.open()
    user.until_ready()
    assert user.title == "Called off: nothing was changed"
    assert nothing_happened(store, session)
    user.press("cancel")
    assert not user.root.isVisible()


def test_too_late_to_call_it_off_it_can_be_undone(
    opened: Open,
    phone: Path,
    store: Store,
    session: Session,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    user = opened(phone)
    written, go_on = threading.Event(), threading.Event()
    apply = bringing_in.apply_import

    def apply_and_wait(*args: Any, **named: Any) -> Any:
        change = apply(*args, **named)
        written.set()
        assert go_on.wait(PATIENCE)
        return change

    monkeypatch.setattr(bringing_in, "apply_import", apply_and_wait)
    with qtbot.waitSignal(session.done) as done:
        user.press("apply")
        assert written.wait(PATIENCE)
        user.press("cancel")
        go_on.set()
    assert done.args == [
        "It was too late to call it off: 3 people are in. Undo takes them out again"
    ]
    assert session.undo_stack.undoText() == "3 people brought in"
    assert store.people.count() == 3
    session.undo_stack.undo()
    assert store.people.count() == 0


def test_a_second_enter_does_not_call_off_what_the_first_began(
    opened: Open, phone: Path, gate: Gate, store: Store, session: Session, qtbot: QtBot
) -> None:
    user = opened(phone)
    gate.shut()
    user.key(Qt.Key.Key_Return)
    assert gate.reached.wait(PATIENCE)
    user.key(Qt.Key.Key_Return)
    user.key(Qt.Key.Key_Space)
    with qtbot.waitSignal(session.done):
        gate.open()
    assert store.people.count() == 3


def test_of_a_library_changed_meanwhile_one_looks_again(
    opened: Open, phone: Path, store: Store, session: Session, qtbot: QtBot
) -> None:
    add_person(store, Person(name="Maya Okafer", company="Harbour & Co"))
    user = opened(phone)
    user.tick("Priya Shah")
    user.open_part(Part.DOUBTFUL)
    user.press("somebody-else")
    add_person(store, Person(name="Jonas Lindqvist", emails=("jonas@lindqvist.example",)))
    user.press("apply")
    user.until_ready()
    assert user.title == "That did not work"
    assert "changed since this preview" in user.words
    assert store.people.count() == 2
    assert user.focus() == "look-again"
    user.key(Qt.Key.Key_Return)
    user.until_ready()
    assert user.parts() == ["New 1", "Perhaps known 1", "Known already 1"]
    assert user.rows() == [("Maya Okafor", "✓ Not Maya Okafer", "")]
    user.open_part(Part.NEW)
    assert (user.names(), user.ticked()) == (["Priya Shah"], [])
    assert user.words_on("apply") == "Bring in 1 of 2"
    with qtbot.waitSignal(session.done):
        user.press("apply")
    assert sorted(person.name for person in store.people.all()) == [
        "Jonas Lindqvist",
        "Maya Okafer",
        "Maya Okafor",
    ]
    assert len(store.apart.all()) == 1
