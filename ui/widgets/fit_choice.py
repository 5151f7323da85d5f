"""The user's own word on how well somebody fits: more, as it is, less, never."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from planner.domain.people import Fit
from planner.journeys.fit_questions import NEVER
from ui.widgets.said_choice import SaidChoice


class FitChoice(SaidChoice):
    """More, "" (as About me says), less or never, kept by say_fit of `fit_questions`, say.

    `name` is the person's.
    """

    def __init__(self, fit: Fit, let_go: bool, name: str, parent: QWidget | None = None) -> None:
        told = {
            Fit.MORE.value: (_tr("More like this"), _tr("Suggest {name} sooner")),
            Fit.UNSAID.value: (_tr("As is"), _tr("As About me says of {name}")),
            Fit.LESS.value: (_tr("Less"), _tr("Suggest {name} later")),
            NEVER: (_tr("Never"), _tr("Do not suggest {name} any more")),
        }
        super().__init__(
            "fit",
            _tr("How well {name} fits").format(name=name),
            {value: (words, of.format(name=name)) for value, (words, of) in told.items()},
            NEVER if let_go else fit.value,
            parent,
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("FitChoice", text)
