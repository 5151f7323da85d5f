"""The few questions the window asks, and sentences it has to say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def tell(parent: QWidget | None, title: str, sentence: str) -> None:
    """Says something that needs reading before going on."""
    _box(parent, QMessageBox.Icon.Information, title, sentence).exec()


def warn(parent: QWidget | None, title: str, sentence: str) -> None:
    """Says that something could not be done, and what to do."""
    _box(parent, QMessageBox.Icon.Warning, title, sentence).exec()


def ask(
    parent: QWidget | None,
    title: str,
    sentence: str,
    yes: str,
    no: str,
    *,
    escape_means: bool = False,
    enter_means: bool = True,
) -> bool:
    """A question with two answers in words; Escape means `no`, or `yes` where that loses less.

    Enter means `yes`, or `no` where that is safer.
    """
    box = _box(parent, QMessageBox.Icon.Question, title, sentence)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(agree if enter_means else refuse)
    box.setEscapeButton(agree if escape_means else refuse)
    box.exec()
    return box.clickedButton() is agree


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, sentence: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName("question")
    box.setIcon(icon)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names in it are outside text
    box.setText(sentence)
    return box
