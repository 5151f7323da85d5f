"""What is kept hold of while two people talk, by its keys, on the page and in the small window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.drivers_talk import CTRL, NONE, SHIFT, TalkDriver
from tests.ui.drivers_window import WindowDriver
from tests.ui.walks.keyboard import Keyboard
from tests.ui.walks.record import Record
from ui.routes import Where

KEYS = {
    "promise": (Qt.Key.Key_P, CTRL),
    "referral": (Qt.Key.Key_R, CTRL),
    "introduction": (Qt.Key.Key_I, CTRL | SHIFT),
    "ask": (Qt.Key.Key_A, CTRL | SHIFT),
    "like": (Qt.Key.Key_L, CTRL),
    "dislike": (Qt.Key.Key_L, CTRL | SHIFT),
    "fact": (Qt.Key.Key_F, CTRL),
}
FIELDS = {"referral": "referral-what", "ask": "ask-text"}  # else "fact-text"
SINGLE = {"promise": Qt.Key.Key_P, "referral": Qt.Key.Key_R}  # in the small window


class KeepingHold:
    """Opens a form, fills it in, keeps it, and writes down what the window made of it."""

    def __init__(self, window: WindowDriver, record: Record) -> None:
        assert window.at is Where.CONVERSATION
        self.window = window
        self.talk = TalkDriver(window.page.root)
        self._keyboard = Keyboard(window.page.root)
        self._record = record
        self._small: Keyboard | None = None  # while it lies on the table in place of the page
        self._kept: list[tuple[str, str]] = []

    def promise(self, what: str, chip: str, *, theirs: bool) -> None:
        form = self._open("promise", again=theirs)
        form.write(what)
        self._record.picture(self._in_sight(), "promise-begun")
        if chip:
            form.choose_in_group("promise-due-", f"promise-due-{chip}")
        understood = form.says("promise-due-day")
        self._record.picture(self._in_sight(), "promise")
        form.key(Qt.Key.Key_Return)
        by_chip = f", {chip.replace('-', ' ')}" if chip else ""
        self._did_keep(f"promise: {what}{by_chip}", understood)

    def capture(self, form: str, what: str, *, other: bool = False) -> None:
        """A referral, an ask, a like or a dislike; `other` turns it to the other one's."""
        opened = self._open(form, again=other)
        assert opened.focus() == FIELDS.get(form, "fact-text")
        opened.write(what)
        opened.key(Qt.Key.Key_Return)
        self._did_keep(f"{form}: {what}")

    def fact(self, kind: str, text: str) -> None:
        opened = self._open("fact")
        box = opened.find(QComboBox, "fact-kind")
        opened.key(Qt.Key.Key_Tab, SHIFT)
        opened.choose_in_list(box, kind)
        opened.key(Qt.Key.Key_Tab)
        opened.write(text)
        opened.key(Qt.Key.Key_Return)
        self._did_keep(f"fact, {kind}: {text}")

    def introduction(self, to: str, why: str, *, theirs: bool) -> None:
        opened = self._open("introduction", again=theirs)
        opened.write(to)
        opened.key(Qt.Key.Key_Tab)
        opened.write(why)
        becomes = opened.says("introduction-becomes")
        opened.key(Qt.Key.Key_Return)
        self._did_keep(f"introduction: {to}; {why}", becomes)

    def undo(self) -> None:
        """Takes back what was kept last, once nothing is being written."""
        self._keyboard.tab_to_name("next")
        self._key(Qt.Key.Key_Z, CTRL)
        kept = self.talk.kept()
        gone = [one for one in self._kept if one not in kept]
        self._record.did(f"Ctrl+Z: {'; '.join(words for words, _ in gone)} is taken back", deep=2)
        assert len(gone) == 1
        self._kept = kept
        self._to_notes()

    def _in_sight(self) -> QWidget:
        return self._small.root if self._small is not None else self.window.window

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self._keyboard.key(key, modifiers)

    def _to_notes(self) -> None:
        if self.talk.sees("notes"):
            self._keyboard.tab_to(self.talk.find(QPlainTextEdit, "notes"))

    def _open(self, form: str, *, again: bool = False) -> Keyboard:
        """Opens a form by its keys; once more turns it to the other one's."""
        for _ in range(1 + again):
            if self._small is not None:
                # While a line is being written in, single keys are letters.
                if self._small.focus().startswith(form):
                    self._small.key(*KEYS[form])
                else:
                    self._small.key(SINGLE[form])
            else:
                self._key(*KEYS[form])
        opened = self._small or self._keyboard
        assert isinstance(opened.at_keyboard(), QLineEdit), f"{form} is not to be written in"
        return opened

    def _did_keep(self, words: str, understood: str = "") -> None:
        """Writes down what was kept, and what the window made of it."""
        self._record.did(words, deep=2)
        self._record.said(understood, deep=3)
        if self._small is not None:
            self._record.said(self._small.says("table-kept"), deep=3)
            return
        fresh = [one for one in self.talk.kept() if one not in self._kept]
        if not fresh:
            self._record.said(self.talk.says("kept-already"), deep=3)
        for kept, below in fresh:
            self._record.said(f"{kept} / {below}", deep=3)
        self._kept = self.talk.kept()
        assert self._keyboard.focus() == "notes", "the keyboard is back in the notes"
