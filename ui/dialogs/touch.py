"""A contact that was not a 1-2-1."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from planner.domain.meetings import Touch, TouchKind
from planner.journeys.follow_up import edit_touch, log_touch, remove_touch
from ui import wording
from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.day_input import DayInput
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.inputs import TickInput
from ui.widgets.segments import Segments


class TouchDialog(FormDialog):
    """Notes a touch (`touch.id` 0, its person named), or changes one."""

    def __init__(self, session: Session, touch: Touch, parent: QWidget | None = None) -> None:
        self._touch = touch
        person = session.store.people.get(touch.person)
        super().__init__(session, "touch-dialog", person.name, parent)
        self.setWindowTitle(self.tr("A touch"))
        today = session.today()
        kinds = [(kind.value, wording.touch_kind(kind)) for kind in TouchKind]
        self.ask(Field("touch-kind", self.tr("What it was"), Segments("touch", kinds)))
        self.ask(Field("touch-day", self.tr("When"), DayInput(today, optional=False, latest=today)))
        self.ask(
            Field(
                "touch-note",
                self.tr("What about"),
                GrowingText(self.tr("for example congratulated on the award")),
            )
        )
        theirs = wording.with_name(self.tr("{name} made the first move"), person)
        self.ask(Field("touch-theirs", "", TickInput(theirs)))
        self.fields["touch-kind"].input.show_value(touch.kind.value)
        self.fields["touch-day"].input.show_value(today if touch.day == date.min else touch.day)
        self.fields["touch-note"].input.show_value(touch.note)
        self.fields["touch-theirs"].input.show_value(touch.theirs)
        if touch.id:
            self.offer_to_remove(self.tr("Remove"), self._on_remove)
        self.begin("touch-note")

    def save(self) -> None:
        today = self.session.today()
        touch = replace(
            self._touch,
            kind=TouchKind(self.answer("touch-kind")),
            day=self.answer("touch-day") or today,
            note=self.answer("touch-note"),
            theirs=self.answer("touch-theirs"),
        )
        if touch.id:
            kept = self.walk(self.tr("Touch changed"), edit_touch, touch, today)
        else:
            kept = self.walk(self.tr("Touch logged"), log_touch, touch, today)
        if kept is not None:
            self.close_kept(touch.id)

    def _on_remove(self) -> None:
        if self.walk(self.tr("Touch removed"), remove_touch, self._touch.id) is not None:
            self.accept()
