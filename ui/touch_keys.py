"""The keys that note a touch: one list for the People page, its menu and the table of keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from planner.domain.meetings import TouchKind
from planner.domain.people import Person
from ui import wording

translate = QCoreApplication.translate

WITH_NOTE = "T"  # opens the form, where a note and another day can be given


@dataclass(frozen=True, slots=True)
class TouchKey:
    """One touch that a key notes; `name` is its entry's objectName in menus."""

    kind: TouchKind
    theirs: bool  # they made the first move
    letter: str

    @property
    def name(self) -> str:
        return f"note-{'their-' if self.theirs else ''}{self.kind.value}"

    @property
    def key(self) -> str:
        """As QKeySequence reads it: the letter alone where nothing is typed."""
        return f"Shift+{self.letter}" if self.theirs else self.letter

    @property
    def key_anywhere(self) -> str:
        """The key while the keyboard is in the list or its search, too."""
        return f"Alt+{self.key}"

    def entry(self, person: Person) -> str:
        """What a menu calls it."""
        words = {
            (TouchKind.MESSAGE, False): translate("touches", "I wrote to {name}"),
            (TouchKind.CALL, False): translate("touches", "I called {name}"),
            (TouchKind.CHAT, False): translate("touches", "I chatted with {name}"),
            (TouchKind.MESSAGE, True): translate("touches", "{name} wrote to me"),
            (TouchKind.CALL, True): translate("touches", "{name} called me"),
            (TouchKind.CHAT, True): translate("touches", "{name} came up to me"),
        }
        return wording.with_name(words[self.kind, self.theirs], person)

    def done(self, person: Person) -> str:
        """What is said once it is noted."""
        words = {
            (TouchKind.MESSAGE, False): translate("touches", "Message to {name} noted"),
            (TouchKind.CALL, False): translate("touches", "Call to {name} noted"),
            (TouchKind.CHAT, False): translate("touches", "Chat with {name} noted"),
            (TouchKind.MESSAGE, True): translate("touches", "Message from {name} noted"),
            (TouchKind.CALL, True): translate("touches", "Call from {name} noted"),
            (TouchKind.CHAT, True): translate("touches", "Chat begun by {name} noted"),
        }
        return words[self.kind, self.theirs].format(name=person.name)


_LETTERS = {TouchKind.MESSAGE: "M", TouchKind.CALL: "L", TouchKind.CHAT: "C"}
TOUCH_KEYS = tuple(
    TouchKey(kind, theirs, letter) for theirs in (False, True) for kind, letter in _LETTERS.items()
)


def bind_touch_keys(
    page: QWidget, person_view: QWidget, note: Callable[[TouchKey], object], ask: Callable[[], None]
) -> None:
    """Each key works with Alt on the whole page, and alone on the person's page beside the list.

    In the list and its search a letter alone is part of a name. A field that is typed into takes
    letters before any shortcut does.
    """
    for key in TOUCH_KEYS:
        act = _Note(note, key)
        _bind(key.key_anywhere, page, act)
        _bind(key.key, person_view, act)
    _bind(f"Alt+{WITH_NOTE}", page, ask)
    _bind(WITH_NOTE, person_view, ask)


def native(key: str) -> str:
    """A key as this platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def rows_for_the_table() -> list[tuple[str, str]]:
    """What and which keys, as the table of keys lists them."""
    mine = [key for key in TOUCH_KEYS if not key.theirs]
    theirs = [key for key in TOUCH_KEYS if key.theirs]
    return [
        (
            translate("touches", "People: note a message, a call, a chat"),
            " · ".join(native(key.key_anywhere) for key in mine),
        ),
        (
            translate("touches", "People: the same, begun by the other"),
            " · ".join(native(key.key_anywhere) for key in theirs),
        ),
        (translate("touches", "People: note it with a few words"), native(f"Alt+{WITH_NOTE}")),
        (
            translate("touches", "On a person's page: the same"),
            " · ".join([*(key.letter for key in mine), WITH_NOTE]),
        ),
    ]


@dataclass(frozen=True, slots=True)
class _Note:
    """Notes one kind of touch when called."""

    note: Callable[[TouchKey], object]
    key: TouchKey

    def __call__(self) -> None:
        self.note(self.key)


def _bind(keys: str, where: QWidget, act: Callable[[], None]) -> None:
    shortcut = QShortcut(QKeySequence(keys), where)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.setAutoRepeat(False)
    shortcut.activated.connect(act)
