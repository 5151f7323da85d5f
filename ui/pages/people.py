"""People: everybody in a list, and beside it the page of the one chosen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from planner.domain.changes import Change, Kind
from planner.domain.duplicates import Pair
from planner.domain.people import Person
from planner.errors import NotFound
from planner.journeys.keep_people import remove_people, remove_person
from planner.journeys.look_through_people import everybody, standings, with_changed
from planner.journeys.person_page import person_page
from ui.background import beside
from ui.country import grouped
from ui.in_sight import InSight
from ui.lookalikes import Lookalikes
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.touch_keys import TouchKey, bind_touch_keys
from ui.widgets.layouts import PAGE_MARGINS, Empty, button, lay_out_page, page_head
from ui.widgets.people_list import PeopleList
from ui.widgets.person_acts import PersonActs
from ui.widgets.person_view import PersonView
from ui.widgets.text import Text

# What a row of the list tells; the rest is on the person's page alone.
IN_LIST = frozenset(
    {
        *(Kind.ME, Kind.PERSON, Kind.FACT, Kind.MEETING, Kind.TOUCH),
        *(Kind.ATTENDANCE, Kind.EVENT, Kind.GROUP),
    }
)

TWICE = frozenset({Kind.PERSON, Kind.APART, Kind.ME})  # what decides who may be here twice

BREATH_MS = 10  # between two steps of what can wait, so that keys and the mouse go first
DUPLICATES_MS = 1_500  # of rest before those who may be here twice are looked for
FEW = 100  # people that are read again one by one when they change; with more, everybody is
DONE = object()


class PeoplePage(Page):
    """The list at the left stays while the page at the right follows it."""

    where = Where.PEOPLE
    shows = IN_LIST | {
        *(Kind.PROMISE, Kind.REFERRAL, Kind.ASK, Kind.INTRODUCTION, Kind.PHOTO, Kind.APART)
    }
    tells_days = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._list_stale = True
        self._people: list[Person] = []  # those in the list
        self._changed: set[int] = set()  # people who are not as the list has them
        self._work: Iterator[None] = iter(())  # what is still to be found out, in steps
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BREATH_MS)
        self._soon.timeout.connect(self._go_on)
        self._acts = PersonActs(session, self)
        self._acts.wanted.connect(self.wanted)
        self._acts.sheet_wanted.connect(self.sheet_wanted)
        self._acts.export_wanted.connect(self._on_export_person)
        self._list = PeopleList(session.portraits)
        self._list.current_changed.connect(self._on_current)
        self._list.entered.connect(self._on_entered)
        self._list.edit_wanted.connect(self._on_edit)
        self._list.remove_wanted.connect(self._on_remove)
        self._list.plan_wanted.connect(self._on_plan)
        self._list.export_wanted.connect(self._on_export)
        self._list.add_wanted.connect(self._on_add)
        self._list.event_wanted.connect(self._on_event)
        self._list.duplicates_wanted.connect(self._on_duplicates)
        self._twice = Lookalikes(session, self)
        self._twice.found.connect(self._on_lookalikes)
        self._twice_stale = True
        self._person = PersonView(self._acts)
        both = QWidget()
        beside = QHBoxLayout(both)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self._list)
        self._nobody_chosen = self._choose_somebody()
        self._beside = QStackedLayout()
        beside.addLayout(self._beside, 1)  # first: it shows at once what is added, as a window else
        self._beside.addWidget(self._person)
        self._beside.addWidget(self._nobody_chosen)
        self._nobody = self._empty()
        self._either = QStackedLayout(self)
        self._either.setContentsMargins(0, 0, 0, 0)
        self._either.addWidget(both)
        self._either.addWidget(self._nobody)
        edit = QShortcut(QKeySequence(Qt.Key.Key_F2), self)
        edit.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        edit.activated.connect(self._on_edit_current)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._list.start_finding)
        bind_touch_keys(self, self._person, self._on_touch, self._on_touch_with_note)

    def open(self, route: Route) -> None:
        self.route = route
        self._stale = False
        gone = route.person and self.session.store.people.find(route.person) is None
        if gone:
            self.session.refused.emit(
                self.tr("That person is not in the library any more. Choose somebody in the list.")
            )
        self._follow()
        self._count_duplicates()
        if route.person and not gone:
            self._list.choose(route.person)
        self._show_person(self._list.current)
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._go_in()

    def refresh(self) -> None:
        self._follow()
        self._count_duplicates()
        self._show_person(self._list.current)

    def in_sight(self) -> InSight:
        return self._list.in_sight()

    def on_theme(self) -> None:
        self._list.repaint_icons()
        super().on_theme()

    def _go_in(self) -> None:
        if self._either.currentWidget() is self._nobody:
            self._bring_in.setFocus()
        else:
            self._list.go_in()

    def _follow(self) -> None:
        """Brings the list up to date: a few people at once, what takes long in steps."""
        count = self.session.store.people.count()
        self._either.setCurrentIndex(0 if count else 1)
        if not self._list_stale and count == len(self._people):
            return
        few = self._people and len(self._changed) <= FEW
        if few:
            self._fill(with_changed(self.session.store, self._people, self._changed))
        if few and count == len(self._people):
            self._work = self._find_standings()
        else:
            self._work = self._read_everybody()
        self._list_stale = False
        self._changed.clear()
        self._soon.start()

    def _fill(self, people: list[Person]) -> None:
        self._people = people
        self._list.show_people(people)

    def _read_everybody(self) -> Iterator[None]:
        self._fill(everybody(self.session.store))
        yield
        self._on_current(self._list.current)
        yield
        yield from self._find_standings()

    def _find_standings(self) -> Iterator[None]:
        for known in standings(self.session.store, self.session.today()):
            if known:
                self._list.show_standings(known)
            yield
        self._list.make_ready()

    def _go_on(self) -> None:
        """One step of what can wait; the next one when the window is free."""
        if next(self._work, DONE) is not DONE:
            self._soon.start()

    def _show_person(self, person: int) -> None:
        """Shows somebody at the right; nobody chosen, or removed meanwhile, leaves it empty."""
        if not person and not self._list.everybody:
            return  # they come in a moment
        today = self.session.today()
        try:
            page = person_page(self.session.store, person, today) if person else None
        except NotFound:
            page = None
        if page is not None:
            self._person.show_person(page, today)
        self._beside.setCurrentIndex(0 if page is not None else 1)

    def _choose_somebody(self) -> QWidget:
        made = QWidget()
        made.setObjectName("nobody-chosen")
        column = QVBoxLayout(made)
        column.setContentsMargins(*PAGE_MARGINS)
        column.addStretch(1)
        column.addWidget(
            Empty(
                self.tr("Nobody is chosen"),
                self.tr("Show everybody, or choose somebody in the list."),
            )
        )
        column.addStretch(2)
        return made

    def _empty(self) -> QWidget:
        self._bring_in = button(
            self.tr("Bring people in…"), self._on_bring_in, "primary", "bring-in"
        )
        made, column = QWidget(), QVBoxLayout()
        heading = Text(self.tr("People"), "title")
        heading.setObjectName("people-heading")
        told = Text(self.tr("Everybody you know, and what is between you"), "soft")
        lay_out_page(made, page_head(heading, told), column)
        column.addWidget(
            Empty(
                self.tr("Nobody is here yet"),
                self.tr(
                    "Bring in the contacts of your phone, LinkedIn or Google, "
                    "or begin with somebody you would like to know better."
                ),
                self._bring_in,
                button(self.tr("Add somebody…"), self._on_add, name="add"),
                button(self.tr("Add an event…"), self._on_event, name="add-event"),
            )
        )
        return made

    def _on_current(self, person: int) -> None:
        if person != self._acts.person.id or self._beside.currentIndex():
            self._show_person(person)

    def _on_entered(self, person: int) -> None:
        self._on_current(person)
        self._person.go_in()

    def _on_edit(self, person: int) -> None:
        self._on_current(person)
        self._acts.edit()

    def _on_edit_current(self) -> None:
        if self._list.current:
            self._on_edit(self._list.current)

    def _on_touch(self, key: TouchKey) -> None:
        if self._list.current:
            self._on_current(self._list.current)
            self._acts.note_touch(key)

    def _on_touch_with_note(self) -> None:
        if self._list.current:
            self._on_current(self._list.current)
            self._acts.add_touch()

    def _on_remove(self, people: list[int]) -> None:
        if len(people) == 1:
            only = self.session.store.people.find(people[0])
            name = only.name if only is not None else ""
            self.session.do(self.tr("{name} removed").format(name=name), remove_person, people[0])
        else:
            label = self.tr("{count} people removed").format(count=grouped(len(people)))
            remove = beside(remove_people) if len(people) > FEW else remove_people
            self.session.do(label, remove, people)

    def _on_plan(self, people: list[int]) -> None:
        """1-2-1s with several of them, back to back."""
        from ui.dialogs.plan_day import PlanDayDialog

        PlanDayDialog(self.session, None, people, self).open()

    def _on_export(self) -> None:
        self.act_wanted.emit("export")

    def _on_export_person(self) -> None:
        self.act_wanted.emit("export-person")

    def _on_add(self) -> None:
        self.act_wanted.emit("new-person")

    def _on_event(self) -> None:
        self.act_wanted.emit("add-event")

    def _count_duplicates(self) -> None:
        """Looks, once nobody is busy here, whether somebody may be in the library twice."""
        if self._twice_stale:
            self._list.count_duplicates_anew()
            self._twice.look(DUPLICATES_MS)

    def _on_lookalikes(self, pairs: list[Pair]) -> None:
        self._twice_stale = False
        self._list.tell_duplicates(len(pairs))

    def _on_duplicates(self) -> None:
        self.wanted.emit(Route(Where.DUPLICATES))

    def _on_bring_in(self) -> None:
        self.act_wanted.emit("bring-in")

    def _on_changed(self, change: Change) -> None:
        self._list_stale = self._list_stale or bool(IN_LIST & change.kinds)
        self._changed |= change.ids(Kind.PERSON)
        self._twice_stale = self._twice_stale or bool(TWICE & change.kinds)
        super()._on_changed(change)

    def _on_changed_elsewhere(self) -> None:
        self._list_stale = True
        self._twice_stale = True
        self._people = []  # whoever is in the list may be another by now: all are read again
        super()._on_changed_elsewhere()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is worked out; the list goes on when it is next opened."""
        if self._soon.isActive():
            self._soon.stop()
            self._list_stale = True
        self._twice.stop()
        super().hideEvent(event)
