"""The cheat-sheet beside what it is made of, small; opened it can be printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.layouts import Card, Flow, button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from planner.domain.sheet import Sheet
    from ui.sheet_paper import Paper
    from ui.widgets.sheet_view import SheetView


class SheetBeside(Card):
    """The page as it will lie on paper.

    Signals:
        open_wanted(): to read it large, print it or save it.
    """

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The page to take along"), parent)
        self.setObjectName("sheet-beside")
        self._view: SheetView | None = None  # made with the first page, as that takes long
        self._room = QVBoxLayout()
        self.body.addLayout(self._room)
        self._told = Text("", "small")
        self._told.setObjectName("sheet-beside-told")
        self.body.addWidget(self._told)
        opens = button(self.tr("Open, print or save…"), self.open_wanted.emit, name="sheet")
        acts = Flow(gap=8)
        acts.addWidget(opens)
        self.body.addLayout(acts)

    def show_sheet(self, sheet: Sheet, paper: Paper) -> None:
        """The page as it is now."""
        from ui import sheet_words

        view = self._view = self._view or self._made()
        view.show_sheet(sheet, paper)
        view.setAccessibleName(sheet_words.title(sheet))
        view.show()
        self._told.hide()

    def make_room(self) -> None:
        """Another page comes."""
        if self._view is not None:
            self._view.hide()
        self._told.hide()

    def say_wrong(self, sentence: str) -> None:
        """Why there is no page."""
        self.make_room()
        self._told.setText(sentence)
        self._told.show()

    def _made(self) -> SheetView:
        from ui.widgets.sheet_view import SheetView

        made = SheetView(self)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setToolTip(self.tr("Open it large"))
        self._room.addWidget(made)
        return made

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        on_page = self._view is not None and self.childAt(here) is self._view
        if on_page and event.button() is Qt.MouseButton.LeftButton:
            self.open_wanted.emit()
