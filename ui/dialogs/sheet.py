"""The cheat-sheet: the one page to take along, to look at, print or save."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.domain.sheet import Sheet
from planner.errors import PlannerError
from planner.journeys import settings
from planner.journeys.prepare_sheet import prepare
from planner.journeys.question_library import question_library
from ui import printing, sheet_words
from ui.asking import warn
from ui.session import Session
from ui.sheet_layout import Paper
from ui.widgets.layouts import Scrolled, button, line, row
from ui.widgets.segments import Segments
from ui.widgets.sheet_view import SheetView
from ui.widgets.text import ElidedText, Text

SIZE = (760, 860)  # pixels; nearly a whole A4 page at a readable size


class SheetDialog(QDialog):
    """The page as it will be printed; the paper chosen is remembered.

    `meeting` is 0 for a person and the next 1-2-1 planned with them, if any.
    """

    def __init__(
        self, session: Session, person: int, meeting: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sheet: Sheet | None = None
        self.setObjectName("sheet-dialog")
        self.setWindowTitle(self.tr("Cheat-sheet"))
        self._paper = Segments("paper", ((Paper.A4, "A4"), (Paper.LETTER, self.tr("Letter"))))
        self._paper.finished.connect(self._on_paper)
        self._print = button(self.tr("Print…"), self.print, "primary", "print")
        self._print.setToolTip(self.tr("Print ({key})").format(key=_native("Ctrl+P")))
        self._save = button(self.tr("Save as PDF…"), self.save, name="save-pdf")
        self._save.setToolTip(self.tr("Save as PDF ({key})").format(key=_native("Ctrl+S")))
        self._close = button(self.tr("Close"), self.reject, "quiet", "close-sheet")
        self._told = ElidedText("", "small")
        self._told.setObjectName("sheet-told")
        self._view = SheetView()
        self._wrong = Text("", "soft")
        self._wrong.setObjectName("sheet-wrong")
        for keys, act in (("Ctrl+P", self.print), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(keys), self, act)
        self._lay_out()
        self._show(person, meeting)
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))

    def print(self) -> None:
        """Asks for the printer and prints the page."""
        if self._sheet is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet_words.title(self._sheet))
        printing.prepare_device(printer, self.paper)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            printing.paint(self._sheet, printer, self.paper)
        except PlannerError as refusal:
            warn(self, self.tr("Print the cheat-sheet"), str(refusal))
            return
        self._told.set_whole(self.tr("Sent to the printer."))

    def save(self) -> None:
        """Asks where, and saves the page as a PDF."""
        if self._sheet is None:
            return
        path = printing.save_as_pdf(self, self._sheet, self.paper)
        if path is not None:
            self._told.set_whole(self.tr("Saved as {path}").format(path=path))

    @property
    def paper(self) -> Paper:
        return Paper(self._paper.value())

    def _show(self, person: int, meeting: int) -> None:
        store = self._session.store
        self._paper.show_value(settings.paper(store, printing.usual_paper()))
        try:
            self._sheet = prepare(
                store,
                question_library(store),
                self._session.today(),
                person_id=person or None,
                meeting_id=meeting or None,
            )
        except PlannerError as refusal:
            self._wrong.setText(str(refusal))
            self._view.hide()
            for part in (self._paper, self._print, self._save):
                part.setEnabled(False)
            self._close.setFocus()
            return
        self._wrong.hide()
        self.setWindowTitle(sheet_words.title(self._sheet))
        self._view.show_sheet(self._sheet, self.paper)
        self._view.setAccessibleName(sheet_words.title(self._sheet))
        self._print.setFocus()

    def _on_paper(self) -> None:
        self._session.keep(settings.choose_paper, self.paper)
        if self._sheet is not None:
            self._view.show_sheet(self._sheet, self.paper)
        self._told.set_whole("")

    def _lay_out(self) -> None:
        around = Scrolled()
        around.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows move the page
        around.setAccessibleName(self.tr("The page"))
        around.body.setContentsMargins(12, 8, 12, 8)
        around.body.addWidget(self._wrong)
        around.body.addWidget(self._view)
        around.body.addStretch(1)
        head = row(self._paper, self._told, gap=12)
        head.setStretch(0, 1)
        head.setStretch(1, 2)
        head.setContentsMargins(18, 12, 18, 10)
        foot = row(None, self._close, self._save, self._print)
        foot.setContentsMargins(18, 10, 18, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(around, 1)
        column.addWidget(line())
        column.addLayout(foot)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
