"""What a user does and reads where people are brought in, and the files they bring them from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.drivers_window import ListDriver
from ui.import_choice import Part


def card(name: str, *lines: str) -> str:
    """A vCard as phones write them."""
    return "\r\n".join(("BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""))


def cards(path: Path, *each: str) -> Path:
    path.write_text("".join(each), encoding="utf-8", newline="")
    return path


class BringInDriver(ListDriver):
    """The dialog: its words, the parts of the preview, the columns, and a doubtful pair."""

    def __init__(self, root: QWidget, qtbot: QtBot) -> None:
        super().__init__(root, "preview")
        self._qtbot = qtbot

    @property
    def title(self) -> str:
        return self.says("bring-in-title")

    @property
    def words(self) -> str:
        return self.says("bring-in-words")

    @property
    def busy(self) -> bool:
        """Whether a bar says that something is under way."""
        return any(bar.isVisible() for bar in self.root.findChildren(QProgressBar))

    def until_ready(self) -> None:
        self._qtbot.waitUntil(lambda: not self.busy)

    def parts(self) -> list[str]:
        """The parts of the preview that there are."""
        return [self.words_on(f"part-{part}") for part in Part if self.sees(f"part-{part}")]

    def open_part(self, part: Part) -> None:
        self.press(f"part-{part}")

    def can_press(self, name: str) -> bool:
        return self.find(QAbstractButton, name).isEnabled()

    # columns

    def columns(self) -> dict[str, str]:
        """What each column that can be told of is read as."""
        grid = self.find(QWidget, "column-mapping")
        boxes = [box for box in grid.findChildren(QComboBox) if box.isVisible()]
        return {box.objectName(): box.currentText() for box in boxes}

    def read_as(self, column: int, words: str) -> None:
        """Says what a column holds, from the keyboard, and waits for what comes of it."""
        box = self.find(QComboBox, f"column-{column}")
        box.setFocus()
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())
        self._qtbot.waitUntil(lambda: self.says("columns-line") != "Reading…")

    # the two side by side

    def pair(self) -> list[str]:
        """Every word of the pair in sight, row by row."""
        around = self.find(QWidget, "doubtful-pair")
        labels = [label for label in around.findChildren(QLabel) if label.isVisible()]
        labels.sort(key=lambda label: _place(label, around))
        return [label.text() for label in labels if label.text()]


def _place(label: QLabel, around: QWidget) -> tuple[int, int]:
    place = label.mapTo(around, label.rect().topLeft())
    return place.y(), place.x()
