"""The calendar that drops from a day's field, in the program's own look."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from ui import assets, theme

# What Qt calls the buttons that turn the months; they have no other handle.
TURNS = {"qt_calendar_prevmonth": "back", "qt_calendar_nextmonth": "forward"}


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
