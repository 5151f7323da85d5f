"""How warm it is between the two: the line of the past months, and what they are used to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from planner.domain.meetings import Meeting, State, Touch
from planner.domain.standing import standing
from planner.domain.suggestions import half_life
from planner.journeys.person_page import PersonPage
from ui import day_wording, habit_wording, warmth_wording
from ui.models.people import DOTS, told
from ui.widgets.person_card import PersonCard
from ui.widgets.text import Pill, Text
from ui.widgets.warmth_line import Mark, WarmthLine
from ui.widgets.warmth_marks import MarkKind, MarksLegend


class WarmthCard(PersonCard):
    """The line with its legend, and below it a sentence for each habit."""

    def __init__(self, page: PersonPage, today: date) -> None:
        super().__init__("card-warmth", self.tr("Warmth"))
        if not page.curve:
            self.body.addWidget(
                Text(self.tr("You have not been in touch yet. It begins when you meet."), "soft")
            )
            return
        warmth = standing(page.signals).warmth
        hue = DOTS[warmth]
        self._head.addWidget(Pill(told(warmth), "plain" if hue == "soft" else hue))
        drawn = WarmthLine(page.curve, page.ahead, tuple(_marks(page, today)), today)
        drawn.setAccessibleDescription(
            warmth_wording.read_out(told(warmth), [mark.words for mark in reversed(drawn.marks)])
        )
        self.body.addWidget(drawn)
        self.body.addWidget(MarksLegend(mark.kind for mark in drawn.marks))
        said = QVBoxLayout()
        said.setSpacing(2)
        for sentence in self._sentences(page, today):
            said.addWidget(Text(sentence, "soft"))
        self.body.addLayout(said)

    def _sentences(self, page: PersonPage, today: date) -> Iterator[str]:
        if page.last_contact is not None:
            ago = day_wording.ago((today - page.last_contact).days)
            yield self.tr("Last in touch {ago}").format(ago=ago)
        yield warmth_wording.half_gone(half_life(page.signals))
        yield from habit_wording.sentences(page.habits, page.person)


def _marks(page: PersonPage, today: date) -> Iterator[Mark]:
    for line in page.history:
        what = line.what
        if isinstance(what, Meeting) and what.state is not State.HELD:
            continue
        kind = (
            MarkKind.TALK
            if isinstance(what, Meeting)
            else MarkKind.TOUCH
            if isinstance(what, Touch)
            else MarkKind.EVENT
        )
        yield Mark(line.day, kind, warmth_wording.marked(what, line.day, today))
    for meeting in page.planned:
        day = meeting.starts.date()
        if day >= today:
            yield Mark(day, MarkKind.PLANNED, warmth_wording.marked(meeting, day, today))
