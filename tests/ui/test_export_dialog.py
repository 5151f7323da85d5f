"""Exporting: what is to leave, of whom, with what was noted in confidence or not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from planner.contacts.reading import read_file
from planner.domain.facts import Fact, FactKind
from planner.domain.people import Person
from planner.journeys.encrypt_library import encrypt
from planner.journeys.keep_people import add_person
from planner.storage.store import Store
from tests.clocks import StandingClock
from tests.ui.drivers_plan import SaveDialog, opened, save_into
from tests.ui.drivers_talk import Driver
from tests.ui.test_nothing_cut_off import cut_off
from ui import theme
from ui.background import wait_for_all
from ui.dialogs.export import ExportDialog
from ui.in_sight import InSight, Who
from ui.session import Session

SECRET = "Owes everybody money"
Open = Callable[..., Driver]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SaveDialog:
    folder = tmp_path / "exports"
    folder.mkdir()
    return save_into(folder, monkeypatch)


@pytest.fixture
def show(network: Session, qtbot: QtBot, files: SaveDialog) -> Iterator[Open]:
    with network.store.transaction():
        network.store.facts.add(Fact(person=1, kind=FactKind.PRIVATE, text=SECRET))

    def opening(in_sight: InSight = InSight(), who: Who = Who.EVERYBODY) -> Driver:  # noqa: B008
        dialog = ExportDialog(network, in_sight, who)
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        return Driver(dialog)

    yield opening
    assert wait_for_all()


def exported(user: Driver, qtbot: QtBot) -> Path:
    """Presses Export and waits until the file is there."""
    assert isinstance(user.root, ExportDialog)
    with qtbot.waitSignal(user.root.saved) as saved:
        user.press("export")
    assert not user.root.isVisible()
    return Path(saved.args[0])


def choices(user: Driver) -> list[str]:
    """Of whom it offers to export."""
    names = ("who-everybody", "who-listed", "who-chosen")
    return [user.words_on(name) for name in names if user.sees(name)]


def test_contact_cards_of_everybody_come_first(show: Open, qtbot: QtBot) -> None:
    user = show()
    assert user.find(QAbstractButton, "form-.vcf").isChecked()
    assert choices(user) == []  # there is nothing to choose
    path = exported(user, qtbot)
    assert path.name == "People 2026-11-22.vcf"
    assert read_file(path).found == 30


@pytest.mark.parametrize(
    ("form", "name", "starts"),
    [
        (".vcf", "People 2026-11-22.vcf", b"BEGIN:VCARD\r\nVERSION:4.0"),
        (".csv", "People 2026-11-22.csv", b"\xef\xbb\xbfName,Company,"),
        (".ics", "1-2-1s 2026-11-22.ics", b"BEGIN:VCALENDAR"),
        (".json", "Vis-à-vis 2026-11-22.json", b'{\n "format": "visavis-library"'),
    ],
)
def test_each_form_is_written_under_a_name_that_says_it(
    show: Open, qtbot: QtBot, form: str, name: str, starts: bytes
) -> None:
    user = show()
    user.press(f"form-{form}")
    path = exported(user, qtbot)
    assert path.name == name
    assert path.read_bytes().startswith(starts)


@pytest.mark.parametrize("form", [".vcf", ".csv"])
def test_private_notes_leave_only_when_ticked(show: Open, qtbot: QtBot, form: str) -> None:
    for ticked in (False, True):
        user = show()
        user.press(f"form-{form}")
        assert not user.is_ticked("private")  # each time anew
        assert "stays here" in user.says("about-private")
        if ticked:
            user.tick("private")
            assert "Whoever gets the file reads" in user.says("about-private")
        held = exported(user, qtbot).read_text(encoding="utf-8").replace("\n ", "")
        assert (SECRET in held) == ticked
        assert ("stage" in held.casefold()) == ticked


def test_the_calendar_offers_none_and_the_json_says_it_has_them(show: Open, qtbot: QtBot) -> None:
    user = show(InSight(chosen=(1,)))
    user.tick("private")
    user.press("form-.ics")
    assert not user.sees("private") and not user.says("about-private")
    assert choices(user) == []
    user.press("form-.json")
    assert not user.sees("private")
    assert "Private notes are always in it" in user.says("about-private")
    told = json.loads(exported(user, qtbot).read_text(encoding="utf-8"))
    assert SECRET in [fact["text"] for fact in told["facts"]]


def test_a_tick_that_is_out_of_sight_adds_nothing(show: Open, qtbot: QtBot) -> None:
    user = show()
    user.tick("private")
    user.press("form-.ics")
    assert SECRET not in exported(user, qtbot).read_text(encoding="utf-8")


def test_those_in_the_list_or_one_alone(show: Open, qtbot: QtBot, network: Session) -> None:
    in_sight = InSight(listed=(1, 2, 3), chosen=(2,))
    name = network.store.people.get(2).name
    user = show(in_sight, Who.LISTED)
    assert choices(user) == ["Everybody (30)", "Those in the list (3)", name]
    assert read_file(exported(user, qtbot)).found == 3
    user = show(in_sight, Who.CHOSEN)
    path = exported(user, qtbot)
    assert path.name == f"{name}.vcf"
    assert [card.name for card in read_file(path).cards] == [name]


def test_several_chosen_are_counted(show: Open) -> None:
    user = show(InSight(chosen=(1, 2, 3, 4)), Who.CHOSEN)
    assert choices(user) == ["Everybody (30)", "Those chosen (4)"]


@pytest.mark.parametrize("name", ["../../outside", "/etc/passwd", "CON", "a/b\\c:d", "." * 90])
def test_whatever_somebody_is_called_the_file_stays_in_the_folder(
    show: Open, qtbot: QtBot, network: Session, files: SaveDialog, name: str
) -> None:
    _, person = add_person(network.store, Person(name=name))
    user = show(InSight(chosen=(person.id,)), Who.CHOSEN)
    path = exported(user, qtbot)
    assert path.parent == files.folder and list(files.folder.iterdir()) == [path]


def test_a_missing_ending_is_added(show: Open, qtbot: QtBot, files: SaveDialog) -> None:
    files.name = "Dr. Who"
    assert exported(show(), qtbot).name == "Dr. Who.vcf"


def test_but_never_over_a_file_nobody_was_asked_about(
    show: Open, files: SaveDialog, qtbot: QtBot
) -> None:
    there = files.folder / "mine.v2.vcf"
    there.write_text("mine")
    files.name = "mine.v2"
    user = show()
    user.press("export")
    assert user.says("export-wrong").startswith(f"There is a file {there} already")
    assert there.read_text() == "mine"
    files.name = ""
    assert exported(user, qtbot).exists()


def test_thinking_better_of_the_name_leaves_the_dialog(show: Open, files: SaveDialog) -> None:
    files.refuse = True
    user = show()
    user.press("export")
    assert user.root.isVisible() and list(files.folder.iterdir()) == []


def test_what_cannot_be_written_is_said_in_the_dialog_and_can_be_tried_again(
    show: Open, files: SaveDialog, qtbot: QtBot
) -> None:
    folder, files.folder = files.folder, files.folder / "gone"
    user = show()
    user.press("export")
    assert user.says("export-wrong").startswith("There is no folder")
    files.folder = folder
    assert exported(user, qtbot).exists()


def test_a_failure_on_the_way_leaves_no_file(
    show: Open, files: SaveDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    import os

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    user = show()
    with monkeypatch.context() as held:
        held.setattr(os, "fsync", full)
        user.press("export")
        qtbot.waitUntil(lambda: "No space left" in user.says("export-wrong"))
    assert list(files.folder.iterdir()) == []
    assert user.find(QAbstractButton, "export").isEnabled()
    assert exported(user, qtbot).exists()


def test_a_library_without_people_says_so(
    session: Session, qtbot: QtBot, files: SaveDialog
) -> None:
    dialog = ExportDialog(session)
    qtbot.addWidget(dialog)
    dialog.open()
    user = Driver(dialog)
    user.press("export")
    qtbot.waitUntil(lambda: "nobody to export" in user.says("export-wrong"))
    assert list(files.folder.iterdir()) == []


@pytest.mark.parametrize("text", ["normal", "largest"])
def test_whatever_it_says_all_words_are_in_sight(
    show: Open, files: SaveDialog, qtbot: QtBot, dressed: QApplication, text: str
) -> None:
    theme.apply(dressed, theme.Scheme.LIGHT, text)
    user = show(InSight(listed=(1, 2, 3), chosen=(2,)), Who.CHOSEN)
    user.tick("private")
    files.folder = files.folder / "a folder of no short name" / "that is not there"
    user.press("export")
    assert user.says("export-wrong")
    qtbot.waitUntil(lambda: cut_off(user.root) == [])


def test_that_what_leaves_an_encrypted_library_is_plain_is_said(
    sample_library: Path, tmp_path: Path, clock: StandingClock, qtbot: QtBot
) -> None:
    pytest.importorskip("sqlcipher3", reason="no wheel for this platform")
    library = tmp_path / "encrypted.visavis"
    shutil.copy(sample_library, library)
    encrypt(library, "four words of mine")
    with Store.open(library, passphrase="four words of mine") as store:
        dialog = ExportDialog(Session(store, clock))
        qtbot.addWidget(dialog)
        dialog.open()
        assert "what is exported is not" in Driver(dialog).says("export-plain")
        dialog.reject()


def test_of_a_plain_library_nothing_is_said_of_encryption(show: Open) -> None:
    assert not show().sees("export-plain")


def test_by_keyboard_alone(show: Open, qtbot: QtBot, files: SaveDialog) -> None:
    user = show(InSight(listed=(1, 2, 3)))
    qtbot.waitUntil(user.root.isActiveWindow)
    reached = []
    for _ in range(5):
        user.key(Qt.Key.Key_Tab)
        reached.append(user.focus())
    assert reached == ["form-.vcf", "who-everybody", "private", "cancel", "export"]
    user.find(QAbstractButton, "form-.vcf").setFocus()
    user.key(Qt.Key.Key_Right)
    assert user.find(QAbstractButton, "form-.csv").isChecked()
    user.find(QAbstractButton, "export").setFocus()
    assert isinstance(user.root, ExportDialog)
    with qtbot.waitSignal(user.root.saved):
        user.key(Qt.Key.Key_Return)
    assert [path.suffix for path in files.folder.iterdir()] == [".csv"]


def test_escape_leaves(show: Open, qtbot: QtBot) -> None:
    user = show()
    qtbot.waitUntil(user.root.isActiveWindow)
    assert user.focus() == "export"
    user.key(Qt.Key.Key_Escape)
    assert not user.root.isVisible()


def test_the_folder_of_what_was_saved_is_shown(show: Open, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    from ui.widgets.toast import Toast

    around = QWidget()
    qtbot.addWidget(around)
    around.resize(900, 400)
    around.show()
    toast = Toast(around)
    user = show()
    assert isinstance(user.root, ExportDialog)
    user.root.saved.connect(toast.say_saved)
    path = exported(user, qtbot)
    strip = Driver(around)
    assert strip.says("toast-text") == "30 people saved as People 2026-11-22.vcf"
    assert not strip.sees("toast-undo")
    with opened("file") as elsewhere:
        strip.press("toast-folder")
    assert elsewhere.links == [path.parent.as_uri()]
    strip.press("toast-close")
    assert not strip.sees("toast")


@pytest.mark.parametrize("form", [".vcf", ".csv"])
def test_the_sample_network_stays_here_beside_real_people(
    show: Open, qtbot: QtBot, network: Session, form: str
) -> None:
    user = show(InSight(listed=(1,)))
    assert "are the sample network's" in user.says("about-sample")
    add_person(network.store, Person(name="Nora Real", emails=("nora@real.example",)))
    user = show(InSight(listed=(1,)), Who.LISTED)
    user.press(f"form-{form}")
    assert not user.says("about-sample")  # whoever is named leaves
    assert choices(user)[0] == "Everybody (1)"
    user.press("who-everybody")
    assert user.says("about-sample") == "The 30 people of the sample network stay here."
    assert [card.name for card in read_file(exported(user, qtbot)).cards] == ["Nora Real"]


def test_enter_exports_also_from_a_choice(show: Open, qtbot: QtBot) -> None:
    user = show()
    user.find(QAbstractButton, "form-.vcf").setFocus()
    assert isinstance(user.root, ExportDialog)
    with qtbot.waitSignal(user.root.saved):
        QTest.keyClick(user.find(QAbstractButton, "form-.vcf"), Qt.Key.Key_Return)
