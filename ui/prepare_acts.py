"""What is chosen on the page where a 1-2-1 is prepared: kept at once, and undoable."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from planner.domain.own_news import News
from planner.journeys import prepare_meeting as journeys
from planner.journeys.follow_up import keep_promise
from planner.journeys.own_news import forget_news, note_news
from planner.journeys.prepare_page import Preparation
from planner.journeys.question_library import question_library
from ui import preparing_wording
from ui.session import Session
from ui.widgets.prepare_cards import PrepareCards


class PrepareActs(QObject):
    """Does what the cards ask for, with the 1-2-1 in sight.

    Signals:
        refused(): the cards show what was pressed, which is not what is kept.
    """

    refused = Signal()

    def __init__(
        self, session: Session, cards: PrepareCards, shown: Callable[[], Preparation | None]
    ) -> None:
        """`shown` tells the 1-2-1 in sight as it is kept now; None for none."""
        super().__init__(cards)
        self._session, self._cards, self._shown = session, cards, shown
        for signal, slot in (
            (cards.openers.another_wanted, self._on_another),
            (cards.openers.guide_chosen, self._on_guide),
            (cards.openers.afresh_wanted, self._on_afresh),
            (cards.dont_forget.news_noted, self._on_news),
            (cards.dont_forget.news_gone, self._on_news_gone),
            (cards.promises.ticked, self._on_ticked),
            (cards.offer.chosen, self._on_offer),
            (cards.aims.wished, self._on_aims),
        ):
            signal.connect(slot)

    def keep_typed(self) -> bool:
        """Keeps what stands in the fields; whether that could be."""
        kept = self._keep_aims()
        text = self._cards.dont_forget.typed()
        return kept and (not text or self._note_news(text))

    def say_prepared(self) -> bool:
        """Its questions stay as they stand now; whether that could be."""
        shown = self._shown()
        if shown is None or not shown.ahead or shown.prepared:
            return shown is not None
        library, about = question_library(self._session.store), shown.meeting.id
        label = preparing_wording.done(shown.person)
        return self._session.do(label, journeys.prepare_meeting, library, about) is not None

    def _on_another(self, prompt: str) -> None:
        if (shown := self._shown()) is not None:
            label, library = self.tr("Another question"), question_library(self._session.store)
            self._session.do(label, journeys.swap_question, library, shown.meeting.id, prompt)

    def _on_guide(self, guide: str) -> None:
        shown, library = self._shown(), question_library(self._session.store)
        found = library.find(guide)
        if shown is None or found is None or shown.guide == found:
            return
        label = self.tr("Guide: {title}").format(title=found.title)
        if self._session.do(label, journeys.choose_guide, library, shown.meeting.id, guide) is None:
            self.refused.emit()

    def _on_afresh(self) -> None:
        if (shown := self._shown()) is not None:
            label = self.tr("The questions are chosen afresh")
            self._session.do(label, journeys.choose_afresh, shown.meeting.id)

    def _on_offer(self, text: str) -> None:
        label = self.tr("Nothing to offer noted any more")
        if text:
            label = self.tr("To offer: {what}").format(what=text)
        self._cards.take_give(text)
        if not self._keep_aims(label):
            self._cards.take_give(self._cards.aims_kept[1])
            self.refused.emit()

    def _on_aims(self) -> None:
        self._keep_aims()

    def _keep_aims(self, label: str = "") -> bool:
        shown = self._shown()
        if shown is None or not shown.ahead:
            return True
        learn, give, ask = aims = self._cards.aims.value()
        if aims == self._cards.aims_kept:
            return True
        label, now = label or self.tr("Words of the 1-2-1 changed"), self._session.now()
        about = shown.meeting.id
        return self._session.do(label, journeys.keep_aims, about, learn, give, ask, now) is not None

    def _on_news(self, text: str) -> None:
        self._note_news(text)

    def _note_news(self, text: str) -> bool:
        label, today = self.tr("Your news is noted"), self._session.today()
        kept = self._session.do(label, note_news, text, today) is not None
        if kept:
            self._cards.dont_forget.forget_typed()
        return kept

    def _on_news_gone(self, news: News) -> None:
        self._session.do(self.tr("No news any more"), forget_news, news)

    def _on_ticked(self, promise: int, kept: bool) -> None:
        if kept:
            today = self._session.today()
            self._session.do(self.tr("Promise kept"), keep_promise, promise, today)
