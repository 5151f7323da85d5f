"""The keys of a conversation: one list for the page, its tooltips and the table of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from planner.domain.captures import Form

translate = QCoreApplication.translate

ARROWS = {"Right": "→", "Left": "←"}  # where there is little room
ALL_KEYS = "F1"  # where the window has its table of keys
PARTS = 9  # parts of a conversation that Alt with a digit goes to


@dataclass(frozen=True, slots=True)
class TalkKey:
    """One thing to do in a conversation; `name` is its action's objectName.

    `keys` work while writing too; `plain` are single keys for one hand, while nobody writes. Both
    as QKeySequence reads them, the one to learn first.
    """

    name: str
    words: str
    keys: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()

    def native(self) -> str:
        """The keys as this platform writes them."""
        return _native(self.keys)

    def plain_native(self) -> str:
        """The single keys as this platform writes them."""
        return _native(self.plain)

    def tip(self) -> str:
        """What it does, with the key to learn, for a tooltip."""
        return f"{self.words} ({_native(self.keys[:1])})"


def talk_keys() -> tuple[TalkKey, ...]:
    """Every key of the conversation, none of which the window uses for something else.

    Function keys and Alt leave all letters to the notes; Ctrl+Space also works while writing. What
    is kept hold of has its first letter.
    """
    return (
        TalkKey(
            "next",
            translate("keys", "Next question"),
            ("Ctrl+Return", "PgDown"),
            ("Right", "Down", "Return"),
        ),
        TalkKey("previous", translate("keys", "Question before"), ("PgUp",), ("Left", "Up")),
        TalkKey("skip", translate("keys", "Skip the question"), ("Ctrl+Shift+Return",), ("S",)),
        TalkKey("another", translate("keys", "One more question"), ("F6",), ("O",)),
        TalkKey(
            "speaker", translate("keys", "Switch the speaker"), ("Ctrl+Space", "F8"), ("Space",)
        ),
        TalkKey("pause", translate("keys", "Pause, or go on"), ("F9",), ("0",)),
        TalkKey(
            "table", translate("keys", "The small window for the table, and back"), ("F7",), ("T",)
        ),
        TalkKey(Form.PROMISE, translate("keys", "Keep hold of a promise"), ("Ctrl+P",), ("P",)),
        TalkKey(Form.REFERRAL, translate("keys", "Keep hold of a referral"), ("Ctrl+R",), ("R",)),
        TalkKey(
            Form.INTRODUCTION,
            translate("keys", "Keep hold of an introduction"),
            ("Ctrl+Shift+I",),
            ("I",),
        ),
        TalkKey(Form.ASK, translate("keys", "Keep hold of an ask"), ("Ctrl+Shift+A",), ("A",)),
        TalkKey(Form.LIKE, translate("keys", "Keep hold of a like"), ("Ctrl+L",), ("L",)),
        TalkKey(
            Form.DISLIKE, translate("keys", "Keep hold of a dislike"), ("Ctrl+Shift+L",), ("D",)
        ),
        TalkKey(Form.FACT, translate("keys", "Keep hold of a fact"), ("Ctrl+F",), ("F",)),
        TalkKey("finish", translate("keys", "Finish the conversation"), ("Ctrl+D",)),
    )


def tips() -> dict[str, str]:
    """The tooltip of each, by name."""
    return {key.name: key.tip() for key in talk_keys()}


def bind_keys(widget: QWidget, acts: Mapping[str, Callable[[], object]]) -> None:
    """Gives a page or window an action for every key; those of the parts are "part-1" and on."""
    for key in talk_keys():
        _bind(widget, f"key-{key.name}", key.words, key.keys, acts[key.name])
    for number in range(1, PARTS + 1):
        words = translate("keys", "Go to part {number}").format(number=number)
        _bind(widget, f"key-part-{number}", words, (f"Alt+{number}",), acts[f"part-{number}"])


def name_of_plain(event: QKeyEvent) -> str:
    """What a single key does while nobody writes, "part-2" for the digit 2; "" for nothing."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return ""
    pressed = event.key()
    first = int(Qt.Key.Key_0)
    if 1 <= pressed - first <= PARTS:
        return f"part-{pressed - first}"
    told = "Return" if pressed == Qt.Key.Key_Enter else QKeySequence(pressed).toString()
    return next((key.name for key in talk_keys() if told in key.plain), "")


def rows_for_the_table() -> list[tuple[str, str]]:
    """What and which keys, as the table of keys lists them."""
    writing = translate("keys", "Conversation: {what}")
    plain = translate("keys", "Conversation, not writing: {what}")
    keys = talk_keys()
    part = translate("keys", "go to a part")
    leave = translate("keys", "back to Today, all kept")
    return [
        *((writing.format(what=_small(key.words)), key.native()) for key in keys),
        (writing.format(what=part), f"{_native(('Alt+1',))} … {PARTS}"),
        (writing.format(what=leave), _native(("Esc",))),
        *((plain.format(what=_small(key.words)), key.plain_native()) for key in keys if key.plain),
        (plain.format(what=part), f"1 … {PARTS}"),
        (translate("keys", "Conversation, small window: what goes deeper"), "G"),
        (translate("keys", "Conversation, small window: all its keys"), ALL_KEYS),
    ]


def keys_for_one_hand(*, every: bool = False) -> str:
    """The single keys in a line or, `every` one of them, in a few; for the small window's foot."""
    said = {
        "next": translate("keys", "next"),
        "previous": translate("keys", "back"),
        "speaker": translate("keys", "speaker"),
        "pause": translate("keys", "pause"),
        Form.PROMISE: translate("keys", "promise"),
    }
    if every:
        said |= {
            Form.REFERRAL: translate("keys", "referral"),
            Form.INTRODUCTION: translate("keys", "introduction"),
            Form.ASK: translate("keys", "ask"),
            Form.LIKE: translate("keys", "like"),
            Form.DISLIKE: translate("keys", "dislike"),
            Form.FACT: translate("keys", "fact"),
            "skip": translate("keys", "skip"),
            "another": translate("keys", "one more question"),
        }
    told = []
    for key in talk_keys():
        if key.name in said:
            first = key.plain[0]
            told.append(f"{ARROWS.get(first) or _native((first,))} {said[key.name]}")
    if every:
        told.append(translate("keys", "G go deeper"))
        told.append(translate("keys", "1 … 9 a part"))
        told.append(f"{_native(('Ctrl+Z',))} {translate('keys', 'undo')}")
    told.append(f"{_native(('Esc',))} {translate('keys', 'page')}")
    more = translate("keys", "fewer keys") if every else translate("keys", "all keys")
    told.append(f"{_native((ALL_KEYS,))} {more}")
    return " · ".join(told)


def _native(keys: tuple[str, ...]) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return " · ".join(QKeySequence(key).toString(form) for key in keys)


def _small(words: str) -> str:
    return words[0].lower() + words[1:]


def _bind(
    widget: QWidget, name: str, words: str, keys: tuple[str, ...], act: Callable[[], object]
) -> None:
    action = QAction(words, widget)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setAutoRepeat(False)  # a key held down must not run through the questions
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.triggered.connect(act)
    widget.addAction(action)
