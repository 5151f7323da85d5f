"""The head of a debrief: with whom and when it was, and the ways out where it was not."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.conversation import Step
from planner.domain.meetings import Roughly, State
from planner.journeys.debrief_meeting import as_held
from planner.journeys.debrief_page import ToDebrief
from ui import day_wording, past_wording, wording
from ui.widgets.layouts import Flow, button
from ui.widgets.off_choice import OffChoice
from ui.widgets.text import Text

FRESH_DAYS = 1  # how old a 1-2-1 may be to be fresh in the mind


class DebriefHead(QWidget):
    """A title, a line below it, and what else may be said of a 1-2-1.

    Signals:
        talk_on_wanted(): it was finished too soon.
        missed(), cancelled(CalledOff): it did not take place.
    """

    talk_on_wanted = Signal()
    missed = Signal()
    cancelled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", "title")
        self._title.setObjectName("debrief-title")
        self._line = Text("", "soft")
        self._line.setObjectName("debrief-line")
        self._talk_on = button(
            self.tr("Back to the conversation"), self.talk_on_wanted.emit, name="talk-on"
        )
        self._missed = button("", self.missed.emit, name="missed")
        self._off = OffChoice(self.tr("It was called off"), name="cancelled")
        self._off.called_off.connect(self.cancelled)
        choices = Flow(gap=8)
        for press in (self._talk_on, self._missed, *self._off.parts):
            choices.addWidget(press)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addSpacing(8)
        column.addLayout(choices)

    def show_debrief(self, shown: ToDebrief, today: date, now: datetime) -> None:
        """`now` is UTC, naive."""
        person, talk = shown.person, shown.conversation
        words = self.tr("How did it go with {name}?")
        if shown.past:
            words = self.tr("A past 1-2-1 with {name}")
        self._title.setText(words.format(name=person.name))
        self._line.setText(self._line_of(shown, today, now))
        self._talk_on.setVisible(talk is not None and talk.step in (Step.TALKING, Step.DEBRIEF))
        unsaid = shown.meeting.planned and not (talk is not None and talk.asked)
        words = wording.with_name(self.tr("{name} did not come"), person)
        self._missed.setText(words.replace("&", "&&"))
        self._missed.setVisible(unsaid and shown.meeting.starts_utc <= now)
        self._off.offer(unsaid)

    def _line_of(self, shown: ToDebrief, today: date, now: datetime) -> str:
        """When it was, and what it counts as."""
        if shown.past:
            return self.tr("As much as you remember. It counts in your history together.")
        meeting = shown.meeting
        words = {
            State.HELD: self.tr("{when}, noted already. What you change here is added."),
            State.CANCELLED: self.tr("{when}, called off. If you save, it took place after all."),
            State.MISSED: self.tr("{when}, missed. If you save, it took place after all."),
        }.get(meeting.state, self._invites(meeting.starts.date(), today))
        ahead = meeting.planned and meeting.starts_utc > now
        if ahead and (shown.conversation is None or shown.conversation.started is None):
            words = self.tr("Planned for {when}. If you save, it took place today.")
        elif meeting.planned:
            meeting = as_held(meeting, shown.conversation, now)
        when = day_wording.moment(meeting.starts, today)
        if meeting.roughly is not Roughly.NOT:
            when = past_wording.when(meeting, today)
        sentence = words.format(when=when)
        return sentence[:1].upper() + sentence[1:]

    def _invites(self, day: date, today: date) -> str:
        if (today - day).days <= FRESH_DAYS:
            return self.tr("{when}. Three minutes, while it is fresh.")
        return self.tr("{when}. Three minutes for what you still remember.")
