"""One 1-2-1 beside the list: when, with whom, what for, and everything that can become of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.conversation import Step
from planner.domain.meetings import Meeting, State
from planner.journeys.debrief_page import Note
from planner.journeys.given_files import Given
from planner.journeys.meetings_page import MeetingWith
from ui import day_wording, hues, wording
from ui.widgets.avatar import Avatar
from ui.widgets.layouts import Card, Flow, Scrolled, button, clear
from ui.widgets.name_button import NameButton
from ui.widgets.old_files import OldFiles
from ui.widgets.said_line import SaidLine
from ui.widgets.text import Pill, Text
from ui.widgets.what_was_said import WhatWasSaid

MARK = 60  # pixels of the round mark
WIDEST = 720  # pixels; longer lines are tiring to read
LABELS = 90  # pixels of the column with what each line is


class MeetingView(Scrolled):
    """Shows one 1-2-1 after another; `said` tells what was done with it.

    Signals:
        acted(str): the button of this name was pressed.
        person_wanted(): look at the page of whom it is with.
        file_wanted(bool): write the calendar file again; True for the guest's.
    """

    acted = Signal(str)
    person_wanted = Signal()
    file_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting-view")
        self.said = SaidLine("meeting")
        self._inner = QVBoxLayout()
        self._inner.setSpacing(14)
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        below = QVBoxLayout(column)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(12)
        below.addLayout(self._inner)
        below.addWidget(self.said)
        self.body.addWidget(column)
        self.body.addStretch(1)

    def show_meeting(
        self,
        one: MeetingWith,
        given: Given,
        notes: Sequence[Note],
        *,
        now: datetime,
        today: date,
        zone: str,
        portrait: QImage | None = None,
    ) -> None:
        """Shows a 1-2-1 as it is now, with what was noted in it and the picture of whom it is with.

        `now` is UTC, naive, `zone` where the user is.
        """
        focused = self._focused()
        clear(self._inner)
        self._inner.addLayout(self._head(one, today, zone, portrait))
        old = OldFiles()
        old.wanted.connect(self.file_wanted)
        self._inner.addWidget(old)
        old.show_given(given, one.person, one.meeting.state)
        for buttons in self._buttons(one, given, now):
            acts = QWidget()
            flow = Flow(acts, gap=8)
            for made in buttons:
                flow.addWidget(made)
            self._inner.addWidget(acts)
        if (about := self._about(one.meeting)) is not None:
            self._inner.addWidget(about)
        if notes:
            self._inner.addWidget(WhatWasSaid(notes))
        self._show_now()
        self._focus(focused)

    def go_in(self) -> None:
        """Puts the keyboard on the first button."""
        self._focus("first")

    def _head(
        self, one: MeetingWith, today: date, zone: str, portrait: QImage | None
    ) -> QHBoxLayout:
        meeting, person = one.meeting, one.person
        when = Text(day_wording.full_day(meeting.starts.date(), today.year), "title")
        when.setObjectName("meeting-day")
        name = NameButton(person.name, self.person_wanted.emit, "name-link", "meeting-person")
        name.setAccessibleDescription(self.tr("Opens this person's page"))
        pill = Pill(wording.state(meeting.state), hues.of_state(meeting.state))
        pill.setObjectName("meeting-state")
        who = Flow(gap=8)
        for part in (name, pill):
            who.addWidget(part)
        line = Text(_when_and_where(meeting, zone), "soft")
        line.setObjectName("meeting-line")
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(when)
        words.addWidget(line)
        words.addLayout(who)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(Avatar(person, MARK, portrait), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _buttons(
        self, one: MeetingWith, given: Given, now: datetime
    ) -> tuple[list[QPushButton], list[QPushButton]]:
        """What can be done with it as it stands: what is wanted most, and the rest."""
        meeting = one.meeting
        planned, off = meeting.planned, meeting.state is State.CANCELLED
        over = planned and meeting.ends_utc <= now
        ahead = planned and not over
        talked = planned and one.step is Step.DEBRIEF
        under_way = one.step in (Step.TALKING, Step.DEBRIEF)
        talk = self.tr("Go on talking") if under_way else self.tr("Start conversation")
        begun = planned and meeting.starts_utc <= now
        most = (
            ("note-it", over or talked, self.tr("Note how it went")),
            ("start", ahead, talk),
            ("plan-next", not planned, self.tr("Plan the next one")),
            ("missed", begun, self.tr("They did not come")),
            ("sheet", planned, self.tr("Cheat-sheet")),
            ("agree", ahead and meeting.state is State.PROPOSED, self.tr("They said yes")),
            ("change", planned, self.tr("Change or reschedule")),
            ("held-after-all", meeting.state is State.MISSED, self.tr("It took place after all")),
        )
        file = self.tr("Cancellation (.ics)") if off else self.tr("Invitation (.ics)")
        rest = (
            ("start", over, talk),
            ("save-calendar", True, self.tr("Calendar file (.ics)")),
            ("save-invitation", planned or (off and given.theirs), file),
            ("cancel-meeting", planned, self.tr("Call it off")),
        )
        return self._made(most, "primary", ""), self._made(rest, "quiet", "quiet")

    def _made(
        self, offered: Sequence[tuple[str, bool, str]], first: str, others: str
    ) -> list[QPushButton]:
        """The buttons that make sense now; the first of them in a look of its own."""
        made: list[QPushButton] = []
        for name, there, words in offered:
            if there:
                look = others if made else first
                made.append(button(words, self._on_pressed, look, name))
        return made

    def _about(self, meeting: Meeting) -> Card | None:
        """What it was for and what is to be remembered of it; None when nothing is."""
        lines = [
            (label, name, text)
            for label, name, text in (
                (self.tr("Learn"), "meeting-learn", meeting.learn),
                (self.tr("Give"), "meeting-give", meeting.give),
                (self.tr("Ask"), "meeting-ask", meeting.ask),
                (self.tr("Noted"), "meeting-summary", meeting.summary),
            )
            if text.strip()
        ]
        if not lines:
            return None
        card = Card(self.tr("What for") if meeting.planned else self.tr("What it was about"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABELS)
        grid.setColumnStretch(1, 1)
        for at, (label, name, text) in enumerate(lines):
            said = Text(text)
            said.setObjectName(name)
            grid.addWidget(Text(label, "soft", wrap=False), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said, at, 1)
        card.body.addLayout(grid)
        return card

    def _show_now(self) -> None:
        """At once, not when Qt next comes round: the keyboard goes back into it."""
        for at in range(self._inner.count()):
            item = self._inner.itemAt(at)
            widget = item.widget() if item is not None else None
            if widget is not None and not isinstance(widget, OldFiles):
                widget.show()

    def _focused(self) -> str:
        now = self.window().focusWidget()
        return now.objectName() if now is not None and self.isAncestorOf(now) else ""

    def _focus(self, name: str) -> None:
        """Puts the keyboard on the button of this name, or the first when that is gone."""
        if not name:
            return
        buttons = [
            made
            for made in self.findChildren(QPushButton)
            if made.isVisibleTo(self) and made.objectName() != "meeting-person"
        ]
        named = [made for made in buttons if made.objectName() == name]
        for made in (named or buttons)[:1]:
            made.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pressed(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.acted.emit(pressed.objectName())


def _when_and_where(meeting: Meeting, zone: str) -> str:
    """The times, in which zone where that is not the user's, and the place."""
    times = day_wording.from_to(meeting.starts, meeting.ends)
    there = meeting.zone if meeting.zone != zone else ""
    return " · ".join(part for part in (times, there, meeting.place) if part)
