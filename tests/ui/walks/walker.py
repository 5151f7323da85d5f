"""Walks a story through the real window, from the evening before to what came of it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from planner.domain.guides import Prompt
from planner.journeys.question_library import question_library
from planner.storage.store import Store
from tests.clocks import StandingClock
from tests.ui.drivers_people import PeopleDriver
from tests.ui.drivers_talk import Driver
from tests.ui.drivers_window import TodayDriver, WindowDriver
from tests.ui.month import all_read, settle, wait_until
from tests.ui.walks.at_the_table import AtTheTable
from tests.ui.walks.debriefing import Debriefing
from tests.ui.walks.keyboard import Keyboard
from tests.ui.walks.preparing import Preparing
from tests.ui.walks.reading import lines_on
from tests.ui.walks.record import Record
from tests.ui.walks.story import Act, Story
from tests.ui.walks.teller import Teller
from ui import main_window, page_stack, todays_extras
from ui.main_window import MainWindow
from ui.routes import Where
from ui.session import Session
from ui.theme import Scheme

USUAL_MINUTES = 1.5  # for a question that a story has nothing to say of
LATER = timedelta(hours=2)
NEVER_MS = 10**8
SIZE = (1280, 800)  # pixels
TIMED = ("tests.ui.walks.talk_clock", "TimedConversationPage")


@dataclass
class Walked:
    """What a walk left behind."""

    story: Story
    text: str
    asked: list[str] = field(default_factory=list)  # prompt ids, in the order they came
    untold: tuple[str, ...] = ()  # what the story would have told, had it been asked
    problems: tuple[str, ...] = ()  # of the library, at the end


class Walker:
    """One window over one library, led by a story."""

    def __init__(self, story: Story, window: MainWindow, clock: StandingClock, record: Record):
        self.story = story
        self.window = WindowDriver(window)
        self.clock = clock
        self.record = record
        self.store = window.session.store
        self.library = question_library(self.store)
        self.asked: list[str] = []
        self._turns = dict(story.turns)

    def walk(self) -> None:
        self.record.told(self.story.title)
        self.record.lines.append("=" * len(self.story.title))
        for part in textwrap.dedent(self.story.before).strip().split("\n\n"):
            self.record.told(part)
            self.record.lines.append("")
        self._prepare()
        self._talk()
        self._debrief()
        self._see_what_came_of_it("What came of it")

    @property
    def untold(self) -> tuple[str, ...]:
        return tuple(self._turns)

    def _prepare(self) -> None:
        self.record.part(f"The evening before, {self._now()}")
        user = Preparing(self.window, self.record)
        user.open()
        user.read()
        self.story.prepare(user)
        user.take_the_sheet()
        user.done()

    def _talk(self) -> None:
        self.clock.moment = self.story.begins
        self._open_today()
        self.record.part(f"At the table, {self._now()}")
        today = TodayDriver(self.window.page.root)
        self.record.all_said(today.reads("next-meeting")[:1])
        today.press("start")
        settle()
        table = AtTheTable(self.window, self.clock, self.library, self.record)
        table.read_beside()
        while not table.ended:
            table.read_question()
            prompt = table.prompt
            if prompt is None:
                table.read_balance()
                table.finish()
                break
            self.asked.append(prompt.id)
            told = self._turn(prompt)
            if told is None:
                table.talks_on(USUAL_MINUTES)
            for act in told or ():
                act(table)
            if not table.ended and table.prompt is prompt:
                table.next()
        settle()

    def _turn(self, prompt: Prompt) -> Sequence[Act] | None:
        """What the story has to tell under a question."""
        parts = (part for guide in self.library.guides for part in guide.phases)
        part = next(part.id for part in parts if prompt in part.prompts)
        keys = (prompt.id, str(prompt.fills or ""), part)
        return next((self._turns.pop(key) for key in keys if key in self._turns), None)

    def _debrief(self) -> None:
        self.record.part(f"The debrief, {self._now()}")
        user = Debriefing(self.window, self.library, self.record)
        user.read()
        self.story.debrief(user)
        before = self._kept()
        user.save()
        after = self._kept()
        assert after != before
        self._undo(before)
        self.window.keys("Ctrl+Shift+Z")
        settle()
        self.record.did("Ctrl+Shift+Z: and so it is")
        assert self._kept() == after

    def _undo(self, before: list[object]) -> None:
        """Two hours later: the debrief waits again, with all that was written in it."""
        self.clock.moment += LATER
        self._open_today()
        self.window.keys("Ctrl+Z")
        settle()
        assert self._kept() == before, "undone in one go"
        self.record.did("Ctrl+Z: as if nothing had been saved")
        today = TodayDriver(self.window.page.root)
        self.record.all_said(today.reads("awaiting"), deep=2)
        today.press("note-it")
        settle()
        self.record.said(f"waits there: {Driver(self.window.page.root).holds('summary')}", deep=2)
        self._open_today()

    def _see_what_came_of_it(self, title: str) -> None:
        self.record.part(title)
        self._open_today()
        today = TodayDriver(self.window.page.root)
        self.record.said(f"Today: {today.line()}")
        self.record.all_said((f"Suggested: {name}" for name in today.people()), deep=2)
        self.record.all_said(today.promises(), deep=2)
        self.record.picture(self.window.window, "today-after")
        self.window.go(Where.PEOPLE)
        people = PeopleDriver(self.window.page.root)
        people.go_to("find-people")
        Keyboard(self.window.page.root).write(self.story.who)
        wait_until(lambda: people.names() == [self.story.who])
        people.click(self.story.who)
        wait_until(lambda: people.sees("person-name") and people.name() == self.story.who)
        settle()
        self.record.said(f"{people.name()}, {people.headline()}: {people.reached()[-1]}")
        page = Driver(self.window.page.root)
        for card in ("card-facts", "card-between", "card-history"):
            if page.sees(card):
                self.record.lines.append("")
                self.record.all_said(lines_on(page.find(QWidget, card)))
        self.record.picture(self.window.window, "person-after")

    def _open_today(self) -> None:
        if self.window.at is Where.TODAY:
            self.window.go(Where.MEETINGS)
        self.window.go(Where.TODAY)
        settle()

    def _now(self) -> str:
        wall = self.window.window.session.wall_now()
        return f"{wall:%A} {wall.day} {wall:%B %Y, %H:%M}"

    def _kept(self) -> list[object]:
        """All that the library holds of people and what is between them."""
        store = self.store
        return [
            each.all()
            for each in (
                store.people, store.facts, store.meetings, store.promises, store.referrals,
                store.introductions, store.asks, store.touches, store.conversations, store.answers,
            )
        ]  # fmt: skip


@contextmanager
def _in_a_window(
    story: Story, library: Path, scheme: Scheme | None
) -> Iterator[tuple[MainWindow, StandingClock]]:
    """The program, opened on the evening before over a library with the story told into it."""
    clock = StandingClock(story.evening, story.home)
    view = QSettings(str(library.with_suffix(".ini")), QSettings.Format.IniFormat)
    patched = pytest.MonkeyPatch()
    patched.setattr(todays_extras, "PAUSE_MS", 0)
    patched.setattr(main_window, "ELSEWHERE_MS", NEVER_MS)  # nobody else is at the library
    patched.setitem(page_stack.PAGES, Where.CONVERSATION, TIMED)
    with Store.open(library) as store:
        with store.transaction():
            story.tell(Teller(store))
        window = MainWindow(Session(store, clock), view)
        if scheme is not None:
            view.setValue("scheme", str(scheme))
            window.apply_theme()
        window.resize(*SIZE)
        window.start()
        window.show()
        window.activateWindow()
        settle()
        try:
            yield window, clock
        finally:
            window.close()
            window.deleteLater()
            settle()
            patched.undo()


def walk(story: Story, library: Path, record: Record, scheme: Scheme | None = None) -> Walked:
    """Walks a story through a window of its own; `library` is a file that is not there yet.

    `scheme` is the theme to wear, None for the one that is worn.
    """
    with _in_a_window(story, library, scheme) as (window, clock):
        walker = Walker(story, window, clock, record)
        walker.walk()
        problems = tuple(map(str, walker.store.check(thorough=True)))
        settle()
    all_read()
    return Walked(story, record.text(), walker.asked, walker.untold, problems)
