"""A quiet hint while talking: offer something of yours, or the end is near."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.domain.conversation import offer_something_of_yours
from planner.domain.talk_time import near_end, progress, seconds_left
from ui.running_talk import RunningTalk
from ui.widgets.layouts import button
from ui.widgets.text import Text


class TalkHint(QFrame):
    """One hint at a time, with the one thing to do about it; hidden when there is none.

    Signals:
        offered(): the user has told something of their own.
        last_phase_wanted(str): go to the phase of this id, the last one.
    """

    offered = Signal()
    last_phase_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "hint")
        self.setObjectName("hint")
        self._last = ""
        self._words = Text("")
        self._words.setObjectName("hint-words")
        self._did = button(self.tr("Done"), self.offered.emit, "chip", "hint-offered")
        self._go = button("", self._on_go, "chip", "hint-go")
        for press in (self._did, self._go):
            press.setFocusPolicy(press.focusPolicy().TabFocus)
        inner = QHBoxLayout(self)
        inner.setContentsMargins(12, 6, 8, 6)
        inner.addWidget(self._words, 1)
        inner.addWidget(self._did)
        inner.addWidget(self._go)
        self.hide()

    def show_talk(self, talk: RunningTalk) -> None:
        phases = progress(talk.now, talk.guide, talk.meeting.minutes)
        ending = near_end(talk.now, talk.meeting.minutes)
        elsewhere = bool(phases) and not phases[-1].here and phases[-1].questions > 0
        offer = not ending and elsewhere and _asks(talk) and offer_something_of_yours(talk.now)
        if ending:
            self._say(self._end_words(talk))
            self._last = phases[-1].id if phases else ""
            words = phases[-1].title if phases else ""
            self._go.setText(words.replace("&", "&&"))
        elif offer:
            self._say(
                self.tr(
                    "That was three questions in a row. Offer something of yours before the next,"
                    " rather than your own answer to one of them."
                )
            )
        self._go.setVisible(ending and elsewhere)
        self._did.setVisible(offer)
        self.setVisible(ending or offer)

    def _end_words(self, talk: RunningTalk) -> str:
        left = seconds_left(talk.now, talk.meeting.minutes)
        if left <= 0:
            return self.tr("The time you agreed on is over. Say so, or agree on a little more.")
        minutes = -(-left // 60)
        if minutes == 1:
            return self.tr("The last minute. Say back who does what by when.")
        words = self.tr("{count} minutes left. Say back who does what by when.")
        return words.format(count=minutes)

    def _say(self, words: str) -> None:
        if self._words.text() != words:
            self._words.setText(words)

    def _on_go(self) -> None:
        self.last_phase_wanted.emit(self._last)


def _asks(talk: RunningTalk) -> bool:
    """Whether a question is on screen that is not an offer of one's own already."""
    return talk.prompt is not None and not talk.prompt.offers
