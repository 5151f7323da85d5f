"""A field for a passphrase: hidden as it is typed, and shown when the user asks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.layouts import button, dress
from ui.widgets.text import Text

LONGEST = 1024  # characters; more is a slip of the clipboard


class PassphraseInput(QWidget):
    """One line that nobody reads over the user's shoulder, with a button that shows it.

    Nothing learns what is typed: no completion, no undo, no copying while it is hidden.

    Signals:
        finished(): the user left the field, or pressed Enter in it.
        typed(str): what stands in it now.
    """

    finished = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _Line()
        self._line.setMaxLength(LONGEST)
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self._line.editingFinished.connect(self.finished)
        self._line.textChanged.connect(self.typed)
        self._line.capitals.connect(self._on_capitals)
        self._turn = button(self.tr("Show"), self._on_turn, "quiet")
        self._turn.setAutoDefault(False)
        self._turn.setCheckable(True)
        self._capitals = Text(self.tr("Caps Lock is on."), "small")
        self._capitals.hide()
        across = QHBoxLayout()
        across.setSpacing(4)
        across.addWidget(self._line, 1)
        across.addWidget(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(across)
        column.addWidget(self._capitals)
        self.setFocusProxy(self._line)

    def value(self) -> str:
        return self._line.text()

    def show_value(self, value: str) -> None:
        self._line.setText(value)

    def mark(self) -> None:
        """Marks what stands there, so that the next key types over it."""
        self._line.setFocus()
        self._line.selectAll()

    def _on_turn(self) -> None:
        shown = self._turn.isChecked()
        mode = QLineEdit.EchoMode
        self._line.setEchoMode(mode.Normal if shown else mode.Password)
        self._turn.setText(self.tr("Hide") if shown else self.tr("Show"))
        self._line.setFocus()

    def _on_capitals(self, on: bool) -> None:
        self._capitals.setVisible(on)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DynamicPropertyChange:
            dress(self._line, self.property("wrong"), "wrong")  # as `Field` marks an answer
        return super().event(event)

    # The line is what the style sheet and tests know by the field's name.

    def setObjectName(self, name: str) -> None:
        super().setObjectName(f"{name}-field")
        self._line.setObjectName(name)
        self._turn.setObjectName(f"{name}-show")
        self._capitals.setObjectName(f"{name}-capitals")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)
        self._turn.setAccessibleName(self.tr("Show what is typed"))

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self._line.setAccessibleDescription(description)


class _Line(QLineEdit):
    """Tells from what is typed whether Caps Lock is on; Qt itself does not say.

    Signals:
        capitals(bool): a letter came in the other case than its keys would give.
    """

    capitals = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.capitals.emit(letter.isupper() != shifted)
        super().keyPressEvent(event)
