"""A small window above all others that is as high as what it shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMoveEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

LETTERS_ACROSS = 62  # so wide that a question has three lines, seldom four
FROM_EDGE = 24  # pixels to the corner of the screen


class SmallWindow(QWidget):
    """Whole on the screen: it moves up where it grows over the foot, and down again after."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setProperty("look", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lifted = 0  # pixels it moved up for what it shows
        self._put = QPoint()  # where it moved to then

    @property
    def at(self) -> QPoint:
        """Where the user has it, without its frame, as `place` takes it."""
        return self.geometry().topLeft() + QPoint(0, self._lifted)

    def place(self, beside: QWidget, at: QPoint | None) -> None:
        """Lies at `at`, without its frame, or in the lower right corner of the screen of `beside`.

        To be called before it is shown: window systems move one in sight as they see fit.
        """
        self.setScreen(beside.screen())
        self.ensurePolished()
        room = self.screen().availableGeometry()
        width = self.fontMetrics().averageCharWidth() * LETTERS_ACROSS
        width = min(width, room.width() - 2 * FROM_EDGE)
        size = QSize(width, self._height_for(width))
        edge = QPoint(FROM_EDGE + size.width(), FROM_EDGE + size.height())
        there = at is not None and QApplication.screenAt(at) is not None
        self.setGeometry(QRect(at if at and there else room.bottomRight() - edge, size))

    def _height_for(self, width: int) -> int:
        layout = self.layout()
        return self.height() if layout is None else layout.totalHeightForWidth(width)

    def _fit(self) -> None:
        """As high as what it shows, and whole on the screen; where it was once there is room."""
        if not self.isVisible():
            return
        height = self._height_for(self.width())
        if height != self.height():
            self.resize(self.width(), height)
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        up = max(frame.bottom() - room.bottom(), -self._lifted)
        if up:
            self._lifted += up
            self._put = QPoint(frame.left(), max(room.top(), frame.top() - up))
            self.move(self._put)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * LETTERS_ACROSS // 2, 120)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self.pos() != self._put:  # the user's own doing
            self._lifted = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
