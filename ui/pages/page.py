"""What every page of the window has in common."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.changes import Change, Kind
from ui.routes import Route, Where
from ui.session import Session


class Page(QWidget):
    """A page: built when first visited, told when what it shows has changed.

    Subclasses name what they show in `shows` and fill themselves in `refresh`. A page that is
    out of sight does not work: it remembers that it is stale and refreshes when next opened.

    Signals:
        wanted(Route): the user wants to go somewhere else.
        sheet_wanted(int, int): the user wants a cheat-sheet for (person id, meeting id or 0).
        act_wanted(str): the user wants what the menu's action of this name does.
    """

    wanted = Signal(Route)
    sheet_wanted = Signal(int, int)
    act_wanted = Signal(str)

    where: Where
    shows: frozenset[Kind] = frozenset()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.route = Route(self.where)
        self._stale = True
        self.setObjectName(f"page-{self.where}")
        session.changed.connect(self._on_changed)

    def open(self, route: Route) -> None:
        """Shows what `route` names."""
        self._stale = self._stale or route != self.route
        self.route = route
        self.freshen()

    def freshen(self) -> None:
        """Fills the page again if what it shows has changed since."""
        if self._stale:
            self._stale = False
            self.refresh()

    def refresh(self) -> None:
        """Fills the page from the store."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Puts the focus on the page's first field or button, for whoever uses the keyboard."""
        if self.isAncestorOf(self.window().focusWidget() or self):
            return
        part = self.nextInFocusChain()
        while part is not None and part is not self:
            if self.isAncestorOf(part) and _can_take_focus(part, self):
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            part = part.nextInFocusChain()

    def may_leave(self) -> bool:
        """Whether the page can be left now; a page that keeps typed text saves it here."""
        return True

    def on_theme(self) -> None:
        """The palette changed: icons and drawings made in the old one are made again."""
        self._stale = True
        if self.isVisible():
            self.freshen()

    def _on_changed(self, change: Change) -> None:
        if self.shows & change.kinds:
            self._stale = True
            if self.isVisible():
                self.freshen()


def _can_take_focus(part: QWidget, page: QWidget) -> bool:
    by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and part.isEnabled() and part.isVisibleTo(page)
