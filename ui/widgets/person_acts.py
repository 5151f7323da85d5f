"""What can be done to a person, from wherever on their page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.asks import Ask
from planner.domain.facts import Fact, FactKind
from planner.domain.groups import MetAt
from planner.domain.introductions import Introduction
from planner.domain.meetings import Meeting, Touch
from planner.domain.people import Person, Stage
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.errors import PlannerError
from planner.journeys import follow_up, introduce, keep_asks, keep_people
from planner.journeys.fit_questions import question_about, say_fit
from planner.journeys.suggest_people import not_now, suggest_again
from ui import keeping_in_touch, putting_off, wording
from ui.dialogs.form import FormDialog, show
from ui.routes import Route, Where
from ui.session import Session
from ui.touch_keys import TouchKey


class PersonActs(QObject):
    """Does what the cards ask for, with the person in sight; forms open over `window`.

    Signals:
        wanted(Route): somewhere else is to be opened.
        sheet_wanted(int, int): the cheat-sheet for (person, 0).
        export_wanted(): their contact card, say, as a file.
    """

    wanted = Signal(Route)
    sheet_wanted = Signal(int, int)
    export_wanted = Signal()

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self.portraits = session.portraits
        self._window = window
        self.person = Person()

    def plan(self) -> None:
        self.wanted.emit(Route(Where.PLAN, person=self.person.id))

    def prepare(self) -> None:
        """The next 1-2-1 with them."""
        self.wanted.emit(Route(Where.PREPARE, person=self.person.id))

    def show_sheet(self) -> None:
        self.sheet_wanted.emit(self.person.id, 0)

    def edit(self) -> None:
        from ui.dialogs.person import PersonDialog

        self._show(PersonDialog, self.person.id)

    def move(self, stage: int) -> None:
        if stage == self.person.stage:
            return
        label = self.tr("{name} is now at {stage}").format(
            name=self.person.name, stage=wording.stage(Stage(stage))
        )
        self._session.do(label, keep_people.move_stage, self.person.id, Stage(stage))

    def say_fit(self, word: str) -> None:
        """How well they fit in the user's own word: "more", "", "less" or "never"."""
        labels = {
            "more": self.tr("More like {name} from now on"),
            "": self.tr("{name} fits as About me says"),
            "less": self.tr("{name} fits less"),
            "never": self.tr("{name} will not be suggested any more"),
        }
        label = labels[word].format(name=self.person.name)
        self._session.do(label, say_fit, self.person.id, word)

    def say_rhythm(self, word: str) -> None:
        """How often to keep in touch in the user's own word: "often", "" or "seldom"."""
        keeping_in_touch.say_rhythm(self._session, self.person, word)

    def fit_question(self, today: date) -> QWidget | None:
        """Today's one question, where it is about them."""
        question = question_about(self._session.store, self.person.id, today)
        if question is None:
            return None
        from ui.widgets.fit_question_strip import FitQuestionStrip

        return FitQuestionStrip(self._session, question, here=True)

    def rest(self, until: date | None) -> None:
        """Not before `until`; None for not at all."""
        label = putting_off.label(self.person.name, until)
        self._session.do(label, not_now, self.person.id, until, self._session.today())

    def rest_until(self) -> None:
        """Not before a day that is asked for."""
        try:
            putting_off.ask_until(self._session, self.person.id, self._window)
        except PlannerError as refusal:
            self._session.refused.emit(str(refusal))

    def suggest_again(self) -> None:
        label = self.tr("{name} may be suggested again").format(name=self.person.name)
        self._session.do(label, suggest_again, self.person.id)

    def merge(self) -> None:
        from ui.dialogs.merge_with import MergeWithDialog

        dialog = MergeWithDialog(self._session, self.person, self._window)
        dialog.wanted.connect(self._on_person_wanted)
        dialog.open()

    def remove(self) -> None:
        label = self.tr("{name} removed").format(name=self.person.name)
        self._session.do(label, keep_people.remove_person, self.person.id)

    def add_fact(self, kind: str) -> None:
        """`kind` is a FactKind value, or "" where the user is to say which."""
        self._open_fact(Fact(person=self.person.id, kind=FactKind(kind or FactKind.DOES)))

    def add_touch(self) -> None:
        self._open_touch(Touch(person=self.person.id))

    def note_touch(self, key: TouchKey) -> None:
        """Keeps a touch of today without a word more."""
        touch = Touch(person=self.person.id, kind=key.kind, theirs=key.theirs)
        today = self._session.today()
        self._session.do(key.done(self.person), follow_up.note_touch, touch, today)

    def add_past(self) -> None:
        """A 1-2-1 of long ago."""
        self.wanted.emit(Route(Where.DEBRIEF, person=self.person.id))

    def debrief(self, meeting: Meeting) -> None:
        """How one that is over went."""
        self.wanted.emit(Route(Where.DEBRIEF, person=meeting.person, meeting=meeting.id))

    def add_promise(self) -> None:
        self._open_promise(Promise(person=self.person.id))

    def add_referral(self) -> None:
        self._open_referral(Referral(person=self.person.id))

    def add_ask(self) -> None:
        self._open_ask(Ask(person=self.person.id))

    def pairs(self) -> QWidget:
        """The card of those who could help each other, of whom they are one."""
        from ui.widgets.person_pairs import PairsCard

        return PairsCard(self._session, self.person.id)

    def introduce(self) -> None:
        from ui.dialogs.introduce_to import IntroduceToDialog

        dialog = IntroduceToDialog(self._session, self.person, self._window)
        dialog.chosen.connect(self._on_introduce)
        dialog.open()

    def add_met_at(self) -> None:
        self._open_met_at(None)

    def tick(self, promise: Promise | Ask, kept: bool) -> None:
        if isinstance(promise, Ask):
            self._tick_ask(promise, kept)
        elif kept:
            today = self._session.today()
            self._session.do(self.tr("Promise kept"), follow_up.keep_promise, promise.id, today)
        else:
            label = self.tr("Promise open again")
            self._session.do(label, follow_up.reopen_promise, promise.id)

    def open(self, record: object) -> None:
        """Opens a record of the page: its form, or the 1-2-1 where it is shown."""
        if isinstance(record, Fact):
            self._open_fact(record)
        elif isinstance(record, Touch):
            self._open_touch(record)
        elif isinstance(record, Promise):
            self._open_promise(record)
        elif isinstance(record, Ask):
            self._open_ask(record)
        elif isinstance(record, Introduction):
            self.wanted.emit(Route(Where.FOLLOW_UPS))  # with its next step
        elif isinstance(record, Referral):
            self._open_referral(record)
        elif isinstance(record, MetAt):
            self._open_met_at(record)
        elif isinstance(record, Meeting):
            self.wanted.emit(Route(Where.MEETINGS, person=record.person, meeting=record.id))

    def forget(self, record: object) -> None:
        """Takes a record out of the library."""
        do = self._session.do
        if isinstance(record, Fact):
            do(self.tr("Fact removed"), keep_people.remove_fact, record.id)
        elif isinstance(record, Touch):
            do(self.tr("Touch removed"), follow_up.remove_touch, record.id)
        elif isinstance(record, Promise):
            do(self.tr("Promise removed"), follow_up.remove_promise, record.id)
        elif isinstance(record, Ask):
            do(self.tr("Ask removed"), keep_asks.remove_ask, record.id)
        elif isinstance(record, Introduction):
            do(self.tr("Introduction removed"), introduce.remove_introduction, record.id)
        elif isinstance(record, Referral):
            do(self.tr("Referral removed"), follow_up.remove_referral, record.id)
        elif isinstance(record, MetAt):
            label = self.tr("{event} removed").format(event=record.label)
            do(label, keep_people.remove_met_at, record.attendance)

    def _on_person_wanted(self, person: int) -> None:
        self.wanted.emit(Route(Where.PEOPLE, person=person))

    def _on_introduce(self, person: int, other: int) -> None:
        from ui.introducing import introduce_two

        introduce_two(self._session, self._window, person, other)

    def _tick_ask(self, ask: Ask, found: bool) -> None:
        if found:
            label, today = self.tr("Found, or not looked for any more"), self._session.today()
            self._session.do(label, keep_asks.close_ask, ask.id, today)
        else:
            self._session.do(self.tr("Looked for again"), keep_asks.reopen_ask, ask.id)

    def _open_ask(self, ask: Ask) -> None:
        from ui.dialogs.ask import AskDialog

        self._show(AskDialog, ask)

    def _open_fact(self, fact: Fact) -> None:
        from ui.dialogs.fact import FactDialog

        self._show(FactDialog, fact)

    def _open_touch(self, touch: Touch) -> None:
        from ui.dialogs.touch import TouchDialog

        self._show(TouchDialog, touch)

    def _open_promise(self, promise: Promise) -> None:
        from ui.dialogs.promise import PromiseDialog

        self._show(PromiseDialog, promise)

    def _open_referral(self, referral: Referral) -> None:
        from ui.dialogs.referral import ReferralDialog

        self._show(ReferralDialog, referral)

    def _open_met_at(self, met: MetAt | None) -> None:
        from ui.dialogs.met_at import MetAtDialog

        self._show(MetAtDialog, self.person.id, met)

    def _show(self, form: Callable[..., FormDialog], *shown: object) -> None:
        """Opens a form of what is shown, unless that was removed elsewhere meanwhile."""
        try:
            show(form(self._session, *shown, self._window))
        except PlannerError as refusal:
            self._session.refused.emit(str(refusal))
