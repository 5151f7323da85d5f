"""A promise: who owes what to whom, and until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from planner.domain.promises import Promise
from planner.journeys.follow_up import add_promise, edit_promise, remove_promise
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.day_input import DayInput
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.inputs import TickInput
from ui.widgets.segments import Segments

USUAL = timedelta(days=7)  # a promise with a near day is kept; a week is what people mean by soon
MINE, THEIRS = "mine", "theirs"


class PromiseDialog(FormDialog):
    """Notes a promise (`promise.id` 0, its person named), or changes one."""

    def __init__(self, session: Session, promise: Promise, parent: QWidget | None = None) -> None:
        self._promise = promise
        self._person = session.store.people.get(promise.person)
        name = self._person.first_name
        super().__init__(session, "promise-dialog", self._person.name, parent)
        self.setWindowTitle(self.tr("A promise"))
        who = Segments(
            "promise-by",
            (
                (MINE, self.tr("I promised {name}").format(name=name)),
                (THEIRS, self.tr("{name} promised me").format(name=name)),
            ),
        )
        self.ask(Field("promise-by", self.tr("Who promised"), who))
        self.ask(
            Field(
                "promise-text",
                self.tr("What"),
                GrowingText(self.tr("for example introduce Tom Reyes")),
                self.tr("As you would remind yourself of it."),
            )
        )
        self.ask(Field("promise-due", self.tr("Until"), DayInput(session.today() + USUAL)))
        self.ask(
            Field(
                "promise-needs-meeting",
                "",
                TickInput(self.tr("It is kept by meeting 1-2-1")),
                "",
            )
        )
        self._show(promise)
        self.begin("promise-text")

    def _show(self, promise: Promise) -> None:
        new = promise.id == 0 and not promise.text
        due = self.session.today() + USUAL if new and promise.due is None else promise.due
        self.fields["promise-by"].input.show_value(MINE if promise.mine else THEIRS)
        self.fields["promise-text"].input.show_value(promise.text)
        self.fields["promise-due"].input.show_value(due)
        self.fields["promise-needs-meeting"].input.show_value(promise.needs_meeting)
        if promise.id:
            self.offer_to_remove(self.tr("Remove"), self._on_remove)

    def save(self) -> None:
        promise = replace(
            self._promise,
            mine=self.answer("promise-by") == MINE,
            text=self.answer("promise-text"),
            due=self.answer("promise-due"),
            needs_meeting=self.answer("promise-needs-meeting"),
        )
        if promise.id:
            if self.walk(self.tr("Promise changed"), edit_promise, promise) is not None:
                self.close_kept(promise.id)
            return
        promise = replace(promise, made_on=promise.made_on or self.session.today())
        made = self.walk(self.tr("Promise noted"), add_promise, promise)
        if isinstance(made, Promise):
            self.close_kept(made.id)

    def _on_remove(self) -> None:
        label = self.tr("Promise removed")
        if self.walk(label, remove_promise, self._promise.id) is not None:
            self.accept()
