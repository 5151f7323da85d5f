"""What a debrief does on the side: sends the thank-you note, takes back what was kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from planner.domain.asks import Ask
from planner.domain.facts import Fact
from planner.domain.introductions import Introduction
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.journeys import keep_hold
from planner.journeys.follow_up import remove_promise
from planner.journeys.keep_people import remove_fact
from planner.journeys.write_to_guest import letter
from ui.mail import hand_over
from ui.session import Session

translate = QCoreApplication.translate


def copied(note: str) -> str:
    """Puts the note into the clipboard; what to say of it."""
    QGuiApplication.clipboard().setText(note)
    return translate("DebriefPage", "Copied. Paste it where you write to each other.")


def mailed(person: Person, note: str) -> str:
    """Gives the note to the mail program; what came of it, "" without an address."""
    mail = letter(person, translate("DebriefPage", "Thank you"), note)
    return "" if mail is None else hand_over(mail, note).words


def take_back(session: Session, kept: object) -> None:
    """What was kept hold of while talking is not to be kept after all."""
    if isinstance(kept, Promise):
        session.do(translate("DebriefPage", "Promise taken back"), remove_promise, kept.id)
    elif isinstance(kept, Fact):
        session.do(translate("DebriefPage", "Fact taken back"), remove_fact, kept.id)
    elif isinstance(kept, (Referral, Introduction, Ask)):
        session.do(translate("DebriefPage", "Taken back"), keep_hold.take_back, kept)
