"""The cheat-sheet on paper: painted, for the printer or as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import (
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from planner import APP
from planner.domain.sheet import Sheet
from planner.errors import PlannerError
from ui import sheet_words
from ui.file_names import safe_file_name
from ui.saving import save
from ui.sheet_layout import Paper as Paper
from ui.sheet_layout import arrange
from ui.sheet_painter import draw
from ui.sheet_type import Letters

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

DOTS_AN_INCH = 600  # lines and squares land where they are meant; the letters are outlines


def usual_paper() -> Paper:
    """The paper of the user's country: Letter where inches are, A4 elsewhere."""
    american = QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if QLocale.system().measurementSystem() == american else Paper.A4


def paint(sheet: Sheet, device: QPagedPaintDevice, paper: Paper) -> None:
    """Paints the sheet on one page of a printer or PDF, which is set to `paper` for it.

    Raises PlannerError when the device cannot be painted on.
    """
    prepare_device(device, paper)
    letters = Letters()
    painter = QPainter()
    if not painter.begin(device):
        raise PlannerError("The page cannot be printed: the printer does not take it.")
    try:
        draw(arrange(sheet, paper, letters), painter, letters)
    finally:
        painter.end()


def prepare_device(device: QPagedPaintDevice, paper: Paper) -> None:
    """Upright paper, all of it: the page brings its own margins."""
    name = QPageSize.PageSizeId.A4 if paper is Paper.A4 else QPageSize.PageSizeId.Letter
    layout = QPageLayout(
        QPageSize(name), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def pdf(sheet: Sheet, paper: Paper) -> bytes:
    """The sheet as a PDF of one page, its text searchable."""
    with _graphics():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(DOTS_AN_INCH)
        writer.setTitle(sheet_words.title(sheet))
        writer.setCreator("Vis-à-vis")
        paint(sheet, writer, paper)
        buffer.close()
        return bytes(buffer.data().data())


def write_pdf(sheet: Sheet, path: Path, paper: Paper) -> None:
    """Saves the sheet as a PDF, in place of a file that has the name.

    Raises PlannerError in words, with no half file left, when it cannot be written.
    """
    save(path, pdf(sheet, paper))


def sheet_file_name(sheet: Sheet) -> str:
    """A name to offer for the PDF: "Maya Okafor 2026-11-24.pdf"."""
    day = f" {sheet.starts:%Y-%m-%d}" if sheet.starts else ""
    return safe_file_name(sheet.name, f"{day}.pdf")


def save_as_pdf(parent: QWidget | None, sheet: Sheet, paper: Paper) -> Path | None:
    """Asks where, and saves the PDF there; None when the user thought better of it."""
    from ui.asking import warn
    from ui.file_dialogs import file_to_save

    title = QCoreApplication.translate("Sheet", "Save the cheat-sheet")
    path = file_to_save(parent, title, sheet_file_name(sheet), "PDF (*.pdf)")
    if path is None:
        return None
    try:
        write_pdf(sheet, path, paper)
    except PlannerError as refusal:
        warn(parent, title, str(refusal))
        return None
    return path


@contextmanager
def _graphics() -> Iterator[None]:
    """Fonts need an application; without one, makes one that needs no display, for as long."""
    if QGuiApplication.instance() is not None:
        yield
        return
    app = QGuiApplication([APP, "-platform", "offscreen"])
    try:
        yield
    finally:
        app.shutdown()
