"""Bring people in: what the files hold, what that would change, and then the change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from planner.domain.merging import Reading
from planner.journeys.read_contacts import holds_library
from planner.journeys.restore_library import is_same
from ui.background import WHOLE
from ui.bringing_in import BringingIn, Brought, Preview, Step
from ui.import_wording import (
    about_columns,
    brought_in,
    file_lines,
    file_names,
    more_came,
    preview_title,
    too_late,
    what_will_happen,
)
from ui.session import Session
from ui.widgets.columns_step import ColumnsStep
from ui.widgets.import_preview import ImportPreview
from ui.widgets.layouts import button, dress, row
from ui.widgets.text import Text

SIZE = (860, 600)  # pixels


class BringInDialog(QDialog):
    """Reading, columns where it is unclear what they hold, a preview, and bringing in.

    All that takes time runs beside the window, says how far it is, and can be called off.

    Signals:
        brought_in(int): so many people are new.
        restore_wanted(Path): the user wants to go back to this file, which is a whole library.
        left_over(list): files that came while people were written, as `bring_in` takes them.
    """

    brought_in = Signal(int)
    restore_wanted = Signal(Path)
    left_over = Signal(list)

    def __init__(
        self, session: Session, files: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: Preview | None = None
        self._asked: list[int] = []  # places of the files whose columns are looked over
        self._at = 0  # which of them
        self._tried: dict[int, Reading] = {}  # how those looked over would be read, by place
        self._waiting: list[Path] = []  # handed over while something else was under way
        self._old = False  # whether files were read since the preview was worked out
        self._came = ""  # what is said of files that came later
        self._library: Path | None = None  # a file that is a whole library
        self.setObjectName("bring-in-dialog")
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Bring people in"))
        self.resize(*SIZE)

        self._title = Text("", "title")
        self._title.setObjectName("bring-in-title")
        self._words = Text("", "soft")
        self._words.setObjectName("bring-in-words")
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("How far it is"))
        self._progress.setTextVisible(False)
        self._progress.setRange(0, WHOLE)
        self._columns = ColumnsStep()
        self._preview = ImportPreview(session.portraits)
        self._to_columns = button(self.tr("Columns…"), self._on_to_columns, "link", "to-columns")
        dress(self._to_columns, "true", "flush")
        self._to_backups = button(
            self.tr("Go back to a backup…"), self._on_to_backups, name="to-backups"
        )
        self._back = button(self.tr("Back"), self._on_back, name="back")
        self._again = button(self.tr("Look again"), self._compare, "primary", "look-again")
        self._go_on = button(self.tr("Continue"), self._on_go_on, "primary", "continue")
        self._apply = button("", self._on_apply, "primary", "apply")
        self._cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        self._lay_out()

        self._work = BringingIn(session, files, self)
        self._work.told.connect(self._progress.setValue)
        self._work.said.connect(self._words.setText)
        self._work.read.connect(self._on_read)
        self._work.read_more.connect(self._on_read_more)
        self._work.tried.connect(self._on_tried)
        self._work.compared.connect(self._on_compared)
        self._work.written.connect(self._on_written)
        self._work.failed.connect(self._on_failed)
        self._work.stopped.connect(self._on_stopped)
        self._columns.changed.connect(self._try_columns)
        self._preview.chosen.connect(self._offer)
        self._wait(self.tr("Reading…"))
        self._work.start_reading()

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addStretch(0)
        for part in (self._title, self._words, self._progress):
            column.addWidget(part)
        column.addWidget(self._columns, 1)
        column.addWidget(self._preview, 1)
        column.addStretch(0)
        buttons = (self._back, self._cancel, self._again, self._go_on, self._apply)
        column.addLayout(row(self._to_columns, None, self._to_backups, *buttons))

    def _show(self, *parts: QWidget) -> None:
        """Shows these parts and hides the others that come and go."""
        links = (self._to_columns, self._to_backups)
        buttons = (*links, self._back, self._again, self._go_on, self._apply)
        for part in (self._progress, self._columns, self._preview, *buttons):
            part.setVisible(part in parts)
        # Few words stand a little above the middle, not at the head of nothing.
        alone = self._columns not in parts and self._preview not in parts
        self._column.setStretch(0, 2 if alone else 0)
        self._column.setStretch(self._column.count() - 2, 3 if alone else 0)

    def _wait(self, title: str, files: Sequence[Path] = ()) -> None:
        self._title.setText(title)
        self._words.setText(file_names(files or self._work.files))
        self._progress.setValue(0)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setEnabled(True)
        self.setFocus()  # not on Cancel: a second Enter would call off what the first one began
        self._show(self._progress)

    # files that come later

    def add_files(self, files: Iterable[Path]) -> None:
        """Takes further files in beside the others; what was chosen so far holds on."""
        there = [] if self._is_writing() else [*self._work.files, *self._waiting]
        known: list[Path] = []
        fresh: list[Path] = []
        for file in files:
            is_known = file in there or any(is_same(file, one) for one in there)
            (known if is_known else fresh).append(file)
        self._waiting += fresh
        if not self._progress.isHidden():
            return  # what is under way goes on to them
        if not self._work.readings:  # nothing could be opened so far
            self._read_again()
        elif not self._columns.isHidden():
            if fresh:
                self._words.setText(f"{self._words.text()}\n{more_came(self._waiting)}")
        elif self._waiting:
            self._read_waiting()
        elif known and self._shown is not None:
            self._came = more_came(known, already=True)
            self._say_of_files(self._shown)

    def _read_again(self) -> None:
        self._work.files += self._waiting
        self._waiting = []
        self._wait(self.tr("Reading…"))
        self._work.start_reading()

    def _read_waiting(self) -> None:
        files, self._waiting = self._waiting, []
        self._came = more_came(files)
        self._wait(self.tr("Reading…"), files)
        self._work.start_reading_more(files)

    def _on_read_more(self, first: int) -> None:
        self._old = True
        self._look_over(self._unclear(first))

    # columns

    def _on_read(self) -> None:
        self._look_over(self._unclear())

    def _unclear(self, first: int = 0) -> list[int]:
        """Places, from the `first` on, of files whose columns are to be looked over."""
        return [
            place
            for place, reading in enumerate(self._work.readings)
            if place >= first
            and reading.table is not None
            and not (reading.table.clear and reading.found)
        ]

    def _on_to_columns(self) -> None:
        readings = enumerate(self._work.readings)
        self._look_over(place for place, reading in readings if reading.table is not None)

    def _look_over(self, places: Iterable[int]) -> None:
        """Asks about the columns of these files, one after the other, then goes on."""
        self._asked, self._at, self._tried = list(places), 0, {}
        self._ask()

    def _ask(self) -> None:
        if self._at == len(self._asked):
            self._take_tried()
            return
        place = self._asked[self._at]
        reading = self._tried.get(place, self._work.readings[place])
        self._title.setText(self.tr("What do the columns hold?"))
        self._words.setText(about_columns(reading, self._at + 1, len(self._asked)))
        self._columns.show_reading(reading)
        can_go_back = self._at > 0 or self._shown is not None
        self._show(self._columns, self._go_on, *([self._back] if can_go_back else []))
        self._cancel.setText(self.tr("Cancel"))
        self._allow_to_go_on(reading)
        self._go_on.setDefault(True)
        self._columns.go_in()

    def _try_columns(self) -> None:
        self._go_on.setEnabled(False)
        self._work.try_no_more()
        if self._columns.tells_who():
            self._work.try_columns(self._asked[self._at], self._columns.meanings())

    def _on_tried(self, reading: Reading) -> None:
        if self._columns.isVisible() and self._columns.is_about(reading):
            self._columns.say(reading)
            self._allow_to_go_on(reading)

    def _allow_to_go_on(self, reading: Reading) -> None:
        """One of several files may well have nobody in it."""
        self._go_on.setEnabled(bool(reading.found) or len(self._work.files) > 1)

    def _on_go_on(self) -> None:
        reading = self._columns.reading
        self._tried[self._asked[self._at]] = reading
        if reading.table is not None:
            self._work.remember_columns(reading.table)
        self._at += 1
        self._ask()

    def _on_back(self) -> None:
        self._work.try_no_more()
        self._at -= 1
        if self._at >= 0:
            self._ask()
        else:
            self._go_to_preview(same=True)

    def _take_tried(self) -> None:
        before = list(self._work.readings)
        for place, reading in self._tried.items():
            self._work.take(place, reading)
        same = all(now is then for now, then in zip(self._work.readings, before, strict=True))
        self._go_to_preview(same=same)

    def _go_to_preview(self, *, same: bool) -> None:
        """Shows the preview again where it still holds, else works it out."""
        if same and self._shown is not None and not self._old and not self._waiting:
            self._show_preview(self._shown)
        else:
            self._compare()

    # preview

    def _compare(self) -> None:
        if self._waiting:
            self._read_waiting()
            return
        self._wait(self.tr("Comparing with the people you know…"))
        self._work.start_comparing()

    def _on_compared(self, preview: Preview) -> None:
        self._shown, self._old = preview, False
        self._preview.show_preview(preview)
        if self._waiting:
            self._read_waiting()
        else:
            self._show_preview(preview)

    def _show_preview(self, preview: Preview) -> None:
        self._title.setText(preview_title(preview))
        self._say_of_files(preview)
        can = any(preview.choice.offered())
        self._library = next((file for file in self._refused() if holds_library(file)), None)
        whole = self._library is not None and not can
        dress(self._to_backups, "primary" if whole else "")
        parts: dict[QWidget, bool] = {
            # Of one file that is none of contacts all is said above.
            self._preview: len(self._work.files) > 1 or not self._refused(),
            self._to_columns: any(reading.table is not None for reading in self._work.readings),
            self._to_backups: self._library is not None,
            self._apply: can,
        }
        self._show(*(part for part, wanted in parts.items() if wanted))
        self._cancel.setText(self.tr("Cancel") if can else self.tr("Close"))
        self._cancel.setEnabled(True)
        self._offer()
        if whole:
            self._title.setText(self.tr("This is a whole library"))
        main = self._apply if can else self._to_backups if whole else self._cancel
        main.setDefault(True)
        main.setFocus()

    def _say_of_files(self, preview: Preview) -> None:
        lines = file_lines(preview)
        self._words.setText("\n".join([self._came, *lines] if self._came else lines))

    def _refused(self) -> list[Path]:
        """The files that were refused as a whole."""
        return [
            Path(reading.file)
            for reading in self._work.readings
            if not reading.format and any(not refusal.where for refusal in reading.refused)
        ]

    def _on_to_backups(self) -> None:
        if self._library is not None:
            file = self._library
            self.reject()
            self.restore_wanted.emit(file)

    def _offer(self) -> None:
        """The button says what it will do."""
        choice = self._preview.choice
        coming = choice.coming()
        undecided = choice.undecided_coming()
        words = what_will_happen(coming, choice.offered(), undecided)
        alone = choice.remembers() and not any(coming)
        self._apply.setText(self.tr("Remember it") if alone else words)
        self._apply.setEnabled(any(coming) or alone)

    # bringing in

    def _on_apply(self) -> None:
        self._came = ""
        self._wait(self.tr("Bringing in…"))
        self._work.start_writing()

    def _is_writing(self) -> bool:
        return self._work.step is Step.WRITING and not self._progress.isHidden()

    def _on_written(self, brought: Brought) -> None:
        called_off = not self._cancel.isEnabled()
        said = too_late(brought) if called_off else ""
        self._session.record(brought_in(brought), brought.change, said)
        self.brought_in.emit(brought.new)
        left_over = [str(file) for file in self._waiting]
        self.accept()
        if left_over:
            self.left_over.emit(left_over)

    def _on_stopped(self) -> None:
        if self._work.step is Step.WRITING and self._shown is not None:
            self._show_preview(self._shown)
            self._title.setText(self.tr("Called off: nothing was changed"))
            if self._waiting:
                self._read_waiting()

    def _on_failed(self, sentence: str) -> None:
        if self._waiting and not self._work.readings:
            self._read_again()
            return
        self._title.setText(self.tr("That did not work"))
        self._words.setText(sentence)
        can = bool(self._work.readings)
        self._show(*([self._again] if can else []))
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Close"))
        main = self._again if can else self._cancel
        main.setDefault(True)
        main.setFocus()

    def reject(self) -> None:
        """Leaves without a change; what is being written just now is called off first."""
        self._work.stop()
        if self._is_writing():
            self._cancel.setEnabled(False)
            self._title.setText(self.tr("Calling it off…"))
        else:
            super().reject()

    def done(self, result: int) -> None:
        super().done(result)
        self._shown = None
        self._preview.show_preview(Preview())
        self._work.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._back.isVisible():
            self._on_back()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.add_files(map(Path, files))
