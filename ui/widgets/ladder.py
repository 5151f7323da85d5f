"""The ladder: five rungs, the one somebody stands on, and the step up that is proposed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.domain.debrief import Evidence, StepUp, StepWhy
from planner.domain.people import Stage
from ui import wording
from ui.widgets.layouts import Flow
from ui.widgets.text_button import TextButton


class Ladder(QWidget):
    """Each rung is a button that moves the person there; Left and Right go between them.

    `talks` counts the 1-2-1s held, which the proposal may tell as its evidence.

    Signals:
        moved(int): the person is to stand on the rung of this Stage value.
    """

    moved = Signal(int)

    def __init__(
        self, stage: Stage, step: StepUp | None, talks: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ladder")
        self._step = step
        rungs = QWidget()
        flow = Flow(rungs, gap=4)
        self._rungs = [_Rung(rung, stage) for rung in Stage]
        for rung in self._rungs:
            rung.clicked.connect(self._on_rung)
            rung.arrow.connect(self._on_arrow)
            flow.addWidget(rung)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(rungs)
        if step is not None:
            proposal = TextButton(
                self._proposal(step, talks), "soft", link=self.tr("Move up"), name="move-up"
            )
            proposal.clicked.connect(self._on_move_up)
            column.addWidget(proposal)

    def _proposal(self, step: StepUp, talks: int) -> str:
        """ "Ready for Liked? Two good talks." """
        ready = self.tr("Ready for {stage}?").format(stage=wording.stage(step.stage))
        if step.why is StepWhy.FIRST_TALK:
            return f"{ready} {self.tr('You had a first 1-2-1.')}"
        said = [self._said(evidence, talks) for evidence in step.evidence[:1]]
        return " ".join((ready, *said))

    def _said(self, evidence: Evidence, talks: int) -> str:
        """Nobody's gender is known, so the sentences do without pronouns."""
        return {
            Evidence.ENJOYED: (
                self.tr("Two good talks.")
                if talks == 2
                else self.tr("{count} good talks.").format(count=talks)
            ),
            Evidence.PERSONAL: self.tr("You know each other beyond work."),
            Evidence.OFFERED_HELP: self.tr("Offered help unasked."),
            Evidence.KEPT_PROMISE: self.tr("Kept a promise to you."),
            Evidence.CONFIDED: self.tr("Told you something in confidence."),
            Evidence.INTRODUCED: self.tr("Introduced you to somebody."),
            Evidence.REFERRED: self.tr("Passed you a referral."),
        }[evidence]

    def _on_rung(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, _Rung):
            self.moved.emit(int(pressed.rung))

    def _on_arrow(self, rung: int, step: int) -> None:
        place = rung + step
        if 0 <= place < len(self._rungs):
            self._rungs[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_move_up(self) -> None:
        if self._step is not None:
            self.moved.emit(int(self._step.stage))


class _Rung(QPushButton):
    """One rung, filled when the person stands on it or above.

    Signals:
        arrow(int, int): Left (-1) or Right (+1) was pressed on the rung of this Stage value.
    """

    arrow = Signal(int, int)

    def __init__(self, rung: Stage, stands_on: Stage) -> None:
        super().__init__(wording.stage(rung))
        self.rung = rung
        self.setObjectName(f"rung-{rung.name.lower()}")
        self.setProperty("look", "rung")
        self.setProperty("reached", "true" if rung <= stands_on else "false")
        if rung is stands_on:
            self.setAccessibleDescription(self.tr("Stands here"))
            self.setToolTip(self.tr("Stands here"))
        else:
            words = self.tr("Move to {stage}").format(stage=wording.stage(rung))
            self.setAccessibleDescription(words)
            self.setToolTip(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.arrow.emit(int(self.rung), steps[event.key()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
