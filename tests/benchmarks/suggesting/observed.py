"""What a way of choosing may see of the simulated world, and what it has seen happen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tests.benchmarks.suggesting.network import Counts, Flags, Floats


class Asked(NamedTuple):
    """One invitation, and what came of it."""

    week: int
    silent: int  # weeks since the last contact, when asked
    label: int  # the stage they seemed to stand on, when asked
    accepted: bool  # then they met in the same week
    label_after: int  # the stage they seem to stand on since; the same after a no


@dataclass
class Observed:
    """One week as the program could know it; arrays hold a value for each person.

    They live on from week to week and are for reading alone. People still to appear are in them,
    and not askable.
    """

    week: int
    askable: Flags  # there, within reach and not resting; nobody else is ever invited
    appears: Counts  # week in which they are first met; 0 for those known from the start
    label: Counts  # the stage 0..5 they seem to stand on, often one off
    silent: Counts  # weeks since the last contact, at most 78
    met: Flags  # whether there was a first real 1-2-1, if before the start
    shared: Flags  # a group in common, else a lone bridge
    expected: Floats  # what they seem worth to the user, an average person being worth 1
    promise: Floats  # weeks until a promise is due, nan without one
    invited: Counts  # since the start
    accepted: Counts  # of those; they met
    rests: Counts  # weeks until they may be asked again
    reachable: Flags  # in one's own city or the one visited this week
    city: Counts  # 0 is one's own
    asked: list[list[Asked]]  # for each person, the oldest first
