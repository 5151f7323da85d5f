"""Calling a 1-2-1 off, by whom."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.domain.meetings import CalledOff, Meeting
from planner.domain.people import Person
from planner.journeys.plan_meeting import cancel
from ui import plan_wording
from ui.session import Session

translate = QCoreApplication.translate


def label(person: Person, by: CalledOff) -> str:
    """What is said once it is done, and what the step is called that undoes it."""
    words = {
        CalledOff.THEM: translate("calling off", "{name} called it off"),
        CalledOff.ME: translate("calling off", "You called the 1-2-1 with {name} off"),
    }.get(by, translate("calling off", "1-2-1 with {name} called off"))
    return words.format(name=plan_wording.called(person))


def call_off(session: Session, meeting: Meeting, person: Person, by: CalledOff) -> None:
    """Calls it off, with Undo."""
    session.do(label(person, by), cancel, meeting.id, session.now(), by)
