"""What is new with the user: told to whoever has not heard it yet.

To remember what somebody told, and to have news of one's own, keeps the two close; being forgotten
costs it (Ray et al. 2019).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.shortening import one_line

KEPT = 12  # of the newest: what is older is no news to anybody; our choice


@dataclass(frozen=True, slots=True)
class News:
    """Something new of the user's own, and when it was noted."""

    day: date
    text: str


def noted(news: Sequence[News], fresh: News) -> tuple[News, ...]:
    """With a fresh one, the newest last; said again in the same words it is news of that day."""
    text = one_line(fresh.text)
    if not text:
        return tuple(news)
    others = [one for one in news if one.text.casefold() != text.casefold()]
    return tuple([*others, News(fresh.day, text)][-KEPT:])


def news_since(news: Iterable[News], last: date | None) -> tuple[News, ...]:
    """What somebody last talked to on that day has not heard; everything where they never met."""
    return tuple(one for one in news if last is None or one.day >= last)


def news_text(news: Iterable[News]) -> str:
    """News as the library keeps it."""
    return json.dumps([[one.day.isoformat(), one.text] for one in news], ensure_ascii=False)


def news_from(text: str) -> tuple[News, ...]:
    """News as `news_text` wrote it; what is not news is passed over."""
    try:
        kept = json.loads(text or "[]")
    except ValueError:
        return ()
    found = []
    for one in kept if isinstance(kept, list) else []:
        match one:
            case [str(day), str(said)] if one_line(said):
                try:
                    found.append(News(date.fromisoformat(day), said))
                except ValueError:
                    continue
    return tuple(found)
