"""Which days a calendar shows, with the ways to those before and after, and to today."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import assets, theme
from ui.widgets.layouts import button
from ui.widgets.text import Text


class SpanBar(QWidget):
    """Back, forward, Today, and the name of what is shown.

    Signals:
        turned(int): 1 for the days after, -1 for those before.
        today_wanted(): go to today.
    """

    turned = Signal(int)
    today_wanted = Signal()

    def __init__(self, before: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = button("", self._on_back, "icon", "span-back")
        self._forward = button("", self._on_forward, "icon", "span-forward")
        for made, words in ((self._back, before), (self._forward, after)):
            made.setAccessibleName(words)
            made.setToolTip(words)
        self._today = button(self.tr("Today"), self.today_wanted.emit, "chip", "span-today")
        self._name = Text("", "name", wrap=False)
        self._name.setObjectName("span-name")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self._back)
        across.addWidget(self._forward)
        across.addSpacing(6)
        across.addWidget(self._name)
        across.addSpacing(10)
        across.addWidget(self._today)
        across.addStretch(1)
        self.repaint_icons()

    def show_name(self, words: str, *, today: bool) -> None:
        """What is shown; `today` whether today is among it."""
        self._name.setText(words)
        self._today.setEnabled(not today)

    def repaint_icons(self) -> None:
        """In the palette in force."""
        self._back.setIcon(assets.icon("back", theme.current().ink))
        self._forward.setIcon(assets.icon("forward", theme.current().ink))

    def _on_back(self) -> None:
        self.turned.emit(-1)

    def _on_forward(self) -> None:
        self.turned.emit(1)
