"""The strip at the foot: it says what was done, and its Undo undoes just that."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.drivers_talk import Driver
from ui.widgets import toast
from ui.widgets.text import Text
from ui.widgets.toast import Toast

LONG = "That could not be done, and here is a sentence that says why at some length. " * 4


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    field = QLineEdit()
    field.setObjectName("field")
    column.addWidget(field)
    made.resize(900, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    field.setFocus()
    return made


@pytest.fixture
def strip(around: QWidget) -> Toast:
    return Toast(around)


@pytest.fixture
def user(around: QWidget) -> Driver:
    return Driver(around)


def test_it_is_away_until_something_is_said(strip: Toast, user: Driver) -> None:
    assert not strip.isVisible()
    assert user.focus() == "field"


def test_what_was_done_comes_with_undo_and_takes_no_focus(
    strip: Toast, user: Driver, qtbot: QtBot
) -> None:
    strip.say_done("Maya Okafor removed")
    assert strip.text() == strip.accessibleName() == "Maya Okafor removed"
    assert user.sees("toast-undo") and not user.sees("toast-close")
    assert user.focus() == "field"
    with qtbot.waitSignal(strip.undo_wanted):
        user.press("toast-undo")
    assert not strip.isVisible()


def test_what_was_done_goes_by_itself(
    around: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "DONE_SECONDS", 0)
    strip = Toast(around)
    strip.say_done("Maya Okafor removed")
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_a_refusal_stays_until_it_is_closed(
    around: QWidget, user: Driver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast, "DONE_SECONDS", 0)
    strip = Toast(around)
    strip.say_done("Maya Okafor removed")
    strip.say_refused("There is no such day.")
    QApplication.processEvents()
    assert user.says("toast-text") == "There is no such day."
    assert user.sees("toast-close") and not user.sees("toast-undo")
    strip.forget_done()
    assert strip.isVisible()
    user.press("toast-close")
    assert not strip.isVisible()


def test_what_is_no_longer_the_last_is_forgotten(strip: Toast) -> None:
    strip.say_done("Maya Okafor removed")
    strip.forget_done()
    assert not strip.isVisible()


@pytest.mark.parametrize("width", [784, 980, 2400])
@pytest.mark.parametrize("words", ["Kept", LONG, "N" * 400])
def test_it_stays_inside_the_window_and_shows_all_its_words(
    strip: Toast, around: QWidget, width: int, words: str
) -> None:
    around.resize(width, 600)
    strip.say_refused(words)
    assert around.rect().contains(strip.geometry())
    label = next(part for part in strip.children() if part.objectName() == "toast-text")
    assert isinstance(label, QWidget)
    QApplication.processEvents()
    assert label.height() >= label.heightForWidth(label.width())


def test_it_moves_with_the_window(strip: Toast, around: QWidget) -> None:
    strip.say_refused("There is no such day.")
    around.resize(1200, 700)
    assert abs(strip.geometry().center().x() - 600) <= 1
    assert strip.geometry().bottom() < 700


def test_names_in_it_are_plain_text(strip: Toast, user: Driver) -> None:
    strip.say_done("<b>Maya</b> <img src='/etc/hostname'> removed")
    assert user.says("toast-text") == "<b>Maya</b> <img src='/etc/hostname'> removed"


@pytest.fixture
def foot(around: QWidget) -> QPushButton:
    """A button at the page's foot, where the strip usually lies."""
    made = QPushButton("Merge", around)
    made.setGeometry(380, 550, 140, 34)
    made.show()
    return made


def lies_on(strip: Toast, part: QWidget) -> bool:
    return strip.geometry().intersects(part.geometry())


@pytest.mark.parametrize("words", ["Maya Okafor removed", LONG])
def test_it_hides_no_button(strip: Toast, foot: QPushButton, words: str) -> None:
    strip.say_done(words)
    assert not lies_on(strip, foot)
    strip.say_refused(words)
    assert not lies_on(strip, foot)


def test_a_button_that_comes_in_sight_later_is_not_hidden_either(
    strip: Toast, foot: QPushButton, qtbot: QtBot
) -> None:
    foot.hide()
    strip.say_done("Maya Okafor removed")
    assert lies_on(strip, foot)
    foot.show()
    strip.find_place()
    qtbot.waitUntil(lambda: not lies_on(strip, foot))


def test_with_no_place_left_it_is_still_in_sight(strip: Toast, around: QWidget) -> None:
    full = QPushButton("Everything", around)
    full.setGeometry(around.rect())
    full.show()
    strip.say_done("Maya Okafor removed")
    assert around.rect().contains(strip.geometry())


def test_a_notice_that_stands_grows_with_the_text(
    around: QWidget, strip: Toast, qapp: QApplication, qtbot: QtBot
) -> None:
    before = qapp.styleSheet()
    strip.say_refused(LONG)
    for _ in range(3):
        qapp.processEvents()  # it has found its place
    height = strip.height()
    qapp.setStyleSheet("QLabel { font-size: 24pt; }")
    try:
        words = strip.findChild(Text, "toast-text")
        assert words is not None
        qtbot.waitUntil(lambda: strip.height() > height)
        qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    finally:
        qapp.setStyleSheet(before)


def test_a_refusal_goes_once_it_is_untrue(around: QWidget, strip: Toast) -> None:
    strip.say_refused(LONG)
    strip.withdraw("Something else.")
    assert strip.isVisible()
    strip.withdraw(LONG)
    assert not strip.isVisible()


def test_it_is_no_wider_than_a_card_however_long_the_sentence(strip: Toast) -> None:
    strip.say_done(LONG)
    assert strip.width() <= toast.WIDEST


def test_it_makes_way_for_a_button_that_comes_late(
    strip: Toast, around: QWidget, user: Driver, qtbot: QtBot
) -> None:
    strip.say_done("Maya Okafor removed")
    late = QPushButton("Introduce", around)
    late.setGeometry(strip.geometry())
    late.show()
    strip.raise_()
    qtbot.waitUntil(lambda: not strip.geometry().intersects(late.geometry()))
    assert strip.isVisible()


def test_what_was_done_stays_over_the_page_it_leads_to_and_goes_with_the_next(
    strip: Toast, qtbot: QtBot
) -> None:
    strip.say_done("Winter Fair noted")
    strip.follow_page()
    assert strip.isVisible()
    QApplication.processEvents()
    strip.follow_page()
    assert not strip.isVisible()
    strip.say_refused("That cannot be.")
    QApplication.processEvents()
    strip.follow_page()
    assert strip.isVisible()
