"""Introductions under way: who, how far it is, and the next step as one button."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from planner.domain.introductions import Standing, Step, next_step
from planner.domain.people import Person
from planner.journeys.follow_ups_page import IntroductionOf
from ui import pair_wording
from ui.portraits import Portraits
from ui.widgets.layouts import button
from ui.widgets.pair_marks import PairMarks
from ui.widgets.text import Text

YES, NO = "yes", "no"


class IntroductionRow(QWidget):
    """One introduction.

    Signals:
        letters_wanted(object): the messages of this IntroductionOf.
        answered(object, int, bool): in this Introduction this person said yes, or no.
        outcome_wanted(object): note what came of this IntroductionOf.
    """

    letters_wanted = Signal(object)
    answered = Signal(object, int, bool)
    outcome_wanted = Signal(object)

    def __init__(
        self,
        one: IntroductionOf,
        today: date,
        portraits: Portraits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("introduction")
        self._one = one
        both = pair_wording.both(one.person, one.other)
        line = pair_wording.standing(one.introduction, one.person, one.other, today)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(both))
        if why := one.introduction.why:
            words.addWidget(Text(why[0].upper() + why[1:], "small"))
        told = Text(line, "small")
        told.setObjectName("standing")
        words.addWidget(told)
        step = self._step()
        step.setAccessibleName(f"{step.text().replace('&&', '&')}: {both}")
        middle = Qt.AlignmentFlag.AlignVCenter
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(10)
        across.addWidget(PairMarks(portraits, one.person, one.other), 0, middle)
        across.addLayout(words, 1)
        across.addWidget(step, 0, middle)

    def _step(self) -> QPushButton:
        """The button for what is to be done next."""
        one = self._one.introduction
        match next_step(one):
            case Step.ASK:
                who = self._one.other if one.person_asked else self._one.person
                words = self.tr("Ask {name}…").format(name=who.first_name)
                return button(words, self._on_letters, name="step")
            case Step.ANSWER:
                made = button(self.tr("Any answer?"), look="chip", name="step")
                made.setProperty("menu", "true")
                made.setMenu(self._answers(made))
                return made
            case Step.INTRODUCE:
                return button(self.tr("Introduce them…"), self._on_letters, name="step")
            case Step.OUTCOME:
                return button(self.tr("What came of it?"), self._on_outcome, name="step")
        words = {
            Standing.HELPED: self.tr("Helped"),
            Standing.NOTHING: self.tr("Nothing"),
        }.get(one.standing, self.tr("Declined"))
        return button(words, self._on_outcome, "chip", "step")

    def _answers(self, parent: QWidget) -> QMenu:
        one = self._one.introduction
        menu = QMenu(parent)
        waiting = [
            person
            for person in (self._one.person, self._one.other)
            if one.asked(person.id) and not one.agreed(person.id)
        ]
        for person in waiting:
            self._offer(menu, self.tr("{name} said yes"), person, YES)
        for person in waiting:
            self._offer(menu, self.tr("{name} would rather not"), person, NO)
        menu.addSeparator()
        letters = QAction(self.tr("The messages…"), menu)
        letters.setObjectName("letters")
        letters.triggered.connect(self._on_letters)
        menu.addAction(letters)
        return menu

    def _offer(self, menu: QMenu, words: str, person: Person, answer: str) -> None:
        name = person.first_name.replace("&", "&&")
        action = QAction(words.format(name=name), menu)
        action.setObjectName(f"{answer}-{'person' if person is self._one.person else 'other'}")
        action.setData((person.id, answer))
        action.triggered.connect(self._on_answer)
        menu.addAction(action)

    def _on_answer(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            person, answer = action.data()
            self.answered.emit(self._one.introduction, person, answer == YES)

    def _on_letters(self) -> None:
        self.letters_wanted.emit(self._one)

    def _on_outcome(self) -> None:
        self.outcome_wanted.emit(self._one)
