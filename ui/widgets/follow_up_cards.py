"""Follow-ups' cards of introductions and asks, with what is done about them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.domain.asks import Ask
from planner.domain.introductions import Introduction
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys import introduce, keep_asks
from planner.journeys.follow_ups_page import AskOf, IntroductionOf
from ui.dialogs.form import show
from ui.session import Session
from ui.widgets.ask_rows import AskRow
from ui.widgets.introduction_rows import IntroductionRow


class FollowUpActs(QObject):
    """Makes the rows and does what they ask for; forms open over `window`."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window

    def ask_row(self, one: AskOf) -> QWidget:
        made = AskRow(one, self._session.today())
        made.ticked.connect(self._on_found)
        made.chosen.connect(self.open_ask)
        made.removed.connect(self._on_ask_removed)
        return made

    def introduction_row(self, one: IntroductionOf) -> QWidget:
        made = IntroductionRow(one, self._session.today(), self._session.portraits)
        made.letters_wanted.connect(self._on_letters)
        made.answered.connect(self._on_answered)
        made.outcome_wanted.connect(self._on_outcome)
        return made

    def add_own_ask(self) -> None:
        self.open_ask(Ask())

    def open_ask(self, ask: Ask) -> None:
        from ui.dialogs.ask import AskDialog

        try:
            show(AskDialog(self._session, ask, self._window))
        except PlannerError as refusal:
            self._session.refused.emit(str(refusal))

    def _on_found(self, ask: int, found: bool) -> None:
        if found:
            label, today = self.tr("Found, or not looked for any more"), self._session.today()
            self._session.do(label, keep_asks.close_ask, ask, today)
        else:
            self._session.do(self.tr("Looked for again"), keep_asks.reopen_ask, ask)

    def _on_ask_removed(self, ask: Ask) -> None:
        self._session.do(self.tr("Ask removed"), keep_asks.remove_ask, ask.id)

    def _on_letters(self, one: IntroductionOf) -> None:
        from ui.introducing import go_on

        go_on(self._session, self._window, one)

    def _on_answered(self, one: Introduction, person: int, yes: bool) -> None:
        known: Person | None = self._session.store.people.find(person)
        name, today = known.name if known is not None else "", self._session.today()
        if yes:
            label = self.tr("{name} said yes").format(name=name)
            self._session.do(label, introduce.agree, one.id, person, today)
        else:
            label = self.tr("{name} would rather not").format(name=name)
            self._session.do(label, introduce.decline, one.id, today)

    def _on_outcome(self, one: IntroductionOf) -> None:
        from ui.dialogs.came_of import CameOfDialog

        show(CameOfDialog(self._session, one.introduction, one.person, one.other, self._window))
