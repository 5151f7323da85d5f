"""The evening before: what the page says on which a 1-2-1 is prepared, and the sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from tests.ui.drivers_talk import CTRL, Driver
from tests.ui.drivers_window import TodayDriver, WindowDriver
from tests.ui.month import settle, wait_until
from tests.ui.walks.keyboard import Keyboard
from tests.ui.walks.reading import lines_on
from tests.ui.walks.record import Record
from ui.routes import Where


class Preparing:
    """Reads the page as it stands, and does to it what a story says."""

    def __init__(self, window: WindowDriver, record: Record) -> None:
        self.window = window
        self._record = record

    @property
    def page(self) -> Driver:
        return self.window.page

    def open(self) -> None:
        """From the card of the next 1-2-1 on Today."""
        today = TodayDriver(self.page.root)
        self._record.all_said(today.reads("next-meeting"))
        today.press("prepare")
        settle()
        assert self.window.at is Where.PREPARE

    def read(self) -> None:
        """Everything on the page, from the top."""
        page, record = self.page, self._record
        for name in ("prepare-title", "prepare-line", "prepare-state"):
            record.said(page.says(name))
        self.read_questions()
        for card in ("dont-forget", "prepare-promises", "offer"):
            if page.sees(card):
                record.lines.append("")
                record.all_said(lines_on(page.find(QWidget, card)))
        record.picture(self.window.window, "prepare")

    def read_questions(self) -> None:
        page, record = self.page, self._record
        record.lines.append("")
        record.said(f"Guide: {page.find(QComboBox, 'prepare-guide').currentText()}")
        record.said(page.says("guide-why"))
        for row in page.all(QWidget, "opener"):
            one = Driver(row)
            record.said(f"“{one.says('opener-text')}”")
            record.said(f"({one.says('opener-why')})", deep=3)
        record.said(page.says("last-balance"))

    def another(self, number: int) -> None:
        """Another question in the place of the first, second or third."""
        row = self.page.all(QWidget, "opener")[number - 1]
        Driver(row).press("another")
        settle()
        self._record.did(f"another question than the {('first', 'second', 'third')[number - 1]}")
        self.read_questions()

    def offer(self, beginning: str) -> None:
        """Takes the thing to offer that begins so."""
        for row in self.page.all(QWidget, "offer-row"):
            one = Driver(row)
            if one.says("offer-text").startswith(beginning):
                one.find(QAbstractButton, "offer-choice").click()
                settle()
                self._record.did(self.window.toast())
                return
        raise AssertionError(f"nothing to offer begins with {beginning}")

    def news(self, text: str) -> None:
        """Notes what is new with the user."""
        field = self.page.find(QLineEdit, "own-news")
        field.setFocus()
        user = Keyboard(self.page.root)
        user.write(text)
        user.key(Qt.Key.Key_Return)
        settle()
        self._record.did(f"notes as news: {text}")

    def take_the_sheet(self) -> None:
        """The page to take along, as plain text."""
        Keyboard(self.page.root).key(Qt.Key.Key_P, CTRL)
        dialog = self.window.dialog("sheet-dialog")
        wait_until(dialog.root.isActiveWindow)
        self._record.picture(dialog.root, "sheet")
        QGuiApplication.clipboard().clear()
        dialog.key(Qt.Key.Key_C, CTRL)
        self._record.part("The page to take along")
        self._record.all_said(QGuiApplication.clipboard().text().splitlines(), deep=0)
        dialog.key(Qt.Key.Key_Escape)
        self.window.come_to_front()

    def done(self) -> None:
        """It is prepared."""
        self.page.press("prepared")
        settle()
        self._record.part("And to bed")
        self._record.did(self.window.toast())
        assert self.window.at is Where.TODAY
        self._record.all_said([self.page.words_on("prepare")])
