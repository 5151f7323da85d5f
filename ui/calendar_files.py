"""Calendar files of 1-2-1s: asks where to, writes, and says what was done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from planner.domain.meetings import State
from planner.domain.people import Person
from planner.errors import PlannerError
from planner.journeys.calendar_files import calendar_file, export_calendar
from ui import background, saving
from ui.file_dialogs import file_to_save
from ui.file_names import MOST_LETTERS, safe_file_name
from ui.session import Session

ENDING = ".ics"


class CalendarFiles(QObject):
    """Writes the files for a page, its parent.

    Signals:
        saved(str): the file of this path is written; it can be opened in a calendar program.
    """

    saved = Signal(str)

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._page = page

    def where_to(
        self, person: Person, day: str, *, invite: bool, state: State, answer: bool = False
    ) -> Path | None:
        """Asks for the file's name; None when the user thought better of it.

        `answer`: they invited the user, and what they get is no invitation.
        A name nothing could be saved under is refused in words before anything else is done.
        """
        return self._asked(self._name(person, day, invite=invite, state=state, answer=answer))

    def in_folder(self, folder: Path, person: Person, day: str, *, invite: bool) -> Path:
        """The same for one of several files in a folder; never one that is there already."""
        path = folder / self._name(person, day, invite=invite, state=State.PROPOSED)
        number = 1
        while path.exists():
            number += 1
            named = self._name(person, f"{day} ({number})", invite=invite, state=State.PROPOSED)
            path = folder / named
        return path

    def _name(
        self, person: Person, day: str, *, invite: bool, state: State, answer: bool = False
    ) -> str:
        if not invite:
            words = self.tr("1-2-1 {name} {day}")
        elif answer:
            words = self.tr("Answer {name} {day}")
        elif state is State.CANCELLED:
            words = self.tr("Cancellation {name} {day}")
        else:
            words = self.tr("Invitation {name} {day}")
        # A name of many letters is cut, the day behind it never is.
        room = MOST_LETTERS - len(words.format(name="", day=day))
        return safe_file_name(words.format(name=person.name[:room], day=day), ENDING)

    def write(self, meeting_id: int, path: Path, *, invite: bool) -> bool:
        """Writes the 1-2-1 for the user's own calendar, or (`invite`) for the guest."""
        # Not a step of undo: a file that left the program cannot be taken back by it.
        # A file that could not be written was not given out either.
        now = self._session.now()
        try:
            with saving.NewFile(path) as file:
                kept = self._session.keep(calendar_file, meeting_id, now, invite, write=file.write)
                if kept is None:
                    file.drop()
                    return False
        except PlannerError as refusal:
            self._session.refused.emit(str(refusal))
            return False
        self.saved.emit(str(path))
        return True

    def export_all(self) -> None:
        """Asks where to, and writes every 1-2-1 as one calendar, beside the window."""
        today = self._session.today()
        path = self._asked(safe_file_name(self.tr("1-2-1s {day}").format(day=today), ENDING))
        if path is None:
            return
        store, now = self._session.store, self._session.now()

        def export(job: background.Job) -> str:
            with store.another() as own:
                saving.save(path, export_calendar(own, now))
            return str(path)

        background.run(export, self._on_exported, self._on_failed)

    def _asked(self, name: str) -> Path | None:
        kinds = self.tr("Calendar file (*{ending})").format(ending=ENDING)
        path = file_to_save(self._page, self.tr("Save the calendar file"), name, kinds)
        if path is None:
            return None
        if not path.suffix:  # some systems' dialogs leave it out
            path = path.with_name(path.name + ENDING)
        try:
            saving.check(path)
        except PlannerError as refusal:
            self._session.refused.emit(str(refusal))
            return None
        return path

    def _on_exported(self, path: str) -> None:
        self.saved.emit(path)

    def _on_failed(self, sentence: str) -> None:
        self._session.refused.emit(sentence)


def open_file(path: str) -> bool:
    """Hands a saved file to the program that opens such files; False when there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(path))
