"""The debrief on the screen: its cards, and what the user wrote in them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain import thank_you
from planner.domain.captures import Form
from planner.domain.debrief import Debrief, evidence_here
from planner.domain.debrief_draft import Draft
from planner.domain.facts import Fact, FactKind
from planner.domain.me import Me
from planner.domain.meetings import Meeting, Place, Roughly
from planner.domain.past_days import PastDay
from planner.domain.talk_time import Balance, balance
from planner.journeys.debrief_page import ToDebrief
from ui.widgets.columns import Columns
from ui.widgets.debrief_again import DebriefAgain
from ui.widgets.debrief_facts import DebriefFacts
from ui.widgets.debrief_foot import DebriefFoot
from ui.widgets.debrief_head import DebriefHead
from ui.widgets.debrief_keys import bind_keys
from ui.widgets.debrief_ladder import DebriefLadder, Propose
from ui.widgets.debrief_past import DebriefPast
from ui.widgets.debrief_promises import DebriefPromises
from ui.widgets.debrief_questions import DebriefQuestions
from ui.widgets.debrief_summary import DebriefShare, DebriefSummary
from ui.widgets.debrief_thanks import DebriefThanks
from ui.widgets.layouts import AROUND, Scrolled, at_most, clear, line
from ui.widgets.tab_order import tab_as_laid_out

WIDEST = 1100  # pixels
RECENT = timedelta(days=30)  # until then a note of thanks is in time; our choice


class DebriefForm(QWidget):
    """Two columns of cards under a head, and a foot that is always in sight.

    `names` gives everybody's name, for whom an introduction is to.

    Signals:
        changed(): the user wrote or chose something else.
        taken_back(object): noted while talking, and to be taken back.
        date_wanted(object): a Promise kept while talking is to have a date.
        copy_wanted(str), mail_wanted(str): the thank-you note is to go that way.
    """

    changed = Signal()
    taken_back = Signal(object)
    date_wanted = Signal(object)
    copy_wanted = Signal(str)
    mail_wanted = Signal(str)

    def __init__(
        self, today: date, names: Callable[[], Collection[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._filling = False
        self._shown: ToDebrief | None = None
        self._me, self._today = Me(), today
        self.head = DebriefHead()
        self.foot = DebriefFoot()
        self._past = DebriefPast(today)
        self._summary = DebriefSummary()
        self._questions = DebriefQuestions()
        self._facts = DebriefFacts()
        self._promises = DebriefPromises(today, names)
        self._ladder = DebriefLadder()
        self._share = DebriefShare()
        self._again = DebriefAgain(today)
        self.thanks = DebriefThanks()
        self._asked = QVBoxLayout()
        self._lay_out()
        for part in (
            self._past, self._summary, self._questions, self._facts, self._promises,
            self._share, self._again, self._ladder, self.thanks,
        ):  # fmt: skip
            part.changed.connect(self._on_changed)
        self._promises.opened.connect(self._on_opened)
        self._questions.laid_out.connect(self._on_laid_out)
        self._summary.fact_wanted.connect(self._on_fact_wanted)
        self._facts.taken_back.connect(self.taken_back)
        self._promises.taken_back.connect(self.taken_back)
        self._promises.date_wanted.connect(self.date_wanted)
        self.thanks.copy_wanted.connect(self.copy_wanted)
        self.thanks.mail_wanted.connect(self.mail_wanted)
        bind_keys(self, self._cards, self._open_form, self._facts.add_fact)

    def begin(self) -> None:
        """To where the user writes first, with the head in sight."""
        self._scrolled.verticalScrollBar().setValue(0)
        (self._past if self._past.isVisibleTo(self) else self._summary).setFocus()

    def show_debrief(
        self,
        shown: ToDebrief,
        propose: Propose,
        today: date,
        now: datetime,
        me: Me,
        places: Collection[Place] = (),
    ) -> None:
        """Fills every card; `now` is UTC, naive; `places` are offered for one of long ago."""
        self._filling = True
        self._shown, self._me, self._today = shown, me, today
        person, draft = shown.person, shown.draft
        self.head.show_debrief(shown, today, now)
        self.foot.show_past(shown.past)
        self._past.setVisible(shown.past)
        self._past.show_past(draft.when, draft.place, places, today)
        self._summary.show_summary(draft.summary or shown.meeting.summary, shown.notes)
        self._questions.show_questions(
            shown.questions, draft.facts, on_paper=shown.on_paper, past=shown.past
        )
        self._facts.show_facts(person, shown.offered, shown.learned, draft.facts, draft.added)
        self._promises.show_promises(shown, draft, today)
        self._ladder.show_ladder(person, propose, draft.evidence, draft.stage, draft.unseen)
        shares = balance(shown.conversation) if shown.conversation else Balance(0, 0)
        self._share.show_share(shares, person, shown.talked, draft.talked)
        self._again.show_again(
            draft.again, draft.again_on, today, plan=draft.plan, coming=shown.coming
        )
        self.thanks.show_note(
            draft.thanks or shown.thanks, sent=draft.thanked, sent_before=shown.thanked
        )
        self._follow()
        tab_as_laid_out(self)
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
            facts={**self._facts.drafts(), **self._questions.drafts()},
            added=self._facts.added(),
            promises=self._promises.promises(),
            settled=tuple(promise.id for promise in self._promises.settled()),
            evidence=self._ladder.by_hand(),
            stage=self._ladder.chosen(),
            again=self._again.again(),
            again_on=self._again.words(),
            plan=self._again.plans(),
            talked=self._share.chosen(),
            unseen=self._ladder.unseen(),
            passed=self._promises.passed(),
            begun=self._promises.begun(),
            thanks=self.thanks.edited(),
            thanked=self.thanks.sent(),
            when=self._past.words(),
            place=self._past.place(),
        )

    def settle(self) -> bool:
        """Whether all can be kept as it stands; what cannot be is pointed out."""
        past = self._shown is not None and self._shown.past
        settled = self._past.settle() if past else True
        settled = settled and self._promises.settle()
        return settled and (not self._recent() or self._again.settle())

    def debrief(self) -> Debrief:
        """What is to be kept."""
        answers = self._questions.answers()
        return Debrief(
            summary=self._summary.summary(),
            facts=(*self._questions.kept(), *self._facts.kept()),
            promises=self._promises.promises(),
            kept=tuple(promise.id for promise in self._promises.settled()),
            stage=self._ladder.stage(),
            meet_again=self._again.day() if self._recent() else None,
            talked=self._share.talked(),
            passed=self._promises.passed(),
            guide=self._shown.guide if self._shown and answers else "",
            answers=answers,
            thanked=self._recent() and self.thanks.sent(),
            thanks=self.thanks.edited() if self._recent() else "",
        )

    def plans(self) -> bool:
        """Whether the next 1-2-1 is to be planned right after."""
        return self._recent() and self._again.plans()

    def again(self) -> date | None:
        """The day from which they meet again."""
        return self._again.day()

    def when(self) -> PastDay | None:
        """When a 1-2-1 of long ago was."""
        return self._past.when()

    def place(self) -> str:
        """Where it was."""
        return self._past.place()

    def _follow(self) -> None:
        """What follows from what is written: the ladder's evidence, and the thank-you note."""
        shown = self._shown
        if shown is None:
            return
        facts = (*self._questions.kept(), *self._facts.kept())
        told = (*shown.learned, *facts)
        passed = (*shown.passed, *self._promises.passed())
        self._ladder.show_here(evidence_here(told, self._promises.settled(), passed))
        recent = self._recent()
        self._again.setVisible(recent)
        self.thanks.setVisible(recent)
        if recent:
            promises = (*shown.promises, *self._promises.promises())
            note = thank_you.draft(
                shown.person, self._me, self._meeting(shown), told, shown.known, promises,
                self._today, self._again.day(),
            )  # fmt: skip
            self.thanks.show_draft(note)

    def _recent(self) -> bool:
        """Whether it was lately: later a note of thanks only puzzles, and nobody rests for it."""
        if self._shown is None or (self._shown.past and self.when() is None):
            return False
        meeting = self._meeting(self._shown)
        if meeting.roughly is Roughly.YEAR:
            return False
        return self._today - meeting.starts.date() <= RECENT

    def _meeting(self, shown: ToDebrief) -> Meeting:
        """The 1-2-1, one that is not in the library yet as it is written down here."""
        when = self.when()
        if not shown.past or when is None:
            return shown.meeting
        starts = datetime.combine(when.day, datetime.min.time())
        return replace(shown.meeting, starts=starts, place=self.place(), roughly=when.roughly)

    def _open_form(self, form: Form) -> None:
        self._promises.open(form)

    def _on_opened(self) -> None:
        QTimer.singleShot(0, self, self._show_whole)  # once it is laid out

    def _show_whole(self) -> None:
        """The card with the form that was opened, whole where there is room for it."""
        self._scrolled.ensureWidgetVisible(self._promises, 0, AROUND)
        focused = self._promises.window().focusWidget()
        if focused is not None and self._promises.isAncestorOf(focused):
            self._scrolled.ensureWidgetVisible(focused, 0, AROUND)

    def _on_laid_out(self) -> None:
        tab_as_laid_out(self)

    def _on_fact_wanted(self, note: str) -> None:
        self._facts.take(Fact(kind=FactKind.NOTE, text=note))

    def _on_changed(self) -> None:
        if not self._filling:
            self._filling = True  # what follows is no change of the user's
            self._follow()
            tab_as_laid_out(self)  # through what was added late as well
            self._filling = False
            self.changed.emit()

    def _lay_out(self) -> None:
        """From the outside in: what moves to another parent is sent the whole style anew."""
        self._scrolled = scrolled = Scrolled(self)
        columns = Columns(parent=scrolled.widget())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled, 1)
        whole.addWidget(line())
        whole.addWidget(self.foot)
        scrolled.body.addWidget(self.head)
        scrolled.body.addLayout(at_most(WIDEST, columns))
        scrolled.body.addStretch(1)
        first = (self._past, self._summary, self._questions, self._facts, self._promises)
        second = (self._share, self._again, self._ladder, self.thanks)
        self._cards: tuple[QWidget, ...] = (*first[1:], *second)  # in the order of their keys
        sides: tuple[tuple[QVBoxLayout, Iterable[QWidget]], ...]
        sides = ((columns.first, first), (columns.second, second))
        for side, cards in sides:
            for card in cards:
                side.addWidget(card)
        columns.second.addLayout(self._asked)
        for side in (columns.first, columns.second):
            side.addStretch(1)
