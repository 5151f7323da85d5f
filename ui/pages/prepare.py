"""Prepare a 1-2-1 the evening before: read in a minute, and go to bed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from planner.domain.changes import Kind
from planner.domain.guides import Library
from planner.domain.preparing import is_near
from planner.domain.wishes import wish_of
from planner.errors import NotFound, PlannerError
from planner.journeys.prepare_page import (
    Offered,
    Preparation,
    next_of_day,
    offers_with_pairs,
    preparation,
    to_prepare,
)
from planner.journeys.question_library import question_library
from ui.background import Job, run
from ui.pages.page import Page
from ui.prepare_acts import PrepareActs
from ui.routes import Route, Where
from ui.session import Session
from ui.talk_early import talk_now
from ui.widgets.layouts import Empty, button, in_the_middle
from ui.widgets.prepare_cards import PrepareCards

SOON_MS = 60  # after the page is filled: what takes longer is looked for once it stands


class PreparePage(Page):
    """Questions to open with, what not to forget, what is owed, one thing to offer, the page.

    Whatever is chosen is kept at once and can be undone. `route.meeting` is 0 for the next 1-2-1
    with `route.person`, or with anybody.
    """

    where = Where.PREPARE
    builds_anew = True
    shows = frozenset(Kind) - {Kind.PHOTO, Kind.APART, Kind.ALIAS, Kind.TRIP, Kind.PLACE}

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._meeting = 0
        self._shown: Preparation | None = None
        self._offered: tuple[Offered, ...] | None = None  # None until they are found
        self._just_opened = False
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._look_further)
        self._cards = PrepareCards()
        self._acts = PrepareActs(session, self._cards, self._in_sight)
        nothing = QWidget()
        nothing.setLayout(in_the_middle(self._nothing_here()))
        self._both = QStackedLayout(self)
        self._both.addWidget(self._cards)
        self._both.addWidget(nothing)
        self._connect()

    def open(self, route: Route) -> None:
        meeting = route.meeting
        if not meeting:
            found = to_prepare(self.session.store, self.session.now(), route.person)
            meeting = found.id if found is not None else 0
        if meeting != self._meeting:
            self._offered = None
            self._cards.make_room()
        self._stale = self._stale or meeting != self._meeting
        self._meeting = meeting
        self._just_opened = True
        self._cards.show_head_of_page()
        super().open(route._replace(meeting=meeting))
        self._soon.start()

    def tells(self) -> object:
        shown = self._shown
        near = shown is not None and is_near(shown.meeting, self.session.now())
        return self.session.today(), near

    def refresh(self) -> None:
        session = self.session
        self._shown = None
        try:
            if self._meeting:
                self._shown = preparation(
                    session.store, self._guides(), self._meeting, session.now()
                )
        except NotFound:
            pass  # removed meanwhile: there is nothing to prepare
        shown = self._shown
        if shown is None or not (shown.ahead or shown.under_way):
            self._shown = None
            self._both.setCurrentIndex(1)
            return
        self._both.setCurrentIndex(0)
        self._cards.show_preparation(shown, wish_of(shown.meeting, session.zone), session)
        if self._offered is not None:
            self._cards.offer.show_offers(self._offered, shown.person, shown.meeting.give)
        self._soon.start()

    def may_leave(self) -> bool:
        """What was typed is kept; what cannot be holds the user back once."""
        if self._shown is None or not self._shown.ahead:
            return True
        return self.lets_go(kept=self._acts.keep_typed(), typed=self._cards.typed())

    def take_focus(self) -> None:
        if self._shown is not None and self._just_opened:
            self._just_opened = False
            self._cards.head.focus_here()
        else:
            super().take_focus()

    def _in_sight(self) -> Preparation | None:
        return self._shown

    def _guides(self) -> Library:
        return question_library(self.session.store)

    def _look_further(self) -> None:
        """The page beside, and whom to introduce: looked for once the rest stands."""
        shown = self._shown
        if shown is None or not self.isVisible() or not self.window().isVisible():
            return
        self._show_sheet(shown.meeting.id)
        store, meeting = self.session.store, shown.meeting.id
        if self._job is not None:
            self._job.cancel()

        def work(job: Job) -> tuple[int, tuple[Offered, ...]]:
            with store.another() as own:
                return meeting, offers_with_pairs(own, meeting)

        self._job = run(work, self._on_offers)

    def _show_sheet(self, meeting: int) -> None:
        """The page beside; what it takes to draw it is brought in only now, as that takes long."""
        from planner.journeys import settings
        from planner.journeys.prepare_sheet import prepare
        from ui import printing

        store, today = self.session.store, self.session.today()
        try:
            paper = printing.Paper(settings.paper(store, printing.usual_paper()))
            sheet = prepare(store, self._guides(), today, meeting_id=meeting)
            self._cards.sheet.show_sheet(sheet, paper)
        except PlannerError as refusal:
            self._cards.sheet.say_wrong(str(refusal))

    def _on_offers(self, found: tuple[int, tuple[Offered, ...]]) -> None:
        self._job = None
        meeting, offered = found
        shown = self._shown
        if shown is None or shown.meeting.id != meeting or not self.window().isVisible():
            return
        self._offered = offered
        self._cards.offer.show_offers(offered, shown.person, shown.meeting.give)
        self._cards.put_tabs_in_order()

    def _on_done(self) -> None:
        """It is prepared: on to the next one of that day, or back to where one came from."""
        shown = self._shown
        if shown is None or not self.may_leave():
            return
        if not self._acts.say_prepared():
            return
        if (following := next_of_day(shown)) is not None:
            self._on_other(following.meeting.id)
        else:
            self.act_wanted.emit("back")

    def _on_other(self, meeting: int) -> None:
        """Another one of that day; the way back stays the one from here."""
        if self.may_leave():
            self.open(Route(Where.PREPARE, meeting=meeting))
            self.take_focus()

    def _on_begin(self) -> None:
        shown = self._shown
        if shown is None or not self.may_leave():
            return
        meeting = shown.meeting
        if shown.under_way or talk_now(self.session, self, meeting):
            route = Route(Where.CONVERSATION, person=meeting.person, meeting=meeting.id)
            self.wanted.emit(route)

    def _on_sheet(self) -> None:
        if self._shown is not None and self.may_leave():
            self.sheet_wanted.emit(self._shown.person.id, self._meeting)

    def _on_person(self) -> None:
        if self._shown is not None:
            self.wanted.emit(Route(Where.PEOPLE, person=self._shown.person.id))

    def _on_meetings(self) -> None:
        self.wanted.emit(Route(Where.MEETINGS, meeting=self._meeting))

    def _on_plan(self) -> None:
        self.wanted.emit(Route(Where.TODAY))

    def _nothing_here(self) -> QWidget:
        return Empty(
            self.tr("Nothing to prepare"),
            self.tr(
                "No 1-2-1 is planned here, or it was held or called off. "
                "Today says whom to meet next."
            ),
            button(self.tr("Whom to meet next"), self._on_plan, "primary", "today"),
            button(self.tr("All 1-2-1s"), self._on_meetings, name="meetings"),
        )

    def _connect(self) -> None:
        cards = self._cards
        for signal, slot in (
            (cards.head.done, self._on_done),
            (cards.head.begin_wanted, self._on_begin),
            (cards.head.other_wanted, self._on_other),
            (cards.head.person_wanted, self._on_person),
            (self._acts.refused, self.refresh),
            (cards.sheet.open_wanted, self._on_sheet),
        ):
            signal.connect(slot)
        QShortcut(QKeySequence("Ctrl+P"), self, self._on_sheet)
