"""What the simulated world takes for granted. Nobody has measured these constants for 1-2-1s."""

from __future__ import annotations

from dataclasses import dataclass, replace

WEEKS = 104  # with 1-2-1s
RUN_OFF = 52  # weeks after them, in which what was built may fade
LONGEST = 78  # weeks of silence; from then on it makes no difference
STAGES = 6  # 0 connected, 1 known, 2 known well, 3 liked, 4 trusted, 5 refers
TOP = STAGES - 1
CITIES = 6  # besides one's own
ROUND = 13  # weeks; each other city is visited in one of them
ASKED_PER_MEETING = 3  # invitations a week at most, for each 1-2-1 there is time for
REST = 4  # weeks until somebody who declined may be asked again, that one counted
PROMISE_CHANCE = 0.08  # that a 1-2-1 leaves a promise
PROMISE_WEEKS = 5  # within which a 1-2-1 has to follow, or a stage is lost
SLIP = 0.03  # chance a week that a relationship gone stone-cold loses a stage
COLD_STEP = 0.25  # share of the chance of a step that is left when they have gone cold
MISREAD = 0.15  # chance that a stage is taken for the one below, and for the one above
BEST_KNOWN = (350, 100, 35, 10, 5)  # people at stages 1 to 5, of 500 (Dunbar's layers)
OF_PEOPLE = 500
FIRST_SILENCE = (40.0, 30.0, 20.0, 12.0, 6.0, 3.0)  # weeks on average, at each stage, at the start
SHARED, LONE = 1.4, 0.7  # factors on half-lives: a group in common, or a lone bridge
SHARED_AT_START, SHARED_AT_EVENTS = 0.5, 0.3  # how many are of the first kind
PACES = ((0.6, 0.25), (1.0, 0.5), (1.7, 0.25))  # hidden factor on a half-life, and how many have it


@dataclass(frozen=True)
class Assumptions:
    """Those constants that other worlds change; tuples go by stage."""

    half_lives: tuple[float, ...] = (3, 6, 11, 18, 30, 48)  # weeks
    worths: tuple[float, ...] = (0.02, 0.10, 0.25, 0.50, 0.80, 1.0)  # a week, when warm
    steps: tuple[float, ...] = (0.80, 0.60, 0.45, 0.35, 0.30, 0.0)  # chance of the next stage
    open: tuple[float, ...] = (0.35, 0.50, 0.65, 0.75, 0.85, 0.90)  # of a yes when cold
    willing: tuple[tuple[float, float], ...] = ((0.35, 0.2), (0.65, 0.4), (0.95, 0.4))
    growths: tuple[tuple[float, float], ...] = ((0.7, 0.5), (1.3, 0.5))
    spread: float = 0.8  # of the logarithm of what people are worth
    seen_before: float = 0.6  # correlation of fit with that, before a first 1-2-1
    seen_after: float = 0.9  # and after
    met_at_events: float = 1.5  # new people a week
    local: float = 0.8  # share of people in one's own city
    hyperbolic: bool = False  # forgetting: 1 / (1 + weeks / H) instead of halving


BASE = Assumptions()


def _times(values: tuple[float, ...], factor: float) -> tuple[float, ...]:
    return tuple(value * factor for value in values)


def _chances(of: tuple[tuple[float, float], ...], factor: float) -> tuple[tuple[float, float], ...]:
    return tuple((value * factor, share) for value, share in of)


# Worlds the index was not made for. Slow growth halves the chance of a next stage; flaky people say
# yes 0.6 times as readily; very unequal ones have a spread of 1.2 in place of 0.8.
OTHER_WORLDS: dict[str, Assumptions] = {
    "half-lives half": replace(BASE, half_lives=_times(BASE.half_lives, 0.5)),
    "half-lives double": replace(BASE, half_lives=_times(BASE.half_lives, 2.0)),
    "hyperbolic forgetting": replace(BASE, hyperbolic=True),
    "fit seen poorly": replace(BASE, seen_before=0.3, seen_after=0.6),
    "fit seen sharply": replace(BASE, seen_before=0.9, seen_after=0.98),
    "twice the events": replace(BASE, met_at_events=2 * BASE.met_at_events),
    "three times the events": replace(BASE, met_at_events=3 * BASE.met_at_events),
    "slow growth": replace(BASE, growths=_chances(BASE.growths, 0.5)),
    "flaky people": replace(BASE, willing=_chances(BASE.willing, 0.6)),
    "half the people elsewhere": replace(BASE, local=0.5),
    "very unequal people": replace(BASE, spread=1.2),
}
