"""Takes the other time that a guest proposed, or leaves it, with Undo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.proposal import Proposal
from planner.errors import PlannerError
from planner.journeys.answer_proposal import keep_ours, proposal_for, take_proposal
from ui import plan_wording, proposal_wording
from ui.session import Session
from ui.taken_then import taken_then
from ui.widgets.proposal_strip import TAKE

translate = QCoreApplication.translate


def answer(session: Session, meeting: Meeting, person: Person, name: str) -> None:
    """Does what the strip's button of this name says."""
    try:
        (_take if name == TAKE else _keep)(session, meeting, person)
    except PlannerError as refusal:
        session.refused.emit(str(refusal))


def _keep(session: Session, meeting: Meeting, person: Person) -> None:
    """The guest waits for a word: it is drafted, and copied."""
    change, message = keep_ours(session.store, meeting.id)
    QGuiApplication.clipboard().setText(message)
    label = proposal_wording.kept(person)
    session.record(label, change, f"{label}. {proposal_wording.copied(person)}")


def _take(session: Session, meeting: Meeting, person: Person) -> None:
    proposal = proposal_for(session.store, meeting)
    change, _ = take_proposal(session.store, meeting.id, session.now())
    if proposal is not None:
        label = proposal_wording.taken(proposal, person, session.today(), session.zone)
        told = _means(session, meeting, proposal, person)
        session.record(label, change, " ".join((f"{label}.", *told)))


def _means(session: Session, meeting: Meeting, proposal: Proposal, person: Person) -> list[str]:
    """What the user should know of the new time."""
    clash = taken_then(session, proposal.starts_utc, proposal.minutes, but=meeting.id)
    words = translate("proposal", "Send {name} the updated invitation.")
    return [*filter(None, [clash]), words.format(name=plan_wording.called(person))]
