"""What happened between the two, newest first."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.meetings import Meeting, Touch
from planner.journeys.person_page import HistoryLine, PersonPage
from ui import day_wording, past_wording, wording
from ui.country import grouped
from ui.widgets.person_card import DAYS, Lines, PersonCard, RecordButton
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton

SHOWN = 12  # lines before "Show all": about a screen


class HistoryCard(PersonCard):
    """1-2-1s, touches and events, a line each.

    Signals:
        touch_wanted(): note a contact that was not a 1-2-1.
        past_wanted(): note a 1-2-1 of long ago.
        debrief_wanted(object): note how this Meeting went.
        chosen(object): open this Touch, Meeting or MetAt.
        removed(object): forget this Touch or MetAt.
    """

    touch_wanted = Signal()
    past_wanted = Signal()
    debrief_wanted = Signal(object)
    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, page: PersonPage, today: date) -> None:
        super().__init__("card-history", self.tr("History"))
        self._today = today
        self._rest = page.history[SHOWN:]
        self._waiting: dict[TextButton, Meeting] = {}
        self.offer("log-touch", self.tr("Log a message, call or chat"), self.touch_wanted.emit)
        self.offer("add-past", self.tr("Add a past 1-2-1"), self.past_wanted.emit, "clock")
        for waiting in page.planned:
            if waiting.starts.date() < today:
                self.body.addWidget(self._to_note(waiting))
        self._column = QVBoxLayout()
        self.body.addLayout(self._column)
        if not page.history:
            self._column.addWidget(Text(self.tr("Nothing has happened yet"), "soft"))
            return
        self._column.addLayout(self._lines(page.history[:SHOWN]))
        if self._rest:
            words = self.tr("Show all {count}").format(count=grouped(len(page.history)))
            self._show_all = TextButton("", link=words, name="show-all-history")
            self._show_all.clicked.connect(self._on_show_all)
            self.body.addWidget(self._show_all)

    def _lines(self, history: tuple[HistoryLine, ...]) -> Lines:
        lines = Lines(DAYS)
        for number, one in enumerate(history):
            if number:
                lines.rule()
            when = day_wording.short_day(one.day, self._today)
            if isinstance(one.what, Meeting):
                when = past_wording.when(one.what, self._today, short=True)
            lines.add(when, self._line(one))
        return lines

    def _line(self, one: HistoryLine) -> QWidget:
        what = one.what
        kind, id = (
            ("meeting", what.id)
            if isinstance(what, Meeting)
            else ("touch", what.id)
            if isinstance(what, Touch)
            else ("event", what.attendance)
        )
        made = RecordButton(
            what,
            wording.happened(what, first=one.first),
            f"history-{kind}-{id}",
            opens=self.tr("Open…") if isinstance(what, Meeting) else self.tr("Change…"),
            removes="" if isinstance(what, Meeting) else self.tr("Remove"),
        )
        made.chosen.connect(self.chosen)
        made.removed.connect(self.removed)
        return made

    def _on_note(self) -> None:
        for made, waiting in self._waiting.items():
            if made is self.sender():
                self.debrief_wanted.emit(waiting)

    def _to_note(self, waiting: Meeting) -> TextButton:
        """A 1-2-1 that is over and of which nothing is noted."""
        day = day_wording.near_day(waiting.starts.date(), self._today)
        words = self.tr("Your 1-2-1 {day} waits for its notes.").format(day=day)
        made = TextButton(words, "soft", link=self.tr("Note it"), name=f"note-{waiting.id}")
        self._waiting[made] = waiting
        made.clicked.connect(self._on_note)
        return made

    def _on_show_all(self) -> None:
        self._column.addLayout(self._lines(self._rest))
        self._rest = ()
        self._show_all.hide()
