"""The 1-2-1s of a day as they follow each other, and what they are planned around."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.one_to_one_day import Sitting
from planner.domain.people import Person
from ui import day_wording, schedule_wording
from ui.day_planning import DayPlanning
from ui.session import Session
from ui.widgets.day_frame import DayFrame
from ui.widgets.day_row import DayRow
from ui.widgets.layouts import Card, Scrolled
from ui.widgets.tab_order import tab_as_laid_out
from ui.widgets.text import Text

AT_ONCE = 10  # rows made before the window has its turn; about 40 ms
PAUSE_MS = 1  # milliseconds until the next ones: keys and painting come first


class DaySchedule(QWidget):
    """Days, hours and place above; below, a row a person in order of time.

    Signals:
        changed(): the times are others, or somebody was left out.
    """

    changed = Signal()

    def __init__(
        self, session: Session, planning: DayPlanning, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._planning = planning
        self._rows: dict[int, DayRow] = {}
        self._heads: list[Text] = []
        self._refused: tuple[int, str] = (0, "")
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(PAUSE_MS)
        self._more.timeout.connect(self._on_more)
        self.sittings: tuple[Sitting, ...] = ()
        self._frame = DayFrame(session, planning)
        self._frame.wished.connect(self._on_wished)
        self._card = Card()
        self._card.setObjectName("day-rows")
        self._zone = Text("", "soft")
        self._zone.setObjectName("day-zone")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._besides = Text("", "small")
        self._besides.setObjectName("day-besides")
        self._card.body.addWidget(self._zone)
        self._card.body.addLayout(self._list)
        self._card.body.addWidget(self._besides)
        self._scrolled = Scrolled()
        self._scrolled.body.setContentsMargins(0, 0, 0, 0)
        self._scrolled.body.addWidget(self._frame)
        self._scrolled.body.addWidget(self._card)
        self._scrolled.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scrolled)

    @property
    def ready(self) -> bool:
        """Whether everybody has a time."""
        return bool(self.sittings) and all(one.starts is not None for one in self.sittings)

    def show_places(self) -> None:
        self._frame.show_places()

    def refresh(self) -> None:
        """Works the times out anew; whoever stands in a row with the keyboard stays there."""
        planning = self._planning
        self.sittings = planning.sittings()
        people = planning.people()
        self._frame.show_wish()
        for gone in self._rows.keys() - people.keys():
            row = self._rows.pop(gone)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for head in self._heads:
            self._list.removeWidget(head)
            head.hide()
            head.deleteLater()
        self._heads = []
        most = len(self._rows) + AT_ONCE
        days = [planning.wish.first_day + timedelta(days=n) for n in range(planning.wish.days)]
        shown: date | None = None
        at = 0
        for number, sitting in enumerate(self.sittings):
            if len(self._rows) >= most and sitting.wished.person not in self._rows:
                self._more.start()
                break
            day = sitting.starts.date() if sitting.starts else None
            if number == 0 or day != shown:
                at = self._add_head(at, day)
                shown = day
            row = self._row(people[sitting.wished.person])
            if self._list.indexOf(row) != at:
                self._list.removeWidget(row)
                self._list.insertWidget(at, row)
            at += 1
            self._tell(row, sitting, days, number, people)
        _say(self._zone, schedule_wording.of_these_days(planning, self._session, self.sittings))
        _say(self._besides, schedule_wording.besides(planning))
        self._card.setVisible(bool(self.sittings))
        tab_as_laid_out(self._scrolled.body)

    def go_in(self) -> None:
        self._frame.go_in()

    def _add_head(self, at: int, day: date | None) -> int:
        words = self.tr("No time left")
        if day is not None:
            words = day_wording.full_day(day, self._session.today().year)
        head = Text(words, "heading")
        head.setObjectName("day-head")
        self._heads.append(head)
        self._list.insertWidget(at, head)
        return at + 1

    def _row(self, person: Person) -> DayRow:
        if person.id not in self._rows:
            row = DayRow(person, self._card)
            row.timed.connect(self._on_timed)
            row.day_chosen.connect(self._on_day)
            row.placed.connect(self._on_placed)
            row.moved.connect(self._on_moved)
            row.freed.connect(self._on_freed)
            row.dropped.connect(self._on_dropped)
            self._rows[person.id] = row
        return self._rows[person.id]

    def _tell(
        self,
        row: DayRow,
        sitting: Sitting,
        days: list[date],
        number: int,
        people: dict[int, Person],
    ) -> None:
        wish = next(one for one in self._planning.wish.rows if one.person == row.person.id)
        person, refused = self._refused
        refused = refused if person == row.person.id else ""
        wrong = schedule_wording.wrong(self._planning, sitting, people)
        row.show_sitting(
            sitting,
            days,
            schedule_wording.about(self._planning, self._session, sitting, row.person),
            " ".join(part for part in (refused, wrong) if part),
            place=wish.place,
            places=self._planning.whom.places,
            usual_place=self._planning.wish.place or self.tr("No place yet"),
            otherwise=self._planning.wish.last,
            own_time=wish.starts is not None or wish.day is not None,
            first=number == 0,
            last=number == len(self.sittings) - 1,
        )

    def _on_wished(self) -> None:
        self._refused = (0, "")
        self._later()

    def _on_timed(self, person: int, starts: datetime) -> None:
        self._refused = (person, self._planning.take_time(person, starts))
        self._later()

    def _on_day(self, person: int, day: date) -> None:
        self._planning.take_day(person, day)
        self._later()

    def _on_placed(self, person: int, place: str) -> None:
        wish = next((one for one in self._planning.wish.rows if one.person == person), None)
        if wish is not None and wish.place != place:
            self._planning.take_place(person, place)
            self._later()

    def _on_moved(self, person: int, by: int) -> None:
        self._planning.move(person, by)
        self._later()

    def _on_freed(self, person: int) -> None:
        self._planning.let_flow(person)
        self._later()

    def _on_dropped(self, person: int) -> None:
        self._planning.drop(person)
        self._later()

    def _on_more(self) -> None:
        if self.isVisible():
            self.refresh()

    def _later(self) -> None:
        """Once what was pressed is done with: it may be gone then."""
        QTimer.singleShot(0, self, self._anew)

    def _anew(self) -> None:
        if not self.isVisible():
            return  # closed meanwhile, its library may be as well
        self.refresh()
        self.changed.emit()


def _say(label: Text, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
