"""Which hue says what, the same wherever it is shown."""

from __future__ import annotations

from planner.domain.meetings import State


def of_state(state: State) -> str:
    """The hue of how a 1-2-1 stands: one of ui.theme, or "plain"."""
    return {
        State.PROPOSED: "gold",
        State.AGREED: "pine",
        State.HELD: "blue",
        State.CANCELLED: "plain",
        State.MISSED: "ember",
    }[state]
