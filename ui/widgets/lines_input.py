"""Several short answers, one a line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from ui.widgets.growing_text import ABOVE, MARGIN

MOST = 5  # lines shown; with more it scrolls


class LinesInput(QPlainTextEdit):
    """As high as its lines; Enter begins another, Tab goes on."""

    finished = Signal()

    def __init__(self, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(MARGIN)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text)
        self._on_text()

    def value(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.toPlainText().splitlines() if line.strip())

    def show_value(self, value: tuple[str, ...]) -> None:
        if value != self.value():
            self.setPlainText("\n".join(value))

    def _on_text(self) -> None:
        policy = Qt.ScrollBarPolicy
        scrolls = self.blockCount() > MOST
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        )
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        lines = min(self.blockCount(), MOST)
        height = lines * QFontMetrics(self.font()).lineSpacing() + 2 * (MARGIN + ABOVE)
        return QSize(200, height)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()
