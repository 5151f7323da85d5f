"""Words that can be pressed: a paragraph that is a button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme

BESIDE, ABOVE = 4, 1  # pixels around the words, where the focus is drawn
MOST_LINES = 10  # of a long note; the form it opens has it whole
CORNER = 4  # pixels
LINE_BREAK = "\u2028"  # what Qt's text layout breaks a line at


class TextButton(QAbstractButton):
    """A sentence that wraps and can be pressed, by mouse, Enter or Space.

    `look` is a colour of the palette; `link` is a word or two underlined at the end, which says
    what pressing does. Plain text, whatever is in it.

    Signals:
        unwanted(): Delete was pressed on it.
    """

    unwanted = Signal()

    def __init__(
        self,
        text: str,
        look: str = "ink",
        *,
        link: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = LINE_BREAK.join(text.splitlines())
        self._look = look
        self._link = link
        self._over = False
        whole = f"{text} {link}".strip()
        self.setText(whole.replace("&", "&&"))  # Qt takes a single one for a shortcut
        self.setAccessibleName(whole)
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
        words = f"{self._words} {self._link}".strip()
        layout = QTextLayout(words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats(len(words)))
        room = max(width - 2 * BESIDE, 20.0)
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

    def _formats(self, length: int) -> list[QTextLayout.FormatRange]:
        said = QTextCharFormat()
        said.setForeground(self._colour())
        said.setFontUnderline(self._over and not self._link)
        formats = [_run(0, length, said)]
        if self._link:
            link = QTextCharFormat()
            link.setForeground(theme.colour("pine_text"))
            link.setFontUnderline(True)
            formats.append(_run(length - len(self._link), len(self._link), link))
        return formats

    def _colour(self) -> QColor:
        return theme.colour(self._look if self.isEnabled() else "soft")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._layout(width)[1] + 0.49) + 2 * ABOVE

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        wide = metrics.horizontalAdvance(f"{self._words} {self._link}") + 2 * BESIDE + 2
        return QSize(wide, metrics.height() + 2 * ABOVE)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, QFontMetrics(self.font()).height() + 2 * ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        layout, height = self._layout(self.width())
        layout.draw(painter, QPointF(BESIDE, ABOVE))
        if self._is_cut(layout):
            self._paint_ellipsis(painter, layout, height)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("pine"), 1.4))
            area = QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7)
            painter.drawRoundedRect(area, CORNER, CORNER)

    def _is_cut(self, layout: QTextLayout) -> bool:
        last = layout.lineAt(layout.lineCount() - 1)
        return last.textStart() + last.textLength() < len(layout.text())

    def _paint_ellipsis(self, painter: QPainter, layout: QTextLayout, height: float) -> None:
        """Covers the end of the last line that fits with an ellipsis."""
        metrics = QFontMetrics(self.font())
        last = layout.lineAt(layout.lineCount() - 1)
        width = metrics.horizontalAdvance("…")
        left = min(BESIDE + last.naturalTextWidth(), self.width() - BESIDE - width)
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
