"""A user's month through the window: what they see on Today, and what they do about it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QLabel, QWidget

from planner.domain.meetings import State
from tests.clocks import NOW, StandingClock
from tests.ui.drivers_plan import MeetingsDriver, PlanDriver
from tests.ui.drivers_talk import CTRL, DebriefDriver, Driver
from tests.ui.drivers_window import TodayDriver, WindowDriver
from ui.background import wait_for_all
from ui.routes import Where
from ui.todays_extras import PAUSE_MS
from ui.widgets.fit_question_strip import AGAIN_MS
from ui.widgets.text_button import TextButton

A_DAY = timedelta(days=1)
THREE_WEEKS = timedelta(days=21)  # for which nobody is asked again who said no
MORNING = timedelta(hours=7, minutes=30)  # when the program is opened
PATIENCE = 5.0  # seconds for what comes after a moment's rest
# What may stand beside the list for a day: whom the user met at an event, who lives where a trip
# leads, two who could help each other, a question about fit.
EXTRAS = ("met-lately", "trip-there", "pair", "fit-question")


@dataclass
class Seen:
    """What Today showed on a morning, and what was done that day."""

    number: int
    day: date
    line: str
    people: dict[str, list[str]]  # name: reasons, from the top
    beside: list[str]
    barred: set[str]  # who rests, said no lately, is let go or planned, as the library has it
    did: list[str] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        return list(self.people)

    @property
    def week(self) -> tuple[int, int]:
        return self.day.isocalendar()[:2]

    def told(self) -> list[str]:
        """The day as lines of the table."""
        lines = [f"Day {self.number}: {self.line}"]
        for place, (name, reasons) in enumerate(self.people.items(), start=1):
            lines += [f"  {place} {name}", *(f"      {reason}" for reason in reasons)]
        lines += [f"  | {words}" for words in self.beside]
        return [*lines, *(f"  > {words}" for words in self.did)]


class User:
    """Opens the program in the morning, reads Today, and presses what a sensible user would."""

    def __init__(self, window: WindowDriver, clock: StandingClock) -> None:
        self.window = window
        self.clock = clock
        self.days: list[Seen] = []
        self.elsewhere: dict[date, str] = {}  # the town where the user is on a day

    @property
    def today(self) -> TodayDriver:
        return TodayDriver(self.window.page.root)

    @property
    def seen(self) -> Seen:
        """This morning."""
        return self.days[-1]

    @property
    def now(self) -> date:
        return self.clock.moment.date()

    def done(self, words: str) -> None:
        self.seen.did.append(words)

    def begin(self, number: int, *, missed: bool = False) -> None:
        """Opens Today on a day, says how the 1-2-1s behind went, and reads what is there then."""
        self.clock.moment = datetime.combine(NOW.date(), datetime.min.time()) + MORNING
        self.clock.moment += (number - 1) * A_DAY
        self.open_today()
        noted = []
        while self.today.sees("note-it"):
            noted.append(self._note(missed=missed))
            missed = False
        self._look_at_question()
        self.days.append(self._read(number))
        while (again := self._read(number)) != self.seen:  # it was just being filled anew
            self.days[-1] = again
        self.seen.did += noted

    def _look_at_question(self) -> None:
        """Scrolls down to it, so that it counts as asked."""
        if self.today.sees("fit-question"):
            self.today.all(QWidget, "fit-question")[0].grab()
            rested = time.monotonic() + 2 * AGAIN_MS / 1000  # should the file have been busy
            while time.monotonic() < rested:
                QApplication.processEvents()

    def open_today(self) -> None:
        if self.window.at is Where.TODAY:
            self.window.go(Where.MEETINGS)
        self.window.go(Where.TODAY)
        settle()

    def _note(self, *, missed: bool) -> str:
        """Says of a 1-2-1 that waits how it went: well, unless nobody came."""
        first = self.today.all(QAbstractButton, "note-it")[0]
        who = first.accessibleName().partition(": ")[2].partition(",")[0]
        first.click()
        debrief = DebriefDriver(self.window.page.root)
        assert debrief.title() == f"How did it go with {who}?"
        if missed:
            debrief.press("missed")
        else:
            debrief.type("summary", "A good hour")
            debrief.press("save-debrief")
        assert self.window.at is Where.TODAY
        settle()
        return f"{who} did not come" if missed else f"noted the 1-2-1 with {who}"

    def _read(self, number: int) -> Seen:
        today = self.today
        beside = []
        if today.sees("next-meeting"):
            beside.append(": ".join(today.reads("next-meeting")[:2]))
        beside += [f"Promise: {words}" for words in today.promises()]
        for name in EXTRAS:
            for card in today.all(QWidget, name):
                beside.append(" / ".join(words_on(card)))
        people = {name: today.reasons(name) for name in today.people()}
        line = " · ".join(filter(None, (today.line(), today.says("week-full"))))
        return Seen(number, self.now, line, people, beside, self._barred())

    def _barred(self) -> set[str]:
        store = self.window.window.session.store
        people = {person.id: person for person in store.people.all()}
        rest = [
            person
            for person in people.values()
            if person.let_go or (person.rests_until or date.min) > self.now
        ]
        planned = [people[meeting.person] for meeting in store.meetings.planned()]
        declined = [
            people[meeting.person]
            for meeting in store.meetings.all()
            if meeting.state in (State.CANCELLED, State.MISSED)
            and self.now - meeting.starts.date() < THREE_WEEKS
        ]
        return {person.name for person in (*rest, *planned, *declined)}

    @property
    def room(self) -> int:
        """1-2-1s still to plan this week, as the line says it: "1 of 3 conversations …"."""
        planned, _, wanted = self.seen.line.partition(" · ")[2].split(" ")[:3]
        return int(wanted) - int(planned)

    # what is done

    def plan(self, name: str, *, agreed: bool = True) -> None:
        """Plans a 1-2-1 at the first free time from tomorrow on, on a day the user is here."""
        self.today.of(name).press("plan")
        self._take_time(name, agreed=agreed)

    def plan_there(self, city: str) -> None:
        """Plans one on a trip, with the first of those who live there."""
        card = next(
            card
            for card in self.today.all(QWidget, "trip-there")
            if card.accessibleName().startswith(city)
        )
        press = Driver(card).all(QAbstractButton, "plan-there")[0]
        press.click()
        self._take_time(press.accessibleName().removeprefix("Plan a 1-2-1 with "), there=city)

    def _take_time(self, name: str, *, agreed: bool = True, there: str = "") -> None:
        plan = PlanDriver(self.window.page.root)
        all_read()  # the calendar, and which days are off
        slot = next(
            each
            for each in plan.slots()
            if (day := date.fromisoformat(each[:10])) > self.now
            and self.elsewhere.get(day, "") == there
        )
        plan.take(slot)
        if there:
            plan.answer("place", f"{there} Central Library")
        elif plan.sees("neutral-places"):
            plan.take_place("The Wharf Coffee House")
        else:
            plan.answer("place", "Quay Library")
        plan.press("plan-it")
        if agreed:
            plan.press("agree")
        at = datetime.fromisoformat(slot)
        answer = "" if agreed else ", no answer yet"
        where = f" in {there}" if there else ""
        self.done(f"planned a 1-2-1 with {name} on {at:%A} at {at:%H:%M}{where}{answer}")
        self.open_today()

    def call_off(self, name: str) -> None:
        """They said no: the 1-2-1 with them is called off."""
        self.window.go(Where.MEETINGS)
        settle()
        meetings = MeetingsDriver(self.window.page.root)
        meetings.key(Qt.Key.Key_Home)
        for _ in meetings.rows():
            if meetings.at_row() == name:
                break
            meetings.key(Qt.Key.Key_Down)
        wait_until(
            lambda: name in [one.text() for one in meetings.all(QAbstractButton, "meeting-person")]
        )
        meetings.press("cancel-meeting")
        meetings.press("off-them")
        self.done(self.window.toast())
        self.open_today()

    def not_now(self, name: str, until: str) -> None:
        self.today.not_now(name, until)
        self.done(self.window.toast())
        self.open_today()

    def write_to(self, name: str) -> None:
        """Notes a message with one keystroke on their page."""
        self.today.of(name).press("person")
        assert self.window.at is Where.PEOPLE
        self.window.keys("Alt+M")
        self.done(self.window.toast())
        self.open_today()

    def keep_promise(self) -> None:
        """Ticks the first promise in sight."""
        what = self.today.promises()[0].partition(" | ")[0]
        self.today.keep(what)
        self.done(f"kept the promise “{what}”")
        self.open_today()

    def go_to_event(self, group: str, people: Sequence[str]) -> None:
        """Notes whom they met at an event today."""
        self.window.go(Where.EVENTS)
        self.window.page.press("add-event")
        form = self._form("event-dialog")
        form.write(group)
        form.key(Qt.Key.Key_Return)  # on to the names
        for person in people:
            form.write(person)
            form.key(Qt.Key.Key_Return)
        form.key(Qt.Key.Key_Return, CTRL)
        settle()
        self.done(f"{self.window.toast()}: met {'; '.join(people)}")
        self.open_today()

    def is_in(self, city: str, first: date, last: date) -> None:
        """Where the user is on some days, so that nobody elsewhere is met then."""
        self.elsewhere |= {first + n * A_DAY: city for n in range((last - first).days + 1)}

    def answer_about_fit(self, answer: str) -> None:
        """Answers the question whether somebody is whom the user looks for."""
        self.today.press(f"fit-{answer}")
        self.done(self.window.toast())
        self.open_today()

    def _form(self, name: str) -> Driver:
        """The form that was opened, once it has the keyboard."""
        form = self.window.dialog(name)
        wait_until(form.root.isActiveWindow)
        return form

    def travel(self, city: str, first: date, last: date) -> None:
        """Notes a trip."""
        self.is_in(city, first, last)
        self.window.go(Where.EVENTS)
        self.window.page.press("add-trip")
        form = self._form("trip-dialog")
        form.type("trip-city", city)
        for name, day in (("trip-starts", first), ("trip-ends", last)):
            edit = form.find(QDateEdit, f"{name}-edit")
            edit.setDate(QDate(day.year, day.month, day.day))
        form.press("save")
        settle()
        self.done(f"{self.window.toast()}, {first.day} to {last.day} {last:%B}")
        self.open_today()


def wait_until(true: Callable[[], bool]) -> None:
    """Waits for what comes after a moment's rest."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "it does not come"
        QApplication.processEvents()


def words_on(card: QWidget) -> list[str]:
    """What a card says from top to bottom, without the buttons that only act."""
    labels = [(label, label.text()) for label in card.findChildren(QLabel)]
    lines = [(line, line.words()) for line in card.findChildren(TextButton)]
    said = [(part, words) for part, words in (*labels, *lines) if part.isVisible() and words]
    said.sort(key=lambda each: each[0].mapTo(card, each[0].rect().topLeft()).y())
    return [words for _, words in said]


def settle() -> None:
    """Lets everything come that follows by itself, work beside the window included."""
    for _ in range(2):  # what is found may lead to another look
        rested = time.monotonic() + 1.5 * PAUSE_MS / 1000  # Today's, before it looks for the rest
        while time.monotonic() < rested:
            QApplication.processEvents()
        all_read()
    QApplication.processEvents()


def all_read() -> None:
    """Lets work beside the window end, and be shown."""
    for _ in range(4):
        QApplication.processEvents()
        assert wait_for_all()
    QApplication.processEvents()
