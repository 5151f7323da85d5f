"""A month's days drawn: the number, a chip for each 1-2-1, and softly when the user is taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.domain.agenda import Day
from planner.domain.meetings import Meeting, Roughly, State
from planner.domain.people import Person
from ui import agenda_wording, day_wording, theme
from ui.models.month import Index, MonthModel, MonthRole
from ui.widgets.state_marks import ground_of, ink_of, paint_mark, small

SIDE = 7  # pixels left and right in a day
ABOVE = 5  # pixels above its number
CHIP_AIR = 3  # pixels above and below the words on a chip
BETWEEN = 3  # pixels between two chips
CORNER = 6  # pixels
WIDEST_NUMBER = "30"
FOOT = 10  # pixels at the foot of a day for the line of taken times
TAKEN_HIGH = 4  # pixels of that line
# What the line stands for, from its left to its right: the hours in which people meet.
DAWN, DUSK = time(7), time(20)


@dataclass(frozen=True, slots=True)
class Chip:
    """A 1-2-1 where it is drawn; `meeting` None for the words that say how many more there are."""

    area: QRect
    meeting: Meeting | None
    more: int = 0


class MonthDays(QStyledItemDelegate):
    """Draws the days of a MonthModel. What is chosen or dragged is told by the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen = 0  # the 1-2-1 the keyboard stands on
        self.dragged = 0  # the 1-2-1 being moved by the mouse
        self.target: date | None = None  # the day it would be dropped on
        self._now = datetime.min

    def chips(self, area: QRect, day: Day, font: QFont) -> list[Chip]:
        """Where each 1-2-1 of a day is drawn, and where how many there is no room for.

        On a day too low for any words the marks alone stand beside its number.
        """
        number, high = QFontMetrics(font).height(), _high(font)
        top = area.top() + ABOVE + number + 3
        foot = FOOT if day.taken else BETWEEN
        room = max((area.bottom() - foot + BETWEEN - top) // (high + BETWEEN), 0)
        beside = QRect(area.left(), area.top() + ABOVE, area.width() - SIDE, number)
        if not room:
            return self._marks(beside, day, font)
        first = self._first_shown(day, room)
        made: list[Chip] = []
        for meeting in day.meetings[first : first + room]:
            place = QRect(area.left() + SIDE - 2, top, area.width() - 2 * SIDE + 3, high)
            made.append(Chip(place, meeting))
            top += high + BETWEEN
        if hidden := len(day.meetings) - len(made):
            beside.setLeft(area.left() + area.width() // 3)
            made.append(Chip(beside, None, hidden))
        return made

    def _marks(self, beside: QRect, day: Day, font: QFont) -> list[Chip]:
        """The marks at the right of a day's number, as many as there is room for."""
        side = QFontMetrics(small(font)).capHeight() + 5
        number = SIDE + QFontMetrics(font).horizontalAdvance(WIDEST_NUMBER)
        fitting = max((beside.width() - number) // side, 1)
        first = self._first_shown(day, fitting)
        shown = day.meetings[first : first + fitting]
        left = beside.right() - side * len(shown)
        return [
            Chip(QRect(left + side * place, beside.top(), side, beside.height()), meeting)
            for place, meeting in enumerate(shown)
        ]

    def chip_at(self, area: QRect, day: Day, font: QFont, point: QPoint) -> Chip | None:
        return next((one for one in self.chips(area, day, font) if one.area.contains(point)), None)

    def paint_chip(
        self, painter: QPainter, area: QRect, meeting: Meeting, name: str, font: QFont
    ) -> None:
        """A chip: the mark of how it stands, the time, and whom with."""
        ink, chosen = ink_of(meeting.state), meeting.id == self.chosen
        if area.height() < _high(font) or area.width() < 2 * area.height():
            place = _in_the_middle(area, font)
            paint_mark(painter, place, meeting.state)
            if chosen:
                painter.setPen(QPen(ink, 1.2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(place.adjusted(-3, -3, 3, 3), 4, 4)
            return
        painter.setBrush(ground_of(meeting.state))
        waits = meeting.waits(self._now)
        dashed = QPen(ink, 1.2, Qt.PenStyle.DashLine) if waits else Qt.PenStyle.NoPen
        painter.setPen(QPen(ink, 1.6) if chosen else dashed)
        inset = 0.8 if chosen or waits else 0.0
        box = QRectF(area).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, CORNER, CORNER)
        words = small(font, bold=meeting.planned)
        words.setStrikeOut(meeting.state is State.CANCELLED)
        metrics = QFontMetrics(words)
        mark = metrics.capHeight() - 1
        base = area.center().y() + metrics.capHeight() / 2 + 0.5
        paint_mark(painter, QRectF(area.left() + 7, base - mark - 0.5, mark, mark), meeting.state)
        painter.setFont(words)
        painter.setPen(ink)
        left = area.left() + 7 + mark + 5
        room = area.right() - 5 - left
        painter.drawText(left, int(base), _shortest(meeting, name, metrics, room))

    def _first_shown(self, day: Day, fitting: int) -> int:
        """So that the one the keyboard stands on is in sight."""
        places = [place for place, one in enumerate(day.meetings) if one.id == self.chosen]
        return max(0, places[0] - fitting + 1) if places and fitting else 0

    def _paint_number(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area: QRect = option.rect
        font, words = QFont(option.font), str(index.data())
        today = bool(index.data(MonthRole.TODAY))
        font.setWeight(QFont.Weight.DemiBold if today else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(words)
        box = QRect(area.left() + SIDE + 1, area.top() + ABOVE, width, metrics.height())
        if today:
            box.translate(5, 0)
            round_it = QRectF(box).adjusted(-6, -1, 6, 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pine"))
            painter.drawRoundedRect(round_it, round_it.height() / 2, round_it.height() / 2)
        inside = index.data(MonthRole.OF_MONTH)
        painter.setPen(theme.colour("on_pine" if today else "ink" if inside else "soft"))
        painter.setFont(font)
        painter.drawText(box.left(), box.top() + metrics.ascent(), words)

    def _paint_off(self, painter: QPainter, area: QRect, day: Day, font: QFont) -> None:
        """What day off it is and where a trip leads, softly beside the number."""
        words = agenda_wording.of_day(day)
        if not words or len(day.meetings) > 1:
            return
        number = QFontMetrics(font).horizontalAdvance(WIDEST_NUMBER)
        left = area.left() + 2 * SIDE + (2 * number if day.day.day == 1 else number)
        metrics = QFontMetrics(small(font))
        room = area.right() - SIDE - left
        told = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(small(font))
        painter.setPen(theme.colour("soft"))
        base = area.top() + ABOVE + QFontMetrics(font).ascent()
        painter.drawText(area.right() - SIDE - metrics.horizontalAdvance(told), base, told)

    def _paint_taken(self, painter: QPainter, area: QRect, day: Day) -> None:
        """A line across the day's hours, with what the user's calendars take of it."""
        if not day.taken:
            return
        left, right = area.left() + SIDE, area.right() - SIDE
        line = QRectF(left, area.bottom() - TAKEN_HIGH - 3, right - left, TAKEN_HIGH)
        dawn = datetime.combine(day.day, DAWN)
        whole = (datetime.combine(day.day, DUSK) - dawn) / timedelta(minutes=1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("side"))
        painter.drawRoundedRect(line, TAKEN_HIGH / 2, TAKEN_HIGH / 2)
        colour = theme.colour("soft")
        colour.setAlphaF(0.55)
        painter.setBrush(colour)
        for part in day.taken:
            begins = max((part.starts - dawn) / timedelta(minutes=1), 0.0)
            ends = min((part.ends - dawn) / timedelta(minutes=1), whole)
            if ends <= 0 or begins >= whole:  # at night: a dot at that end of the line
                begins, ends = (0.0, 0.0) if ends <= 0 else (whole, whole)
            x = line.left() + line.width() * begins / whole
            width = max(line.width() * (ends - begins) / whole, float(TAKEN_HIGH))
            x = min(x, line.right() - width)
            painter.drawRoundedRect(QRectF(x, line.top(), width, TAKEN_HIGH), 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        day, model = index.data(MonthRole.DAY), index.model()
        if day is None or not isinstance(model, MonthModel):
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = bool(index.data(MonthRole.OF_MONTH))
        painter.fillRect(area, theme.colour("card" if inside else "paper"))
        if day.day == self.target:
            painter.fillRect(area, theme.colour("pine_ground"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topRight(), area.bottomRight())
        self._paint_number(painter, option, index)
        self._paint_off(painter, area, day, option.font)
        self._paint_taken(painter, area, day)
        for chip in self.chips(area, day, option.font):
            if chip.meeting is None:
                self._paint_more(painter, chip, option.font)
                continue
            painter.setOpacity(0.35 if chip.meeting.id == self.dragged else 1.0)
            name = model.shown.names[chip.meeting.person]
            self._now = model.shown.now
            self.paint_chip(painter, chip.area, chip.meeting, name, option.font)
            painter.setOpacity(1.0)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = option.state & QStyle.StateFlag.State_HasFocus
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("pine" if focused else "soft"), 2 if focused else 1))
            inset = 1.0 if focused else 0.5
            box = QRectF(area).adjusted(inset, inset, -inset - 1, -inset - 1)
            painter.drawRoundedRect(box, 4, 4)
        painter.restore()

    def _paint_more(self, painter: QPainter, chip: Chip, font: QFont) -> None:
        words = self.tr("+{count} more")
        painter.setFont(small(font))
        painter.setPen(theme.colour("soft"))
        box = chip.area
        metrics = QFontMetrics(small(font))
        told = metrics.elidedText(
            words.format(count=chip.more), Qt.TextElideMode.ElideRight, box.width()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, told)


def _high(font: QFont) -> int:
    """Pixels of a chip from top to bottom."""
    return QFontMetrics(small(font)).height() + 2 * CHIP_AIR


def _in_the_middle(area: QRect, font: QFont) -> QRectF:
    side = QFontMetrics(small(font)).capHeight() - 1
    middle = QRectF(area).center()
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def _shortest(meeting: Meeting, name: str, metrics: QFontMetrics, room: int) -> str:
    """The time and the name; without the last name, and AM or PM, where there is no room.

    Of one held long ago nobody knows at what time: the name alone.
    """
    first = Person(name=name).first_name
    longer, bare = (name, first), first
    if meeting.roughly is Roughly.NOT:
        time_of = day_wording.clock_time(meeting.starts)
        longer = (f"{time_of} {name}", f"{time_of} {first}")
        bare = f"{time_of.split()[0]} {first}"
    for told in longer:
        if metrics.horizontalAdvance(told) <= room:
            return told
    return metrics.elidedText(bare, Qt.TextElideMode.ElideRight, room)
