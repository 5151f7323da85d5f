"""What people look for, the user included: noted, changed, ticked as found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planner.domain.asks import Ask
from planner.domain.changes import Change
from planner.errors import PlannerError
from planner.storage.store import Store


def add_ask(store: Store, ask: Ask) -> tuple[Change, Ask]:
    """Notes what somebody looks for; the user, where no person is named."""
    tidy = _in_order(ask)
    with store.transaction() as work:
        if tidy.person is not None:
            store.people.get(tidy.person)
        kept = store.asks.add(tidy)
    return work.change, kept


def edit_ask(store: Store, ask: Ask) -> Change:
    tidy = _in_order(ask)
    with store.transaction() as work:
        store.asks.update(tidy)
    return work.change


def remove_ask(store: Store, ask_id: int) -> Change:
    with store.transaction() as work:
        store.asks.remove(ask_id)
    return work.change


def close_ask(store: Store, ask_id: int, today: date, came_of: str = "") -> Change:
    """It was found, or is not looked for any more; `came_of` says what came of it."""
    with store.transaction() as work:
        ask = store.asks.get(ask_id)
        store.asks.update(
            replace(ask, done_on=ask.done_on or today, came_of=came_of.strip() or ask.came_of)
        )
    return work.change


def reopen_ask(store: Store, ask_id: int) -> Change:
    """It is looked for after all; what came of it so far stays noted."""
    with store.transaction() as work:
        store.asks.update(replace(store.asks.get(ask_id), done_on=None))
    return work.change


def _in_order(ask: Ask) -> Ask:
    text = ask.text.strip()
    if not text:
        raise PlannerError("An ask needs a few words: what is looked for?")
    return replace(ask, text=text, came_of=ask.came_of.strip())
