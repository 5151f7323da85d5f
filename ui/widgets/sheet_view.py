"""The cheat-sheet on screen, as it will lie on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.domain.sheet import Sheet
from ui import theme
from ui.sheet_form import Form, Leaf, Typesetter
from ui.sheet_painter import draw
from ui.sheet_paper import Paper
from ui.sheet_type import Letters

PAPER = QColor("#FFFFFF")  # paper is white in the dark too
EDGE = 12  # pixels around each sheet of paper


class SheetView(QWidget):
    """The pages below each other, as wide as their room; they keep the paper's shape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet-view")
        self._letters: Letters | None = None
        self._leaves: tuple[Leaf, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sheet(self, sheet: Sheet, paper: Paper, *, large: bool = False) -> None:
        """Shows one page."""
        self.show_sheets((sheet,), paper, large=large)

    def show_sheets(self, sheets: Sequence[Sheet], paper: Paper, *, large: bool = False) -> None:
        """Shows a page a sheet, one below the other, pocket cards as they are read once folded.

        Raises PlannerError for a pocket card in large print.
        """
        setter = Typesetter(Form(paper, large))
        self._letters = setter.letters
        self._leaves = tuple(setter.leaf(sheet, as_read=True) for sheet in sheets)
        self.setAccessibleDescription(self.text())
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Everything printed, a line each, in the order it is read."""
        return "\n".join(text.text for leaf in self._leaves for text in leaf.texts)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._leaves:
            return width
        return sum(self._page_height(leaf, width) + EDGE for leaf in self._leaves) + EDGE

    def sizeHint(self) -> QSize:
        width = max(self.width(), 400)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._letters is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, width = EDGE, self.width()
        for leaf in self._leaves:
            sheet = QRectF(EDGE, top, width - 2 * EDGE, self._page_height(leaf, width))
            top += round(sheet.height()) + EDGE
            if not sheet.intersects(QRectF(event.rect())):
                continue  # of a long day only what is seen is drawn
            painter.save()
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(PAPER)
            painter.drawRect(sheet)
            painter.setViewport(sheet.toRect())
            painter.setWindow(0, 0, round(sheet.width()), round(sheet.height()))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw(leaf, painter, self._letters)
            painter.restore()

    def _page_height(self, leaf: Leaf, width: int) -> int:
        return round((width - 2 * EDGE) * leaf.height / leaf.width)
