"""What a form's questions are answered in: each has a value, and tells when it is final.

They share one shape (`Input`), so that a form can fill and read them without knowing which is
which. `finished` comes when the user leaves an input or presses Enter in it, never for each letter
and never when the program shows a value.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QStyledItemDelegate,
    QWidget,
)

T = TypeVar("T")

TEXT_INSET = 9  # pixels left and right, as the style sheet gives one-line fields


class Input(Protocol):
    """What `Field` and the forms need of an input, which is also a QWidget."""

    finished: SignalInstance

    def value(self) -> Any: ...

    def show_value(self, value: Any) -> None: ...


class LineInput(QLineEdit):
    """One line of text."""

    finished = Signal()

    def __init__(self, example: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(example)
        self.editingFinished.connect(self.finished)

    def value(self) -> str:
        return self.text()

    def show_value(self, value: str) -> None:
        if value != self.text():
            self.setText(value)
            self.setCursorPosition(0)


class NumberInput(QSpinBox):
    """A small whole number."""

    finished = Signal()

    def __init__(self, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.editingFinished.connect(self.finished)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_text_in(self)
        leave_wheel_to_page(self)

    def show_value(self, value: int) -> None:
        self.setValue(value)


class TickInput(QCheckBox):
    """Yes or no."""

    finished = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(self.finished)

    def value(self) -> bool:
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        self.setChecked(value)


class ChoiceInput(QComboBox):
    """One of a few values, `words` says each; one that is not among them is added when shown."""

    finished = Signal()

    def __init__(
        self, choices: Sequence[T], words: Callable[[T], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words: Callable[[Any], str] = words
        for value in choices:
            self.addItem(words(value), value)
        self.activated.connect(self.finished)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(QStyledItemDelegate(self))  # the one that heeds the style sheet
        leave_wheel_to_page(self)

    def value(self) -> Any:
        return self.currentData()

    def show_value(self, value: object) -> None:
        if self.findData(value) < 0:
            self.addItem(self._words(value), value)
        self.setCurrentIndex(self.findData(value))


def set_text_in(box: QAbstractSpinBox) -> None:
    """Keeps a spin box's text off its edge, where the style sheet's padding does not reach."""
    box.lineEdit().setTextMargins(TEXT_INSET, 0, TEXT_INSET, 0)


class _WheelGuard(QObject):
    """Sends the wheel on to the page unless the input is being worked in.

    Without it, scrolling a page over a number or a choice changes that answer unseen.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Wheel
            and isinstance(watched, QWidget)
            and not watched.hasFocus()
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def leave_wheel_to_page(widget: QWidget) -> None:
    """Lets the wheel scroll the page over `widget` until the user goes into it."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(_WheelGuard(widget))
