"""Reminds of 1-2-1s while the window is open: in it, and on the desktop when it is not in front."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from planner.domain.changes import Change, Kind
from planner.domain.reminders import Occasion
from planner.errors import PlannerError
from planner.journeys.reminders import DueNow, Reminded, due_now, note_said
from ui import reminder_wording as wording
from ui.notifications import Notice, Notifications, notifications
from ui.routes import Route, Where
from ui.widgets.reminder_strip import ReminderStrip

if TYPE_CHECKING:
    from ui.main_window import MainWindow

log = logging.getLogger(__name__)

LOOK_MS = 30_000  # how often it looks at the clock
SOON_MS = 400  # after a change, or after the window came to the front: several are one
SHOWN = frozenset({Kind.MEETING, Kind.PERSON, Kind.ME, Kind.SETTING})
NOT_OVER = frozenset({Where.CONVERSATION, Where.FIRST_START})  # pages that nothing disturbs


class Reminders(QObject):
    """Says each reminder once, and keeps it in sight until it is closed, done or out of date.

    `desktop` shows notifications; without it, the system's own. What is due is worked out anew at
    each look, by the clock as it stands then: after a sleep there is nothing to catch up with.
    """

    def __init__(self, window: MainWindow, desktop: Notifications | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._desktop: Notifications | None = None
        if desktop is not None:
            self._use(desktop)
        self._strip: ReminderStrip | None = None
        self._standing: dict[str, Reminded] = {}  # in the strip, or behind what is in it
        self._closed: set[str] = set()  # said by this window, and not to be said again
        self._noted: set[str] = set()  # said, and remembered in the library
        self._routes: dict[str, Route] = {}  # where a notification on the desktop leads
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.look)

    def begin(self) -> None:
        """Looks in a moment for the first time, and from then on by itself."""
        self._session.changed.connect(self._on_changed)
        self._session.changed_elsewhere.connect(self._soon.start)
        self._window.stack.currentChanged.connect(self._on_page)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus)
            app.aboutToQuit.connect(self.end)
        self._clock.start(LOOK_MS)
        self._soon.start()

    def look(self) -> None:
        """Says what is due; a closed window has no library to look in any more."""
        if not self._window.isVisible():
            self.end()
            return
        session = self._session
        try:
            found = due_now(session.store, session.now(), session.zone)
        except PlannerError:
            return  # it is just being encrypted, say: nobody asked, and the next look tries again
        self._take(found)

    def end(self) -> None:
        """Reminds no more, and takes what it said off the desktop: the window goes."""
        self._clock.stop()
        self._soon.stop()
        self._standing.clear()
        if self._desktop is not None:
            self._desktop.close()

    def _take(self, found: DueNow) -> None:
        due = {one.reminder.mark: one for one in found.reminders}
        fresh = [
            one
            for mark, one in due.items()
            if not one.said and mark not in self._standing and mark not in self._closed
        ]
        fresh = [one for one in fresh if not self._at_it(one)]
        standing = {**self._standing, **{one.reminder.mark: one for one in fresh}}
        # In the order of what is due now, with the names and times as they are now.
        self._standing = {mark: one for mark, one in due.items() if mark in standing}
        if found.desktop and fresh and not self._in_front():
            self._tell_desktop(fresh, names=found.names)
        self._take_back_outdated()
        self._show_strip()

    def _tell_desktop(self, fresh: list[Reminded], *, names: bool) -> None:
        """One notification an occasion; nothing of the sample's people, who are made up."""
        session = self._session
        for occasion in Occasion:
            these = [
                one for one in fresh if one.reminder.occasion is occasion and not one.person.sample
            ]
            if not these:
                continue
            title, words = wording.on_the_desktop(these, session.now(), session.zone, names=names)
            self._routes[occasion] = _route(these[0])
            self._on_desktop().show(Notice(occasion, title, words))
            self._note(these)

    def _on_desktop(self) -> Notifications:
        return self._desktop or self._use(notifications(self))

    def _use(self, desktop: Notifications) -> Notifications:
        self._desktop = desktop
        desktop.chosen.connect(self._on_chosen)
        return desktop

    def _take_back_outdated(self) -> None:
        """What is closed, done or out of date on the window is so on the desktop."""
        there = {one.reminder.occasion for one in self._standing.values()}
        for key in [key for key in self._routes if key not in there]:
            del self._routes[key]
            self._on_desktop().take_back(key)

    def _show_strip(self) -> None:
        first = self._first()
        page = self._window.page
        hidden = page is not None and page.where in NOT_OVER
        if not first or hidden:
            if self._strip is not None:
                self._strip.hide()
            return
        strip = self._made()
        lead, rest = wording.in_the_window(first, self._session.now(), self._session.zone)
        strip.say(lead, rest, self._act(first[0]))
        strip.show()
        if self._in_front():
            self._note(first)

    def _made(self) -> ReminderStrip:
        if self._strip is None:
            self._strip = ReminderStrip(self._window.centralWidget())
            self._strip.act_wanted.connect(self._on_act)
            self._strip.closed.connect(self._on_closed)
            self._window.lay_at_foot(self._strip)
        return self._strip

    def _act(self, one: Reminded) -> str:
        return {
            Occasion.SOON: self.tr("Show it"),
            Occasion.PREPARE: self.tr("Prepare"),
            Occasion.DEBRIEF: self.tr("Note it"),
        }[one.reminder.occasion]

    def _first(self) -> list[Reminded]:
        """The reminders of the most pressing occasion, which stand in the strip."""
        standing = list(self._standing.values())
        return [one for one in standing if one.reminder.occasion is standing[0].reminder.occasion]

    def _note(self, these: Iterable[Reminded]) -> None:
        """Remembers that these were said; no page shows it, so that none has to hear of it."""
        new = [one.reminder for one in these if one.reminder.mark not in self._noted]
        if not new:
            return
        self._noted.update(reminder.mark for reminder in new)
        try:
            note_said(self._session.store, new, self._session.now())
        except PlannerError:  # the file is busy: another look notes it
            self._noted.difference_update(reminder.mark for reminder in new)

    def _at_it(self, one: Reminded) -> bool:
        """Whether the user is at what it would remind of."""
        page = self._window.page
        return (
            page is not None
            and page.where in (Where.CONVERSATION, Where.DEBRIEF, Where.PREPARE)
            and page.route.meeting == one.reminder.meeting.id
        )

    def _in_front(self) -> bool:
        """Whether the user has the window, or a dialog of it, before them."""
        return QApplication.activeWindow() is not None and not self._window.isMinimized()

    def _close(self, these: Iterable[Reminded]) -> None:
        for one in list(these):
            self._closed.add(one.reminder.mark)
            self._standing.pop(one.reminder.mark, None)
        self._take_back_outdated()
        self._show_strip()

    def _on_act(self) -> None:
        if first := self._first():
            self._close(first)
            self._window.go(_route(first[0]))

    def _on_closed(self) -> None:
        held = self._strip is not None and self._strip.isAncestorOf(
            QApplication.focusWidget() or self._window
        )
        self._close(self._first())
        if held and self._window.page is not None:
            self._window.page.take_focus()

    def _on_chosen(self, key: str) -> None:
        """A notification was pressed: the window comes to the front, on what it tells of.

        Under a dialog, or in the midst of a conversation, nothing is opened: that goes first.
        """
        route = self._routes.get(key)
        if not self._window.isVisible():
            return
        self._window.raise_with([])
        page = self._window.page
        busy = page is not None and page.where in NOT_OVER
        if route is None or busy or QApplication.activeModalWidget() is not None:
            return
        self._close([one for one in self._standing.values() if one.reminder.occasion == key])
        self._window.go(route)

    def _on_changed(self, change: Change) -> None:
        if change.kinds & SHOWN:
            self._soon.start()

    def _on_page(self) -> None:
        if self._standing and self._window.isVisible():
            self._show_strip()

    def _on_focus(self) -> None:
        """The window came to the front: what stands in its strip is read now."""
        if self._window.isVisible():
            self._soon.start()


def _route(one: Reminded) -> Route:
    """The page on which one does what it reminds of."""
    meeting = one.reminder.meeting
    where = {
        Occasion.SOON: Where.MEETINGS,
        Occasion.DEBRIEF: Where.DEBRIEF,
        Occasion.PREPARE: Where.PREPARE,
    }[one.reminder.occasion]
    return Route(where, person=meeting.person, meeting=meeting.id)
