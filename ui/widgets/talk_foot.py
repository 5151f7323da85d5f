"""The way on from a question: back, another one, skip, next."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from planner.domain.talk_time import END_SIGN
from ui import assets, theme
from ui.running_talk import RunningTalk
from ui.talk_keys import tips
from ui.widgets.layouts import button, row

GAP, NARROW_GAP = 10, 3  # pixels between buttons


class Room(IntEnum):
    """How much there is for the buttons."""

    ALL = 0  # every word in one row
    SHORT = 1  # fewer words
    STACKED = 2  # fewer words in two rows


AFTER_STRETCH = {Room.ALL: 2, Room.SHORT: 2, Room.STACKED: 1}  # places in a row


class TalkFoot(QWidget):
    """Buttons with fewer words where the window is narrow or the text large.

    Signals:
        next_wanted(), skip_wanted(), another_wanted(), back_wanted(), finish_wanted()
    """

    next_wanted = Signal()
    skip_wanted = Signal()
    another_wanted = Signal()
    back_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tip = tips()
        self._room = Room.ALL
        self._next_words = ""
        self._back = button("", self.back_wanted.emit, "quiet", "previous")
        self._back.setAccessibleName(self.tr("Back"))
        self._another = button("", self.another_wanted.emit, "quiet", "another-question")
        self._skip = button(self.tr("Skip"), self.skip_wanted.emit, name="skip")
        self._next = button("", self.next_wanted.emit, "primary", "next")
        self._next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow at the right
        self._end = button(
            self.tr("Finish conversation"), self.finish_wanted.emit, "primary", "finish-here"
        )
        for press, name in (
            (self._back, "previous"),
            (self._another, "another"),
            (self._skip, "skip"),
            (self._next, "next"),
            (self._end, "finish"),
        ):
            press.setToolTip(tip[name])
            # A click leaves the focus where it is, so that Space does not press the button again.
            press.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._above = row(None, gap=GAP)
        self._across = row(self._back, None, self._another, self._skip, self._next, self._end)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(4)
        rows.addLayout(self._above)
        rows.addLayout(self._across)
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._say(Room.ALL)

    def show_talk(self, talk: RunningTalk) -> None:
        """What can be done at the question where the talk is, or past the last."""
        asking = talk.prompt is not None
        for press, seen in (
            (self._skip, asking),
            (self._next, asking),
            (self._end, not asking),
            (self._another, asking or talk.minutes_left > END_SIGN // 60),
        ):
            press.setVisible(seen)
        self._back.setEnabled(talk.now.at > 0)
        self._next_words = self._words_for_next(talk)
        self._fit()

    def paint_icons(self) -> None:
        """The arrows in the palette in force."""
        self._back.setIcon(assets.icon("back", theme.current().soft))
        self._next.setIcon(assets.icon("forward", theme.current().on_pine))

    def _words_for_next(self, talk: RunningTalk) -> str:
        now = talk.now
        ahead = now.script[now.at + 1 :]
        leafing = talk.prompt is not None and talk.prompt.id in now.asked and bool(ahead)
        if leafing or any(prompt not in now.asked for prompt in ahead):
            return self.tr("Next question")
        return self.tr("That was the last")

    def _fit(self) -> None:
        """All the words where there is room for them."""
        for room in Room:
            self._say(room)
            if self._needed(room) <= self.width():
                break
        if room is self._room:
            return
        self._room = room
        into = self._above if room is Room.STACKED else self._across
        for layout in (self._above, self._across):
            layout.removeWidget(self._another)
        into.insertWidget(AFTER_STRETCH[room], self._another)
        self._across.setSpacing(GAP if room is Room.ALL else NARROW_GAP)
        self.updateGeometry()

    def _say(self, room: Room) -> None:
        short = room is not Room.ALL
        self._back.setText("" if short else self.tr("Back"))
        self._another.setText(self.tr("Another") if short else self.tr("Another one"))
        self._next.setText(self.tr("Next") if short else self._next_words)

    def _needed(self, room: Room) -> int:
        """Pixels that the buttons of the lower row ask for side by side."""
        every = [self._back, self._another, self._skip, self._next, self._end]
        if room is Room.STACKED:
            every.remove(self._another)
        shown = [press for press in every if not press.isHidden()]
        gap = GAP if room is Room.ALL else NARROW_GAP
        return sum(press.sizeHint().width() for press in shown) + gap * len(shown)

    def _height(self) -> int:
        row_height = self._next.sizeHint().height()
        return 2 * row_height + 4 if self._room is Room.STACKED else row_height

    def sizeHint(self) -> QSize:
        return QSize(self._needed(self._room), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
