"""Moves a 1-2-1 to another time in the calendar, and says what that means, with Undo."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from planner.domain.meetings import Meeting
from planner.domain.moving import nudged, on_day
from planner.errors import PlannerError
from planner.journeys.move_meeting import Moved, move
from ui import plan_wording
from ui.planning import Pending
from ui.session import Session

# Presses of a key this close to each other are one move: Undo goes back to where it began.
ONE_MOVE = timedelta(seconds=8)


class Moving(QObject):
    """Walks the moves that a page's keys and mouse ask for."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._last = (0, datetime.min)  # the 1-2-1 moved last by keys, and when
        self._run = 0

    def to_day(self, meeting: Meeting, day: date) -> Moved | None:
        """By the mouse: the same time of day on another; None where it cannot be."""
        if day == meeting.starts.date():
            return None
        return self._move(meeting, on_day(meeting, day), "")

    def by_days(self, meeting: Meeting, days: int) -> Moved | None:
        """By keys: so many days on, or back below 0."""
        try:
            day = meeting.starts.date() + timedelta(days=days)
        except OverflowError:
            return None
        return self._move(meeting, on_day(meeting, day), self._run_of(meeting))

    def by_minutes(self, meeting: Meeting, minutes: int) -> Moved | None:
        """By keys: so many minutes later, or earlier below 0."""
        return self._move(meeting, nudged(meeting, minutes), self._run_of(meeting))

    def _run_of(self, meeting: Meeting) -> str:
        now = self._session.now()
        before, then = self._last
        if before != meeting.id or now - then > ONE_MOVE:
            self._run += 1
        self._last = (meeting.id, now)
        return f"move {meeting.id} {self._run}"

    def _move(self, meeting: Meeting, starts: datetime, run: str) -> Moved | None:
        session = self._session
        try:
            diary = session.diary.known()
            change, moved = move(session.store, meeting.id, starts, session.now(), diary)
        except PlannerError as refusal:
            session.refused.emit(str(refusal))
            return None
        label = plan_wording.changed(moved.person, Pending.TIME, moved.meeting.starts, session)
        session.record(label, change, " ".join((f"{label}.", *self._means(moved))), run)
        return moved

    def _means(self, moved: Moved) -> list[str]:
        """What the user should know of the new time, the weightiest first."""
        name, told = plan_wording.called(moved.person), []
        if moved.also:
            names = ", ".join(person.name for person in moved.also)
            told.append(self.tr("You are to meet {names} then as well.").format(names=names))
        if moved.taken:
            what = moved.taken[0].title
            told.append(
                self.tr("Your calendar has “{what}” then.").format(what=what)
                if what
                else self.tr("Your calendar is taken then.")
            )
        if moved.off:
            told.append(self.tr("That day is off: {day}.").format(day=moved.off))
        if moved.meeting.theirs:
            words = self.tr("{name} invited you: save the answer (.ics) to ask for it.")
            told.append(words.format(name=name))
        elif moved.proposed_again:
            told.append(self.tr("It is a proposal again, until {name} says yes.").format(name=name))
        if moved.given.theirs_old and not moved.meeting.theirs:
            told.append(self.tr("{name} has an invitation for the old time.").format(name=name))
        return told
