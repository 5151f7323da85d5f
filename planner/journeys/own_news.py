"""What is new with the user, kept once for everybody who has not heard it."""

from __future__ import annotations

from datetime import date

from planner.domain.changes import Change
from planner.domain.own_news import News, news_from, news_since, news_text, noted
from planner.errors import PlannerError
from planner.storage.store import Store

_SETTING = "own news"


def own_news(store: Store, last: date | None = None) -> tuple[News, ...]:
    """What somebody last talked to on that day has not heard, the newest last."""
    return news_since(news_from(store.settings.get(_SETTING)), last)


def note_news(store: Store, text: str, today: date) -> Change:
    """Notes something new of the user's own. PlannerError when it says nothing."""
    if not text.strip():
        raise PlannerError("Write what is new with you, or leave it.")
    with store.transaction() as work:
        _put(store, noted(own_news(store), News(today, text)))
    return work.change


def forget_news(store: Store, news: News) -> Change:
    """Takes something out again: it is no news any more."""
    with store.transaction() as work:
        _put(store, tuple(one for one in own_news(store) if one != news))
    return work.change


def _put(store: Store, news: tuple[News, ...]) -> None:
    if news:
        store.settings.put(_SETTING, news_text(news))
    else:
        store.settings.forget(_SETTING)
