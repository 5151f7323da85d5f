"""The head of the page on which a 1-2-1 is prepared: with whom, when, and what comes then."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.journeys.prepare_page import OneOfDay, Preparation, next_of_day
from ui import preparing_wording
from ui.widgets.layouts import Flow, button, clear, dress, page_head
from ui.widgets.text import Pill, Text


class PrepareHead(QWidget):
    """Name, time and place, whether it is prepared, and the two ways on from here.

    Signals:
        done(): it is prepared; on to the next, or back.
        begin_wanted(): the two sit together.
        other_wanted(int): the 1-2-1 of this id, on the same day.
        person_wanted(): the page of whom it is with.
    """

    done = Signal()
    begin_wanted = Signal()
    other_wanted = Signal(int)
    person_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Text("", "title")
        self._title.setObjectName("prepare-title")
        self._line = Text("", "soft")
        self._line.setObjectName("prepare-line")
        self._begin = button("", self.begin_wanted.emit, name="begin")
        self._done = button("", self.done.emit, "primary", "prepared")
        self._below = Flow(gap=8)
        self._day = QWidget()
        self._day.setObjectName("prepare-day")
        self._chips = Flow(self._day, gap=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(page_head(self._title, self._line, self._begin, self._done))
        column.addLayout(self._below)
        column.addWidget(self._day)

    def show_head(self, shown: Preparation, today: date, zone: str) -> None:
        self._title.setText(preparing_wording.title(shown.person))
        self._line.setText(preparing_wording.line(shown.meeting, today, zone))
        clear(self._below)
        pill = Pill(self.tr("Prepared") if shown.prepared else self.tr("Not prepared yet"))
        dress(pill, "pine" if shown.prepared else "gold", "pill")
        pill.setObjectName("prepare-state")
        self._below.addWidget(pill)
        pill.setVisible(shown.ahead)  # in its place by now: before, it would be a window
        about = button(
            preparing_wording.about(shown.person),
            self.person_wanted.emit,
            "link",
            "prepare-person",
        )
        about.setToolTip(self.tr("Open this person's page"))
        self._below.addWidget(about)
        self._show_ways_on(shown)
        self._show_day(shown)

    def focus_here(self) -> None:
        """Puts the keyboard on the primary button."""
        primary = self._begin if self._begin.property("look") == "primary" else self._done
        primary.setFocus()

    def _show_ways_on(self, shown: Preparation) -> None:
        """Begin is the main thing once its time is near, and preparing before that."""
        talk = self.tr("Go on talking") if shown.under_way else self.tr("Begin")
        self._begin.setText(talk)
        self._begin.setVisible(shown.ahead or shown.under_way)
        nearer = shown.near or shown.under_way
        dress(self._begin, "primary" if nearer else "")
        following = next_of_day(shown) if shown.ahead else None
        words = self.tr("Done")
        if following is not None:
            words = self.tr("Done, next: {who}").format(who=preparing_wording.called(following))
        self._done.setText(words.replace("&", "&&"))
        dress(self._done, "" if nearer else "primary")

    def _show_day(self, shown: Preparation) -> None:
        """Several on one day, one after the other."""
        clear(self._chips)
        several = len(shown.day) > 1
        self._day.setVisible(several)
        for one in shown.day if several else ():
            chip = _Chip(one, here=one.meeting.id == shown.meeting.id)
            chip.chosen.connect(self.other_wanted)
            self._chips.addWidget(chip)


class _Chip(QWidget):
    """A 1-2-1 of the day, with a tick once it is prepared."""

    chosen = Signal(int)

    def __init__(self, one: OneOfDay, *, here: bool) -> None:
        super().__init__()
        self._meeting = one.meeting.id
        words = preparing_wording.of_day(one)
        made = button(words, self._on_pressed, "chip", "day-chip")
        made.setCheckable(True)
        made.setChecked(here)
        state = self.tr("prepared") if one.prepared else self.tr("not prepared yet")
        made.setAccessibleName(f"{words}, {state}")
        inner = QVBoxLayout(self)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(made)

    def _on_pressed(self) -> None:
        self.chosen.emit(self._meeting)
