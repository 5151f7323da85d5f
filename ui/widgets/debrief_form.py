"""The debrief on the screen: its cards, and what the user wrote in them."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.conversation import Step
from planner.domain.debrief import Debrief
from planner.domain.debrief_draft import Draft
from planner.domain.meetings import State
from planner.domain.talk_time import Balance, balance
from planner.journeys.debrief_meeting import as_held
from planner.journeys.debrief_page import ToDebrief
from ui import day_wording, wording
from ui.widgets.columns import Columns
from ui.widgets.debrief_again import DebriefAgain
from ui.widgets.debrief_facts import DebriefFacts
from ui.widgets.debrief_ladder import DebriefLadder, Propose
from ui.widgets.debrief_promises import DebriefPromises
from ui.widgets.debrief_summary import DebriefShare, DebriefSummary
from ui.widgets.layouts import PAGE_MARGINS, Flow, Scrolled, at_most, button, clear, line, row
from ui.widgets.off_choice import OffChoice
from ui.widgets.text import Text

WIDEST = 1100  # pixels
FRESH_DAYS = 1  # how old a 1-2-1 may be to be fresh in the mind


class DebriefForm(QWidget):
    """Two columns of cards under a head, and a foot that is always in sight.

    Signals:
        changed(): the user wrote or chose something else.
        fact_back(Fact), promise_back(Promise): noted while talking, and to be taken back.
        talk_on_wanted(), missed(), cancelled(CalledOff): the ways out of the head.
        save_wanted(), later_wanted(): the ways out of the foot.
    """

    changed = Signal()
    fact_back = Signal(object)
    promise_back = Signal(object)
    talk_on_wanted = Signal()
    missed = Signal()
    cancelled = Signal(object)
    save_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling = False
        self._title = Text("", "title")
        self._title.setObjectName("debrief-title")
        self._line = Text("", "soft")
        self._line.setObjectName("debrief-line")
        self._talk_on = button(
            self.tr("Back to the conversation"), self.talk_on_wanted.emit, name="talk-on"
        )
        self._missed = button("", self.missed.emit, name="missed")
        self._off = OffChoice(self.tr("It was called off"), name="cancelled")
        self._off.called_off.connect(self.cancelled)
        self._summary = DebriefSummary()
        self._facts = DebriefFacts()
        self._promises = DebriefPromises(today)
        self._ladder = DebriefLadder()
        self._share = DebriefShare()
        self._again = DebriefAgain(today)
        self._asked = QVBoxLayout()
        self._lay_out()
        for part in (self._summary, self._facts, self._promises, self._ladder, self._again):
            part.changed.connect(self._on_changed)
        self._facts.taken_back.connect(self.fact_back)
        self._promises.taken_back.connect(self.promise_back)

    def begin(self) -> None:
        """To where the user writes first."""
        self._summary.setFocus()

    def show_debrief(self, shown: ToDebrief, propose: Propose, today: date, now: datetime) -> None:
        """Fills every card; `now` is UTC, naive."""
        self._filling = True
        person, draft = shown.person, shown.draft
        self._show_head(shown, today, now)
        self._summary.show_summary(draft.summary or shown.meeting.summary, shown.notes)
        drafts = dict(draft.facts)
        self._facts.show_facts(person, shown.offered, shown.learned, drafts, draft.added)
        self._promises.show_promises(
            person, today, shown.promises, shown.owed, draft.promises, draft.settled
        )
        self._ladder.show_ladder(person, propose, draft.evidence, draft.stage)
        shares = balance(shown.conversation) if shown.conversation else Balance(0, 0)
        self._share.show_share(shares, person)
        self._again.show_again(draft.again, draft.again_on, today)
        self._filling = False

    def ask(self, question: QWidget | None) -> None:
        """One more question beside what is asked of every 1-2-1; None for none."""
        clear(self._asked)
        if question is not None:
            self._asked.addWidget(question)

    def draft(self) -> Draft:
        """All that stands there, finished or not."""
        return Draft(
            summary=self._summary.summary(),
            facts=self._facts.drafts(),
            added=self._facts.added(),
            promises=self._promises.added(),
            settled=self._promises.settled(),
            evidence=self._ladder.evidence(),
            stage=self._ladder.chosen(),
            again=self._again.again(),
            again_on=self._again.words(),
        )

    def settle(self) -> bool:
        """Whether all can be kept as it stands; what cannot be is pointed out."""
        return all(part.settle() for part in (self._facts, self._promises, self._again))

    def debrief(self) -> Debrief:
        """What is to be kept."""
        return Debrief(
            summary=self._summary.summary(),
            facts=self._facts.kept(),
            promises=self._promises.added(),
            kept=self._promises.settled(),
            stage=self._ladder.stage(),
            meet_again=self._again.day(),
        )

    def _show_head(self, shown: ToDebrief, today: date, now: datetime) -> None:
        person, talk = shown.person, shown.conversation
        self._title.setText(self.tr("How did it go with {name}?").format(name=person.name))
        self._line.setText(self._line_of(shown, today, now))
        self._talk_on.setVisible(talk is not None and talk.step in (Step.TALKING, Step.DEBRIEF))
        unsaid = shown.meeting.planned and not (talk is not None and talk.asked)
        words = wording.with_name(self.tr("{name} did not come"), person)
        self._missed.setText(words.replace("&", "&&"))
        self._missed.setVisible(unsaid and shown.meeting.starts_utc <= now)
        self._off.offer(unsaid)

    def _line_of(self, shown: ToDebrief, today: date, now: datetime) -> str:
        """When it was, and what it counts as."""
        meeting = shown.meeting
        words = {
            State.HELD: self.tr("{when}, noted already. What you change here is added."),
            State.CANCELLED: self.tr("{when}, called off. If you save, it took place after all."),
            State.MISSED: self.tr("{when}, missed. If you save, it took place after all."),
        }.get(meeting.state, self._invites(meeting.starts.date(), today))
        ahead = meeting.planned and meeting.starts_utc > now
        if ahead and (shown.conversation is None or shown.conversation.started is None):
            words = self.tr("Planned for {when}. If you save, it took place today.")
        elif meeting.planned:
            meeting = as_held(meeting, shown.conversation, now)
        sentence = words.format(when=day_wording.moment(meeting.starts, today))
        return sentence[:1].upper() + sentence[1:]

    def _invites(self, day: date, today: date) -> str:
        if (today - day).days <= FRESH_DAYS:
            return self.tr("{when}. Three minutes, while it is fresh.")
        return self.tr("{when}. Three minutes for what you still remember.")

    def _on_changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _lay_out(self) -> None:
        choices = Flow(gap=8)
        for press in (self._talk_on, self._missed, *self._off.parts):
            choices.addWidget(press)
        columns = Columns()
        for side, cards in (
            (columns.first, (self._summary, self._promises, self._facts)),
            (columns.second, (self._again, self._ladder, self._share)),
        ):
            for card in cards:
                side.addWidget(card)
        columns.second.addLayout(self._asked)
        for side in (columns.first, columns.second):
            side.addStretch(1)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._line)
        head.addSpacing(8)
        head.addLayout(choices)
        scrolled = Scrolled()
        scrolled.body.addLayout(head)
        scrolled.body.addLayout(at_most(WIDEST, columns))
        scrolled.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled, 1)
        whole.addWidget(line())
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        """What ends it, always in sight."""
        save = button(self.tr("Save"), self.save_wanted.emit, "primary", "save-debrief")
        save.setToolTip(self.tr("Save ({key})").format(key="Ctrl+S"))
        for key in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(key), self, self.save_wanted.emit)
        later = button(self.tr("Later"), self.later_wanted.emit, "quiet", "later")
        later.setToolTip(self.tr("Back to Today; what you wrote waits here"))
        foot = QWidget()
        words = Text(self.tr("Saved in one go, and undone in one go."), "small")
        inner = row(words, later, save, gap=10)
        inner.setStretch(0, 1)
        inner.setContentsMargins(PAGE_MARGINS[0], 10, PAGE_MARGINS[2], 12)
        foot.setLayout(inner)
        return foot
