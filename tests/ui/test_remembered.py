"""What the system's keyring is told, and that nothing stays in it unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from planner.errors import PlannerError
from tests.keyrings import LockedKeyring, MemoryKeyring, used
from ui.remembered import Remembered

SAID = "four words of mine"


@pytest.fixture
def view(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "view.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def remembered(view: QSettings) -> Remembered:
    return Remembered(view)


def test_what_is_remembered_is_recalled_until_it_is_forgotten(
    remembered: Remembered, library: Path
) -> None:
    ring = MemoryKeyring()
    with used(ring):
        remembered.keep(library, SAID)
        assert remembered.is_marked(library) and remembered.recall(library) == SAID
        remembered.forget(library)
        assert not remembered.is_marked(library) and remembered.recall(library) is None
    assert ring.kept == {}


def test_the_settings_tell_neither_the_passphrase_nor_the_library(
    remembered: Remembered, view: QSettings, library: Path
) -> None:
    with used(MemoryKeyring()):
        remembered.keep(library, SAID)
    view.sync()
    told = Path(view.fileName()).read_text(encoding="utf-8")
    assert SAID not in told and library.name not in told


def test_a_keyring_that_does_not_let_go_is_said_and_tried_again(
    remembered: Remembered, library: Path
) -> None:
    ring = MemoryKeyring()
    with used(ring):
        remembered.keep(library, SAID)
    with used(LockedKeyring()), pytest.raises(PlannerError, match="still remembers"):
        remembered.forget(library)
    assert remembered.is_marked(library)
    with used(ring):
        remembered.forget(library)
    assert ring.kept == {} and not remembered.is_marked(library)


def test_what_somebody_else_took_out_is_forgotten_as_well(
    remembered: Remembered, library: Path
) -> None:
    ring = MemoryKeyring()
    with used(ring):
        remembered.keep(library, SAID)
        ring.kept.clear()
        remembered.forget(library)
    assert not remembered.is_marked(library)


def test_a_refusal_does_not_hold_the_passphrase(remembered: Remembered, library: Path) -> None:
    with used(LockedKeyring()), pytest.raises(PlannerError, match="did not take") as refusal:
        remembered.keep(library, SAID)
    assert SAID not in str(refusal.value)
    assert refusal.value.__suppress_context__
    assert not remembered.is_marked(library)
