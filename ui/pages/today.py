"""Today: whom to meet next, and what is coming up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.journeys.follow_up import keep_promise
from planner.journeys.suggest_people import AT_MOST, Suggestions, suggest
from planner.journeys.todays_page import (
    NextMeeting,
    calendar_today,
    promises_due,
)
from ui import assets, day_wording, theme, week_wording
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.talk_early import talk_now
from ui.widgets.columns import Columns
from ui.widgets.layouts import GAP, Card, Empty, Scrolled, button, clear, page_head
from ui.widgets.next_meeting_card import AwaitingCard, NextMeetingCard
from ui.widgets.promise_rows import PromiseRow
from ui.widgets.search_button import SearchButton
from ui.widgets.text import Text
from ui.widgets.week_list import WeekList

if TYPE_CHECKING:
    from ui.todays_extras import Extras

ASIDE_WIDTH = 340  # pixels: the column of what is coming up
LIST_WIDTH = 760  # pixels: a sentence longer than this is hard to read
LIST_LEAST = 420  # pixels: narrower than this, what is coming up stands below
PROMISES_SHOWN = 5
SEEN_AT_LATEST = 500  # milliseconds after it is shown


class TodayPage(Page):
    """At most five people, each with reasons; beside them what is coming up."""

    where = Where.TODAY
    builds_anew = True
    shows = frozenset(Kind) - {Kind.ANSWER, Kind.CONVERSATION, Kind.PLACE, Kind.SETTING}

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._listed_on: date | None = None
        self._start = 0  # how many of the list stand before those in sight
        self._line = Text("", "soft")
        self._line.setObjectName("today-line")
        self._search = SearchButton()
        self._search.search_wanted.connect(self.search_wanted)
        self._list = WeekList()
        for signal, slot in (
            (self._list.plan_wanted, self._on_plan),
            (self._list.person_wanted, self._on_person),
            (self._list.not_now, self._on_not_now),
            (self._list.until_wanted, self._on_until),
            (self._list.keep_wanted, self._on_keep),
            (self._list.why_wanted, self._on_why),
            (self._list.more_wanted, self._on_more),
            (self._list.first_wanted, self._on_first),
        ):
            signal.connect(slot)
        self._aside = QVBoxLayout()
        self._aside.setSpacing(GAP)
        columns = Columns((1, 0), least=LIST_LEAST, aside=ASIDE_WIDTH)
        columns.setMaximumWidth(LIST_WIDTH + GAP + ASIDE_WIDTH)
        columns.first.addLayout(self._list)
        columns.first.addStretch(1)
        columns.second.addLayout(self._aside)
        self._extras: Extras | None = None  # once the page was seen
        self._more = QVBoxLayout()
        self._more.setSpacing(GAP)
        columns.second.addLayout(self._more)
        columns.second.addStretch(1)

        self._read_from = 0  # how far down the page was scrolled before it was filled again
        scrolled = Scrolled(self)  # from the first: giving it to another later takes 3 ms
        self._scrolled = scrolled
        title = Text(self.tr("Whom to meet next"), "title")
        scrolled.body.addLayout(page_head(title, self._line, self._search))
        scrolled.body.addWidget(columns)
        scrolled.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)

    def open(self, route: Route) -> None:
        """Whoever comes from another page begins at the head of it, and of the list."""
        comes = not self.isVisible()
        if comes:
            self._stale = self._stale or self._start > 0
            self._start = 0
            self._begin_at_head()
        super().open(route)
        if comes:
            self._begin_at_head()
        if self._extras is not None:
            self._extras.look_again()

    def tells(self) -> object:
        self._calendar = calendar_today(self.session.store, self.session.now())
        return self.session.today(), self._calendar

    def refresh(self) -> None:
        today = self.session.today()
        if today != self._listed_on:
            self._listed_on, self._start = today, 0
            self._begin_at_head()
        suggestions = self._suggested(today)
        nobody = not suggestions.entries and self.session.store.people.count() == 0
        told = [day_wording.long_day(today)]
        if suggestions.start:
            told.append(week_wording.places(suggestions))
        elif not nobody:
            told.append(week_wording.planned(suggestions))
        self._line.setText(" · ".join(told))
        self._search.setIcon(assets.icon("search", theme.current().soft))
        if self._extras is not None and not self._brings_back:
            self._read_from = self._scrolled.verticalScrollBar().value()
        if suggestions.entries:
            self._list.show_people(suggestions, today, self.session.portraits)
            if self._extras is not None:
                self._list.add_foot()
        else:
            self._list.show_instead(self._empty(nobody=nobody))
        clear(self._aside)
        pushes = bool(suggestions.entries) and not suggestions.full
        self._show_aside(today, first_is_theirs=not pushes)
        if self._extras is not None:
            self._extras.look()
            self.put_tabs_in_order()

    def put_tabs_in_order(self) -> None:
        """Tab goes as the page is read: the list and its foot, then what stands beside it."""
        from ui.widgets.tab_order import tab_as_laid_out

        tab_as_laid_out(self._scrolled)

    def _begin_at_head(self) -> None:
        """The page's head is in sight, also once all has its place."""
        self._read_from = 0
        self._show_head()
        QTimer.singleShot(0, self, self._show_head)

    def _show_head(self) -> None:
        self._scrolled.verticalScrollBar().setValue(0)

    def _bring_keyboard_back(self) -> None:
        """What is read stays in place, wherever the keyboard is."""
        super()._bring_keyboard_back()
        self._scrolled.verticalScrollBar().setValue(self._read_from)

    def _suggested(self, today: date) -> Suggestions:
        """The part of the list in sight, or the one before where nobody is left in it."""
        store = self.session.store
        while self._start:
            found = suggest(store, today, AT_MOST, start=self._start)
            if found.entries:
                return found
            self._start = max(0, self._start - AT_MOST)
        return suggest(store, today)

    def take_focus(self) -> None:
        """Begins at the first suggestion: Enter plans it, Tab goes on through the page."""
        focused = self.window().focusWidget()
        plans = self._parts_alike("plan")
        here = focused is not None and self.isAncestorOf(focused) and focused.isVisibleTo(self)
        if plans and not here:
            plans[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def _empty(self, *, nobody: bool) -> QWidget:
        """What to do when there is nobody to suggest: nobody known, or everybody rests."""
        if nobody:
            return Empty(
                self.tr("Nobody is here yet"),
                self.tr(
                    "Bring in the people you know, from your phone, LinkedIn or Google, "
                    "and this page tells you whom to meet next, and why."
                ),
                button(self.tr("Bring people in…"), self._on_bring_in, "primary", "bring-in"),
                button(self.tr("Add somebody…"), self._on_add, name="add"),
                button(self.tr("Add an event…"), self._on_event, name="add-event"),
            )
        return Empty(
            self.tr("Nobody to suggest today"),
            self.tr(
                "Everybody is planned, resting or set aside for now. "
                "Enjoy the quiet, or look through your people."
            ),
            button(self.tr("Look through people"), self._on_people, "primary", "people"),
        )

    def _show_aside(self, today: date, *, first_is_theirs: bool) -> None:
        coming, over = self._calendar
        if coming is not None:
            card = NextMeetingCard(coming, today, self.session.zone, primary=first_is_theirs)
            card.wanted.connect(self._on_talk)
            card.prepare_wanted.connect(self.wanted)
            card.sheet_wanted.connect(self.sheet_wanted)
            self._aside.addWidget(card)
        if over:
            self._show_awaiting(over, today)
        if due := promises_due(self.session.store, today)[:PROMISES_SHOWN]:
            promises = Card(self.tr("Promises"), self._aside.parentWidget())
            promises.setObjectName("promises")
            for one in due:
                line = PromiseRow(one, today, promises)
                line.ticked.connect(self._on_ticked)
                promises.body.addWidget(line)
            self._aside.addWidget(promises)

    def _show_awaiting(self, over: tuple[NextMeeting, ...], today: date) -> None:
        card = AwaitingCard(over, today)
        card.wanted.connect(self.wanted)
        self._aside.addWidget(card)

    def _on_plan(self, person: int) -> None:
        self.wanted.emit(Route(Where.PLAN, person=person))

    def _on_talk(self, route: Route) -> None:
        coming, _ = self._calendar
        if coming is None or coming.begun or talk_now(self.session, self, coming.meeting):
            self.wanted.emit(route)

    def _on_person(self, person: int) -> None:
        self.wanted.emit(Route(Where.PEOPLE, person=person))

    def _on_not_now(self, person: int, until: date | None) -> None:
        from ui import putting_off

        putting_off.put_off(self.session, person, until)

    def _on_until(self, person: int) -> None:
        from ui import putting_off

        putting_off.ask_until(self.session, person, self)

    def _on_keep(self, person: int) -> None:
        from ui import putting_off

        putting_off.keep(self.session, person)

    def _on_more(self) -> None:
        self._show_from(self._list.shown.start + len(self._list.shown.entries))

    def _on_first(self) -> None:
        self._show_from(0)

    def _show_from(self, start: int) -> None:
        """Another part of the list, read from its first card on."""
        self._start = start
        self.refresh()
        self._read_from = 0
        QTimer.singleShot(0, self, self.go_to_first)  # once all is in sight

    def go_to_first(self) -> None:
        """The keyboard goes to the first suggestion, the page to its head."""
        if plans := self._parts_alike("plan"):
            plans[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_head()

    def _on_why(self, person: int) -> None:
        """Why these people, beginning with one of them."""
        from ui.dialogs.why import WhyDialog

        people = [entry.person.id for entry in self._list.shown.entries]
        dialog = WhyDialog(self.session, people, person, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_ticked(self, promise: int, kept: bool) -> None:
        if kept:
            self.session.do(self.tr("Promise kept"), keep_promise, promise, self.session.today())

    def _on_people(self) -> None:
        self.wanted.emit(Route(Where.PEOPLE))

    def _on_bring_in(self) -> None:
        self.act_wanted.emit("bring-in")

    def _on_event(self) -> None:
        self.act_wanted.emit("add-event")

    def _on_add(self) -> None:
        self.act_wanted.emit("new-person")

    def on_theme(self) -> None:
        if self._extras is not None:
            self._extras.forget()
        super().on_theme()

    def _look_further(self) -> None:
        """What else there is today need not be waited for: see `ui.todays_extras`."""
        if self._extras is None:
            from ui.todays_extras import Extras

            self._extras = Extras(self, self._more)
            self._extras.look()
            self._list.add_foot()
            self.put_tabs_in_order()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._extras is None:
            QTimer.singleShot(0, self, self._look_further)  # once all of it is painted

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._extras is None:  # what covers the page whole may be painted without it
            QTimer.singleShot(SEEN_AT_LATEST, self, self._look_further)
