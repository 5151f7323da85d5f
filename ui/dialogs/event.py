"""An event, and whom the user met there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.changes import Change
from planner.domain.groups import Event
from planner.domain.met_names import Met
from planner.errors import PlannerError
from planner.journeys.keep_events import add_event, edit_event, event_like, remove_event
from planner.journeys.last_import import last_import, was_import
from planner.journeys.who_was_met import Acquaintances
from ui.background import beside
from ui.dialogs.group import MANY
from ui.dialogs.long_form import LongForm
from ui.dialogs.met_at import NameInput
from ui.session import Session
from ui.widgets.day_input import DayInput
from ui.widgets.field import Field
from ui.widgets.hours_input import HoursInput
from ui.widgets.inputs import LineInput
from ui.widgets.money_input import MoneyInput
from ui.widgets.names_input import ENTER
from ui.widgets.people_met import PeopleMet
from ui.widgets.text import Text


class EventDialog(LongForm):
    """Notes an event, `group` perhaps named already, or changes the one of `event_id`.

    Raises NotFound when the event was removed meanwhile.
    """

    def __init__(
        self,
        session: Session,
        event_id: int = 0,
        group: str = "",
        parent: QWidget | None = None,
    ) -> None:
        store = session.store
        self._event = store.events.get(event_id) if event_id else Event(day=session.today())
        if event_id:
            group = store.groups.get(self._event.group).name
        title = (self._event.name or group) if event_id else _tr("An event you were at")
        super().__init__(session, "event-dialog", title, parent)
        self.setWindowTitle(self.tr("Event"))
        self._known = Acquaintances(store)
        self._getting_ready = QTimer(self)
        self._getting_ready.setSingleShot(True)
        self._getting_ready.timeout.connect(self._on_getting_ready)
        self._were = self._known.met_at(event_id) if event_id else ()
        self._ask_which(group)
        self._joins = Text("", "small")
        self._joins.setObjectName("event-joins")
        self._joins.hide()
        self.form.body.addWidget(self._joins)
        self._ask_when_and_what_it_took()
        self._ask_who()
        for name in ("event-group", "event-name", "event-day"):
            self.fields[name].finished.connect(self._on_which)
        if event_id:
            self.offer_to_remove(self.tr("Remove this event"), self._on_remove)
        self.begin("event-group" if not group else "met-people")

    def _ask_which(self, group: str) -> None:
        groups = sorted((one.name for one in self.session.store.groups.all()), key=str.casefold)
        named = NameInput(self.tr("for example Leeds Chamber"))
        named.offer(groups)
        named.show_value(group)
        own = LineInput(self.tr("for example summer party"))
        own.show_value(self._event.name)
        self.beside(
            Field("event-group", self.tr("Group or series"), named),
            Field("event-name", self.tr("Its own name, if it has one"), own),
        )

    def _ask_when_and_what_it_took(self) -> None:
        today, was = self.session.today(), self._event.day
        # Members of a group have no day, and only they.
        day = DayInput(today, optional=was is None, latest=max(today, was or today))
        day.show_value(was)
        hours, fee = HoursInput(), MoneyInput()
        hours.show_value(self._event.hours)
        fee.setSingleStep(5.0)
        fee.show_value(self._event.fee)
        for one in (day, hours, fee):  # each as wide as its third of the form
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.beside(
            Field("event-day", self.tr("Day"), day),
            Field("event-hours", self.tr("Hours"), hours),
            Field("event-fee", self.tr("Fee"), fee),
        )

    def _ask_who(self) -> None:
        self._people = PeopleMet(self._known, self.session.portraits)
        self._people.show_value(self._were)
        self._people.pick_wanted.connect(self._on_pick)
        self._people.finished.connect(self._on_people)
        self._people.offer_to_pick(was_import(self.session.store))
        self.ask(Field("met-people", self.tr("Whom you met"), self._people), self.form.body)
        self.form.body.addStretch(1)

    def _said(self) -> Event:
        return replace(
            self._event,
            name=self.answer("event-name"),
            day=self.answer("event-day"),
            hours=self.answer("event-hours"),
            fee=self.answer("event-fee"),
        )

    def save(self) -> None:
        if wrong := self._people.settle():
            self.say_wrong(wrong)
            return
        event, group, today = self._said(), self.answer("event-group"), self.session.today()
        met: tuple[Met, ...] = self.answer("met-people")
        known = {one.person for one in met if one.person}
        were = {one.person for one in self._were}
        fresh = [one for one in met if one.person not in were]
        called = event.name.strip() or group.strip()
        kept: Change | Event | None
        many = len(fresh) + len(were - known) > MANY
        if event.id:
            label = self.tr("{event} changed").format(event=called)
            edit = beside(edit_event) if many else edit_event
            kept = self.walk(label, edit, group, event, fresh, today, were - known)
        else:
            label = self.tr("{event} noted").format(event=called)
            add = beside(add_event) if many else add_event
            kept = self.walk(label, add, group, event, fresh, today)
        if isinstance(kept, Event):
            self.close_kept(kept.id)
        elif not group.strip():
            self.fields["event-group"].ask_again()

    def _on_which(self, _: str) -> None:
        """Says beforehand when there is such an event already."""
        other = event_like(self.session.store, self.answer("event-group"), self._said())
        words = self.tr("That event is noted already: saving adds these people to it.")
        if self._event.id:
            words = self.tr("That event is noted already: saving makes the two one.")
        self._joins.setText(words)
        self._joins.setVisible(other is not None)

    def _on_getting_ready(self) -> None:
        if self.isVisible() and not self._known.make_ready():  # closed, its library may be as well
            self._getting_ready.start()

    def _on_people(self) -> None:
        self.say_wrong("")
        QTimer.singleShot(0, self, self._grow)  # once a question that is asked has its place

    def _grow(self) -> None:
        self.fit_form(self.height())

    def _on_pick(self) -> None:
        from ui.dialogs.pick_people import PickPeopleDialog

        try:
            brought = beside(last_import)(self.session.store)
        except PlannerError as refusal:
            self.say_wrong(str(refusal))
            return
        if brought is None:
            self.say_wrong(self.tr("Nobody of the last import is in the library any more."))
            return
        there = {one.person for one in self._people.value()}
        dialog = PickPeopleDialog(self.session, brought, there, self)
        dialog.picked.connect(self._on_picked)
        dialog.open()

    def _on_picked(self, people: list[int]) -> None:
        self._people.add(self._known.met(people))
        self._people.setFocus()

    def _on_remove(self) -> None:
        label = self.tr("{event} removed").format(event=self.fields["event-group"].input.value())
        remove = beside(remove_event) if len(self._were) > MANY else remove_event
        if self.walk(label, remove, self._event.id) is not None:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a question leads on to the names, rather than to keep an event of nobody."""
        pressed, held = event.key(), event.modifiers()
        if pressed in ENTER and not held & Qt.KeyboardModifier.ControlModifier:
            self._people.setFocus()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._getting_ready.start()  # once it is in sight


def _tr(text: str) -> str:
    return QCoreApplication.translate("EventDialog", text)
