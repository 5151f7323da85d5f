"""The pages of the window, one in sight at a time, each built when it is first visited."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session

# A page's module is imported when the page is first visited: start-up pays for Today alone.
PAGES = {
    Where.TODAY: ("ui.pages.today", "TodayPage"),
    Where.PEOPLE: ("ui.pages.people", "PeoplePage"),
    Where.MEETINGS: ("ui.pages.meetings", "MeetingsPage"),
    Where.FOLLOW_UPS: ("ui.pages.follow_ups", "FollowUpsPage"),
    Where.EVENTS: ("ui.pages.events", "EventsPage"),
    Where.QUESTIONS: ("ui.pages.questions", "QuestionsPage"),
    Where.ME: ("ui.pages.about_me", "AboutMePage"),
    Where.SETTINGS: ("ui.pages.settings", "SettingsPage"),
    Where.PLAN: ("ui.pages.plan", "PlanPage"),
    Where.PREPARE: ("ui.pages.prepare", "PreparePage"),
    Where.CONVERSATION: ("ui.pages.conversation", "ConversationPage"),
    Where.DEBRIEF: ("ui.pages.debrief", "DebriefPage"),
    Where.DUPLICATES: ("ui.pages.duplicates", "DuplicatesPage"),
    Where.FIRST_START: ("ui.pages.first_start", "FirstStartPage"),
}


class PageStack(QStackedWidget):
    """Builds and holds the pages.

    Signals:
        built(Page): this one is here for the first time; its wishes are to be heard.
    """

    built = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page-stack")
        self._session = session
        self._pages: dict[Where, Page] = {}

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        shown = self.currentWidget()
        return shown if isinstance(shown, Page) else None

    def __iter__(self) -> Iterator[Page]:
        """Those that were built, the first visited first."""
        return iter(tuple(self._pages.values()))

    def page_at(self, where: Where) -> Page:
        """One of them, built if need be; it does not come in sight by this."""
        if where not in self._pages:
            module, name = PAGES[where]
            build: Callable[[Session, QWidget], Page] = getattr(import_module(module), name)
            # In the stack from the first: to give a built page to it sends every part of the page
            # the style anew, a quarter of the time a page takes.
            page = self._pages[where] = build(self._session, self)
            self.built.emit(page)
            self.addWidget(page)
        return self._pages[where]

    def show_page(self, page: Page, route: Route) -> None:
        """Opens one of them where `route` leads, and brings it in sight."""
        before = self.page
        if before is not None:
            before.leaving = before is not page
        try:
            page.open(route)  # before it is in sight: each part that changes there is laid out anew
        finally:
            if before is not None:
                before.leaving = False
        self.setCurrentWidget(page)
