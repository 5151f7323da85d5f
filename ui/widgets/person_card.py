"""What the cards of a person's page are made of: a head with its +, and lines that open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ui import assets, theme
from ui.widgets.layouts import Card, button, line, row
from ui.widgets.text import Text
from ui.widgets.text_button import ABOVE, TextButton

ICON = 16  # pixels across
LABELS = 92  # pixels of the narrow column of labels, at least
DAYS = 52  # pixels of one that holds days


class PersonCard(Card):
    """A card with a heading, an icon before it perhaps, and small buttons at its right."""

    def __init__(self, name: str, title: str, icon: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._head = row(gap=6)
        if icon:
            self._head.addWidget(_picture(icon))
        self._head.addWidget(Text(title, "heading"), 1)
        self.body.setContentsMargins(16, 12, 16, 14)
        self.body.addLayout(self._head)

    def offer(
        self, name: str, words: str, pressed: Callable[[], object] | None, icon: str = "plus"
    ) -> QPushButton:
        """A small button in the head; its words are its tooltip and what is read out."""
        made = icon_button(name, words, icon)
        if pressed is not None:
            made.clicked.connect(pressed)
        self._head.addWidget(made)
        return made


class Lines(QGridLayout):
    """Lines of a card in two columns: a short label, and what it is about."""

    def __init__(self, labels: int = LABELS) -> None:
        super().__init__()
        self.setHorizontalSpacing(10)
        self.setVerticalSpacing(5)
        self.setColumnMinimumWidth(0, labels)
        self.setColumnStretch(1, 1)
        self._next = 0

    def add(self, label: str, *parts: QWidget) -> None:
        """One line; a part beyond the first stands at the right."""
        top = Qt.AlignmentFlag.AlignTop
        if label:
            said = Text(label, "soft", wrap=False)
            said.setContentsMargins(0, ABOVE, 0, 0)
            self.addWidget(said, self._next, 0, top)
        for column, part in enumerate(parts, start=1):
            self.addWidget(part, self._next, column, top)
        self._next += 1

    def rule(self) -> None:
        """A hairline across both columns."""
        self.addWidget(line(), self._next, 0, 1, -1)
        self._next += 1


class RecordButton(TextButton):
    """A line that stands for a record: pressing it opens it, Delete removes it.

    Signals:
        chosen(object): the record was pressed.
        removed(object): the record is to go.
    """

    chosen = Signal(object)
    removed = Signal(object)

    def __init__(
        self,
        record: object,
        text: str,
        name: str,
        *,
        opens: str,
        removes: str = "",
        aside: str = "",
        told: str = "",
    ) -> None:
        """`opens` and `removes` name the two acts; `told` says more about it in the tooltip."""
        super().__init__(text, aside=aside, name=name)
        self._record = record
        self.setAccessibleDescription(told or opens)
        self.setToolTip(told)
        self.clicked.connect(self._on_clicked)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._offer(opens, self._on_clicked)
        if removes:
            self.unwanted.connect(self._on_unwanted)
            self._offer(removes, self._on_unwanted)

    def _offer(self, words: str, act: Callable[[], object]) -> None:
        action = QAction(words, self)
        action.triggered.connect(act)
        self.addAction(action)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._record)

    def _on_unwanted(self) -> None:
        self.removed.emit(self._record)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            event.ignore()  # the menu follows; the line is not pressed
            return
        super().mousePressEvent(event)


def icon_button(name: str, words: str, icon: str) -> QPushButton:
    """A button of an icon alone; `words` say what it does."""
    made = button("", look="small-icon", name=name)
    made.setIcon(assets.icon(icon, theme.current().soft, ICON))
    made.setIconSize(QSize(ICON, ICON))
    made.setToolTip(words)
    made.setAccessibleName(words)
    return made


def _picture(icon: str) -> Text:
    """An icon that says nothing more than the words beside it."""
    made = Text(wrap=False)
    made.setPixmap(assets.pixmap(icon, theme.current().soft, ICON, 2.0))
    return made
