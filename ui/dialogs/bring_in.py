"""Bring people in: what the files hold, what that would change, and then the change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QListView,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from planner.domain.changes import Change
from planner.domain.merging import ImportPlan, Verdict
from planner.journeys.import_contacts import apply_import, plan_import_of, read_contacts
from ui import background
from ui.models.import_preview import CHOSEN_FROM, ImportPreviewModel, Part, rows_of
from ui.session import Session
from ui.widgets.layouts import Flow, button, row
from ui.widgets.text import Text
from ui.widgets.ticked_rows import TickedRows

SIZE = (720, 580)  # pixels
FILES_TOLD = 5  # one by one; the others are counted together
FORMATS = {
    "vcard": "vCard",
    "linkedin": "LinkedIn",
    "google": "Google",
    "outlook": "Outlook",
    "csv": "CSV",
}


class BringInDialog(QDialog):
    """A preview of an import. Reading, planning and writing run beside the window.

    Signals:
        brought_in(int): so many people are new.
    """

    brought_in = Signal(int)

    def __init__(
        self, session: Session, files: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._files = list(files)
        self._plan = ImportPlan()
        self._rows = rows_of(self._plan)
        self.setObjectName("bring-in-dialog")
        self.setWindowTitle(self.tr("Bring people in"))
        self.resize(*SIZE)

        self._title = Text(self.tr("Reading…"), "title")
        self._title.setObjectName("bring-in-title")
        self._words = Text("", "soft")
        self._words.setObjectName("bring-in-words")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._chips = QButtonGroup(self)
        self._parts: dict[Part, QPushButton] = {}
        chips = Flow(gap=8)
        for part in Part:
            chip = button("", look="chip", name=f"part-{part}")
            chip.setCheckable(True)
            chip.setAutoDefault(False)  # Enter is for the dialog's main button
            self._parts[part] = chip
            self._chips.addButton(chip)
            chips.addWidget(chip)
        self._chip_row = QWidget()
        self._chip_row.setLayout(chips)
        self._chips.buttonClicked.connect(self._on_part)
        self._model = ImportPreviewModel(self)
        self._model.chosen.connect(self._offer)
        self._turn = button("", self._on_turn, "link", "tick-all")
        self._turn.setAutoDefault(False)
        self._list = self._list_view()
        self._apply = button("", self._on_apply, "primary", "apply")
        self._cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        self._apply.setDefault(True)

        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._progress)
        column.addWidget(self._chip_row)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        column.addLayout(row(self._turn, None, self._cancel, self._apply))
        self._wait(self.tr("Reading…"))
        self._job = background.run(self._read, self._on_planned, self._on_failed)

    def _list_view(self) -> QListView:
        view = QListView()
        view.setObjectName("preview")
        view.setProperty("look", "framed")
        view.setAccessibleName(self.tr("What this would bring"))
        view.setModel(self._model)
        view.setItemDelegate(TickedRows(view))
        view.setUniformItemSizes(True)
        return view

    def _wait(self, title: str) -> None:
        self._title.setText(title)
        names = [file.name for file in self._files]
        if len(names) > FILES_TOLD:
            names[FILES_TOLD:] = ["…"]
        self._words.setText(", ".join(names))
        self._progress.show()
        for part in (self._chip_row, self._list, self._turn, self._apply):
            part.hide()

    def _read(self, job: background.Job) -> ImportPlan:
        readings = read_contacts(self._files)
        with self._session.store.another() as store:
            return plan_import_of(store, readings)

    def _on_planned(self, plan: ImportPlan) -> None:
        self._plan = plan
        self._rows = rows_of(plan)
        self._progress.hide()
        self._words.setText("\n".join(self._file_lines(plan)))
        names = {
            Part.NEW: self.tr("New {count}"),
            Part.CHANGED: self.tr("Gain something {count}"),
            Part.SAME: self.tr("Known already {count}"),
            Part.REFUSED: self.tr("Not taken {count}"),
            Part.LEFT_OUT: self.tr("Left out {count}"),
        }
        for part, chip in self._parts.items():
            count = len(self._rows[part])
            chip.setText(names[part].format(count=f"{count:,}"))
            chip.setVisible(bool(count))
        self._chip_row.show()
        self._list.setVisible(any(self._rows.values()))
        self._title.setText(self._title_of(plan))
        first = next((part for part in Part if self._rows[part]), None)
        if first is not None:
            self._parts[first].setChecked(True)
            self._model.show(self._rows[first])
        self._offer()
        main = self._apply if self._apply.isVisibleTo(self) else self._cancel
        main.setDefault(True)
        main.setFocus()

    def _file_lines(self, plan: ImportPlan) -> list[str]:
        lines = [
            self.tr("{file}: {format}, {count} found").format(
                file=Path(count.reading.file).name,
                format=FORMATS.get(count.reading.format, self.tr("not a contact file")),
                count=f"{count.found:,}",
            )
            for count in plan.files[:FILES_TOLD]
        ]
        if rest := plan.files[FILES_TOLD:]:
            more = self.tr("and {count} files more, {found} found")
            found = sum(count.found for count in rest)
            lines.append(more.format(count=len(rest), found=f"{found:,}"))
        return lines

    def _title_of(self, plan: ImportPlan) -> str:
        new, changed = len(self._rows[Part.NEW]), len(self._rows[Part.CHANGED])
        if new and changed:
            return self.tr("{new} new, {changed} known better").format(
                new=f"{new:,}", changed=f"{changed:,}"
            )
        if new:
            return (
                self.tr("1 new person")
                if new == 1
                else self.tr("{new} new people").format(new=f"{new:,}")
            )
        if changed:
            return self.tr("{changed} known better").format(changed=f"{changed:,}")
        if any(count.found for count in plan.files):
            return self.tr("You know everybody in here already")
        return self.tr("Nobody could be read from this")

    def _offer(self) -> None:
        """The button says what it will do; there is none when there is nothing to do."""
        new, changed = (self._told_of(part) for part in (Part.NEW, Part.CHANGED))
        takes_new, takes_changed = (self._chosen(part) for part in (Part.NEW, Part.CHANGED))
        if takes_new and takes_changed:
            words = self.tr("Bring in {new}, update {changed}")
        elif takes_changed or not self._rows[Part.NEW]:
            words = self.tr("Update {changed}")
        else:
            words = self.tr("Bring in {new}")
        self._apply.setText(words.format(new=new, changed=changed))
        self._apply.setVisible(bool(self._rows[Part.NEW] or self._rows[Part.CHANGED]))
        self._apply.setEnabled(bool(takes_new or takes_changed))
        can = self._apply.isVisibleTo(self)
        self._cancel.setText(self.tr("Cancel") if can else self.tr("Close"))
        self._offer_to_turn()

    def _offer_to_turn(self) -> None:
        """One press ticks everybody in sight, or nobody: of thousands, a few may be wanted."""
        part = self._part()
        self._turn.setVisible(part in CHOSEN_FROM and len(self._rows[part]) > 1)
        some = bool(self._chosen(part))
        self._turn.setText(self.tr("Tick nobody") if some else self.tr("Tick everybody"))

    def _part(self) -> Part:
        """The part in sight."""
        return next((part for part, chip in self._parts.items() if chip.isChecked()), Part.NEW)

    def _chosen(self, part: Part) -> int:
        return len(self._model.ticked(self._rows[part]))

    def _told_of(self, part: Part) -> str:
        """ "6" of a part's people, "5 of 6" once somebody is left out."""
        chosen, count = self._chosen(part), len(self._rows[part])
        if chosen == count:
            return f"{count:,}"
        return self.tr("{chosen} of {count}").format(chosen=f"{chosen:,}", count=f"{count:,}")

    def _on_part(self, chip: QPushButton) -> None:
        self._model.show(self._rows[self._part()])
        self._list.scrollToTop()
        self._offer_to_turn()

    def _on_turn(self) -> None:
        self._model.tick_all(not self._chosen(self._part()))

    def _on_apply(self) -> None:
        self._wait(self.tr("Bringing in…"))
        self._cancel.setEnabled(False)
        # Read here, in the window's thread: the session's own connection is not the worker's.
        store, today = self._session.store, self._session.today()
        rows = (self._rows[part] for part in (Part.NEW, Part.CHANGED))
        self._plan = plan = self._plan.keeping(e for part in rows for e in self._model.ticked(part))

        def write(job: background.Job) -> Change:
            with store.another() as own:
                return apply_import(own, plan, today)

        self._job = background.run(write, self._on_written, self._on_failed)

    def _on_written(self, change: Change) -> None:
        new, changed = len(self._plan.of(Verdict.NEW)), len(self._plan.of(Verdict.CHANGED))
        if new == 1:
            label = self.tr("One person brought in")
        elif new:
            label = self.tr("{count} people brought in").format(count=f"{new:,}")
        elif changed == 1:
            label = self.tr("One person updated")
        else:
            label = self.tr("{count} people updated").format(count=f"{changed:,}")
        if new and changed:
            both = self.tr("{brought}, {changed} updated")
            label = both.format(brought=label, changed=f"{changed:,}")
        self._session.record(label, change)
        self.brought_in.emit(new)
        self.accept()

    def _on_failed(self, sentence: str) -> None:
        self._progress.hide()
        self._title.setText(self.tr("That did not work"))
        self._words.setText(sentence)
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Close"))

    def reject(self) -> None:
        """Leaves without a change, unless one is being written just now."""
        if self._cancel.isEnabled():
            self._job.cancel()
            super().reject()
