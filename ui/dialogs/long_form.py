"""A form of many questions, some beside each other: what has no room on the screen scrolls."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.dialogs.form import FormDialog
from ui.session import Session
from ui.widgets.field import Field
from ui.widgets.layouts import Scrolled

WIDTH = 620  # pixels: two fields beside each other
HIGHEST = 720  # pixels; longer forms scroll
LOWEST = 480  # pixels it may have, however low the window around it
AIR = 10  # pixels beside the scroll bar, where there is one
FRAME = 60  # pixels that a desktop takes around a window, its title bar included
BESIDE = 14  # pixels between two fields in a row


class LongForm(FormDialog):
    """Its questions go into `form.body`, or beside each other by `beside`."""

    def __init__(
        self, session: Session, name: str, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, name, title, parent)
        self.setMinimumWidth(WIDTH)
        self.form = Scrolled()
        # `fit_form` says how high it is; what a scrolled part wishes for is high with large text.
        self.form.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.form.body.setSpacing(12)
        self.questions.addWidget(self.form, 1)
        self._on_range(0, 0)
        self.form.verticalScrollBar().rangeChanged.connect(self._on_range)

    def beside(self, *fields: Field) -> None:
        """Asks several questions in a row."""
        across = QHBoxLayout()
        across.setSpacing(BESIDE)
        self.form.body.addLayout(across)
        for field in fields:
            column = QVBoxLayout()
            self.ask(field, column)
            column.addStretch(1)
            across.addLayout(column, 1)

    def _on_range(self, _: int, most: int) -> None:
        """Without a scroll bar the questions end where the buttons below them do."""
        self.form.body.setContentsMargins(0, 0, AIR if most else 0, 0)

    def fit_form(self, least: int = 0) -> None:
        """As high as the questions need, as far as the screen has room; at `least` so high."""
        around = self.height() - self.form.height()
        needed = self.form.body.totalHeightForWidth(self.form.viewport().width())
        room = self.screen().availableGeometry().height() - FRAME
        if (around_it := self.parentWidget()) is not None:
            room = min(room, max(around_it.window().height() - FRAME, LOWEST))
        self.resize(self.width(), max(least, min(HIGHEST, around + needed, room)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_form()
