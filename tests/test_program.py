"""The program's arguments: the window, the terminal, and which library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from main import default_library, main
from planner.storage.store import Store
from tests.ui.windows import LONGEST, offscreen, started
from ui.display import NO_SCREEN


@pytest.fixture
def opens_the_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> object:
    """Whether arguments open the window; without a screen it says so and stops there."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.chdir(tmp_path)

    def opens(*arguments: str) -> bool:
        code = main(arguments)
        said = capsys.readouterr()
        return (code, said.out, said.err) == (2, "", NO_SCREEN + "\n")

    return opens


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--library", "here.visavis"),
        ("--library=here.visavis",),
        ("phone.vcf",),
        ("phone.VCF", "Connections.csv", "linkedin.zip"),
        ("--library", "here.visavis", "phone.vcf"),
        ("--library=here.visavis", "phone.vcf"),
        ("not there.vcf",),
        ("contacts",),
    ],
    ids=" ".join,
)
def test_the_window_opens_without_a_command(
    opens_the_window, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "contacts").write_text("name\nMaya Okafor\n")
    assert opens_the_window(*arguments)
    assert not (tmp_path / "here.visavis").exists()


@pytest.mark.parametrize(
    "arguments",
    [("people",), ("--library", "here.visavis", "people"), ("--help",), ("nonsense",), ("--json",)],
    ids=" ".join,
)
def test_a_command_is_for_the_terminal(
    opens_the_window, tmp_path: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("main.default_library", lambda: tmp_path / "library.visavis")
    assert not opens_the_window(*arguments)


@pytest.mark.parametrize("before", [(), ("--library", "here.visavis"), ("phone.vcf",)])
def test_a_folder_is_refused_in_words(
    before: tuple[str, ...],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cards").mkdir()
    assert main((*before, "cards")) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("visavis: cards is a folder, and a folder cannot be brought in.")
    assert "invalid choice" not in said.err
    assert not (tmp_path / "here.visavis").exists()


def test_a_command_stays_one_beside_a_folder_of_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sample").mkdir()
    assert main(("--library", "here.visavis", "sample")) == 0
    assert capsys.readouterr().out == "The sample network is in: 30 people.\n"


def test_a_command_stays_one_beside_a_file_of_its_name(
    opens_the_window, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sample").write_text("")
    assert main(("--library", "here.visavis", "sample")) == 0
    assert capsys.readouterr().out == "The sample network is in: 30 people.\n"


def test_the_library_lies_in_the_users_data_folder() -> None:
    assert default_library().name == "library.visavis"
    assert default_library().parent.name == "visavis"


@pytest.mark.parametrize("how", ["two words", "one word"])
def test_window_and_terminal_take_the_same_library(tmp_path: Path, how: str) -> None:
    path = tmp_path / "own.visavis"
    named = ("--library", path) if how == "two words" else (f"--library={path}",)
    assert started(offscreen(tmp_path), *named, "sample")[0] == 0
    with Store.open(path, create=False) as store:
        assert store.people.count() == 30
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("content", [b"not a library", b"SQLite format 3\0" + b"\0" * 84])
def test_a_file_that_is_no_library_is_refused_in_words_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    code, out, err = started(offscreen(tmp_path), "--library", path)
    assert (code, out) == (1, "")
    assert str(path) in err and err.count("\n") == 1
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["photo.jpg"]


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, out, err = started(offscreen(tmp_path), "--library", tmp_path / "file" / "a.visavis")
    assert (code, out) == (1, "")
    assert "cannot be made" in err and err.count("\n") == 1


def test_files_named_at_the_start_are_brought_in_once_the_window_stands(tmp_path: Path) -> None:
    """The real start up to the point where the window would show what the files hold."""
    watched = (
        "import sys\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from main import main\n"
        "from ui.main_window import MainWindow\n"
        "def bring_in(window, files):\n"
        "    print(window.isVisible(), *files, sep='\\n')\n"
        "    window.close()\n"
        "MainWindow.bring_in = bring_in\n"
        "sys.exit(main(['--library', 'own.visavis', 'phone.vcf', 'Größe.csv']))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", watched],
        env=offscreen(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.split("\n")[:3] == [
        "True",
        str(tmp_path / "phone.vcf"),
        str(tmp_path / "Größe.csv"),
    ]
    assert (tmp_path / "own.visavis").exists()
    assert not (tmp_path / "own.visavis.lock").exists()
