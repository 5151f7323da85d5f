"""Why these people? The whole index of each, and what can be changed about it right there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from planner.domain.people import Stage
from planner.domain.weighing import Place
from planner.errors import PlannerError
from planner.journeys.explain_suggestion import explain, places
from planner.journeys.fit_questions import say_fit
from planner.journeys.keep_people import move_stage
from ui import index_wording, keeping_in_touch, theme, wording
from ui.background import run
from ui.pages.page import GOES_ON
from ui.session import Session
from ui.widgets.layouts import Scrolled, button, row
from ui.widgets.text import Text
from ui.widgets.toast import Toast
from ui.widgets.two_lines import Role, TwoLines
from ui.widgets.why_view import WhyView

if TYPE_CHECKING:
    from ui.background import Job

WIDTH, HEIGHT = 820, 620  # pixels
LIST_WIDTH = 230  # pixels
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class WhyDialog(QDialog):
    """The people shown at the left; at the right all that stands behind the one chosen."""

    def __init__(
        self,
        session: Session,
        people: Sequence[int],
        first: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._people = list(people)
        self._person = first
        self._shown = 0  # whom the view tells of
        self._lowest = session.undo_stack.index()  # what was done before stays done
        self._filling = False
        self._began: dict[int, Place] = {}  # where each stood when the dialog was opened
        self._places: dict[int, Place] = {}
        self._job: Job | None = None
        self._view: WhyView | None = None
        self.setObjectName("why-dialog")
        self.setProperty(GOES_ON, True)
        self.setWindowTitle(self.tr("Why these people?"))
        self.resize(WIDTH, HEIGHT)

        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setObjectName("why-people")
        self._list.setProperty("look", "framed")
        self._list.setAccessibleName(self.tr("The people shown"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(TwoLines(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFixedWidth(LIST_WIDTH)
        self._scrolled = Scrolled()
        self._scrolled.body.setContentsMargins(0, 0, 0, 0)
        self._said = Text("", "accent")
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._said.setObjectName("why-said")
        self._undo = button(self.tr("Undo"), self._on_undo, "link", "why-undo")
        close = button(self.tr("Close"), self.accept, name="close")
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._list)
        across.addWidget(self._scrolled, 1)
        foot = row(self._said, self._undo, close)
        foot.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addLayout(across, 1)
        column.addLayout(foot)

        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._on_undo)
        self._say("")
        self._fill_list()
        self._list.selectionModel().currentChanged.connect(self._on_current)
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_changed)
        session.done.connect(self._say_done)
        session.refused.connect(self._say_refused)
        self._show()
        self._look_for_places()
        self._list.setFocus()

    def _fill_list(self) -> None:
        people = self._session.store.people.some(self._people)
        for person_id in self._people:
            person = people.get(person_id)
            if person is None:
                continue
            item = QStandardItem(person.name)
            item.setEditable(False)
            item.setData(person_id, Qt.ItemDataRole.UserRole)
            item.setData(person.initials, Role.INITIALS)
            item.setData(theme.hue_of(person.name), Role.HUE)
            item.setData(self._session.portraits.of(person_id), Role.PORTRAIT)
            item.setData(wording.stage(person.stage), Role.SUBTITLE)
            self._model.appendRow(item)
            if person_id == self._person:
                self._list.selectionModel().setCurrentIndex(item.index(), CHOOSE)

    def _follow_who_is_there(self) -> bool:
        """Lists who is still in the library, and those brought back; False when nobody is."""
        there = self._session.store.people.some(self._people)
        now = [person_id for person_id in self._people if person_id in there]
        listed = self._listed()
        if now == list(listed):
            return True
        gone = [name for person_id, name in listed.items() if person_id not in there]
        words = self.tr("{name} is not in the library any more.").format(name=", ".join(gone))
        if not now:
            self.reject()
            self._session.refused.emit(words)
            return False
        if self._person not in there:
            after = self._people[self._people.index(self._person) :]
            self._person = next((one for one in after if one in there), now[-1])
        self._filling = True
        self._model.clear()
        self._fill_list()
        self._filling = False
        if gone:
            self._say_refused(words)
        if self._shown != self._person:
            self._show()
        return True

    def _listed(self) -> dict[int, str]:
        """Who stands in the list, by id."""
        items = (self._model.item(line) for line in range(self._model.rowCount()))
        return {int(item.data(Qt.ItemDataRole.UserRole)): item.text() for item in items}

    def _show(self) -> None:
        """Tells of the person chosen; the keyboard stays where it is, as far as that is there."""
        today = self._session.today()
        try:
            of = explain(self._session.store, self._person, today)
        except PlannerError as refusal:  # removed meanwhile
            self._say_refused(str(refusal))
            return
        focused, before = self.focusWidget(), self._view
        inside = before is not None and focused is not None and before.isAncestorOf(focused)
        held = focused.objectName() if inside and focused is not None else ""
        bar = self._scrolled.verticalScrollBar()
        place = bar.value() if self._shown == self._person else 0
        if before is not None:
            before.hide()
            self._scrolled.body.removeWidget(before)
            before.deleteLater()
        self._shown = self._person
        self._view = WhyView(of, today)
        self._view.fit_said.connect(self._on_fit)
        self._view.moved.connect(self._on_moved)
        self._view.rhythm_said.connect(self._on_rhythm)
        self._scrolled.body.addWidget(self._view)
        self._view.show()
        self._show_places()
        again = self._view.findChild(QWidget, held) if held else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scrolled.body.activate()
        bar.setValue(place)

    def _look_for_places(self) -> None:
        """Everybody is ranked for it, so it is done beside the window."""
        if self._job is not None:
            self._job.cancel()
        store, today, people = self._session.store, self._session.today(), tuple(self._people)

        def work(job: Job) -> dict[int, Place]:
            with store.another() as own:
                return places(own, people, today)

        self._job = run(work, self._on_places)

    def _on_places(self, found: dict[int, Place]) -> None:
        self._job = None
        self._places = found
        self._began = self._began or found
        self._show_places()

    def _show_places(self) -> None:
        for line in range(self._model.rowCount()):
            item = self._model.item(line)
            place = self._places.get(item.data(Qt.ItemDataRole.UserRole))
            if place is not None:
                words = index_wording.place(place)
                item.setData(words or self.tr("Not suggested"), Role.SUBTITLE)
        place = self._places.get(self._person)
        if place is not None and self._view is not None:
            self._view.show_place(place, self._began.get(self._person))

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._filling:
            return
        self._person = int(now.data(Qt.ItemDataRole.UserRole))
        self._show()

    def _on_fit(self, word: str) -> None:
        name = self._listed()[self._person]
        words = {
            "more": self.tr("{name}: more like this"),
            "": self.tr("{name}: fits as About me says"),
            "less": self.tr("{name}: less like this"),
            "never": self.tr("{name} will not be suggested any more"),
        }[word]
        self._session.do(words.format(name=name), say_fit, self._person, word)

    def _on_moved(self, stage: int) -> None:
        name = self._listed()[self._person]
        label = self.tr("{name} is now at {stage}").format(
            name=name, stage=wording.stage(Stage(stage))
        )
        self._session.do(label, move_stage, self._person, Stage(stage))

    def _on_rhythm(self, word: str) -> None:
        try:
            person = self._session.store.people.get(self._person)
        except PlannerError as refusal:  # removed by another program just now
            self._session.refused.emit(str(refusal))
            return
        keeping_in_touch.say_rhythm(self._session, person, word)

    def _on_changed(self) -> None:
        if self.isVisible() and self._follow_who_is_there():
            self._show()
            self._look_for_places()

    def _on_undo(self) -> None:
        """Takes back the last that was done here; what was done before is not in sight."""
        stack = self._session.undo_stack
        if stack.index() <= self._lowest:
            self._say_refused(self.tr("Nothing more was changed here."))
            return
        what = stack.undoText().replace("&&", "&")
        self._say("")
        stack.undo()
        if not self._said.text():
            self._say(self.tr("Undone: {what}").format(what=what))
            self._undo.setVisible(stack.index() > self._lowest)

    def _say_done(self, words: str) -> None:
        self._say(words)
        parent = self.parentWidget()
        for strip in () if parent is None else parent.window().findChildren(Toast):
            strip.hide()  # the same behind this window, with an Undo that cannot be reached

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._undo.setVisible(bool(words) and self._session.undo_stack.index() > self._lowest)

    def _say_refused(self, words: str) -> None:
        self._say(words)
        self._undo.hide()
        if self.isVisible():
            self._follow_who_is_there()
