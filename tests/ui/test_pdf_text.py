"""The text in a PDF of Qt's: mended where it is known, left alone where it is not."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QIODevice, QPointF
from PySide6.QtGui import QFont, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from tests.ui.pdf_pages import has_letters
from ui.pdf_text import readable
from ui.sheet_type import load_fonts


def written(*lines: str) -> bytes:
    """A PDF as Qt writes it."""
    load_fonts()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.setFont(QFont("Inter", 12))
    for number, line in enumerate(lines, 1):
        painter.drawText(QPointF(500, 500 * number), line)
    painter.end()
    return bytes(buffer.data().data())


def test_a_tab_for_every_blank_becomes_a_blank(qapp: QApplication) -> None:
    before = written("One two three", "four five")
    reader = PdfReader(io.BytesIO(readable(before)), strict=True)
    assert reader.pages[0].extract_text() == "One two three\nfour five"


@pytest.mark.parametrize(
    "text",
    [
        "ABCDEFGHIJ KLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz",  # told in rows, a blank between
        "\u0628\u0628\u0628",  # two shapes of a letter in a row
        "\u0627 \u0628\u0627",  # a blank that another font has
    ],
)
def test_letters_told_in_rows_are_mended_too(text: str, qapp: QApplication) -> None:
    if not has_letters(text):
        pytest.skip("no font here has these letters")
    reader = PdfReader(io.BytesIO(readable(written(text))), strict=True)
    said = reader.pages[0].extract_text()
    assert said.split() == text.split() and "\t" not in said


@pytest.mark.parametrize(
    "letters",
    [
        range(0x21, 0x7F),
        range(0xC0, 0x180),  # Latin with diacritics
        (*range(0x391, 0x3A2), *range(0x3A3, 0x3CF)),  # Greek
        range(0x400, 0x460),  # Cyrillic
        range(0x4E00, 0x4E80),
        range(0x5D0, 0x5EB),  # Hebrew
    ],
)
def test_every_letter_of_a_script_reads_as_itself(
    letters: Iterable[int], qapp: QApplication
) -> None:
    said = [chr(letter) for letter in letters if has_letters(chr(letter))]
    if not said:
        pytest.skip("no font here has these letters")
    reader = PdfReader(io.BytesIO(readable(written(*said))), strict=True)
    assert reader.pages[0].extract_text().split() == said


def test_a_letter_that_no_font_has_reads_as_an_unknown_one(qapp: QApplication) -> None:
    reader = PdfReader(io.BytesIO(readable(written("One \ue5c9 two"))), strict=True)
    assert reader.pages[0].extract_text() == "One \ufffd two"


def test_everything_else_stays(qapp: QApplication) -> None:
    before = written("One two three")
    pdfs = [PdfReader(io.BytesIO(pdf), strict=True) for pdf in (before, readable(before))]
    fonts = [pdf.pages[0]["/Resources"]["/Font"]["/F11"] for pdf in pdfs]  # type: ignore[index]
    files = [
        font["/DescendantFonts"][0]["/FontDescriptor"]["/FontFile2"].get_data() for font in fonts
    ]
    assert files[0] == files[1]
    assert pdfs[0].trailer["/ID"] == pdfs[1].trailer["/ID"]
    assert readable(readable(before)) == readable(before)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\nxref stream\nstartxref\n9\n%%EOF", b"no PDF at all", b"\nxref\n"]
)
def test_what_is_not_as_qt_writes_it_is_left_alone(data: bytes) -> None:
    assert readable(data) == data
