"""Where one is on a short way: quiet numbers, the one in hand marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.widgets.text import Text

DOT = 22  # pixels across, before the text grows
DASH = 28  # pixels between one step's words and the next number


class StepMarks(QWidget):
    """Numbers with a word or two each; those behind have a tick, the one in hand is filled."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step-marks")
        self._steps = tuple(steps)
        self._marks = [_Mark(number) for number in range(1, len(steps) + 1)]
        self._words = [Text(step, "soft", wrap=False) for step in steps]
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        for mark, words in zip(self._marks, self._words, strict=True):
            inner.addWidget(mark)
            inner.addWidget(words)
            if mark is not self._marks[-1]:
                inner.addSpacing(DASH)

    def show_step(self, at: int) -> None:
        """`at` counts from 0."""
        self.setAccessibleName(
            self.tr("Step {number} of {count}: {step}").format(
                number=at + 1, count=len(self._steps), step=self._steps[at]
            )
        )
        for number, (mark, words) in enumerate(zip(self._marks, self._words, strict=True)):
            mark.show_state(done=number < at, here=number == at)
            words.setProperty("look", "strong" if number == at else "soft")
            words.style().unpolish(words)
            words.style().polish(words)


class _Mark(QWidget):
    """One number in its circle."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._done = self._here = False

    def show_state(self, *, done: bool, here: bool) -> None:
        self._done, self._here = done, here
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = ("pine", "on_pine") if self._here else ("pine_ground", "pine_text")
        if not (self._here or self._done):
            ground, ink = "line", "soft"
        across = self.sizeHint().width()
        area = QRectF(0, (self.height() - across) / 2, across, across)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(ground))
        painter.drawEllipse(area)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        text = "✓" if self._done else str(self._number)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def sizeHint(self) -> QSize:
        across = max(DOT, self.fontMetrics().height() + 6)
        return QSize(across, across)
