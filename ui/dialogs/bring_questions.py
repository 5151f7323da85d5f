"""What files of questions would bring, before anything is kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planner.domain.changes import Change
from planner.domain.questions_brought import Brought, BroughtPrompt, Verdict
from planner.journeys.share_questions import bring_in, look_into
from ui import background
from ui.country import grouped
from ui.models.ticked_questions import TickedRow
from ui.session import Session
from ui.widgets.layouts import button, row
from ui.widgets.question_problems import QuestionProblems
from ui.widgets.text import Text
from ui.widgets.ticked_question_list import TickedQuestionList

SIZE = (620, 560)  # pixels
MARGIN = 22  # pixels around everything


class BringQuestionsDialog(QDialog):
    """Reads the files beside the window. New ones are ticked; those the user has with other words
    are not, so theirs stay.

    Signals:
        brought(str): something of it is in the library now, this question first; "" with none.
        others_wanted(list[str]): it is closed; these files were given with it.
    """

    brought = Signal(str)
    others_wanted = Signal(list)

    def __init__(
        self, session: Session, files: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.left_over: list[str] = []
        self._files = list(dict.fromkeys(files))
        self._plan = Brought()
        self.setObjectName("bring-questions-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Bring questions in"))
        self.resize(*SIZE)
        self._told = Text(self.tr("Reading…"), "soft")
        self._told.setObjectName("brought-told")
        self._list = TickedQuestionList("brought-list", self.tr("Guides and questions in it"))
        self._list.ticked.connect(self._on_ticked)
        self._list.hide()
        self._problems = QuestionProblems(self.tr("What cannot be used"))
        self._problems.hide()
        self._bring = button(self.tr("Bring in"), self.bring, "primary", "bring-chosen")
        self._bring.setDefault(True)
        self._bring.setEnabled(False)
        self._cancel = button(self.tr("Cancel"), self.reject, name="cancel-bring")
        self._cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN - 2)
        column.setSpacing(10)
        column.addWidget(Text(self.tr("Bring questions in"), "name"))
        column.addWidget(self._told)
        column.addWidget(self._list, 2)
        column.addWidget(self._problems, 1)
        column.addStretch(0)
        column.addLayout(row(None, self._cancel, self._bring))
        self._read()

    def _read(self) -> None:
        store, files = self._session.store, self._files

        def work(job: background.Job) -> Brought:
            with store.another() as own:
                return look_into(own, files)

        background.run(work, self._on_read, self._told.setText)

    def _on_read(self, plan: Brought) -> None:
        self._plan = plan
        rows = self._rows()
        new = {each.guide.key for each in plan.guides if each.verdict is Verdict.NEW}
        new |= {each.prompt.key for each in plan.of(Verdict.NEW)}
        self._list.show_rows(rows, new)
        self._list.setVisible(bool(rows))
        self._problems.show_problems(plan.problems)
        self._problems.setVisible(bool(plan.problems))
        self._told.setText(self._words())
        self._on_ticked()
        (self._list.go_in if rows else self._cancel.setFocus)()

    def bring(self) -> None:
        """Keeps what is ticked, in one step of undo."""
        ticks = self._list.ticks()
        keys = [each.prompt.key for each in self._plan.prompts if each.prompt.key in ticks]
        one, more = self.tr("1 question brought in"), self.tr("{count} questions brought in")
        label = one if len(keys) == 1 else more.format(count=grouped(len(keys)))
        if not keys:
            label = self.tr("Guide brought in")
        if isinstance(self._session.do(label, bring_in, self._plan, ticks), Change):
            self.accept()
            self.brought.emit(keys[0] if keys else "")

    def _rows(self) -> list[TickedRow]:
        guides = [
            TickedRow(each.guide.key, each.guide.title, self._about_guide(each.verdict))
            for each in self._plan.guides
            if each.verdict is not Verdict.SAME
        ]
        prompts = [
            TickedRow(each.prompt.key, each.prompt.text, self._about(each))
            for each in self._plan.prompts
            if each.verdict is not Verdict.SAME
        ]
        return guides + prompts

    def _about_guide(self, verdict: Verdict) -> str:
        if verdict is Verdict.CHANGED:
            return self.tr("A guide you have under another name, or with other parts")
        return self.tr("A new guide")

    def _about(self, each: BroughtPrompt) -> str:
        if each.mine is not None:
            if each.mine.text == each.prompt.text:
                return self.tr("You have it, and changed what goes with it: yours stays")
            return self.tr("Yours stays: “{text}”").format(text=each.mine.text)
        return f"{each.guide_title} · {each.phase_title}"

    def _words(self) -> str:
        names = ", ".join(path.name for path in self._files)
        new, changed, same = (len(self._plan.of(which)) for which in Verdict)
        parts = [self.tr("{count} new").format(count=grouped(new))]
        if changed:
            differ = self.tr("{count} that you have with other words")
            parts.append(differ.format(count=grouped(changed)))
        if same:
            parts.append(self.tr("{count} that you have already").format(count=grouped(same)))
        words = self.tr("{files}: {parts}.").format(files=names, parts=", ".join(parts))
        if changed:
            words += " " + self.tr("Yours stay as they are unless you tick theirs.")
        return words

    def _on_ticked(self) -> None:
        ticks = self._list.ticks()
        count = sum(each.prompt.key in ticks for each in self._plan.prompts)
        one, more = self.tr("Bring in 1 question"), self.tr("Bring in {count} questions")
        words = one if count == 1 else more.format(count=grouped(count))
        self._bring.setText(words if count else self.tr("Bring in"))
        self._bring.setEnabled(bool(ticks))

    def done(self, result: int) -> None:
        super().done(result)
        if self.left_over:
            self.others_wanted.emit(self.left_over)
