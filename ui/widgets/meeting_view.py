"""One 1-2-1 beside the list: when, with whom, what for, and everything that can become of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.conversation import Step
from planner.domain.meetings import CalledOff, Meeting, Roughly, State
from planner.domain.people import Person
from planner.domain.proposal import Proposal
from planner.journeys.debrief_page import Note
from planner.journeys.given_files import Given
from planner.journeys.meetings_page import MeetingWith
from ui import day_wording, hues, next_steps, past_wording, wording
from ui.plan_wording import for_them
from ui.widgets.avatar import Avatar
from ui.widgets.layouts import Card, Flow, Scrolled, button, clear
from ui.widgets.name_button import NameButton
from ui.widgets.off_choice import OffChoice
from ui.widgets.old_files import OldFiles
from ui.widgets.proposal_strip import ProposalStrip
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
        called_off(object): it is called off, or was before, by this CalledOff.
    """

    acted = Signal(str)
    person_wanted = Signal()
    file_wanted = Signal(bool)
    called_off = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting-view")
        self.said = SaidLine("meeting")
        self.proposal: Proposal | None = None  # another time of theirs, as it is shown
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
        taken: str = "",
    ) -> None:
        """Shows a 1-2-1 as it is now, with what was noted in it and the picture of whom it is with.

        `now` is UTC, naive, `zone` where the user is; `taken` says what is on at the time proposed.
        """
        focused = self._focused()
        clear(self._inner)
        self._inner.addLayout(self._head(one, today, zone, portrait))
        self.proposal = one.proposal
        if one.proposal is not None:
            strip = ProposalStrip(one.proposal, one.person, today, zone, taken)
            strip.acted.connect(self.acted)
            self._inner.addWidget(strip)
        if words := next_steps.words(one, today):
            told = Text(words, "soft")
            told.setObjectName("meeting-next")
            self._inner.addWidget(told)
        most, rest = self._buttons(one, given, now)
        for buttons in (most, [*rest, *self._off(one.meeting)], self._who(one.meeting)):
            if not buttons:
                continue
            acts = QWidget()
            flow = Flow(acts, gap=8)
            for made in buttons:
                flow.addWidget(made)
            self._inner.addWidget(acts)
        old = OldFiles()  # below the buttons: it comes and goes, and they stay under the mouse
        old.wanted.connect(self.file_wanted)
        self._inner.addWidget(old)
        old.show_given(given, one.person, one.meeting.state, answered=one.meeting.theirs)
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
        day = day_wording.full_day(meeting.starts.date(), today.year)
        if meeting.roughly in (Roughly.MONTH, Roughly.YEAR):
            day = past_wording.when(meeting, today)
        when = Text(day, "title")
        when.setObjectName("meeting-day")
        name = NameButton(person.name, self.person_wanted.emit, "name-link", "meeting-person")
        name.setAccessibleDescription(self.tr("Opens this person's page"))
        pill = Pill(wording.state(meeting.state), hues.of_state(meeting.state))
        pill.setObjectName("meeting-state")
        who = Flow(gap=8)
        for part in (name, pill):
            who.addWidget(part)
        if meeting.planned and one.step is Step.PREPARED:
            ready = Pill(self.tr("Prepared"), "plain")
            ready.setObjectName("meeting-prepared")
            who.addWidget(ready)
        line = Text(_when_and_where(meeting, person, zone), "soft")
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
            ("prepare", ahead and not under_way, self.tr("Prepare")),
            ("plan-next", not planned, next_steps.to_plan(one)),
            ("note-more", meeting.state is State.HELD, self.tr("Add to your notes")),
            ("rest-month", _may_rest(one), self.tr("Let it rest a month")),
            ("missed", begun, self.tr("They did not come")),
            ("sheet", planned, self.tr("Cheat-sheet")),
            ("agree", ahead and meeting.state is State.PROPOSED, self._yes(meeting, given)),
            ("change", planned, self.tr("Change or reschedule")),
            ("held-after-all", meeting.state is State.MISSED, self.tr("It took place after all")),
        )
        file = self.tr("Cancellation (.ics)") if off else self.tr("Invitation (.ics)")
        if meeting.theirs:
            file = self.tr("Answer (.ics)")
        tells = not meeting.off_by_them if meeting.theirs else given.theirs
        rest = (
            ("start", over, talk),
            ("save-calendar", meeting.roughly is Roughly.NOT, self.tr("Calendar file (.ics)")),
            ("save-invitation", planned or (off and tells), file),
        )
        return self._made(most, "primary", ""), self._made(rest, "quiet", "quiet")

    def _yes(self, meeting: Meeting, given: Given) -> str:
        mine = meeting.theirs and not given.counters
        return self.tr("Say yes") if mine else self.tr("They said yes")

    def _off(self, meeting: Meeting) -> list[QPushButton]:
        """Calling it off, and by whom."""
        if not meeting.planned:
            return []
        off = OffChoice(self.tr("Call it off"), look="quiet")
        off.called_off.connect(self.called_off)
        return list(off.parts)

    def _who(self, meeting: Meeting) -> list[QWidget]:
        """Who called it off, where nobody said so."""
        if meeting.state is not State.CANCELLED or meeting.called_off:
            return []
        asked = Text(self.tr("Who called it off?"), "soft", wrap=False)
        asked.setObjectName("who-called-off")
        chips = [
            button(self.tr("They did"), self._on_them, "chip", "off-them"),
            button(self.tr("I did"), self._on_me, "chip", "off-me"),
        ]
        asked.setMinimumHeight(chips[0].sizeHint().height())  # level with their words
        return [asked, *chips]

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

    def _on_them(self) -> None:
        self.called_off.emit(CalledOff.THEM)

    def _on_me(self) -> None:
        self.called_off.emit(CalledOff.ME)

    def _on_pressed(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.acted.emit(pressed.objectName())


def _may_rest(one: MeetingWith) -> bool:
    """Whether somebody who could not make it is not put off for longer already."""
    fell_through = one.meeting.state is State.MISSED or one.meeting.off_by_them
    return one.last and fell_through and one.person.rests_until is None


def _when_and_where(meeting: Meeting, person: Person, zone: str) -> str:
    """The times, whose clocks show them where not the user's, the guest's own, and the place."""
    if meeting.roughly is not Roughly.NOT:
        return " · ".join(filter(None, (meeting.place, wording.talked(meeting.talked))))
    times = day_wording.from_to(meeting.starts, meeting.ends)
    there = day_wording.zone_time(meeting.zone) if meeting.zone != zone else ""
    theirs = for_them(meeting.starts, meeting.zone, person) if meeting.planned else ""
    talked = wording.talked(meeting.talked)
    return " · ".join(part for part in (times, there, theirs, meeting.place, talked) if part)
