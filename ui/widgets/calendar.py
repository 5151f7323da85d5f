"""The calendar that drops from a day's field, in the program's own look."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton

from ui import assets, theme

# What Qt calls the buttons that turn the months; they have no other handle.
TURNS = {"qt_calendar_prevmonth": "back", "qt_calendar_nextmonth": "forward"}

DIMMED = 130  # of 255: how much of the softer colour is left
SHOWN = 7 * 7  # days from a week before the month: more than the calendar shows of it


def dress(calendar: QCalendarWidget) -> None:
    """The week as the user's country begins it, in the palette in force.

    The style sheet cannot reach the colours of the days (Qt makes weekends red) nor the arrows.
    """
    calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
    head = QTextCharFormat()
    head.setForeground(theme.colour("soft"))
    head.setBackground(theme.colour("card"))
    calendar.setHeaderTextFormat(head)
    day = QTextCharFormat()
    day.setForeground(theme.colour("ink"))
    for weekday in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(weekday, day)
    for name, icon in TURNS.items():
        turn = calendar.findChild(QToolButton, name)
        if turn is not None:
            turn.setIcon(assets.icon(icon, theme.current().ink))
    _Dimmed(calendar)


class _Dimmed(QObject):
    """Days that cannot be picked, and those of other months, in a softer colour."""

    def __init__(self, calendar: QCalendarWidget) -> None:
        super().__init__(calendar)
        self._calendar = calendar
        calendar.installEventFilter(self)
        calendar.currentPageChanged.connect(self._dim)

    def _dim(self) -> None:
        calendar = self._calendar
        calendar.setDateTextFormat(QDate(), QTextCharFormat())  # no day has its own any more
        dim = QTextCharFormat()
        colour = theme.colour("soft")
        colour.setAlpha(DIMMED)
        dim.setForeground(colour)
        if (days := calendar.findChild(QTableView)) is not None:
            palette = days.palette()  # Qt takes other months' colour from here
            palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, colour)
            days.setPalette(palette)
        first = QDate(calendar.yearShown(), calendar.monthShown(), 1)
        for day in (first.addDays(n - 7) for n in range(SHOWN)):
            within = calendar.minimumDate() <= day <= calendar.maximumDate()
            if not within or day.month() != first.month():
                calendar.setDateTextFormat(day, dim)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._dim()
        return super().eventFilter(watched, event)
