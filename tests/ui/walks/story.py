"""What a walk is told by: the story before it, and what is said and done at the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from tests.ui.walks.at_the_table import AtTheTable
from tests.ui.walks.debriefing import Debriefing
from tests.ui.walks.preparing import Preparing
from tests.ui.walks.teller import Teller

Act = Callable[[AtTheTable], None]


@dataclass(frozen=True)
class Story:
    """One 1-2-1, from the evening before to the day after.

    `turns` says what happens under the first question of an id, else under the first that fills a
    kind of fact, else under the first of a part of the guide, so that a story goes on being told
    when other questions are chosen. Whatever else is asked is talked about and left. `evening` and
    `begins` are UTC, naive.
    """

    name: str  # of its file of record
    title: str
    before: str  # what is to be known of the two, for whoever reads the record
    who: str
    evening: datetime
    begins: datetime
    tell: Callable[[Teller], None]
    prepare: Callable[[Preparing], None]
    turns: Mapping[str, Sequence[Act]]
    debrief: Callable[[Debriefing], None]
    hushed: tuple[str, ...] = ()  # words of private facts: never on screen, page or note
    home: str = "Europe/London"  # the zone the user's computer is in
