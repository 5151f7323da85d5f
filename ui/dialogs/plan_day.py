"""A 1-2-1 day: whom, when and where, and what is given out, in three steps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDialog,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.domain.changes import Change, Kind
from planner.domain.trips import Trip
from planner.journeys.plan_day import Whom, whom_to_meet
from ui import asking, background, schedule_wording
from ui.day_files import DayFiles
from ui.day_planning import DayPlanning
from ui.pages.page import GOES_ON
from ui.session import Session
from ui.widgets.day_giving import DayGiving
from ui.widgets.day_people import DayPeople
from ui.widgets.day_schedule import DaySchedule
from ui.widgets.layouts import button, row
from ui.widgets.said_here import SaidHere
from ui.widgets.step_marks import StepMarks
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.text import Text

SIZE = (900, 640)  # pixels
MARGIN = 22  # pixels
WHOM, WHEN, GIVING = range(3)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlanDayDialog(QDialog):
    """Plans 1-2-1s with several people in one go; `trip` is where, `people` are ticked at first.

    Signals:
        people_wanted(): nobody is in the library, and people are to be brought in.
    """

    people_wanted = Signal()

    def __init__(
        self,
        session: Session,
        trip: Trip | None = None,
        people: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._planning = DayPlanning(session, trip, people)
        self.setObjectName("plan-day-dialog")
        self.setProperty(GOES_ON, True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = self.tr("1-2-1 day")
        if trip is not None:
            title = self.tr("1-2-1s in {city}").format(city=trip.city)
        self.setWindowTitle(title)
        self.resize(*SIZE)
        self._said = SaidHere(session, "day", self)
        self._files = DayFiles(session, self)
        self._files.said.connect(self._said.tell)
        self._files.writing.connect(self._on_writing)
        steps = (self.tr("Whom"), self.tr("When and where"), self.tr("Invitations"))
        self._marks = StepMarks(steps)
        self._line = Text(schedule_wording.aim(trip, session), "soft")
        self._whom = DayPeople(session, self.tr("People to meet"), trip.city if trip else "")
        self._whom.ticked.connect(self._on_ticked)
        self._whom.people_wanted.connect(self._on_people_wanted)
        self._schedule = DaySchedule(session, self._planning)
        self._schedule.changed.connect(self._on_edited)
        self._giving = DayGiving(session)
        self._giving.said.connect(self._said.tell)
        self._files.written.connect(self._giving.note)
        self._steps = QStackedWidget()
        for step in (self._whom, self._schedule, self._giving):
            self._steps.addWidget(step)
        self._back = button(self.tr("Back"), self._on_back, name="day-back")
        self._next = button("", self._on_next, "primary", "day-next")
        self._own = button(self.tr("Save for my calendar…"), self._on_own, name="day-own")
        self._invite = button(self.tr("Save all invitations…"), self._on_invite, name="day-invite")
        self._pages = button(self.tr("Cheat-sheets…"), self._on_pages, name="day-sheets")
        self._close = button(self.tr("Cancel"), self.reject, name="day-close")
        for part in (self._back, self._own, self._invite, self._pages, self._close):
            part.setAutoDefault(False)
        self._next.setDefault(True)
        self._lay_out(title)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on_next)
        session.changed.connect(self._on_changed)
        session.changed_elsewhere.connect(self._on_elsewhere)
        session.calendars.changed.connect(self._on_diary)
        session.diary.changed.connect(self._on_diary)
        self._looked = False
        self._edited = False  # times or places were chosen that closing would lose
        self._show(WHOM)

    def _lay_out(self, title: str) -> None:
        acts = (self._pages, self._own, self._invite, self._close, self._back, self._next)
        feet = row(None, *acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 4)
        column.setSpacing(10)
        column.addWidget(Text(title, "name"))
        column.addWidget(self._line)
        column.addLayout(row(self._marks, None))
        column.addWidget(self._steps, 1)
        column.addWidget(self._said)
        column.addLayout(feet)
        tab_as_laid_out(column)

    def _look(self) -> None:
        """Finds out beside the window whom there is to choose from."""
        store, trip = self._session.store, self._planning.trip
        today, now = self._session.today(), self._session.now()

        def look(job: background.Job) -> Whom:
            with store.another() as own:
                return whom_to_meet(own, today, now, trip)

        background.run(look, self._on_whom, self._said.say_refused)

    def _on_whom(self, whom: Whom) -> None:
        around = self.parentWidget()
        if around is not None and not around.window().isVisible():
            return  # closed meanwhile, its library may be as well
        self._planning.tell(whom)
        self._schedule.show_places()
        self._whom.show_whom(self._planning.whom, self._planning.chosen)
        if self._steps.currentIndex() == WHEN:
            self._schedule.refresh()
        self._follow()

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._marks.show_step(step)
        if step == WHOM:
            self._whom.show_ticks(self._planning.chosen)
        elif step == WHEN:
            self._schedule.refresh()
        self._follow()
        part = (self._whom, self._schedule, self._giving)[step]
        part.go_in()

    def _follow(self) -> None:
        """What can be done at this step."""
        step, giving = self._steps.currentIndex(), self._steps.currentIndex() == GIVING
        self._back.setVisible(step == WHEN)
        self._next.setVisible(not giving)
        self._own.setVisible(giving)
        self._pages.setVisible(giving)
        self._invite.setVisible(giving)
        self._close.setText(self.tr("Close") if giving else self.tr("Cancel"))
        if step == WHOM:
            self._next.setText(self.tr("Go on"))
            self._next.setEnabled(bool(self._planning.chosen))
        elif step == WHEN:
            count = len(self._schedule.sittings)
            words = self.tr("Plan this 1-2-1") if count == 1 else self.tr("Plan these {count}")
            self._next.setText(words.format(count=count))
            self._next.setEnabled(self._schedule.ready)

    def _on_ticked(self) -> None:
        if self._steps.currentIndex() == WHOM:
            self._planning.choose(self._whom.ticks())
            self._follow()

    def _on_people_wanted(self) -> None:
        self.reject()
        self.people_wanted.emit()

    def _on_edited(self) -> None:
        self._edited = True
        self._on_times()

    def _on_times(self) -> None:
        self._said.say("")
        if not self._schedule.sittings:
            self._show(WHOM)
        self._follow()

    def _on_next(self) -> None:
        if not self._next.isEnabled() or self._next.isHidden():
            return
        if self._steps.currentIndex() == WHOM:
            self._show(WHEN)
        else:
            self._keep()

    def _on_back(self) -> None:
        self._said.say("")
        self._show(WHOM)

    def _keep(self) -> None:
        """Plans them; whatever was typed last is taken first."""
        if (typed := self.focusWidget()) is not None:
            typed.clearFocus()
        self._schedule.refresh()
        self._follow()
        if not self._schedule.ready:
            return
        sittings = self._schedule.sittings
        label = schedule_wording.planned(sittings, self._planning.wish.days, self._session)
        if self._planning.keep(label, sittings):
            self._giving.show_meetings(self._planning.still_planned())
            self._show(GIVING)

    def _on_invite(self) -> None:
        self._giving.keep()
        self._files.save_invitations(self._giving.meetings, self._giving.people)

    def _on_own(self) -> None:
        self._giving.keep()
        self._files.save_own(self._giving.meetings, self._giving.people)

    def _on_pages(self) -> None:
        """A cheat-sheet for each, one after the other."""
        from ui.dialogs.sheet import SheetDialog

        self._giving.keep()
        ids = [one.id for one in self._giving.meetings]
        if ids:
            pages = SheetDialog(self._session, 0, ids[0], self, together=ids)
            pages.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            pages.open()

    def _on_writing(self, writing: bool) -> None:
        for part in (self._own, self._invite):
            part.setEnabled(not writing)

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.kinds & {Kind.MEETING, Kind.PERSON, Kind.PLACE}:
            QTimer.singleShot(0, self, self._anew)

    def _on_elsewhere(self) -> None:
        if self.isVisible():
            self._anew()

    def _on_diary(self) -> None:
        if not self.isVisible():
            return
        self._planning.follow_diary()
        if self._steps.currentIndex() == WHEN:
            self._schedule.refresh()
            self._follow()

    def _anew(self) -> None:
        """The library is different; what was planned here may have been taken back."""
        if not self.isVisible():
            return
        step = self._steps.currentIndex()
        if step == GIVING:
            planned = self._planning.still_planned()
            if planned:
                self._giving.show_meetings(planned)
                self._follow()
            else:
                self._show(WHEN if self._planning.people() else WHOM)
        elif step == WHEN:
            self._schedule.refresh()
            self._on_times()

    def showEvent(self, event: QShowEvent) -> None:
        """What is looked for beside the window begins once it is built: it would slow that down."""
        super().showEvent(event)
        if not self._looked:
            self._looked = True
            self._session.calendars.ask()
            self._planning.follow_diary()
            self._look()

    def reject(self) -> None:
        """Closes; asks first where times or places were chosen that are not planned yet."""
        if (
            self._steps.currentIndex() == WHEN
            and self._edited
            and asking.ask(
                self,
                self.windowTitle(),
                self.tr("These 1-2-1s are not planned yet."),
                self.tr("Go on planning"),
                self.tr("Leave it"),
                escape_means=True,
            )
        ):
            return
        super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field is for that field; the step's button is pressed on itself."""
        if event.key() in ENTER and self._steps.currentIndex() == WHOM:
            if self._whom.tick_current():
                return
        elif event.key() in ENTER and isinstance(self.focusWidget(), QLineEdit | QAbstractSpinBox):
            return
        super().keyPressEvent(event)
