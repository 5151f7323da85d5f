"""What else is on at a time that somebody proposes or invites to, in words."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from planner.domain.incoming import Act, Finding
from planner.domain.times_of import planned_minutes
from planner.journeys.plan_times import clashes, on_then
from ui.session import Session

translate = QCoreApplication.translate

_WITH_A_TIME = (Act.COUNTER, Act.INVITE, Act.UPDATE, Act.PLAN)


def taken_then(
    session: Session, begins: datetime, minutes: int, *, but: int = 0, uid: str = ""
) -> str:
    """What is on from `begins` (UTC, naive), in a sentence; "" for nothing.

    The 1-2-1 `but` does not count, nor what the calendars have of it by its `uid`.
    """
    if also := clashes(session.store, begins, "UTC", minutes, but):
        words = translate("then", "You are to meet {names} then as well.")
        return words.format(names=", ".join(dict.fromkeys(person.name for _, person in also)))
    taken = on_then(session.store, session.diary.known(), begins, "UTC", minutes)
    first = next((one for one in taken if not uid or one.uid != uid), None)
    if first is None:
        return ""
    words = translate("then", "Your calendar has “{what}” then.")
    plain = translate("then", "Your calendar is taken then.")
    return words.format(what=first.title) if first.title else plain


def taken_at(session: Session, finding: Finding) -> str:
    """The same of the time that a calendar file says, before or after it was taken."""
    message, meeting = finding.message, finding.meeting
    begins = message.starts_utc
    if begins is None or not finding.can or finding.act not in _WITH_A_TIME:
        return ""
    minutes = planned_minutes(message, meeting.minutes if meeting is not None else 45)
    but = meeting.id if meeting is not None else 0
    return taken_then(session, begins, minutes, but=but, uid=message.uid)
