"""The user's diary beside the window: what their calendars say, and which days are off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from planner.domain.busy import BusyTime
from planner.domain.diary import Diary
from planner.domain.me import Me
from ui import background

if TYPE_CHECKING:
    from planner.storage.store import Store
    from ui.session import Session

Asked = tuple[str, str, str, int]  # whose holidays, zone and city, and the year from which on


class UserDiary(QObject):
    """When the user can meet nobody, apart from their 1-2-1s; made anew when that changes.

    Signals:
        changed(): other times are taken than before, by the calendars or by days off.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._busy: tuple[BusyTime, ...] = ()
        self._asked: Asked | None = None
        self._days_off: Mapping[date, str] = {}
        self._diary = Diary()
        session.calendars.changed.connect(self.changed)

    def known(self) -> Diary:
        """What is known by now. Days off are looked up beside the window; `changed` follows."""
        self._ask_days_off()
        busy = self._session.calendars.busy()
        if busy is not self._busy or self._days_off is not self._diary.days_off:
            self._busy = busy
            self._diary = Diary(busy, self._days_off)
        return self._diary

    def _ask_days_off(self) -> None:
        session = self._session
        me, year = replace(session.me, zone=session.zone), session.today().year
        asked = (me.holidays, me.zone, me.city, year)
        if asked == self._asked:
            return
        self._asked, store = asked, session.store

        def look(job: background.Job) -> tuple[Asked, Mapping[date, str]]:
            return asked, _days_off(store, me, date(year, 1, 1))

        background.run(look, self._on_days_off, self._on_failed)

    def _on_days_off(self, found: tuple[Asked, Mapping[date, str]]) -> None:
        asked, days_off = found
        if asked == self._asked and days_off != self._days_off:
            self._days_off = days_off
            self.changed.emit()

    def _on_failed(self, sentence: str) -> None:
        """The library could not be read just then: the next to ask has it looked up again."""
        self._asked = None


def _days_off(store: Store, me: Me, first: date) -> Mapping[date, str]:
    from planner.journeys.days_off import days_off

    with store.another() as own:
        return days_off(own, me, first)
