"""The debrief: three minutes, alone again, for what a 1-2-1 leaves behind."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.conversation import Step
from planner.domain.debrief import Debrief, Evidence, StepUp
from planner.domain.debrief_draft import Draft
from planner.domain.facts import Fact
from planner.domain.guides import Library
from planner.domain.meetings import State
from planner.domain.promises import Promise
from planner.domain.talk_time import Balance, balance
from planner.errors import NotFound
from planner.journeys.debrief_meeting import step_up
from planner.journeys.debrief_page import (
    ToDebrief,
    debrief_page,
    keep_draft,
    not_held,
    save_debrief,
)
from planner.journeys.follow_up import remove_promise
from planner.journeys.hold_conversation import question_library
from planner.journeys.keep_people import remove_fact
from ui import wording
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.running_talk import TYPING_PAUSE
from ui.session import Session
from ui.widgets.columns import Columns
from ui.widgets.debrief_again import DebriefAgain
from ui.widgets.debrief_facts import DebriefFacts
from ui.widgets.debrief_ladder import DebriefLadder
from ui.widgets.debrief_promises import DebriefPromises
from ui.widgets.debrief_summary import DebriefShare, DebriefSummary
from ui.widgets.layouts import PAGE_MARGINS, Flow, Scrolled, button, line, row
from ui.widgets.text import Text

WIDEST = 1100  # pixels; longer lines are tiring to read


class DebriefPage(Page):
    """Everything is kept as a draft while it is written, and saved as one change."""

    where = Where.DEBRIEF
    shows = frozenset(
        {Kind.PERSON, Kind.FACT, Kind.PROMISE, Kind.MEETING, Kind.ANSWER, Kind.CONVERSATION}
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        today = session.today()
        self._library: Library | None = None
        self._shown: ToDebrief | None = None
        self._filling = False
        self._leaving = False
        self._unkept = False  # something was written since it was last kept
        self._warned: Draft | None = None  # what could not be kept, pointed out once already
        self._title = Text("", "title")
        self._title.setObjectName("debrief-title")
        self._line = Text("", "soft")
        self._line.setObjectName("debrief-line")
        self._talk_on = button(
            self.tr("Back to the conversation"), self._on_talk_on, name="talk-on"
        )
        self._missed = button(self.tr("They did not come"), self._on_missed, name="missed")
        self._cancelled = button(self.tr("It was cancelled"), self._on_cancelled, name="cancelled")
        self._summary = DebriefSummary()
        self._facts = DebriefFacts()
        self._promises = DebriefPromises(today)
        self._ladder = DebriefLadder()
        self._share = DebriefShare()
        self._again = DebriefAgain(today)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._typing.timeout.connect(self._keep)
        self._lay_out()
        for part in (self._summary, self._facts, self._promises, self._ladder, self._again):
            part.changed.connect(self._on_changed_here)
        self._facts.taken_back.connect(self._on_fact_back)
        self._promises.taken_back.connect(self._on_promise_back)

    def open(self, route: Route) -> None:
        self._keep()
        self._shown = None
        self._stale = True
        super().open(route)
        self._summary.setFocus()

    def refresh(self) -> None:
        if self._leaving:
            return
        self._keep()
        if self._library is None:
            self._library = question_library()
        today = self.session.today()
        try:
            shown = debrief_page(self.session.store, self._library, self.route.meeting, today)
        except NotFound:  # its planning was undone
            self._shown = None
            self.wanted.emit(Route(Where.TODAY))
            return
        self._filling = True
        self._fill(shown)
        self._filling = False
        self._shown = shown

    def may_leave(self) -> bool:
        """Keeps what was written. What cannot be kept holds the user back once, then lets go."""
        if self._keep():
            return True
        draft = self._draft()
        if draft == self._warned:
            return True
        self._warned = draft
        return False

    # Showing

    def _fill(self, shown: ToDebrief) -> None:
        person, draft, today = shown.person, shown.draft, self.session.today()
        self._title.setText(self.tr("How did it go with {name}?").format(name=person.name))
        self._line.setText(self._line_of(shown))
        talking = shown.conversation is not None and shown.conversation.step is not Step.DONE
        self._talk_on.setVisible(talking)
        talked = shown.conversation is not None and bool(shown.conversation.asked)
        unsaid = shown.meeting.planned and not talked
        over = shown.meeting.starts_utc <= self.session.now()
        name = person.first_name
        self._missed.setText(self.tr("{name} did not come").format(name=name).replace("&", "&&"))
        self._missed.setVisible(unsaid and over)
        self._cancelled.setVisible(unsaid)
        self._summary.show_summary(draft.summary or shown.meeting.summary, shown.notes)
        drafts = dict(draft.facts)
        self._facts.show_facts(person, shown.offered, shown.learned, drafts, draft.added)
        self._promises.show_promises(
            person, today, shown.promises, shown.owed, draft.promises, draft.settled
        )
        self._ladder.show_ladder(person, self._step_up, draft.evidence, draft.stage)
        shares = balance(shown.conversation) if shown.conversation else Balance(0, 0)
        self._share.show_share(shares, person)
        self._again.show_again(draft.again, draft.again_on, today)

    def _line_of(self, shown: ToDebrief) -> str:
        """When it was, and what it counts as."""
        meeting, today = shown.meeting, self.session.today()
        when = wording.moment(meeting.starts, today)
        words = {
            State.HELD: self.tr("{when}, noted already. What you change here is added."),
            State.CANCELLED: self.tr("{when}, called off. If you save, it took place after all."),
            State.MISSED: self.tr("{when}, missed. If you save, it took place after all."),
        }.get(meeting.state, self.tr("{when}. Three minutes, while it is fresh."))
        ahead = meeting.planned and meeting.starts_utc > self.session.now()
        if ahead and shown.conversation is None:
            words = self.tr("Planned for {when}. If you save, it took place today.")
        sentence = words.format(when=when)
        return sentence[:1].upper() + sentence[1:]

    def _step_up(self, evidence: tuple[Evidence, ...]) -> StepUp | None:
        return step_up(self.session.store, self.route.meeting, evidence)

    # Keeping

    def _draft(self) -> Draft:
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

    def _keep(self) -> bool:
        """Keeps what was written since; False when that could not be."""
        self._typing.stop()
        if self._shown is None or not self._unkept:
            return True
        meeting = self._shown.meeting.id
        if self.session.keep(keep_draft, meeting, self._draft()) is None:
            return False
        self._unkept = False
        return True

    def _on_changed_here(self) -> None:
        if not self._filling:
            self._unkept = True
            if not self._typing.isActive():
                self._typing.start()

    def _on_save(self) -> None:
        parts = (self._facts, self._promises, self._again)
        if self._shown is None or not all(part.settle() for part in parts):
            return
        kept = Debrief(
            summary=self._summary.summary(),
            facts=self._facts.kept(),
            promises=self._promises.added(),
            kept=self._promises.settled(),
            stage=self._ladder.stage(),
            meet_again=self._again.day(),
        )
        name, today = self._shown.person.name, self.session.today()
        label = self.tr("1-2-1 with {name} noted").format(name=name)
        meeting, now = self._shown.meeting.id, self.session.now()
        shown = self._let_go()
        self._away(self.session.do(label, save_debrief, meeting, kept, today, now), shown)

    def _not_held(self, state: State, label: str) -> None:
        if self._shown is not None:
            meeting, now = self._shown.meeting.id, self.session.now()
            shown = self._let_go()
            self._away(self.session.do(label, not_held, meeting, state, now), shown)

    def _let_go(self) -> ToDebrief | None:
        """Nothing is a draft any more, nor shown anew when the change is announced."""
        self._keep()  # undoing what comes now brings the draft back
        shown, self._shown = self._shown, None
        self._unkept = False
        self._leaving = True
        return shown

    def _away(self, change: object, shown: ToDebrief | None) -> None:
        """To Today once it is done; where it was refused, all stays as it was."""
        self._leaving = False
        if change is None:
            self._shown = shown
        else:
            self.wanted.emit(Route(Where.TODAY))

    # What the user does

    def _on_missed(self) -> None:
        self._not_held(State.MISSED, self.tr("Noted as missed, without a mark against anybody"))

    def _on_cancelled(self) -> None:
        self._not_held(State.CANCELLED, self.tr("Noted as called off"))

    def _on_talk_on(self) -> None:
        if self._shown is not None:
            meeting = self._shown.meeting
            self.wanted.emit(Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id))

    def _on_later(self) -> None:
        self.wanted.emit(Route(Where.TODAY))

    def _on_promise_back(self, promise: Promise) -> None:
        self.session.do(self.tr("Promise taken back"), remove_promise, promise.id)

    def _on_fact_back(self, fact: Fact) -> None:
        self.session.do(self.tr("Fact taken back"), remove_fact, fact.id)

    # Building

    def _lay_out(self) -> None:
        choices = Flow(gap=8)
        for press in (self._talk_on, self._missed, self._cancelled):
            choices.addWidget(press)
        columns = Columns()
        columns.setMaximumWidth(WIDEST)
        for part in (self._summary, self._promises, self._facts):
            columns.first.addWidget(part)
        columns.first.addStretch(1)
        for card in (self._again, self._ladder, self._share):
            columns.second.addWidget(card)
        columns.second.addStretch(1)
        scrolled = Scrolled()
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._line)
        head.addSpacing(8)
        head.addLayout(choices)
        scrolled.body.addLayout(head)
        across = row(columns, gap=0)
        across.setStretch(0, 1)
        scrolled.body.addLayout(across)
        scrolled.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled, 1)
        whole.addWidget(line())
        whole.addWidget(self._foot())

    def _foot(self) -> QWidget:
        """What ends it, always in sight."""
        save = button(self.tr("Save"), self._on_save, "primary", "save-debrief")
        save.setToolTip(self.tr("Save ({key})").format(key="Ctrl+S"))
        for key in ("Ctrl+S", "Ctrl+Return"):
            QShortcut(QKeySequence(key), self, self._on_save)
        later = button(self.tr("Later"), self._on_later, "quiet", "later")
        later.setToolTip(self.tr("Back to Today; what you wrote waits here"))
        foot = QWidget()
        words = Text(self.tr("Saved in one go, and undone in one go."), "small")
        inner = row(words, later, save, gap=10)
        inner.setStretch(0, 1)
        inner.setContentsMargins(PAGE_MARGINS[0], 10, PAGE_MARGINS[2], 12)
        foot.setLayout(inner)
        return foot

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep()
        super().hideEvent(event)
