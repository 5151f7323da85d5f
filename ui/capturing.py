"""What must not be lost on the way: kept at once, undoable, and half-typed words as well."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, QTimer

from planner.domain.asks import Ask
from planner.domain.captures import Begun, Form, Words
from planner.domain.changes import Change
from planner.domain.facts import Fact, FactKind
from planner.domain.introductions import Introduction
from planner.domain.meetings import Meeting
from planner.domain.promises import Promise
from planner.domain.referrals import Referral
from planner.journeys import hold_conversation, keep_hold
from planner.journeys.follow_up import remove_promise
from planner.journeys.keep_people import remove_fact
from ui.session import Session
from ui.undo import UndoableChange

TYPING_PAUSE = 350  # milliseconds after a keystroke within which it is kept
TRIED_AGAIN = 2000  # milliseconds after it could not be


class Captures(QObject):
    """What is kept hold of in one 1-2-1, and what stands in its forms."""

    def __init__(self, session: Session, meeting: Meeting, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.meeting = meeting
        self._session = session
        self._begun = self._kept = keep_hold.captures_begun(session.store, meeting.id)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.timeout.connect(self.keep)

    @property
    def open(self) -> Form | None:
        """The form that is open, also since before the program died."""
        return self._begun.open

    def words(self, form: Form) -> Words:
        """What stands in a form and is not kept yet."""
        return self._begun.of(form)

    def type(self, form: Form, words: Words) -> None:
        """What stands in the open form now; kept within TYPING_PAUSE."""
        self._begun = self._begun.typed(form, words)
        if not self._typing.isActive():
            self._typing.start(TYPING_PAUSE)

    def put_aside(self) -> None:
        """The form is closed; its words are there when it is opened again."""
        self._begun = self._begun.put_aside()
        self.keep()

    def keep(self) -> bool:
        """Keeps what stands in the forms; what could not be kept is tried again in a moment."""
        self._typing.stop()
        if self._begun != self._kept:
            begun = self._begun
            if self._session.keep(keep_hold.keep_begun, self.meeting.id, begun) is None:
                self._typing.start(TRIED_AGAIN)
                return False
            self._kept = begun
        return True

    def end(self) -> None:
        """The talk is over: what was put aside was not wanted."""
        self._begun = Begun()
        self.keep()

    def forget(self) -> None:
        """The 1-2-1 is not in the library any more: nothing more is kept."""
        self._typing.stop()
        self._kept = self._begun

    def promise(self, mine: bool, what: str, due: date | None) -> Change | None:
        """Keeps a promise made just now; None when that could not be."""
        journey, id, today = hold_conversation.capture_promise, self.meeting.id, self._today()
        change = self._session.keep(journey, id, mine, what, due, today)
        return self._undoable(Form.PROMISE, self.tr("Promise kept hold of"), change)

    def referral(self, given: bool, what: str) -> Change | None:
        """Keeps business passed on just now; None when that could not be."""
        journey, id, today = keep_hold.capture_referral, self.meeting.id, self._today()
        change = self._session.keep(journey, id, given, what, today)
        return self._undoable(Form.REFERRAL, self.tr("Referral kept hold of"), change)

    def introduction(self, mine: bool, whom: str, why: str) -> Change | None:
        """Keeps who is to be brought together; None when that could not be."""
        journey, id, today = keep_hold.capture_introduction, self.meeting.id, self._today()
        change = self._session.keep(journey, id, mine, whom, why, today)
        return self._undoable(Form.INTRODUCTION, self.tr("Introduction kept hold of"), change)

    def ask(self, mine: bool, text: str) -> Change | None:
        """Keeps what one of the two looks for; None when that could not be."""
        journey, id, today = keep_hold.capture_ask, self.meeting.id, self._today()
        change = self._session.keep(journey, id, mine, text, today)
        return self._undoable(Form.ASK, self.tr("Ask kept hold of"), change)

    def fact(self, form: Form, kind: FactKind, text: str) -> Change | None:
        """Keeps something learned; None when that could not be.

        The change is empty when it was known word for word.
        """
        journey, id, today = hold_conversation.capture_fact, self.meeting.id, self._today()
        change = self._session.keep(journey, id, kind, text, today)
        return self._undoable(form, self.tr("Fact kept hold of"), change)

    def take_back(self, kept: object) -> None:
        """Something kept hold of is not to be kept after all."""
        if isinstance(kept, Promise):
            self._session.do(self.tr("Promise taken back"), remove_promise, kept.id)
        elif isinstance(kept, Fact):
            self._session.do(self.tr("Fact taken back"), remove_fact, kept.id)
        elif isinstance(kept, Referral):
            self._session.do(self.tr("Referral taken back"), keep_hold.take_back, kept)
        elif isinstance(kept, Introduction):
            self._session.do(self.tr("Introduction taken back"), keep_hold.take_back, kept)
        elif isinstance(kept, Ask):
            self._session.do(self.tr("Ask taken back"), keep_hold.take_back, kept)

    def people(self) -> list[str]:
        """What everybody but the one at the table is called."""
        names = self._session.store.people.names()
        return [name for id, name in names.items() if id != self.meeting.person]

    def _today(self) -> date:
        return self._session.today()

    def _undoable(self, form: Form, label: str, change: object) -> Change | None:
        """Undoable without a word over the page: the list beside it shows what was kept."""
        if not isinstance(change, Change):
            return None
        if change:
            self._session.undo_stack.push(UndoableChange(self._session, label, change))
        self._begun = self._begun.kept(form)
        self.keep()
        return change
