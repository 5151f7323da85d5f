"""The user's own word on how often to keep in touch: more often, as usual, less often."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from planner.domain.learning import PACES
from planner.domain.people import Rhythm
from ui import warmth_wording
from ui.widgets.said_choice import SaidChoice


class RhythmChoice(SaidChoice):
    """The values of Rhythm, each with what follows from it; kept by `ui.keeping_in_touch`, say.

    `half_life` is how many days it takes, as usual, until half the warmth is gone; `name` is the
    person's.
    """

    def __init__(
        self, rhythm: Rhythm, half_life: float, name: str, parent: QWidget | None = None
    ) -> None:
        told = {
            Rhythm.OFTEN: _tr("More often"),
            Rhythm.USUAL: _tr("As usual"),
            Rhythm.SELDOM: _tr("Less often"),
        }
        super().__init__(
            "rhythm",
            _tr("How often to keep in touch with {name}").format(name=name),
            {
                said.value: (words, warmth_wording.half_gone(half_life * PACES[said]))
                for said, words in told.items()
            },
            rhythm.value,
            parent,
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("RhythmChoice", text)
