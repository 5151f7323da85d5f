"""Plan a 1-2-1: when, where and what for, the invitation, and what to give out of it."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain import offer
from planner.domain.changes import Kind
from planner.errors import PlannerError
from planner.journeys import plan_page as journeys
from ui.pages.page import Page
from ui.plan_giving import PlanGiving
from ui.planning import Planning
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.layouts import Empty, Scrolled, button, in_the_middle, row
from ui.widgets.plan_cards import PlanCards
from ui.widgets.plan_head import PlanHead
from ui.widgets.tab_order import tab_as_laid_out


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
        self._just_opened = False  # the keyboard goes to the times, past the head
        self._filled = False  # the fields hold what was typed about this person
        self._head = PlanHead(session, self._planning)
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
        self._just_opened = True
        self.route = route
        self.session.calendars.ask()
        self._planning.open(route)
        self.clock_moved()
        self._stale = False
        self._fill()

    def freshen(self) -> None:
        """The user comes back from another program, perhaps, and changed a calendar there."""
        self.session.calendars.ask()
        super().freshen()

    def refresh(self) -> None:
        if self._filled:
            self._take_typed()
        self._planning.read_again()
        self._fill()

    def _fill(self) -> None:
        page = self._planning.page
        self._cards.setVisible(page is not None)
        self._gone.setVisible(page is None)
        self._head.show_plan()
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
        elif self._just_opened or focused is None or not self.isAncestorOf(focused):
            self._just_opened = False
            self._when.focus_here()

    def on_theme(self) -> None:
        self._when.paint_icons()
        super().on_theme()

    def _show_wish(self) -> None:
        self._cards.show_plan(self._planning, choosing=self._choosing)
        self._put_tabs_in_order()

    def _put_tabs_in_order(self) -> None:
        tab_as_laid_out(self._scrolled.body)  # times, places and notes are made as needed

    def _on_calendars(self) -> None:
        self.act_wanted.emit("go-calendars")

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
        self._planning.days.turn_page(pages, self._when.grid.days())
        self._show_wish()

    def _on_diary(self) -> None:
        """Other times are taken than before; what is being typed stays."""
        if not self.isVisible():
            self._stale = True
        elif self._filled and self._planning.page is not None and not self._when.isHidden():
            with suppress(PlannerError):  # nobody asked; the next look shows it
                self._cards.show_times(self._planning)
            self._put_tabs_in_order()

    def _on_best(self, starts: datetime) -> None:
        self._planning.days.show_day(starts.date(), self._when.grid.days())
        self._on_time(starts)

    def _on_full_weeks(self) -> None:
        self._planning.days.show_full_weeks()
        self._show_wish()
        self._when.focus_here()

    def _on_copy_times(self) -> None:
        page = self._planning.page
        offered = self._planning.best(offer.TIMES)
        if page is None or not offered:
            return
        wish = self._planning.wish
        told = (offered, wish.minutes, wish.place, page.person.zone)
        QGuiApplication.clipboard().setText(offer.times_that_suit(*told))
        several = len(offered) > 1
        self._said.say(
            self.tr("{count} times are copied, in words to paste into a message.").format(
                count=len(offered)
            )
            if several
            else self.tr("The only time is copied, in words to paste into a message.")
        )

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

    def _on_places(self) -> None:
        self.act_wanted.emit("places")

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
            self._planning.days.show_from(page.trip.starts)
            self._head.show_notes()
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
        self.session.diary.changed.connect(self._on_diary)
        self._head.other_wanted.connect(self._on_other)
        self._head.trip_wanted.connect(self._on_trip)
        self._head.calendars_wanted.connect(self._on_calendars)
        self._head.afresh_wanted.connect(self._on_afresh)
        self._head.renewed.connect(self._put_tabs_in_order)
        self._when.wished.connect(self._on_wished)
        self._when.chosen.connect(self._on_time)
        self._when.page_wanted.connect(self._on_days)
        self._when.best_chosen.connect(self._on_best)
        self._when.copy_wanted.connect(self._on_copy_times)
        self._when.full_wanted.connect(self._on_full_weeks)
        self._cards.where.wished.connect(self._on_where)
        self._cards.where.neutral_said.connect(self._on_neutral)
        self._cards.where.places_wanted.connect(self._on_places)
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
        scrolled.body.addWidget(self._head)
        across = row(self._cards, gap=0)
        across.setStretch(0, 1)
        across.addStretch(0)
        scrolled.body.addLayout(across)
        scrolled.body.addWidget(self._gone)
        scrolled.body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)
