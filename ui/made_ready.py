"""What is likely to be opened next, made ready while nobody waits for it."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from planner.journeys.question_library import ours
from ui.background import Job, run

PAUSE = 60  # milliseconds between two steps, in which the window answers to the user

# What pages and dialogs are made of, what is wanted soonest first. Each is imported by itself, for
# at most 40 ms: a page with all its parts would hold the window up for over 100.
PARTS = (
    "planner.journeys.person_page",
    "ui.widgets.people_list",
    "ui.widgets.person_acts",
    "ui.widgets.person_view",
    "ui.pages.people",
    "ui.widgets.prepare_cards",
    "ui.pages.prepare",
    "ui.pages.conversation",
    "ui.pages.debrief",
    "ui.widgets.meeting_list",
    "ui.widgets.meeting_view",
    "ui.pages.meetings",
    "ui.pages.plan",
    "ui.pages.questions",
    "ui.pages.follow_ups",
    "ui.pages.events",
    "ui.dialogs.search",
)


class MadeReady(QObject):
    """Imports one part after the other, until its window ends, and reads the question library."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self.setObjectName("made-ready")
        self._left = list(PARTS)
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._one_step)

    @property
    def over(self) -> bool:
        """Whether all is ready."""
        return not self._timer.isActive()

    def begin(self) -> None:
        run(_read_questions)
        self._timer.start()

    def _one_step(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
        else:
            self._timer.stop()


def _read_questions(job: Job) -> None:
    ours()
