"""What else is worth showing on Today, looked for once the page is seen."""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.domain.changes import Change, Kind
from planner.errors import PlannerError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from planner.storage.store import Store
    from ui.background import Job
    from ui.pages.today import TodayPage

log = logging.getLogger(__name__)

NOT_KNOWN = object()  # what could not be found out just now: what is shown of it stays
PAUSE_MS = 60  # after a refresh: several changes in a row are looked at once


class Extra(NamedTuple):
    """A card that stands beside the list when there is something to show in it.

    `journey` is "module:function" of a `(store, today)` that is walked in a thread, on a
    connection of its own, and returns what there is to show (something that can be compared,
    None for nothing). `card` is "module:Class" of a widget `(session, found, parent)`; where it
    has the signals `wanted`, `sheet_wanted` or `act_wanted` of a page, the page passes them on.
    """

    journey: str
    card: str


# In the order in which they stand, below what is coming up and what is promised.
EXTRAS: tuple[Extra, ...] = (
    Extra("planner.journeys.answer_proposal:waiting", "ui.widgets.proposals_card:ProposalsCard"),
    Extra("planner.journeys.met_lately:met_lately", "ui.widgets.met_lately_card:MetLatelyCard"),
    Extra("planner.journeys.who_is_there:who_is_there", "ui.widgets.trips_there:TripsThere"),
    Extra("planner.journeys.help_each_other:pair_of_today", "ui.widgets.pair_card:PairCard"),
    Extra(
        "planner.journeys.fit_questions:question_today",
        "ui.widgets.fit_question_strip:FitQuestionStrip",
    ),
)


class Extras(QObject):
    """Looks for what else there is today beside the window, and shows it below the rest.

    Nothing that is read moves for it: a card comes below, and one whose content is the same
    stays as it is. None of it is imported before the page was painted.
    """

    def __init__(self, page: TodayPage, cards: QVBoxLayout) -> None:
        super().__init__(page)
        self._page = page
        self._cards = cards
        self._shown: dict[int, Any] = {}  # what was found, by the place of its extra
        self._there: dict[int, QWidget] = {}  # the cards of it
        self._job: Job | None = None
        self._missed = False  # the page went out of sight meanwhile
        self._keyboard_at = -1  # the place of the card that went with the keyboard in it
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        page.session.changed.connect(self._on_changed)

    def look_again(self) -> None:
        """The page is opened anew: looks for what was left while it was out of sight."""
        if self._missed:
            self.look()

    def look(self) -> None:
        """Looks for what there is now; what is shown stays until that is known."""
        if EXTRAS:
            self._pause.start()

    def forget(self) -> None:
        """The palette changed: every card is to be made again."""
        self._shown.clear()

    def _on_changed(self, change: Change) -> None:
        """Some of what is shown stands in settings, for which the page itself is not filled."""
        if change.kinds == {Kind.SETTING}:
            self.look()

    def _on_pause(self) -> None:
        self._missed = not self._page.isVisible()
        if self._missed:
            return
        from ui.background import run

        if self._job is not None:
            self._job.cancel()
        store, today = self._page.session.store, self._page.session.today()

        def work(job: Job) -> tuple[Any, ...]:
            found = []
            with store.another() as own:
                for step, extra in enumerate(EXTRAS):
                    job.tell(step, len(EXTRAS))
                    found.append(_walked(extra, own, today))
            return tuple(found)

        self._job = run(work, self._on_found)

    def _on_found(self, found: Sequence[Any]) -> None:
        self._job = None
        self._missed = not self._page.isVisible()
        if self._missed:
            return
        anew = False
        for place, (extra, what) in enumerate(zip(EXTRAS, found, strict=True)):
            if what is NOT_KNOWN or self._stands(place, what):
                continue
            self._shown[place] = what
            anew = True
            if (before := self._there.pop(place, None)) is not None:
                before.removeEventFilter(self)
                self._note_keyboard(before, place)
                self._cards.removeWidget(before)
                before.hide()
                before.deleteLater()
            if what is not None:
                card = self._card(extra, what, self._cards.parentWidget())
                self._cards.insertWidget(sum(other < place for other in self._there), card)
                card.installEventFilter(self)
                card.show()  # now, as the keyboard may be to go there
                self._there[place] = card
        if anew:
            self._page.put_tabs_in_order()

    def _stands(self, place: int, what: Any) -> bool:
        """Whether this is what is shown already; a card that went by itself has to come anew."""
        if place not in self._shown or self._shown[place] != what:
            return False
        return what is None or not self._there[place].isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A card that goes by itself, being answered: what was sought before it is out of date."""
        if event.type() == QEvent.Type.Hide:
            for place, card in self._there.items():
                if card is watched and card.isHidden():  # it alone, not with the page
                    self._note_keyboard(card, place)
                    if self._job is not None:
                        self._job.cancel()
                        self._job = None
                    self.look()
        return super().eventFilter(watched, event)

    def _note_keyboard(self, card: QWidget, place: int) -> None:
        """The keyboard in a card that goes has to go on to what comes after it."""
        focused = self._page.window().focusWidget()
        if focused is not None and card.isAncestorOf(focused):
            self._keyboard_at = place
            QTimer.singleShot(0, self, self._pass_keyboard_on)  # once what comes is there

    def _pass_keyboard_on(self) -> None:
        """To the card in its place or the next, else the one before, else the first suggestion."""
        place, self._keyboard_at = self._keyboard_at, -1
        after = sorted(other for other in self._there if other >= place)
        before = sorted((other for other in self._there if other < place), reverse=True)
        if place < 0 or not self._page.isVisible():
            return
        for other in (*after, *before):
            for part in self._there[other].findChildren(QWidget):
                by_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
                if by_tab and part.isEnabled() and part.isVisibleTo(self._page):
                    part.setFocus(Qt.FocusReason.OtherFocusReason)
                    return
        self._page.go_to_first()

    def _card(self, extra: Extra, what: Any, around: QWidget | None) -> QWidget:
        card: QWidget = _named(extra.card)(self._page.session, what, around)
        for name in ("wanted", "sheet_wanted", "act_wanted"):
            if (signal := getattr(card, name, None)) is not None:
                signal.connect(getattr(self._page, name))
        return card


def _walked(extra: Extra, store: Store, today: date) -> Any:
    """What one finds; where it is refused the others are shown all the same."""
    try:
        return _named(extra.journey)(store, today)
    except PlannerError as refusal:
        log.warning("no %s: %s", extra.journey, type(refusal).__name__)  # no words: they hold names
        return NOT_KNOWN


def _named(name: str) -> Any:
    """What "module:name" names, imported now."""
    module, _, attribute = name.partition(":")
    return getattr(import_module(module), attribute)
