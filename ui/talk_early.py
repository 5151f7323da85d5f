"""Whether a 1-2-1 that is planned for much later is really to be talked now."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from planner.domain.meetings import Meeting
from ui import day_wording
from ui.session import Session

translate = QCoreApplication.translate


def talk_now(session: Session, window: QWidget, meeting: Meeting) -> bool:
    """Asks when its time is still far; there is nothing to ask otherwise."""
    if not meeting.still_far(session.now()):
        return True
    from ui import asking  # here, as few 1-2-1s are talked early, and Today imports this

    when = day_wording.moment(meeting.starts, session.today())
    words = translate("talk", "It is planned for {when}. Talk now instead?")
    return asking.ask(
        window,
        translate("talk", "Start conversation"),
        words.format(when=when),
        translate("talk", "Talk now"),
        translate("talk", "Not now"),
        enter_means=False,
    )
