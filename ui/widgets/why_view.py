"""Why one person stands where they do: every part of the index, and what can be changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.suggestions import half_life
from planner.domain.weighing import Part, Place, Weight
from planner.journeys.explain_suggestion import Explained
from ui import index_wording, reason_wording, warmth_wording, wording
from ui.widgets.fit_choice import FitChoice
from ui.widgets.ladder import Ladder
from ui.widgets.layouts import Flow, line, row
from ui.widgets.rhythm_choice import RhythmChoice
from ui.widgets.share_bar import ShareBar
from ui.widgets.text import LeadText, Pill, Text

HUES = {
    Part.STEP: "blue",
    Part.COOLING: "ember",
    Part.PROMISE: "gold",
    Part.FIT: "pine",
    Part.CHANCE: "pine",
}
LOWERS = "ember"  # the colour of what is below nought


class WhyView(QWidget):
    """The whole index of one person in words and bars.

    Signals:
        fit_said(str): the user's word on the fit: "more", "", "less" or "never".
        moved(int): to the rung of this Stage value.
        rhythm_said(str): how often to keep in touch, a Rhythm value.
    """

    fit_said = Signal(str)
    moved = Signal(int)
    rhythm_said = Signal(str)

    def __init__(self, of: Explained, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why-view")
        self._of = of
        self._today = today
        self._place = Text("", "soft")
        self._place.setObjectName("why-place")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 14, 4)
        column.setSpacing(8)
        name = Text(of.person.name, "name")
        name.setObjectName("why-name")
        head = Flow(gap=8)
        head.addWidget(name)
        head.addWidget(Pill(wording.stage(of.person.stage)))
        column.addLayout(head)
        column.addWidget(self._place)
        self._begin(self.tr("Why a 1-2-1 now"))
        self._show_reasons()
        self._begin(
            self.tr("How much each thing counts"),
            self.tr(
                "Together they make 100%. The next step counts for nearly everybody, "
                "so the reasons tell what is special here."
            ),
        )
        for weight in of.added:
            self._show(weight)
        self._begin(
            self.tr("What raises or lowers it"),
            self.tr("Compared with somebody of whom this is not known"),
        )
        for weight in of.multiplied:
            self._show(weight, signed=True)
        self._begin(self.tr("What you can change"))
        self._offer()
        self._begin(self.tr("What is assumed"))
        for sentence in index_wording.assumed(of, today):
            self._tell(sentence, "assumed")
        column.addStretch(1)

    def show_place(self, now: Place, before: Place | None) -> None:
        """Where this person stands, once that is known."""
        words = index_wording.place(now, before) or index_wording.why_not(self._of.signals)
        self._place.setText(words)

    def _begin(self, title: str, about: str = "") -> None:
        column = self._column()
        column.addSpacing(4)
        column.addWidget(line())
        column.addWidget(Text(title, "heading"))
        if about:
            column.addWidget(Text(about, "small"))

    def _show(self, weight: Weight, *, signed: bool = False) -> None:
        name, sentence = (
            index_wording.name(weight.part),
            index_wording.sentence(weight.part, self._of, self._today),
        )
        share = index_wording.share(weight.share, signed=signed)
        hue = LOWERS if weight.share < 0 else HUES[weight.part]
        part = QWidget()
        part.setObjectName(f"part-{weight.part}")
        part.setAccessibleName(f"{name}: {share}. {sentence}")
        told, figure = Text(name, "strong"), Text(share, "strong", wrap=False)
        figure.setObjectName("share")
        below = Text(sentence, "soft")
        below.setObjectName("sentence")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(3)
        across = row(told, figure)
        across.setStretch(0, 1)
        column.addLayout(across)
        column.addWidget(ShareBar(weight.share, hue, signed=signed))
        column.addWidget(below)
        self._column().addWidget(part)

    def _show_reasons(self) -> None:
        """The reasons of the card, word for word."""
        for reason in self._of.reasons:
            lead, rest = reason_wording.reason(reason, self._of.person, self._today)
            told = LeadText(lead, rest, reason_wording.hue(reason), parent=self)
            told.setObjectName("why-reason")
            self._column().addWidget(told)

    def _offer(self) -> None:
        person = self._of.person
        fit = FitChoice(person.fit, person.let_go, person.name)
        fit.chosen.connect(self.fit_said)
        ladder = Ladder(person.stage, self._of.step, self._of.signals.meetings)
        ladder.moved.connect(self.moved)
        lasts = half_life(self._of.signals)
        rhythm = RhythmChoice(person.rhythm, lasts / self._of.signals.pace, person.name)
        rhythm.chosen.connect(self.rhythm_said)
        for words, part in (
            (self.tr("How well the two of you fit"), fit),
            (self.tr("Where the two of you stand"), ladder),
            (self.tr("How often to keep in touch"), rhythm),
        ):
            self._column().addWidget(Text(words, "soft"))
            self._column().addWidget(part)
        self._tell(f"{warmth_wording.half_gone(lasts)}.", "half-gone")

    def _tell(self, sentence: str, name: str) -> None:
        told = Text(sentence, "soft")
        told.setObjectName(name)
        self._column().addWidget(told)

    def _column(self) -> QVBoxLayout:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        return column
