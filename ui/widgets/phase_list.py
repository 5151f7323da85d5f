"""The phases of a conversation with their minutes: done, under way, still to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from planner.domain.talk_time import PhaseProgress
from ui import theme
from ui.widgets.layouts import clear

MARK = 15  # pixels of the square before the title
SIDE, ABOVE = 10, 8  # pixels around a row's content
BETWEEN = 10  # pixels between mark, title and minutes
WRAPPED = Qt.TextFlag.TextWordWrap


class PhaseRow(QAbstractButton):
    """One phase; pressing it goes there."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self.phase: PhaseProgress | None = None
        self.setObjectName(f"phase-{number}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_phase(self, phase: PhaseProgress) -> None:
        if phase == self.phase:
            return
        self.phase = phase
        state = self.tr("to come")
        if phase.here:
            state = self.tr("under way")
        elif phase.done:
            state = self.tr("done")
        self.setText(phase.title)
        self.setAccessibleName(f"{phase.title}, {self.minutes()}, {state}")
        self.setToolTip(self.tr("Go to this part (Alt+{number})").format(number=self.number))
        self.updateGeometry()
        self.update()

    def minutes(self) -> str:
        """ "11 of 18" where the talk is, else "5 min": as long as it took, or may still take."""
        if self.phase is None:
            return ""
        if not self.phase.here:
            return self.tr("{room} min").format(room=self.phase.room)
        spent = self.phase.seconds // 60
        return self.tr("{spent} of {room}").format(spent=spent, room=self.phase.room)

    def _fonts(self) -> tuple[QFont, QFont]:
        """Of the title and of the minutes."""
        title, small = QFont(self.font()), QFont(self.font())
        small.setPointSizeF(small.pointSizeF() * theme.SIZES["small_pt"])
        if self.phase is not None and self.phase.here:
            title.setWeight(QFont.Weight.DemiBold)
            small.setWeight(QFont.Weight.DemiBold)
        return title, small

    def _title_room(self, width: int) -> int:
        """Pixels for the title beside the minutes."""
        minutes = QFontMetrics(self._fonts()[1]).horizontalAdvance(self.minutes())
        return width - 2 * SIDE - MARK - 2 * BETWEEN - minutes

    def _stacked(self, width: int) -> bool:
        """Whether the minutes stand below the title: one of its words has no room beside them."""
        metrics, room = QFontMetrics(self._fonts()[0]), self._title_room(width)
        return any(metrics.horizontalAdvance(word) > room for word in self.text().split())

    def _title_area(self, width: int) -> QRect:
        """Where the title stands, from the top of the row's content."""
        left = SIDE + MARK + BETWEEN
        stacked = self._stacked(width)
        room = width - left - SIDE if stacked else self._title_room(width)
        metrics = QFontMetrics(self._fonts()[0])
        return metrics.boundingRect(QRect(left, 0, max(room, 40), 1000), WRAPPED, self.text())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        minutes = QFontMetrics(self._fonts()[1]).height() if self._stacked(width) else 0
        return self._title_area(width).height() + minutes + 2 * ABOVE

    def sizeHint(self) -> QSize:
        width = max(self.width(), 180)
        return QSize(180, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, QFontMetrics(self.font()).height() + 2 * ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.phase is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        here, focus = self.phase.here, self.hasFocus()
        if here or focus or self.underMouse():
            ground = "card" if here else "side"
            edge = "pine" if focus else "line"
            painter.setPen(QPen(theme.colour(edge), 2 if focus else 1))
            painter.setBrush(theme.colour(ground))
            inset = 1.0 if focus else 0.0
            painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 8, 8)
        self._paint_mark(painter, QRectF(SIDE, (self.height() - MARK) / 2, MARK, MARK))
        title, small = self._fonts()
        painter.setFont(title)
        painter.setPen(theme.colour("ink" if here else "soft"))
        title_area = self._title_area(self.width())
        painter.drawText(title_area.translated(0, self._top()), WRAPPED, self.text())
        painter.setFont(small)
        painter.setPen(theme.colour("pine_text" if here else "soft"))
        if self._stacked(self.width()):
            below = self.rect().adjusted(title_area.left(), ABOVE, -SIDE, -ABOVE)
            painter.drawText(below, Qt.AlignmentFlag.AlignBottom, self.minutes())
        else:
            beside = self.rect().adjusted(0, 0, -SIDE, 0)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, right, self.minutes())

    def _top(self) -> int:
        """Where the content begins: in the middle of the row."""
        return (self.height() - self.heightForWidth(self.width())) // 2 + ABOVE

    def _paint_mark(self, painter: QPainter, square: QRectF) -> None:
        """A square: ticked when done, outlined in the accent where the talk is."""
        assert self.phase is not None
        done = self.phase.done
        shade = theme.colour("pine" if done or self.phase.here else "soft")
        painter.setPen(QPen(shade, 1.3))
        painter.setBrush(shade if done else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if done:
            pen = QPen(theme.colour("on_pine"), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            at = square.topLeft()
            tick = (QPointF(3.8, 7.8), QPointF(6.4, 10.4), QPointF(11.2, 5.0))
            painter.drawPolyline([at + point for point in tick])


class PhaseList(QWidget):
    """The phases one below the other.

    Signals:
        chosen(str): go to the phase of this id.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[PhaseRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_phases(self, phases: Sequence[PhaseProgress]) -> None:
        if len(phases) != len(self._rows):
            clear(self._column)
            self._rows = [PhaseRow(number) for number in range(1, len(phases) + 1)]
            for row in self._rows:
                row.clicked.connect(self._on_clicked)
                self._column.addWidget(row)
        for row, phase in zip(self._rows, phases, strict=True):
            row.show_phase(phase)
            # Whose questions were all left out has no part in the talk.
            row.setVisible(bool(phase.minutes or phase.questions or phase.seconds))

    def here(self) -> PhaseRow | None:
        """The row of the phase that is under way."""
        return next((row for row in self._rows if row.phase and row.phase.here), None)

    def _on_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, PhaseRow) and row.phase is not None:
            self.chosen.emit(row.phase.id)
