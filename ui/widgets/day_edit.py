"""A day's field that lets one type: the month as a number too, and any day on the way there."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit

Section = QDateTimeEdit.Section

BETWEEN = " ./-,"  # what may be typed between day, month and year
LARGEST = {Section.DaySection: 31, Section.MonthSection: 12}


class DayEdit(QDateEdit):
    """`earliest` and `latest` hold for picking and stepping, and for typing once it is over.

    Qt itself swallows the 1 of “1 December” while 1 November is too early, the 31 while the month
    has thirty days, and a month in digits.

    Signals:
        refused(object): the day typed, as a QDate, was out of reach; the nearest is shown instead.
    """

    refused = Signal(object)

    def __init__(self, day: QDate, earliest: QDate | None, latest: QDate | None) -> None:
        super().__init__(day)
        self._earliest, self._latest = earliest, latest
        self._digits = ""  # typed into this section so far
        self._day = 0  # typed, where the month shown is too short for it
        self._hold()

    def within(self) -> QDate:
        """The day shown, or the nearest that can be chosen."""
        day = self.date()
        if self._earliest is not None and day < self._earliest:
            return self._earliest
        if self._latest is not None and day > self._latest:
            return self._latest
        return day

    def judge(self) -> None:
        """What was typed is final: a day out of reach becomes the nearest one."""
        self._digits, self._day = "", 0
        typed = self.date()
        self.setDate(self.within())
        self._hold()
        if typed != self.date():
            self.refused.emit(typed)

    def _hold(self) -> None:
        if self._earliest is not None:
            self.setMinimumDate(self._earliest)
        if self._latest is not None:
            self.setMaximumDate(self._latest)

    def _type(self, digit: str) -> None:
        section, most = self.currentSection(), LARGEST[self.currentSection()]
        at = self.currentSectionIndex()  # a shorter text loses it
        digits = self._digits + digit
        if int(digits) > most:
            digits = digit
        number, shown = int(digits), self.date()
        if number:
            month = number if section == Section.MonthSection else shown.month()
            day = number if section == Section.DaySection else self._day or shown.day()
            self._day = day
            first = QDate(shown.year(), month, 1)
            meant = first.addDays(min(day, first.daysInMonth()) - 1)
            # As text: Qt learns from it anew where the sections begin.
            self.lineEdit().setText(self.textFromDateTime(meant.startOfDay()))
            self.setDate(meant)
        self._digits = digits
        if len(digits) == len(str(most)) or int(digits + "0") > most:
            self._go_on(at)
        else:
            self.setSelectedSection(section)

    def _go_on(self, at: int) -> None:
        """On to what is typed after the section at this place."""
        self._digits = ""
        following = min(at + 1, self.sectionCount() - 1)
        self.setSelectedSection(self.sectionAt(following))

    def stepBy(self, steps: int) -> None:
        self.judge()
        super().stepBy(steps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if not typed or not typed.isprintable():
            self._digits = ""
            super().keyPressEvent(event)
            return
        self.clearMinimumDate()
        self.clearMaximumDate()
        if self.lineEdit().selectedText() == self.text():
            self._digits = ""
            self.setSelectedSection(self.sectionAt(0))
        if typed.isdecimal() and typed.isascii() and self.currentSection() in LARGEST:
            self._type(typed)
        elif typed in BETWEEN:
            if self._digits or not self.lineEdit().hasSelectedText():
                self._go_on(self.currentSectionIndex())
        else:
            self._digits = ""
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.judge()  # the calendar shows what can be picked
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._digits, self._day = "", 0
        super().focusInEvent(event)
