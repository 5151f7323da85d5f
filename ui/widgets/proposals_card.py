"""Other times that guests proposed, on Today: each waits for a word."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.journeys.answer_proposal import Waiting
from ui import answering_proposals, plan_wording, proposal_wording
from ui.routes import Route, Where
from ui.session import Session
from ui.taken_then import taken_then
from ui.widgets.layouts import Card, Flow, button, line
from ui.widgets.proposal_strip import KEEP, TAKE
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton

MOST = 3  # shown at once; the others stand on their 1-2-1s


class ProposalsCard(Card):
    """Who proposes what, what was planned, and the two answers.

    Signals:
        wanted(Route): look at the 1-2-1.
    """

    wanted = Signal(Route)

    def __init__(
        self, session: Session, found: tuple[Waiting, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.setObjectName("proposals")
        words = self.tr("Another time is proposed")
        self.setAccessibleName(words)
        self.body.addWidget(Text(words, "caps"))
        for number, one in enumerate(found[:MOST]):
            if number:
                self.body.addWidget(line())
            row = _Proposed(session, one)
            row.wanted.connect(self.wanted)
            self.body.addWidget(row)


class _Proposed(QWidget):
    """One of them.

    Signals:
        wanted(Route): look at the 1-2-1.
    """

    wanted = Signal(Route)

    def __init__(self, session: Session, waiting: Waiting) -> None:
        super().__init__()
        self.setObjectName("proposed")
        self._session = session
        self._waiting = waiting
        today, zone = session.today(), session.zone
        name = TextButton(waiting.person.name, name="proposed-who")
        name.clicked.connect(self._on_name)
        told = Text(proposal_wording.on_both_clocks(waiting.proposal, waiting.person, today, zone))
        told.setObjectName("proposed-when")
        so_far = Text(proposal_wording.instead_of(waiting.meeting, today, zone), "small")
        proposal = waiting.proposal
        taken = taken_then(session, proposal.starts_utc, proposal.minutes, but=waiting.meeting.id)
        then = Text(taken, "alert")
        then.setObjectName("proposed-then")
        then.setVisible(bool(taken))
        take = button(self.tr("Take it"), self._on_take, name=TAKE)
        keep = button(self.tr("Keep ours"), self._on_keep, "quiet", KEEP)
        keep.setToolTip(self.tr("Leaves the 1-2-1 as planned and copies a message that says so"))
        called = plan_wording.called(waiting.person)
        for made, words in (
            (take, self.tr("Take the time {name} proposes")),
            (keep, self.tr("Keep the time planned with {name}")),
        ):
            made.setAccessibleName(words.format(name=called))
        buttons = Flow(gap=8)
        buttons.addWidget(take)
        buttons.addWidget(keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (name, told, then, so_far):
            column.addWidget(part)
        column.addLayout(buttons)

    def _on_name(self) -> None:
        self.wanted.emit(Route(Where.MEETINGS, meeting=self._waiting.meeting.id))

    def _on_take(self) -> None:
        self._answer(TAKE)

    def _on_keep(self) -> None:
        self._answer(KEEP)

    def _answer(self, name: str) -> None:
        one = self._waiting
        answering_proposals.answer(self._session, one.meeting, one.person, name)
