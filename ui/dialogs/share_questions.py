"""Which of the user's guides and questions go into a file for others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.domain.shortening import shorten
from planner.errors import PlannerError
from planner.journeys.questions_page import questions_page
from planner.journeys.share_questions import ENDING, file_of
from ui import saving
from ui.file_dialogs import file_to_save
from ui.file_names import safe_file_name
from ui.models.ticked_questions import TickedRow
from ui.session import Session
from ui.widgets.layouts import Empty, button, row
from ui.widgets.text import Text
from ui.widgets.ticked_question_list import TickedQuestionList

SIZE = (560, 520)  # pixels
NAME_WORDS = 6  # of a guide's name or a question, in the file's name
MARGIN = 22  # pixels around everything


class ShareQuestionsDialog(QDialog):
    """A tick each; a guide goes with all its questions. Nothing of any person is in the file.

    Signals:
        saved(str, str): it is in the file of this path; the second says so in words.
    """

    saved = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("share-questions-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Share my questions"))
        self.resize(*SIZE)
        rows = self._rows()
        self._titles = {each.key: each.words for each in rows}
        self._list = TickedQuestionList("share-list", self.tr("My guides and questions"))
        self._list.show_rows(rows, [each.key for each in rows])
        self._list.ticked.connect(self._on_ticked)
        self._wrong = Text("", "alert")
        self._wrong.setObjectName("share-wrong")
        self._wrong.hide()
        self._save = button(self.tr("Save the file…"), self.save, "primary", "share-save")
        self._save.setDefault(True)
        self._save.setEnabled(bool(rows))
        cancel = button(self.tr("Cancel"), self.reject, name="cancel-share")
        cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("Share my questions"), "name"))
        words = self.tr(
            "What is ticked goes into a file that others drop on their window. It holds questions "
            "alone: nothing of anybody you know, nor of what was answered."
        )
        column.addWidget(Text(words, "soft"))
        column.addWidget(self._list, 1)
        if not rows:
            self._list.hide()
            column.addWidget(
                Empty(
                    self.tr("There is nothing of your own yet"),
                    self.tr("Write a question or make a guide; then it can be shared from here."),
                ),
                1,
            )
        column.addWidget(self._wrong)
        column.addLayout(row(None, cancel, self._save))
        if rows:
            self._list.go_in()

    def save(self) -> None:
        """Asks where to, and writes the file there."""
        ticks = self._list.ticks()
        path = file_to_save(
            self,
            self.tr("Share my questions"),
            self._name(),
            self.tr("Files of questions (*.toml)"),
        )
        if path is None:
            return
        try:
            saving.save(path, file_of(self._session.store, ticks, ticks))
        except PlannerError as refusal:
            self._wrong.setText(str(refusal))
            self._wrong.show()
            return
        self.accept()
        self.saved.emit(str(path), self.tr("Saved as {file}").format(file=path.name))

    def _name(self) -> str:
        """What the file is called to begin with: by its one guide, or in general."""
        ticks = self._list.ticks()
        words = self.tr("questions")
        if len(ticks) == 1:
            words = shorten(self._titles[next(iter(ticks))], NAME_WORDS)
        return safe_file_name(words, ENDING)

    def _rows(self) -> list[TickedRow]:
        page = questions_page(self._session.store)
        rows = []
        for guide in page.guides:
            if guide.own:
                count = len(guide.prompts)
                below = {
                    0: self.tr("A guide, no questions yet"),
                    1: self.tr("A guide, 1 question"),
                }.get(count, self.tr("A guide, {count} questions").format(count=count))
                rows.append(TickedRow(guide.id, guide.title, below))
        mine = {guide.id for guide in page.guides if guide.own}
        rows += [
            TickedRow(line.prompt.id, line.prompt.text, line.place)
            for line in page.lines
            if line.prompt.own and line.guide not in mine
        ]
        return rows

    def _on_ticked(self) -> None:
        self._save.setEnabled(bool(self._list.ticks()))
