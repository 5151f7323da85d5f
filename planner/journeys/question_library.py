"""The question library as this user has it."""

from __future__ import annotations

from functools import cache

from planner.domain.guides import Library
from planner.guides.library import load
from planner.storage.store import Store


def question_library(store: Store) -> Library:
    """The program's guides, read once; what is wrong in them is in `problems`."""
    return _ours()


@cache
def _ours() -> Library:
    return load()
