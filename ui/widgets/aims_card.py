"""What a 1-2-1 is for: what to learn, what to give, what to ask."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from planner.domain.wishes import Wish
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.layouts import Card
from ui.widgets.text import Text

LEAST = 150  # pixels a field needs to be read well beside others, at the normal text size
LINE = 16  # pixels a line is high at that size


class AimsCard(Card):
    """Three fields, side by side where there is room, filled with proposals to write over.

    Signals:
        wished(): one of them was edited and left.
    """

    wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What for"), parent)
        self.setObjectName("what-for")
        self.fields: dict[str, Field] = {}
        self._across = across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        across.setSpacing(12)
        for name, label, example in (
            ("learn", self.tr("LEARN"), self.tr("How they began")),
            ("give", self.tr("GIVE"), self.tr("An idea, a hand")),
            ("ask", self.tr("ASK"), self.tr("A tip, or nothing yet")),
        ):
            field = Field(name, label, GrowingText(example), label_look="caps")
            field.finished.connect(self._on_finished)
            self.fields[name] = field
            across.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(across)
        self._words = Text(self.tr("Proposed from what is known. Write over it freely."), "small")
        self._words.setObjectName("aims-proposed")
        self.body.addWidget(self._words)

    def show_wish(self, wish: Wish, *, proposed: bool) -> None:
        for name, value in (("learn", wish.learn), ("give", wish.give), ("ask", wish.ask)):
            self.fields[name].input.show_value(value)
        self._words.setVisible(proposed)

    def value(self) -> tuple[str, str, str]:
        """Learn, give and ask."""
        learn, give, ask = (
            " ".join(str(self.fields[name].input.value()).split())
            for name in ("learn", "give", "ask")
        )
        return learn, give, ask

    def _on_finished(self) -> None:
        self.wished.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least = len(self.fields) * LEAST * self.fontMetrics().height() // LINE
        beside = event.size().width() >= least
        direction = QBoxLayout.Direction
        self._across.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
