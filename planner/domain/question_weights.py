"""What speaks for and against a question, and how much."""

from __future__ import annotations

from collections.abc import Mapping

from planner.domain.facts import FactKind
from planner.domain.people import Stage

# What each stage is the time for: first their story, then what they are proud of and struggle
# with, then whom they know and whom they look for.
TIME_FOR: Mapping[Stage, frozenset[FactKind]] = {
    Stage.CONNECTED: frozenset(
        {FactKind.INTEREST, FactKind.DOES, FactKind.FOR_WHOM, FactKind.GOAL, FactKind.LIKE}
    ),
    Stage.KNOWN: frozenset({FactKind.GOAL, FactKind.ACCOMPLISHMENT, FactKind.FOR_WHOM}),
    Stage.LIKED: frozenset({FactKind.ACCOMPLISHMENT, FactKind.CHALLENGE, FactKind.GOAL}),
    Stage.TRUSTED: frozenset({FactKind.NETWORK, FactKind.IDEAL_REFERRAL, FactKind.SKILL}),
    Stage.REFERS: frozenset({FactKind.NETWORK, FactKind.IDEAL_REFERRAL}),
}
# What sounds like wanting something before there is any trust.
TOO_SOON: Mapping[Stage, frozenset[FactKind]] = {
    Stage.CONNECTED: frozenset({FactKind.IDEAL_REFERRAL, FactKind.NETWORK, FactKind.CHALLENGE}),
}

# The weights of the score, our choice: only their order matters. A wide gap outweighs everything
# but what was asked lately; what was told last time outweighs a gap, as being remembered counts
# for more than being asked something new.
HEARD_SINCE = 4.0  # takes up what was heard of them since the last 1-2-1
COMES_BACK = 3.5  # takes up what they told
TO_SUMMARY = 3.0  # takes up how the last 1-2-1 was summed up
OWED = 3.2  # takes up what the user still owes
GAP = 3.0  # nothing is known of the most useful kind; each next kind a little less
GAP_STEP = 0.2
SMALL_GAP = 1.0  # nothing known of a kind that is good to know, but not asked for first
# What one hears by the way: nobody asks a question to fill these.
UNSPOKEN = frozenset({FactKind.LIKE, FactKind.DISLIKE, FactKind.NOTE, FactKind.PRIVATE})
# Anything may be noted, or told in confidence: two questions that fill these are not the same, and
# whoever confided something is asked all the more what should stay between the two.
ANYTHING = frozenset({FactKind.NOTE, FactKind.PRIVATE})
LEFT_OVER = 2.0  # there was no time for it last time
AUDIENCE = 2.5  # made for somebody like them
STALE = 1.5  # what is known of it has grown old
SUITS_STAGE = 1.0  # it is the time for such a question
LIKED_TOPIC = 1.0
FAVOURITE = 0.75  # the user likes to ask it
OWN = 0.75  # the user wrote it, to ask it
FOR_FRIENDS = 1.0  # a close question between two who are close
FOR_SOME_STAGES = 0.15  # for each stage it is not written for
KNOWN_ALREADY = -1.5
GOES_DEEPER = -0.5
PERSONAL_AGAIN = -0.75  # for each question of this script that is personal already
SAME_AGAIN = -1.0  # an earlier question of this script asks for the same kind: no gap any more
ALL_SAID = -2.5  # and as much as there is to say: it came back to that, or asked what puts them off
SINCE_AGAIN = -3.0  # an earlier one asks what has happened since the last time, too
NOT_SINCE = -5.0  # it speaks of the last time, and none is written down
IN_CONFIDENCE = 2.0  # they may have confided something: what should stay between the two?
SOON = -1.5  # it sounds like wanting something
ASKED_LONG_AGO = -3.0
# By how many 1-2-1s ago it was asked: within RECENTLY more than all that could speak for it, and
# the longer ago the milder.
ASKED: Mapping[int, float] = {1: -22.0, 2: -18.0, 3: -14.0, 4: -9.0, 5: -6.0}

STALE_AFTER = 180  # days after which a fact is worth asking again
NOTED_WITHIN = 3  # days after a talk within which what was said in it is usually written down
CLOSE = 3  # the depth of what one tells few people
RECENTLY = 3  # 1-2-1s back within which a question is not asked again while there are others
ALWAYS = 100.0  # before all others
