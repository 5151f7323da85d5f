"""Labels that show text as the text it is.

A QLabel guesses at rich text, and a name such as `<img src=...>` would open that file; every
label of the program is one of these, and none interprets markup.
"""

from __future__ import annotations

import re
from math import ceil

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme

LONGEST_WORD = 30  # letters; a longer word may break: an address after a mark, others anywhere
BREAK = "\u200b"  # a space without width, where a line may break
_AFTER_MARKS = re.compile(r"[@./_-]+(?=\w)")


class Text(QLabel):
    """Plain text in one of the style sheet's looks; wraps unless told not to.

    QLabel breaks lines between words alone, and one long word would push the rest of the page
    out of sight; here such a word breaks too.
    """

    def __init__(
        self,
        text: str = "",
        look: str = "",
        *,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        if look:
            self.setProperty("look", look)

    def text(self) -> str:
        """The text as it was given."""
        return super().text().replace(BREAK, "")

    def setText(self, text: str) -> None:
        super().setText(_breakable(text) if self.wordWrap() else text)


class Pill(Text):
    """A word on a soft ground: pine, ember, gold, blue or plain."""

    def __init__(self, text: str, hue: str = "pine", parent: QWidget | None = None) -> None:
        super().__init__(text, wrap=False, parent=parent)
        self.setProperty("pill", hue)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class ElidedText(Text):
    """One line that ends in an ellipsis where there is no room; the tooltip has it whole."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", look, wrap=False, parent=parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """The text in full; what is shown of it depends on the room."""
        self._whole = " ".join(text.split())
        self.setAccessibleName(self._whole)
        self._elide()

    def whole(self) -> str:
        return self._whole

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        room = max(self.contentsRect().width(), 0)
        shown = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else plain_tip(self._whole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height() + 1)


class LeadText(QWidget):
    """A dot, a few words in bold and the rest of the sentence, wrapped as one paragraph."""

    DOT = 7  # pixels across
    GAP = 8  # pixels between dot and text

    def __init__(
        self, lead: str, rest: str, hue: str = "pine", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lead = lead
        self._rest = rest
        self._hue = hue
        self._forget_sizes()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text())

    def text(self) -> str:
        """The sentence whole, as it is read."""
        return f"{self._lead} {self._rest}".strip()

    def _forget_sizes(self) -> None:
        self._heights: dict[int, int] = {}  # by width: layouts ask for the same ones many times
        self._enough: int | None = None  # the width at which one line is enough, once it is known

    def _layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        bold.setForeground(theme.colour("ink"))
        soft = QTextCharFormat()
        soft.setForeground(theme.colour("soft"))
        layout.setFormats([_run(0, len(self._lead), bold), _run(len(self._lead), 10**6, soft)])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - self.DOT - self.GAP, 40))
            line.setPosition(QPointF(self.DOT + self.GAP, top))
            top += line.height()
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self._hue))
        middle = QFontMetrics(self.font()).height() / 2
        painter.drawEllipse(QPointF(self.DOT / 2, middle + 0.5), self.DOT / 2, self.DOT / 2)
        self._layout(self.width()).draw(painter, QPointF(0, 0))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._enough is not None:
            width = min(width, self._enough)
        if width not in self._heights:
            layout = self._layout(width)
            self._heights[width] = int(layout.boundingRect().height()) + 4
            if layout.lineCount() == 1 and self._enough is None:
                words = ceil(layout.lineAt(0).naturalTextWidth()) + 1
                self._enough = min(width, words + self.DOT + self.GAP)
                self._heights[self._enough] = self._heights[width]
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_sizes()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(max(self.width(), 260)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, QFontMetrics(self.font()).height())


def plain_tip(text: str) -> str:
    """What to give a tooltip so that it reads as `text`: tooltips guess at rich text too."""
    if not QtGui.Qt.mightBeRichText(text):
        return text
    return QtGui.Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal)


def _breakable(text: str) -> str:
    if len(text) <= LONGEST_WORD:
        return text
    return " ".join(map(_in_pieces, text.split(" ")))


def _in_pieces(word: str) -> str:
    """A long word with its breaks: after the marks of an address, and anywhere without one."""
    if len(word) <= LONGEST_WORD:
        return word
    pieces = _AFTER_MARKS.sub(rf"\g<0>{BREAK}", word).split(BREAK)
    return BREAK.join(
        piece if len(piece) <= LONGEST_WORD else BREAK.join(piece) for piece in pieces
    )


def _run(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    run = QTextLayout.FormatRange()
    run.start = start
    run.length = length
    run.format = style
    return run
