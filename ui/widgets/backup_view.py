"""What is in a backup, beside what is in the library now."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.domain.backups import Contents
from ui import backup_wording as wording
from ui.models.backups import Seen
from ui.widgets.layouts import Card, Scrolled, clear, line
from ui.widgets.text import ElidedText, Text


class BackupView(Card):
    """A card with the figures of one backup, and what differs from now."""

    def __init__(self, today: date, now: Contents | None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._today = today
        self._now = now
        self.setObjectName("backup-view")
        self.body.setContentsMargins(20, 18, 20, 14)
        self._inside = Scrolled(self)  # large text on a small screen
        self._inside.body.setContentsMargins(0, 0, 0, 0)
        self._inside.body.setSpacing(8)
        self._file = ElidedText("", "small")
        self._file.setObjectName("backup-file")
        self.body.addWidget(self._inside, 1)
        self.body.addWidget(self._file)

    def show_nothing(self, sentence: str) -> None:
        """There is no backup in sight, and why."""
        clear(self._inside.body)
        self._inside.body.addWidget(Text(sentence, "soft"))
        self._inside.body.addStretch(1)
        self._file.set_whole("")

    def show_backup(self, seen: Seen) -> None:
        body = self._inside.body
        clear(body)
        candidate = seen.candidate
        made = Text(wording.when(candidate.made, self._today), "name")
        made.setObjectName("backup-made")
        body.addWidget(made)
        told = (wording.what(candidate), wording.size(candidate.size))
        body.addWidget(Text(" · ".join(part for part in told if part), "soft"))
        if candidate.aside:
            aside = Text(
                self.tr("It was put aside at that moment, as another took its place."), "small"
            )
            aside.setObjectName("backup-aside")
            body.addWidget(aside)
        body.addSpacing(6)
        if seen.wrong:
            wrong = Text(seen.wrong, "soft" if seen.locked else "alert")
            wrong.setObjectName("backup-wrong")
            body.addWidget(wrong)
        elif seen.contents is None:
            body.addWidget(Text(self.tr("Looking into it…"), "soft"))
        else:
            exported = candidate.path.suffix.lower() == ".json"
            self._show_contents(seen.contents, exported=exported)
        body.addStretch(1)
        self._file.set_whole(candidate.path.name)

    def _show_contents(self, contents: Contents, *, exported: bool) -> None:
        body = self._inside.body
        table = QGridLayout()
        table.setHorizontalSpacing(24)
        table.setVerticalSpacing(7)
        table.setColumnStretch(0, 1)
        if self._now is not None:
            table.addWidget(_figure(self.tr("in it"), "caps"), 0, 1)
            table.addWidget(_figure(self.tr("now"), "caps"), 0, 2)
        rows = (
            (self.tr("People"), "people"),
            (self.tr("1-2-1s"), "meetings"),
            (self.tr("Promises"), "promises"),
            (self.tr("Facts"), "facts"),
            (self.tr("Notes"), "notes"),
        )
        for row, (name, field) in enumerate(rows, start=1):
            table.addWidget(Text(name), row, 0)
            figure = _figure(f"{getattr(contents, field):,}", "strong")
            figure.setObjectName(f"in-it-{field}")
            table.addWidget(figure, row, 1)
            if self._now is not None:
                table.addWidget(_figure(f"{getattr(self._now, field):,}", "soft"), row, 2)
        body.addLayout(table)
        body.addSpacing(4)
        body.addWidget(line())
        body.addSpacing(4)
        differences = wording.differences(contents, self._now)
        last = (
            wording.last_held(contents, self._today),
            wording.last_noted(contents, self._today),
        )
        for sentence in (*differences, *last):
            if sentence:
                told = Text(sentence)
                told.setObjectName("backup-difference")
                body.addWidget(told)
        sound = Text(
            self.tr("All of it was read, and can be put in place.")
            if exported
            else self.tr("Every page of it was read and is sound."),
            "accent",
        )
        sound.setObjectName("backup-sound")
        body.addWidget(sound)


def _figure(text: str, look: str) -> Text:
    made = Text(text, look, wrap=False)
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made
