"""What happens under a question, as a story lists it."""

from __future__ import annotations

from tests.ui.walks.story import Act


def they(minutes: float) -> Act:
    """They talk."""
    return lambda table: table.talks(minutes, mine=False)


def me(minutes: float) -> Act:
    """The user talks."""
    return lambda table: table.talks(minutes, mine=True)


def note(text: str) -> Act:
    return lambda table: table.note(text)


def promise(what: str, chip: str = "", *, theirs: bool = False) -> Act:
    """`chip` is the name of a day's chip; without it the day is in the words, if anywhere."""
    return lambda table: table.promise(what, chip, theirs=theirs)


def referral(what: str, *, theirs: bool = False) -> Act:
    return lambda table: table.capture("referral", what, other=theirs)


def introduction(to: str, why: str, *, theirs: bool = False) -> Act:
    return lambda table: table.introduction(to, why, theirs=theirs)


def ask(text: str, *, mine: bool = False) -> Act:
    return lambda table: table.capture("ask", text, other=mine)


def like(text: str) -> Act:
    return lambda table: table.capture("like", text)


def dislike(text: str) -> Act:
    return lambda table: table.capture("dislike", text)


def fact(kind: str, text: str) -> Act:
    return lambda table: table.fact(kind, text)


def take_back_last() -> Act:
    """What was kept last is undone with Ctrl+Z."""
    return lambda table: table.undo()


def pause(minutes: float) -> Act:
    """The coffee comes, or a telephone rings."""
    return lambda table: table.pause(minutes)


def skip() -> Act:
    return lambda table: table.skip()


def another() -> Act:
    """One more question."""
    return lambda table: table.another()


def back_and_add(text: str) -> Act:
    """They come back to what was asked before."""
    return lambda table: table.back_and_add(text)


def table_mode() -> Act:
    """The screen is put aside for the small window."""
    return lambda table: table.to_small_window()


def whole_page() -> Act:
    return lambda table: table.to_whole_page()


def offered() -> Act:
    """The hint to offer something of one's own is done with."""
    return lambda table: table.offered()


def finish() -> Act:
    """Time is up before the questions are."""
    return lambda table: table.finish()
