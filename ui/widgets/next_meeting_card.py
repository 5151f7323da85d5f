"""The 1-2-1 that comes next, and those that wait for a word on how they went."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.domain.meetings import Meeting
from planner.domain.wall_time import wall_of
from planner.journeys.todays_page import NextMeeting
from ui import day_wording
from ui.routes import Route, Where
from ui.widgets.layouts import Card, Flow, button
from ui.widgets.text import Text


class NextMeetingCard(Card):
    """When by the clock in the user's `zone`, with whom and where, with what is needed for it.

    Signals:
        wanted(Route): start the conversation.
        prepare_wanted(Route): prepare it, or look at what is prepared.
        sheet_wanted(int, int): the cheat-sheet for (person, meeting).
    """

    wanted = Signal(Route)
    prepare_wanted = Signal(Route)
    sheet_wanted = Signal(int, int)

    def __init__(
        self,
        coming: NextMeeting,
        today: date,
        zone: str,
        *,
        primary: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName("next-meeting")
        self.setProperty("accent", "true")
        self._meeting = coming.meeting
        starts = wall_of(coming.meeting.starts_utc, zone)
        when = self.tr("{day}, {time}").format(
            day=day_wording.near_day(starts.date(), today),
            time=day_wording.clock_time(starts.time()),
        )
        if starts != coming.meeting.starts:
            when = self.tr("{when} ({there})").format(when=when, there=_there(coming.meeting))
        self.body.addWidget(Text(self.tr("Next 1-2-1 · {when}").format(when=when), "caps"))
        self.body.addWidget(Text(coming.person.name, "name"))
        where = [part for part in (coming.meeting.place, self._minutes()) if part]
        self.body.addWidget(Text(" · ".join(where), "soft"))
        words = self.tr("Go on talking") if coming.begun else self.tr("Start conversation")
        start = button(words, self._on_start, "primary" if primary else "", "start")
        sheet = button(self.tr("Cheat-sheet"), self._on_sheet, name="sheet")
        actions = Flow(gap=10)
        actions.addWidget(start)
        if not coming.begun:
            words = self.tr("Prepared ✓") if coming.prepared else self.tr("Prepare")
            prepare = button(words, self._on_prepare, name="prepare")
            if coming.prepared:
                prepare.setAccessibleName(self.tr("Prepared, look at it again"))
            actions.addWidget(prepare)
        actions.addWidget(sheet)
        self.body.addSpacing(4)
        self.body.addLayout(actions)

    def _minutes(self) -> str:
        return self.tr("{count} min").format(count=self._meeting.minutes)

    def _on_start(self) -> None:
        self.wanted.emit(
            Route(Where.CONVERSATION, person=self._meeting.person, meeting=self._meeting.id)
        )

    def _on_prepare(self) -> None:
        self.prepare_wanted.emit(
            Route(Where.PREPARE, person=self._meeting.person, meeting=self._meeting.id)
        )

    def _on_sheet(self) -> None:
        self.sheet_wanted.emit(self._meeting.person, self._meeting.id)


def _there(meeting: Meeting) -> str:
    """ "17:00 in Berlin": what clocks show where it is planned."""
    from planner.domain.spoken import spoken_zone  # few are planned in another zone

    words = QCoreApplication.translate("NextMeetingCard", "{time} in {town}")
    return words.format(time=day_wording.clock_time(meeting.starts), town=spoken_zone(meeting.zone))


class AwaitingCard(Card):
    """1-2-1s whose time is over and of which nothing is noted yet.

    Signals:
        wanted(Route): note how one went.
    """

    wanted = Signal(Route)

    def __init__(
        self, over: tuple[NextMeeting, ...], today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("How did it go?"), parent)
        self.setObjectName("awaiting")
        for one in over:
            day = day_wording.near_day(one.meeting.starts.date(), today)
            text = self.tr("{name}, {day}").format(name=one.person.name, day=day)
            note = _NoteButton(text, one)
            note.chosen.connect(self.wanted)
            self.body.addWidget(note)


class _NoteButton(QWidget):
    """A 1-2-1 that is over, with the button that opens its debrief."""

    chosen = Signal(Route)

    def __init__(self, text: str, one: NextMeeting) -> None:
        super().__init__()
        self._route = Route(Where.DEBRIEF, person=one.person.id, meeting=one.meeting.id)
        press = button(self.tr("Note it"), self._on_pressed, name="note-it")
        press.setAccessibleName(self.tr("Note how it went: {who}").format(who=text))
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addWidget(Text(text), 1)
        inner.addWidget(press)

    def _on_pressed(self) -> None:
        self.chosen.emit(self._route)
