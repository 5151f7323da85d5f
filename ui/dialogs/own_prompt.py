"""A question of the user's own: its words, where it stands, and whom it suits."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.facts import FactKind
from planner.domain.own_questions import OwnPrompt
from planner.domain.people import Attitude, Stage
from planner.journeys.own_questions import add_prompt, edit_prompt, remove_prompt
from planner.journeys.questions_page import questions_page
from ui import question_wording, wording
from ui.dialogs.long_form import LongForm
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.inputs import ChoiceInput, LineInput, TickInput
from ui.widgets.lines_input import LinesInput
from ui.widgets.segments import Segments
from ui.widgets.several import Several
from ui.widgets.text import Text

DEPTHS = (1, 2, 3)
SHORTEST = 12  # letters of a guide's name that are seen at least


class OwnPromptDialog(LongForm):
    """Writes a question (`prompt.id` 0), or changes one.

    One written `instead_of` one of the program's, by its id, can have that left out.

    Signals:
        prompt_kept(str): the question is kept under this id.
    """

    prompt_kept = Signal(str)

    def __init__(
        self,
        session: Session,
        prompt: OwnPrompt,
        instead_of: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._prompt = prompt
        self._instead_of = instead_of
        self._page = questions_page(session.store)
        self._guides = {guide.id: guide for guide in self._page.guides}
        self._start = self._guides.get(prompt.guide) or next(iter(self._guides.values()))
        super().__init__(session, "own-prompt-dialog", _title(prompt, instead_of), parent)
        self._ask_words()
        self._ask_place()
        self._ask_rest()
        self._ask_whom()
        for name, field in self.fields.items():
            field.input.show_value(self._shown(name))
        self.fields["prompt-guide"].input.finished.connect(self._on_guide)
        if prompt.id:
            self.offer_to_remove(self.tr("Remove"), self._on_remove)
        self.begin("prompt-text")

    def _ask_words(self) -> None:
        body = self.form.body
        example = self.tr("as you would say it aloud")
        self.ask(Field("prompt-text", self.tr("Your question"), GrowingText(example)), body)
        if self._instead_of:
            tick = TickInput(self.tr("Leave the program's wording out from now on"))
            self.ask(Field("instead", "", tick), body)
        deeper = LinesInput(self.tr("What makes that one matter most?"))
        self.ask(Field("follow-ups", self.tr("To go deeper, one a line"), deeper), body)

    def _ask_place(self) -> None:
        guide = ChoiceInput(tuple(self._guides), self._guide_words)
        self._guide_input = guide
        guide.show_value(self._start.id)
        phase = ChoiceInput((), str)
        self._phase_input = phase
        self._offer_phases(self._prompt.phase)
        for box in (guide, phase):  # a long name must not make the form broader than its window
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(SHORTEST)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.beside(
            Field("prompt-guide", self.tr("In the guide"), guide),
            Field("prompt-phase", self.tr("At this point of the 1-2-1"), phase),
        )

    def _ask_rest(self) -> None:
        body = self.form.body
        self.beside(
            Field("read-back", self.tr("Say back"), GrowingText(self.tr("So for you it is ..."))),
            Field("dont", self.tr("Careful"), GrowingText(self.tr("what to leave unsaid"))),
        )
        self.beside(
            Field("why", self.tr("Why ask it"), GrowingText(self.tr("one line for yourself"))),
            Field("principle", self.tr("Whose idea"), LineInput(self.tr("Carnegie, Covey, …"))),
        )
        fills = ("", *(kind.value for kind in FactKind))
        depths = [(str(each), question_wording.depth(each)) for each in DEPTHS]
        self.beside(
            Field("depth", self.tr("How close it comes"), Segments("depth", depths)),
            Field(
                "fills",
                self.tr("The answer tells of"),
                ChoiceInput(fills, _fact_words),
            ),
        )
        body.addSpacing(4)

    def _ask_whom(self) -> None:
        body = self.form.body
        body.addWidget(Text(self.tr("Whom it suits"), "heading"))
        stages = [(stage.name.lower(), stage, wording.stage(stage)) for stage in Stage]
        self.ask(Field("stages", self.tr("At these stages"), Several("stages", stages)), body)
        attitudes = [(each.value, each, wording.attitude(each)) for each in Attitude]
        takes = self.tr("How they take to networking")
        self.ask(Field("audience", takes, Several("audience", attitudes)), body)
        always = TickInput(self.tr("Belongs in every such 1-2-1"))
        self.ask(Field("always", "", always), body)

    def _shown(self, name: str) -> object:
        prompt = self._prompt
        shown: dict[str, object] = {
            "prompt-text": prompt.text,
            "instead": True,
            "follow-ups": prompt.follow_ups,
            "prompt-guide": self._start.id,
            "prompt-phase": self._phase_input.value(),
            "read-back": prompt.read_back,
            "dont": prompt.dont,
            "why": prompt.why,
            "principle": prompt.principle,
            "depth": str(prompt.depth),
            "fills": prompt.fills.value if prompt.fills else "",
            "stages": prompt.stages,
            "audience": prompt.audience,
            "always": prompt.always,
        }
        return shown[name]

    def _guide_words(self, guide: str) -> str:
        return self._guides[guide].title

    def _on_guide(self) -> None:
        """Offers the phases of the guide chosen; the one chosen before stays where it has it."""
        self._offer_phases(str(self._phase_input.value()))

    def _offer_phases(self, chosen: str) -> None:
        """One that the guide does not have gives way to its first, where the question stands."""
        self._phase_input.clear()
        for phase in self._guides[str(self._guide_input.value())].phases:
            self._phase_input.addItem(phase.title, phase.id)
        self._phase_input.setCurrentIndex(max(self._phase_input.findData(chosen), 0))

    def save(self) -> None:
        fills = str(self.answer("fills"))
        prompt = replace(
            self._prompt,
            text=self.answer("prompt-text"),
            guide=str(self.answer("prompt-guide")),
            phase=str(self.answer("prompt-phase")),
            follow_ups=self.answer("follow-ups"),
            read_back=self.answer("read-back"),
            dont=self.answer("dont"),
            why=self.answer("why"),
            principle=self.answer("principle"),
            depth=int(self.answer("depth")),
            fills=FactKind(fills) if fills else None,
            stages=self.answer("stages"),
            audience=self.answer("audience"),
            always=self.answer("always"),
        )
        if prompt.id:
            if self.walk(self.tr("Question changed"), edit_prompt, prompt) is not None:
                self._close(prompt)
            return
        instead = self._instead_of if self._instead_of and self.answer("instead") else ""
        made = self.walk(self.tr("Question kept"), add_prompt, prompt, instead)
        if isinstance(made, OwnPrompt):
            self._close(made)

    def _close(self, prompt: OwnPrompt) -> None:
        self.close_kept(prompt.id)
        self.prompt_kept.emit(prompt.key)

    def _on_remove(self) -> None:
        if self.walk(self.tr("Question removed"), remove_prompt, self._prompt.id) is not None:
            self.accept()


def _title(prompt: OwnPrompt, instead_of: str) -> str:
    translate = QCoreApplication.translate
    if instead_of:
        return translate("OwnPromptDialog", "My own version")
    if prompt.id:
        return translate("OwnPromptDialog", "A question of my own")
    return translate("OwnPromptDialog", "A new question of my own")


def _fact_words(kind: str) -> str:
    return question_wording.fact(FactKind(kind) if kind else None)
