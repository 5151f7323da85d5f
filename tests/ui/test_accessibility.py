"""Every page and dialog can be read, walked by keyboard, and shows text as the text it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
)
from PySide6.QtGui import QAccessible, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from tests.ui.views import VIEWS, dismiss, inner, marked_window, opened, put_away, told, visible
from ui.main_window import MainWindow
from ui.widgets.best_times import BestButton
from ui.widgets.slot_grid import SlotButton

ROOT = Path(__file__).resolve().parents[2]
PARTS_OF_A_FIELD = 3  # the day, month and year of a date


@pytest.fixture(scope="module")
def window(
    qapp: QApplication, sample_library: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    made = marked_window(sample_library, tmp_path_factory.mktemp("marked"))
    yield made
    dismiss(made)


@pytest.fixture(scope="module", params=VIEWS)
def view(window: MainWindow, request: pytest.FixtureRequest) -> Iterator[QWidget]:
    """Each page and dialog in turn; opened once for all that is asked of it."""
    windows = Windows()
    QApplication.instance().installEventFilter(windows)
    root = opened(window, request.param)
    QApplication.instance().removeEventFilter(windows)
    root.setProperty("view", request.param)
    root.setProperty("windows", [name for name in windows.shown if name != told(root)])
    yield root
    put_away(root)


class Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(told(watched))
        return False


def test_nothing_is_a_window_of_its_own_for_a_moment(view: QWidget) -> None:
    """A part shown before it has a parent flickers on the desktop and takes the keyboard."""
    assert not view.property("windows")


# text is text


def test_no_label_and_no_field_interprets_markup(view: QWidget) -> None:
    labels = [part for part in view.findChildren(QLabel) if not inner(part)]
    rich = [told(part) for part in labels if part.textFormat() is not Qt.TextFormat.PlainText]
    rich += [told(part) for part in view.findChildren(QTextEdit) if part.acceptRichText()]
    assert not rich


def test_no_tooltip_can_be_taken_for_markup(view: QWidget) -> None:
    parts = [part for part in view.findChildren(QWidget) if marked_up(part.toolTip())]
    assert not [told(part) for part in parts]


def marked_up(tip: str) -> bool:
    """Whether Qt would take markup from outside in it for markup."""
    return Qt.mightBeRichText(tip) and ("<b>" in tip or "<img" in tip)


def cells(model: QAbstractItemModel) -> Iterator[QModelIndex]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(min(model.rowCount(), 40)):
        for column in range(columns):
            yield model.index(row, column)


def test_no_row_of_a_list_has_such_a_tooltip(view: QWidget) -> None:
    models = [part.model() for part in view.findChildren(QAbstractItemView)]
    tips = [
        str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        for model in models
        if model is not None
        for index in cells(model)
    ]
    assert not [tip for tip in tips if marked_up(tip)]


def test_an_ampersand_of_a_name_is_no_mnemonic(view: QWidget) -> None:
    """A single one would be swallowed, and Alt with a space would press the button."""
    single = re.compile(r"(?<!&)&(?!&)")
    buttons = [part for part in view.findChildren(QAbstractButton) if not inner(part)]
    assert not [told(part) for part in buttons if single.search(part.text())]


def test_what_has_markup_in_it_is_in_sight(view: QWidget) -> None:
    """So that the tests above look at something."""
    texts = [part.text() for part in visible(view) if isinstance(part, QLabel | QAbstractButton)]
    texts += [part.accessibleName() for part in visible(view)]
    texts += [part.text() for part in visible(view) if isinstance(part, QLineEdit)]
    texts += [part.toPlainText() for part in visible(view) if isinstance(part, QPlainTextEdit)]
    texts += [
        str(index.data())
        for part in visible(view)
        if isinstance(part, QAbstractItemView) and part.model() is not None
        for index in cells(part.model())
    ]
    without = {
        "about",
        "check",
        "keys",
        "new event",
        "new person",
        "new trip",
        "questions",
        "settings",
        "first-start",
        "sheet",
    }
    without |= {"ask passphrase", "change passphrase", "decrypt", "encrypt", "remember", "unlock"}
    assert view.property("view") in without or any("<b>x</b>" in text for text in texts)


def test_labels_are_made_in_one_place() -> None:
    """A QLabel guesses at rich text; Text does not."""
    sources = {path: path.read_text("utf-8") for path in sorted((ROOT / "ui").rglob("*.py"))}
    bare = [
        f"{path.name}: {line.strip()}"
        for path, source in sources.items()
        for line in source.splitlines()
        if re.search(r"\b(QLabel|QTextEdit|QTextBrowser|QToolTip|QWhatsThis)\(", line)
        and "class Text(" not in line
    ]
    assert not bare


# read aloud


def test_everything_that_can_have_the_keyboard_has_a_name(view: QWidget) -> None:
    labels = view.window().findChildren(QLabel)
    nameless = []
    for part in visible(view):
        if inner(part) or not part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        buddy = any(label.buddy() is part for label in labels)
        words = part.text() if isinstance(part, QAbstractButton) else ""
        if not (part.accessibleName().strip() or words.strip() or buddy):
            nameless.append(told(part))
    assert not nameless


def test_a_name_is_what_a_reader_is_told(view: QWidget) -> None:
    for part in visible(view):
        if isinstance(part, QComboBox):
            continue  # on Linux Qt tells what is chosen, and what it is for by its label
        if part.accessibleName() and not inner(part):
            interface = QAccessible.queryAccessibleInterface(part)
            assert interface.text(QAccessible.Text.Name) == part.accessibleName(), told(part)


def test_every_picture_without_words_says_what_it_is(view: QWidget) -> None:
    bare = [
        told(part)
        for part in visible(view)
        if isinstance(part, QAbstractButton)
        and not inner(part)
        and not part.text().strip()
        and not (part.accessibleName().strip() and part.toolTip().strip())
    ]
    bare = [line for line in bare if "kept" not in line.split()[1]]  # boxes beside their words
    assert not bare


# walked by keyboard


def walk(root: QWidget) -> list[QWidget]:
    """Where Tab leads, from where the keyboard is until it comes round."""
    window = root.window()
    seen: list[QWidget] = []
    stayed = 0
    for _ in range(400):
        focus = QApplication.focusWidget()
        assert focus is not None, "the keyboard is lost"
        # Tab may stay in a field: it goes from the hours of a time to its minutes.
        stayed = stayed + 1 if seen and focus is seen[-1] else 0
        if focus in seen[:-1] or stayed > PARTS_OF_A_FIELD:
            return seen
        if focus not in seen:
            seen.append(focus)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    raise AssertionError("Tab does not come round")


def test_tab_leads_to_every_button_and_field(view: QWidget, window: MainWindow) -> None:
    part = view.window()
    part.activateWindow()
    if view is window.page:
        window.page.take_focus()
    assert QTest.qWaitForWindowActive(part)
    QApplication.processEvents()  # the keyboard is where the page puts it
    reached: list[QWidget] = []
    stood: list[QWidget] = []
    while stood != (stood := visible(view)):  # what is found beside the window may come meanwhile
        reached = walk(view)
    groups = [part.group() for part in reached if isinstance(part, QAbstractButton)]
    roving = [(type(part), part.parentWidget()) for part in reached]
    missed = []
    for each in visible(view):
        wanted = isinstance(each, QAbstractButton | QLineEdit | QPlainTextEdit | QAbstractItemView)
        if not wanted or inner(each) or not each.isEnabled() or each in reached:
            continue
        if isinstance(each, QAbstractButton) and each.group() in groups and each.group():
            continue  # the arrows lead from one of them to the others
        among = (type(each), each.parentWidget())
        if isinstance(each, SlotButton | BestButton) and among in roving:
            continue  # here too
        if each.objectName() == "copy":
            continue  # Ctrl+C in the value beside it
        missed.append(told(each))
    assert not missed


def test_whoever_has_the_keyboard_shows_it(view: QWidget) -> None:
    """Scrolled to where it can be seen."""
    for part in visible(view):
        if not part.focusPolicy() & Qt.FocusPolicy.TabFocus or inner(part):
            continue
        part.setFocus(Qt.FocusReason.TabFocusReason)
        around = part.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None and part.height() < around.height():
            around.ensureWidgetVisible(part)
            top = part.mapTo(around.viewport(), QPoint(0, 0)).y()
            assert -2 <= top <= around.viewport().height(), told(part)
