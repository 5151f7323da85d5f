"""The first start: three short steps, or a look around with a sample network."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.domain.changes import Change, Kind
from planner.domain.me import Me
from planner.journeys.about_me import save
from ui.pages.page import Page
from ui.routes import Route, Where
from ui.session import Session
from ui.widgets.first_steps import WEEK, WHO, PeopleStep, Step, WeekStep, WhoStep
from ui.widgets.layouts import PAGE_MARGINS, button, line, row
from ui.widgets.me_fields import MeFields
from ui.widgets.step_marks import StepMarks
from ui.widgets.text import Text


class FirstStartPage(Page):
    """One step at a time; what was typed is kept at every answer, so nothing is typed twice.

    Signals:
        files_wanted(list[str]): contact files to bring in, for the main window.
    """

    files_wanted = Signal(list)

    where = Where.FIRST_START
    shows = frozenset({Kind.ME, Kind.PERSON})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._fields = MeFields(session, (*WHO, *WEEK), self, label_look="strong")
        self._fields.finished.connect(self._keep)
        who, week, self._people = WhoStep(self._fields), WeekStep(self._fields), PeopleStep()
        self._steps: tuple[Step, ...] = (who, week, self._people)
        self._marks = StepMarks((self.tr("Who I am"), self.tr("My week"), self.tr("My people")))
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(step)

        self._back = button(self.tr("Back"), self.go_back, look="quiet", name="back-step")
        self._skip = button(self.tr("Skip"), self.skip, look="quiet", name="skip-step")
        self._later = button(self.tr("Later"), self.finish, name="later")
        self._next = button(self.tr("Next"), self.go_on, look="primary", name="next-step")
        self._lay_out()

        who.sample_wanted.connect(self.look_around)
        self._people.files_wanted.connect(self.files_wanted)
        self._people.person_wanted.connect(self._add_person)
        self.files_wanted.connect(self._on_files_wanted)
        session.changed.connect(self._on_people)
        self._show_step(0)

    @property
    def at(self) -> int:
        """The step in sight, counted from 0."""
        return self._stack.currentIndex()

    def refresh(self) -> None:
        me = self.session.me
        self._fields.show(replace(me, zone=me.zone or self.session.zone))
        self._show_count()

    def may_leave(self) -> bool:
        """Keeps what can be kept; nobody has to answer right to get out of a first start."""
        return self.lets_go(kept=self._keep_step(), typed=self._fields.answers())

    def go_on(self) -> None:
        """Keeps this step and shows the next; something wrong is pointed out first."""
        step = self._steps[self.at]
        if step.asks and (wrong := self._fields.judged(self.session.me, *step.asks)):
            self._fields[wrong].ask_again()
            return
        self._keep_step()
        if self.at + 1 < len(self._steps):
            self._show_step(self.at + 1)
        else:
            self.finish()

    def skip(self) -> None:
        """Shows the next step whatever stands in this one."""
        self._keep_step()
        self._show_step(self.at + 1)

    def go_back(self) -> None:
        self._keep_step()
        self._show_step(self.at - 1)

    def look_around(self) -> None:
        """Goes to Today with a sample network."""
        from planner.journeys.load_sample import load_sample

        self._keep_step()
        self._keep_me(replace(self.session.me, zone=self.session.zone))  # its 1-2-1s go by it
        loaded = self.session.do(
            self.tr("Sample network loaded"), load_sample, self.session.today(), self.session.now()
        )
        if loaded is not None:
            self.finish()

    def finish(self) -> None:
        """The first start is over; the program begins, once that is kept."""
        kept = all(self._keep(name) for step in self._steps for name in step.asks)
        if kept and self._keep_me(replace(self.session.me, ready=True, zone=self.session.zone)):
            self.wanted.emit(Route(Where.TODAY))

    def _lay_out(self) -> None:
        head = QWidget()
        top = QGridLayout(head)  # the outer columns alike, so that the marks stand in the middle
        top.setContentsMargins(PAGE_MARGINS[0], 14, PAGE_MARGINS[2], 14)
        top.addWidget(Text("Vis-à-vis", "name", wrap=False), 0, 0)
        top.addWidget(self._marks, 0, 1)
        top.setColumnStretch(0, 1)
        top.setColumnStretch(2, 1)
        foot = QWidget()
        ways = row(self._back, None, self._skip, self._later, self._next, gap=8)
        ways.setContentsMargins(14, 12, PAGE_MARGINS[2], 14)
        foot.setLayout(ways)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (head, line(), self._stack, line(), foot):
            whole.addWidget(part, 1 if part is self._stack else 0)

    def _show_step(self, at: int) -> None:
        last = at == len(self._steps) - 1
        self._stack.setCurrentIndex(at)
        self._marks.show_step(at)
        self._back.setVisible(at > 0)
        self._skip.setVisible(not last)
        self._show_count()
        self._steps[at].begin()

    def _show_count(self) -> None:
        """With people here the way to Today is the main one; without, it is there quietly."""
        last = self.at == len(self._steps) - 1
        count = self.session.store.people.count() if last else 0
        self._people.show_count(count)
        self._later.setVisible(last and not count)
        self._next.setVisible(not last or bool(count))
        self._next.setText(self.tr("Whom to meet next") if last else self.tr("Next"))

    def _keep_step(self) -> bool:
        return all(self._keep(name) for name in self._steps[self.at].asks)

    def _keep(self, name: str) -> bool:
        """Keeps one answer at once, unless it is wrong; False when it could not be."""
        me = self.session.me
        if self._fields.judged(me, name):
            return True
        if not self._keep_me(self._fields.typed(me, name)):
            self.try_again_soon()
            return False
        self._fields.settle(name)
        return True

    def _keep_me(self, me: Me) -> bool:
        return me == self.session.me or self.session.keep(save, me) is not None

    def _on_people(self, change: Change) -> None:
        """Somebody is in the library now, so the next start begins with Today."""
        if change.added(Kind.PERSON) and not self.session.me.ready:
            self._keep_me(replace(self.session.me, ready=True, zone=self.session.zone))

    def _on_files_wanted(self, files: list[str]) -> None:
        bring_in = getattr(self.window(), "bring_in", None)
        if bring_in is not None:
            bring_in(files)

    def _add_person(self) -> None:
        from ui.dialogs.person import PersonDialog

        dialog = PersonDialog(self.session, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus, goes to the next question, or to the next step."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focus = self.focusWidget()
        asked = [name for name in self._steps[self.at].one_by_one if name != self._last_asked()]
        if isinstance(focus, QPushButton):
            focus.click()
        elif focus is not None and focus.objectName() in asked:
            self.focusNextChild()
        elif self._next.isVisible():
            self.go_on()

    def _last_asked(self) -> str:
        return (self._steps[self.at].one_by_one or ("",))[-1]
