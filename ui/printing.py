"""The cheat-sheet on paper: painted, saved as a PDF, previewed and printed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QLocale, QMarginsF, QStandardPaths
from PySide6.QtGui import (
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from planner.domain.sheet import Sheet
from planner.domain.shortening import one_line
from planner.errors import PlannerError
from ui import sheet_words
from ui.saving import save
from ui.sheet_layout import Paper as Paper
from ui.sheet_layout import arrange
from ui.sheet_painter import draw
from ui.sheet_type import Letters

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
    from PySide6.QtWidgets import QWidget

DOTS_AN_INCH = 600  # lines and squares land where they are meant; the letters are outlines
FILE_NAME_LETTERS = 80  # short enough for every file system, in three-byte letters too
FORBIDDEN = '<>:"/\\|?*'  # on Windows; "/" everywhere
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
RESERVED = {"CON", "PRN", "AUX", "NUL"} | {
    f"{port}{n}" for port in ("COM", "LPT") for n in range(10)
}


def usual_paper() -> Paper:
    """The paper of the user's country: Letter where inches are, A4 elsewhere."""
    american = QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if QLocale.system().measurementSystem() == american else Paper.A4


def paint(sheet: Sheet, device: QPagedPaintDevice, paper: Paper) -> None:
    """Paints the sheet on one page of a printer or PDF, which is set to `paper` for it.

    Raises PlannerError when the device cannot be painted on.
    """
    prepare_device(device, paper)
    _paint_as_it_is(sheet, device, paper)


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
    """A name to offer for the PDF, safe on every system: "Maya Okafor 2026-11-24.pdf"."""
    shown = "".join(
        " " if letter in FORBIDDEN or unicodedata.category(letter).startswith("C") else letter
        for letter in one_line(sheet.name)
    )
    stem = " ".join(shown.split())[:FILE_NAME_LETTERS].strip(" .")
    if not stem or stem.partition(".")[0].rstrip().upper() in RESERVED:
        stem = f"1-2-1 {stem}".strip()
    day = f" {sheet.starts:%Y-%m-%d}" if sheet.starts else ""
    return f"{stem}{day}.pdf"


def print_sheet(parent: QWidget | None, sheet: Sheet, paper: Paper) -> None:
    """Shows the page as it will be printed; from there it is printed or saved as a PDF."""
    preview_of(parent, sheet, paper).exec()


def preview_of(parent: QWidget | None, sheet: Sheet, paper: Paper) -> QPrintPreviewDialog:
    """The print preview, not yet shown; the user may change the paper in it."""
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
    from PySide6.QtWidgets import QToolBar

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(sheet_words.title(sheet))
    prepare_device(printer, paper)
    preview = QPrintPreviewDialog(printer, parent)
    preview.setObjectName("sheet-preview")
    preview.setWindowTitle(sheet_words.title(sheet))
    preview.paintRequested.connect(
        lambda chosen: _paint_as_it_is(sheet, chosen, _paper_in(chosen, paper))
    )
    toolbar = preview.findChild(QToolBar)
    if toolbar is not None:
        label = QCoreApplication.translate("Sheet", "Save as PDF…")
        toolbar.addAction(label, lambda: save_as_pdf(preview, sheet, _paper_in(printer, paper)))
    return preview


def save_as_pdf(parent: QWidget | None, sheet: Sheet, paper: Paper) -> Path | None:
    """Asks where, and saves the PDF there; None when the user thought better of it."""
    from PySide6.QtWidgets import QFileDialog

    from ui.asking import warn

    title = QCoreApplication.translate("Sheet", "Save the cheat-sheet")
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    offered = str(Path(folder) / sheet_file_name(sheet))
    chosen, _ = QFileDialog.getSaveFileName(parent, title, offered, "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    try:
        write_pdf(sheet, path, paper)
    except PlannerError as refusal:
        warn(parent, title, str(refusal))
        return None
    return path


def _paint_as_it_is(sheet: Sheet, device: QPagedPaintDevice, paper: Paper) -> None:
    """Paints one page on whatever paper the device is set to."""
    letters = Letters()
    painter = QPainter()
    if not painter.begin(device):
        raise PlannerError("The page cannot be printed: the printer does not take it.")
    try:
        draw(arrange(sheet, paper, letters), painter, letters)
    finally:
        painter.end()


def _paper_in(printer: QPrinter, paper: Paper) -> Paper:
    """The paper the user chose in the preview; any other is drawn as the one it was made for."""
    chosen = printer.pageLayout().pageSize().id()
    known = {QPageSize.PageSizeId.A4: Paper.A4, QPageSize.PageSizeId.Letter: Paper.LETTER}
    return known.get(chosen, paper)


@contextmanager
def _graphics() -> Iterator[None]:
    """Fonts need an application; without one, makes one that needs no display, for as long."""
    if QGuiApplication.instance() is not None:
        yield
        return
    app = QGuiApplication(["visavis", "-platform", "offscreen"])
    try:
        yield
    finally:
        app.shutdown()
