"""The calendar files of several 1-2-1s at once, one file each, saved into a folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.meetings import Meeting
from planner.domain.people import Person
from planner.journeys.write_to_guest import Missing, missing_for_invitation
from ui.calendar_files import CalendarFiles
from ui.file_dialogs import folder_to_save
from ui.session import Session


class DayFiles(QObject):
    """Asks for the folder and writes, one file after the other, so that the window has its turn.

    Outlook takes a file of several events for another calendar; so each 1-2-1 has its own.

    Signals:
        said(str): what was done, or why it cannot be.
        written(int, str): the file of this 1-2-1 is there; in a word or two.
        writing(bool): it begins, or is over.
    """

    said = Signal(str)
    written = Signal(int, str)
    writing = Signal(bool)

    def __init__(self, session: Session, around: QWidget) -> None:
        super().__init__(around)
        self._session = session
        self._around = around
        self._files = CalendarFiles(session, around)
        self._people: Mapping[int, Person] = {}
        self._waiting: list[Meeting] = []
        self._invite = False
        self._folder = Path()
        self._count = 0
        self._left: list[str] = []  # who cannot be written to

    def save_invitations(self, meetings: Sequence[Meeting], people: Mapping[int, Person]) -> None:
        """An invitation for everybody who can be written to; whoever cannot is named."""
        me = self._session.me
        missing = {one.id: missing_for_invitation(me, people[one.person]) for one in meetings}
        if Missing.MINE in missing.values():
            words = self.tr("Your own e-mail address is missing: add it in About me first.")
            self.said.emit(words)
            return
        wanted = [one for one in meetings if not missing[one.id]]
        left = [people[one.person].name for one in meetings if missing[one.id]]
        if not wanted:
            words = self.tr("Nobody here has an e-mail address. Copy the messages instead.")
            self.said.emit(words)
            return
        self._save(wanted, people, left, invite=True)

    def save_own(self, meetings: Sequence[Meeting], people: Mapping[int, Person]) -> None:
        """Each for the user's own calendar."""
        self._save(meetings, people, [], invite=False)

    def _save(
        self,
        meetings: Sequence[Meeting],
        people: Mapping[int, Person],
        left: list[str],
        *,
        invite: bool,
    ) -> None:
        folder = folder_to_save(self._around, self.tr("Choose a folder for the files"))
        if folder is None:
            return
        self._folder, self._people, self._left = folder, people, left
        self._waiting, self._invite, self._count = [*meetings], invite, 0
        self.writing.emit(True)
        self._write_next()

    def _write_next(self) -> None:
        if not self._around.isVisible():
            self._waiting = []  # closed meanwhile, its library may be as well
            return
        if not self._waiting:
            self.said.emit(self._words())
            self.writing.emit(False)
            return
        one, invite = self._waiting.pop(0), self._invite
        day = one.starts.date().isoformat()
        path = self._files.in_folder(self._folder, self._people[one.person], day, invite=invite)
        if not self._files.write(one.id, path, invite=invite):
            self._waiting = []  # what is wrong was said
            self.writing.emit(False)
            return
        self._count += 1
        self.written.emit(one.id, self.tr("invitation saved") if invite else self.tr("saved"))
        QTimer.singleShot(0, self, self._write_next)

    def _words(self) -> str:
        words = self.tr("1 file saved in {folder}.")
        if self._count != 1:
            words = self.tr("{count} files saved in {folder}.")
        said = words.format(count=self._count, folder=self._folder)
        if self._left:
            more = self.tr("No e-mail address is known of {names}: copy the message for them.")
            said = f"{said} {more.format(names=', '.join(self._left))}"
        return said
