"""A group with its events, and what came of going there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.groups import Event
from planner.journeys.events_page import EventLine, GroupLine
from ui import day_wording, wording
from ui.country import grouped, here
from ui.widgets.layouts import Flow, button, row
from ui.widgets.met_bar import MetBar
from ui.widgets.person_card import Lines, PersonCard, RecordButton
from ui.widgets.text import Text
from ui.widgets.text_button import ABOVE

translate = QCoreApplication.translate

AT_FIRST = 4  # events of a group before "Show all"
DAYS = 78  # pixels of the column of days, which may have their year
BETWEEN_FIGURES = 26  # pixels


class GroupCard(PersonCard):
    """A group's name, its sum as quiet figures, and its events, the latest first.

    Signals:
        event_wanted(int): change this event, by its id.
        event_removed(EventLine): it is to go.
        add_wanted(str): add an event of the group of this name.
        group_wanted(GroupLine): rename the group, or remove it.
        all_wanted(int): show all events of this group.
    """

    event_wanted = Signal(int)
    event_removed = Signal(object)
    add_wanted = Signal(str)
    group_wanted = Signal(object)
    all_wanted = Signal(int)

    def __init__(self, line: GroupLine, today: date, *, whole: bool) -> None:
        super().__init__("group", line.group.name)
        self._line = line
        self.body.setSpacing(10)
        self.offer("edit-group", self.tr("Rename or remove this group"), self._on_group, "edit")
        self.offer("add-to-group", self.tr("Add an event of this group"), self._on_add)
        self.body.addLayout(_figures(line))
        if line.people:
            bar = MetBar(line.talked, line.people)
            words = self.tr("{count} of {people} met 1-2-1 since first met here").format(
                count=grouped(line.talked), people=grouped(line.people)
            )
            across = row(bar, Text(words, "small", wrap=False), gap=12)
            across.setStretch(0, 1)
            self.body.addLayout(across)
        lines = Lines(DAYS)
        for one in line.events if whole else line.events[:AT_FIRST]:
            day = when(one, today)
            took = Text(cost(one.event), "small", wrap=False)
            took.setAlignment(Qt.AlignmentFlag.AlignRight)
            took.setContentsMargins(0, ABOVE + 1, 0, 0)
            lines.add(day, self._event(one, day), took)
        self.body.addLayout(lines)
        if len(line.events) > AT_FIRST and not whole:
            words = self.tr("Show all {count}").format(count=grouped(len(line.events)))
            self.body.addWidget(button(words, self._on_all, "quiet", "show-all-events"))

    def _event(self, one: EventLine, day: str) -> RecordButton:
        """Its own name and who was met; an event that is called as its group says that alone."""
        people, waiting = who(one), not_met_yet(one)
        named = one.event.name if one.event.name != self._line.group.name else ""
        if one.event.day is None:
            named = named or self.tr("Members")
        made = RecordButton(
            one,
            named or people,
            "event",
            opens=self.tr("Change…"),
            removes=self.tr("Remove"),
            aside=" · ".join(part for part in (people if named else "", waiting) if part),
        )
        told = (day, named or self._line.group.name, people, waiting, cost(one.event))
        made.setAccessibleName(", ".join(part for part in told if part))
        made.chosen.connect(self._on_event)
        made.removed.connect(self.event_removed)
        return made

    def _on_event(self, one: EventLine) -> None:
        self.event_wanted.emit(one.event.id)

    def _on_add(self) -> None:
        self.add_wanted.emit(self._line.group.name)

    def _on_group(self) -> None:
        self.group_wanted.emit(self._line)

    def _on_all(self) -> None:
        self.all_wanted.emit(self._line.group.id)


class ListsCard(PersonCard):
    """Online networks and other lists of people that no event belongs to.

    Signals:
        group_wanted(GroupLine): rename it, or remove it.
    """

    group_wanted = Signal(object)

    def __init__(self, lines: Sequence[GroupLine], more: int) -> None:
        super().__init__("lists", self.tr("Without events"))
        self.body.addWidget(
            Text(self.tr("Online networks, and lists that came with your contacts."), "small")
        )
        for line in lines:
            made = RecordButton(
                line,
                line.group.name,
                "list",
                opens=self.tr("Rename or remove…"),
                aside=talked(line.talked, line.people, since=False),
            )
            made.chosen.connect(self.group_wanted)
            self.body.addWidget(made)
        if more:
            words = self.tr("and {count} more").format(count=grouped(more))
            self.body.addWidget(Text(words, "small"))


def when(line: EventLine, today: date) -> str:
    """The day of an event; members of a group have none."""
    return day_wording.short_day(line.event.day, today) if line.event.day else ""


def who(line: EventLine) -> str:
    """How many were met, and what came of it."""
    if line.people:
        return talked(line.talked, line.people, since=line.event.day is not None)
    return translate("events", "Nobody noted yet: whom did you meet?")


def not_met_yet(line: EventLine) -> str:
    """ "Not met 1-2-1 yet: Jonas Lindqvist and 2 more", of an event of the last weeks.

    Whoever there ever was a 1-2-1 with is not among them, though it was before the event.
    """
    if not line.waiting:
        return ""
    names, more = ", ".join(line.waiting), line.never - len(line.waiting)
    if more > 0:
        words = translate("events", "Not met 1-2-1 yet: {names} and {count} more")
        return words.format(names=names, count=grouped(more))
    return translate("events", "Not met 1-2-1 yet: {names}").format(names=names)


def cost(event: Event) -> str:
    """ "2 hours · £18": what it took, as far as that is known."""
    parts = [hours(event.hours)] if event.hours else []
    return " · ".join((*parts, wording.money(event.fee)) if event.fee else parts)


def talked(count: int, people: int, *, since: bool) -> str:
    """ "5 people, 3 met 1-2-1 since"; nobody knows since when somebody belongs to a list."""
    one, many = translate("events", "1 person"), translate("events", "{people} people")
    told = one if people == 1 else many.format(people=grouped(people))
    if not count:
        words = translate("events", "{people}, no 1-2-1 yet")
        if since:
            words = translate("events", "{people}, no 1-2-1 since")
        return words.format(people=told)
    words = translate("events", "{people}, {count} met 1-2-1")
    if since:
        words = translate("events", "{people}, {count} met 1-2-1 since")
    return words.format(people=told, count=grouped(count))


def hours(count: float) -> str:
    """ "1 hour", "2.5 hours"."""
    if count == 1:
        return translate("events", "1 hour")
    digits = len(f"{count:.2f}".rstrip("0").split(".")[1])
    return translate("events", "{count} hours").format(count=here().toString(count, "f", digits))


def _figures(line: GroupLine) -> Flow:
    """The group's sum: a number, and below it what it counts."""
    flow = Flow(gap=BETWEEN_FIGURES)
    for number, one, many in (
        (line.occasions, translate("events", "event"), translate("events", "events")),
        (line.people, translate("events", "person met"), translate("events", "people met")),
        (
            line.talks,
            translate("events", "1-2-1 came of it"),
            translate("events", "1-2-1s came of it"),
        ),
    ):
        flow.addWidget(_figure(grouped(number), one if number == 1 else many))
    if line.hours:
        spent, _, unit = hours(line.hours).partition(" ")
        flow.addWidget(_figure(spent, unit))
    if line.fee:
        flow.addWidget(_figure(wording.money(line.fee), translate("events", "in fees")))
    return flow


def _figure(number: str, what: str) -> QWidget:
    made = QWidget()
    made.setObjectName("figure")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Text(number, "name", wrap=False))
    column.addWidget(Text(what, "small", wrap=False))
    return made
