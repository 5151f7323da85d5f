"""One message of a calendar file: what it means, what they wrote, and what was odd in it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.domain.incoming import Finding
from planner.journeys.open_calendar_file import Opened
from ui import opened_reasons, opened_wording
from ui.widgets.text import Text

_ODDITIES = 3  # told of one message


class OpenedMessage(QWidget):
    """Lines below each other, those alone that there are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = _line("opened-before", "soft")
        self._then = _line("opened-then", "alert")
        self._told = _line("opened-told", "")
        self._comment = Text("")
        self._comment.setObjectName("opened-comment")
        self._odd = _line("opened-odd", "small")
        # What others wrote stands apart from what the program says.
        self._quote = QFrame()
        self._quote.setProperty("look", "hint")
        inside = QVBoxLayout(self._quote)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self._comment)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._before, self._then, self._told, self._quote, self._odd):
            column.addWidget(part)

    def show_finding(
        self, finding: Finding, opened: Opened, today: date, zone: str, taken: str = ""
    ) -> None:
        """Shows the one message that the files hold; `taken` says what else is on then."""
        message = finding.message
        comment = message.comment
        odd = [f"{fault.reason}" for fault in opened.skipped[:_ODDITIES]]
        if others := opened_wording.what_else(opened):
            odd.append(others)
        for label, words in (
            (self._before, opened_wording.before(finding, today, zone)),
            (self._then, taken),
            (self._told, opened_reasons.explained(finding)),
            (self._odd, "\n".join(odd)),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._comment.setText(f"“{comment}”" if comment else "")
        self._quote.setVisible(bool(comment))


def _line(name: str, look: str) -> Text:
    made = Text("", look)
    made.setObjectName(name)
    return made
