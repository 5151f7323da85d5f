"""The question library as this user has it."""

from __future__ import annotations

from functools import cache

from planner.domain.guides import Library
from planner.domain.own_questions import merged
from planner.guides.library import load
from planner.storage.store import Store


def question_library(store: Store) -> Library:
    """The program's guides, read once, with the user's own questions, guides and marks in them.

    What is wrong in any of them is in `problems`.
    """
    return merged(ours(), store.own_guides.all(), store.own_prompts.all(), store.marks.all())


@cache
def ours() -> Library:
    """The program's own guides, as they were shipped."""
    return load()
