"""Labels: plain text whatever it holds, and shortened text that can still be read whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.text import BREAK, ElidedText, LeadText, Pill, Text, plain_tip

MARKUP = "<b>Maya</b> <img src='/etc/hostname'>"
LONG = "Independent mortgage adviser for first-time buyers around Leeds"


def drawn(widget: QWidget, width: int, height: int) -> QImage:
    widget.resize(width, height)
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    widget.render(image)
    return image


@pytest.mark.parametrize("label", [Text, Pill, ElidedText])
def test_every_label_shows_markup_as_the_text_it_is(label: type[Text], qtbot: QtBot) -> None:
    made = label(MARKUP)
    qtbot.addWidget(made)
    made.resize(600, 30)
    assert made.textFormat() is Qt.TextFormat.PlainText
    made.show()
    assert made.text() == MARKUP


def test_text_wraps_unless_told_not_to(qtbot: QtBot) -> None:
    wrapped, single = Text(LONG), Text(LONG, wrap=False)
    qtbot.addWidget(wrapped)
    qtbot.addWidget(single)
    assert wrapped.heightForWidth(120) > 2 * single.sizeHint().height()


def test_a_shortened_line_ends_in_an_ellipsis_and_says_the_rest_elsewhere(qtbot: QtBot) -> None:
    label = ElidedText(LONG)
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert len(label.text()) < len(LONG)
    assert label.toolTip() == label.accessibleName() == label.whole() == LONG
    label.resize(label.sizeHint())
    assert label.text() == LONG
    assert label.toolTip() == ""


def test_lines_and_tabs_become_one_line(qtbot: QtBot) -> None:
    label = ElidedText("Maya\n\tOkafor  ")
    qtbot.addWidget(label)
    assert label.whole() == "Maya Okafor"


def test_the_tooltip_of_shortened_markup_is_no_markup(qtbot: QtBot) -> None:
    label = ElidedText(MARKUP)
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()
    assert_reads_as(MARKUP, label.toolTip())


@pytest.mark.parametrize(
    "text",
    [MARKUP, "Smith & Sons", "a < b", "&lt;b&gt;", "<b>", "A\nB <i>c</i>", LONG, ""],
)
def test_a_tooltip_reads_as_the_text_it_is_for(text: str) -> None:
    assert_reads_as(text, plain_tip(text))


def assert_reads_as(text: str, tip: str) -> None:
    """A tooltip is interpreted when Qt guesses that it is rich text."""
    shown = tip
    if RichText.mightBeRichText(tip):
        document = QTextDocument()
        document.setHtml(tip)
        shown = document.toPlainText()
    assert " ".join(shown.split()) == " ".join(text.split())


def test_it_is_shortened_anew_when_the_text_grows(qtbot: QtBot, dressed: QApplication) -> None:
    label = ElidedText("Mortgage adviser")
    qtbot.addWidget(label)
    label.resize(label.sizeHint().width() + 8, 40)
    label.show()
    assert label.text() == "Mortgage adviser"
    theme.apply(dressed, theme.Scheme.LIGHT, "largest")
    qtbot.waitUntil(lambda: label.text().endswith("…"))


def test_a_sentence_with_its_lead_is_read_as_one(qtbot: QtBot) -> None:
    label = LeadText("Going cold:", "last spoke 11 weeks ago")
    qtbot.addWidget(label)
    assert label.text() == label.accessibleName() == "Going cold: last spoke 11 weeks ago"
    assert label.heightForWidth(90) > 2 * label.heightForWidth(600)


def test_a_sentence_takes_the_same_room_in_whatever_order_widths_are_asked(qtbot: QtBot) -> None:
    widths = (600, 90, 250, 160, 4000, 120)
    asked = LeadText("Going cold:", "last spoke 11 weeks ago")
    qtbot.addWidget(asked)
    heights = [asked.heightForWidth(width) for width in widths]
    for width, height in zip(widths, heights, strict=True):
        fresh = LeadText("Going cold:", "last spoke 11 weeks ago")
        qtbot.addWidget(fresh)
        assert fresh.heightForWidth(width) == height


def test_markup_in_a_sentence_takes_the_room_of_its_letters(qtbot: QtBot) -> None:
    plain, marked = LeadText("Knows", "Tom"), LeadText("Knows", "Tom<br><br><br>")
    qtbot.addWidget(plain)
    qtbot.addWidget(marked)
    assert marked.heightForWidth(600) == plain.heightForWidth(600)
    assert "<br>" in marked.text()


def test_a_very_long_word_breaks_rather_than_run_over_the_edge(qtbot: QtBot) -> None:
    label = LeadText("Website:", "https://" + "x" * 200)
    qtbot.addWidget(label)
    image = drawn(label, 200, label.heightForWidth(200))
    assert label.heightForWidth(200) > 3 * label.heightForWidth(4000)
    right_edge = {image.pixel(199, y) for y in range(image.height())}
    assert len(right_edge) == 1


def test_the_sentence_is_drawn_in_the_palette_in_force(qtbot: QtBot, dressed: QApplication) -> None:
    label = LeadText("Going cold:", "last spoke 11 weeks ago", "ember")
    qtbot.addWidget(label)
    light = drawn(label, 300, 30)
    theme.apply(dressed, theme.Scheme.DARK)
    assert drawn(label, 300, 30) != light


def test_an_address_breaks_after_its_marks_alone(qtbot: QtBot) -> None:
    address = "linkedin.com/in/maya-okafor-of-the-harbour"
    label = Text(address)
    qtbot.addWidget(label)
    pieces = QLabel.text(label).split(BREAK)
    assert pieces[:3] == ["linkedin.", "com/", "in/"]
    assert "".join(pieces) == label.text() == address
