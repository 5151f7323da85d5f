"""The head of the page on which a 1-2-1 is planned: whom with, and what else is to be known."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.trips import Trip
from planner.errors import PlannerError
from ui import calendar_wording, plan_wording
from ui.planning import Planning
from ui.session import Session
from ui.widgets.layouts import GAP, clear, page_head, row
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton

TELL_MS = 20_000  # how often "read 2 minutes ago" is told anew


class PlanHead(QWidget):
    """The title, a line on clocks and calendars, and below it a note for each thing to know.

    Signals:
        other_wanted(): go to another 1-2-1 to come with the same person.
        trip_wanted(): show the days of the trip that leads to them.
        calendars_wanted(): go where calendars are named.
        afresh_wanted(): forget what was left half done.
        renewed(): the notes are others than before, by themselves.
    """

    other_wanted = Signal()
    trip_wanted = Signal()
    calendars_wanted = Signal()
    afresh_wanted = Signal()
    renewed = Signal()

    def __init__(self, session: Session, planning: Planning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._planning = session, planning
        self._calendar_note = ("", "")  # as it is shown
        self._title, self._line = Text("", "title"), Text("", "soft")
        self._title.setObjectName("plan-title")
        self._line.setObjectName("plan-line")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(page_head(self._title, self._line))
        column.addLayout(self._notes)
        session.calendars.told.connect(self._tell_calendars)
        minutes = QTimer(self)
        minutes.timeout.connect(self._tell_calendars)
        minutes.start(TELL_MS)

    def show_plan(self) -> None:
        """Says whom the plan is with, and what is to be known of it."""
        page = self._planning.page
        self._title.setText(plan_wording.title(self._planning))
        self._line.setText(plan_wording.line(self._session, page.person) if page else "")
        self._line.setVisible(page is not None)
        self.show_notes()

    def show_notes(self) -> None:
        """What else is to be known: another 1-2-1 to come, a trip, or a plan left half done."""
        clear(self._notes)
        planning, page = self._planning, self._planning.page
        self._calendar_note = calendar_wording.note(self._session.calendars.standing())
        if page is None:
            return
        if planning.meeting is None and page.others:
            words = plan_wording.already(page.others[0], self._session)
            link = self.tr("Change that one")
            self._add(words, link, "change-other", self.other_wanted)
        if planning.meeting is None and page.trip:
            self._add_trip(page.trip)
        if planning.meeting is None and any(self._calendar_note):
            self._add(*self._calendar_note, "name-calendar", self.calendars_wanted)
        if planning.resumed:
            words = self.tr("Here is what you left unfinished.")
            self._add(words, self.tr("Start afresh"), "start-afresh", self.afresh_wanted)

    def _add(self, words: str, link: str, name: str, wanted: SignalInstance) -> None:
        note = TextButton(words, "soft", link=link, name=name)
        note.clicked.connect(wanted)
        self._notes.addLayout(row(note, None))

    def _add_trip(self, trip: Trip) -> None:
        """That the user is where they live, with a way to those days unless they are in sight."""
        words = plan_wording.near_them(trip, self._session)
        if trip.under_way(self._planning.days.first):
            told = Text(words, "soft")
            told.setObjectName("trip-note")
            self._notes.addWidget(told)
        else:
            self._add(words, self.tr("Show these days"), "trip-days", self.trip_wanted)

    def _tell_calendars(self) -> None:
        """The calendars are read, or a while has passed: the line says it."""
        page = self._planning.page
        if page is None or not self.isVisible():
            return
        with suppress(PlannerError):  # nobody asked; the next time tells it
            self._line.setText(plan_wording.line(self._session, page.person))
        if self._calendar_note != calendar_wording.note(self._session.calendars.standing()):
            self.show_notes()
            self.renewed.emit()
