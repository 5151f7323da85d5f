"""The people of the week's list, card below card, and the links below them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.journeys.suggest_people import Suggestions
from ui import week_wording
from ui.portraits import Portraits
from ui.widgets.layouts import clear
from ui.widgets.suggestion_card import SuggestionCard
from ui.widgets.text import Text

FROM_A_CARD = (
    "plan_wanted",
    "person_wanted",
    "not_now",
    "until_wanted",
    "keep_wanted",
    "why_wanted",
)
BETWEEN = 8  # pixels between two cards


class WeekList(QVBoxLayout):
    """At most five people at a time; said above them when the week they are for is the next.

    Signals are those of a `SuggestionCard`, and of the foot:
        more_wanted(): the next people of the list.
        first_wanted(): back to the first.
    """

    plan_wanted = Signal(int)
    person_wanted = Signal(int)
    not_now = Signal(int, object)
    until_wanted = Signal(int)
    keep_wanted = Signal(int)
    why_wanted = Signal(int)
    more_wanted = Signal()
    first_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(BETWEEN)
        self.shown = Suggestions()

    def show_people(self, of: Suggestions, today: date, portraits: Portraits) -> None:
        """These people in place of those before; `add_foot` follows."""
        clear(self)
        self.shown = of
        column = self.parentWidget()  # at home there from the first: later it would cost more
        if of.full and not of.start:
            self._tell(week_wording.full(of), "strong", "week-full", column)
            self._tell(week_wording.next_week(), "soft", "next-week", column)
        for entry in of.entries:
            card = SuggestionCard(
                entry.person,
                entry.reasons,
                today,
                first=entry.rank == 1 and not of.full,
                asks=entry.ask_to_let_go,
                portrait=portraits.of(entry.person.id),
                parent=column,
            )
            for name in FROM_A_CARD:
                getattr(card, name).connect(getattr(self, name))
            self.addWidget(card)

    def show_instead(self, part: QWidget) -> None:
        """Something else where there is nobody to show."""
        clear(self)
        self.shown = Suggestions()
        self.addWidget(part)

    def add_foot(self) -> None:
        """The links below the people; a start shows the people first."""
        if not self.shown.entries:
            return
        from ui.widgets.list_foot import ListFoot

        foot = ListFoot(
            more=self.shown.more, later=bool(self.shown.start), parent=self.parentWidget()
        )
        foot.more_wanted.connect(self.more_wanted)
        foot.first_wanted.connect(self.first_wanted)
        foot.why_wanted.connect(self._on_why)
        self.addWidget(foot)

    def _tell(self, words: str, look: str, name: str, column: QWidget | None) -> None:
        told = Text(words, look, parent=column)
        told.setObjectName(name)
        self.addWidget(told)

    def _on_why(self) -> None:
        self.why_wanted.emit(self.shown.entries[0].person.id)
