"""Return presses the button that has the focus, never another one: in every dialog there is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.views import DIALOGS, dismiss, inner, marked_window, opened, put_away, told, visible
from ui.main_window import MainWindow


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, sample_library: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    made = marked_window(sample_library, tmp_path_factory.mktemp("marked"))
    yield made
    dismiss(made)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("name", DIALOGS)
def test_return_presses_the_button_that_has_the_focus(
    window: MainWindow, name: str, key: Qt.Key
) -> None:
    dialog = opened(window, name)
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    buttons = [part for part in visible(dialog) if isinstance(part, QPushButton)]
    buttons = [part for part in buttons if part.isEnabled() and not inner(part)]
    pressed: list[QPushButton] = []
    for part in dialog.findChildren(QPushButton):
        if part.receivers(SIGNAL("clicked(bool)")):
            part.clicked.disconnect()  # who is pressed matters here, not what comes of it
        part.clicked.connect(partial(pressed.append, part))
    assert buttons or name == "search", "so that something is looked at"
    for part in buttons:
        if part.menu() is not None or not part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if part.isCheckable() and part.group() is not None:
            continue  # one of several choices: Enter goes on with what is chosen, as with radios
        pressed.clear()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(dialog.windowHandle(), key)
        assert [told(each) for each in pressed] == [told(part)]
        assert dialog.isVisible()
    put_away(dialog)
