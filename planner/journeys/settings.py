"""What the user chose for this library: small settings that move with it."""

from __future__ import annotations

from planner.domain.changes import Change
from planner.errors import PlannerError
from planner.storage.store import Store

PAPERS = ("a4", "letter", "pocket")
_PAPER, _LARGE, _YES = "paper", "large print", "yes"


def paper(store: Store, usual: str) -> str:
    """What cheat-sheets are printed on: what was chosen, else `usual` in the user's country."""
    chosen = store.settings.get(_PAPER)
    return chosen if chosen in PAPERS else usual


def choose_paper(store: Store, chosen: str) -> Change:
    """Keeps what cheat-sheets are printed on, one of PAPERS."""
    if chosen not in PAPERS:
        raise PlannerError(f"There is no paper “{chosen}”. Choose a4, letter or pocket.")
    with store.transaction() as work:
        store.settings.put(_PAPER, chosen)
    return work.change


def large_print(store: Store) -> bool:
    """Whether cheat-sheets are in large print."""
    return store.settings.get(_LARGE) == _YES


def choose_large_print(store: Store, chosen: bool) -> Change:
    """Keeps whether cheat-sheets are in large print."""
    with store.transaction() as work:
        store.settings.put(_LARGE, _YES if chosen else "")
    return work.change
