""" "Call it off": one press more says who did, in place, without a question in between."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from planner.domain.meetings import CalledOff
from ui.widgets.layouts import button


class OffChoice(QObject):
    """A button, and the three that take its place once it is pressed.

    They stand among others in whatever layout: add each of `parts` to it.

    Signals:
        called_off(object): by this CalledOff.
    """

    called_off = Signal(object)

    def __init__(self, words: str, name: str = "cancel-meeting", look: str = "") -> None:
        super().__init__()
        self._begin = button(words, self._on_begin, look, name)
        self.setParent(self._begin)  # it goes when its buttons do
        self._who = [
            button(self.tr("They called it off"), self._on_them, look, "off-them"),
            button(self.tr("I called it off"), self._on_me, look, "off-me"),
            button(self.tr("Keep it"), self.close, "quiet", "off-keep"),
        ]
        self._offered = True
        for made in self._who:
            made.hide()
            made.installEventFilter(self)

    @property
    def parts(self) -> tuple[QPushButton, ...]:
        return self._begin, *self._who

    def offer(self, there: bool) -> None:
        """Whether it can be called off at all; closed again if it was open."""
        self._offered = there
        self._show(False)

    def close(self) -> None:
        """Thinks better of it."""
        self._show(False)
        self._begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, opened: bool) -> None:
        for made in self.parts:
            there = self._offered and opened is (made is not self._begin)
            if made.parentWidget() is not None:  # alone it would come up as a window
                made.setVisible(there)
            elif not there:
                made.hide()

    def _on_begin(self) -> None:
        self._show(True)
        self._who[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_them(self) -> None:
        self.called_off.emit(CalledOff.THEM)

    def _on_me(self) -> None:
        self.called_off.emit(CalledOff.ME)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close()
            return True
        return super().eventFilter(watched, event)
