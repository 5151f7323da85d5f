"""Check my data: looks through everything, says what is wrong, and mends what it can."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from planner.domain.soundness import Report, Trouble
from planner.journeys.check_library import Mended, Step, check, mend
from ui import background
from ui import backup_wording as wording
from ui.check_wording import sentences
from ui.widgets.layouts import Card, Scrolled, button, clear, row
from ui.widgets.text import LeadText, Text

if TYPE_CHECKING:
    from planner.storage.store import Store

SIZE = (560, 460)  # pixels
TOLD_MS = 100  # how often it says how far the check is


class CheckDialog(QDialog):
    """Checks a library beside the window as soon as it is open, and offers what can be done.

    `now` is what the wall shows; `why` says why it came up where nobody asked for it.

    Signals:
        mended(): records were altered or taken out; nothing that was shown holds for certain.
        restore_wanted(): the user would rather go back to a backup.
    """

    mended = Signal()
    restore_wanted = Signal()

    def __init__(
        self, store: Store, now: datetime, parent: QWidget | None = None, why: str = ""
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._now = now
        self._why = why
        self._report: Report | None = None
        self._at: list[tuple[Step, int, int]] = []  # how far the worker is; the last one counts
        self.setObjectName("check-dialog")
        self.setWindowTitle(self.tr("Check my data"))
        self.resize(*SIZE)
        self._title = Text("", "title")
        self._title.setObjectName("check-title")
        self._words = Text("", "soft")
        self._words.setObjectName("check-words")
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._found = Scrolled(self)
        self._found.body.setContentsMargins(0, 0, 0, 0)
        self._restore = button(self.tr("Backups…"), self._on_restore, name="to-backups")
        self._restore.setAutoDefault(False)
        self._mend = button(self.tr("Mend what can be mended"), self.mend, "primary", "mend")
        self._close = button(self.tr("Close"), self.reject, name="close")
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addWidget(self._progress)
        column.addWidget(self._found, 1)
        column.addLayout(row(self._restore, None, self._close, self._mend))
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tell_how_far)
        self._job = self._begin()

    def mend(self) -> None:
        """Mends what was found, after a backup."""
        if self._report is None:
            return
        self._wait(self.tr("Mending…"), self.tr("A backup is made first."))
        self._close.setEnabled(False)
        store, findings, now = self._store, self._report.findings, self._now

        def work(job: background.Job) -> Mended:
            with store.another() as own:
                return mend(own, findings, now)

        self._job = background.run(work, self._on_mended, self._on_failed)

    def _begin(self) -> background.Job:
        self._wait(self.tr("Checking…"), self._why)
        store, at = self._store, self._at

        def work(job: background.Job) -> Report:
            def tell(step: Step, done: int, of: int) -> None:
                at.append((step, done, of))
                if job.cancelled:
                    raise background.Stopped

            with store.another() as own:
                return check(own, tell)

        return background.run(work, self._on_checked, self._on_failed)

    def _wait(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._progress.setRange(0, 0)
        self._progress.show()
        self._found.hide()
        self._restore.hide()
        self._mend.hide()
        self._timer.start(TOLD_MS)

    def _tell_how_far(self) -> None:
        if not self._at:
            return
        step, done, of = self._at[-1]
        del self._at[:-1]
        self._words.setText(
            {
                Step.FILE: self.tr("Reading every page of the file…"),
                Step.RECORDS: self.tr("Reading every record…"),
                Step.INDEX: self.tr("Holding the search against the records…"),
                Step.BACKUPS: self.tr("Reading the backups…"),
            }[step]
        )
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def _on_checked(self, report: Report) -> None:
        self._report = report
        self._stop()
        if report.sound:
            self._show_well(report)
        else:
            self._show_findings(report)

    def _show_well(self, report: Report) -> None:
        self._title.setText(self.tr("All is well"))
        self._words.setText(
            self.tr(
                "Every page and every record was read, and the search as well; not every backup."
            )
            if report.unread
            else self.tr(
                "Every page and every record was read, and the search and the backups as well."
            )
        )
        card = Card()
        for sentence in self._figures(report):
            card.body.addWidget(LeadText("", sentence))
        self._found.body.addWidget(card)
        self._found.body.addStretch(1)
        self._found.show()
        self._close.setDefault(True)
        self._close.setFocus()

    def _figures(self, report: Report) -> list[str]:
        told = []
        if report.contents is not None:
            told.append(wording.figures(report.contents))
        told.append(
            self.tr("{count} records in {size}").format(
                count=f"{report.records:,}", size=wording.size(report.size)
            )
        )
        read = report.backups - report.unread
        if read == 1:
            told.append(self.tr("One backup, which is sound"))
        elif read:
            told.append(self.tr("{count} backups, all of them sound").format(count=read))
        if report.unread:
            told.append(wording.unread(report.unread))
        if not report.backups:
            told.append(self.tr("No backup yet: the first is made within the day"))
        told.append(self.tr("{size} free on the disk").format(size=wording.size(report.free)))
        return told

    def _show_findings(self, report: Report) -> None:
        told = sentences(report.findings)
        self._title.setText(
            self.tr("One thing is not well")
            if len(told) == 1
            else self.tr("{count} things are not well").format(count=f"{len(told):,}")
        )
        advice = self._advice(report)
        self._words.setText(f"{self._why} {advice}" if self._why else advice)
        card = Card()
        for sentence in told:
            finding = LeadText("", sentence, "ember")
            finding.setObjectName("finding")
            card.body.addWidget(finding)
        self._found.body.addWidget(card)
        self._found.body.addStretch(1)
        self._found.show()
        self._restore.show()
        self._mend.setVisible(report.mendable)
        main = self._mend if report.mendable else self._close
        main.setDefault(True)
        main.setFocus()

    def _advice(self, report: Report) -> str:
        if report.mendable and self._store.encrypted:  # a file beside it anybody could read
            return self.tr(
                "A backup is made first. What has to be taken out of the library is then in that "
                "backup alone."
            )
        if report.mendable:
            return self.tr(
                "A backup is made first. What has to be taken out of the library is kept in a "
                "file beside it."
            )
        if any(finding.trouble is Trouble.FILE for finding in report.findings):
            return self.tr("This cannot be mended, but a backup has it whole.")
        return self.tr("The library itself is sound.")

    def _on_mended(self, mended: Mended) -> None:
        self._stop()
        self.mended.emit()
        self._title.setText(self.tr("Mended"))
        self._words.setText(
            self.tr("How it was is among the backups, marked “before mending”, should you want it.")
        )
        if mended.record is not None:
            card = Card()
            kept = Text(
                self.tr("What was taken out, or replaced, is written down in {path}").format(
                    path=mended.record
                )
            )
            kept.setObjectName("check-record")
            card.body.addWidget(kept)
            self._found.body.addWidget(card)
        self._found.body.addStretch(1)
        self._found.show()
        self._close.setDefault(True)
        self._close.setFocus()

    def _on_failed(self, sentence: str) -> None:
        self._stop()
        self._title.setText(self.tr("That did not work"))
        self._words.setText(sentence)
        self._restore.show()
        self._close.setFocus()

    def _stop(self) -> None:
        self._timer.stop()
        self._progress.hide()
        self._mend.hide()
        self._close.setEnabled(True)
        clear(self._found.body)

    def _on_restore(self) -> None:
        self.accept()
        self.restore_wanted.emit()

    def reject(self) -> None:
        """Closes, unless something is being written just now."""
        if self._close.isEnabled():
            self._job.cancel()
            super().reject()
