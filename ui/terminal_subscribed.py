"""After a command that changes the library, the calendar to subscribe to says so too."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.terminal_call import Call
from ui.terminal_output import Told

if TYPE_CHECKING:
    from planner.storage.store import Store


def with_subscribed(call: Call, store: Store, told: Told) -> Told:
    """Brings the file up to date, and adds to what is told where that fails."""
    from planner.journeys.subscribed_calendar import subscribed

    if subscribed(store) is None:
        return told
    from ui.subscribed_file import write_subscribed

    failure = write_subscribed(store, call.now)
    return replace(told, warning="\n".join(part for part in (told.warning, failure) if part))
