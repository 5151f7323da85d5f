"""The cheat-sheet on screen, as it will lie on paper."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.sheet import Sheet
from ui import theme
from ui.sheet_layout import Page, Paper, Text, arrange
from ui.sheet_painter import draw
from ui.sheet_type import Letters

PAPER = QColor("#FFFFFF")  # paper is white in the dark too
EDGE = 12  # pixels around the sheet of paper


class SheetView(QWidget):
    """One page, as wide as its room; it keeps the paper's shape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet-view")
        self._letters = Letters()
        self._page: Page | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sheet(self, sheet: Sheet, paper: Paper) -> None:
        self._page = arrange(sheet, paper, self._letters)
        self.setAccessibleDescription(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Everything printed on the page, a line each."""
        if self._page is None:
            return ""
        return "\n".join(mark.text for mark in self._page.marks if isinstance(mark, Text))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._page is None:
            return width
        return round((width - 2 * EDGE) * self._page.height / self._page.width) + 2 * EDGE

    def sizeHint(self) -> QSize:
        width = max(self.width(), 400)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(PAPER)
        painter.drawRect(sheet)
        painter.setViewport(sheet.toRect())
        painter.setWindow(0, 0, round(sheet.width()), round(sheet.height()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw(self._page, painter, self._letters)
