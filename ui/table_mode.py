"""Table mode: the whole page put aside, and a small window with the question in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from planner.domain.people import Person
from ui.running_talk import RunningTalk
from ui.session import Session
from ui.talk_acts import TalkActs
from ui.widgets.captures_view import CapturesView

if TYPE_CHECKING:
    from ui.widgets.table_window import TableWindow


class TableMode(QObject):
    """Leads from the page to the small window and back; the talk runs on all the while.

    The small window has no parent: a window's children go away with it when it is minimised.
    """

    def __init__(self, session: Session, acts: TalkActs, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._acts = acts
        self._page = page
        self._beside: CapturesView = acts.forms  # the forms on the page
        self._watched: QWidget | None = None
        self._window: TableWindow | None = None
        self._at: QPoint | None = None  # where the user had it last

    @property
    def active(self) -> bool:
        """Whether the small window stands in place of the page."""
        return self._window is not None

    def turn(self, talk: RunningTalk, person: Person) -> None:
        """To the small window, or back."""
        if self.active:
            self.end()
        else:
            self._begin(talk, person)

    def show_talk(self, talk: RunningTalk, person: Person) -> None:
        """Another question, speaker or pause."""
        if self._window is not None:
            self._window.show_talk(talk, person)

    def show_time(self, talk: RunningTalk, person: Person) -> None:
        """A second has passed."""
        if self._window is not None:
            self._window.show_time(talk, person)

    def end(self) -> None:
        """The page again, with whatever stands in an open form."""
        if self._window is None or self._watched is None:
            return
        small, self._window = self._window, None
        whole, self._watched = self._watched, None
        whole.removeEventFilter(self)
        self._acts.forms = self._beside
        self._at = small.at
        small.hide()
        small.deleteLater()
        if whole.isVisible():  # else it is being closed
            whole.setWindowState(whole.windowState() & ~Qt.WindowState.WindowMinimized)
            whole.raise_()
            whole.activateWindow()
            self._beside.go_on()

    def _begin(self, talk: RunningTalk, person: Person) -> None:
        from ui.widgets.table_window import TableWindow  # not everybody puts the page aside

        self._watched = whole = self._page.window()
        self._beside.rest()
        self._window = small = TableWindow(self._acts, self._session.today())
        small.whole_wanted.connect(self.end)
        small.undo_wanted.connect(self._on_undo)
        QShortcut(QKeySequence("Ctrl+Z"), small, self._on_undo)
        self._session.refused.connect(small.refuse)
        self._session.kept_after_all.connect(small.refuse_no_more)
        self._acts.forms = small.forms
        small.setFocus()
        small.take(talk, person, self._session.today())
        small.place(whole, self._at)
        whole.setWindowState(whole.windowState() | Qt.WindowState.WindowMinimized)
        small.show()
        small.raise_()
        small.activateWindow()
        whole.installEventFilter(self)

    def _on_undo(self) -> None:
        self._session.undo_stack.undo()
        if self._window is not None:
            self._window.say("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever takes the whole window up again, or closes it, is done with the small one."""
        whole = self._watched
        if whole is not None and watched is whole:
            back = event.type() == QEvent.Type.WindowActivate and not whole.isMinimized()
            if back or event.type() == QEvent.Type.Close:
                self.end()
        return super().eventFilter(watched, event)
