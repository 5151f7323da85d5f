"""Small forms for what two people do for each other: referrals, introductions and asks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from heapq import nsmallest

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from planner.domain.people import Person
from ui import wording
from ui.widgets.keep_form import WHOSE, TwoWayForm
from ui.widgets.layouts import Flow, button
from ui.widgets.text import Text

SHOWN = 3  # names offered at once
LETTERS = 22  # of a name on its chip


class ReferralForm(TwoWayForm):
    """Business passed on, whichever way, and about whom.

    Signals:
        kept(bool, str): did the user pass it on?, and about whom.
    """

    kept = Signal(bool, str)

    def __init__(self) -> None:
        super().__init__(
            "referral-form", "referral-whose", self.tr("From me"), self.tr("From {name}")
        )
        example = self.tr("About whom? Marsh Hotel, flowers for the lobby")
        self._what = self.line("referral-what", self.tr("About whom, and what for"), example)
        self.body.addWidget(self._what)

    def begun(self) -> bool:
        return bool(self._what.text().strip())

    def words(self) -> dict[str, str]:
        return {WHOSE: self.whose.value(), "what": self._what.text()}

    def fill(self, words: Mapping[str, str]) -> None:
        self.show_whose(words)
        self._what.setText(words.get("what", ""))

    def first_field(self) -> QLineEdit:
        return self._what

    def keep(self) -> bool:
        if self.wanting(self._what, self.tr("Write whom or what the referral is about.")):
            return False
        self.kept.emit(self.mine, self._what.text().strip())
        return True


class AskForm(TwoWayForm):
    """What one of the two looks for.

    Signals:
        kept(bool, str): is it the user's own?, and what.
    """

    kept = Signal(bool, str)

    def __init__(self) -> None:
        super().__init__(
            "ask-form", "ask-whose", self.tr("I look for"), self.tr("{name} looks for")
        )
        example = self.tr("for example a landlord with a short lease")
        self._text = self.line("ask-text", self.tr("What is looked for"), example)
        self.body.addWidget(self._text)

    def begun(self) -> bool:
        return bool(self._text.text().strip())

    def words(self) -> dict[str, str]:
        return {WHOSE: self.whose.value(), "text": self._text.text()}

    def fill(self, words: Mapping[str, str]) -> None:
        # Theirs at first: one listens longer than one asks.
        self.show_whose(words or {WHOSE: "theirs"})
        self._text.setText(words.get("text", ""))

    def first_field(self) -> QLineEdit:
        return self._text

    def keep(self) -> bool:
        if self.wanting(self._text, self.tr("Write what is looked for.")):
            return False
        self.kept.emit(self.mine, self._text.text().strip())
        return True


class IntroductionForm(TwoWayForm):
    """Whom the user brings the person together with, or the person the user, and what about.

    Signals:
        kept(bool, str, str): does the user introduce?, whom to, and why.
    """

    kept = Signal(bool, str, str)

    def __init__(self) -> None:
        super().__init__(
            "introduction-form",
            "introduction-whose",
            self.tr("I introduce {name}"),
            self.tr("{name} introduces me"),
        )
        self._person = Person()
        self._names: Collection[str] = ()
        self._whom = self.line("introduction-whom", self.tr("To whom"), self.tr("To whom?"))
        self._whom.textChanged.connect(self._on_whom)
        self._becomes = Text("", "small")
        self._becomes.setObjectName("introduction-becomes")
        example = self.tr("What about? They both sell to hotels")
        self._why = self.line("introduction-why", self.tr("What it is about"), example)
        self._offered = Flow(gap=5)
        self._chips = [button("", self._on_name, "chip", f"introduction-{n}") for n in range(SHOWN)]
        for chip in self._chips:
            chip.setAutoDefault(False)
            self._offered.addWidget(chip)
        self.body.addWidget(self._whom)
        self.body.addLayout(self._offered)
        self.body.addWidget(self._why)
        self.body.addWidget(self._becomes)
        self.whose.finished.connect(self._on_whom)

    def offer_names(self, person: Person, everybody: Callable[[], Collection[str]]) -> None:
        """Whom the user may mean, offered while writing; `everybody` gives the names."""
        self._person = person
        self._names = tuple(everybody())
        self._on_whom()

    def begun(self) -> bool:
        return bool(self._whom.text().strip() or self._why.text().strip())

    def words(self) -> dict[str, str]:
        return {WHOSE: self.whose.value(), "whom": self._whom.text(), "why": self._why.text()}

    def fill(self, words: Mapping[str, str]) -> None:
        self.show_whose(words)
        self._whom.setText(words.get("whom", ""))
        self._why.setText(words.get("why", ""))
        self._on_whom()

    def first_field(self) -> QLineEdit:
        return self._whom

    def turn(self) -> None:
        super().turn()
        self._on_whom()

    def keep(self) -> bool:
        if self.wanting(self._whom, self.tr("Write whom the introduction is to.")):
            return False
        self.kept.emit(self.mine, self._whom.text().strip(), self._why.text().strip())
        return True

    def _on_whom(self) -> None:
        """Offers whom it may be, and says what becomes of it: an introduction, or a promise."""
        name = " ".join(self._whom.text().split())
        known = {" ".join(one.split()).casefold() for one in self._names}
        is_known = self.mine and name.casefold() in known
        likely = [] if is_known or not (name and self.mine) else self._likely(name.casefold())
        for place, chip in enumerate(self._chips):
            self._offer(chip, likely[place] if place < len(likely) else "")
        if not name:
            words = ""
        elif not self.mine:
            words = wording.with_name(self.tr("Kept as a promise of {name}'s."), self._person)
        elif is_known:
            words = self.tr("Kept as an introduction, to be seen in Follow-ups.")
        else:
            words = self.tr("Not among your people yet, so it is kept as your promise.")
        self._becomes.setText(words)
        self._becomes.setVisible(bool(words))

    def _offer(self, chip: QPushButton, name: str) -> None:
        metrics = chip.fontMetrics()
        most = LETTERS * metrics.averageCharWidth()
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, most)
        chip.setText(shown.replace("&", "&&"))
        chip.setAccessibleName(name)
        chip.setProperty("name", name)
        chip.setVisible(bool(name))

    def _likely(self, typed: str) -> list[str]:
        """Whose name one begins to write: those it begins with first, then those it is within."""
        found = (one for one in self._names if typed in one.casefold())
        return nsmallest(SHOWN, found, key=lambda one: (one.casefold().find(typed), one))

    def _on_name(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._whom.setText(str(chip.property("name")))
            self._why.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The down arrow takes the first name that is offered."""
        first = self._chips[0]
        if event.key() == Qt.Key.Key_Down and self._whom.hasFocus() and first.isVisible():
            first.click()
        else:
            super().keyPressEvent(event)
