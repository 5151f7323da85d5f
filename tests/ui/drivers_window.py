"""What a user does and reads in the window itself, on Today, in Follow-ups, search and preview."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QLabel,
    QListView,
    QMenu,
    QWidget,
)

from tests.ui.drivers_talk import Driver
from ui.main_window import MainWindow
from ui.routes import Where
from ui.widgets.text import LeadText
from ui.widgets.ticked_rows import box_in
from ui.widgets.two_lines import Role

LEFT = Qt.MouseButton.LeftButton


def pick(name: str) -> None:
    """Chooses an entry of the menu that is open, with the mouse."""
    QApplication.processEvents()  # the menu takes the keyboard
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    found = [action for action in menu.actions() if action.objectName() == name]
    assert found, f"{name} is not in the menu"
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(found[0]).center())


class WindowDriver(Driver):
    """The main window: where it is, its menu, keys, strip and dialogs."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window

    @property
    def at(self) -> Where:
        """The page in sight."""
        assert self.window.page is not None
        return self.window.page.where

    @property
    def page(self) -> Driver:
        assert self.window.page is not None
        return Driver(self.window.page)

    def come_to_front(self) -> None:
        """Gives the window the keyboard back, when a dialog had it."""
        QApplication.processEvents()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def go(self, where: Where) -> None:
        """Presses a page's button at the side."""
        self.come_to_front()
        self.press(f"go-{where}")

    def marked(self) -> str:
        """The page marked at the side."""
        found = [
            button.objectName().removeprefix("go-")
            for button in self.window.navigation.findChildren(QAbstractButton)
            if button.isChecked()
        ]
        assert len(found) == 1
        return found[0]

    def count(self, where: Where) -> str:
        """The figure beside a page's name."""
        return self.find(QAbstractButton, f"go-{where}").accessibleDescription()

    def keys(self, keys: str) -> None:
        """Presses keys where the keyboard is, as "Ctrl+K"."""
        self.come_to_front()
        focus = self.window.focusWidget() or self.window
        QTest.keySequence(focus, QKeySequence(keys))

    def choose(self, name: str, _: str = "") -> None:
        """Chooses an entry of the menu at the side."""
        self.press("menu-button")
        pick(name)

    # the strip

    def toast(self) -> str:
        """What the strip at the foot says; "" when it is away."""
        return self.says("toast-text")

    def undo(self) -> None:
        self.press("toast-undo")

    # dialogs

    def dialogs(self) -> list[str]:
        return [
            dialog.objectName()
            for dialog in self.window.findChildren(QDialog)
            if dialog.isVisible()
        ]

    def dialog(self, name: str) -> Driver:
        found = [dialog for dialog in self.window.findChildren(QDialog, name) if dialog.isVisible()]
        assert found, f"no dialog named {name} is in sight"
        return Driver(found[-1])

    def drop(self, *what: Path | str) -> bool:
        """Drags files or addresses over the window and lets go; whether it would take them."""
        dragged = QMimeData()
        dragged.setUrls(
            [QUrl.fromLocalFile(str(one)) if isinstance(one, Path) else QUrl(one) for one in what]
        )
        action, key = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(300, 300), action, dragged, LEFT, key)
        enter.ignore()
        QApplication.sendEvent(self.window, enter)
        if enter.isAccepted():
            over = QDropEvent(QPointF(300, 300), action, dragged, LEFT, key)
            QApplication.sendEvent(self.window, over)
        return enter.isAccepted()


class TodayDriver(Driver):
    """Today: cards of people, and what is coming up beside them."""

    def people(self) -> list[str]:
        """Whom it suggests, from the top."""
        return [card.accessibleName() for card in self.all(QWidget, "suggestion")]

    def of(self, name: str) -> Driver:
        """The card of somebody suggested."""
        for card in self.all(QWidget, "suggestion"):
            if card.accessibleName() == name:
                return Driver(card)
        raise AssertionError(f"{name} is not suggested")

    def reasons(self, name: str) -> list[str]:
        return [reason.text() for reason in self.of(name).all(LeadText, "reason")]

    def not_now(self, name: str, until: str) -> None:
        self.of(name).press("not-now")
        pick(until)

    def line(self) -> str:
        return self.says("today-line")

    def promises(self) -> list[str]:
        """What is promised, each with when and which way."""
        return promises_in(self, "promises")

    def keep(self, what: str) -> None:
        tick_promise(self, what)


class FollowUpsDriver(Driver):
    """Promises either way, and referrals with what came of them."""

    def promises(self, card: str) -> list[str]:
        return promises_in(self, card)

    def tick(self, name: str) -> None:
        """Ticks a promise, or takes the tick back."""
        tick_promise(self, name)

    def referrals(self, card: str) -> list[tuple[str, str]]:
        """What was passed on, and what came of it."""
        found = []
        for row in Driver(self.find(QWidget, card)).all(QWidget, "referral"):
            words = row.findChildren(QLabel)[0].text()
            outcome = row.findChild(QAbstractButton, "outcome")
            assert outcome is not None
            found.append((words, outcome.text()))
        return found

    def settle(self, what: str, outcome: str) -> None:
        for row in self.all(QWidget, "referral"):
            if row.findChildren(QLabel)[0].text() == what:
                Driver(row).press("outcome")
                pick(outcome)
                return
        raise AssertionError(f"no referral {what} is in sight")


def promises_in(page: Driver, card: str) -> list[str]:
    return [
        " | ".join(label.text() for label in row.findChildren(QLabel))
        for around in page.all(QWidget, card)
        for row in Driver(around).all(QWidget, "promise")
    ]


def tick_promise(page: Driver, what: str) -> None:
    for row in page.all(QWidget, "promise"):
        if row.findChildren(QLabel)[0].text() == what:
            box = row.findChild(QCheckBox, "kept")
            assert box is not None
            QTest.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))
            return
    raise AssertionError(f"no promise {what} is in sight")


class ListDriver(Driver):
    """A dialog with a list whose rows have two lines."""

    def __init__(self, root: QWidget, name: str) -> None:
        super().__init__(root)
        self._name = name

    @property
    def view(self) -> QListView:
        found = self.root.findChild(QListView, self._name)
        assert found is not None
        return found

    def rows(self) -> list[tuple[str, str, str]]:
        """Each row in sight: its name, the line below, the word at the right."""
        if not self.view.isVisible():
            return []
        model = self.view.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        return [
            (
                str(index.data()),
                str(index.data(Role.SUBTITLE) or ""),
                str(index.data(Role.ASIDE) or ""),
            )
            for index in indexes
        ]

    def names(self) -> list[str]:
        return [name for name, _, _ in self.rows()]

    def current(self) -> str:
        return str(self.view.currentIndex().data() or "")

    def click(self, name: str) -> None:
        index = self.view.model().index(self.names().index(name), 0)
        self.view.scrollTo(index)
        QTest.mouseClick(self.view.viewport(), LEFT, pos=self.view.visualRect(index).center())

    def ticked(self) -> list[str]:
        """Those in sight whose box is ticked."""
        model = self.view.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        ticks = {index.data(): index.data(Qt.ItemDataRole.CheckStateRole) for index in indexes}
        return [name for name, tick in ticks.items() if tick == Qt.CheckState.Checked]

    def tick(self, name: str) -> None:
        """Clicks the box of a row."""
        index = self.view.model().index(self.names().index(name), 0)
        self.view.scrollTo(index)
        box = box_in(self.view.visualRect(index)).center()
        QTest.mouseClick(self.view.viewport(), LEFT, pos=box)
