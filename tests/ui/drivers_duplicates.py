"""What a user does and reads where two people become one."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget

from planner.domain.joining import Detail
from ui.widgets.choice import Choice

W = TypeVar("W", bound=QWidget)
LEFT_BUTTON = Qt.MouseButton.LeftButton
KEPT, OTHER = 1, 2  # the left column and the right one


class TwoDriver:
    """Finds by objectName, acts as mouse and keyboard do, and reads what is in sight."""

    def __init__(self, root: QWidget) -> None:
        self.root = root

    def find(self, kind: type[W], name: str) -> W:
        found = [one for one in self.root.findChildren(kind, name) if one.isVisible()]
        assert found, f"no {kind.__name__} named {name} is in sight"
        return found[0]

    def sees(self, name: str) -> bool:
        return any(one.isVisible() for one in self.root.findChildren(QWidget, name))

    def press(self, name: str) -> None:
        QTest.mouseClick(self.find(QAbstractButton, name), LEFT_BUTTON)

    def key(self, key: Qt.Key) -> None:
        """Presses a key wherever the keyboard stands."""
        focused = self.root.window().focusWidget()
        QTest.keyClick(focused if focused is not None else self.root, key)

    def focus(self) -> str:
        focused = self.root.window().focusWidget()
        return focused.objectName() if focused is not None else ""

    def words(self, name: str) -> str:
        return self.find(QLabel, name).text()  # a Text gives its text as it was given

    # the two side by side

    def choose(self, detail: Detail, side: int) -> None:
        QTest.mouseClick(self.find(Choice, f"{detail.value}-{side}"), LEFT_BUTTON)

    def choices(self) -> dict[str, tuple[str, str, int]]:
        """By detail: what is offered left and right, and which of them is chosen."""
        told = {}
        for detail in Detail:
            if self.sees(f"{detail.value}-{KEPT}"):
                both = [self.find(Choice, f"{detail.value}-{side}") for side in (KEPT, OTHER)]
                chosen = OTHER if both[1].isChecked() else KEPT
                told[detail.value] = (both[0].words(), both[1].words(), chosen)
        return told

    def said(self) -> list[str]:
        """All that is said of the two, line by line."""
        beside = self.find(QWidget, "side-by-side")
        return [label.text() for label in beside.findChildren(QLabel) if label.isVisible()]

    def merged(self) -> list[str]:
        """What the one they become is said to have."""
        names = ("name", "headline", "reach", "past")
        return [self.words(f"merged-{name}") for name in names if self.sees(f"merged-{name}")]

    # the list of pairs

    @property
    def rows(self) -> QAbstractItemView:
        return self.find(QAbstractItemView, "pairs-list")

    def pairs(self) -> list[str]:
        found = self.root.findChild(QAbstractItemView, "pairs-list")
        model = found.model() if found is not None else None
        if model is None:
            return []
        said = Qt.ItemDataRole.AccessibleTextRole
        return [str(model.index(row, 0).data(said)) for row in range(model.rowCount())]

    def current(self) -> int:
        return self.rows.currentIndex().row()
