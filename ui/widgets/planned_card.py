"""That a 1-2-1 is planned, for when, and what can become of it; or that it is over."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.meetings import Meeting, State
from planner.domain.people import Person
from planner.journeys.given_files import Given
from ui import day_wording, hues, wording
from ui.plan_wording import for_them
from ui.widgets.layouts import Card, Flow, button, dress
from ui.widgets.off_choice import OffChoice
from ui.widgets.old_files import OldFiles
from ui.widgets.text import Pill, Text


class PlannedCard(Card):
    """When and where, how it stands, and the few things to say of it.

    Signals:
        agreed(): the guest said yes.
        move_wanted(): another time is to be chosen.
        cancelled(object): it is called off, by this CalledOff.
        another_wanted(): plan one more with the same person.
        file_wanted(bool): write the calendar file again; True for the guest's.
    """

    agreed = Signal()
    move_wanted = Signal()
    cancelled = Signal(object)
    another_wanted = Signal()
    file_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("planned")
        self.setProperty("accent", "true")
        self._when = Text("", "name")
        self._when.setObjectName("planned-when")
        self._where = Text("", "soft")
        self._where.setObjectName("planned-where")
        self._pill = Pill("")
        self._pill.setObjectName("planned-state")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._when, 1)
        head.addWidget(self._pill)
        self._old = OldFiles()
        self._old.wanted.connect(self.file_wanted)
        self._agree = button(self.tr("They said yes"), self.agreed.emit, name="agree")
        self._move = button(self.tr("Reschedule"), self.move_wanted.emit, name="reschedule")
        self._off = OffChoice(self.tr("Call it off"))
        self._off.called_off.connect(self.cancelled)
        self._another = button(
            self.tr("Plan another"), self.another_wanted.emit, "quiet", "plan-another"
        )
        acts = Flow(gap=8)
        for part in (self._agree, self._move, *self._off.parts, self._another):
            acts.addWidget(part)
        self.body.addLayout(head)
        self.body.addWidget(self._where)
        self.body.addWidget(self._old)
        self.body.addSpacing(2)
        self.body.addLayout(acts)

    def show_meeting(
        self, meeting: Meeting, person: Person, given: Given, year: int, *, choosing: bool
    ) -> None:
        """Shows how it stands; `year` is the one in which a day needs no year beside it.

        `choosing` while the times are open to choose another from.
        """
        self._when.setText(self._words(meeting, year))
        length = self.tr("{count} minutes").format(count=meeting.minutes)
        theirs = for_them(meeting.starts, meeting.zone, person) if meeting.planned else ""
        where = [part for part in (theirs, meeting.place, length) if part]
        self._where.setText(" · ".join(where))
        self._pill.setText(wording.state(meeting.state))
        dress(self._pill, hues.of_state(meeting.state), "pill")
        self._old.show_given(given, person, meeting.state, answered=meeting.theirs)
        mine = meeting.theirs and not given.counters
        self._agree.setText(self.tr("Say yes") if mine else self.tr("They said yes"))
        self._agree.setVisible(meeting.state is State.PROPOSED)
        self._move.setVisible(meeting.planned and not choosing)
        self._off.offer(meeting.planned)
        dress(self._another, "quiet" if meeting.planned else "primary")

    def _words(self, meeting: Meeting, year: int) -> str:
        when = self.tr("{day}, {times}").format(
            day=day_wording.full_day(meeting.starts.date(), year),
            times=day_wording.from_to(meeting.starts, meeting.ends),
        )
        words = {
            State.CANCELLED: self.tr("Called off: {when}"),
            State.HELD: self.tr("Held on {when}"),
            State.MISSED: self.tr("Missed: {when}"),
        }.get(meeting.state, self.tr("Planned for {when}"))
        return words.format(when=when)
