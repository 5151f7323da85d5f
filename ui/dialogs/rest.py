"""Not now: until which day somebody is not to be suggested."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from planner.journeys.suggest_people import not_now
from ui.dialogs.form import FormDialog
from ui.putting_off import label
from ui.session import Session
from ui.widgets.day_input import DayInput
from ui.widgets.field import Field

OFFERED = timedelta(days=14)  # between the week and the month of the menu it is opened from


class RestDialog(FormDialog):
    """Asks for a day; from that day on the person may be suggested again."""

    def __init__(self, session: Session, person: int, parent: QWidget | None = None) -> None:
        self._person = session.store.people.get(person)
        super().__init__(session, "rest-dialog", self._person.name, parent)
        self.setWindowTitle(self.tr("Not now"))
        today = session.today()
        day = DayInput(today + OFFERED, optional=False, earliest=today + timedelta(days=1))
        self.ask(Field("rest-day", self.tr("Do not suggest before"), day))
        self.begin("rest-day")

    def save(self) -> None:
        until, person = self.answer("rest-day"), self._person
        done = self.walk(label(person.name, until), not_now, person.id, until, self.session.today())
        if done is not None:
            self.close_kept(person.id)
