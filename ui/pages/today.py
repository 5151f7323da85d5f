"""Today: whom to meet next, and what is coming up."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.people import Person
from planner.journeys.follow_up import keep_promise
from planner.journeys.suggest_people import Suggestions, not_now, suggest, suggest_again
from planner.journeys.todays_page import (
    NextMeeting,
    calendar_today,
    promises_due,
)
from ui import assets, day_wording, theme
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.talk_early import talk_now
from ui.widgets.columns import Columns
from ui.widgets.layouts import GAP, Card, Empty, Scrolled, button, clear, page_head
from ui.widgets.next_meeting_card import AwaitingCard, NextMeetingCard
from ui.widgets.promise_rows import PromiseRow
from ui.widgets.search_button import SearchButton
from ui.widgets.suggestion_card import SuggestionCard
from ui.widgets.text import Text

ASIDE_WIDTH = 340  # pixels: the column of what is coming up
LIST_WIDTH = 760  # pixels: a sentence longer than this is hard to read
LIST_LEAST = 420  # pixels: narrower than this, what is coming up stands below
PROMISES_SHOWN = 5


class TodayPage(Page):
    """At most five people, each with reasons; beside them what is coming up."""

    where = Where.TODAY
    builds_anew = True
    shows = frozenset(Kind) - {Kind.ANSWER, Kind.CONVERSATION, Kind.PLACE, Kind.SETTING}

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._line = Text("", "soft")
        self._line.setObjectName("today-line")
        self._search = SearchButton()
        self._search.search_wanted.connect(self.search_wanted)
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._aside = QVBoxLayout()
        self._aside.setSpacing(GAP)
        columns = Columns((1, 0), least=LIST_LEAST, aside=ASIDE_WIDTH)
        columns.setMaximumWidth(LIST_WIDTH + GAP + ASIDE_WIDTH)
        columns.first.addLayout(self._list)
        columns.first.addStretch(1)
        columns.second.addLayout(self._aside)
        columns.second.addStretch(1)

        scrolled = Scrolled(self)  # from the first: giving it to another later takes 3 ms
        title = Text(self.tr("Whom to meet next"), "title")
        scrolled.body.addLayout(page_head(title, self._line, self._search))
        scrolled.body.addWidget(columns)
        scrolled.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)

    def tells(self) -> object:
        self._calendar = calendar_today(self.session.store, self.session.now())
        return self.session.today(), self._calendar

    def refresh(self) -> None:
        today = self.session.today()
        suggestions = suggest(self.session.store, today)
        self._line.setText(self._line_of(suggestions, today))
        self._search.setIcon(assets.icon("search", theme.current().soft))
        clear(self._list)
        if suggestions.entries:
            self._show_people(suggestions, today)
        else:
            self._list.addWidget(self._empty())
        clear(self._aside)
        self._show_aside(today, first_is_theirs=not suggestions.entries)

    def take_focus(self) -> None:
        """Begins at the first suggestion: Enter plans it, Tab goes on through the page."""
        focused = self.window().focusWidget()
        plans = self._parts_alike("plan")
        if plans and (focused is None or not self.isAncestorOf(focused)):
            plans[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().take_focus()

    def _line_of(self, suggestions: Suggestions, today: date) -> str:
        week = self.tr("{planned} of {wanted} conversations this week").format(
            planned=suggestions.planned_this_week, wanted=suggestions.per_week
        )
        return f"{day_wording.long_day(today)} · {week}"

    def _show_people(self, suggestions: Suggestions, today: date) -> None:
        column = self._list.parentWidget()  # at home there from the first, see Scrolled above
        for entry in suggestions.entries:
            card = SuggestionCard(
                entry.person,
                entry.reasons,
                today,
                first=entry.rank == 1,
                asks=entry.ask_to_let_go,
                portrait=self.session.portraits.of(entry.person.id),
                parent=column,
            )
            card.plan_wanted.connect(self._on_plan)
            card.person_wanted.connect(self._on_person)
            card.not_now.connect(self._on_not_now)
            card.keep_wanted.connect(self._on_keep)
            self._list.addWidget(card)

    def _empty(self) -> QWidget:
        """What to do when there is nobody to suggest: nobody known, or everybody rests."""
        if self.session.store.people.count() == 0:
            return Empty(
                self.tr("Nobody is here yet"),
                self.tr(
                    "Bring in the people you know, from your phone, LinkedIn or Google, "
                    "and this page tells you whom to meet next, and why."
                ),
                button(self.tr("Bring people in…"), self._on_bring_in, "primary", "bring-in"),
                button(self.tr("Add somebody…"), self._on_add, name="add"),
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
            card = NextMeetingCard(coming, today, primary=first_is_theirs)
            card.wanted.connect(self._on_talk)
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
        known: Person = self.session.store.people.get(person)
        if until is None:
            label = self.tr("{name} will not be suggested any more").format(name=known.name)
        else:
            label = self.tr("{name} rests until {day}").format(
                name=known.name, day=day_wording.day(until)
            )
        self.session.do(label, not_now, person, until, self.session.today())

    def _on_keep(self, person: int) -> None:
        known: Person = self.session.store.people.get(person)
        label = self.tr("{name} stays among your suggestions").format(name=known.name)
        self.session.do(label, suggest_again, person)

    def _on_ticked(self, promise: int, kept: bool) -> None:
        if kept:
            self.session.do(self.tr("Promise kept"), keep_promise, promise, self.session.today())

    def _on_people(self) -> None:
        self.wanted.emit(Route(Where.PEOPLE))

    def _on_bring_in(self) -> None:
        self.act_wanted.emit("bring-in")

    def _on_add(self) -> None:
        self.act_wanted.emit("new-person")
