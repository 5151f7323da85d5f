"""Words that can be pressed: a paragraph that is a button."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme

ABOVE, BELOW = 1, 3  # pixels around the words, where the focus is drawn
FOCUS = 2  # pixels of the line below the words that have the focus
MOST_LINES = 10  # of a long note; the form it opens has it whole
LINE_BREAK = "\u2028"  # what Qt's text layout breaks a line at


class TextButton(QAbstractButton):
    """A sentence that wraps and can be pressed, by mouse, Enter or Space.

    `look` is a colour of the palette. After the words come, both perhaps empty, an `aside`, small
    and softer on a line of its own, and a `link`: a word or two underlined, which say what
    pressing does. Plain text, whatever is in it.

    Signals:
        unwanted(): Delete was pressed on it.
    """

    unwanted = Signal()

    def __init__(
        self,
        text: str,
        look: str = "ink",
        *,
        aside: str = "",
        link: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        words = LINE_BREAK.join(text.splitlines())
        told = LINE_BREAK.join(part for part in (words, aside) if part)
        self._said = " ".join(part for part in (told, link) if part)
        self._aside = aside
        self._look = look
        self._link = link
        self._over = False
        self._heights: dict[int, int] = {}  # by width: layouts ask for the same ones many times
        self.setText(self._said.replace("&", "&&"))  # Qt takes a single one for a shortcut
        self.setAccessibleName(" ".join(part for part in (text, aside, link) if part))
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words(self) -> str:
        """What it says, as it is read."""
        return self.accessibleName()

    def _layout(self, width: float) -> tuple[QTextLayout, float]:
        """The words broken into lines, and how high they are."""
        layout = QTextLayout(self._said, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        room = max(width, 20.0)
        top = 0.0
        layout.beginLayout()
        for _ in range(MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            line.setPosition(QPointF(0.0, top))
            top += line.height()
        layout.endLayout()
        return layout, top

    def _formats(self) -> list[QTextLayout.FormatRange]:
        length, link = len(self._said), len(self._link)
        aside = len(self._aside) + (1 if self._link and self._aside else 0)
        said = QTextCharFormat()
        said.setForeground(self._colour())
        said.setFontUnderline(self._over and not self._link)
        soft = QTextCharFormat()
        soft.setForeground(theme.colour("soft"))
        soft.setFontPointSize(self.font().pointSizeF() * theme.SIZES["small_pt"])
        underlined = QTextCharFormat()
        underlined.setForeground(theme.colour("pine_text"))
        underlined.setFontUnderline(True)
        return [
            _run(0, length - link - aside, said),
            _run(length - link - aside, aside, soft),
            _run(length - link, link, underlined),
        ]

    def _colour(self) -> QColor:
        return theme.colour(self._look if self.isEnabled() else "soft")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = ceil(self._layout(width)[1]) + ABOVE + BELOW
        return self._heights[width]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        wide = max(map(metrics.horizontalAdvance, self._said.split(LINE_BREAK))) + 2
        return QSize(wide, metrics.height() + ABOVE + BELOW)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, QFontMetrics(self.font()).height() + ABOVE + BELOW)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout, height = self._layout(self.width())
        layout.draw(painter, QPointF(0, ABOVE))
        if self._is_cut(layout):
            self._paint_ellipsis(painter, layout)
        if self.hasFocus():
            wide = max(layout.lineAt(n).naturalTextWidth() for n in range(layout.lineCount()))
            below = QRectF(0, ABOVE + height, min(wide, self.width()), FOCUS)
            painter.fillRect(below, theme.colour("pine"))

    def _is_cut(self, layout: QTextLayout) -> bool:
        last = layout.lineAt(layout.lineCount() - 1)
        return last.textStart() + last.textLength() < len(layout.text())

    def _paint_ellipsis(self, painter: QPainter, layout: QTextLayout) -> None:
        """Covers the end of the last line that fits with an ellipsis."""
        metrics = QFontMetrics(self.font())
        last = layout.lineAt(layout.lineCount() - 1)
        width = metrics.horizontalAdvance("…")
        left = min(last.naturalTextWidth(), self.width() - width)
        area = QRectF(left, ABOVE + last.y(), self.width() - left, last.height())
        painter.fillRect(area, theme.colour("card"))
        painter.setPen(self._colour())
        painter.drawText(QPoint(int(left), int(ABOVE + last.y() + last.ascent())), "…")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unwanted.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # these scroll the page
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._over = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = False
        self.update()
        super().leaveEvent(event)


def _run(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    run = QTextLayout.FormatRange()
    run.start = start
    run.length = length
    run.format = style
    return run
