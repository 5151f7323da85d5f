"""What a user does and reads in the month and the agenda of the Meetings page."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from tests.ui.drivers_plan import MeetingsDriver
from ui.models.agenda import AgendaModel
from ui.models.month import MonthModel

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


class CalendarDriver(MeetingsDriver):
    """The page in one of its other views."""

    def show_view(self, name: str) -> None:
        self.press(f"view-{name}")

    def line(self) -> str:
        """What it stands on, in words."""
        return self.says_whole("day-line")

    def says_whole(self, name: str) -> str:
        from ui.widgets.text import ElidedText

        return self.find(ElidedText, name).whole()

    def hint(self) -> str:
        return self.says("day-hint")

    def span(self) -> str:
        return self.says("span-name")

    # month

    @property
    def month(self) -> QTableView:
        return self.find(QTableView, "month")

    @property
    def month_days(self) -> MonthModel:
        model = self.month.model()
        assert isinstance(model, MonthModel)
        return model

    def day(self) -> date:
        """The day the keyboard stands on."""
        found = self.month_days.day(self.month.currentIndex())
        assert found is not None
        return found.day

    def reads_day(self, day: date) -> str:
        """What a screen reader says of a day."""
        index = self.month_days.index_of(day)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def heads(self) -> list[str]:
        model = self.month.model()
        across = Qt.Orientation.Horizontal
        return [str(model.headerData(n, across)) for n in range(model.columnCount())]

    def first_chip(self, day: date) -> QPoint:
        """The middle of the first 1-2-1 drawn on a day, below its number."""
        area = self.month.visualRect(self.month_days.index_of(day))
        below = area.top() + QFontMetrics(self.month.font()).height() + 18
        return QPoint(area.center().x(), below)

    def middle(self, day: date) -> QPoint:
        return self.month.visualRect(self.month_days.index_of(day)).center()

    def click_day(self, point: QPoint) -> None:
        QTest.mouseClick(self.month.viewport(), LEFT, NONE, point)

    def drag(self, view: QTableView, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        """Presses, moves over in steps, and lets go."""
        on = view.viewport()
        QTest.mousePress(on, LEFT, NONE, start)
        for step in range(1, 6):
            _move(on, start + (end - start) * step / 5)
        QApplication.processEvents()
        if drop:
            QTest.mouseRelease(on, LEFT, NONE, end)

    # agenda

    @property
    def agenda(self) -> QTableView:
        return self.find(QTableView, "agenda")

    @property
    def agenda_days(self) -> AgendaModel:
        model = self.agenda.model()
        assert isinstance(model, AgendaModel)
        return model

    def agenda_rows(self) -> list[str]:
        """Each row in words; the first of a day with its day before it, heads in capitals."""
        found = []
        for number in range(self.agenda_days.rowCount()):
            one = self.agenda_days.row(number)
            assert one is not None
            told = self.agenda_days.told(one)
            if one.head:
                found.append(told.upper())
            else:
                found.append(f"{one.day:%d %b}: {told}" if one.first else told)
        return found

    def at_agenda(self) -> str:
        """What a screen reader says of the row the keyboard stands on."""
        return str(self.agenda.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    def row_of(self, words: str) -> QPoint:
        """The middle of the first row that has these words."""
        model = self.agenda.model()
        for number in range(model.rowCount()):
            if words in str(model.index(number, 0).data()):
                area = self.agenda.visualRect(model.index(number, 0))
                return QPoint(area.center().x(), area.center().y())
        raise AssertionError(f"no row says {words}")


def _move(widget: object, point: QPoint) -> None:
    """QTest.mouseMove holds no button down offscreen, so the event is made by hand."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QWidget

    assert isinstance(widget, QWidget)
    at = QPointF(point)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        QPointF(widget.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        LEFT,
        NONE,
    )
    QApplication.sendEvent(widget, event)
