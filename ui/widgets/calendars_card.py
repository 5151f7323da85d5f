"""Settings' card about the calendars that say when the user is taken."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.journeys.busy_times import forget_calendar, name_calendars
from ui import calendar_wording as wording
from ui.dialogs.left_out import LeftOutDialog
from ui.file_dialogs import calendar_folder, calendars_to_name
from ui.session import Session
from ui.widgets.calendar_row import CalendarRow
from ui.widgets.drop_area import TakesFiles
from ui.widgets.layouts import Card, Flow, button, clear, dress, line
from ui.widgets.text import Text

TELL_MS = 20_000  # how often "2 minutes ago" is told anew while it is in sight


class CalendarsCard(TakesFiles, Card):
    """The calendars named, each with how it stands; files and folders can be dropped here too."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Your calendars"), parent)
        self.setObjectName("calendars")
        self.setAcceptDrops(True)
        self._session = session
        self._rows: list[CalendarRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.add_file = button(self.tr("Add a file…"), self._on_file, name="add-calendar")
        folder = button(self.tr("Add a folder…"), self._on_folder, name="add-calendar-folder")
        words = self.tr(
            "While they say you are busy, no 1-2-1 is offered. They are only read, and nothing of "
            "them is kept."
        )
        self.body.addWidget(Text(words, "soft"))
        self.body.addLayout(self._list)
        how = self.tr(
            "Most calendar programs can save or export a calendar as a file that ends in .ics. Add "
            "it, or drop it here. When the file changes, it is read again by itself."
        )
        self._how = Text(how, "soft")
        self._how.setObjectName("calendars-how")
        self.body.addWidget(self._how)
        acts = Flow()
        acts.addWidget(self.add_file)
        acts.addWidget(folder)
        self.body.addSpacing(4)
        self.body.addLayout(acts)
        self._timer = QTimer(self)
        self._timer.setInterval(TELL_MS)
        self._timer.timeout.connect(self.tell)
        session.calendars.told.connect(self._on_told)

    def refresh(self) -> None:
        """Shows the calendars there are, and how it stands with each."""
        standing = self._session.calendars.standing()
        if [row.path for row in self._rows] != [each.path for each in standing]:
            self._build([each.path for each in standing])
        self._how.setVisible(not standing)
        self.tell()

    def _on_told(self) -> None:
        if self.isVisible():
            self.refresh()

    def tell(self) -> None:
        """The same rows with the words of this moment."""
        for each, shown in zip(self._session.calendars.standing(), self._rows, strict=False):
            if each.path == shown.path:
                with suppress(PlannerError):  # nobody asked; the next time tells it
                    shown.show_standing(each, self._session)

    def _build(self, paths: Sequence[str]) -> None:
        held = next((at for at, row in enumerate(self._rows) if row.remove.hasFocus()), None)
        clear(self._list)
        self._rows = []
        for path in paths:
            made = CalendarRow(path, self)
            made.removed.connect(self._on_removed)
            made.left_out_wanted.connect(self._on_left_out)
            self._list.addWidget(line())
            self._list.addWidget(made)
            made.show()  # now, as the keyboard may be to go there
            self._rows.append(made)
        self._put_tabs_in_order()
        if held is not None:
            at = self._rows[min(held, len(self._rows) - 1)].remove if self._rows else self.add_file
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_tabs_in_order(self) -> None:
        from ui.widgets.tab_order import tab_as_laid_out

        tab_as_laid_out(self)

    def _on_file(self) -> None:
        if files := calendars_to_name(self):
            self._name(files)

    def _on_folder(self) -> None:
        if folder := calendar_folder(self):
            self._name([folder])

    def _name(self, paths: Sequence[str]) -> None:
        label = (
            self.tr("Calendar {name} added").format(name=wording.called(paths[0]))
            if len(paths) == 1
            else self.tr("{count} calendars added").format(count=len(paths))
        )
        self._session.do(label, name_calendars, paths)

    def _on_removed(self, path: str) -> None:
        label = self.tr("Calendar {name} removed").format(name=wording.called(path))
        self._session.do(label, forget_calendar, path)

    def _on_left_out(self, path: str) -> None:
        for each in self._session.calendars.standing():
            if each.path == path and each.read is not None:
                dialog = LeftOutDialog(wording.called(path), each.read.skipped, self.window())
                dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                dialog.open()

    def take_files(self, files: list[str]) -> None:
        self._name(files)

    def show_over(self, over: bool) -> None:
        dress(self, "card-over" if over else "card")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
