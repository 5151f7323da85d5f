"""What ends a debrief, always in sight."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.widgets.layouts import PAGE_MARGINS, button, row
from ui.widgets.text import Text


class DebriefFoot(QWidget):
    """Save, or later; of one of long ago, save and note another.

    Signals:
        save_wanted(), another_wanted(), later_wanted(): the ways out.
    """

    save_wanted = Signal()
    another_wanted = Signal()
    later_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = button(self.tr("Save"), self.save_wanted.emit, "primary", "save-debrief")
        self._save.setToolTip(self.tr("Save ({key})").format(key="Ctrl+S"))
        self._another = button(
            self.tr("Save and add another"), self.another_wanted.emit, name="save-and-another"
        )
        self._another.setToolTip("Ctrl+Shift+S")
        self._later = button(self.tr("Later"), self.later_wanted.emit, "quiet", "later")
        self._later.setToolTip(self.tr("Back to Today; what you wrote waits here"))
        self._words = Text("", "small")
        inner = row(self._words, self._later, self._another, self._save, gap=10)
        inner.setStretch(0, 1)
        inner.setContentsMargins(PAGE_MARGINS[0], 10, PAGE_MARGINS[2], 12)
        self.setLayout(inner)

    def bind(self, page: QWidget) -> None:
        """Gives `page` the keys of the foot."""
        for keys, wanted in (
            ("Ctrl+S", self.save_wanted),
            ("Ctrl+Return", self.save_wanted),
            ("Ctrl+Shift+S", self.another_wanted),
        ):
            QShortcut(QKeySequence(keys), page, wanted.emit)

    def show_past(self, past: bool) -> None:
        """Whether it is one of long ago."""
        self._another.setVisible(past)
        words = self.tr("Saved in one go, and undone in one go. Alt+1 … 8 goes to a card.")
        if past:
            words = self.tr("Ctrl+Shift+S saves it and begins the next.")
        self._words.setText(words)
