"""What to remember of a 1-2-1, with what was noted to draw on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.conversation import Speaker
from planner.domain.people import Person
from planner.domain.talk_time import Balance
from planner.journeys.debrief_page import Note
from ui import guide_wording
from ui.widgets.growing_text import GrowingText
from ui.widgets.layouts import Card, clear
from ui.widgets.talk_balance import TalkBalance
from ui.widgets.text import Text


class DebriefSummary(Card):
    """One or two sentences, as one would tell a friend.

    Signals:
        changed(): the words are different.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What to remember"), parent)
        self.setObjectName("debrief-summary")
        self._words = GrowingText(self.tr("A sentence or two, as you would tell a friend"))
        self._words.setObjectName("summary")
        self._words.setAccessibleName(self.tr("What to remember"))
        self._words.textChanged.connect(self.changed)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(2)
        self.body.addWidget(self._words)
        self.body.addLayout(self._notes)
        self.setFocusProxy(self._words)

    def show_summary(self, summary: str, notes: Sequence[Note]) -> None:
        self._words.show_value(summary)
        clear(self._notes)
        if notes:
            self._notes.addSpacing(6)
            self._notes.addWidget(Text(self.tr("Your other notes"), "caps"))
        for note in notes:
            self._notes.addSpacing(4)
            if note.question:
                self._notes.addWidget(Text(note.question, "small"))
            self._notes.addWidget(Text(note.text))

    def summary(self) -> str:
        return self._words.value()


class DebriefShare(Card):
    """Who talked more, where the speaker was switched; hidden where it was not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who talked more"), parent)
        self.setObjectName("debrief-share")
        self._picture = TalkBalance()
        self._picture.setEnabled(False)
        self._words = Text("", "soft")
        self.body.addWidget(self._picture)
        self.body.addWidget(self._words)

    def show_share(self, balance: Balance, person: Person) -> None:
        self.setVisible(balance.mine + balance.theirs > 0)
        self._picture.show_balance(balance, Speaker.NOBODY, person)
        self._words.setText(guide_wording.share(balance, person))
