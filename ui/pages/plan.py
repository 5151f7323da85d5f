"""Plan a 1-2-1: when, where and what for, the invitation, and what to give out of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.trips import Trip
from planner.journeys import plan_page as journeys
from ui import plan_wording
from ui.pages.page import Page
from ui.plan_giving import PlanGiving
from ui.planning import Planning
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import Empty, Scrolled, button, clear, in_the_middle, page_head, row
from ui.widgets.plan_cards import PlanCards
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton


class PlanPage(Page):
    """A new 1-2-1 with a person, or one that is kept and being changed.

    The first button that gives something out plans it; learn, give, ask and the message of a
    planned one are kept as they are typed, another time or place when the user says so.
    """

    where = Where.PLAN
    shows = frozenset(
        {Kind.PERSON, Kind.FACT, Kind.PROMISE, Kind.MEETING, Kind.PLACE, Kind.ME, Kind.TRIP}
    )
    tells_days = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._planning = Planning(session)
        self._choosing = False  # the times are open to choose from, though it has one
        self._filled = False  # the fields hold what was typed about this person
        self._title, self._line = Text("", "title"), Text("", "soft")
        self._title.setObjectName("plan-title")
        self._line.setObjectName("plan-line")
        self._notes = QVBoxLayout()
        self._notes.setSpacing(2)
        self._scrolled = Scrolled()
        self._cards = PlanCards(session)
        self._when, self._said = self._cards.when, self._cards.actions_.said
        self._giving = PlanGiving(session, self._planning, self._cards.actions_, self)
        self._gone = self._nothing_here()
        self._connect()
        self._lay_out()

    def open(self, route: Route) -> None:
        self._said.say("")
        self._when.close_other()
        self._scrolled.verticalScrollBar().setValue(0)
        self._choosing = bool(route.meeting)
        self._filled = False
        self.route = route
        self._planning.open(route)
        self.clock_moved()
        self._stale = False
        self._fill()

    def refresh(self) -> None:
        if self._filled:
            self._take_typed()
        self._planning.read_again()
        self._fill()

    def _fill(self) -> None:
        page = self._planning.page
        self._cards.setVisible(page is not None)
        self._gone.setVisible(page is None)
        self._title.setText(plan_wording.title(self._planning))
        self._line.setText(plan_wording.line(self.session, page.person) if page else "")
        self._line.setVisible(page is not None)
        self._show_notes()
        if page is not None:
            self._show_wish()
            self._filled = True

    def may_leave(self) -> bool:
        """Nothing typed is lost: it is kept, or parked until the page is opened again."""
        self._take_typed()
        kept = self._planning.keep_words(self._words_kept())
        kept = self._planning.park() and kept
        return self.lets_go(kept=kept, typed=self._planning.wish)

    def take_focus(self) -> None:
        focused = self.window().focusWidget()
        if self._planning.page is None or self._when.isHidden():
            super().take_focus()
        elif focused is None or not self.isAncestorOf(focused):
            self._when.focus_here()

    def on_theme(self) -> None:
        self._when.paint_icons()
        super().on_theme()

    def _show_wish(self) -> None:
        self._cards.show_plan(self._planning, choosing=self._choosing)
        tab_as_laid_out(self._scrolled.body)  # times and places are made as they are needed

    def _show_notes(self) -> None:
        """What else is to be known: another 1-2-1 to come, a trip, or a plan left half done."""
        clear(self._notes)
        planning, page = self._planning, self._planning.page
        if page is None:
            return
        if planning.meeting is None and page.others:
            words = plan_wording.already(page.others[0], self.session)
            link = self.tr("Change that one")
            self._add_note(words, link, "change-other", self._on_other)
        if planning.meeting is None and page.trip:
            self._add_trip(page.trip)
        if planning.resumed:
            words = self.tr("Here is what you left unfinished.")
            self._add_note(words, self.tr("Start afresh"), "start-afresh", self._on_afresh)

    def _add_note(self, words: str, link: str, name: str, pressed: Callable[[], object]) -> None:
        note = TextButton(words, "soft", link=link, name=name)
        note.clicked.connect(pressed)
        self._notes.addLayout(row(note, None))

    def _add_trip(self, trip: Trip) -> None:
        """That the user is where they live, with a way to those days unless they are in sight."""
        words = plan_wording.near_them(trip, self.session)
        if trip.under_way(self._planning.first):
            told = Text(words, "soft")
            told.setObjectName("trip-note")
            self._notes.addWidget(told)
        else:
            self._add_note(words, self.tr("Show these days"), "trip-days", self._on_trip)

    def _take_typed(self) -> None:
        """Takes what stands in the fields, whether they were left or not."""
        if self._planning.page is None or self._planning.over:
            return
        self._on_where()
        learn, give, ask = self._cards.aims.value()
        self._planning.wish_for(learn=learn, give=give, ask=ask)

    def _on_wished(self) -> None:
        minutes, part = self._when.value()
        self._planning.wish_for(minutes=minutes, part=part)
        self._show_wish()

    def _on_time(self, starts: datetime) -> None:
        self._when.say_wrong(self._planning.take_time(starts))
        self._said.say("")
        self._show_wish()

    def _on_days(self, pages: int) -> None:
        self._planning.turn_page(pages, self._when.grid.days())
        self._show_wish()

    def _on_move(self) -> None:
        self._choosing = True
        self._show_wish()
        self._when.focus_here()

    def _on_where(self) -> None:
        place, neutral = self._cards.where.value()
        wish = self._planning.wish
        if (place, neutral) != (wish.place, wish.neutral):
            self._planning.wish_for(place=place, neutral=neutral)
            self._show_wish()

    def _on_neutral(self, neutral: bool) -> None:
        page = self._planning.page
        self._planning.wish_for(neutral=neutral)
        place, _ = self._cards.where.value()
        if page is not None and journeys.place_named(page.places, place) is not None:
            label = (
                self.tr("{place} is neutral ground")
                if neutral
                else self.tr("{place} is not neutral ground")
            )
            self.session.do(label.format(place=place), journeys.say_neutral, place, neutral)

    def _on_aims(self) -> None:
        self._take_typed()
        self._planning.keep_words(self._words_kept())
        self._show_wish()

    def _on_message(self) -> None:
        self._planning.wish_for(message=self._cards.invitation.value(), edited=True)

    def _on_message_done(self) -> None:
        self._planning.keep_words(self._words_kept())

    def _on_draft_again(self) -> None:
        self._planning.draft_again()
        self._show_wish()

    def _on_afresh(self) -> None:
        self._planning.start_afresh()
        self._on_given()

    def _words_kept(self) -> str:
        return self.tr("Words of the 1-2-1 changed")

    def _on_giving(self) -> None:
        """Something is about to be given out: takes what was typed last."""
        self._take_typed()

    def _on_kept(self) -> None:
        """It is planned, or moved: the times are put away."""
        self._choosing = False
        self._when.close_other()
        self._on_given()
        self._cards.actions_.focus_here()

    def _on_given(self) -> None:
        self._fill()  # what was typed is kept; the fields show it as it is kept

    def _on_person(self) -> None:
        self.wanted.emit(Route(Where.PEOPLE))

    def _on_other(self) -> None:
        page = self._planning.page
        if page is not None and page.others:
            self.wanted.emit(Route(Where.PLAN, meeting=page.others[0].id))

    def _on_trip(self) -> None:
        page = self._planning.page
        if page is not None and page.trip is not None:
            self._planning.show_from(page.trip.starts)
            self._show_notes()
            self._show_wish()
            self._when.focus_here()

    def _on_another(self) -> None:
        if self.may_leave():
            self.wanted.emit(self._planning.plan_another())

    def _nothing_here(self) -> QWidget:
        made = Empty(
            self.tr("Whom would you like to meet?"),
            self.tr(
                "This person or 1-2-1 is not in the library any more. Choose somebody to plan with."
            ),
            button(self.tr("Look through people"), self._on_person, "primary", "people"),
        )
        whole = QWidget()
        whole.setLayout(in_the_middle(made))
        return whole

    def _connect(self) -> None:
        self._when.wished.connect(self._on_wished)
        self._when.chosen.connect(self._on_time)
        self._when.page_wanted.connect(self._on_days)
        self._cards.where.wished.connect(self._on_where)
        self._cards.where.neutral_said.connect(self._on_neutral)
        self._cards.aims.wished.connect(self._on_aims)
        self._cards.invitation.typed.connect(self._on_message)
        self._cards.invitation.finished.connect(self._on_message_done)
        self._cards.invitation.draft_wanted.connect(self._on_draft_again)
        self._cards.planned.move_wanted.connect(self._on_move)
        self._cards.planned.agreed.connect(self._giving.agree)
        self._cards.planned.cancelled.connect(self._giving.call_off)
        self._cards.planned.another_wanted.connect(self._on_another)
        self._cards.planned.file_wanted.connect(self._giving.write_again)
        self._giving.giving.connect(self._on_giving)
        self._giving.kept.connect(self._on_kept)
        self._giving.given.connect(self._on_given)
        self._giving.time_wanted.connect(self._when.focus_here)
        self._giving.wanted.connect(self.wanted)
        self._giving.sheet_wanted.connect(self.sheet_wanted)

    def _lay_out(self) -> None:
        scrolled = self._scrolled
        scrolled.body.addLayout(page_head(self._title, self._line))
        scrolled.body.addLayout(self._notes)
        across = row(self._cards, gap=0)
        across.setStretch(0, 1)
        across.addStretch(0)
        scrolled.body.addLayout(across)
        scrolled.body.addWidget(self._gone)
        scrolled.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)
