"""What of the question library cannot be used, and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.widgets.layouts import button, row
from ui.widgets.question_problems import QuestionProblems
from ui.widgets.text import Text

SIZE = (560, 420)  # pixels


class QuestionProblemsDialog(QDialog):
    """A sentence for each: the file, the entry, its key and the reason."""

    def __init__(self, problems: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._problems = tuple(problems)
        self.setObjectName("question-problems-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What cannot be used"))
        self.resize(*SIZE)
        told = QuestionProblems()
        told.show_problems(self._problems)
        copy = button(self.tr("Copy this list"), self.copy, "link", "copy-problems")
        copy.setAutoDefault(False)
        close = button(self.tr("Close"), self.accept, name="close-problems")
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("What cannot be used"), "name"))
        words = self.tr(
            "Each of these was left out of the question library; all the rest is there."
        )
        column.addWidget(Text(words, "soft"))
        column.addWidget(told, 1)
        column.addLayout(row(copy, None, close))
        close.setFocus()

    def copy(self) -> None:
        """Puts all of them on the clipboard, a line each."""
        QGuiApplication.clipboard().setText("\n".join(self._problems))
