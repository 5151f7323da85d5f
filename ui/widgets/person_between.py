"""What is between the two: 1-2-1s to come, promises, what they look for, and referrals."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from planner.domain.asks import Ask
from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.domain.promises import Promise
from planner.domain.referrals import Outcome, Referral
from planner.journeys.follow_ups_page import IntroductionOf
from planner.journeys.person_page import PersonPage
from ui import day_wording, hues, pair_wording, wording
from ui.widgets.person_card import PersonCard, RecordButton
from ui.widgets.text import Pill, Text
from ui.widgets.text_button import TextButton
from ui.widgets.tick import Tick

KEPT_SHOWN = 3  # promises already kept that are shown before "Show all"
OUTCOME_HUES = {Outcome.PASSED: "gold", Outcome.WON: "pine", Outcome.LOST: "plain"}


class BetweenCard(PersonCard):
    """Open promises first, then the latest kept ones, then asks and referrals.

    Signals:
        promise_wanted(): note a promise.
        referral_wanted(): note a referral.
        ask_wanted(): note what they look for.
        ticked(object, bool): a Promise was kept or an Ask found, or it is open again.
        chosen(object): open this Promise, Ask, Introduction, Referral or Meeting.
        removed(object): forget this Promise, Ask, Introduction or Referral.
    """

    promise_wanted = Signal()
    referral_wanted = Signal()
    ask_wanted = Signal()
    ticked = Signal(object, bool)
    chosen = Signal(object)
    removed = Signal(object)

    def __init__(self, page: PersonPage, today: date) -> None:
        super().__init__("card-between", self.tr("Between you"))
        self._today = today
        self._namesakes = page.namesakes > 0
        self._offer_to_add()
        for meeting in page.planned:
            self._add(self._planned(meeting))
        kept = [promise for promise in page.promises if promise.done_on]
        self._more: list[QWidget] = []
        for promise in page.promises:
            made = self._promise(promise, page.person)
            self._add(made)
            if promise in kept[KEPT_SHOWN:]:
                made.hide()
                self._more.append(made)
        if self._more:
            words = self.tr("Show all {count} kept promises").format(count=len(kept))
            self._show_all = TextButton("", link=words, name="show-all-promises")
            self._show_all.clicked.connect(self._on_show_all)
            self.body.addWidget(self._show_all)
        for ask in page.asks:
            self._add(self._ask(ask, page.person))
        for one in page.introductions:
            self._add(self._introduction(one, page.person))
        for referral in page.referrals:
            self._add(self._referral(referral, page.person))
        noted = page.promises or page.asks or page.introductions or page.referrals
        if not (page.planned or noted):
            self.body.addWidget(Text(self.tr("Nothing promised or passed on yet"), "soft"))

    def _offer_to_add(self) -> None:
        plus = self.offer("add-between", self.tr("Note a promise, a referral, or an ask"), None)
        menu = QMenu(plus)
        for name, words, wanted in (
            ("add-promise", self.tr("A promise…"), self.promise_wanted),
            ("add-referral", self.tr("A referral…"), self.referral_wanted),
            ("add-ask", self.tr("Something they look for…"), self.ask_wanted),
        ):
            action = QAction(words, menu)
            action.setObjectName(name)
            action.triggered.connect(wanted.emit)
            menu.addAction(action)
        plus.setMenu(menu)

    def _add(self, made: QWidget) -> None:
        self.body.addWidget(made)

    def _open(
        self, record: object, text: str, name: str, *, aside: str = "", told: str = ""
    ) -> RecordButton:
        planned = isinstance(record, Meeting)
        made = RecordButton(
            record,
            text,
            name,
            opens=self.tr("Open…") if planned else self.tr("Change…"),
            removes="" if planned else self.tr("Remove"),
            aside=aside,
            told=told,
        )
        made.chosen.connect(self.chosen)
        made.removed.connect(self.removed)
        return made

    def _planned(self, meeting: Meeting) -> QWidget:
        when = day_wording.moment(meeting.starts, self._today)
        text = self.tr("1-2-1 {when}").format(when=when)
        if meeting.place:
            text = f"{text}, {meeting.place.partition(',')[0].strip()}"
        words = self._open(meeting, text, f"meeting-{meeting.id}")
        return _line(words, Pill(wording.state(meeting.state), hues.of_state(meeting.state)))

    def _promise(self, promise: Promise, person: Person) -> QWidget:
        late = promise.alarms(self._today)
        who = wording.direction(promise.mine, person, whole=self._namesakes)
        words = self._open(promise, promise.text, f"promise-{promise.id}", aside=who)
        due = wording.due(promise, self._today)
        pill = Pill(due, "ember" if late else "pine" if promise.done_on else "plain")
        kept = self.tr("Kept: {what}").format(what=f"{promise.text}, {due}")
        tick = Tick(promise, f"kept-{promise.id}", kept)
        tick.ticked.connect(self.ticked)
        return _line(words, pill, tick)

    def _ask(self, ask: Ask, person: Person) -> QWidget:
        name = person.name if self._namesakes else person.first_name
        who = self.tr("{name} is looking for this").format(name=name)
        words = self._open(ask, ask.text, f"ask-{ask.id}", aside=ask.came_of or who)
        state = self.tr("Found") if ask.done_on else self.tr("Looking")
        tick = Tick(ask, f"ask-kept-{ask.id}", self.tr("Found: {what}").format(what=ask.text))
        tick.ticked.connect(self.ticked)
        return _line(words, Pill(state, "pine" if ask.done_on else "blue"), tick)

    def _introduction(self, one: IntroductionOf, person: Person) -> QWidget:
        other = one.other if one.person.id == person.id else one.person
        words = self.tr("Introduction to {name}").format(name=other.name)
        told = pair_wording.standing(one.introduction, one.person, one.other, self._today)
        name = f"introduction-{one.introduction.id}"
        made = self._open(one.introduction, words, name, aside=told)
        return _line(made, Pill(self.tr("Under way"), "blue"))

    def _referral(self, referral: Referral, person: Person) -> QWidget:
        if referral.given:
            words = self.tr("Referral to {name}: {what}")
        else:
            words = self.tr("Referral from {name}: {what}")
        told = day_wording.short_day(referral.day, self._today) if referral.day else ""
        made = self._open(
            referral,
            words.format(
                name=person.name if self._namesakes else person.first_name, what=referral.what
            ),
            f"referral-{referral.id}",
            told=told,
        )
        result = wording.outcome(referral.outcome)
        if referral.value:
            result = f"{result}, {wording.money(referral.value)}"
        return _line(made, Pill(result, OUTCOME_HUES[referral.outcome]))

    def _on_show_all(self) -> None:
        for one in self._more:
            one.show()
        self._show_all.hide()


def _line(words: QWidget, pill: Pill, before: QWidget | None = None) -> QWidget:
    """A line of the card: a box perhaps, the words, and the pill at the right."""
    made = QWidget()
    across = QHBoxLayout(made)
    across.setContentsMargins(0, 0, 4, 0)
    across.setSpacing(0)
    if before is not None:
        across.addWidget(before, 0, Qt.AlignmentFlag.AlignTop)
    across.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
    across.addSpacing(8)
    across.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
    return made
