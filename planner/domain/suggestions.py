"""Whom to meet next: one figure for each person, its parts, and who stands above whom.

Each relationship changes whether or not it is tended, so every person gets an index: what one
1-2-1 with them now is worth, in weeks of a fully trusting relationship with a person of average
fit. The formula and all constants marked [index] are the project's closed form, worked out
against a simulated networker's two years; they are assumptions, not measurements. Only the
order of the half-lives matters much. Half-lives follow the published order of magnitude for
emotional closeness (Roberts and Dunbar) and for bridges (Burt).

    index   = fit * sqrt(chance) * (step + cooling) + promise
    cooling = worth * H * (1 - warm)^2              what a 1-2-1 now would win back
    warm    = 2 ^ (-weeks / H), H = half-life * tie weeks since the last contact
    step    = 5 (1 at Refers), once met times min(1, weeks / 6)   what the next rung is worth
    chance  = accepted * (open + (1 - open) * warm) that they say yes
    promise = fit * worth of a rung / max(1, weeks until due)

Who is taken to have slipped from their stage in a long silence (planner.domain.slipping) has the
figures between two rungs. How long the two can go without a word, where the user says so (pace), is
a factor on H in the cooling's warmth alone: so "more often" never puts anybody further down.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import sqrt
from typing import NamedTuple

from planner.domain.people import Stage

DAYS_IN_WEEK = 7


class _Rung(NamedTuple):
    """How relationships at one level behave [index]. Known counts as two levels."""

    half_life: float  # weeks until half the warmth is gone, before the tie is counted
    worth: float  # weeks of full trust that one warm week here is worth
    open: float  # how likely somebody gone cold says yes, against somebody warm


RUNGS = (
    _Rung(3, 0.02, 0.35),  # Connected
    _Rung(6, 0.10, 0.50),  # Known, at most one 1-2-1
    _Rung(11, 0.25, 0.65),  # Known, two or more
    _Rung(18, 0.50, 0.75),  # Liked
    _Rung(30, 0.80, 0.85),  # Trusted
    _Rung(48, 1.00, 0.90),  # Refers
)
_TOP = len(RUNGS) - 1
SHARED_TIE = 1.4  # factor on the half-life of somebody a group is shared with [index]
LONE_TIE = 0.7  # and of a lone bridge, which decays fastest (Burt) [index]
STEP = 5.0  # weeks of full trust that a step up the ladder is worth [index]
STEP_AT_TOP = 1.0  # the same at Refers, where no rung is left [index]
STEP_DAYS = 42.0  # days after a contact until another step is possible in full [index]
ACCEPTED_PRIOR = 1.3  # invitations taken as accepted before there were any [index]
INVITED_PRIOR = 2.0  # and as sent: nobody is written off after one no [index]
UNSETTLED_DAYS = 14  # after its day that a 1-2-1 nobody settled counts as planned; our choice
UNANSWERED = 0.5  # of a no, in an invitation that nobody ever answered; our choice
FIT_LEVEL = 1.1  # factor for somebody of unknown fit [index]
FIT_SPREAD = 2.75  # how many times more a perfect fit is worth than an unknown one [index]
FIT_TRUST_UNMET = 0.67  # share of that believed before a first 1-2-1 [index]
UNKNOWN_FIT = 0.5  # of 0..1 [index]
UNKNOWN_DAYS = 78 * 7  # since a last contact nobody dated: the cap of the simulated world
UNDATED_PROMISE_DAYS = 28  # a promise without a date counts as due in four weeks; our choice
DECLINE_REST_DAYS = 21  # rest after a first decline or no-show, as much more each time [index]
LONGEST_DECLINE_REST_DAYS = 84  # and never longer than this; our choice


class Signals(NamedTuple):
    """What the index looks at for one person; positional, as ten thousand are made at a time."""

    person: int
    name: str
    stage: int = Stage.CONNECTED
    meetings: int = 0  # 1-2-1s held
    apart: float = UNKNOWN_DAYS  # days since the last 1-2-1, before that since they were met
    silent: float = UNKNOWN_DAYS  # the same after touches, see `silence`; never above `apart`
    invited: float = 0  # 1-2-1s ever proposed; one never answered counts as UNANSWERED
    accepted: int = 0  # of those, agreed or held
    fit: float = UNKNOWN_FIT  # 0..1, how well they match About me
    shared: bool = False  # the two share a group
    promise: float | None = None  # days until a promise is due that a 1-2-1 would keep
    rests: int = 0  # days still to rest after "not now", a decline or a no-show
    planned: bool = False  # a 1-2-1 with them is in the calendar
    let_go: bool = False  # the user said "never"
    reachable: bool = True  # near enough, or the two may meet online
    slipped: int = 0  # tenths of a rung taken as lost in a long silence, see `slipping`
    pace: float = 1.0  # factor on how long warmth lasts, by the user's own word, see `learning`


class Terms(NamedTuple):
    """The index beside its parts; `step`, `cooling` and `promise` add up to `score`."""

    score: float
    step: float
    cooling: float
    promise: float
    fit: float  # factor in all three, FIT_LEVEL when unknown
    accepted: float  # 0..1, how readily they say yes when warm
    chance: float  # 0..1, that they say yes now


class ReasonKind(StrEnum):
    """What a reason says; the window words it."""

    COOLING = "cooling"  # days: since the last contact, usual: days it usually is (0 unknown)
    NEW_FADING = "new_fading"  # days: since they were met at `text`, no 1-2-1 yet
    FIRST_MEETING = "first_meeting"  # no 1-2-1 yet; day and text: since when, from where
    PROMISE = "promise"  # text, mine, days: late if positive, dated
    TRIP = "trip"  # text: the town the user goes to; day: the first there; days: nights, 0 and up
    FITS = "fits"  # told, about: their own words; text: what is wanted and these do not say
    KNOWS = "knows"  # text: what they said of whom they know, which is looked for
    SAYS_YES = "says_yes"  # count: invitations, all of them accepted
    BALANCE = "balance"  # count: referrals they gave in the past year, other: the user gave
    WORTH_A_TRY = "worth_a_try"  # text: an Attitude value
    NEXT_STEP = "next_step"  # count: 1-2-1s held, stage: where they stand


@dataclass(frozen=True, slots=True)
class Reason:
    """A kind and its figures; which of them mean something stands beside the kind."""

    kind: ReasonKind
    share: float = 0.0  # of the index, 0..1
    days: int = 0
    usual: int = 0
    count: int = 0
    other: int = 0
    text: str = ""
    told: str = ""  # the person's own words
    about: str = ""  # what these tell, a FactKind value
    day: date | None = None
    mine: bool = True
    dated: bool = True
    stage: Stage = Stage.CONNECTED


class Suggestion(NamedTuple):
    """A person, a rank from 1, and why."""

    person: int
    rank: int
    terms: Terms
    signals: Signals
    reasons: tuple[Reason, ...] = ()

    @property
    def score(self) -> float:
        return self.terms.score


def level(stage: int, meetings: int) -> int:
    """The row of the table somebody stands on: Known is two of them, by 1-2-1s held."""
    return stage + 1 if stage > Stage.KNOWN or (stage == Stage.KNOWN and meetings > 1) else stage


# For each tie (lone, shared) and tenth of a level: half-life in days, worth of all its warmth,
# worth of a rung, openness, worth of a step. Worked out once, for ten thousand rounds of the loop.
_Row = tuple[float, float, float, float, float]
TENTHS = 10


def _rows(tie: float) -> tuple[_Row, ...]:
    rungs = []
    worth_below = 0.0
    for rung, step in zip(RUNGS, (STEP,) * _TOP + (STEP_AT_TOP,), strict=True):
        rungs.append((*rung, rung.worth * rung.half_life - worth_below, step))
        worth_below = rung.worth * rung.half_life
    rows = []
    for tenths in range(TENTHS * _TOP + 1):
        at, part = divmod(tenths, TENTHS)
        lower, higher = rungs[at], rungs[min(at + 1, _TOP)]
        between = [
            low + (high - low) * part / TENTHS for low, high in zip(lower, higher, strict=True)
        ]
        half_life, worth, openness, rung_worth, step = between
        rows.append(
            (half_life * tie * DAYS_IN_WEEK, worth * half_life * tie, rung_worth, openness, step)
        )
    return tuple(rows)


_TABLE = (_rows(LONE_TIE), _rows(SHARED_TIE))


def index(of: Signals) -> Terms:
    """What a 1-2-1 with this person now is worth, in weeks of full trust, and its parts."""
    return Terms._make(term_values(of, of.fit))


def term_values(of: Signals, fits: float) -> tuple[float, float, float, float, float, float, float]:
    """The values of `Terms` for somebody, did they fit so well (0..1); a higher fit never lowers
    the index. A plain tuple, which saves a fifth of the time for everybody.

    The chance of a yes counts the warmth of the last 1-2-1 (or first meeting) alone: were a
    message to count there as well, writing to somebody would push them up on the same day.
    """
    _, _, stage, met, apart, silent, asked, accepted, _, shared, due, _, _, _, _, slipped, pace = of
    at = stage + 1 if stage > 1 or (stage == 1 and met > 1) else stage  # level(), unrolled
    at = TENTHS * at - slipped
    half_life, at_stake, rung, openness, step = _TABLE[shared][at if at > 0 else 0]
    believed = FIT_TRUST_UNMET
    if met:
        believed = 1.0
        if silent < STEP_DAYS:
            step *= silent / STEP_DAYS
    fit = FIT_LEVEL * FIT_SPREAD ** ((2.0 * fits - 1.0) * believed)
    warm = kept = 2.0 ** (-silent / (half_life * pace))
    if apart != silent or pace != 1.0:
        kept = 2.0 ** (-apart / half_life)
    lost = 1.0 - warm
    willing = (accepted + ACCEPTED_PRIOR) / (asked + INVITED_PRIOR)
    chance = willing * (openness + (1.0 - openness) * kept)
    factor = fit * sqrt(chance)
    step *= factor
    cooling = factor * at_stake * lost * lost
    promise = 0.0 if due is None else fit * rung / max(1.0, due / DAYS_IN_WEEK)
    return step + cooling + promise, step, cooling, promise, fit, willing, chance


def half_life(of: Signals) -> float:
    """Days until half the warmth is gone between the two, who stand where they stand."""
    return _TABLE[of.shared][TENTHS * level(of.stage, of.meetings)][0] * of.pace


def warmth(of: Signals) -> float:
    """How warm a relationship is today: 1 on the day of a contact, 0.5 after one half-life."""
    return float(2.0 ** (-of.silent / half_life(of)))


def silence(apart: float, touched: float | None) -> float:
    """Days since the last contact when the latest touch was `touched` days ago.

    A touch warms less than a 1-2-1: it moves the last contact half-way to its own day [index].
    """
    return apart if touched is None or touched >= apart else (apart + touched) / 2.0


def decline_rest(declines: int, days_since: int) -> int:
    """Days still to rest after so many declines or no-shows in a row, the last `days_since` ago."""
    rest = min(DECLINE_REST_DAYS * declines, LONGEST_DECLINE_REST_DAYS)
    return max(0, rest - max(0, days_since))


def available(of: Signals) -> bool:
    """Whether somebody may be suggested at all: not resting, not planned, not let go."""
    return of.rests <= 0 and not of.planned and not of.let_go and of.reachable
