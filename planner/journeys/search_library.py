"""Find anything by its words: people, what is known of them, and what was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.domain.changes import Kind
from planner.storage.search import Hit

if TYPE_CHECKING:
    from planner.storage.store import Store

__all__ = ["Hit", "meeting_of", "search_library"]

MOST = 40  # rows somebody will look through before typing another letter


def search_library(store: Store, text: str) -> list[Hit]:
    """What matches every word typed so far, best first; nothing for a blank."""
    return store.search.find(text, MOST) if text.strip() else []


def meeting_of(store: Store, hit: Hit) -> int:
    """The 1-2-1 that was found, or in which an answer was given; 0 for anything else."""
    if hit.kind is Kind.MEETING:
        return hit.id
    answer = store.answers.find(hit.id) if hit.kind is Kind.ANSWER else None
    return answer.meeting if answer else 0
