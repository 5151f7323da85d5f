"""The line at the foot of the window that reminds of a 1-2-1, until it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import assets, theme
from ui.widgets.layouts import button
from ui.widgets.text import LeadText

HIGH = 8  # pixels above and below


class ReminderStrip(QFrame):
    """One reminder, with what to do about it and the way to close it; it takes no focus.

    Signals:
        act_wanted(): the user wants to do what it reminds of.
        closed(): the user has read it.
    """

    act_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reminder")
        self.setProperty("look", "reminder")
        self._said = ("", "", "")
        self._words = LeadText("", "", parent=self)
        self._words.setObjectName("reminder-text")
        self._act = button("", self.act_wanted.emit, name="reminder-act")
        self._close = button("", self.closed.emit, "icon", "reminder-close")
        self._close.setAccessibleName(self.tr("Close the reminder"))
        self._close.setToolTip(self.tr("Close"))
        self._inner = QHBoxLayout(self)
        self._inner.setContentsMargins(28, HIGH, 20, HIGH)
        self._inner.setSpacing(12)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._inner.addWidget(self._words, 1, middle)
        self._inner.addWidget(self._act, 0, middle)
        self._inner.addWidget(self._close, 0, middle)

    def say(self, lead: str, rest: str, act: str) -> None:
        """Shows a reminder; `act` is what its button says."""
        self._close.setIcon(assets.icon("close", theme.current().soft))
        if self._said == (lead, rest, act):
            return
        self._said = (lead, rest, act)
        words = LeadText(lead, rest, parent=self)
        words.setObjectName("reminder-text")
        self._inner.replaceWidget(self._words, words)
        self._words.hide()
        self._words.deleteLater()
        self._words = words
        self._act.setText(act.replace("&", "&&"))
        self._act.setAccessibleName(f"{act}: {self._words.text()}")
        self.setAccessibleName(self._words.text())

    def text(self) -> str:
        """The whole sentence."""
        return self._words.text()
