"""What was not read of a calendar as it stands there, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.domain.busy import Skipped
from ui.widgets.layouts import Card, Scrolled, button, row
from ui.widgets.text import LeadText, Text

SIZE = (560, 420)  # pixels
THE_FILE = "the file"  # where something is that concerns all of it
MOST = 100  # shown; whoever wants more copies the list


class LeftOutDialog(QDialog):
    """A sentence for each, with its file where the calendar is a folder of them."""

    def __init__(
        self, name: str, skipped: Sequence[tuple[str, Skipped]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("left-out-dialog")
        self.setWindowTitle(self.tr("What was not clear"))
        self.resize(*SIZE)
        self._told = _sentences(name, skipped)
        title = Text(self.tr("Not clear in {name}").format(name=name), "name")
        words = self.tr(
            "Each was left out, or read as well as could be; all the rest was read. To put it "
            "right, change it in the program that keeps the calendar."
        )
        card = Card()
        for where, reason in self._told[:MOST]:
            said = LeadText(f"{where}:" if where else "", reason, "gold")
            said.setObjectName("left-out")
            card.body.addWidget(said)
        scrolled = Scrolled(self)
        scrolled.body.setContentsMargins(0, 0, 0, 0)
        scrolled.body.addWidget(card)
        if (more := len(self._told) - MOST) > 0:
            more_words = self.tr("And {count} more, which the copied list has.")
            scrolled.body.addWidget(Text(more_words.format(count=f"{more:,}"), "soft"))
        scrolled.body.addStretch(1)
        copy = button(self.tr("Copy this list"), self.copy, "link", "copy-left-out")
        copy.setAutoDefault(False)
        close = button(self.tr("Close"), self.accept, name="close-left-out")
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(Text(words, "soft"))
        column.addWidget(scrolled, 1)
        column.addLayout(row(copy, None, close))
        close.setFocus()

    def copy(self) -> None:
        """Puts all of it on the clipboard, a line each."""
        lines = (f"{where}: {reason}" if where else reason for where, reason in self._told)
        QGuiApplication.clipboard().setText("\n".join(lines))


def _sentences(name: str, skipped: Sequence[tuple[str, Skipped]]) -> list[tuple[str, str]]:
    """Where and why; the file is named where it is not the calendar itself."""
    told = []
    for file, each in skipped:
        within = "" if each.where == THE_FILE else each.where
        where = within if file == name else ", ".join(filter(None, (file, within)))
        told.append((where, each.reason))
    return told
