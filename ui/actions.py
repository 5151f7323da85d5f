"""Everything the menu and the keyboard can do, from anywhere in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from ui.routes import Route, Where
from ui.undo_in_fields import UndoInFields

if TYPE_CHECKING:
    from ui.in_sight import InSight, Who
    from ui.main_window import MainWindow


class Actions(QObject):
    """The actions with their shortcuts, and the menu that shows them.

    Shortcuts are spelled out where a platform's standard key may be unbound (Quit, Preferences).
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(window)
        self.menu.setObjectName("main-menu")
        stack = window.undo_stack
        undo = stack.createUndoAction(window, self.tr("Undo"))
        undo.setShortcut(QKeySequence("Ctrl+Z"))
        redo = stack.createRedoAction(window, self.tr("Redo"))
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])

        self._add("bring-in", self.tr("Bring people in…"), "Ctrl+I", self.choose_files)
        self._add("open-calendar", self.tr("Open a calendar file…"), "Ctrl+O", self.open_calendar)
        self._add("export", self.tr("Export…"), "Ctrl+E", self.export)
        self._add("new-person", self.tr("Add somebody…"), "Ctrl+N", self.add_person)
        self._add("add-event", self.tr("Add an event…"), "Ctrl+Shift+E", self.add_event)
        self._add("add-trip", self.tr("Add a trip…"), "Ctrl+Shift+T", self.add_trip)
        day = self.tr("Plan a 1-2-1 day…")
        self._add("plan-day", day, "Ctrl+Shift+D", self.plan_day)
        ready = self.tr("Prepare the next 1-2-1")
        self._add("prepare", ready, "Ctrl+Shift+P", self._going(Where.PREPARE))
        past = self.tr("Add a past 1-2-1…")
        self._add("add-past", past, "Ctrl+Shift+H", self.add_past)
        self._add("places", self.tr("Places…"), "", self.show_places)
        self._add("bring-questions", self.tr("Bring questions in…"), "", self.bring_questions)
        self._add("share-questions", self.tr("Share my questions…"), "", self.share_questions)
        self._add("search", self.tr("Search…"), "Ctrl+K", self.search)
        self.menu.addSeparator()
        for name, action in (("undo", undo), ("redo", redo)):
            action.setObjectName(name)
            self.menu.addAction(action)
            window.addAction(action)
        self.menu.addSeparator()
        go = self.menu.addMenu(self.tr("Go to"))
        for number, (where, text) in enumerate(
            (
                (Where.TODAY, self.tr("Today")),
                (Where.PEOPLE, self.tr("People")),
                (Where.MEETINGS, self.tr("Meetings")),
                (Where.FOLLOW_UPS, self.tr("Follow-ups")),
                (Where.EVENTS, self.tr("Groups and events")),
                (Where.QUESTIONS, self.tr("Questions")),
                (Where.ME, self.tr("About me")),
            ),
            start=1,
        ):
            self._add(f"key-{where}", text, f"Ctrl+{number}", self._going(where), go)
        self._add("key-settings", self.tr("Settings"), "Ctrl+,", self._going(Where.SETTINGS), go)
        self._add("go-calendars", self.tr("Your calendars"), "", self.show_calendars, go)
        duplicates = self.tr("Possible duplicates")
        self._add("go-duplicates", duplicates, "", self._going(Where.DUPLICATES), go)
        self._add("back", self.tr("Back"), "Alt+Left", window.go_back, go)
        self.menu.addSeparator()
        data = self.menu.addMenu(self.tr("My data"))
        self._add("back-up-now", self.tr("Back up now"), "", self.back_up, data)
        self._add("restore", self.tr("Go back to a backup…"), "", self.restore, data)
        self._add("check", self.tr("Check my data…"), "", self.check, data)
        self._add("keys", self.tr("Keys…"), "F1", self.show_keys)
        self._add("about", self.tr("About Vis-à-vis…"), "", self.show_about)
        self._add("quit", self.tr("Quit"), "Ctrl+Q", window.close)

        self._undo_in_fields = UndoInFields(self)
        window.navigation.menu_button.clicked.connect(self.open_menu)
        open_menu = self._add("menu", self.tr("Menu"), "F10", self.open_menu)
        self.menu.removeAction(open_menu)
        export_person = self._add("export-person", self.tr("Export…"), "", self.export_person)
        self.menu.removeAction(export_person)

    def _add(
        self,
        name: str,
        text: str,
        keys: str,
        act: Callable[[], object],
        menu: QMenu | None = None,
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.triggered.connect(act)
        if keys:
            action.setShortcut(QKeySequence(keys))
        (menu or self.menu).addAction(action)
        self._window.addAction(action)
        return action

    def act(self, name: str) -> None:
        """Does what the action of this name does, as if it were chosen in the menu."""
        action = self._window.findChild(QAction, name)
        if action is not None:
            action.trigger()

    def _going(self, where: Where) -> Callable[[], None]:
        return lambda: self._window.go(Route(where))

    def open_menu(self) -> None:
        """Drops the menu from its button."""
        anchor = self._window.navigation.menu_button
        self.menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def search(self) -> None:
        """Opens the search, empty."""
        self._window.search()

    def choose_files(self) -> None:
        """Asks for contact files and shows what they would bring."""
        from ui.file_dialogs import contact_files

        files = contact_files(self._window)
        if files:
            self._window.bring_in(files)

    def open_calendar(self) -> None:
        """Asks for calendar files that somebody sent, say, and opens them."""
        from ui.file_dialogs import calendars_to_open

        files = calendars_to_open(self._window)
        if files:
            self._window.incoming.open(map(Path, files))

    def bring_questions(self) -> None:
        """Asks for files of questions that others gave, and shows what they would bring."""
        from ui.file_dialogs import questions_to_bring

        files = questions_to_bring(self._window)
        if files:
            self._window.bring_questions([Path(file) for file in files])

    def share_questions(self) -> None:
        """Writes some of the user's guides and questions into a file for others."""
        from ui.dialogs.share_questions import ShareQuestionsDialog

        dialog = ShareQuestionsDialog(self._window.session, self._window)
        dialog.saved.connect(self._window.toast.say_saved)
        self._window.lay_over(dialog)

    def export(self) -> None:
        """Asks what is to leave: of those in sight, where the page shows some people alone."""
        in_sight = self._in_sight()
        self._export(in_sight, in_sight.likeliest)

    def export_person(self) -> None:
        """The same for the one whose page is open."""
        from ui.in_sight import Who

        in_sight = self._in_sight()
        self._export(in_sight, Who.CHOSEN if in_sight.chosen else Who.EVERYBODY)

    def _in_sight(self) -> InSight:
        from ui.in_sight import InSight

        page = self._window.page
        return page.in_sight() if page is not None else InSight()

    def _export(self, in_sight: InSight, who: Who) -> None:
        from ui.dialogs.export import ExportDialog

        dialog = ExportDialog(self._window.session, in_sight, who, self._window)
        dialog.saved.connect(self._window.toast.say_saved)
        self._window.lay_over(dialog)

    def add_person(self) -> None:
        from ui.dialogs.person import PersonDialog

        dialog = PersonDialog(self._window.session, parent=self._window)
        dialog.kept.connect(self._on_kept)
        self._window.lay_over(dialog)

    def add_event(self) -> None:
        """Asks which event it was and whom the user met there."""
        from ui.dialogs.event import EventDialog

        dialog = EventDialog(self._window.session, parent=self._window)
        dialog.kept.connect(self._on_event)
        self._window.lay_over(dialog)

    def add_trip(self) -> None:
        """Asks where the user will be, and when."""
        from ui.dialogs.trip import TripDialog

        self._window.lay_over(TripDialog(self._window.session, parent=self._window))

    def plan_day(self) -> None:
        """Asks whom to meet back to back, when and where."""
        from ui.dialogs.plan_day import PlanDayDialog

        dialog = PlanDayDialog(self._window.session, parent=self._window)
        dialog.people_wanted.connect(self.choose_files)
        self._window.lay_over(dialog)

    def add_past(self) -> None:
        """Asks with whom a 1-2-1 of long ago was, unless somebody's page is open."""
        chosen = self._in_sight().chosen
        if len(chosen) == 1:
            self._window.go(Route(Where.DEBRIEF, person=chosen[0]))
            return
        from ui.dialogs.past_with import PastWithDialog

        dialog = PastWithDialog(self._window.session, self._window)
        dialog.chosen.connect(self._on_past_with)
        self._window.lay_over(dialog)

    def _on_past_with(self, person: int) -> None:
        self._window.go(Route(Where.DEBRIEF, person=person))

    def show_places(self) -> None:
        """Opens all places there are to meet at."""
        from ui.dialogs.places import PlacesDialog

        self._window.lay_over(PlacesDialog(self._window.session, self._window))

    def _on_event(self, _: int) -> None:
        self._window.go(Route(Where.EVENTS))

    def _on_kept(self, person: int) -> None:
        self._window.go(Route(Where.PEOPLE, person=person))

    def back_up(self) -> None:
        self._window.care.back_up()

    def restore(self) -> None:
        self._window.care.restore()

    def check(self) -> None:
        self._window.care.check()

    def show_keys(self) -> None:
        from ui.dialogs.about import KeysDialog

        page = self._window.page
        talking = page is not None and page.where is Where.CONVERSATION
        self._window.lay_over(KeysDialog(self._window, talking=talking))

    def show_calendars(self) -> None:
        """Goes to where the user's calendars are named."""
        from ui.pages.settings import SettingsPage

        self._window.go(Route(Where.SETTINGS))
        if isinstance(self._window.page, SettingsPage):
            self._window.page.show_calendars()

    def show_about(self) -> None:
        from ui.dialogs.about import AboutDialog

        self._window.lay_over(AboutDialog(self._window))
