"""The hour itself, by keyboard alone: questions, notes, who talks, and the small window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from planner.domain.guides import Library, Prompt
from tests.clocks import StandingClock
from tests.ui.drivers_talk import CTRL, SHIFT
from tests.ui.drivers_window import WindowDriver
from tests.ui.month import wait_until
from tests.ui.walks.keeping_hold import KeepingHold
from tests.ui.walks.keyboard import Keyboard
from tests.ui.walks.record import Record
from tests.ui.walks.talk_clock import let_pass


class AtTheTable(KeepingHold):
    """Leads the conversation that is in sight, and writes down what the window says."""

    def __init__(
        self, window: WindowDriver, clock: StandingClock, library: Library, record: Record
    ) -> None:
        super().__init__(window, record)
        self.ended = False
        self._clock = clock
        self._prompts = {
            prompt.text: prompt for guide in library.guides for prompt in guide.prompts
        }
        self._mine: bool | None = None  # who talks; nobody at first
        self._told: dict[str, str] = {}  # what was said last of each thing that comes and goes

    # what the window says

    @property
    def prompt(self) -> Prompt | None:
        """The question on screen; None past the last one."""
        asked = self._small.says("table-question") if self._small else self.talk.question()
        return self._prompts.get(asked)

    def read_question(self) -> None:
        """Writes down the question, where it stands, and why it is asked."""
        prompt, record = self.prompt, self._record
        if self._small is not None:
            clock, where = self._small.says("table-clock"), self._small.says("table-where")
            asked = self._small.says("table-question")
        else:
            clock, where = self.talk.says("clock"), self.talk.says("where")
            asked = self.talk.question()
        record.asks(f"{clock}  {where}")
        record.said(f"“{asked}”" if prompt else asked, deep=2)
        if self._small is None:
            reason = self.talk.says("reason")
            record.said(f"({reason})" if reason else "", deep=3)
            if prompt is None:
                record.said(self.talk.says("why"), deep=3)
        self._read_what_comes_and_goes()
        record.picture(self._in_sight(), prompt.id if prompt else "past-the-last")

    def read_beside(self) -> None:
        """Writes down the cards beside the question."""
        for card in ("dont-forget", "what-you-know"):
            if self.talk.sees(card):
                self._record.all_said(self.talk.reads(card))

    def read_balance(self) -> None:
        """Writes down who talked how much, and how far each part is."""
        self._record.said(self.talk.balance())
        self._record.all_said(self.talk.phases())

    # what the user does

    def talks(self, minutes: float, *, mine: bool) -> None:
        """Somebody talks for a while; the speaker is switched where the other one did."""
        while self._mine is not mine:
            self._mine = not self._mine if self._mine is not None else False
            if self._small is not None:
                self._small.key(Qt.Key.Key_Space)
            else:
                self._key(Qt.Key.Key_Space, CTRL)
            speaking = self._both("speaking", "table-speaking")
            self._record.did(f"{'Space' if self._small else 'Ctrl+Space'}: {speaking}", deep=2)
        self._let_pass(minutes)

    def talks_on(self, minutes: float) -> None:
        """Whoever talks goes on, the other one at first."""
        self.talks(minutes, mine=bool(self._mine))

    def note(self, text: str) -> None:
        self._write(text)
        self._record.did(f"types: {text}", deep=2)

    def next(self) -> None:
        if self._small is not None:
            self._small.key(Qt.Key.Key_Right)
        else:
            self._key(Qt.Key.Key_Return, CTRL)

    def skip(self) -> None:
        self._record.did("skips the question", deep=2)
        self._key(Qt.Key.Key_Return, CTRL | SHIFT)

    def another(self) -> None:
        self._record.did("F6: one more question", deep=2)
        self._key(Qt.Key.Key_F6)
        self._read_what_comes_and_goes()

    def back_and_add(self, text: str) -> None:
        here = self.prompt
        self._key(Qt.Key.Key_PageUp)
        self._record.did(f"Page Up, to “{self.talk.question()}”", deep=2)
        self._record.said(f"noted there: {self.talk.notes()}", deep=3)
        self._write(text)
        self._record.did(f"types: {text.strip()}", deep=3)
        self._key(Qt.Key.Key_PageDown)
        assert self.prompt is here, "leafing on leads back to where one was"

    def pause(self, minutes: float) -> None:
        self._key(Qt.Key.Key_F9)
        self._record.did(f"F9, for {minutes:g} minutes: {self.talk.says('speaking')}", deep=2)
        before = self.talk.says("clock")
        self._record.picture(self._in_sight(), "paused")
        let_pass(minutes, self._clock, self.window.window)
        assert self.talk.says("clock") == before, "the clock stands still in a pause"
        self._key(Qt.Key.Key_F9)

    def offered(self) -> None:
        """Done with the hint to offer something of one's own, where it stands."""
        if self.talk.sees("hint-offered"):
            self._keyboard.tab_to_name("hint-offered")
            self._keyboard.key(Qt.Key.Key_Space)
            self._record.did("Done, on the hint", deep=2)
            self._to_notes()

    def to_small_window(self) -> None:
        self._key(Qt.Key.Key_F7)
        found = [
            one
            for one in QApplication.topLevelWidgets()
            if one.objectName() == "table-window" and one.isVisible()
        ]
        assert len(found) == 1
        self._small = Keyboard(found[0])
        self._record.did("F7: the small window for the table", deep=2)
        self._record.picture(found[0], "table")

    def to_whole_page(self) -> None:
        assert self._small is not None
        self._small.key(Qt.Key.Key_Escape)
        self._small = None
        wait_until(self.window.window.isActiveWindow)
        self._record.did("Escape: the whole page again", deep=2)
        self._to_notes()

    def finish(self) -> None:
        self._record.did("Ctrl+D: the conversation is finished", deep=2)
        self._key(Qt.Key.Key_D, CTRL)
        self.ended = True

    # the way there

    def _both(self, page: str, small: str) -> str:
        return self._small.says(small) if self._small is not None else self.talk.says(page)

    def _write(self, text: str) -> None:
        assert self._small is None, "nobody writes at the small window"
        self._to_notes()
        self._keyboard.write_below(text)

    def _let_pass(self, minutes: float) -> None:
        whole, rest = divmod(minutes, 1)
        for part in [1.0] * int(whole) + ([rest] if rest else []):
            let_pass(part, self._clock, self.window.window)
            self._read_what_comes_and_goes()

    def _read_what_comes_and_goes(self) -> None:
        """Hints and what there is time for, as soon as they say something else."""
        around = self._small or self.talk
        for name in ("hint-words", "pace"):
            said = " ".join(
                label.text() for label in around.all(QLabel, name) if label.text().strip()
            )
            if said != self._told.get(name, ""):
                self._told[name] = said
                clock = self._both("clock", "table-clock")
                self._record.said(f"[{clock}] {said}" if said else "", deep=2)
                if said and name == "hint-words":
                    self._record.picture(self._in_sight(), "hint")
