"""Why a question is asked, and whose idea that is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.guides import Principle
from ui.widgets.layouts import clear
from ui.widgets.text import Text, plain_tip
from ui.widgets.text_button import TextButton


class WhyLine(QWidget):
    """A sentence that ends in the name of its principle; pressing it unfolds the source.

    Resting the mouse on it says the same. A mouse's press leaves the focus where it is, as
    somebody may be writing.

    Signals:
        folded(): it needs another height now.
    """

    folded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._principle: Principle | None = None
        self._sentence: QWidget | None = None
        self._line = QVBoxLayout()
        self._says = Text("", "small")
        self._says.setObjectName("principle-says")
        self._source = Text("", "small")
        self._source.setObjectName("principle-source")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._line)
        column.addWidget(self._says)
        column.addWidget(self._source)
        self.unfold(unfolded=False)

    def show_why(self, why: str, name: str = "", principle: Principle | None = None) -> None:
        """The sentence; a `name` that the library knows nothing more of stands in brackets."""
        focused = self._sentence is not None and self._sentence.hasFocus()
        clear(self._line)
        self._principle = principle
        self._sentence = self._button(why, principle) if principle else self._words(why, name)
        self._line.addWidget(self._sentence)
        self._says.setText(principle.says if principle else "")
        self._source.setText(principle.source if principle else "")
        self.unfold(unfolded=False)
        if focused and principle:
            self._sentence.setFocus()

    def unfold(self, *, unfolded: bool = True) -> None:
        """Whether what the principle says and where it stands are seen below the sentence."""
        for text in (self._says, self._source):
            text.setVisible(unfolded and self._principle is not None)

    def _words(self, why: str, name: str) -> Text:
        if name:
            words = self.tr("{why} ({principle})", "why a question is asked, and whose idea it is")
            why = words.format(why=why, principle=name).strip()
        sentence = Text(why, "soft")
        sentence.setObjectName("why")
        return sentence

    def _button(self, why: str, principle: Principle) -> TextButton:
        sentence = TextButton(why, "soft", link=principle.name, name="why")
        sentence.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        sentence.setToolTip(plain_tip(f"{principle.says}\n{principle.source}"))
        sentence.setAccessibleDescription(f"{principle.says} {principle.source}")
        sentence.clicked.connect(self._on_pressed)
        return sentence

    def _on_pressed(self) -> None:
        self.unfold(unfolded=self._source.isHidden())
        self.folded.emit()
