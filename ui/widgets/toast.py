"""The strip at the foot of the window that says what was done, with its Undo."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.layouts import button
from ui.widgets.text import Text

DONE_SECONDS = 8  # long enough to read a line and reach for Undo
MARGIN = 22  # pixels from the window's foot


class Toast(QFrame):
    """Says one thing at a time over the page, without taking the focus.

    A refusal stays until it is closed: it asks for something. What was done goes by itself,
    and Undo stays in the menu.

    Signals:
        undo_wanted(): Undo was pressed.
    """

    undo_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self.setObjectName("toast")
        self.setProperty("look", "toast")
        self._words = Text("", wrap=True)
        self._words.setObjectName("toast-text")
        self._undo = button(self.tr("Undo"), self._on_undo, name="toast-undo")
        self._close = button(self.tr("Close"), self.hide, name="toast-close")
        inner = QHBoxLayout(self)
        inner.setContentsMargins(16, 8, 8, 8)
        inner.addWidget(self._words, 1)
        inner.addWidget(self._undo)
        inner.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say_done(self, what: str) -> None:
        """What was done, with Undo."""
        self._show(what, alert=False)
        self._timer.start(DONE_SECONDS * 1000)

    def say_refused(self, sentence: str) -> None:
        """Why something cannot be; stays until closed."""
        self._timer.stop()
        self._show(sentence, alert=True)

    def forget_done(self) -> None:
        """What was done is undone or no longer the last: its Undo would undo something else."""
        if self._timer.isActive():
            self._timer.stop()
            self.hide()

    def text(self) -> str:
        return self._words.text()

    def _show(self, words: str, *, alert: bool) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setProperty("alert", "true" if alert else "false")
        for part in (self, self._words, self._undo, self._close):
            part.style().unpolish(part)
            part.style().polish(part)
        self._undo.setVisible(not alert)
        self._close.setVisible(alert)
        self.show()
        self.raise_()
        self._place()

    def _place(self) -> None:
        around = self._around
        widest = max(around.width() - 4 * MARGIN, 200)
        buttons = (self._close if self._close.isVisible() else self._undo).sizeHint().width() + 44
        wanted = self._words.fontMetrics().horizontalAdvance(self._words.text()) + buttons + 16
        width = min(wanted, widest, 760)
        height = max(self._words.heightForWidth(width - buttons) + 18, self.sizeHint().height())
        self.setGeometry(
            (around.width() - width) // 2, around.height() - height - MARGIN, width, height
        )

    def _on_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
