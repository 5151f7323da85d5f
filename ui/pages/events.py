"""Groups and events: where the user casts the net, and what came up in it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.errors import NotFound
from planner.journeys.events_page import EventLine, GroupLine, events_page
from planner.journeys.events_page import EventsPage as Found
from planner.journeys.keep_events import remove_event
from ui.background import beside
from ui.dialogs.form import show
from ui.dialogs.group import MANY
from ui.pages.page import Page
from ui.routes import Where
from ui.session import Session
from ui.widgets.columns import Columns
from ui.widgets.group_card import ListsCard
from ui.widgets.group_cards import GroupCards, GroupShown
from ui.widgets.layouts import GAP, Empty, button, clear, lay_out_page, page_head
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.text import Text
from ui.widgets.trips_card import TripsCard

LEAST = 430  # pixels: narrower than this, what stands at the right comes below the groups
ASIDE = 330  # pixels of what stands at the right
WIDEST = 1240  # pixels of both columns
AT_FIRST = 12  # groups, and lists, before "Show all groups"


class EventsPage(Page):
    """A card a group at the left; trips, and lists without events, at the right."""

    where = Where.EVENTS
    shows = frozenset(
        {Kind.GROUP, Kind.EVENT, Kind.ATTENDANCE, Kind.MEETING, Kind.PERSON, Kind.TRIP}
    )
    tells_days = True
    builds_anew = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._whole: set[int] = set()  # groups of which all events are shown
        self._all = False
        self._line = Text("", "soft")
        self._line.setObjectName("events-line")
        self._add = button(self.tr("Add an event…"), self._on_add, "primary", "add-event")
        self._keyboard_waits = False  # for the card it is to come back to
        self._groups = GroupCards()
        self._groups.event_wanted.connect(self._on_event)
        self._groups.event_removed.connect(self._on_event_removed)
        self._groups.add_wanted.connect(self._on_add_to)
        self._groups.group_wanted.connect(self._on_group)
        self._groups.all_wanted.connect(self._on_all_events)
        self._groups.all_there.connect(self._on_all_there)
        self._below, self._lists = QVBoxLayout(), QVBoxLayout()
        columns = Columns((1, 1), least=LEAST, aside=ASIDE)
        columns.setMaximumWidth(WIDEST)
        self._trips = TripsCard(session)
        columns.second.addWidget(self._trips)
        columns.first.addWidget(self._groups)
        for column, part in ((columns.first, self._below), (columns.second, self._lists)):
            part.setSpacing(GAP)
            column.addLayout(part)
            column.addStretch(1)
        body = QVBoxLayout()
        body.addWidget(columns)
        head = page_head(Text(self.tr("Groups and events"), "title"), self._line, self._add)
        lay_out_page(self, head, body)

    def refresh(self) -> None:
        today = self.session.today()
        found = events_page(self.session.store, today)
        self._line.setText(self._words(found))
        clear(self._below)
        clear(self._lists)
        self._trips.refresh()
        if not found.groups:
            self._below.addWidget(self._empty())
        groups = found.groups if self._all else found.groups[:AT_FIRST]
        self._groups.setVisible(bool(groups))
        self._groups.show_groups(
            [GroupShown(line, today, line.group.id in self._whole) for line in groups]
        )
        if found.lists:
            lists = found.lists if self._all else found.lists[:AT_FIRST]
            apart = ListsCard(lists, len(found.lists) - len(lists))
            apart.group_wanted.connect(self._on_group)
            self._lists.addWidget(apart)
        if not self._all and max(len(found.groups), len(found.lists)) > AT_FIRST:
            words = self.tr("Show all groups")
            self._below.addWidget(button(words, self._on_all, "quiet", "show-all-groups"))

    def on_theme(self) -> None:
        self._groups.forget()
        super().on_theme()

    def _bring_keyboard_back(self) -> None:
        self._keyboard_waits = not self._groups.complete
        if not self._keyboard_waits:
            super()._bring_keyboard_back()

    def _on_all_there(self) -> None:
        tab_as_laid_out(self)
        if self._keyboard_waits:
            QTimer.singleShot(0, self, self._bring_keyboard_back)  # once they are in sight

    def _words(self, found: Found) -> str:
        if not found.groups:
            return self.tr("Where you meet people, and what comes of it")
        groups = self.tr("1 group") if len(found.groups) == 1 else self.tr("{count} groups")
        events = self.tr("1 event") if found.occasions == 1 else self.tr("{count} events")
        return " · ".join(
            (groups.format(count=len(found.groups)), events.format(count=found.occasions))
        )

    def _empty(self) -> QWidget:
        return Empty(
            self.tr("No event is noted yet"),
            self.tr(
                "Whoever goes to events but has no conversations afterwards misses the most "
                "important part. Note whom you met, and Today proposes 1-2-1s with them from "
                "tomorrow on."
            ),
        )

    def _open(self, event: int = 0, group: str = "") -> None:
        from ui.dialogs.event import EventDialog

        try:
            show(EventDialog(self.session, event, group, self))
        except NotFound as refusal:
            self.session.refused.emit(str(refusal))

    def _on_add(self) -> None:
        self._open()

    def _on_add_to(self, group: str) -> None:
        self._open(group=group)

    def _on_event(self, event: int) -> None:
        self._open(event)

    def _on_event_removed(self, line: EventLine) -> None:
        group = self.session.store.groups.find(line.event.group)
        called = line.event.name or (group.name if group is not None else "")
        label = self.tr("{event} removed").format(event=called)
        remove = beside(remove_event) if line.people > MANY else remove_event
        # Once the key that was pressed on it is done with: the line is gone then.
        QTimer.singleShot(0, self, lambda: self.session.do(label, remove, line.event.id))

    def _on_group(self, line: GroupLine) -> None:
        from ui.dialogs.group import GroupDialog

        try:
            show(GroupDialog(self.session, line.group.id, line.people, self))
        except NotFound as refusal:
            self.session.refused.emit(str(refusal))

    def _on_all_events(self, group: int) -> None:
        self._whole.add(group)
        self._stale = True
        self.freshen()

    def _on_all(self) -> None:
        self._all = True
        self._stale = True
        self.freshen()
