"""An agenda's rows drawn: the day at the left, then the time, whom with and where."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from planner.domain.meetings import Meeting, State
from ui import agenda_wording, day_wording, theme
from ui.models.agenda import AgendaModel, AgendaRole, AgendaRow
from ui.widgets.state_marks import ground_of, ink_of, paint_mark, small

Index = QModelIndex | QPersistentModelIndex

SIDE = 14  # pixels left and right
AIR = 13  # pixels around the words of a row, above and below together
GAP = 14  # pixels between the columns
PILL_SIDE, PILL_ABOVE = 9, 3  # pixels
LATE = datetime(2026, 9, 30, 22, 58)  # as wide as a time of day gets


class AgendaRows(QStyledItemDelegate):
    """Draws the rows of an AgendaModel; the view tells what is dragged and where to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dragged = 0
        self.target: date | None = None

    def _columns(self, font: QFont) -> tuple[int, int]:
        """How wide the days are, and the times: as wide as the widest there can be."""
        metrics = QFontMetrics(small(font, bold=True))
        day = metrics.horizontalAdvance(day_wording.weekday_and_day(date(2026, 9, 30))) + 22
        wide = day_wording.from_to(LATE, LATE)
        return day, QFontMetrics(font).horizontalAdvance(wide)

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        area: QRect = option.rect
        painter.setFont(small(option.font, bold=True))
        painter.setPen(theme.colour("soft"))
        low = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area.adjusted(SIDE, 0, -SIDE, -6), low, words)

    def _paint_day(
        self, painter: QPainter, area: QRect, one: AgendaRow, font: QFont, today: bool
    ) -> None:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(bold)
        words = day_wording.weekday_and_day(one.day)
        base = area.center().y() + metrics.capHeight() // 2 + 1
        if today:
            width = metrics.horizontalAdvance(words)
            box = QRectF(
                area.left() + SIDE - 7,
                area.center().y() - metrics.height() / 2,
                width + 14,
                metrics.height() + 1,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("pine"))
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(bold)
        painter.setPen(theme.colour("on_pine" if today else "ink"))
        painter.drawText(area.left() + SIDE, base, words)

    def _paint_pill(
        self, painter: QPainter, area: QRect, meeting: Meeting, now: datetime, font: QFont
    ) -> int:
        """How it stands, at the right; returns where the room for words ends."""
        bold, state = small(font, bold=True), meeting.state
        metrics, words = QFontMetrics(bold), agenda_wording.standing(meeting, now)
        mark = metrics.capHeight() - 1
        width = metrics.horizontalAdvance(words) + 2 * PILL_SIDE + mark + 6
        high = metrics.height() + 2 * PILL_ABOVE
        box = QRectF(area.right() - SIDE - width, area.center().y() - high / 2 + 0.5, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground_of(state))
        painter.drawRoundedRect(box, high / 2, high / 2)
        base = box.center().y() + metrics.capHeight() / 2
        paint_mark(painter, QRectF(box.left() + PILL_SIDE, base - mark - 0.5, mark, mark), state)
        painter.setFont(bold)
        painter.setPen(ink_of(state))
        painter.drawText(int(box.left()) + PILL_SIDE + mark + 6, int(base), words)
        return int(box.left()) - GAP

    def _paint_words(
        self, painter: QPainter, area: QRect, one: AgendaRow, model: AgendaModel, font: QFont
    ) -> None:
        day, time = self._columns(font)
        left = area.left() + SIDE + day + GAP
        metrics = QFontMetrics(font)
        base = area.center().y() + metrics.capHeight() // 2 + 1
        meeting = one.meeting
        span = meeting or one.taken or one.free
        if span is None:
            self._elided(
                painter, left, base, one.off, font, area.right() - left, theme.colour("soft")
            )
            return
        right = area.right() - SIDE
        if meeting is not None:
            right = self._paint_pill(painter, area, meeting, model.days.now, font)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if meeting else "soft"))
        painter.drawText(left, base, agenda_wording.times(span))
        left += time + GAP
        if meeting is None:
            words = one.taken.summary or self.tr("taken") if one.taken else self.tr("free")
            self._elided(painter, left, base, words, font, right - left, theme.colour("soft"))
            return
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        bold.setStrikeOut(meeting.state is State.CANCELLED)
        name = model.days.names[meeting.person]
        ink = theme.colour("ink" if meeting.planned else "soft")
        left += self._elided(painter, left, base, name, bold, right - left, ink) + 4
        if one.over and right - left > 40:
            words = f"· {agenda_wording.over(one.over)}"
            ink = theme.colour("ember_text")
            left += self._elided(painter, left, base, words, font, right - left, ink) + 4
        where = agenda_wording.where(meeting, model.zone)
        if where and right - left > 40:
            words = f"· {where}"
            self._elided(painter, left, base, words, font, right - left, theme.colour("soft"))

    def _elided(
        self,
        painter: QPainter,
        left: int,
        base: int,
        words: str,
        font: QFont,
        room: int,
        colour: QColor,
    ) -> int:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(left, base, shown)
        return metrics.horizontalAdvance(shown)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, model = index.data(AgendaRole.ROW), index.model()
        if one is None or not isinstance(model, AgendaModel):
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if one.head:
            self._paint_head(painter, option, one.head)
            painter.restore()
            return
        ground = "card"
        if option.state & QStyle.StateFlag.State_Selected or one.day == self.target:
            ground = "pine_ground"
        elif option.state & QStyle.StateFlag.State_MouseOver:
            ground = "side"
        painter.fillRect(area, theme.colour(ground))
        painter.setPen(theme.colour("line"))
        day, _ = self._columns(option.font)
        if one.first:
            painter.drawLine(area.topLeft(), area.topRight())
            self._paint_day(painter, area, one, option.font, one.day == model.today)
        if one.meeting is not None:
            pen = QPen(ink_of(one.meeting.state), 3)
            painter.setPen(pen)
            x = area.left() + SIDE + day + 2
            painter.drawLine(x, area.top() + 7, x, area.bottom() - 6)
            painter.setOpacity(0.4 if one.meeting.id == self.dragged else 1.0)
        self._paint_words(painter, area, one, model, option.font)
        painter.setOpacity(1.0)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.colour("pine"))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + AIR + 2)
