"""The questions to open a 1-2-1 with, why just these, and the guide they come from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from planner.domain.people import Person
from planner.journeys.prepare_page import Opener, Preparation
from ui import guide_wording, preparing_wording
from ui.widgets.layouts import Card, button, clear, row
from ui.widgets.text import Text

WIDEST_TITLE = 28  # broad letters of a guide's title that the choice has room for


class OpenersCard(Card):
    """Three questions, each with another one to be had instead; above them the guide.

    Signals:
        another_wanted(str): another question in the place of the prompt of this id.
        guide_chosen(str): the guide of this id instead.
        afresh_wanted(): leave it to the program again.
    """

    another_wanted = Signal(str)
    guide_chosen = Signal(str)
    afresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("openers")
        heading = self.tr("Open with")
        self.setAccessibleName(heading)
        self.title.setText(heading)
        self.title.setWordWrap(False)
        self.title.show()
        self._guide = QComboBox()
        self._guide.setObjectName("prepare-guide")
        self._guide.setAccessibleName(self.tr("The guide for this 1-2-1"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._guide.setSizeAdjustPolicy(policy)
        self._guide.activated.connect(self._on_guide)
        self.body.addLayout(row(self.title, None, self._guide))
        self._why = Text("", "soft")
        self._why.setObjectName("guide-why")
        self.body.addWidget(self._why)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(12)
        self.body.addSpacing(4)
        self.body.addLayout(self._questions)
        self._balance = Text("", "small")
        self._balance.setObjectName("last-balance")
        self.body.addWidget(self._balance)
        self._afresh = button(
            self.tr("Choose afresh"), self.afresh_wanted.emit, "link", "choose-afresh"
        )
        self._afresh.setProperty("flush", "true")
        self._afresh.setToolTip(
            self.tr("Questions and guide by what is known now, and once more when you begin")
        )
        self.body.addLayout(row(self._afresh, None))

    def show_questions(self, shown: Preparation, today: date) -> None:
        """The questions as they stand."""
        with QSignalBlocker(self._guide):
            self._guide.clear()
            for guide in shown.guides:
                self._guide.addItem(guide.title, guide.id)
            longest = max((len(guide.title) for guide in shown.guides), default=0)
            self._guide.setMinimumContentsLength(min(longest, WIDEST_TITLE))
            chosen = shown.guide.id if shown.guide else ""
            self._guide.setCurrentIndex(self._guide.findData(chosen))
        self._guide.setEnabled(shown.ahead)
        self._why.setText(preparing_wording.guide(shown, today))
        clear(self._questions)
        for opener in shown.openers:
            made = _Question(opener, shown.person, today, changeable=shown.ahead)
            made.another_wanted.connect(self.another_wanted)
            self._questions.addWidget(made)
        words = preparing_wording.balance(shown)
        self._balance.setText(words)
        self._balance.setVisible(bool(words))
        self._afresh.setVisible(shown.prepared)

    def _on_guide(self) -> None:
        self.guide_chosen.emit(str(self._guide.currentData()))


class _Question(QWidget):
    """One question, below it why, and beside it the way to another."""

    another_wanted = Signal(str)

    def __init__(self, opener: Opener, person: Person, today: date, *, changeable: bool) -> None:
        super().__init__()
        self.setObjectName("opener")
        prompt = opener.choice.prompt
        self._prompt = prompt.id
        asked = Text(prompt.text, "strong")
        asked.setObjectName("opener-text")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(asked)
        reason = Text(guide_wording.reason(opener.choice, person, today) or prompt.why, "soft")
        reason.setObjectName("opener-why")
        words.addWidget(reason)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        inner.addLayout(words, 1)
        if changeable and opener.other:
            inner.addWidget(self._another(prompt.text), 0, Qt.AlignmentFlag.AlignTop)

    def _another(self, text: str) -> QPushButton:
        made = button(self.tr("Another"), self._on_another, "chip", "another")
        made.setAccessibleName(self.tr("Another question than: {question}").format(question=text))
        return made

    def _on_another(self) -> None:
        self.another_wanted.emit(self._prompt)
