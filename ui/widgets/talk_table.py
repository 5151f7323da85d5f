"""Everything a conversation shows: the side, the question, and the cards beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.journeys.at_the_table import AtTheTable
from ui.running_talk import RunningTalk
from ui.talk_acts import TalkActs
from ui.widgets.keep_hold import KeepHold
from ui.widgets.known_cards import DontForget, WhatYouKnow
from ui.widgets.layouts import Scrolled
from ui.widgets.talk_middle import TalkMiddle
from ui.widgets.talk_side import TalkSide

WIDE = 1160  # pixels of window from which the columns beside the question are broad
SIDE_WIDTHS, ASIDE_WIDTHS = (200, 230), (302, 342)  # pixels, narrow and broad
BAR = 12  # pixels kept free for the scroll bar beside the cards
MIDDLE_WIDEST = 800  # pixels; longer lines are tiring to read


class TalkTable(QWidget):
    """Three columns; the outer two give way in a narrow window and grow with the text."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = TalkSide()
        self.middle = TalkMiddle()
        self.hold = KeepHold(today)
        self._dont_forget = DontForget()
        self._known = WhatYouKnow()
        self._aside = Scrolled()
        self._aside.body.setContentsMargins(0, 22, BAR, 22)
        for card in (self.hold, self._dont_forget, self._known):
            self._aside.body.addWidget(card)
        self._aside.body.addStretch(1)
        self._cards = self._aside.body
        self.hold.opened.connect(self._to_hold)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 18, 0, 22)
        middle.addWidget(self.middle)
        self.middle.setMaximumWidth(MIDDLE_WIDEST)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 12, 0)
        across.setSpacing(0)
        across.addWidget(self.side)
        across.addSpacing(26)
        across.addStretch(1)
        across.addLayout(middle, 1000)  # all the room up to its widest, before the stretches
        across.addSpacing(22)
        across.addWidget(self._aside)
        across.addStretch(1)

    def obey(self, acts: TalkActs) -> None:
        """Does what its buttons are pressed for."""
        side, middle, foot = self.side, self.middle, self.middle.foot
        for wanted, name in (
            (foot.next_wanted, "next"),
            (foot.skip_wanted, "skip"),
            (foot.another_wanted, "another"),
            (foot.back_wanted, "previous"),
            (foot.finish_wanted, "finish"),
            (middle.hint.offered, "offered"),
            (side.speaker_wanted, "speaker"),
            (side.pause_wanted, "pause"),
            (side.table_wanted, "table"),
            (side.finish_wanted, "finish"),
        ):
            wanted.connect(acts[name])
        for phase_wanted in (middle.hint.last_phase_wanted, side.phase_wanted):
            phase_wanted.connect(acts.to_phase)

    def show_known(self, table: AtTheTable, today: date) -> None:
        """Who it is, the cards beside the question, and what was kept so far."""
        self.side.show_person(table.person)
        self.middle.know_principles(table.principles)
        self.hold.show_kept(table, today)
        self._dont_forget.show_table(table, today)
        self._known.show_table(table)

    def show_talk(self, talk: RunningTalk, table: AtTheTable, reason: str) -> None:
        """The question with its reason, the phases and the clock."""
        self.middle.show_question(talk, reason)
        self.side.show_talk(talk, table.person)

    def show_time(self, talk: RunningTalk, table: AtTheTable) -> None:
        """What a second changes."""
        self.middle.show_time(talk)
        self.side.show_talk(talk, table.person)

    def paint_anew(self) -> None:
        """Icons and texts are to be made again: another conversation, or another palette."""
        self.middle.forget_shown()
        self.side.paint_icons()

    def _to_hold(self) -> None:
        """The form that was opened stands at the top of the cards."""
        self._aside.verticalScrollBar().setValue(0)

    def _fit(self) -> None:
        """Gives the outer columns the width that the window and their own texts ask for."""
        broad = self.width() >= WIDE
        side = max(SIDE_WIDTHS[broad], self.side.minimumSizeHint().width())
        aside = max(ASIDE_WIDTHS[broad], self._cards.minimumSize().width())
        if (side, aside) != (self.side.width(), self._aside.width()):
            self.side.setFixedWidth(side)
            self._aside.setFixedWidth(aside)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a text or its size is different
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
