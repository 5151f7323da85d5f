"""The user's own news, kept in the library."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.own_news import News
from planner.errors import PlannerError
from planner.journeys.own_news import forget_news, note_news, own_news
from planner.storage.store import Store

DAY = date(2026, 11, 20)


def test_news_is_noted_once_and_told_to_whom_it_is_new(store: Store) -> None:
    note_news(store, "We took on  an apprentice ", DAY)
    assert own_news(store) == own_news(store, DAY) == (News(DAY, "We took on an apprentice"),)
    assert own_news(store, date(2026, 11, 21)) == ()


def test_it_can_be_taken_out_and_both_undone(store: Store) -> None:
    noted = note_news(store, "A van", DAY)
    gone = forget_news(store, News(DAY, "A van"))
    assert own_news(store) == ()
    store.revert(gone)
    assert own_news(store) == (News(DAY, "A van"),)
    store.revert(noted)
    assert own_news(store) == ()


def test_no_words_are_no_news(store: Store) -> None:
    with pytest.raises(PlannerError, match="what is new"):
        note_news(store, "  ", DAY)
