"""What cannot be used of a question library or of a file, a sentence each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.country import grouped
from ui.widgets.layouts import Card, Scrolled, clear
from ui.widgets.text import LeadText, Text

MOST = 100  # told one by one: nobody reads more, and thousands would hold the window up


class QuestionProblems(Scrolled):
    """Where it stands in bold, then the reason; the arrow keys scroll it."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems-told")
        self.setAccessibleName(self.tr("What cannot be used"))
        self.setProperty("look", "read")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # for the arrow keys to scroll it
        self.body.setContentsMargins(0, 0, 0, 0)
        self._title = title

    def show_problems(self, problems: Sequence[str]) -> None:
        """These sentences; of very many the first."""
        clear(self.body)
        card = Card(self._title)
        for sentence in problems[:MOST]:
            where, found, reason = sentence.partition(": ")
            said = LeadText(f"{where}:" if found else "", reason if found else where, "gold")
            said.setObjectName("question-problem")
            card.body.addWidget(said)
        if more := len(problems[MOST:]):
            one, several = self.tr("and 1 more"), self.tr("and {count} more")
            told = Text((one if more == 1 else several).format(count=grouped(more)), "soft")
            told.setObjectName("more-problems")
            card.body.addWidget(told)
        self.body.addWidget(card)
        self.body.addStretch(1)
