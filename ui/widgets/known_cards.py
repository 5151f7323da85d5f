"""What one would be sorry to have forgotten, and what is known of somebody."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.facts import FactKind
from planner.domain.shortening import one_line
from planner.journeys.at_the_table import AtTheTable
from ui import past_wording, wording
from ui.widgets.kept_rows import promised
from ui.widgets.layouts import Card, clear
from ui.widgets.text import LeadText, Text

FACTS_OF_A_KIND = 2  # the newest; more would be a page to read while somebody talks


class DontForget(Card):
    """Open promises, what to keep clear of, what the hour is for, and the last time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Don't forget"), parent)
        self.setObjectName("dont-forget")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.body.addLayout(self._lines)

    def show_table(self, table: AtTheTable, today: date) -> None:
        clear(self._lines)
        for promise in table.owed:
            lead = self.tr("{promised}:").format(promised=promised(promise, table.person, today))
            self._add(lead, promise.text, "ember" if promise.alarms(today) else "gold")
        meeting = table.meeting
        for lead, text in (
            (self.tr("Learn:"), meeting.learn),
            (self.tr("Give:"), meeting.give),
            (self.tr("Ask:"), meeting.ask),
        ):
            if one_line(text):
                self._add(lead, one_line(text), "pine")
        for fact in table.known:
            if fact.kind is FactKind.DISLIKE:
                self._add(self.tr("Dislikes:"), one_line(fact.text), "ember")
        if table.last is not None:
            last = table.last
            day = past_wording.as_known(last.day, last.roughly, today, short=True)
            lead = self.tr("Last time, {day}:").format(day=day)
            self._add(lead, table.last.text or self.tr("nothing was noted"), "blue")
        self.setVisible(self._lines.count() > 0)

    def _add(self, lead: str, rest: str, hue: str) -> None:
        self._lines.addWidget(LeadText(lead, rest, hue))


class WhatYouKnow(Card):
    """The facts, by kind; what stands under "Don't forget" is not said twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What you know"), parent)
        self.setObjectName("what-you-know")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        self.body.addLayout(self._lines)

    def show_table(self, table: AtTheTable) -> None:
        clear(self._lines)
        for kind in FactKind:
            facts = [fact for fact in table.known if fact.kind is kind]
            if kind is FactKind.DISLIKE or not facts:
                continue
            if self._lines.count():
                self._lines.addSpacing(5)
            self._lines.addWidget(Text(wording.fact_kind(kind), "small"))
            for fact in facts[:FACTS_OF_A_KIND]:
                self._lines.addWidget(Text(one_line(fact.text)))
        if not self._lines.count():
            words = self.tr("Nothing yet. What {name} tells you today stands here next time.")
            self._lines.addWidget(Text(wording.with_name(words, table.person), "soft"))
