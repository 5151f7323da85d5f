"""What a long silence leaves of the stage somebody was put on.

People stay where the user once put them on the ladder, relationships do not. So the index takes
somebody for lower the longer nothing but messages passed between the two: by so little a week, and
only for the weeks that the warmth is gone.

Of all that was tried it is what measurably helps in the simulated networker's world, where a
relationship gone cold loses a stage with 3 % a week: in 400 worlds the index reaches 0.01 more of
the bound with 50 people, 0.02 with 200 and with 1000 (0.005 standard error). Not worth their while
were: each person's half-life, how readily they climb, and a no that counts less when it was cold.
"""

from __future__ import annotations

from functools import cache
from math import log

from planner.domain.suggestions import (
    DAYS_IN_WEEK,
    LONE_TIE,
    RUNGS,
    SHARED_TIE,
    TENTHS,
    UNKNOWN_DAYS,
    level,
)

# Rungs lost with each week gone quite cold. Of 0.015 to 0.03, tried in worlds of their own, that
# which helps networks of 50, 200 and 1000 people alike.
LOST_A_WEEK = 0.02
LONGEST_WEEKS = UNKNOWN_DAYS // DAYS_IN_WEEK  # of silence, after which nothing more is lost


@cache
def slipped(stage: int, meetings: int, shared: bool, weeks: int) -> int:
    """Tenths of a rung lost by somebody put on a stage, so many weeks after the last 1-2-1.

    Messages and events do not count: were they to, writing to somebody would push them up on the
    same day. Nobody loses more than about a rung and a half, nor falls below Connected.
    """
    stands = level(stage, meetings)
    half_life = RUNGS[stands].half_life * (SHARED_TIE if shared else LONE_TIE)
    weeks = min(weeks, LONGEST_WEEKS)
    # The sum of 1 - warm over the weeks of silence.
    cold = weeks - half_life / log(2.0) * (1.0 - float(2.0 ** (-weeks / half_life)))
    return min(TENTHS * stands, round(TENTHS * LOST_A_WEEK * cold))
