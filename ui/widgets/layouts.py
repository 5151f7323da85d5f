"""Cards, columns, scrolled pages and rows that wrap."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.widgets.text import Text

PAGE_MARGINS = (28, 22, 28, 22)  # left, top, right, bottom, pixels
GAP = 14  # between cards, pixels
AROUND = 28  # pixels kept in sight around what has the focus: a field's name stands above it


class Card(QFrame):
    """A white sheet with a heading; `body` is where its content goes."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        # With its parent from the start: shown without one it would be a window for a moment.
        self.title = Text(title, "heading", parent=self)
        self.title.setVisible(bool(title))
        if title:
            self.setAccessibleName(title)
            self.body.addWidget(self.title)


class Scrolled(QScrollArea):
    """A page that scrolls up and down; `body` is where its content goes.

    Whatever gets the focus comes whole into sight; Qt itself shows no more than its cursor.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("look", "scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(*PAGE_MARGINS)
        self.body.setSpacing(GAP)
        self.setWidget(inner)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        if now is None or inner is None or not inner.isAncestorOf(now):
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return  # what is being pressed must not move away from under the mouse
        top = now.mapTo(inner, QPoint()).y()
        # As high as the viewport, there being no frame; to ask for that widget, whose Python type
        # is not known, makes PySide build all there are: 9 ms of the program's start.
        bar, room = self.verticalScrollBar(), self.height()
        if now.height() > room:
            return  # a list as high as the page shows its own line
        lowest, highest = top + now.height() + AROUND - room, top - AROUND
        bar.setValue(max(0, min(max(bar.value(), lowest), highest)))


class Flow(QLayout):
    """Lays its widgets side by side and begins a new line where the room ends."""

    def __init__(self, parent: QWidget | None = None, gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: layouts around it ask many times
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def _arrange(self, area: QRect, *, place: bool) -> int:
        x, y, line = area.x(), area.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if x > area.x() and x + size.width() > area.right() + 1:
                x, y, line = area.x(), y + line + self.spacing(), 0
            if place:
                width = min(size.width(), area.width())
                item.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - area.y()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout, nested layouts included.

    An item that Qt made where it had deleted another can come back under the other's name, which
    Python knows to be gone; such a one is passed over rather than asked what it holds.
    """
    while (item := layout.takeAt(0)) is not None:
        if not isValid(item):
            continue
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def line() -> QFrame:
    """A hairline between parts of a card."""
    rule = QFrame()
    rule.setProperty("look", "line")
    rule.setFixedHeight(1)
    return rule


class _Button(QPushButton):
    """Enter presses it where the keyboard stands on it, as Space does.

    Qt leaves that to `autoDefault`, and lets a dialog do its main thing where it is off: on Cancel
    Enter would do what the user shrank from.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # a key held down opens one window, not a dozen
            self.click()


def button(
    text: str,
    pressed: Callable[[], object] | None = None,
    look: str = "",
    name: str = "",
) -> QPushButton:
    """A push button in one of the style sheet's looks; `name` is its objectName.

    An ampersand in `text` is shown as one: names have them, and no button has a mnemonic.
    """
    made = _Button(text.replace("&", "&&"))
    made.setAutoDefault(True)
    if look:
        made.setProperty("look", look)
    if name:
        made.setObjectName(name)
    if pressed is not None:
        made.clicked.connect(pressed)
    return made


def dress(widget: QWidget, look: str, name: str = "look") -> None:
    """Gives a widget another of the style sheet's looks; `name` is the property that says which."""
    if widget.property(name) != look:
        widget.setProperty(name, look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def row(*parts: QWidget | QLayout | None, gap: int = 8) -> QHBoxLayout:
    """Widgets and layouts in a row; None is where the room stretches."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
    return made


def in_the_middle(part: QWidget) -> QHBoxLayout:
    """Half the room's width in its middle: a sentence as wide as a page is hard to read."""
    made = row(None, part, None, gap=0)
    made.setStretch(1, 2)
    return made


def page_head(title: Text, subtitle: Text | None, *right: QWidget) -> QHBoxLayout:
    """A page's title and line below it, with whatever stands at the right."""
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title)
    if subtitle is not None:
        words.addWidget(subtitle)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addLayout(words, 1)
    for part in right:
        head.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    return head


def lay_out_page(page: QWidget, head: QLayout, *below: QLayout) -> None:
    """A page's head and what it shows, scrolled as one."""
    scrolled = Scrolled(page)
    for part in (head, *below):
        scrolled.body.addLayout(part)
    scrolled.body.addStretch(1)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scrolled)


def at_most(widest: int, part: QWidget) -> QHBoxLayout:
    """All the width there is up to `widest` pixels: longer lines are tiring to read."""
    part.setMaximumWidth(widest)
    across = row(part, gap=0)
    across.setStretch(0, 1)
    across.addStretch(0)
    return across


class Empty(QWidget):
    """What a page says when there is nothing yet: a heading, a sentence and what to do."""

    def __init__(
        self, title: str, sentence: str, *actions: QPushButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 36, 24, 36)
        column.setSpacing(10)
        heading, words = Text(title, "name"), Text(sentence, "soft")
        for label in (heading, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        if actions:
            column.addSpacing(6)
            column.addLayout(row(None, *actions, None))
        column.addStretch(1)
