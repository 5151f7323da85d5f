"""List, month or agenda: in one line at the head of the page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets.segments import Segments

translate = QCoreApplication.translate

GAP = 6  # pixels, as between the buttons


class ViewChoice(Segments):
    """The three ways to look at 1-2-1s."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = (
            ("list", translate("meetings", "List")),
            ("month", translate("meetings", "Month")),
            ("agenda", translate("meetings", "Agenda")),
        )
        super().__init__("view", words, parent)
        self.setAccessibleName(self.tr("How to show them"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        hints = [made.sizeHint() for made in self.findChildren(QPushButton)]
        across = sum(hint.width() for hint in hints) + GAP * (len(hints) - 1)
        return QSize(across + 1, max(hint.height() for hint in hints))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
