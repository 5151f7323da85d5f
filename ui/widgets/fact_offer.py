"""What somebody told, offered as a fact: to keep, to edit, as another kind of fact, or to drop."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from planner.domain.debrief_draft import FactDraft
from planner.domain.facts import Fact, FactKind
from planner.domain.guides import Prompt
from ui import assets, theme, wording
from ui.widgets.growing_text import GrowingText
from ui.widgets.inputs import ChoiceInput
from ui.widgets.layouts import button, row
from ui.widgets.text import Text

ICON = 14  # pixels


class FactOffer(QWidget):
    """Words under a question, and what becomes of them; Enter goes on to the next.

    One that is still to be written, under a question `asked` on paper, shows what becomes of it
    once there is something.

    Signals:
        changed(): it is kept or dropped, of another kind, or its words are different.
        entered(): Enter was pressed in the words.
    """

    changed = Signal()
    entered = Signal()

    def __init__(
        self,
        prompt: Prompt,
        draft: FactDraft,
        instead_of: Fact | None = None,
        *,
        asked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("question-asked" if asked else "fact-offer")
        self.prompt = prompt
        self._asked = asked
        self._kept, self._kind = draft.keep, draft.kind or prompt.fills or FactKind.NOTE
        self._becomes: _Becomes | None = None  # made once there is something to become of
        self._words = GrowingText()
        self._words.setObjectName("fact-words")
        self._words.setAccessibleName(prompt.text)
        self._words.show_value(draft.text)
        question = Text(prompt.text, "" if asked else "small")
        question.setObjectName("question-text")
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        # The words first, as Tab goes: what becomes of them is mostly right as it is.
        grid.addWidget(self._words, 1, 0, 1, 2)
        grid.addWidget(question, 0, 0)
        if instead_of is not None and not instead_of.private:
            so_far = self.tr("So far: {fact}").format(fact=instead_of.text)
            grid.addWidget(Text(so_far, "small"), 2, 0, 1, 2)
        self._tell()
        self._words.textChanged.connect(self._on_changed)

    def draft(self) -> FactDraft:
        kind = self._kind
        usual = self.prompt.fills or FactKind.NOTE
        return FactDraft(self._kept, self._words.value(), None if kind is usual else kind)

    def go_in(self) -> None:
        """Puts the keyboard into the words."""
        self._words.setFocus()

    def fact(self) -> Fact | None:
        """The fact it becomes; None where it is dropped or says nothing."""
        text = self._words.value().strip()
        return Fact(kind=self._kind, text=text) if self._kept and text else None

    def _tell(self) -> None:
        shown = not self._asked or bool(self._words.value().strip())
        if shown and self._becomes is None:
            self._becomes = _Becomes(self.prompt, self._kind, kept=self._kept)
            self._becomes.changed.connect(self._on_becomes)
            self._grid.addWidget(self._becomes, 0, 1)
        if self._becomes is not None:
            self._becomes.setVisible(shown)

    def _on_becomes(self) -> None:
        if self._becomes is not None:
            self._kept, self._kind = self._becomes.kept(), self._becomes.kind()
            self.changed.emit()

    def _on_changed(self) -> None:
        self._tell()
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._words.hasFocus():
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class _Becomes(QWidget):
    """Whether words are kept, and as which kind of fact.

    Signals:
        changed(): the one or the other is different.
    """

    changed = Signal()

    def __init__(self, prompt: Prompt, kind: FactKind, *, kept: bool) -> None:
        super().__init__()
        self._keep = QCheckBox()
        self._keep.setObjectName("fact-keep")
        self._keep.setToolTip(self.tr("Keep it as a fact"))
        self._keep.setAccessibleName(self.tr("Keep it as a fact"))
        self._keep.setAccessibleDescription(prompt.text)
        self._keep.setChecked(kept)
        self._kind = ChoiceInput(list(FactKind), wording.fact_kind)
        self._kind.setObjectName("fact-kind-of")
        self._kind.setAccessibleName(self.tr("Kind of fact"))
        self._kind.show_value(kind)
        self._kind.setEnabled(kept)
        self._keep.toggled.connect(self._on_changed)
        self._kind.finished.connect(self.changed)
        beside = row(self._keep, self._kind, gap=8)
        beside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(beside)

    def kept(self) -> bool:
        return self._keep.isChecked()

    def kind(self) -> FactKind:
        return FactKind(self._kind.value())

    def _on_changed(self) -> None:
        self._kind.setEnabled(self.kept())
        self.changed.emit()


class AddedFact(QWidget):
    """A fact that no question asked for: its kind and its words, to be written here.

    Signals:
        changed(): it is different.
        removed(object): this row is not wanted after all.
        entered(): Enter was pressed in the words.
    """

    changed = Signal()
    removed = Signal(object)
    entered = Signal()

    def __init__(self, fact: Fact, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fact-added")
        self._kind = ChoiceInput(list(FactKind), wording.fact_kind)
        self._kind.setObjectName("fact-kind")
        self._kind.setAccessibleName(self.tr("What it is about"))
        self._kind.show_value(fact.kind)
        self._words = GrowingText(example)
        self._words.setObjectName("fact-text")
        self._words.setAccessibleName(self.tr("What you learned"))
        self._words.show_value(fact.text)
        remove = button("", self._on_remove, "icon", "remove-fact")
        remove.setIcon(assets.icon("close", theme.current().soft, ICON))
        remove.setIconSize(QSize(ICON, ICON))
        remove.setToolTip(self.tr("Take it back"))
        remove.setAccessibleName(self.tr("Take this fact back"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row(Text(self.tr("Keep as"), wrap=False), self._kind, None, remove, gap=8))
        column.addWidget(self._words)
        self._kind.finished.connect(self.changed)
        self._words.textChanged.connect(self.changed)

    def go_in(self) -> None:
        """Puts the keyboard into the words."""
        self._words.setFocus()

    def fact(self) -> Fact:
        return Fact(kind=FactKind(self._kind.value()), text=self._words.value())

    def _on_remove(self) -> None:
        self.removed.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._words.hasFocus():
            self.entered.emit()
        else:
            super().keyPressEvent(event)
