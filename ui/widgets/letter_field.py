"""A field for a message of a few paragraphs, as high as the message is."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

LEAST_LINES, MOST_LINES = 8, 18  # beyond that it scrolls
AROUND = 30  # pixels of padding, border and margin above and below
BESIDE = 30  # and left and right, a cursor's width included
LINE_BREAK = "\u2028"  # what Qt's text layout breaks a line at


class LetterField(QPlainTextEdit):
    """Plain text; Tab leaves it.

    Signals:
        typed(): the user changed it; never when the program shows something.
        finished(): the user left it.
    """

    typed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self._showing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_changed)

    def value(self) -> str:
        return self.toPlainText()

    def show_value(self, value: str) -> None:
        if value != self.toPlainText():
            self._showing = True
            self.setPlainText(value)
            self._showing = False

    def _on_changed(self) -> None:
        self._fit()
        if not self._showing:
            self.typed.emit()

    def _fit(self) -> None:
        """As high as the message; a scroll bar only past that, for it breaks the lines anew."""
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self._lines() > MOST_LINES:
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def _lines(self) -> int:
        """How many lines the message takes at this width; the document itself knows too late."""
        layout = QTextLayout(self.toPlainText().replace("\n", LINE_BREAK), self.font())
        lines = 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self.width() - BESIDE, 60))
            lines += 1
        layout.endLayout()
        return lines

    def sizeHint(self) -> QSize:
        lines = min(max(self._lines(), LEAST_LINES), MOST_LINES)
        return QSize(280, lines * QFontMetrics(self.font()).lineSpacing() + AROUND)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finished.emit()
