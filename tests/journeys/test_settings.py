"""Settings that move with the library."""

from __future__ import annotations

import pytest

from planner.domain.changes import Kind
from planner.errors import PlannerError
from planner.journeys.settings import choose_paper, paper
from planner.storage.store import Store


def test_paper_is_the_usual_until_chosen(store: Store) -> None:
    assert paper(store, "letter") == "letter"
    change = choose_paper(store, "a4")
    assert paper(store, "letter") == "a4"
    assert change.kinds == {Kind.SETTING}
    store.revert(change)
    assert paper(store, "letter") == "letter"


def test_unknown_paper_is_refused_in_words(store: Store) -> None:
    with pytest.raises(PlannerError, match="no paper “a5”"):
        choose_paper(store, "a5")
