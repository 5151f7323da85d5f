"""What every page of the window has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.changes import Change, Kind
from ui.routes import Route, Where
from ui.session import Session

if TYPE_CHECKING:
    from ui.in_sight import InSight


TRIED_AGAIN = 2000  # milliseconds after what was typed could not be kept
NEXT_TURN = 1  # milliseconds, not none: keys and painting that wait come first
GOES_ON = "goes on"  # a property of windows over the page that stay open after a change


class Page(QWidget):
    """A page: built when first visited, told when what it shows has changed.

    Subclasses name what they show in `shows` and fill themselves in `refresh`. A page that is
    out of sight does not work: it remembers that it is stale and refreshes when next opened.
    The program may stay open for weeks, so a page that tells days is filled again on another one.

    Signals:
        wanted(Route): the user wants to go somewhere else.
        sheet_wanted(int, int): the user wants a cheat-sheet for (person id, meeting id or 0).
        search_wanted(str): the user wants to search, beginning with these letters.
        act_wanted(str): the user wants what the menu's action of this name does.
    """

    wanted = Signal(Route)
    sheet_wanted = Signal(int, int)
    search_wanted = Signal(str)
    act_wanted = Signal(str)

    where: Where
    shows: frozenset[Kind] = frozenset()
    builds_anew = False  # its `refresh` replaces the buttons that may have the focus
    tells_days = False  # "tomorrow", "5 days late": what it shows depends on the day

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.route = Route(self.where)
        self.leaving = False  # another page is being opened in its place
        self._stale = True
        self._clock_told: object = None
        self._keyboard_held = ("", 0)  # name and place of what had the focus before a refresh
        self._brings_back = False  # the keyboard, in a moment: what has the focus is by chance
        self._held_for: object = None  # what was typed and could not be kept, said once already
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._on_again)
        self.setObjectName(f"page-{self.where}")
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_changed_elsewhere)

    def open(self, route: Route) -> None:
        """Shows what `route` names."""
        self._stale = self._stale or route != self.route
        self.route = route
        self.freshen()

    def freshen(self) -> None:
        """Fills the page again if what it shows, or the day, has changed since."""
        if self.clock_moved() or self._stale:
            self._stale = False
            looks = self.builds_anew and not self._brings_back
            held = self._place_of_keyboard() if looks else None
            self.refresh()
            if held is not None:
                self._keyboard_held = held
                self._brings_back = True
            if self._brings_back:  # again where it was built anew meanwhile
                QTimer.singleShot(0, self, self._on_all_in_sight)

    def tells(self) -> object:
        """What the page tells of the clock, to be compared; None when it tells nothing."""
        return self.session.today() if self.tells_days else None

    def clock_moved(self) -> bool:
        """Whether the page tells something else of the clock now than when last asked."""
        before, self._clock_told = self._clock_told, self.tells()
        return before != self._clock_told

    def refresh(self) -> None:
        """Fills the page from the store."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Puts the focus on the page's first field or button, for whoever uses the keyboard."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused) and focused.isVisibleTo(self):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)  # out of sight it was only meant
            return
        part = self.nextInFocusChain()
        while part is not None and part is not self:
            if self.isAncestorOf(part) and _can_take_focus(part, self):
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            part = part.nextInFocusChain()

    def _place_of_keyboard(self) -> tuple[str, int] | None:
        """The part that has the focus, by its objectName and its place among those alike."""
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            return None
        alike = self._parts_alike(focused.objectName())
        return focused.objectName(), alike.index(focused) if focused in alike else 0

    def _on_all_in_sight(self) -> None:
        self._brings_back = False
        self._bring_keyboard_back()

    def _bring_keyboard_back(self) -> None:
        """Puts the focus on the like of what had it before all was built anew."""
        name, place = self._keyboard_held
        alike = self._parts_alike(name)
        if not self.isVisible():
            return
        if alike:
            alike[min(place, len(alike) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def _parts_alike(self, name: str) -> list[QWidget]:
        parts = self.findChildren(QWidget, name) if name else []
        return [part for part in parts if _can_take_focus(part, self)]

    def in_sight(self) -> InSight:
        """Which people the page has in a list, and which of them are chosen."""
        from ui.in_sight import InSight

        return InSight()

    def may_leave(self) -> bool:
        """Whether the page can be left now; a page that keeps typed text saves it here."""
        return True

    @property
    def unkept(self) -> bool:
        """Whether what was typed could not be kept when that was last tried on leaving."""
        return self._held_for is not None

    def try_again_soon(self) -> None:
        """What could not be kept just now is tried again in a moment, until it is."""
        if not self._again.isActive():
            self._again.start(TRIED_AGAIN)

    def lets_go(self, *, kept: bool, typed: object) -> bool:
        """Whether a page may be left: what could not be kept holds the user back once."""
        may = kept or typed == self._held_for
        self._held_for = None if kept else typed
        return may

    def _on_again(self) -> None:
        if not self.window().isVisible():
            return  # it is closed, and its library with it
        held = self._held_for
        self.may_leave()
        if self.unkept:
            self._held_for = held  # the user has not tried to leave

    def on_theme(self) -> None:
        """The palette changed: icons and drawings made in the old one are made again."""
        self._stale = True
        if self.isVisible():
            self.freshen()

    def _on_changed(self, change: Change) -> None:
        """What goes on in a window over the page comes first, and the page in the next turn."""
        if not self.shows & change.kinds:
            return
        self._stale = True
        over = QApplication.activeModalWidget()
        if over is not None and over.property(GOES_ON):
            QTimer.singleShot(NEXT_TURN, self, self._on_turn)
        elif self.isVisible() and not self.leaving:
            self.freshen()

    def _on_turn(self) -> None:
        if self._stale and self.isVisible():
            self.freshen()

    def _on_changed_elsewhere(self) -> None:
        self._stale = True
        if self.isVisible():
            self.freshen()


def _can_take_focus(part: QWidget, page: QWidget) -> bool:
    by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and part.isEnabled() and part.isVisibleTo(page)
