"""The window: navigation, one page at a time, and the strip that says what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QShowEvent,
    QUndoStack,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from planner.domain.changes import Change, Kind
from planner.errors import PlannerError
from ui import theme
from ui.actions import Actions
from ui.page_stack import PageStack
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.navigation import Navigation
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from ui.incoming_calendars import IncomingCalendars
    from ui.library_care import LibraryCare
    from ui.opening import Begin
    from ui.reminders import Reminders

FIRST_SIZE = (1280, 800)  # pixels, of a window never opened before
SMALLEST = (980, 640)
SEEN_AT_LATEST = 1000  # milliseconds after it is shown
WAYS_BACK = 50  # pages remembered for going back
ELSEWHERE_MS = 3_000  # how often, while in use, it looks for what another program changed
CLOCK_MS = 60_000  # how often the page in sight looks whether it is another day

FULL_WINDOW = frozenset({Where.CONVERSATION, Where.FIRST_START})


class MainWindow(QMainWindow):
    """Takes the user between the pages, and opens what lies over them.

    Signals:
        seen(): the window stands for the first time; now comes what need not be waited for.
    """

    seen = Signal()

    def __init__(self, session: Session, view: QSettings) -> None:
        super().__init__()
        self.session = session
        self.view = view
        self.setObjectName("main-window")
        self.setWindowTitle("Vis-à-vis")
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self._been: list[Route] = []
        self._route: Route | None = None
        self._was_seen = False
        self.afterwards: Callable[[Path], Begin] | None = None

        self.navigation = Navigation()
        self.stack = PageStack(session)
        self.stack.built.connect(self._on_built)
        middle = QWidget()
        inner = QHBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.navigation)
        self._beside = QVBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self.stack, 1)
        inner.addLayout(self._beside, 1)
        self.setCentralWidget(middle)
        self.toast = Toast(middle)
        self.actions_ = Actions(self)

        self.navigation.wanted.connect(self.go)
        self.stack.currentChanged.connect(self.toast.follow_page)
        self.toast.undo_wanted.connect(session.undo_stack.undo)
        session.undo_stack.indexChanged.connect(self.toast.forget_done)
        session.done.connect(self.toast.say_done)
        session.refused.connect(self.toast.say_refused)
        session.kept_after_all.connect(self.toast.withdraw)
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._count)
        look = QTimer(self)
        look.timeout.connect(self._look_at_clock)
        look.start(CLOCK_MS)
        elsewhere = QTimer(self)
        elsewhere.timeout.connect(self._look_elsewhere)
        elsewhere.start(ELSEWHERE_MS)
        self._restore_geometry()

    @property
    def undo_stack(self) -> QUndoStack:
        return self.session.undo_stack

    @cached_property
    def care(self) -> LibraryCare:
        """What looks after the library; what nobody has seen the window for need not have."""
        from ui.library_care import LibraryCare

        return LibraryCare(self)

    @cached_property
    def incoming(self) -> IncomingCalendars:
        """What opens calendar files."""
        from ui.incoming_calendars import IncomingCalendars

        return IncomingCalendars(self)

    @cached_property
    def reminders(self) -> Reminders:
        """What reminds of 1-2-1s once the window was seen."""
        from ui.reminders import Reminders

        return Reminders(self)

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return self.stack.page

    def start(self) -> None:
        """Opens where this start begins: the first steps, a conversation cut short, or Today."""
        if not self.session.me.ready:
            self.go(Route(Where.FIRST_START))
            return
        self.go(Route(Where.TODAY))
        if self._was_seen:
            QTimer.singleShot(0, self, self._once_seen)
        else:
            self.seen.connect(self._once_seen, Qt.ConnectionType.QueuedConnection)

    def go(self, route: Route) -> None:
        """Opens a page, unless the one in sight wants to keep the user."""
        if self._route is not None and self._route != route:
            if self.page is not None and not self.page.may_leave():
                self.navigation.show_where(self._route.where)  # not the button just pressed
                return
            if self._route.where is not Where.FIRST_START:  # whoever is in does not start again
                self._been = [*self._been[-WAYS_BACK:], self._route]
        self._show(route)

    def go_back(self) -> None:
        """Opens the page the user came from."""
        if self._been and (self.page is None or self.page.may_leave()):
            self._show(self._been.pop())

    def _show(self, route: Route) -> None:
        self._route = route
        page = self.stack.page_at(route.where)
        self.navigation.setVisible(route.where not in FULL_WINDOW)
        self.navigation.show_where(route.where)
        self.stack.show_page(page, route)
        page.take_focus()

    def _on_built(self, page: Page) -> None:
        page.wanted.connect(self.go)
        page.sheet_wanted.connect(self.show_sheet)
        page.search_wanted.connect(self.search)
        page.act_wanted.connect(self.actions_.act)

    def bring_in(self, files: list[str]) -> None:
        """Shows what contact files would bring, and brings it in if the user agrees.

        Calendar files among them are opened, after the people are in; files of questions first.
        """
        from planner.journeys.open_calendar_file import is_calendar_file
        from planner.journeys.share_questions import is_questions_file

        given = [Path(file) for file in files]
        if questions := [path for path in given if is_questions_file(path)]:
            self.bring_questions(questions, [path for path in given if path not in questions])
            return
        calendars = [path for path in given if is_calendar_file(path)]
        paths = [path for path in given if path not in calendars]
        if calendars and not paths:
            self.incoming.open(calendars)
            return
        from ui.dialogs.bring_in import BringInDialog  # not for calendars, which it would hold up

        for open_one in self.findChildren(BringInDialog):
            if open_one.isVisible():
                open_one.add_files(paths)
                open_one.activateWindow()
                if calendars:
                    self.incoming.open(calendars, after=open_one)
                return
        dialog = BringInDialog(self.session, paths, self)
        later = Qt.ConnectionType.QueuedConnection  # once this one is closed
        dialog.left_over.connect(self.bring_in, later)
        dialog.restore_wanted.connect(self.care.restore_from, later)
        if calendars:
            self.incoming.open(calendars, after=dialog)
        self.lay_over(dialog)

    def bring_questions(self, files: list[Path], others: Sequence[Path] = ()) -> None:
        """Shows what files of questions would bring; the others' turn comes when that is closed."""
        from ui.dialogs.bring_questions import BringQuestionsDialog

        dialog = BringQuestionsDialog(self.session, files, self)
        dialog.left_over = [str(path) for path in others]
        later = Qt.ConnectionType.QueuedConnection  # once this one is closed
        dialog.brought.connect(self._on_questions, later)
        dialog.others_wanted.connect(self.bring_in, later)
        self.lay_over(dialog)

    def _on_questions(self, prompt: str) -> None:
        from ui.pages.questions import QuestionsPage

        self.go(Route(Where.QUESTIONS))
        if prompt and isinstance(self.page, QuestionsPage):
            self.page.show_prompt(prompt)

    def show_sheet(self, person: int, meeting: int) -> None:
        """Opens the cheat-sheet's preview."""
        from ui.dialogs.sheet import SheetDialog

        dialog = SheetDialog(self.session, person, meeting, self)
        self.lay_over(dialog)

    def search(self, typed: str = "") -> None:
        """Opens the search over everything, with what was `typed` already."""
        from ui.dialogs.search import SearchDialog

        dialog = SearchDialog(self.session, typed, self)
        dialog.wanted.connect(self.go)
        self.lay_over(dialog)

    def lay_over(self, dialog: QDialog) -> None:
        """Opens a dialog over the window; when it is closed the keyboard is back on the page."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_laid_over_closed)
        dialog.open()

    def lay_at_foot(self, strip: QWidget) -> None:
        """Gives a strip the room below every page, beside the navigation."""
        self._beside.addWidget(strip)

    def raise_with(self, files: list[str]) -> None:
        """Another start was made: comes to the front and takes the files it was given."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if files:
            self.bring_in(files)

    def close_for(self, afterwards: Callable[[Path], Begin]) -> bool:
        """Closes the window so that `afterwards` gets the library with nobody in it.

        What that returns says which library the next window opens, and what is said there.
        False, and nothing happens, when the page in sight cannot be left.
        """
        self.afterwards = afterwards
        if not self.close():
            self.afterwards = None
        return self.afterwards is not None

    def apply_theme(self) -> None:
        """Wears the palette and text size that the settings name."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            scheme = theme.scheme_named(str(self.view.value("scheme", "")))
            theme.apply(app, scheme, str(self.view.value("text", "normal")))
        self.navigation.repaint_icons()
        for page in self.stack:
            page.on_theme()

    def _see(self) -> None:
        if not self._was_seen and self.isVisible():  # closed already, its library is as well
            self._was_seen = True
            self.seen.emit()

    def _once_seen(self) -> None:
        if self.isVisible():  # not closed meanwhile
            self._count()
            if not self._been:  # whoever is quick may have begun a conversation by now
                self._offer_to_go_on()

    def _on_laid_over_closed(self) -> None:
        self._focus_page()
        QTimer.singleShot(0, self, self._come_back)

    def _come_back(self) -> None:
        """Asks for the keyboard: after two windows closed at once, some desktops give it nobody."""
        if self.isVisible() and QApplication.activeModalWidget() is None:
            self.activateWindow()

    def _focus_page(self) -> None:
        if self.page is not None:
            self.page.take_focus()

    def _look_at_clock(self) -> None:
        if self.page is not None and self.isVisible():
            with suppress(PlannerError):  # nobody asked; the next look shows the day
                self.page.freshen()

    def _look_elsewhere(self) -> None:
        if self._was_seen and self.isVisible() and self.isActiveWindow():
            self.session.look_elsewhere()

    def _offer_to_go_on(self) -> None:
        from ui.dialogs.go_on import offer_to_go_on

        if (route := offer_to_go_on(self.session, self)) is not None:
            self.go(route)
        else:
            self._focus_page()

    def _on_changed(self, change: Change) -> None:
        if change.kinds & {Kind.PERSON, Kind.MEETING, Kind.PROMISE}:
            self._count()

    def _count(self) -> None:
        """The quiet figures in the navigation."""
        from ui.counts import count

        counts = count(self.session)
        self.navigation.show_count(Where.PEOPLE, counts.people)
        self.navigation.show_count(Where.MEETINGS, counts.planned)
        self.navigation.show_count(Where.FOLLOW_UPS, counts.promises, alert=counts.late)

    def _may_close(self) -> bool:
        """Whether all that was typed is kept, or the user says that it need not be."""
        for page in self.stack:
            if page is not self.page and not page.unkept:
                continue
            may = page.may_leave()
            if page.unkept:
                self._show(page.route)  # what is not kept, and below it why
                if self._try_again():
                    page.may_leave()
                    if page.unkept:
                        return False
            elif not may:
                return False
        return True

    def _try_again(self) -> bool:
        from ui import asking

        return asking.ask(
            self,
            self.tr("Not saved"),
            self.tr("What you typed is not saved yet. The strip at the foot says why."),
            self.tr("Try again"),
            self.tr("Close without it"),
            escape_means=True,
        )

    def _restore_geometry(self) -> None:
        kept = self.view.value("geometry")
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(*FIRST_SIZE)
            self.seen.connect(self._fit_on_screen)

    def _fit_on_screen(self) -> None:
        """Makes room for what the desktop put around the window; known once it stands."""
        room = self.screen().availableGeometry()
        over = self.frameGeometry().size() - room.size()
        if room.width() >= SMALLEST[0] and (over.width() > 0 or over.height() > 0):
            self.resize(self.size() - over.expandedTo(QSize(0, 0)))
            self.move(room.topLeft())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # A window that comes up gives the focus to its first button, the menu: give it the page.
        QTimer.singleShot(0, self, self._focus_page)
        QTimer.singleShot(SEEN_AT_LATEST, self._see)  # a minimised window is not painted

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_seen:
            QTimer.singleShot(0, self._see)  # once everything in the window is painted as well

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        activated = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if activated and self._was_seen:
            self._look_elsewhere()
            self._look_at_clock()  # come back to after a night, say

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            # After the drop has ended, so that the file manager is not held up by a preview.
            QTimer.singleShot(0, lambda: self.bring_in(files))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self.view.setValue("geometry", self.saveGeometry())
        super().closeEvent(event)
