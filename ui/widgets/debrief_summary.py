"""What to remember of a 1-2-1, with what was noted to draw on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.conversation import Speaker
from planner.domain.meetings import TalkedMore
from planner.domain.people import Person
from planner.domain.talk_time import Balance
from planner.journeys.debrief_page import Note
from ui import guide_wording, wording
from ui.widgets.growing_text import GrowingText
from ui.widgets.layouts import Card, button, clear, row
from ui.widgets.segments import Segments
from ui.widgets.talk_balance import TalkBalance
from ui.widgets.text import Text


class DebriefSummary(Card):
    """One or two sentences, as one would tell a friend.

    Signals:
        changed(): the words are different.
        fact_wanted(str): what was noted here is to be a fact.
    """

    changed = Signal()
    fact_wanted = Signal(str)

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
            keep = button(self.tr("+ Fact"), self._on_fact, "chip", "note-to-fact")
            keep.setProperty("note", note.text)
            keep.setAccessibleName(self.tr("Keep as a fact: {note}").format(note=note.text))
            beside = row(Text(note.text), keep)
            beside.setStretch(0, 1)
            beside.setAlignment(keep, Qt.AlignmentFlag.AlignTop)
            self._notes.addLayout(beside)

    def summary(self) -> str:
        return self._words.value()

    def _on_fact(self) -> None:
        pressed = self.sender()
        if pressed is not None:
            self.fact_wanted.emit(str(pressed.property("note")))


class DebriefShare(Card):
    """Who talked more: as the clock has it, or as the user says.

    Signals:
        changed(): the user says otherwise.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who talked more?"), parent)
        self.setObjectName("debrief-share")
        self._told_by_clock = TalkedMore.UNKNOWN
        self._chosen: TalkedMore | None = None
        self._who = Segments(
            "talked",
            (
                (TalkedMore.ME, self.tr("I did")),
                (TalkedMore.EVEN, self.tr("About even")),
                (TalkedMore.THEM, "…"),
                (TalkedMore.UNKNOWN, self.tr("Not sure")),
            ),
        )
        self._who.finished.connect(self._on_chosen)
        self._picture = TalkBalance()
        self._picture.setEnabled(False)
        self._words = Text("", "soft")
        self._words.setObjectName("share-told")
        for part in (self._who, self._picture, self._words):
            self.body.addWidget(part)

    def show_share(
        self, balance: Balance, person: Person, told: TalkedMore, chosen: TalkedMore | None
    ) -> None:
        """`told` is what the clock says, or was said before; `chosen` the user's own word."""
        self._told_by_clock, self._chosen = told, chosen
        self._who.say(TalkedMore.THEM, wording.with_name(self.tr("{name} did"), person))
        self._who.show_value(told if chosen is None else chosen)
        self._picture.setVisible(balance.telling)
        self._words.setVisible(balance.counted)
        self._picture.show_balance(balance, Speaker.NOBODY, person)
        self._words.setText(guide_wording.share(balance, person))

    def chosen(self) -> TalkedMore | None:
        """The user's own word; None where the clock's holds."""
        return self._chosen

    def talked(self) -> TalkedMore:
        return self._told_by_clock if self._chosen is None else self._chosen

    def _on_chosen(self) -> None:
        self._chosen = TalkedMore(self._who.value())
        self.changed.emit()
