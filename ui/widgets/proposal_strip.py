"""The other time that the guest of a 1-2-1 proposed, to take or to leave."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.domain.proposal import Proposal
from ui import plan_wording, proposal_wording
from ui.widgets.layouts import button, row
from ui.widgets.text import Text

TAKE, KEEP = "take-proposal", "keep-ours"


class ProposalStrip(QFrame):
    """When they would rather meet, what is on then (`taken`), what they wrote, and two buttons.

    Signals:
        acted(str): the button of this name was pressed, TAKE or KEEP.
    """

    acted = Signal(str)

    def __init__(
        self,
        proposal: Proposal,
        person: Person,
        today: date,
        zone: str,
        taken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("proposal")
        self.setProperty("look", "hint")
        words = Text(proposal_wording.proposed(proposal, person, today, zone), "strong")
        words.setObjectName("proposal-words")
        then = Text(taken, "alert")
        then.setObjectName("proposal-then")
        then.setVisible(bool(taken))
        comment = Text(f"“{proposal.comment}”" if proposal.comment else "")
        comment.setObjectName("proposal-comment")
        comment.setVisible(bool(proposal.comment))
        name = plan_wording.called(person)
        take = button(self.tr("Take it"), self._on_take, name=TAKE)
        meets = self.tr("Meets {name} at that time.").format(name=name)
        take.setAccessibleDescription(" ".join(filter(None, (meets, taken))))
        keep = button(self.tr("Keep ours"), self._on_keep, name=KEEP)
        keep.setToolTip(self.tr("Leaves the 1-2-1 as planned and copies a message that says so"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addWidget(words)
        column.addWidget(then)
        column.addWidget(comment)
        column.addLayout(row(take, keep, None))

    def _on_take(self) -> None:
        self.acted.emit(TAKE)

    def _on_keep(self) -> None:
        self.acted.emit(KEEP)
