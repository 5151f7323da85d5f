"""In the smallest window, with text of every size, all words are in sight."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from tests.ui.views import VIEWS, dismiss, inner, marked_window, opened, put_away, told, visible
from ui import theme
from ui.main_window import SMALLEST, MainWindow
from ui.widgets.text import ElidedText, Text


@pytest.fixture(scope="module", params=["normal", "largest"])
def window(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    sample_library: object,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[MainWindow]:
    made = marked_window(sample_library, tmp_path_factory.mktemp("marked"))
    made.view.setValue("text", request.param)
    made.apply_theme()
    made.resize(*SMALLEST)
    yield made
    dismiss(made)
    theme.apply(qapp, theme.Scheme.LIGHT)


@pytest.mark.parametrize("name", VIEWS)
def test_all_words_are_in_sight(window: MainWindow, name: str) -> None:
    view = opened(window, name)
    assert (window.width(), window.height()) == SMALLEST, "a page needs more than the window"
    found = cut_off(view)
    put_away(view)
    assert not found, "\n".join(found)


def cut_off(root: QWidget) -> list[str]:
    """Labels and buttons whose words have less room than they need, or reach over an edge."""
    found = []
    for part in visible(root):
        if inner(part) or isinstance(part, ElidedText):
            continue
        if isinstance(part, Text) and part.text():
            if part.wordWrap():
                if part.height() < part.heightForWidth(part.width()) - 1:
                    found.append(f"{told(part)} needs height")
            elif part.width() < part.sizeHint().width() - 1:
                found.append(f"{told(part)} needs width")
        elif isinstance(part, QAbstractButton) and part.text():
            hint = part.minimumSizeHint()
            if part.width() < hint.width() - 1 or part.height() < hint.height() - 2:
                found.append(f"{told(part)} needs {hint.toTuple()}, has {part.size().toTuple()}")
        if isinstance(part, QAbstractButton | QLabel | QLineEdit | QPlainTextEdit):
            over = part.mapTo(root, part.rect().topRight()).x() - root.width()
            if over > 0 and not _scrolls_sideways(part):
                found.append(f"{told(part)} reaches {over} pixels over the edge")
    return found


def _scrolls_sideways(part: QWidget) -> bool:
    around = part.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea):
            policy = around.horizontalScrollBarPolicy()
            return policy is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        around = around.parentWidget()
    return False
