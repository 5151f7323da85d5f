"""Below a calendar: what it stands on, in words, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from ui.widgets.layouts import button
from ui.widgets.text import ElidedText, Text

ROOMY = 80  # letters' width from which a line beside the buttons is seldom cut off


class DayFoot(QWidget):
    """A line, and below it a softer one beside two buttons.

    Signals:
        open_wanted(): open the 1-2-1.
        plan_wanted(): plan one on this day.
    """

    open_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "foot")  # what was done is said elsewhere, not over these lines
        self._line = ElidedText("", "strong")
        self._line.setObjectName("day-line")
        self._hint = Text("", "small")
        self._hint.setObjectName("day-hint")
        self._open = button(self.tr("Open"), self.open_wanted.emit, "primary", "open-meeting")
        self._plan = button(self.tr("Plan a 1-2-1…"), self.plan_wanted.emit, "", "plan-on-day")
        keeps = self._open.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # the days above stay where they are
        self._open.setSizePolicy(keeps)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(8)
        for act in (self._plan, self._open):
            self._acts.addWidget(act, 0, Qt.AlignmentFlag.AlignVCenter)
        self._parts = QGridLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setHorizontalSpacing(8)
        self._parts.setVerticalSpacing(1)
        self._parts.setColumnStretch(0, 1)
        self._parts.addWidget(self._hint, 1, 0, Qt.AlignmentFlag.AlignTop)
        self._narrow: bool | None = None
        self._settle()

    def read_aloud(self, part: QWidget) -> None:
        """Has a screen reader say the line, while the keyboard is on `part`."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(part, self._line.whole()))

    def show_line(self, line: str, hint: str, *, opens: bool, plans: bool) -> None:
        """What is stood on; whether it can be opened, and whether one can be planned there."""
        self._line.set_whole(line)
        self._hint.setText(hint)
        self._open.setVisible(opens)
        self._plan.setVisible(plans)

    def _settle(self) -> None:
        """Puts the buttons beside both lines, or where it is narrow below the first."""
        narrow = self.width() < ROOMY * self.fontMetrics().averageCharWidth()
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._parts.removeWidget(self._line)
        self._parts.removeItem(self._acts)
        self._acts.setParent(None)
        self._parts.addWidget(self._line, 0, 0, 1, 2 if narrow else 1)
        self._parts.addLayout(self._acts, 1 if narrow else 0, 1, 1 if narrow else 2, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()


def ctrl() -> str:
    """What this platform calls the key that moves things: "Ctrl", or a sign of its own."""
    native = QKeySequence("Ctrl+X").toString(QKeySequence.SequenceFormat.NativeText)
    return native.removesuffix("X").removesuffix("+")
