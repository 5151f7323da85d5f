"""Open a calendar file: what it says, what that means here, and doing it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from planner.domain.changes import Change
from planner.domain.incoming import Act, Finding, Method
from planner.journeys.busy_times import is_named, name_calendar
from ui import opened_wording
from ui.background import WHOLE
from ui.dialogs.fitted import FittedDialog
from ui.opened_choice import Choice
from ui.opening_calendars import Done, OpeningCalendars
from ui.routes import Route, Where
from ui.session import Session
from ui.taken_then import taken_at
from ui.widgets.layouts import button, dress, row
from ui.widgets.opened_list import OpenedList
from ui.widgets.opened_message import OpenedMessage
from ui.widgets.text import Text

LIST = (776, 396)  # pixels, the least
SMALL = (560, 200)  # with one message


class OpenCalendarDialog(FittedDialog):
    """Reads at once, beside the window. What leaves no doubt is done without asking, as it can be
    undone; of the rest the user chooses.

    Signals:
        asked(): there is something to show or to ask, so it wants to be seen.
        leading(): it is done, and wants the page of 1-2-1s in the next turn.
        wanted(Route): look at the 1-2-1 or the person it is about.
    """

    asked = Signal()
    leading = Signal()
    wanted = Signal(Route)

    def __init__(
        self, session: Session, files: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._choice = Choice()
        self._route: Route | None = None  # where the one message leads
        self._done: Done = (Change(), ())
        self.setObjectName("open-calendar-dialog")
        self.setWindowTitle(self.tr("Open a calendar file"))
        self._title = Text("", "title")
        self._title.setObjectName("open-calendar-title")
        self._words = Text("", "soft")
        self._words.setObjectName("open-calendar-words")
        self._waiting = Text("", "accent")
        self._waiting.setObjectName("open-calendar-waiting")
        self._waiting.hide()
        self._progress = QProgressBar()
        self._progress.setAccessibleName(self.tr("How far it is"))
        self._progress.setTextVisible(False)
        self._progress.setRange(0, WHOLE)
        self._message = OpenedMessage()
        self._list = OpenedList(session.portraits)
        self._list.chosen.connect(self._offer)
        self._own = button(self.tr("Plan around this calendar"), self._on_own, "link", "own")
        dress(self._own, "true", "flush")
        self._own.setToolTip(self.tr("No 1-2-1 is offered when it says that you are taken"))
        self._look = button("", self._on_look, name="look")
        self._cancel = button(self.tr("Cancel"), self.reject, name="cancel")
        self._apply = button("", self._on_apply, "primary", "apply")
        self._lay_out()
        self._work = OpeningCalendars(session, files, self)
        self._work.told.connect(self._progress.setValue)
        self._work.read.connect(self._on_read)
        self._work.taken.connect(self._on_taken)
        self._work.failed.connect(self._on_failed)
        self._work.stopped.connect(self._on_stopped)
        self._wait(self.tr("Reading…"))
        self._work.start_reading()

    def say_waiting(self, files: Sequence[Path]) -> None:
        """Says that these files came meanwhile."""
        self._waiting.setText(opened_wording.waiting(files))
        self._waiting.setVisible(bool(files))

    def _lay_out(self) -> None:
        self.setMinimumSize(*SMALL)
        self._list.setMinimumSize(*LIST)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        for part in (self._title, self._words, self._progress, self._message):
            column.addWidget(part)
        column.addWidget(self._list, 1)
        column.addWidget(self._waiting)
        column.addStretch(0)
        column.addLayout(row(self._own, None, self._look, self._cancel, self._apply))

    def _show(self, *parts: QWidget) -> None:
        """Shows these parts and hides the others that come and go."""
        come_and_go = (
            self._progress,
            self._message,
            self._list,
            self._look,
            self._apply,
            self._own,
        )
        for part in come_and_go:
            part.setVisible(part in parts)
        self._words.setVisible(bool(self._words.text()))
        self._column.setStretch(self._column.count() - 2, 0 if self._list in parts else 1)

    def _wait(self, title: str) -> None:
        self._title.setText(title)
        self._words.setText(opened_wording.file_names(self._work.files))
        self._progress.setValue(0)
        self._cancel.setText(self.tr("Cancel"))
        self._cancel.setEnabled(True)
        self.setFocus()  # not on Cancel: a second Enter would call off what the first one began
        self._show(self._progress)

    # what the files say

    def _on_read(self, choice: Choice) -> None:
        self._choice = choice
        if at_once := self._choice.at_once():
            self._take(at_once)
        else:
            self._show_found()

    def _show_found(self) -> None:
        one = self._choice.only()
        self._route = None
        if one is not None:
            self._show_one(one)
        elif self._choice.opened.findings:
            self._show_several()
        else:
            self._show_nothing()
        self._cancel.setEnabled(True)
        self.asked.emit()

    def _show_one(self, one: Finding) -> None:
        today, zone = self._session.today(), self._session.zone
        self._title.setText(opened_wording.headline(one))
        self._words.setText(opened_wording.when(one, today, zone))
        taken = taken_at(self._session, one)
        self._message.show_finding(one, self._choice.opened, today, zone, taken)
        self._route, look = self._leads_to(one)
        self._look.setText(look)
        self._apply.setText(opened_wording.doing(one))
        parts = [
            self._message,
            *([self._look] if look else []),
            *([self._apply] if one.can else []),
        ]
        self._show(*parts)
        self._settle(can=one.can)

    def _leads_to(self, one: Finding) -> tuple[Route | None, str]:
        if one.meeting is not None:
            return Route(Where.MEETINGS, meeting=one.meeting.id), self.tr("Show the 1-2-1")
        if one.person is not None and one.person.id and not one.can:
            words = self.tr("Show {name}").format(name=opened_wording.called(one))
            return Route(Where.PEOPLE, person=one.person.id), words
        return None, ""

    def _show_several(self) -> None:
        opened, choice = self._choice.opened, self._choice
        self._list.show_choice(choice, self._session.today(), self._session.zone)
        some = any(finding.can for finding in opened.findings)
        self._title.setText(
            self.tr("What is to be kept of it?") if some else self.tr("There is nothing to do")
        )
        names = opened_wording.file_names(self._work.files)
        self._words.setText(" · ".join(filter(None, (names, opened_wording.what_else(opened)))))
        own = [self._own] if self._may_be_own() else []
        self._show(self._list, *own, *([self._apply] if some else []))
        self._offer()
        self._settle(can=some)
        self._list.go_in()

    def _may_be_own(self) -> bool:
        """Whether it looks like the user's own calendar saved whole, which is not named yet."""
        files = self._work.files
        saved = all(one.message.method is Method.PUBLISH for one in self._choice.opened.findings)
        return len(files) == 1 and saved and not is_named(self._session.store, str(files[0]))

    def _show_nothing(self) -> None:
        opened = self._choice.opened
        self._title.setText(self.tr("There is no meeting in it"))
        if opened.shut or not any(file.sound for file in opened.files):
            self._title.setText(self.tr("That cannot be opened"))
        names = opened_wording.file_names(self._work.files)
        told = [f"{fault.reason}" for fault in opened.skipped[:1]]
        self._words.setText(
            "\n".join(filter(None, (names, *told, opened_wording.what_else(opened))))
        )
        self._show()
        self._settle(can=False)

    def _settle(self, *, can: bool) -> None:
        """The main button has Enter; without one, closing has it."""
        self._cancel.setText(self.tr("Not now") if can else self.tr("Close"))
        main = self._apply if can else self._cancel
        main.setDefault(True)
        main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """The button says what it will do."""
        if self._choice.only() is None:
            wanted = self._choice.wanted()
            self._apply.setText(opened_wording.will_do(wanted))
            self._apply.setEnabled(bool(wanted))

    # doing it

    def _on_apply(self) -> None:
        one = self._choice.only()
        self._take([one] if one is not None else self._choice.wanted())

    def _take(self, findings: Sequence[Finding]) -> None:
        self._wait(self.tr("Noting it…"))
        self._work.start_taking(findings)

    def _on_taken(self, done: Done) -> None:
        _, found = self._done = done
        if not found:
            self._on_failed(
                self.tr("The library changed meanwhile. Open the file once more to see how it is.")
            )
            return
        if _leads_on(found) is not None:
            self.leading.emit()
        QTimer.singleShot(0, self, self._tell_done)  # a page may have been built just now

    def _tell_done(self) -> None:
        change, found = self._done
        self._work.writing = False
        self._session.record(opened_wording.done(found), change, self._in_full(found))
        self.accept()
        if (route := _leads_on(found)) is not None:
            self.wanted.emit(route)

    def _in_full(self, found: Sequence[Finding]) -> str:
        """What was done, with what the user should know of its time."""
        session, told = self._session, opened_wording.done(found)
        if len(found) > 1:
            return told
        moved = opened_wording.moved(found[0], session.today(), session.zone)
        also = " ".join(filter(None, (moved, taken_at(session, found[0]))))
        return f"{told}. {also}" if also else told

    def _on_stopped(self) -> None:
        if self._work.writing:
            self._work.writing = False
            self._show_found()

    def _on_failed(self, sentence: str) -> None:
        self._work.writing = False
        self._title.setText(self.tr("That did not work"))
        self._words.setText(sentence)
        self._show()
        self._settle(can=False)
        self.asked.emit()

    def _on_own(self) -> None:
        path = self._work.files[0]
        label = self.tr("1-2-1s are planned around {file}").format(file=path.name)
        self._session.do(label, name_calendar, str(path))
        self._own.hide()
        self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_look(self) -> None:
        route = self._route
        self.accept()
        if route is not None:
            self.wanted.emit(route)

    def reject(self) -> None:
        """Leaves without a change; what is being written just now is called off first."""
        self._work.stop()
        if self._work.writing:
            self._cancel.setEnabled(False)
            self._title.setText(self.tr("Calling it off…"))
        else:
            super().reject()

    def done(self, result: int) -> None:
        super().done(result)
        things: list[object] = list(self._choice.opened.findings)
        self._choice = Choice()
        self._list.show_choice(self._choice, self._session.today(), self._session.zone)
        self._work.let_go(things)


def _leads_on(found: Sequence[Finding]) -> Route | None:
    """Where the user sees what was done; a past that came in is not to be looked through."""
    meetings = {one.meeting.id for one in found if one.meeting is not None}
    if len(meetings) == 1:
        return Route(Where.MEETINGS, meeting=meetings.pop())
    ahead = any(one.act is not Act.HOLD for one in found)
    return Route(Where.MEETINGS) if ahead else None
