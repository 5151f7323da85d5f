"""An ask: what somebody looks for, the user included, and what came of it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planner.domain.asks import Ask
from planner.journeys.keep_asks import add_ask, edit_ask, remove_ask
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.inputs import TickInput


class AskDialog(FormDialog):
    """Notes an ask (`ask.id` 0), or changes one; the user's own where no person is named."""

    def __init__(self, session: Session, ask: Ask, parent: QWidget | None = None) -> None:
        self._ask = ask
        person = session.store.people.get(ask.person) if ask.person is not None else None
        title = person.name if person is not None else self.tr("Something you look for")
        super().__init__(session, "ask-dialog", title, parent)
        self.setWindowTitle(self.tr("An ask"))
        if person is not None:
            label = self.tr("What {name} looks for").format(name=person.first_name)
            example = GrowingText(self.tr("for example a commercial landlord with a corner unit"))
            why = self.tr("In a few plain words: who in your network has it is found by them.")
        else:
            label = self.tr("What you look for")
            example = GrowingText(self.tr("for example a bookkeeper who knows building firms"))
            why = self.tr("So that you can ask for it when the moment is right.")
        self.ask(Field("ask-text", label, example, why))
        if ask.id:
            self.ask(Field("ask-done", "", TickInput(self.tr("Found, or not looked for any more"))))
            came = GrowingText(self.tr("for example Rob had a unit on the corner"))
            self.ask(Field("ask-came-of", self.tr("What came of it"), came))
        self.fields["ask-text"].input.show_value(ask.text)
        if ask.id:
            self.fields["ask-done"].input.show_value(ask.done_on is not None)
            self.fields["ask-came-of"].input.show_value(ask.came_of)
            self.offer_to_remove(self.tr("Remove"), self._on_remove)
        self.begin("ask-text")

    def save(self) -> None:
        ask = replace(self._ask, text=self.answer("ask-text"))
        today = self.session.today()
        if ask.id:
            done = self.answer("ask-done")
            ask = replace(
                ask,
                done_on=(ask.done_on or today) if done else None,
                came_of=self.answer("ask-came-of"),
            )
            if self.walk(self.tr("Ask changed"), edit_ask, ask) is not None:
                self.close_kept(ask.id)
            return
        made = self.walk(self.tr("Ask noted"), add_ask, replace(ask, made_on=today))
        if isinstance(made, Ask):
            self.close_kept(made.id)

    def _on_remove(self) -> None:
        if self.walk(self.tr("Ask removed"), remove_ask, self._ask.id) is not None:
            self.accept()
