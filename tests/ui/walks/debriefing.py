"""Three minutes alone, by keyboard: what becomes of the notes, and what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QPlainTextEdit, QWidget

from planner.domain.guides import Library
from tests.ui.drivers_talk import CTRL, DebriefDriver, Driver
from tests.ui.drivers_window import WindowDriver
from tests.ui.month import settle
from tests.ui.walks.keyboard import Keyboard
from tests.ui.walks.reading import lines_on
from tests.ui.walks.record import Record
from ui.routes import Where


class Debriefing:
    """Fills the debrief in as a story says; the words of each question are looked up by its id."""

    def __init__(self, window: WindowDriver, library: Library, record: Record) -> None:
        assert window.at is Where.DEBRIEF
        self.window = window
        self.page = DebriefDriver(window.page.root)
        self._keyboard = Keyboard(window.page.root)
        self._library = library
        self._record = record

    def read(self) -> None:
        """Everything that is offered, before anything is written."""
        page, record = self.page, self._record
        record.said(page.title())
        record.said(page.says("debrief-line"))
        for offer in page.all(QWidget, "fact-offer"):
            one = Driver(offer)
            record.lines.append("")
            for label in one.root.findChildren(QLabel):
                if label.isVisible():
                    record.said(label.text())
            record.said(self._of(one), deep=2)
        for kept in page.kept("debrief-facts"):
            record.said(f"kept: {kept}")
        record.lines.append("")
        for card in ("debrief-summary", "debrief-promises", "debrief-ladder", "debrief-share"):
            if page.sees(card):
                record.all_said(lines_on(page.find(QWidget, card)))
        record.said(f"stands on {page.reached()}")
        record.picture(self.window.window, "debrief")

    def summary(self, words: str) -> None:
        """The keyboard is there from the first."""
        assert self._keyboard.focus() == "summary"
        self._keyboard.write(words)
        self._record.did(f"to remember: {words}")

    def edit(self, what: str, words: str) -> None:
        """`what` is a question's id or the kind of fact it fills, here and below."""
        if (offer := self._offer(what)) is not None:
            self._keyboard.tab_to(offer.find(QPlainTextEdit, "fact-words"))
            self._keyboard.type_over(words)
            self._record.did(f"edits: {self._of(offer)}")

    def drop(self, what: str) -> None:
        if (offer := self._offer(what)) is not None:
            self._keyboard.tab_to(offer.find(QCheckBox, "fact-keep"))
            self._keyboard.key(Qt.Key.Key_Space)
            assert not offer.is_ticked("fact-keep")
            self._record.did(f"drops: {self._of(offer)}")

    def as_kind(self, what: str, kind: str) -> None:
        if (offer := self._offer(what)) is not None:
            box = offer.find(QComboBox, "fact-kind-of")
            self._keyboard.tab_to(box)
            self._keyboard.choose_in_list(box, kind)
            self._record.did(f"another kind: {self._of(offer)}")

    def add_fact(self, kind: str, words: str) -> None:
        self._keyboard.key(Qt.Key.Key_F, CTRL)
        added = self.page.all(QWidget, "fact-added")[-1]
        self._keyboard.write(words)
        box = Driver(added).find(QComboBox, "fact-kind")
        self._keyboard.tab_to(box)
        self._keyboard.choose_in_list(box, kind)
        self._record.did(f"one more fact, {kind}: {words}")

    def promise(self, words: str, chip: str = "") -> None:
        self._keyboard.key(Qt.Key.Key_P, CTRL)
        self._keyboard.write(words)
        if chip:
            self._keyboard.choose_in_group("promise-due-", f"promise-due-{chip}")
        self._keyboard.key(Qt.Key.Key_Return)
        self._record.did(f"one more promise: {words}")
        self._record.said(self.page.kept("debrief-promises")[-1], deep=2)

    def settle_promise(self, words: str) -> None:
        """Ticks one that was open from before."""
        for box in self.page.all(QCheckBox, "settled"):
            if words in box.text() or words in box.accessibleName():
                self._keyboard.tab_to(box)
                self._keyboard.key(Qt.Key.Key_Space)
                self._record.did(f"ticks as done: {words}")
                return
        raise AssertionError(f"no promise {words} is open")

    def saw(self, evidence: str) -> None:
        """Ticks something that speaks for a closer relationship."""
        box = self.page.find(QCheckBox, f"seen-{evidence}")
        self._keyboard.tab_to(box)
        self._keyboard.key(Qt.Key.Key_Space)
        self._record.did(f"ticks: {box.text()}")
        self._record.said(self.page.says("step-told"), deep=2)

    def stays_on(self, rung: str) -> None:
        """The user's own word on where the two stand."""
        self._keyboard.tab_to(self.page.find(QAbstractButton, f"rung-{rung}"))
        self._keyboard.key(Qt.Key.Key_Space)
        self._record.did(f"presses the rung {rung}")
        self._record.said(self.page.says("step-told"), deep=2)

    def talked(self, who: str) -> None:
        self._keyboard.choose_in_group("talked-", f"talked-{who}")
        self._record.did(f"who talked more: {self.page.words_on(f'talked-{who}')}")

    def again(self, when: str) -> None:
        self._keyboard.choose_in_group("again-", f"again-{when}")
        self._record.did(f"meet again: {self.page.words_on(f'again-{when}')}")
        self._record.said(self.page.says("again-told"), deep=2)

    def again_on(self, words: str) -> None:
        self._keyboard.choose_in_group("again-", "again-day")
        self._keyboard.tab_to_name("again-on")
        self._keyboard.write(words)
        self._record.did(f"meet again: {words}")
        self._record.said(self.page.says("again-told"), deep=2)

    def read_note(self) -> None:
        """The thank-you note as it stands."""
        for line in self._note().splitlines():
            self._record.said(line, deep=2)
        self._record.picture(self.window.window, "thank-you")

    def send_note(self, more: str = "") -> None:
        """Adds a line of one's own, copies it, and so it is sent."""
        field = self.page.find(QPlainTextEdit, "thank-you-text")
        if more:
            self._keyboard.tab_to(field)
            self._keyboard.key(Qt.Key.Key_End, CTRL)
            self._keyboard.key(Qt.Key.Key_Return)
            self._keyboard.key(Qt.Key.Key_Return)
            self._keyboard.write(more)
            self._record.did(f"adds to the note: {more}")
        self._keyboard.tab_to_name("thank-you-copy")
        self._keyboard.key(Qt.Key.Key_Space)
        assert QGuiApplication.clipboard().text() == self._note()
        self._record.did("copies it")
        self._record.said(self.page.says("thank-you-done"), deep=2)
        assert self.page.is_ticked("thank-you-sent")

    def save(self) -> None:
        self._record.picture(self.window.window, "debrief-written")
        self._keyboard.key(Qt.Key.Key_S, CTRL)
        settle()
        self._record.did("Ctrl+S")
        self._record.said(self.window.toast(), deep=2)

    def _note(self) -> str:
        return self.page.holds("thank-you-text")

    def _offer(self, what: str) -> Driver | None:
        """The first answer of a question, or of a kind, that is offered as a fact."""
        prompts = {one.text: one for guide in self._library.guides for one in guide.prompts}
        for row in self.page.all(QWidget, "fact-offer"):
            offer = Driver(row)
            prompt = prompts[offer.says("question-text")]
            if what in (prompt.id, str(prompt.fills or "")):
                return offer
        self._record.did(f"(nothing is offered of {what})")
        return None

    def _of(self, one: Driver) -> str:
        """What becomes of an answer, in a line."""
        kind = one.find(QComboBox, "fact-kind-of").currentText()
        verb = "keep as" if one.is_ticked("fact-keep") else "not kept as"
        return f"{verb} {kind}: {one.holds('fact-words')}"
