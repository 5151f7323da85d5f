"""Whom the user met at the last event, to plan a 1-2-1 with before they fade."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.domain.people import Person
from planner.errors import NotFound
from planner.journeys.met_lately import MetLately
from ui import day_wording
from ui.country import grouped
from ui.dialogs.form import show
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import Card, button, row
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton


class MetLatelyCard(Card):
    """An event of the last days and up to three people met there; or the way to note them.

    Signals:
        wanted(Route): look at somebody, plan a 1-2-1 with them, or go to the events.
    """

    wanted = Signal(Route)

    def __init__(self, session: Session, found: MetLately, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("met-lately")
        self._session = session
        self._found = found
        event, today = found.event, session.today()
        day = day_wording.ago((today - event.day).days) if event.day is not None else ""
        title = self.tr("{event} · {day}").format(event=found.called, day=day)
        self.setAccessibleName(title)
        self.body.addWidget(Text(title, "caps"))
        if not found.people:
            self.body.addWidget(Text(self.tr("Whom did you meet there?")))
            note = button(self.tr("Note them…"), self._on_note, name="note-met")
            self.body.addLayout(row(note, None))
            return
        self.body.addWidget(Text(self.tr("A 1-2-1 while you still remember each other"), "soft"))
        for person in found.first:
            line = _NewlyMet(person)
            line.wanted.connect(self.wanted)
            self.body.addWidget(line)
        if found.people > len(found.first):
            words = self.tr("{count} more").format(count=grouped(found.people - len(found.first)))
            self.body.addWidget(button(words, self._on_all, "quiet", "all-met"))

    def _on_note(self) -> None:
        from ui.dialogs.event import EventDialog

        try:
            show(EventDialog(self._session, self._found.event.id, parent=self.window()))
        except NotFound as refusal:  # removed in a terminal, say
            self._session.refused.emit(str(refusal))

    def _on_all(self) -> None:
        self.wanted.emit(Route(Where.EVENTS))


class _NewlyMet(QWidget):
    """Somebody met there, and the button that plans a 1-2-1.

    Signals:
        wanted(Route): look at them, or plan it.
    """

    wanted = Signal(Route)

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.setObjectName("newly-met")
        self._id = person.id
        name = TextButton(person.name, aside=person.headline, name="name-met")
        name.clicked.connect(self._on_name)
        plan = button(self.tr("Plan"), self._on_plan, name="plan-met")
        plan.setAccessibleName(self.tr("Plan a 1-2-1 with {name}").format(name=person.name))
        across = row(name, plan, gap=10)
        across.setStretch(0, 1)
        self.setLayout(across)

    def _on_name(self) -> None:
        self.wanted.emit(Route(Where.PEOPLE, person=self._id))

    def _on_plan(self) -> None:
        self.wanted.emit(Route(Where.PLAN, person=self._id))
