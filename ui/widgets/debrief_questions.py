"""The questions of the sheet taken along: what stands under them on paper is typed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.debrief_draft import FactDraft
from planner.domain.facts import Fact
from planner.journeys.debrief_page import Unanswered
from ui.widgets.fact_offer import FactOffer
from ui.widgets.layouts import Card, button, clear, row
from ui.widgets.text import Text


class DebriefQuestions(Card):
    """A line under each question, part by part; shut where the clock ran, until it is wanted.

    Signals:
        changed(): something else stands under a question.
        laid_out(): the questions are here now, for Tab to go through.
    """

    changed = Signal()
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("From your paper"), parent)
        self.setObjectName("debrief-questions")
        self._offers: list[FactOffer] = []
        self._questions: Sequence[Unanswered] = ()
        self._told = Text("", "soft")
        self._told.setObjectName("questions-told")
        self._open = button("", self.open_up, "link", "show-questions")
        self._rows_of = QWidget()
        self._rows = QVBoxLayout(self._rows_of)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self.body.addWidget(self._told)
        self.body.addLayout(row(self._open, None))
        self.body.addWidget(self._rows_of)

    def show_questions(
        self,
        questions: Sequence[Unanswered],
        drafts: Mapping[str, FactDraft],
        *,
        on_paper: bool,
        past: bool,
    ) -> None:
        """`on_paper` opens it at once; of a `past` 1-2-1 they jog the memory."""
        clear(self._rows)
        self._offers = []
        self._questions = questions
        self.setVisible(bool(questions))
        heading = self.tr("More, from paper or memory")
        if on_paper:
            heading = self.tr("From your paper")
        elif past:
            heading = self.tr("Questions, to jog your memory")
        self.title.setText(heading)
        self._told.setText(
            self.tr("What stands under them is kept as a fact where it tells one. Leave out as "
                    "many as you like; Enter goes on to the next.")
        )  # fmt: skip
        words = self.tr("Show the {count} questions").format(count=len(questions))
        self._open.setText(words)
        written = {one.prompt.id for one in questions} & {
            prompt for prompt, draft in drafts.items() if draft.text.strip()
        }
        if on_paper or written:
            self._lay_out(drafts)
        self._show_rows(bool(on_paper or written))

    def open_up(self) -> None:
        """Shows the questions, with the keyboard under the first."""
        if not self._offers:
            self._lay_out({})
            self.laid_out.emit()
        self._show_rows(True)
        if self._offers:
            self._offers[0].go_in()

    def drafts(self) -> dict[str, FactDraft]:
        """What stands under each question something stands under, by prompt id."""
        drafts = {offer.prompt.id: offer.draft() for offer in self._offers}
        return {prompt: draft for prompt, draft in drafts.items() if draft.text.strip()}

    def kept(self) -> tuple[Fact, ...]:
        """The facts they tell."""
        return tuple(fact for offer in self._offers if (fact := offer.fact()) is not None)

    def answers(self) -> tuple[tuple[str, str], ...]:
        """Each question's id with what stands under it."""
        return tuple((prompt, draft.text.strip()) for prompt, draft in self.drafts().items())

    def _lay_out(self, drafts: Mapping[str, FactDraft]) -> None:
        """The rows, made once they are to be seen: most days they are not."""
        part = ""
        for one in self._questions:
            if one.part != part:
                part = one.part
                self._rows.addWidget(Text(part, "caps"))
            usual = FactDraft(one.prompt.fills is not None, "")
            offer = FactOffer(one.prompt, drafts.get(one.prompt.id, usual), asked=True)
            offer.changed.connect(self.changed)
            offer.entered.connect(self._on_entered)
            self._offers.append(offer)
            self._rows.addWidget(offer)

    def _show_rows(self, shown: bool) -> None:
        self._rows_of.setVisible(shown)
        self._told.setVisible(shown)
        self._open.setVisible(not shown)

    def _on_entered(self) -> None:
        at = next((at for at, one in enumerate(self._offers) if one is self.sender()), -1)
        if 0 <= at < len(self._offers) - 1:
            self._offers[at + 1].go_in()
        else:
            self.focusNextChild()
