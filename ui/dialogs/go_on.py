"""At the start: a conversation was cut short. Go on, note how it went, or leave it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.domain.conversation import Step
from planner.journeys.debrief_meeting import as_held
from planner.journeys.go_on_talking import CutShort, cut_short, leave
from ui import day_wording
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import Flow, button
from ui.widgets.text import Text

WIDTH = 460  # pixels
STILL_ON = timedelta(hours=1)  # past its end, after which nobody still sits there


class GoOnDialog(QDialog):
    """One question with three answers; closing it answers nothing, and it is asked again."""

    def __init__(self, session: Session, cut: CutShort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("go-on-dialog")
        self.setWindowTitle(self.tr("A conversation was cut short"))
        self.setMinimumWidth(WIDTH)
        self._session = session
        self._cut = cut
        self.route: Route | None = None
        debrief_first = cut.conversation.step is Step.DEBRIEF or self._over()
        go_on = button(self.tr("Go on talking"), self._on_go_on, name="go-on")
        note = button(self.tr("Note how it went"), self._on_note, name="note-how-it-went")
        left = button(self.tr("Leave it"), self._on_leave, "quiet", "leave-it")
        first = note if debrief_first else go_on
        first.setProperty("look", "primary")
        first.setDefault(True)
        first.setFocus()

        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 18)
        column.setSpacing(8)
        name = Text(self._head(), "name")
        name.setObjectName("go-on-head")
        column.addWidget(name)
        words = Text(self._words(), "soft")
        words.setObjectName("go-on-words")
        column.addWidget(words)
        column.addSpacing(10)
        answers = Flow(gap=8)
        for press in (note, go_on, left) if debrief_first else (go_on, note, left):
            answers.addWidget(press)
        column.addLayout(answers)
        column.addStretch(1)
        self.resize(WIDTH, column.totalHeightForWidth(WIDTH))

    def _over(self) -> bool:
        """Whether the two have surely parted by now."""
        started = self._cut.conversation.started
        if started is None:
            return True
        planned = timedelta(minutes=self._cut.meeting.minutes)
        return self._session.now() > started + planned + STILL_ON

    def _head(self) -> str:
        if self._cut.conversation.step is Step.DEBRIEF:
            words = self.tr("How did it go with {name}?")
        else:
            words = self.tr("You were talking with {name}")
        return words.format(name=self._cut.person.name)

    def _words(self) -> str:
        """When it was, how far it had come, and that nothing is lost."""
        cut = self._cut
        held = as_held(cut.meeting, cut.conversation, self._session.now())
        when = day_wording.moment(held.starts, self._session.today())
        when = when[:1].upper() + when[1:]
        minutes = cut.conversation.elapsed // 60
        if minutes:
            when = self.tr("{when}, {minutes} min in").format(when=when, minutes=minutes)
        kept = self.tr("{when}. Everything you noted is kept.")
        if not cut.notes:
            kept = self.tr("{when}. The question you were at is kept.")
        return kept.format(when=when)

    def _on_go_on(self) -> None:
        self._choose(Where.CONVERSATION)

    def _on_note(self) -> None:
        self._choose(Where.DEBRIEF)

    def _on_leave(self) -> None:
        self._session.keep(leave, self._cut.conversation)
        self.accept()

    def _choose(self, where: Where) -> None:
        meeting = self._cut.meeting
        self.route = Route(where, person=meeting.person, meeting=meeting.id)
        self.accept()


def offer_to_go_on(session: Session, parent: QWidget | None) -> Route | None:
    """Where to go when a conversation was cut short; None for nowhere, or when there is none.

    One that was left is not offered again until somebody has gone on with it; it waits among the
    1-2-1s to be noted.
    """
    cut = cut_short(session.store)
    if cut is None:
        return None
    dialog = GoOnDialog(session, cut, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.route
