"""The head of a person's page: who it is, where they stand, and what to do next."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from planner.domain.debrief import StepUp
from planner.domain.people import Person
from ui import day_wording
from ui.touch_keys import TOUCH_KEYS, WITH_NOTE, native
from ui.widgets.avatar import Avatar
from ui.widgets.fit_choice import FitChoice
from ui.widgets.ladder import Ladder
from ui.widgets.layouts import button
from ui.widgets.rhythm_choice import RhythmChoice
from ui.widgets.text import Text
from ui.widgets.text_button import TextButton

MARK = 60  # pixels of the round mark
MONTH = timedelta(days=30)
LEAST = 250  # pixels the name has beside the buttons, at the normal text size


class PersonHead(QWidget):
    """Mark, name, headline and ladder; at the right, or below in a narrow window, the buttons.

    Signals:
        plan_wanted(): plan a 1-2-1.
        prepare_wanted(): prepare the one that is planned.
        edit_wanted(): change who they are.
        touch_wanted(): note a contact that was not a 1-2-1, with a few words.
        note_wanted(TouchKey): note such a contact as it is.
        past_wanted(): note a 1-2-1 of long ago.
        sheet_wanted(): the cheat-sheet.
        export_wanted(): their contact card, say, as a file.
        rest_wanted(object): do not suggest them before a day; None for not at all.
        rest_until_wanted(): do not suggest them before a day to be asked for.
        suggest_wanted(): suggest them again.
        introduce_wanted(): introduce them to somebody.
        merge_wanted(): make them and somebody else one person.
        remove_wanted(): take them out of the library.
        moved(int): move them to the rung of this Stage value.
        fit_said(str): the user's word on how well they fit, see FitChoice.
        rhythm_said(str): the same on how often to keep in touch, see RhythmChoice.
    """

    plan_wanted = Signal()
    prepare_wanted = Signal()
    edit_wanted = Signal()
    touch_wanted = Signal()
    note_wanted = Signal(object)
    past_wanted = Signal()
    sheet_wanted = Signal()
    export_wanted = Signal()
    rest_wanted = Signal(object)
    rest_until_wanted = Signal()
    suggest_wanted = Signal()
    introduce_wanted = Signal()
    merge_wanted = Signal()
    remove_wanted = Signal()
    moved = Signal(int)
    fit_said = Signal(str)
    rhythm_said = Signal(str)

    def __init__(
        self,
        person: Person,
        step: StepUp | None,
        talks: int,
        today: date,
        half_life: float,
        portrait: QImage | None = None,
        *,
        planned: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("person-head")
        self._today = today
        self._planned = planned  # there is a 1-2-1 to prepare
        self._person = person
        self._resting = self._why_resting(person)
        self._buttons = self._acts()
        words = QVBoxLayout()
        words.setSpacing(2)
        name = Text(person.name, "title")
        name.setObjectName("person-name")
        words.addWidget(name)
        below = " · ".join(part for part in (person.headline, person.city) if part)
        headline = Text(below, "soft", parent=self)
        headline.setObjectName("person-headline")
        headline.setVisible(bool(below))
        words.addWidget(headline)

        ladder = Ladder(person.stage, step, talks)
        ladder.moved.connect(self.moved)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        mark = Avatar(person, MARK, portrait)
        self._grid.addWidget(mark, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(words, 0, 1)
        self._at = (0, 2)  # row and column of the buttons, which the keyboard reaches first
        self._grid.addWidget(self._buttons, *self._at, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(ladder, 1, 1, 1, 2)
        if self._resting:
            self._grid.addWidget(self._rest_line(person), 2, 1, 1, 2)
        fit = FitChoice(person.fit, person.let_go, person.name)
        fit.chosen.connect(self.fit_said)
        rhythm = RhythmChoice(person.rhythm, half_life, person.name)
        rhythm.chosen.connect(self.rhythm_said)
        for line, told, choice in (
            (4, self.tr("Fit"), fit),  # below the buttons, where these are not beside
            (5, self.tr("In touch"), rhythm),
        ):
            before = Text(told, "soft", wrap=False)
            before.setContentsMargins(0, 4, 0, 0)
            self._grid.addWidget(before, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(choice, line, 1, 1, 2)

    def _acts(self) -> QWidget:
        """The one primary button, and the menu with everything else."""
        made = QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        plan = button(self.tr("Plan 1-2-1"), self.plan_wanted.emit, "primary", "plan")
        across.addWidget(plan)
        across.addWidget(self._more())
        across.addStretch(1)
        return made

    def _more(self) -> QPushButton:
        more = button(self.tr("More"), name="more")
        more.setProperty("menu", "true")
        menu = QMenu(more)
        self._offer(menu, "edit", self.tr("Edit…"), self.edit_wanted, "F2")
        self._offer_touches(menu.addMenu(self.tr("Log a touch")))
        if self._planned:
            self._offer(menu, "prepare", self.tr("Prepare 1-2-1…"), self.prepare_wanted)
        self._offer(menu, "past-1-2-1", self.tr("Add a past 1-2-1…"), self.past_wanted)
        self._offer(menu, "sheet", self.tr("Cheat-sheet…"), self.sheet_wanted)
        self._offer(menu, "introduce-to", self.tr("Introduce to…"), self.introduce_wanted)
        self._offer(menu, "export-this", self.tr("Export…"), self.export_wanted)
        menu.addSeparator()
        if self._resting:
            self._offer(menu, "suggest-again", self.tr("Suggest again"), self.suggest_wanted)
        else:
            month = self._today + MONTH
            self._offer_rest(menu, "not-for-a-month", self.tr("Not for a month"), month)
            words = self.tr("Not until a date…")
            self._offer(menu, "not-until", words, self.rest_until_wanted)
            self._offer_rest(menu, "never", self.tr("Do not suggest any more"), None)
        menu.addSeparator()
        self._offer(menu, "merge-with", self.tr("Merge with…"), self.merge_wanted)
        self._offer(menu, "remove", self.tr("Remove"), self.remove_wanted)
        more.setMenu(menu)
        return more

    def _offer_rest(self, menu: QMenu, name: str, words: str, until: date | None) -> None:
        action = QAction(words, menu)
        action.setObjectName(name)
        action.setData(until)
        action.triggered.connect(self._on_rest)
        menu.addAction(action)

    def _offer_touches(self, menu: QMenu) -> None:
        for key in TOUCH_KEYS:
            words = key.entry(self._person).replace("&", "&&")
            action = QAction(f"{words}\t{native(key.key)}", menu)
            action.setObjectName(key.name)
            action.setData(key)
            action.triggered.connect(self._on_note)
            menu.addAction(action)
        menu.addSeparator()
        self._offer(menu, "touch", self.tr("With a note…"), self.touch_wanted, WITH_NOTE)

    def _offer(
        self, menu: QMenu, name: str, words: str, wanted: SignalInstance, keys: str = ""
    ) -> None:
        # The key itself is the page's; here it is only told, as menus do behind a tab.
        action = QAction(f"{words}\t{keys}" if keys else words, menu)
        action.setObjectName(name)
        action.triggered.connect(wanted.emit)
        menu.addAction(action)

    def _why_resting(self, person: Person) -> str:
        """Why somebody is not suggested at present; "" for whoever may be."""
        if person.let_go:
            return self.tr("Not suggested any more.")
        if person.rests_until is not None and person.rests_until > self._today:
            day = day_wording.near_day(person.rests_until, self._today)
            return self.tr("Rests until {day}.").format(day=day)
        return ""

    def _rest_line(self, person: Person) -> TextButton:
        made = TextButton(self._resting, "soft", link=self.tr("Suggest again"), name="suggest")
        made.clicked.connect(self.suggest_wanted)
        return made

    def _on_note(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.note_wanted.emit(action.data())

    def _on_rest(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.rest_wanted.emit(action.data())

    def _place_buttons(self, width: int) -> None:
        """Beside the name where it keeps room enough, else below the headline."""
        least = LEAST * self.fontMetrics().height() // 16
        beside = width >= MARK + 32 + least + self._buttons.sizeHint().width()
        row, column = (0, 2) if beside else (3, 1)
        if self._at != (row, column):
            self._at = (row, column)
            self._grid.removeWidget(self._buttons)
            across = 1 if beside else 2  # with the gap between the columns
            self._grid.addWidget(self._buttons, row, column, 1, across, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_buttons(event.size().width())
        super().resizeEvent(event)
