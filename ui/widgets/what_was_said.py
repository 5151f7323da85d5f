"""What was noted in a conversation, to be read again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.journeys.debrief_page import Note
from ui.widgets.layouts import Card
from ui.widgets.text import Text

BETWEEN = 14  # pixels between an answer and the next question


class WhatWasSaid(Card):
    """Each question in a quiet line, and below it what was noted, as it was typed."""

    def __init__(self, notes: Sequence[Note], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What was said"), parent)
        self.setObjectName("what-was-said")
        self.body.setSpacing(BETWEEN)
        for note in notes:
            self.body.addLayout(self._said(note))

    def _said(self, note: Note) -> QVBoxLayout:
        question = Text(note.question or self.tr("A question no longer asked"), "soft")
        question.setObjectName("said-question")
        answer = Text(note.text)
        answer.setObjectName("said-answer")
        both = QVBoxLayout()
        both.setSpacing(2)
        both.addWidget(question)
        both.addWidget(answer)
        return both
