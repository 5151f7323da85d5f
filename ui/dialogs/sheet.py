"""The cheat-sheet: the one page to take along, to look at, print, save or copy as text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.domain.sheet import Sheet
from planner.errors import PlannerError
from planner.journeys import settings
from planner.journeys.prepare_sheet import planned_on, prepare, prepare_all
from planner.journeys.question_library import question_library
from ui import printing, sheet_words
from ui.asking import warn
from ui.session import Session
from ui.sheet_days import short_day
from ui.sheet_paper import Paper
from ui.sheet_plain import plain_text
from ui.widgets.inputs import TickInput
from ui.widgets.layouts import Scrolled, button, line, row
from ui.widgets.segments import Segments
from ui.widgets.sheet_view import SheetView
from ui.widgets.text import ElidedText, Text

if TYPE_CHECKING:
    from planner.storage.store import Store

SIZE = (760, 860)  # pixels; nearly a whole A4 page at a readable size
ONE, DAY = "one", "day"


class SheetDialog(QDialog):
    """The page as it will be printed; the paper and the size of print chosen are remembered.

    `meeting` is 0 for a person and the next 1-2-1 planned with them, if any. Where there are more
    on the same day, all of them can be had one after the other; so can those named `together`,
    which are shown at once.
    """

    def __init__(
        self,
        session: Session,
        person: int,
        meeting: int,
        parent: QWidget | None = None,
        *,
        together: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._sheets: tuple[Sheet, ...] = ()
        self._one: tuple[Sheet, ...] = ()
        self._day: tuple[Sheet, ...] = ()
        self._all: tuple[int, ...] = ()  # ids of the 1-2-1s of the day, or of those together
        self.setObjectName("sheet-dialog")
        self.setWindowTitle(self.tr("Cheat-sheet"))
        papers = (
            (Paper.A4, "A4"), (Paper.LETTER, self.tr("Letter")), (Paper.POCKET, self.tr("Pocket")),
        )  # fmt: skip
        self._paper = Segments("paper", papers)
        self._paper.finished.connect(self._on_paper)
        self._large = TickInput(self.tr("Large print"))
        self._large.setObjectName("large-print")
        self._large.finished.connect(self._on_large)
        self._whose = Segments("sheets", ((ONE, ""), (DAY, "")))
        self._whose.finished.connect(self._on_whose)
        self._print = button(self.tr("Print…"), self.print, "primary", "print")
        self._print.setToolTip(self.tr("Print ({key})").format(key=_native("Ctrl+P")))
        self._save = button(self.tr("Save as PDF…"), self.save, name="save-pdf")
        self._save.setToolTip(self.tr("Save as PDF ({key})").format(key=_native("Ctrl+S")))
        self._copy = button(self.tr("Copy as text"), self.copy, name="copy-text")
        self._copy.setToolTip(self.tr("For your phone ({key})").format(key=_native("Ctrl+C")))
        self._close = button(self.tr("Close"), self.reject, "quiet", "close-sheet")
        self._told = ElidedText("", "small")
        self._told.setObjectName("sheet-told")
        self._fold = Text("", "small")
        self._fold.setObjectName("sheet-fold")
        self._view = SheetView()
        self._wrong = Text("", "soft")
        self._wrong.setObjectName("sheet-wrong")
        for keys, act in (("Ctrl+P", self.print), ("Ctrl+S", self.save), ("Ctrl+C", self.copy)):
            QShortcut(QKeySequence(keys), self, act)
        self._lay_out()
        self._begin(person, meeting, together)
        room = self.screen().availableSize()
        self.resize(min(SIZE[0], room.width() - 40), min(SIZE[1], room.height() - 60))

    def print(self) -> None:
        """Asks for the printer and prints the pages, as one job."""
        if not self._sheets:
            return
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(sheet_words.title(*self._sheets))
        printing.prepare_device(printer, self.paper)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        try:
            printing.paint(self._sheets, printer, self.paper, large=self.large)
        except PlannerError as refusal:
            warn(self, self.tr("Print the cheat-sheet"), str(refusal))
            return
        self._told.set_whole(self.tr("Sent to the printer."))

    def save(self) -> None:
        """Asks where, and saves the pages as a PDF."""
        if not self._sheets:
            return
        path = printing.save_as_pdf(self, self._sheets, self.paper, large=self.large)
        if path is not None:
            self._told.set_whole(self.tr("Saved as {path}").format(path=path))

    def copy(self) -> None:
        """Puts everything on the pages into the clipboard, as plain text."""
        if self._sheets:
            QGuiApplication.clipboard().setText(plain_text(self._sheets))
            self._told.set_whole(self.tr("Copied as text."))

    @property
    def paper(self) -> Paper:
        chosen = Paper(self._paper.value())
        return printing.usual_paper().pocket if chosen is Paper.POCKET else chosen

    @property
    def large(self) -> bool:
        return bool(self._large.value()) and not self.paper.folded

    def _begin(self, person: int, meeting: int, together: Sequence[int]) -> None:
        store, today = self._session.store, self._session.today()
        self._paper.show_value(settings.paper(store, printing.usual_paper()))
        self._large.show_value(settings.large_print(store))
        self._whose.hide()
        try:
            library = question_library(store)
            one = prepare(
                store, library, today, person_id=person or None, meeting_id=meeting or None
            )
            self._all = tuple(together) or _all_of(store, one)
            self._day = prepare_all(store, library, together, today) if together else ()
        except PlannerError as refusal:
            self._wrong.setText(str(refusal))
            self._view.hide()
            self._fold.hide()
            for part in (self._paper, self._large, self._print, self._save, self._copy):
                part.setEnabled(False)
            self._close.setFocus()
            return
        self._wrong.hide()
        self._one = (one,)
        if len(self._all) > 1:
            self._whose.say(ONE, one.name)
            self._whose.say(DAY, self._all_words())
            self._whose.show_value(DAY if together else ONE)
            self._whose.show()
        self._show(self._day if together else self._one)
        self._print.setFocus()

    def _all_words(self) -> str:
        store, count = self._session.store, len(self._all)
        days = {store.meetings.get(id).starts.date() for id in self._all}
        if len(days) > 1:
            return self.tr("All {count}").format(count=count)
        day = short_day(days.pop(), self._session.today())
        return self.tr("All {count} of {day}").format(count=count, day=day)

    def _show(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = tuple(sheets)
        title = sheet_words.title(*self._sheets)
        self.setWindowTitle(title)
        self._view.show_sheets(self._sheets, self.paper, large=self.large)
        self._view.setAccessibleName(title)
        self._large.setEnabled(not self.paper.folded)
        self._fold.setVisible(self.paper.folded)
        self._fold.setText(
            self.tr(
                "Shown as it reads. It is printed on one side: fold the upper half back, then "
                "the left half back, and the name is in front."
            )
        )
        self._told.set_whole("")

    def _on_paper(self) -> None:
        self._session.keep(settings.choose_paper, self._paper.value())
        self._show(self._sheets)

    def _on_large(self) -> None:
        self._session.keep(settings.choose_large_print, bool(self._large.value()))
        self._show(self._sheets)

    def _on_whose(self) -> None:
        self._show(self._all_sheets() if self._whose.value() == DAY else self._one)

    def _all_sheets(self) -> tuple[Sheet, ...]:
        """Those of the whole day, prepared when they are first asked for."""
        if not self._day:
            store, today = self._session.store, self._session.today()
            try:
                self._day = prepare_all(store, question_library(store), self._all, today)
            except PlannerError:  # one of them is gone since
                self._whose.show_value(ONE)
                return self._one
        return self._day

    def _lay_out(self) -> None:
        around = Scrolled()
        around.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows move the page
        around.setAccessibleName(self.tr("The page"))
        around.body.setContentsMargins(12, 8, 12, 8)
        around.body.addWidget(self._wrong)
        around.body.addWidget(self._view)
        around.body.addStretch(1)
        head = row(self._paper, self._large, gap=16)
        head.setStretch(0, 1)
        whose = row(self._whose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(18, 12, 18, 10)
        above.setSpacing(8)
        above.addLayout(head)
        above.addLayout(whose)
        above.addWidget(self._fold)
        column.addLayout(above)
        column.addWidget(line())
        column.addWidget(around, 1)
        column.addWidget(line())
        foot = row(self._told, self._close, self._copy, self._save, self._print)
        foot.setStretch(0, 1)
        foot.setContentsMargins(18, 10, 18, 12)
        column.addLayout(foot)


def _all_of(store: Store, one: Sheet) -> tuple[int, ...]:
    """The ids of every 1-2-1 planned for its day; nothing where it has none."""
    if one.starts is None:
        return ()
    return tuple(planned.id for planned in planned_on(store, one.starts.date()))


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
