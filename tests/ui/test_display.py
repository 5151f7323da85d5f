"""No screen: one sentence and exit code 2, and every command still works."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ui.windows import started, surroundings
from ui.display import NO_SCREEN, X_PORT, why_no_display

NOWHERE = ":987"  # a display number no server here has

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only X11 and Wayland lack one")


@contextmanager
def listening(family: int, address: str | tuple[str, int]) -> Iterator[socket.socket]:
    with socket.socket(family, socket.SOCK_STREAM) as server:
        server.bind(address)
        server.listen()
        yield server


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": NOWHERE},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":x"},
        {"DISPLAY": "127.0.0.1:59000"},
        {"DISPLAY": NOWHERE, "WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland"},
    ],
    ids=str,
)
def test_without_a_screen_it_says_so(environ: dict[str, str]) -> None:
    assert why_no_display(environ, "linux") == NO_SCREEN


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_one(platform: str) -> None:
    assert why_no_display({}, platform) is None


@pytest.mark.parametrize("chosen", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_drawing_place_chosen_by_name_is_believed(chosen: str) -> None:
    assert why_no_display({"QT_QPA_PLATFORM": chosen}, "linux") is None


def test_an_x_server_that_answers_is_a_screen() -> None:
    with listening(socket.AF_UNIX, "\0/tmp/.X11-unix/X986"):
        for display in (":986", ":986.0", "unix:986"):
            assert why_no_display({"DISPLAY": display}, "linux") is None
    with listening(socket.AF_INET, ("127.0.0.1", 0)) as server:
        number = server.getsockname()[1] - X_PORT
        assert why_no_display({"DISPLAY": f"127.0.0.1:{number}.0"}, "linux") is None


def test_a_wayland_compositor_that_answers_is_a_screen(tmp_path: Path) -> None:
    environ = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert why_no_display(environ, "linux") == NO_SCREEN
    with listening(socket.AF_UNIX, str(tmp_path / "wayland-0")):
        assert why_no_display(environ, "linux") is None
        assert why_no_display({**environ, "QT_QPA_PLATFORM": "xcb"}, "linux") == NO_SCREEN


@pytest.mark.parametrize("more", [{}, {"DISPLAY": NOWHERE}], ids=["none", "nowhere"])
def test_the_window_says_one_sentence_and_ends_with_2(tmp_path: Path, more: dict[str, str]) -> None:
    environ = surroundings(tmp_path, **more)
    assert started(environ) == (2, "", NO_SCREEN + "\n")
    assert not (tmp_path / "data").exists()


def test_a_qt_that_cannot_draw_ends_in_a_sentence_too(tmp_path: Path) -> None:
    code, out, err = started(surroundings(tmp_path, QT_QPA_PLATFORM="nosuch"))
    assert (code, out) == (2, "")
    assert err.startswith("The window cannot open: ") and err.count("\n") == 1


@pytest.mark.parametrize("more", [{}, {"DISPLAY": NOWHERE}], ids=["none", "nowhere"])
def test_commands_need_no_screen(tmp_path: Path, more: dict[str, str]) -> None:
    environ = surroundings(tmp_path, **more)
    assert started(environ, "sample") == (0, "The sample network is in: 30 people.\n", "")
