"""What can be done with questions and guides: each is one step of undo."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from planner.domain.finding_questions import Line
from planner.domain.guides import Guide
from planner.domain.own_questions import Liking, OwnPrompt
from planner.journeys.own_questions import (
    draft_guide,
    remove_prompt,
    set_liking,
    version_of,
)
from planner.journeys.question_library import question_library
from ui.session import Session


class QuestionActs(QObject):
    """Acts for the page and the card; what asks something opens over `parent`.

    Signals:
        prompt_kept(str): this question was written or changed; show it.
        guide_kept(str): this guide was made or changed; show it.
    """

    prompt_kept = Signal(str)
    guide_kept = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._around = parent

    def like(self, line: Line, liking: Liking) -> None:
        """Marks a question so, or takes the mark back where it has it."""
        holds = any(which.value == liking.value for which in line.which)
        label = {
            (Liking.FAVOURITE, False): self.tr("Marked as a favourite"),
            (Liking.FAVOURITE, True): self.tr("No favourite any more"),
            (Liking.LEFT_OUT, False): self.tr("Left out from now on"),
            (Liking.LEFT_OUT, True): self.tr("No longer left out"),
        }[liking, holds]
        self._session.do(label, set_liking, line.prompt.id, None if holds else liking)

    def write(self, guide: str = "", phase: str = "") -> None:
        """Asks for a new question, in this guide and phase to begin with."""
        self._ask_prompt(OwnPrompt(guide=guide, phase=phase))

    def edit(self, line: Line) -> None:
        """Changes one of the user's own, or writes their version of one of the program's."""
        own = self._session.store.own_prompts.with_key(line.prompt.id)
        if own is not None:
            self._ask_prompt(own)
        else:
            version = version_of(line.prompt, line.guide, line.phase)
            self._ask_prompt(version, instead_of=line.prompt.id)

    def remove(self, line: Line) -> None:
        """Takes one of the user's own questions out."""
        own = self._session.store.own_prompts.with_key(line.prompt.id)
        if own is not None:
            self._session.do(self.tr("Question removed"), remove_prompt, own.id)

    def new_guide(self) -> None:
        """Asks for a guide, empty or with the questions of another."""
        self._ask_guide(None)

    def change_guide(self, guide: Guide) -> None:
        """Changes a guide of the user's, or makes one like that of the program's."""
        self._ask_guide(guide)

    def show_problems(self) -> None:
        """Shows what of the library cannot be used, and why."""
        from ui.dialogs.question_problems import QuestionProblemsDialog

        problems = question_library(self._session.store).problems
        QuestionProblemsDialog(problems, self._around).open()

    def _ask_prompt(self, prompt: OwnPrompt, instead_of: str = "") -> None:
        from ui.dialogs.form import show
        from ui.dialogs.own_prompt import OwnPromptDialog

        dialog = OwnPromptDialog(self._session, prompt, instead_of, self._around)
        dialog.prompt_kept.connect(self.prompt_kept)
        show(dialog)

    def _ask_guide(self, guide: Guide | None) -> None:
        from ui.dialogs.form import show
        from ui.dialogs.own_guide import OwnGuideDialog

        own = self._session.store.own_guides.with_key(guide.id) if guide is not None else None
        copied = guide if own is None else None
        dialog = OwnGuideDialog(self._session, own or draft_guide(copied), copied, self._around)
        dialog.guide_kept.connect(self.guide_kept)
        show(dialog)
