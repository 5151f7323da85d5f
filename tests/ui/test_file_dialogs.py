"""The dialogs for files begin where such files lie, and then where the last one lay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.file_dialogs import calendar_folder, calendars_to_name, contact_files, file_to_save


class Window(QWidget):
    """As the main window: it has a view."""

    def __init__(self, view: QSettings) -> None:
        super().__init__()
        self.view = view


class Asked:
    """Stands in for the system's dialogs and notes where they begin."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.began: list[Path] = []
        self.answer = ""
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", self.open)
        monkeypatch.setattr(QFileDialog, "getSaveFileName", self.save)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", self.folder)

    def open(self, parent: object, title: str, where: str, kinds: str) -> tuple[list[str], str]:
        self.began.append(Path(where))
        return [self.answer] if self.answer else [], kinds

    def folder(self, parent: object, title: str, where: str) -> str:
        self.began.append(Path(where))
        return self.answer

    def save(self, parent: object, title: str, where: str, kinds: str) -> tuple[str, str]:
        self.began.append(Path(where))
        return self.answer, kinds


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    return Asked(monkeypatch)


@pytest.fixture
def dialog(view: QSettings, qtbot: QtBot) -> Iterator[QDialog]:
    """A dialog over the window."""
    window = Window(view)
    qtbot.addWidget(window)
    yield QDialog(window)  # the window is there as long as this stands


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with the folders that most have."""
    made = tmp_path / "home"
    for name in ("Downloads", "Documents"):
        (made / name).mkdir(parents=True)

    def usual(place: QStandardPaths.StandardLocation) -> str:
        downloads = place is QStandardPaths.StandardLocation.DownloadLocation
        return str(made / ("Downloads" if downloads else "Documents"))

    monkeypatch.setattr(QStandardPaths, "writableLocation", usual)
    monkeypatch.setattr(Path, "home", lambda: made)
    return made


def usual(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place))


def test_without_such_folders_they_begin_at_home(asked: Asked, dialog: QDialog, home: Path) -> None:
    for name in ("Downloads", "Documents"):
        (home / name).rmdir()
    contact_files(dialog)
    file_to_save(dialog, "Save", "a.pdf", "")
    assert asked.began == [home, home / "a.pdf"]


def test_files_to_bring_in_are_looked_for_in_downloads_first(
    asked: Asked, dialog: QDialog, tmp_path: Path
) -> None:
    downloads = usual(QStandardPaths.StandardLocation.DownloadLocation)
    asked.answer = str(tmp_path / "all.vcf")
    assert contact_files(dialog) == [asked.answer]
    contact_files(dialog)
    assert asked.began == [downloads, tmp_path]


def test_files_are_saved_among_the_documents_first(
    asked: Asked, dialog: QDialog, tmp_path: Path
) -> None:
    documents = usual(QStandardPaths.StandardLocation.DocumentsLocation)
    asked.answer = str(tmp_path / "sheet.pdf")
    assert file_to_save(dialog, "Save", "a.pdf", "") == tmp_path / "sheet.pdf"
    file_to_save(dialog, "Save", "b.pdf", "")
    assert asked.began == [documents / "a.pdf", tmp_path / "b.pdf"]


def test_what_was_called_off_or_is_gone_is_not_remembered(
    asked: Asked, dialog: QDialog, tmp_path: Path
) -> None:
    documents = usual(QStandardPaths.StandardLocation.DocumentsLocation)
    assert file_to_save(dialog, "Save", "a.pdf", "") is None
    folder = tmp_path / "stick"
    folder.mkdir()
    asked.answer = str(folder / "a.pdf")
    file_to_save(dialog, "Save", "a.pdf", "")
    folder.rmdir()
    file_to_save(dialog, "Save", "a.pdf", "")
    assert asked.began == [documents / "a.pdf"] * 3


def test_a_page_that_stands_alone_asks_as_well(asked: Asked, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    assert contact_files(page) == []
    assert file_to_save(None, "Save", "a.pdf", "") is None


def test_a_name_without_an_ending_gets_the_usual_one(
    asked: Asked, dialog: QDialog, tmp_path: Path
) -> None:
    asked.answer = str(tmp_path / "copy")
    assert file_to_save(dialog, "Save", "a.visavis", "") == tmp_path / "copy.visavis"


def test_calendars_are_looked_for_where_the_last_one_lay(
    dialog: QDialog, asked: Asked, home: Path, tmp_path: Path
) -> None:
    assert (calendars_to_name(dialog), calendar_folder(dialog)) == ([], "")
    work = tmp_path / "work"
    work.mkdir()
    asked.answer = str(work / "work.ics")
    assert calendars_to_name(dialog) == [asked.answer]
    assert calendar_folder(dialog) == asked.answer
    assert asked.began == [home / "Documents", home / "Documents", home / "Documents", work]
