"""How reading a contact file tells how far it has come, so that it can be shown and stopped."""

from __future__ import annotations

from collections.abc import Callable

# So much of so much is done, in bytes, lines or rows. It may raise, which ends the reading.
Progress = Callable[[int, int], None]


def unseen(done: int, of: int) -> None:
    """Nobody looks."""


def part(whole: Progress, before: int, size: int, of: int) -> Progress:
    """How one of several things tells of all: `size` of `of`, after `before` are done."""

    def told(done: int, within: int) -> None:
        whole(before + size * min(done, within) // max(1, within), of)

    return told
