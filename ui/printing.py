"""The cheat-sheet on paper: painted, for the printer or as a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QIODevice,
    QLocale,
    QLoggingCategory,
    QMarginsF,
)
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
from ui.pdf_text import readable
from ui.saving import save
from ui.sheet_form import Form, Typesetter
from ui.sheet_painter import draw
from ui.sheet_paper import Paper as Paper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

DOTS_AN_INCH = 600  # lines and squares land where they are meant; the letters are outlines


def usual_paper() -> Paper:
    """The paper of the user's country: Letter where inches are, A4 elsewhere."""
    american = QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if QLocale.system().measurementSystem() == american else Paper.A4


def paint(
    sheets: Sheet | Sequence[Sheet], device: QPagedPaintDevice, paper: Paper, *, large: bool = False
) -> None:
    """Paints each sheet on a page of a printer or PDF, which is set to `paper` for it.

    Raises PlannerError when the device cannot be painted on.
    """
    prepare_device(device, paper)
    setter = Typesetter(Form(paper, large))
    painter = QPainter()
    if not painter.begin(device):
        raise PlannerError("The page cannot be printed: the printer does not take it.")
    try:
        for number, sheet in enumerate(_several(sheets)):
            if number and not device.newPage():
                raise PlannerError("Not all pages were printed: the printer takes no more.")
            draw(setter.leaf(sheet), painter, setter.letters)
    finally:
        painter.end()


def prepare_device(device: QPagedPaintDevice, paper: Paper) -> None:
    """Upright paper, all of it: the page brings its own margins."""
    name = QPageSize.PageSizeId.A4 if paper.whole is Paper.A4 else QPageSize.PageSizeId.Letter
    layout = QPageLayout(
        QPageSize(name), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def pdf(sheets: Sheet | Sequence[Sheet], paper: Paper, *, large: bool = False) -> bytes:
    """A PDF of a page a sheet, its text searchable."""
    with graphics():
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(DOTS_AN_INCH)
        writer.setTitle(sheet_words.title(*_several(sheets)))
        writer.setCreator("Vis-à-vis")
        paint(sheets, writer, paper, large=large)
        buffer.close()
        return readable(bytes(buffer.data().data()))


def write_pdf(
    sheets: Sheet | Sequence[Sheet], path: Path, paper: Paper, *, large: bool = False
) -> None:
    """Saves the sheets as a PDF, in place of a file that has the name.

    Raises PlannerError in words, with no half file left, when it cannot be written.
    """
    save(path, pdf(sheets, paper, large=large))


def sheet_file_name(sheets: Sheet | Sequence[Sheet]) -> str:
    """A name to offer for the PDF: "Maya Okafor 2026-11-24.pdf", "1-2-1s 2026-11-24.pdf"."""
    first, *others = _several(sheets)
    day = f" {first.starts:%Y-%m-%d}" if first.starts else ""
    return safe_file_name("1-2-1s" if others else first.name, f"{day}.pdf")


def save_as_pdf(
    parent: QWidget | None, sheets: Sheet | Sequence[Sheet], paper: Paper, *, large: bool = False
) -> Path | None:
    """Asks where, and saves the PDF there; None when the user thought better of it."""
    from ui.asking import warn
    from ui.file_dialogs import file_to_save

    title = QCoreApplication.translate("Sheet", "Save the cheat-sheet")
    path = file_to_save(parent, title, sheet_file_name(sheets), "PDF (*.pdf)")
    if path is None:
        return None
    try:
        write_pdf(sheets, path, paper, large=large)
    except PlannerError as refusal:
        warn(parent, title, str(refusal))
        return None
    return path


def _several(sheets: Sheet | Sequence[Sheet]) -> Sequence[Sheet]:
    return (sheets,) if isinstance(sheets, Sheet) else sheets


@contextmanager
def graphics() -> Iterator[None]:
    """Fonts need an application; without one, makes one that needs no display, for as long."""
    if QGuiApplication.instance() is not None:
        yield
        return
    QLoggingCategory.setFilterRules("qt.text.font.db=false")  # of letters some font lacks
    app = QGuiApplication([APP, "-platform", "offscreen"])
    try:
        yield
    finally:
        app.shutdown()
