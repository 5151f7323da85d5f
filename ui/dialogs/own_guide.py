"""A guide of the user's own: its name, what it is for, and how its time is shared."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.guides import Guide
from planner.domain.own_questions import PHASE_MINUTES, OwnGuide
from planner.journeys.own_questions import (
    add_guide,
    draft_guide,
    edit_guide,
    remove_guide,
)
from planner.journeys.questions_page import questions_page
from ui.dialogs.long_form import LongForm
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.growing_text import GrowingText
from ui.widgets.inputs import ChoiceInput, LineInput, NumberInput
from ui.widgets.text import Text

NOTHING = ""  # in place of the id of a guide to begin with


class OwnGuideDialog(LongForm):
    """Makes a guide (`guide.id` 0), like `copied` perhaps, or changes one.

    Signals:
        guide_kept(str): the guide is kept under this id.
    """

    guide_kept = Signal(str)

    def __init__(
        self,
        session: Session,
        guide: OwnGuide,
        copied: Guide | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._guide = guide
        self._guides = {each.id: each for each in questions_page(session.store).guides}
        super().__init__(session, "own-guide-dialog", _title(guide), parent)
        self.ask(
            Field(
                "guide-title", self.tr("Name"), LineInput(self.tr("for example At a trade fair"))
            ),
            self.form.body,
        )
        example = self.tr("when you would use it, one line")
        self.ask(
            Field("guide-about", self.tr("What it is for"), GrowingText(example)), self.form.body
        )
        if not guide.id:
            begin = ChoiceInput((NOTHING, *self._guides), self._words)
            begin.setSizeAdjustPolicy(begin.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            begin.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.ask(Field("guide-copied", self.tr("Begin with"), begin), self.form.body)
            begin.show_value(copied.id if copied else NOTHING)
            begin.finished.connect(self._on_copied)
        self.form.body.addSpacing(4)
        self.form.body.addWidget(Text(self.tr("Its parts, for an hour"), "heading"))
        words = self.tr("In a shorter or longer 1-2-1 they shrink or stretch.")
        self.form.body.addWidget(Text(words, "small"))
        self._ask_parts(max(len(guide.phases), *(len(one.phases) for one in self._guides.values())))
        self._show(guide)
        if guide.id:
            self.offer_to_remove(self.tr("Remove"), self._on_remove)
        self.begin("guide-title")

    def _ask_parts(self, most: int) -> None:
        """A row for each part; another guide to begin with may have more of them."""
        for number in range(most):
            minutes = NumberInput(*PHASE_MINUTES)
            minutes.setSuffix(self.tr(" min"))
            name = _named(LineInput(), self.tr("Name of part {number}"), number)
            time = _named(minutes, self.tr("Minutes of part {number}"), number)
            self.beside(Field(f"part-{number}", "", name), Field(f"minutes-{number}", "", time))

    def _words(self, guide: str) -> str:
        if guide == NOTHING:
            return self.tr("No questions yet")
        return self.tr("All questions of “{guide}”").format(guide=self._guides[guide].title)

    def _show(self, guide: OwnGuide) -> None:
        self.fields["guide-title"].input.show_value(guide.title)
        self.fields["guide-about"].input.show_value(guide.about)
        self._show_parts(guide)

    def _show_parts(self, guide: OwnGuide) -> None:
        parts = list(zip(guide.titles, guide.lengths, strict=False))
        for name, field in self.fields.items():
            kind, _, number = name.partition("-")
            if kind not in ("part", "minutes"):
                continue
            there = int(number) < len(parts)
            field.setVisible(there)
            if there:
                field.input.show_value(parts[int(number)][0 if kind == "part" else 1])

    def _copied(self) -> Guide | None:
        chosen = self.answer("guide-copied") if "guide-copied" in self.fields else NOTHING
        return self._guides.get(str(chosen))

    def _on_copied(self) -> None:
        """The parts are those of the guide to begin with."""
        self._guide = draft_guide(self._copied())
        self._show_parts(self._guide)

    def save(self) -> None:
        parts = range(len(self._guide.titles))
        guide = replace(
            self._guide,
            title=self.answer("guide-title"),
            about=self.answer("guide-about"),
            titles=tuple(str(self.answer(f"part-{number}")) for number in parts),
            lengths=tuple(int(self.answer(f"minutes-{number}")) for number in parts),
        )
        if guide.id:
            if self.walk(self.tr("Guide changed"), edit_guide, guide) is not None:
                self._close(guide)
            return
        label = self.tr("Guide “{title}” made").format(title=guide.title.strip())
        made = self.walk(label, add_guide, guide, self._copied())
        if isinstance(made, OwnGuide):
            self._close(made)

    def _close(self, guide: OwnGuide) -> None:
        self.close_kept(guide.id)
        self.guide_kept.emit(guide.key)

    def _on_remove(self) -> None:
        label = self.tr("Guide “{title}” removed").format(title=self._guide.title)
        if self.walk(label, remove_guide, self._guide.id) is not None:
            self.accept()


def _title(guide: OwnGuide) -> str:
    translate = QCoreApplication.translate
    if guide.id:
        return translate("OwnGuideDialog", "A guide of my own")
    return translate("OwnGuideDialog", "A new guide of my own")


def _named(widget: QWidget, words: str, number: int) -> QWidget:
    widget.setAccessibleName(words.format(number=number + 1))
    return widget
