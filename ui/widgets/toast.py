"""The strip at the foot of the window that says what was done, with its Undo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.free_place import free_place, lies_free
from ui.widgets.layouts import button
from ui.widgets.text import Text

DONE_SECONDS = 8  # long enough to read a line and reach for Undo
MARGIN = 22  # pixels from the window's foot
WIDEST = 440  # pixels: no wider than a card; what is longer takes several lines
WATCH_MS = 300  # between two looks whether a control has come under it


class Toast(QFrame):
    """Says one thing at a time over the page, without taking the focus or hiding a control.

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
        self._folder = button(self.tr("Show in folder"), self._on_folder, name="toast-folder")
        self._file = ""  # that was saved
        self._close = button(self.tr("Close"), self.hide, name="toast-close")
        inner = QHBoxLayout(self)
        inner.setContentsMargins(16, 8, 8, 8)
        inner.addWidget(self._words, 1)
        inner.addWidget(self._undo)
        inner.addWidget(self._folder)
        inner.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._settled = QTimer(self)  # once the page shows what was done
        self._settled.setSingleShot(True)
        self._settled.setInterval(0)
        self._settled.timeout.connect(self._place)
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self._on_watch)
        self._just_said = False
        self._said_a_moment_ago = QTimer(self)  # what was done may open another page itself
        self._said_a_moment_ago.setSingleShot(True)
        self._said_a_moment_ago.setInterval(0)
        self._said_a_moment_ago.timeout.connect(self._on_read)
        parent.installEventFilter(self)
        self.hide()

    def say_done(self, what: str) -> None:
        """What was done, with Undo."""
        self._show(what, alert=False)
        self._timer.start(DONE_SECONDS * 1000)

    def say_told(self, what: str) -> None:
        """What came of something that cannot be undone here; stays until closed."""
        self._timer.stop()
        self._show(what, alert=False)
        self._undo.hide()
        self._close.show()
        self._place()

    def say_saved(self, path: str, what: str) -> None:
        """What was saved, and where; stays until closed, since only here is the way to it."""
        self._timer.stop()
        self._file = path
        self._show(what, alert=False)
        self._undo.hide()
        self._folder.show()
        self._close.show()
        self._place()

    def say_refused(self, sentence: str) -> None:
        """Why something cannot be; stays until closed."""
        self._timer.stop()
        self._show(sentence, alert=True)

    def withdraw(self, sentence: str) -> None:
        """What was refused with this sentence is done after all."""
        if self.isVisible() and self.text() == sentence:
            self.hide()

    def forget_done(self) -> None:
        """What was done is undone or no longer the last: its Undo would undo something else."""
        if self._timer.isActive():
            self._timer.stop()
            self.hide()

    def follow_page(self) -> None:
        """Another page was opened: what was done on the one before goes with it."""
        if not self._just_said:
            self.forget_done()
        self.find_place()

    def text(self) -> str:
        return self._words.text()

    def _show(self, words: str, *, alert: bool) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setProperty("alert", "true" if alert else "false")
        for part in (self, self._words, self._undo, self._folder, self._close):
            part.style().unpolish(part)
            part.style().polish(part)
        self._folder.hide()
        self._undo.setVisible(not alert)
        self._close.setVisible(alert)
        self._just_said = True
        self._said_a_moment_ago.start()
        self.show()
        self.raise_()
        self.find_place()

    def find_place(self) -> None:
        """Lies where nothing is hidden, also after another page came in sight."""
        if self.isVisible():
            self._place()
            self._settled.start()

    def _place(self) -> None:
        around = self._around
        widest = max(around.width() - 4 * MARGIN, 200)
        offered = [one for one in (self._undo, self._folder, self._close) if not one.isHidden()]
        buttons = sum(one.sizeHint().width() for one in offered) + 36 + 8 * len(offered)
        wanted = self._words.fontMetrics().horizontalAdvance(self._words.text()) + buttons + 16
        width = min(wanted, widest, WIDEST)
        height = max(self._words.heightForWidth(width - buttons) + 18, self.sizeHint().height())
        left, top = (around.width() - width) // 2, around.height() - height - MARGIN
        self.setGeometry(free_place(around, QRect(left, top, width, height), self))

    def _on_read(self) -> None:
        self._just_said = False

    def _on_watch(self) -> None:
        """A card came late, or the page was scrolled: makes way, but not from under a mouse."""
        reached = any(one.underMouse() for one in (self._undo, self._folder, self._close))
        if not reached and not lies_free(self._around, self):
            self._place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._watch.stop()
        super().hideEvent(event)

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(Path(self._file).parent)))

    def _on_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.find_place()  # larger text needs more room

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.find_place()
        return super().eventFilter(watched, event)
