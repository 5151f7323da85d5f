"""Settings' card about what goes into calendar programs: own entries, and the file to follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.errors import PlannerError
from planner.journeys import subscribed_calendar as journeys
from planner.journeys.about_me import save
from planner.journeys.calendar_files import choose_tasks, with_tasks
from ui import backup_wording as wording
from ui import saving
from ui.file_dialogs import file_to_save
from ui.session import Session
from ui.widgets.inputs import TickInput
from ui.widgets.layouts import Card, button, clear, line, row
from ui.widgets.path_line import PathLine
from ui.widgets.text import Text

NAME = "1-2-1s.ics"  # offered for the file


class CalendarFilesCard(Card):
    """Choices that hold at once and can be undone, and how it stands with the file."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Calendar files"), parent)
        self.setObjectName("calendar-files")
        self._session = session
        self._shown: str | None = None  # the path that is laid out
        self._sheet = TickInput(self.tr("Cheat-sheet in my own entry"))
        self._sheet.setObjectName("sheet-in-calendar")
        self._sheet.finished.connect(self._on_sheet)
        self._tasks = TickInput(self.tr("My promises in it, as tasks"))
        self._tasks.setObjectName("calendar-tasks")
        self._tasks.finished.connect(self._on_tasks)
        self._where = QVBoxLayout()
        self._where.setContentsMargins(0, 0, 0, 0)
        self._stands = Text("", "soft")
        self._stands.setObjectName("subscribed-stands")
        self._plain = Text(
            self.tr(
                "Your library is encrypted, this file is not: whoever gets hold of it can read "
                "whom you meet, when and where, and the promises in it."
            ),
            "alert",
        )
        self._plain.setObjectName("subscribed-plain")
        self._failure = Text("", "alert")
        self._failure.setObjectName("subscribed-failure")
        self._lay_out()
        session.subscribing.told.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows what is chosen, and how it stands with the file."""
        store, follows = self._session.store, self._session.subscribing
        file = journeys.subscribed(store)
        self._sheet.show_value(self._session.me.sheet_in_calendar)
        self._tasks.show_value(with_tasks(store))
        self._show_file(str(file.path) if file is not None else "")
        self._plain.setVisible(file is not None and store.encrypted)
        self._failure.setText(follows.failure)
        self._failure.setVisible(file is not None and bool(follows.failure))
        self._stands.setVisible(
            file is not None and follows.written is not None and not follows.failure
        )
        if follows.written is not None:
            zone = ZoneInfo(self._session.zone)
            wall = follows.written.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
            words = self.tr("Up to date: {when}")
            when = wording.within(wall, self._session.today())
            self._stands.setText(words.format(when=when))

    def _show_file(self, path: str) -> None:
        if path == self._shown:
            return
        held = self._where.parentWidget() is not None and self._has_focus()
        self._shown = path
        clear(self._where)
        choose = button(
            self.tr("Another file…") if path else self.tr("Choose a file…"),
            self._on_choose,
            name="subscribed-choose",
        )
        if path:
            stop = button(self.tr("Stop"), self._on_stop, name="subscribed-stop")
            self._where.addWidget(PathLine(Path(path), "subscribed", choose, stop))
        else:
            self._where.addLayout(row(choose, None))
        from ui.widgets.tab_order import tab_as_laid_out

        tab_as_laid_out(self)
        if held:
            choose.setFocus()

    def _has_focus(self) -> bool:
        """Whether the keyboard is on a button that is about to go."""
        names = {"subscribed-choose", "subscribed-stop", "subscribed", "subscribed-folder"}
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus) and focus.objectName() in names

    def _on_choose(self) -> None:
        kinds, title = self.tr("Calendar file (*.ics)"), self.tr("A calendar to subscribe to")
        file = journeys.subscribed(self._session.store)
        path = file_to_save(self, title, str(file.path) if file is not None else NAME, kinds)
        if path is None:
            return
        try:
            saving.check(path)
        except PlannerError as refusal:
            self._session.refused.emit(str(refusal))
            return
        label = self.tr("{name} is kept up to date").format(name=path.name)
        self._session.do(label, journeys.subscribe, path)

    def _on_stop(self) -> None:
        label = self.tr("The calendar file stays as it is")
        self._session.do(label, journeys.unsubscribe)

    def _on_tasks(self) -> None:
        wanted = self._tasks.value()
        label = (
            self.tr("Promises are tasks in the calendar")
            if wanted
            else self.tr("No promises in the calendar")
        )
        if self._session.do(label, choose_tasks, wanted) is None:
            self.refresh()

    def _on_sheet(self) -> None:
        wanted = self._sheet.value()
        label = (
            self.tr("Cheat-sheet in your own entries")
            if wanted
            else self.tr("No cheat-sheet in your entries")
        )
        me = replace(self._session.me, sheet_in_calendar=wanted)
        if self._session.do(label, save, me) is None:
            self.refresh()

    def _lay_out(self) -> None:
        guests = self.tr(
            "What you save for your own calendar then holds it, for all who may look in there. "
            "Guests never get it."
        )
        follow = self.tr(
            "All your 1-2-1s in one file, written anew after every change, for calendar programs "
            "that follow it. What you want to learn, give and ask is never in it."
        )
        self.body.addWidget(self._sheet)
        self.body.addWidget(Text(guests, "soft"))
        self.body.addSpacing(2)
        self.body.addWidget(line())
        self.body.addSpacing(2)
        self.body.addWidget(Text(self.tr("A calendar to subscribe to"), "strong"))
        self.body.addWidget(Text(follow, "soft"))
        self.body.addLayout(self._where)
        self.body.addWidget(self._tasks)
        self.body.addWidget(self._plain)
        self.body.addWidget(self._failure)
        self.body.addWidget(self._stands)
