"""PDFs read back as others read them: their words, and where every letter stands."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pypdf import PageObject, PdfReader
from PySide6.QtGui import QTextLayout

from ui.sheet_type import Letters, Style


def read(path: Path) -> PdfReader:
    return PdfReader(path, strict=True)


def has_letters(text: str) -> bool:
    """Whether a font of this machine has all of a text's letters."""
    layout = QTextLayout(text, Letters().font(Style.BODY))
    layout.beginLayout()
    layout.createLine().setLineWidth(1e6)
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


def words(page: PageObject) -> str:
    """The page's text, as somebody who copies it would have it, in one line."""
    return " ".join(page.extract_text().split())


def words_and_letters(page: PageObject) -> tuple[str, list[tuple[float, float]]]:
    """The same, and where each letter begins, in points from the lower left corner."""
    found: list[tuple[float, float]] = []

    def note(operator: bytes, operands: Sequence[object], cm: list[float], tm: list[float]) -> None:
        if operator == b"Tj":
            x, y = tm[4], tm[5]
            found.append((cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]))

    text = page.extract_text(visitor_operand_before=note)
    return " ".join(text.split()), found
