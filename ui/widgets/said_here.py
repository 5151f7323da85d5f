"""What was just done in a window that lies over the page, with a way to take it back there."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.text import Text
from ui.widgets.toast import Toast


class SaidHere(QWidget):
    """Takes the place of the strip at the foot of the window behind, whose Undo is out of reach.

    What was done before the window was opened stays done. `name` begins its parts' names.
    """

    def __init__(self, session: Session, name: str, around: QWidget) -> None:
        """`around` is the window it stands in; the usual keys for Undo work there."""
        super().__init__(around)
        self._session = session
        self._around = around
        self._lowest = session.undo_stack.index()
        self._text = Text("", "accent")
        self._text.setObjectName(f"{name}-said")
        self._undo = button(self.tr("Undo"), self._on_undo, "link", f"{name}-undo")
        self._undo.setAutoDefault(False)
        across = row(self._text, self._undo)
        across.setStretch(0, 1)
        self.setLayout(across)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), around, self._on_undo)
        session.done.connect(self._on_done)
        session.refused.connect(self.say_refused)
        self.say("")

    def say(self, words: str) -> None:
        self._text.setText(words)
        self._undo.setVisible(bool(words) and self._session.undo_stack.index() > self._lowest)

    def tell(self, words: str) -> None:
        """What came of something that cannot be taken back here."""
        self._text.setText(words)
        self._undo.hide()

    def say_refused(self, words: str) -> None:
        """Why something cannot be done; there is nothing to take back."""
        self.tell(words)

    def _on_done(self, words: str) -> None:
        self.say(words)
        behind = self._around.parentWidget()
        for strip in () if behind is None else behind.window().findChildren(Toast):
            strip.hide()

    def _on_undo(self) -> None:
        stack = self._session.undo_stack
        if stack.index() > self._lowest:
            what = stack.undoText().replace("&&", "&")
            stack.undo()
            self.say(self.tr("Undone: {what}").format(what=what))
