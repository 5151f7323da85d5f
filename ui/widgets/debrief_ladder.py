"""Where the two stand after a 1-2-1: what was seen, the rung it speaks for, the user's choice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from planner.domain.debrief import LIFTS, Evidence, StepUp
from planner.domain.people import Person, Stage
from ui import guide_wording, wording
from ui.widgets.ladder import Ladder
from ui.widgets.layouts import Card, clear
from ui.widgets.text import Text

# The step up that some evidence speaks for, if any.
Propose = Callable[[tuple[Evidence, ...]], StepUp | None]


class DebriefLadder(Card):
    """The ladder with the proposed step on it; a rung pressed is the user's own word.

    Signals:
        changed(): what was seen, or the rung chosen, is different.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where you two stand"), parent)
        self.setObjectName("debrief-ladder")
        self._person = Person()
        self._chosen: Stage | None = None
        self._propose: Propose = _nothing
        self._here: frozenset[Evidence] = frozenset()  # what the debrief shows of itself
        self._by_hand: frozenset[Evidence] = frozenset()
        self._not_seen: frozenset[Evidence] = frozenset()
        self._boxes: list[tuple[QCheckBox, Evidence]] = []
        self._rungs = QVBoxLayout()
        self._told = Text("", "soft")
        self._told.setObjectName("step-told")
        self._ask = Text(self.tr("What did you see?"), "small")
        self._seen = QVBoxLayout()
        self._seen.setSpacing(3)
        self.body.addLayout(self._rungs)
        self.body.addWidget(self._told)
        self.body.addWidget(self._ask)
        self.body.addLayout(self._seen)

    def show_ladder(
        self,
        person: Person,
        propose: Propose,
        evidence: Sequence[Evidence],
        chosen: Stage | None,
        unseen: Sequence[Evidence] = (),
    ) -> None:
        """`evidence` was ticked by hand and `unseen` unticked, `chosen` is the user's own word."""
        self._person, self._propose, self._chosen = person, propose, chosen
        self._by_hand, self._not_seen = frozenset(evidence), frozenset(unseen)
        clear(self._seen)
        self._boxes = []
        for one in LIFTS.get(person.stage, ()):
            box = QCheckBox(guide_wording.evidence(one, person).replace("&", "&&"))
            box.setObjectName(f"seen-{one}")
            box.setChecked(self._is_seen(one))
            box.clicked.connect(self._on_seen)
            self._boxes.append((box, one))
            self._seen.addWidget(box)
        self._ask.setVisible(bool(self._boxes))
        self._show_rungs()

    def show_here(self, here: Collection[Evidence]) -> None:
        """What is written beside speaks for itself: ticked, unless the user said otherwise."""
        if frozenset(here) == self._here:
            return
        self._here = frozenset(here)
        for box, one in self._boxes:
            box.setChecked(self._is_seen(one))
        self._show_rungs()

    def evidence(self) -> tuple[Evidence, ...]:
        """All that was seen."""
        return tuple(one for box, one in self._boxes if box.isChecked())

    def by_hand(self) -> tuple[Evidence, ...]:
        return tuple(one for one in Evidence if one in self._by_hand)

    def unseen(self) -> tuple[Evidence, ...]:
        """What was unticked by hand."""
        return tuple(one for one in Evidence if one in self._not_seen)

    def chosen(self) -> Stage | None:
        """The rung pressed by hand; None where the proposal holds."""
        return self._chosen

    def stage(self) -> Stage | None:
        """The rung to move to; None to stay."""
        step = self._propose(self.evidence())
        wanted = self._chosen if self._chosen is not None else step.stage if step else None
        return None if wanted is self._person.stage else wanted

    def _show_rungs(self) -> None:
        person, stage = self._person, self.stage()
        clear(self._rungs)
        ladder = Ladder(person.stage if stage is None else stage, None, 0)
        ladder.moved.connect(self._on_moved)
        self._rungs.addWidget(ladder)
        step = self._propose(self.evidence())
        name = person.first_name
        if stage is None:
            words = self.tr("{name} stays at {stage}.")
            self._told.setText(words.format(name=name, stage=wording.stage(person.stage)))
        elif step is not None and stage is step.stage:
            self._told.setText(guide_wording.step_up(step, person))
        else:
            words = self.tr("{name} moves to {stage} when you save.")
            self._told.setText(words.format(name=name, stage=wording.stage(stage)))

    def _is_seen(self, one: Evidence) -> bool:
        return one in self._by_hand or (one in self._here and one not in self._not_seen)

    def _on_seen(self) -> None:
        for box, one in self._boxes:
            if box is self.sender():
                there = {one}
                seen = box.isChecked()
                self._by_hand = self._by_hand | there if seen else self._by_hand - there
                self._not_seen = self._not_seen - there if seen else self._not_seen | there
        self._chosen = None
        self._show_rungs()
        self.changed.emit()

    def _on_moved(self, stage: int) -> None:
        self._chosen = Stage(stage)
        self._show_rungs()
        for rung in self.findChildren(QPushButton, f"rung-{Stage(stage).name.lower()}"):
            rung.setFocus()
        self.changed.emit()


def _nothing(_evidence: tuple[Evidence, ...]) -> StepUp | None:
    return None
