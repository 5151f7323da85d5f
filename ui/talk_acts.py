"""What can be done in a conversation, by key or button, on its page and in the small window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from planner.domain.captures import Form
from ui.running_talk import RunningTalk
from ui.talk_keys import PARTS, bind_keys, name_of_plain
from ui.widgets.captures_view import CapturesView

WRITTEN_IN = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)


class TalkActs(QObject):
    """Does what is asked for by name to the talk under way; nothing while there is none.

    `forms` is where something is kept hold of: beside the question, or in the small window.

    Signals:
        finish_wanted(): the user finishes the conversation.
        table_wanted(): the user wants the small window, or the page back.
    """

    finish_wanted = Signal()
    table_wanted = Signal()

    def __init__(self, forms: CapturesView, parent: QObject) -> None:
        super().__init__(parent)
        self.talk: RunningTalk | None = None
        self.forms = forms
        self._acts: dict[str, Callable[[], object]] = {
            "next": self._to_talk(RunningTalk.next_question),
            "previous": self._to_talk(RunningTalk.back),
            "skip": self._to_talk(RunningTalk.skip),
            "another": self._to_talk(RunningTalk.another),
            "speaker": self._to_talk(RunningTalk.switch_speaker),
            "pause": self._to_talk(RunningTalk.pause_or_go_on),
            "offered": self._to_talk(RunningTalk.offered),
            "table": self.table_wanted.emit,
            "finish": self.finish_wanted.emit,
        }
        self._acts |= {str(form): self._opening(form) for form in Form}
        self._acts |= {f"part-{number}": self._to_part(number) for number in range(1, PARTS + 1)}

    def bind(self, widget: QWidget) -> None:
        """Gives a page or window the keys of the conversation."""
        bind_keys(widget, self._acts)

    def __getitem__(self, name: str) -> Callable[[], object]:
        """What does the thing of this name, to be connected to a button."""
        return self._acts[name]

    def to_phase(self, phase: str) -> None:
        """Goes to a phase by its id."""
        if self.talk is not None:
            self.talk.jump(phase)

    def plain(self, event: QKeyEvent) -> bool:
        """Does what a single key asks for while nobody writes; whether there was something."""
        name = name_of_plain(event)
        if not name or self.talk is None or self.writing:
            return False
        if not event.isAutoRepeat():  # a key held down must not run through the questions
            self._acts[name]()
        return True

    @property
    def writing(self) -> bool:
        """Whether letters go into a field, or somebody is in a form."""
        at = QApplication.focusWidget()
        return isinstance(at, WRITTEN_IN) or (at is not None and self.forms.isAncestorOf(at))

    def _to_talk(self, act: Callable[[RunningTalk], object]) -> Callable[[], None]:
        def do() -> None:
            if self.talk is not None:
                act(self.talk)

        return do

    def _opening(self, form: Form) -> Callable[[], None]:
        def do() -> None:
            if self.talk is not None:
                self.forms.open(form)

        return do

    def _to_part(self, number: int) -> Callable[[], None]:
        def do() -> None:
            if self.talk is not None and number <= len(self.talk.guide.phases):
                self.talk.jump(self.talk.guide.phases[number - 1].id)

        return do
