"""The time of a walk: the clock on the wall and the one that counts the talk go together."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QApplication, QWidget

from tests.clocks import StandingClock
from ui.pages.conversation import ConversationPage
from ui.session import Session
from ui.stopwatch import LONGEST, Stopwatch


class TalkSeconds:
    """A clock that never goes back, and moves only when a walk moves it."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


SECONDS = TalkSeconds()  # the window builds its own pages, and so cannot be handed one


class TimedConversationPage(ConversationPage):
    """The conversation, its time passed by the walk."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent, seconds=SECONDS)


def let_pass(minutes: float, clock: StandingClock, window: QWidget) -> None:
    """Lets time pass as it does for a window that is awake, a few seconds at a time."""
    left = minutes * 60
    while left > 0:
        step = min(LONGEST, left)
        left -= step
        SECONDS.now += step
        clock.moment += timedelta(seconds=step)
        for watch in window.findChildren(Stopwatch):
            if watch.running:
                watch.ticked.emit()
    QApplication.processEvents()
