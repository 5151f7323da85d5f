"""The user's own news: kept once, told to whoever has not heard it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.domain.own_news import KEPT, News, news_from, news_since, news_text, noted

DAY = date(2026, 11, 20)
NEWS = st.builds(
    News, st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.text(min_size=1).filter(str.strip)
)


@given(st.lists(NEWS))
def test_what_is_kept_reads_as_it_was_written(news: list[News]) -> None:
    tidy: tuple[News, ...] = ()
    for one in news:
        tidy = noted(tidy, one)
    assert news_from(news_text(tidy)) == tidy
    assert len(tidy) <= KEPT


def test_the_newest_are_kept_and_the_same_words_once() -> None:
    news: tuple[News, ...] = ()
    for n in range(KEPT + 3):
        news = noted(news, News(DAY + timedelta(days=n), f"News {n}"))
    assert [one.text for one in news][:1] == ["News 3"]
    again = noted(news, News(DAY + timedelta(days=99), "news 5"))
    assert again[-1] == News(DAY + timedelta(days=99), "news 5")
    assert len(again) == len(news)
    assert noted(news, News(DAY, "  ")) == news


def test_somebody_has_not_heard_what_came_after_the_last_talk() -> None:
    news = (News(DAY - timedelta(days=9), "An old thing"), News(DAY, "A van"))
    assert news_since(news, DAY) == (News(DAY, "A van"),)
    assert news_since(news, None) == news
    assert news_since(news, DAY + timedelta(days=1)) == ()


def test_what_is_no_news_is_passed_over() -> None:
    assert news_from("") == news_from("{}") == news_from("[1, [], [2, 3]]") == news_from("x") == ()
    assert news_from(
        '[["2026-02-31", "A van"], ["2026-11-20", "  "], ["2026-11-20", "A van"]]'
    ) == (News(DAY, "A van"),)
