"""The keys of a conversation: one list for the page, its tooltips and the table of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate

PARTS = 9  # parts of a conversation that Alt with a digit goes to


@dataclass(frozen=True, slots=True)
class TalkKey:
    """One thing to do in a conversation; `name` is its action's objectName."""

    name: str
    words: str
    keys: tuple[str, ...]  # as QKeySequence reads them, the one to learn first

    def native(self) -> str:
        """The keys as this platform writes them."""
        form = QKeySequence.SequenceFormat.NativeText
        return " · ".join(QKeySequence(key).toString(form) for key in self.keys)

    def tip(self) -> str:
        """What it does, with the key to learn, for a tooltip."""
        form = QKeySequence.SequenceFormat.NativeText
        return f"{self.words} ({QKeySequence(self.keys[0]).toString(form)})"


def talk_keys() -> tuple[TalkKey, ...]:
    """Every key of the conversation, none of which the window uses for something else.

    Function keys and Alt leave all letters to the notes; Ctrl+Space also works while writing.
    """
    return (
        TalkKey("next", translate("keys", "Next question"), ("Ctrl+Return", "PgDown")),
        TalkKey("previous", translate("keys", "Question before"), ("PgUp",)),
        TalkKey("skip", translate("keys", "Skip the question"), ("Ctrl+Shift+Return",)),
        TalkKey("speaker", translate("keys", "Switch the speaker"), ("Ctrl+Space", "F8")),
        TalkKey("pause", translate("keys", "Pause, or go on"), ("F9",)),
        TalkKey("promise", translate("keys", "Keep hold of a promise"), ("Ctrl+P",)),
        TalkKey("like", translate("keys", "Keep hold of a like"), ("Ctrl+L",)),
        TalkKey("fact", translate("keys", "Keep hold of a fact"), ("Ctrl+F",)),
        TalkKey("finish", translate("keys", "Finish the conversation"), ("Ctrl+D",)),
    )


def tips() -> dict[str, str]:
    """The tooltip of each, by name."""
    return {key.name: key.tip() for key in talk_keys()}


def bind_keys(
    page: QWidget, acts: Mapping[str, Callable[[], object]], to_part: Callable[[int], object]
) -> None:
    """Gives `page` an action for every key; `to_part(index)` goes to a part, counted from 0."""
    for key in talk_keys():
        _bind(page, f"key-{key.name}", key.words, key.keys, acts[key.name])
    for number in range(1, PARTS + 1):
        words = translate("keys", "Go to part {number}").format(number=number)
        act = _Part(to_part, number - 1)
        _bind(page, f"key-part-{number}", words, (f"Alt+{number}",), act)


def rows_for_the_table() -> list[tuple[str, str]]:
    """What and which keys, as the table of keys lists them."""
    conversation = translate("keys", "Conversation: {what}")
    rows = [
        (conversation.format(what=key.words[0].lower() + key.words[1:]), key.native())
        for key in talk_keys()
    ]
    alt = QKeySequence("Alt+1").toString(QKeySequence.SequenceFormat.NativeText)
    part = translate("keys", "go to a part")
    leave = translate("keys", "back to Today, all kept")
    escape = QKeySequence("Esc").toString(QKeySequence.SequenceFormat.NativeText)
    return [
        *rows,
        (conversation.format(what=part), f"{alt} … {PARTS}"),
        (conversation.format(what=leave), escape),
    ]


@dataclass(frozen=True, slots=True)
class _Part:
    """Goes to one part when called."""

    to_part: Callable[[int], object]
    index: int

    def __call__(self) -> None:
        self.to_part(self.index)


def _bind(
    page: QWidget, name: str, words: str, keys: tuple[str, ...], act: Callable[[], object]
) -> None:
    action = QAction(words, page)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setAutoRepeat(False)  # a key held down must not run through the questions
    action.triggered.connect(act)
    page.addAction(action)
